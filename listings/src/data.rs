//! The small data sets of the book, embedded in the crate. Where each comes
//! from, and what was changed, is told in `data/README.md` beside them.

mod crates;
mod diabetes;
mod digits;
mod iris;
mod wine;

pub use crates::{Crates, crates};
pub use diabetes::{Diabetes, diabetes};
pub use digits::{Digits, digits, first_digit};
pub use iris::{Iris, iris};
pub use wine::{Wine, wine};
