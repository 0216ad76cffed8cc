use super::readings::add_product;
use crate::Matrix;
use crate::matrices::{ShapeError, check_product};
use ndarray::Axis;

/// How many rows and columns of B make a block: 32 · 1024 numbers of f64 are
/// 256 KiB, which fit into the second cache of most processors.
const BLOCK: [usize; 2] = [32, 1024];

/// The product AB in blocks: B is cut into pieces that fit into the cache, and
/// each piece is used for every row of A before the next one is fetched.
///
/// Shapes: A of shape m×n and B of shape n×p give m×p. Cost: mnp
/// multiplications and additions; B comes from memory once, not m times, and
/// AB passes by n/32 times.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul_blocked};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(matmul_blocked(&a, &b), Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.5.
pub fn matmul_blocked(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let mut product = Matrix::zeros((a.nrows(), b.ncols()));
    let [rows, columns] = BLOCK;
    let a_blocks = a.axis_chunks_iter(Axis(1), rows);
    for (a_block, b_rows) in a_blocks.zip(b.axis_chunks_iter(Axis(0), rows)) {
        let b_blocks = b_rows.axis_chunks_iter(Axis(1), columns);
        let results = product.axis_chunks_iter_mut(Axis(1), columns);
        for (b_block, result) in b_blocks.zip(results) {
            add_product(a_block, b_block, result);
        }
    }
    Ok(product)
}
