use super::SolveError;
use super::errors::check_right_hand_side;
use crate::inverse::trust::residual;
use crate::inverse::{InverseError, check_square, inverse, operator_norm_inf};
use crate::vectors::{norm_inf, power_of_two};
use crate::{Matrix, Vector};

/// The condition number κ(A) = ‖A‖‖A⁻¹‖ in a norm of your choice, such as
/// [`operator_norm_inf`] or `operator_norm_1`.
///
/// It is at least 1, and infinite if A is singular or, up to rounding, cannot be
/// told from a singular matrix: then [`inverse`] refuses it, and all that can
/// be said of κ(A) is that changes of A as small as rounding may make it
/// infinite. Shapes: A of shape n×n gives a number. Cost: that of the inverse,
/// about 8n³/3 operations.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A is empty, not square or not finite, or if a
/// number is too large for f64.
///
/// ```
/// use mlmath::inverse::operator_norm_inf;
/// use mlmath::{prelude::*, linear_systems::condition_number};
///
/// let a = array![[1.0, 0.0], [0.0, 0.25]];
/// assert_eq!(condition_number(&a, operator_norm_inf), Ok(4.0));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.6.
pub fn condition_number(a: &Matrix, norm: fn(&Matrix) -> f64) -> Result<f64, SolveError> {
    // In this unit neither norm leaves the range.
    let a = a / power_of_two(largest(a));
    match inverse(&a) {
        Ok(inverse) => {
            let kappa = norm(&a) * norm(&inverse);
            // Rounding may carry it below 1.
            Ok(if kappa < 1.0 { 1.0 } else { kappa })
        }
        Err(InverseError::Singular { .. } | InverseError::Uncertain { .. }) => Ok(f64::INFINITY),
        Err(error) => Err(error.into()),
    }
}

/// The largest absolute value of an entry.
fn largest(a: &Matrix) -> f64 {
    a.iter().fold(0.0, |most, a_ij| a_ij.abs().max(most))
}

/// The backward error ‖b − Ax‖/(‖A‖‖x‖) in the maximum norm: the least relative
/// change of A that makes x an exact solution.
///
/// Shapes: A of shape n×n, b and x of dimension n give a number. If x = 0 it is
/// 0 or infinite. Cost: a product with A, and n² additions for its norm.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A is empty, not square or not finite;
/// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b.
///
/// # Panics
///
/// If x has not an entry for each column.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::backward_error};
///
/// let a = array![[1.0, 1.0], [1.0, -1.0]];
/// let (b, x) = (array![3.0, 1.0], array![2.0, 0.0]);
/// assert_eq!(backward_error(&a, &b, &x), Ok(0.25));
/// ```
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms*, section
/// 7.1.
pub fn backward_error(a: &Matrix, b: &Vector, x: &Vector) -> Result<f64, SolveError> {
    check_square(a)?;
    check_right_hand_side(a.nrows(), b)?;
    // In these units nothing that matters leaves the range.
    let (unit, unit_of_x) = (power_of_two(largest(a)), power_of_two(norm_inf(x)));
    let (a, b, x) = (a / unit, b / unit / unit_of_x, x / unit_of_x);
    let residual = norm_inf(&residual(&a, &b, &x));
    if residual == 0.0 {
        Ok(0.0)
    } else {
        Ok(residual / operator_norm_inf(&a) / norm_inf(&x))
    }
}

/// The Hilbert matrix, whose entry in row i and column j, counted from 1, is
/// 1/(i + j − 1).
///
/// It is symmetric positive definite, and famous for its condition. Shapes:
/// n×n. Cost: n² divisions.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::hilbert};
///
/// assert_eq!(hilbert(2), array![[1.0, 1.0 / 2.0], [1.0 / 2.0, 1.0 / 3.0]]);
/// ```
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms*, section
/// 28.1.
pub fn hilbert(n: usize) -> Matrix {
    Matrix::from_shape_fn((n, n), |(i, j)| 1.0 / (i + j + 1) as f64)
}
