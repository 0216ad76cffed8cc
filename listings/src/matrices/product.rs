use super::ShapeError;
use crate::{Matrix, Vector};

/// The product Ax, column by column: x₁a₁ + … + xₙaₙ.
///
/// Shapes: A of shape m×n and x of dimension n give dimension m. Cost: mn
/// multiplications and additions, down the columns of A.
///
/// # Errors
///
/// [`ShapeError::Product`] unless x has one entry for each column of A.
///
/// ```
/// use mlmath::{prelude::*, matrices::times_vector};
///
/// let a = array![[2.0, -1.0], [1.0, 1.0]];
/// assert_eq!(times_vector(&a, &array![1.5, 1.0]), Ok(array![2.0, 2.5]));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 1.3; Golub and
/// Van Loan, *Matrix Computations*, section 1.1.
pub fn times_vector(a: &Matrix, x: &Vector) -> Result<Vector, ShapeError> {
    check_product(a.dim(), (x.len(), 1))?;
    let mut sum = Vector::zeros(a.nrows());
    for (&x_j, column) in x.iter().zip(a.columns()) {
        sum.scaled_add(x_j, &column);
    }
    Ok(sum)
}

/// The product Ax, row by row: entry i is aᵢ₁x₁ + … + aᵢₙxₙ.
///
/// Shapes: A of shape m×n and x of dimension n give dimension m. Cost: mn
/// multiplications and additions.
///
/// # Errors
///
/// [`ShapeError::Product`] unless x has one entry for each column of A.
///
/// ```
/// use mlmath::{prelude::*, matrices::times_vector_by_rows};
///
/// let a = array![[2.0, -1.0], [1.0, 1.0]];
/// let x = array![1.5, 1.0];
/// assert_eq!(times_vector_by_rows(&a, &x), Ok(array![2.0, 2.5]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn times_vector_by_rows(a: &Matrix, x: &Vector) -> Result<Vector, ShapeError> {
    check_product(a.dim(), (x.len(), 1))?;
    let entry = |i| a.row(i).iter().zip(x).map(|(a_ij, x_j)| a_ij * x_j).sum();
    Ok(Vector::from_shape_fn(a.nrows(), entry))
}

/// Refuses a product whose inner numbers differ.
pub(crate) fn check_product(left: (usize, usize), right: (usize, usize)) -> Result<(), ShapeError> {
    if left.1 != right.0 {
        return Err(ShapeError::Product { left, right });
    }
    Ok(())
}
