use crate::matrices::{ShapeError, times_vector, transpose};
use crate::matrix_multiplication::{dot, matmul};
use crate::{Matrix, Vector};

/// The Gram matrix AᵀA: the dot products of all columns of A with each other.
///
/// Symmetric, rounding included. Shapes: A of shape m×n gives n×n. Cost: mn²
/// multiplications and additions, and a copy of A.
///
/// ```
/// use mlmath::{inverse::gram, prelude::*};
///
/// let a = array![[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(gram(&a), array![[2.0, 2.0], [2.0, 5.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 10.1.
pub fn gram(a: &Matrix) -> Matrix {
    matmul(&transpose(a), a).expect("Aᵀ has as many columns as A has rows")
}

/// The quadratic form xᵀAx.
///
/// Shapes: A of shape n×n and x of dimension n give a number,
/// (1×n)(n×n)(n×1). Cost: n² + n multiplications and additions.
///
/// # Errors
///
/// [`ShapeError`] if A is not square, or x does not have one entry for each
/// column of A.
///
/// ```
/// use mlmath::{inverse::quadratic_form, prelude::*};
///
/// let a = array![[2.0, 2.0], [2.0, 5.0]];
/// assert_eq!(quadratic_form(&a, &array![1.0, -1.0]), Ok(3.0));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 7.1.
pub fn quadratic_form(a: &Matrix, x: &Vector) -> Result<f64, ShapeError> {
    if a.nrows() != a.ncols() {
        return Err(ShapeError::NotSquare { shape: a.dim() });
    }
    Ok(dot(x, &times_vector(a, x)?))
}
