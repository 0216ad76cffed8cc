use super::{ProjectionError, Qr};
use crate::matrices::transpose;
use crate::matrix_multiplication::matmul;
use crate::{Matrix, Vector};
use ndarray::s;

/// The projection of b on the column space of A: the nearest vector that is a
/// combination of the columns.
///
/// Shapes: A of shape m×n with independent columns, hence m ≥ n, and b of
/// dimension m give dimension m. Cost: about 2mn² operations.
///
/// # Errors
///
/// Those of [`Qr::new`] and [`Qr::project`].
///
/// ```
/// use mlmath::{prelude::*, projections::project};
///
/// let x = array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
/// let p = project(&x, &array![1.0, 2.0, 2.0])?;
/// let expected = array![7.0, 10.0, 13.0] / 6.0;
/// assert!((p - expected).iter().all(|d| d.abs() < 1e-14));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, sections 4.2 and 4.4.
pub fn project(a: &Matrix, b: &Vector) -> Result<Vector, ProjectionError> {
    Qr::new(a)?.project(b)
}

/// The matrix P = QQᵀ that projects on the column space of A, the hat matrix.
///
/// It is m×m: for data with many rows, use [`project`] and [`leverages`]. Shapes: A
/// of shape m×n with independent columns gives m×m. Cost: about 2m²n operations.
///
/// # Errors
///
/// Those of [`Qr::new`] and [`Qr::q`].
///
/// ```
/// use mlmath::{prelude::*, projections::projection_matrix};
///
/// let p = projection_matrix(&array![[1.0], [1.0]])?;
/// let expected = array![[0.5, 0.5], [0.5, 0.5]];
/// assert!((p - expected).iter().all(|d| d.abs() < 1e-15));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 4.2.
pub fn projection_matrix(a: &Matrix) -> Result<Matrix, ProjectionError> {
    let q = Qr::new(a)?.q()?;
    Ok(matmul(&q, &transpose(&q)).expect("n columns and n rows"))
}

/// The leverages of the rows of X: the diagonal of its hat matrix, without the
/// rest of it.
///
/// Leverage i is the squared length of row i of Q, between 0 and 1. Shapes: X of
/// shape n×d with independent columns gives dimension n. Cost: about 6nd²
/// operations.
///
/// # Errors
///
/// Those of [`Qr::new`] and [`Qr::q`].
///
/// ```
/// use mlmath::{prelude::*, projections::leverages};
///
/// let h = leverages(&array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])?;
/// let expected = array![5.0, 2.0, 5.0] / 6.0;
/// assert!((h - expected).iter().all(|d| d.abs() < 1e-14));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 5.3, for Q; Hastie,
/// Tibshirani and Friedman, *The Elements of Statistical Learning*, section 3.2,
/// for the hat matrix.
pub fn leverages(x: &Matrix) -> Result<Vector, ProjectionError> {
    let q = Qr::new(x)?.q()?;
    let squared = |row: ndarray::ArrayView1<'_, f64>| row.iter().map(|q_ij| q_ij * q_ij).sum();
    Ok(q.rows().into_iter().map(squared).collect())
}

/// The matrix [X 1]: a column of ones behind the others, for the bias.
///
/// Shapes: X of shape n×d gives n×(d + 1). Cost: a copy.
///
/// ```
/// use mlmath::{prelude::*, projections::with_ones};
///
/// assert_eq!(with_ones(&array![[2.0], [3.0]]), array![[2.0, 1.0], [3.0, 1.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 13.1.
pub fn with_ones(x: &Matrix) -> Matrix {
    let (n, d) = x.dim();
    let mut both = Matrix::ones((n, d + 1));
    both.slice_mut(s![.., ..d]).assign(x);
    both
}
