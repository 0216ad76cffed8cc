//! The Gram matrix holds every dot product; its diagonal, the squared norms.

use mlmath::Matrix;
use mlmath::matrices::transpose;
use mlmath::matrix_multiplication::matmul;

/// The matrix with the entries ‖xᵢ − xⱼ‖². Cost: n²d multiplications and
/// additions for the product, and about 3n² operations for the rest.
pub fn squared_distances(x: &Matrix) -> Matrix {
    let gram = matmul(x, &transpose(x)).expect("X has as many columns as its transpose has rows");
    let entry = |(i, j)| gram[[i, i]] - 2.0 * gram[[i, j]] + gram[[j, j]];
    Matrix::from_shape_fn(gram.dim(), entry)
}
