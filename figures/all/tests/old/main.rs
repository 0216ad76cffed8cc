//! Reads the figures back from their SVG, as far as they have not moved to the
//! tests of their chapters.

mod introduction;
mod inverse;
mod linear_systems;
mod matrices;
mod matrix_multiplication;
mod support;
