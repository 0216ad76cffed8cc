//! Column i of B is added to the column in which row i of M has its 1.

use mlmath::Matrix;

/// The product BM. Shapes: B of shape p×m and m numbers below n give p×n.
///
/// # Panics
///
/// If a number is not below n, or unless there is one number for each column
/// of B.
pub fn scatter_columns(b: &Matrix, rows: &[usize], n: usize) -> Matrix {
    assert_eq!(rows.len(), b.ncols(), "a number for each column of B");
    let mut product = Matrix::zeros((b.nrows(), n));
    for (i, &k) in rows.iter().enumerate() {
        product.column_mut(k).scaled_add(1.0, &b.column(i));
    }
    product
}
