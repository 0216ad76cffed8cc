//! The listings of the book *ML Mathematics*: one module for each chapter,
//! named as its page, and the small data sets that chapters share.
//!
//! The code is written to be read beside the mathematics. It stands on
//! [`ndarray`] alone; [`statrs`] is at hand where a chapter compares with it.

pub mod data;
pub mod eigen;
pub mod inverse;
pub mod linear_systems;
pub mod matrices;
pub mod matrix_multiplication;
pub mod pca;
pub mod vectors;

/// A vector of ℝⁿ: n numbers in order.
pub type Vector = ndarray::Array1<f64>;

/// A matrix of ℝ^{m×n}: m rows, n columns.
pub type Matrix = ndarray::Array2<f64>;

/// What a program of the book starts with: `use mlmath::prelude::*;`.
pub mod prelude {
    pub use crate::{Matrix, Vector};
    pub use ndarray::{Array1, Array2, array};
    pub use {ndarray, statrs};
}
