use crate::matrices::{ShapeError, check_product, times_vector};
use crate::{Matrix, Vector};
use ndarray::{ArrayView2, ArrayViewMut2};

/// The product AB, entry by entry: the dot product of row i of A and column j
/// of B.
///
/// Shapes: A of shape m×n and B of shape n×p give m×p. Cost: mnp
/// multiplications and additions, down the columns of B.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul_by_entries};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(matmul_by_entries(&a, &b), Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn matmul_by_entries(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let entry = |(i, j)| {
        let terms = a.row(i).into_iter().zip(b.column(j));
        terms.map(|(a_ik, b_kj)| a_ik * b_kj).sum()
    };
    Ok(Matrix::from_shape_fn((a.nrows(), b.ncols()), entry))
}

/// The product AB, column by column: A times each column of B.
///
/// Shapes: A of shape m×n and B of shape n×p give m×p. Cost: mnp
/// multiplications and additions, down the columns of A.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul_by_columns};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(matmul_by_columns(&a, &b), Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn matmul_by_columns(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let mut product = Matrix::zeros((a.nrows(), b.ncols()));
    for (column, mut result) in b.columns().into_iter().zip(product.columns_mut()) {
        result.assign(&times_vector(a, &column.to_owned())?);
    }
    Ok(product)
}

/// The product AB, row by row: row i is the combination of the rows of B with
/// the entries of row i of A as weights.
///
/// The book's own product wherever speed does not matter. Shapes: A of shape
/// m×n and B of shape n×p give m×p. Cost: mnp multiplications and additions,
/// along the rows of both.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(matmul(&a, &b), Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn matmul(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let mut product = Matrix::zeros((a.nrows(), b.ncols()));
    add_product(a.view(), b.view(), product.view_mut());
    Ok(product)
}

/// Adds AB to C: to each row of C the rows of B, weighted by a row of A.
///
/// Shapes: A of shape m×n, B of shape n×p and C of shape m×p, as the caller has
/// checked. Cost: mnp multiplications and additions.
pub(super) fn add_product(
    a: ArrayView2<'_, f64>,
    b: ArrayView2<'_, f64>,
    mut c: ArrayViewMut2<'_, f64>,
) {
    for (weights, mut result) in a.rows().into_iter().zip(c.rows_mut()) {
        for (&a_ik, row) in weights.iter().zip(b.rows()) {
            result.scaled_add(a_ik, &row);
        }
    }
}

/// The product AB as a sum: the outer products of column k of A and row k of
/// B, for all k.
///
/// Shapes: A of shape m×n and B of shape n×p give m×p. Cost: mnp
/// multiplications and additions, and a matrix of shape m×p for each k.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul_by_outer_products};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// let product = matmul_by_outer_products(&a, &b);
/// assert_eq!(product, Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn matmul_by_outer_products(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let mut sum = Matrix::zeros((a.nrows(), b.ncols()));
    for (column, row) in a.columns().into_iter().zip(b.rows()) {
        sum += &outer(&column.to_owned(), &row.to_owned());
    }
    Ok(sum)
}

/// The outer product xyᵀ: the matrix with the entries xᵢyⱼ.
///
/// Shapes: x of dimension m and y of dimension n give m×n, (m×1)(1×n). Cost:
/// mn multiplications.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::outer};
///
/// let product = outer(&array![1.0, 2.0], &array![3.0, 4.0, 5.0]);
/// assert_eq!(product, array![[3.0, 4.0, 5.0], [6.0, 8.0, 10.0]]);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn outer(x: &Vector, y: &Vector) -> Matrix {
    Matrix::from_shape_fn((x.len(), y.len()), |(i, j)| x[i] * y[j])
}

/// How many multiplications of numbers the product of two shapes takes by its
/// definition: mnp for m×n times n×p.
///
/// # Errors
///
/// [`ShapeError::Product`] if the shapes do not fit.
///
/// ```
/// use mlmath::matrix_multiplication::multiplications;
///
/// assert_eq!(multiplications((2, 3), (3, 4)), Ok(24));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
pub fn multiplications(left: (usize, usize), right: (usize, usize)) -> Result<usize, ShapeError> {
    check_product(left, right)?;
    let ((m, n), (_, p)) = (left, right);
    Ok(m * n * p)
}
