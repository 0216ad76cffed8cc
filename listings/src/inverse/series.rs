use super::{InverseError, check_range};
use crate::Matrix;
use crate::matrices::identity;
use crate::matrix_multiplication::matmul;

/// The sum I + A + A² + … + Aᵏ, which comes close to (I − A)⁻¹ as k grows, if
/// an operator norm of A is below 1.
///
/// Shapes: A of shape n×n, and so is the sum. Cost: k products of n×n matrices.
///
/// # Errors
///
/// [`InverseError::NotSquare`] if A is not square; [`InverseError::Overflow`] if
/// a sum is too large for f64, or an entry of A is infinite or NaN.
///
/// ```
/// use mlmath::{inverse::neumann_sum, prelude::*};
///
/// let a = array![[0.0, 0.5], [0.5, 0.0]];
/// assert_eq!(neumann_sum(&a, 2), Ok(array![[1.25, 0.5], [0.5, 1.25]]));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 5.6.
pub fn neumann_sum(a: &Matrix, k: usize) -> Result<Matrix, InverseError> {
    if a.nrows() != a.ncols() {
        return Err(InverseError::NotSquare { shape: a.dim() });
    }
    let one = identity(a.nrows());
    let mut sum = one.clone();
    for _ in 0..k {
        // I + A(I + A + … + Aⁱ) has one more term.
        sum = &one + &matmul(a, &sum).expect("two shapes n×n");
    }
    check_range(&sum)?;
    Ok(sum)
}
