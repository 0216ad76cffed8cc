//! Eigenvalues and eigenvectors: of 2×2 matrices by a formula, the largest by
//! power iteration, all of a symmetric matrix; the ranks of pages; and the
//! singular values of any matrix.

mod errors;
mod jacobi;
mod pagerank;
mod plane;
mod power;
mod singular;
mod svd;
mod symmetric;
mod tridiagonal;

pub use errors::EigenError;
pub use jacobi::{JacobiStep, jacobi_eigen, jacobi_steps};
pub use pagerank::{pagerank, pagerank_steps};
pub use plane::{PlaneEigenvalues, plane_eigenvalues};
pub use power::{Eigenpair, power_iteration, power_steps};
pub use svd::{Svd, svd};
pub use symmetric::{SymmetricEigen, rayleigh_quotient, symmetric_eigen};
pub use tridiagonal::{Tridiagonal, tridiagonalise};

use crate::Matrix;
use crate::vectors::power_of_two;

/// A power of two near the largest entry, by which all are divided so that no
/// square leaves the range of f64.
fn unit_of(a: &Matrix) -> f64 {
    power_of_two(a.iter().fold(0.0, |most, a_ij| a_ij.abs().max(most)))
}
