//! The error of x solves Ad = r, where r is the residual.

use mlmath::{Matrix, Vector};

/// The approximate solution of Ax = b after so many corrections.
pub fn iterative_refinement(
    a: &Matrix,
    b: &Vector,
    rough: &dyn Fn(&Vector) -> Vector,
    corrections: usize,
) -> Vector {
    let mut x = Vector::zeros(b.len());
    for _ in 0..corrections {
        let residual = b - &a.dot(&x);
        x += &rough(&residual);
    }
    x
}
