//! Column i of B is added to the column in which row i of M has its 1.

use mlmath::Matrix;

/// The product BM. Shapes: B of shape p×m and m numbers below n give p×n.
///
/// # Panics
///
/// If a number is not below n, or if there are more numbers than columns of B.
pub fn scatter_columns(b: &Matrix, rows: &[usize], n: usize) -> Matrix {
    let mut product = Matrix::zeros((b.nrows(), n));
    for (i, &k) in rows.iter().enumerate() {
        product.column_mut(k).scaled_add(1.0, &b.column(i));
    }
    product
}
