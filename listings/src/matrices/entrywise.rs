use super::ShapeError;
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};

/// The sum A + B, entry by entry.
///
/// Shapes: A and B both m×n, and so is the sum. Cost: mn additions.
///
/// # Errors
///
/// [`ShapeError::Unequal`] if the shapes differ. ndarray's `+` would repeat a
/// row or a column that is alone until it fits.
///
/// ```
/// use mlmath::{prelude::*, matrices::add};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[10.0, 0.0], [0.0, 10.0]];
/// assert_eq!(add(&a, &b), Ok(array![[11.0, 2.0], [3.0, 14.0]]));
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.3.
pub fn add(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    entry_by_entry(a, b, |a_ij, b_ij| a_ij + b_ij)
}

/// The multiple cA: each entry times c.
///
/// Shapes: a number c and A of shape m×n give m×n. Cost: mn multiplications.
///
/// ```
/// use mlmath::{prelude::*, matrices::scale};
///
/// assert_eq!(scale(2.0, &array![[1.0, -3.0]]), array![[2.0, -6.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.3.
pub fn scale(c: f64, a: &Matrix) -> Matrix {
    a.mapv(|a_ij| c * a_ij)
}

/// The Hadamard product A ⊙ B, entry by entry.
///
/// Shapes: A and B both m×n, and so is the product. Cost: mn multiplications.
///
/// # Errors
///
/// [`ShapeError::Unequal`] if the shapes differ.
///
/// ```
/// use mlmath::{prelude::*, matrices::hadamard};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let mask = array![[1.0, 0.0], [1.0, 1.0]];
/// assert_eq!(hadamard(&a, &mask), Ok(array![[1.0, 0.0], [3.0, 4.0]]));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 7.5.
pub fn hadamard(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    entry_by_entry(a, b, |a_ij, b_ij| a_ij * b_ij)
}

/// Adds b to every row of X: the matrix with the entries xᵢⱼ + bⱼ.
///
/// Shapes: X of shape n×d and b of dimension d give n×d. Cost: an addition for
/// each entry of X.
///
/// # Errors
///
/// [`ShapeError::Unequal`] unless b has one entry for each column of X; the shape
/// on the right is that of b as a row.
///
/// ```
/// use mlmath::{prelude::*, matrices::add_to_rows};
///
/// let x = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![10.0, 20.0];
/// assert_eq!(add_to_rows(&x, &b), Ok(array![[11.0, 22.0], [13.0, 24.0]]));
/// ```
///
/// Source: Goodfellow, Bengio and Courville, *Deep Learning*, section 2.1,
/// which writes it as a sum.
pub fn add_to_rows(x: &Matrix, b: &Vector) -> Result<Matrix, ShapeError> {
    if b.len() != x.ncols() {
        // b as the row that is added, and not as a column.
        let (left, right) = (x.dim(), (1, b.len()));
        return Err(ShapeError::Unequal { left, right });
    }
    Ok(Matrix::from_shape_fn(x.dim(), |(i, j)| x[[i, j]] + b[j]))
}

/// The entries of A, row after row, as one vector.
///
/// Shapes: A of shape m×n gives dimension mn. Cost: mn copies.
///
/// ```
/// use mlmath::{prelude::*, matrices::entries};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// assert_eq!(entries(&a), array![1.0, 2.0, 3.0, 4.0]);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.3, where
/// vec(A) takes column after column.
pub fn entries(a: &Matrix) -> Vector {
    a.iter().copied().collect()
}

/// The Frobenius norm: the Euclidean norm of all entries, safe from overflow.
///
/// Shapes: A of shape m×n gives a number. Cost: that of the norm of a vector
/// of dimension mn.
///
/// ```
/// use mlmath::{prelude::*, matrices::norm_frobenius};
///
/// assert_eq!(norm_frobenius(&array![[1.0, 5.0], [-1.0, 3.0]]), 6.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.3.
pub fn norm_frobenius(a: &Matrix) -> f64 {
    norm_l2(&entries(a))
}

/// The trace a₁₁ + … + aₙₙ.
///
/// Shapes: A of shape n×n gives a number. Cost: n additions.
///
/// # Errors
///
/// [`ShapeError::NotSquare`] if A is not square.
///
/// ```
/// use mlmath::{prelude::*, matrices::trace};
///
/// assert_eq!(trace(&array![[1.0, 2.0], [3.0, 4.0]]), Ok(5.0));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 0.2.
pub fn trace(a: &Matrix) -> Result<f64, ShapeError> {
    if a.nrows() != a.ncols() {
        return Err(ShapeError::NotSquare { shape: a.dim() });
    }
    Ok(a.diag().iter().sum())
}

/// The matrix whose entries are those of A and B, combined by an operation.
fn entry_by_entry(
    a: &Matrix,
    b: &Matrix,
    operation: impl Fn(f64, f64) -> f64,
) -> Result<Matrix, ShapeError> {
    if a.dim() != b.dim() {
        let (left, right) = (a.dim(), b.dim());
        return Err(ShapeError::Unequal { left, right });
    }
    let entry = |ij| operation(a[ij], b[ij]);
    Ok(Matrix::from_shape_fn(a.dim(), entry))
}
