use super::errors::check_right_hand_side;
use super::iterates::first_within;
use super::{Converged, Iterate, SolveError};
use crate::inverse::check_square;
use crate::inverse::trust::residual;
use crate::{Matrix, Vector};
use std::iter::successors;

/// Jacobi's iteration for Ax = b from x = 0: equation i is solved for xᵢ, the
/// other entries being those of the step before.
///
/// The first iterate is the start; after an exact solution there are no more.
/// Shapes: A of shape n×n and b of dimension n. Cost: a product with A for each
/// step.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A is empty, not square or not finite;
/// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
/// [`SolveError::ZeroOnDiagonal`].
///
/// ```
/// use mlmath::{prelude::*, linear_systems::jacobi_steps};
///
/// let (a, b) = (array![[4.0, 2.0], [1.0, 2.0]], array![8.0, 4.0]);
/// let mut steps = jacobi_steps(&a, &b)?.map(|iterate| iterate.x);
/// assert_eq!(steps.next(), Some(array![0.0, 0.0]));
/// assert_eq!(steps.next(), Some(array![2.0, 2.0]));
/// assert_eq!(steps.next(), Some(array![1.0, 1.0]));
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 11.2.
pub fn jacobi_steps(a: &Matrix, b: &Vector) -> Result<impl Iterator<Item = Iterate>, SolveError> {
    check_square(a)?;
    check_right_hand_side(a.nrows(), b)?;
    if let Some(row) = a.diag().iter().position(|&a_ii| a_ii == 0.0) {
        return Err(SolveError::ZeroOnDiagonal { row });
    }
    let start = Iterate {
        x: Vector::zeros(b.len()),
        residual: b.clone(),
    };
    let next = |last: &Iterate| {
        if last.residual.iter().all(|&r_i| r_i == 0.0) {
            return None;
        }
        let x = &last.x + &(&last.residual / &a.diag());
        let residual = residual(a, b, &x);
        Some(Iterate { x, residual })
    };
    Ok(successors(Some(start), next))
}

/// Jacobi's iteration until ‖b − Ax‖ is at most the tolerance times ‖b‖.
///
/// It converges for every strictly diagonally dominant A. Shapes: A of shape
/// n×n and b of dimension n. Cost: a product with A for each step.
///
/// # Errors
///
/// Those of [`jacobi_steps`]; [`SolveError::NotConverged`] if the steps do not
/// suffice, or a number becomes too large for f64.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::jacobi};
///
/// let a = array![[4.0, 1.0], [1.0, 2.0]];
/// let solution = jacobi(&a, &array![9.0, 4.0], 1e-12, 100)?;
/// assert!((&solution.x - &array![2.0, 1.0]).iter().all(|d| d.abs() < 1e-11));
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 11.2.
pub fn jacobi(
    a: &Matrix,
    b: &Vector,
    tolerance: f64,
    most_steps: usize,
) -> Result<Converged, SolveError> {
    let iterates = jacobi_steps(a, b)?.map(Ok);
    first_within(iterates, b, tolerance, most_steps)
}
