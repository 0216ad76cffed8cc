//! Reads the figures back from their SVG: what all of them keep to, and, one
//! file a chapter, what each of them claims.

mod every_figure;
mod introduction;
mod inverse;
mod linear_systems;
mod matrices;
mod matrix_multiplication;
mod support;
mod vectors;
