//! The part of the real crate's harness that needs no other crate. The modules
//! themselves are copied here when a copy of the small book is made.

#![allow(dead_code, unused_imports)]

mod claims;
mod expression;
mod literal;
mod pages;
mod programs;

pub use claims::claim;
pub use programs::{Built, build_examples, difference};
