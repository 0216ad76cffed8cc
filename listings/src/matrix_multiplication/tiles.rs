use crate::Matrix;
use crate::matrices::{ShapeError, check_product};
use ndarray::{ArrayView2, Axis};
use std::array::from_fn;

/// The sides of a tile: its 16 sums fit into the registers of a processor.
const TILE: usize = 4;

/// The product AB in tiles of 4×4 entries, whose sums stay in registers while
/// k runs, so that each number fetched is used four times.
///
/// Both factors are first copied into strips, in the order in which they will
/// be read. Shapes: A of shape m×n and B of shape n×p give m×p. Cost: mnp
/// multiplications and additions, a copy of A and one of B.
///
/// # Errors
///
/// [`ShapeError::Product`] unless A has one column for each row of B.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::matmul_tiled};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let b = array![[0.0, 1.0], [1.0, 0.0]];
/// assert_eq!(matmul_tiled(&a, &b), Ok(array![[2.0, 1.0], [4.0, 3.0]]));
/// ```
///
/// Source: Goto and van de Geijn, *Anatomy of High-Performance Matrix
/// Multiplication* (2008), sections 4 and 6.
pub fn matmul_tiled(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let (a_strips, b_strips) = (strips(a.view()), strips(b.t()));
    let mut product = Matrix::zeros((a.nrows(), b.ncols()));
    let results = product.axis_chunks_iter_mut(Axis(1), TILE);
    for (b_strip, mut result) in b_strips.iter().zip(results) {
        let tiles = result.axis_chunks_iter_mut(Axis(0), TILE);
        for (a_strip, mut entries) in a_strips.iter().zip(tiles) {
            let sums = tile(a_strip, b_strip);
            for ((i, j), entry) in entries.indexed_iter_mut() {
                *entry = sums[i][j];
            }
        }
    }
    Ok(product)
}

/// The sums over k of aᵢₖbₖⱼ for four rows i and four columns j.
fn tile(a_strip: &[[f64; TILE]], b_strip: &[[f64; TILE]]) -> [[f64; TILE]; TILE] {
    let mut sums = [[0.0; TILE]; TILE];
    for (a_k, b_k) in a_strip.iter().zip(b_strip) {
        for (row, a_ik) in sums.iter_mut().zip(a_k) {
            for (sum, b_kj) in row.iter_mut().zip(b_k) {
                *sum += a_ik * b_kj;
            }
        }
    }
    sums
}

/// Strips of four rows each, column after column, filled up with zeros where
/// there are no four.
fn strips(a: ArrayView2<'_, f64>) -> Vec<Vec<[f64; TILE]>> {
    let strip = |rows: ArrayView2<'_, f64>| {
        let columns = rows.columns().into_iter();
        let four = columns.map(|column| from_fn(|i| column.get(i).copied().unwrap_or(0.0)));
        four.collect()
    };
    a.axis_chunks_iter(Axis(0), TILE).map(strip).collect()
}
