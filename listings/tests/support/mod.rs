//! What the tests of every chapter share.

// Each test file compiles this module for itself and uses a part of it.
#![allow(dead_code, unused_imports)]

mod claims;
mod close;
pub mod exact;
mod expression;
mod literal;
mod pages;
mod programs;
mod random;

pub use claims::{claim, claim_on};
pub use close::{assert_at_most, assert_close};
pub use expression::evaluate;
pub use literal::{Claimed, Value, agrees};
pub use pages::Pages;
pub use programs::{Built, build_examples, difference};
pub use random::{
    factors_of_integers, for_all, integer, scalar, vector, vectors, vectors_of_integers,
};
pub use random::{matrices, matrices_of_integers, matrix_and_vectors_of_integers};
