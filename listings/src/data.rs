//! The small data sets of the book, embedded in the crate. Where each comes
//! from, and what was changed, is told in `data/README.md` beside them.

mod iris;

pub use iris::{Iris, iris};
