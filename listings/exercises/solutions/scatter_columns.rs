//! Column i of C is added to the column in which row i of M has its 1.

use mlmath::Matrix;

/// The product CM. Shapes: C of shape p×m and m numbers below n give p×n.
///
/// # Panics
///
/// If a number is not below n, or unless there is one number for each column
/// of C.
pub fn scatter_columns(c: &Matrix, rows: &[usize], n: usize) -> Matrix {
    assert_eq!(rows.len(), c.ncols(), "a number for each column of C");
    let mut product = Matrix::zeros((c.nrows(), n));
    for (i, &k) in rows.iter().enumerate() {
        product.column_mut(k).scaled_add(1.0, &c.column(i));
    }
    product
}
