//! What the tests of the listings share: claims of printed numbers, random
//! values for theorems, comparisons up to an error, and the built programs.

mod claims;
mod close;
pub mod exact;
mod expression;
mod literal;
mod pages;
mod programs;
mod random;
pub mod rational;
pub mod rescaled;
#[cfg(test)]
mod tests;

pub use claims::{claim_values, claims_on, test_around};
pub use close::{Numbers, assert_at_most, assert_close};
pub use expression::evaluate;
pub use literal::{Claimed, Value, agrees};
pub use pages::{Mark, Pages};
pub use programs::{Built, build_examples, difference};
pub use random::{
    factors_of_integers, for_all, integer, matrices, matrices_of_integers,
    matrix_and_vectors_of_integers, scalar, vector, vectors, vectors_of_integers,
};

/// The listings' name for it.
type Vector = ndarray::Array1<f64>;
/// The listings' name for it.
type Matrix = ndarray::Array2<f64>;
