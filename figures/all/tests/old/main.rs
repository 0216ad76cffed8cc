//! Reads the figures back from their SVG, as far as they have not moved to the
//! tests of their chapters.

mod matrices;
mod matrix_multiplication;
mod support;
