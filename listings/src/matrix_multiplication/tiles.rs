use crate::Matrix;
use crate::matrices::{ShapeError, check_product};

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
/// [`ShapeError::Product`] if A has not as many columns as B has rows.
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
/// Multiplication* (2008), section 4.
pub fn matmul_tiled(a: &Matrix, b: &Matrix) -> Result<Matrix, ShapeError> {
    check_product(a.dim(), b.dim())?;
    let (m, p) = (a.nrows(), b.ncols());
    let a_strips = strips(m, a.ncols(), |i, k| a[[i, k]]);
    let b_strips = strips(p, b.nrows(), |j, k| b[[k, j]]);
    let mut product = Matrix::zeros((m, p));
    for (j, b_strip) in b_strips.iter().enumerate() {
        for (i, a_strip) in a_strips.iter().enumerate() {
            let sums = tile(a_strip, b_strip);
            for row in 0..TILE.min(m - TILE * i) {
                for column in 0..TILE.min(p - TILE * j) {
                    product[[TILE * i + row, TILE * j + column]] = sums[row][column];
                }
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

/// Strips of four lines each, filled up with zeros where there are no four.
fn strips(lines: usize, n: usize, entry: impl Fn(usize, usize) -> f64) -> Vec<Vec<[f64; TILE]>> {
    let within = |line, k| if line < lines { entry(line, k) } else { 0.0 };
    let strip = |first| {
        let four = |k| std::array::from_fn(|i| within(first + i, k));
        (0..n).map(four).collect()
    };
    (0..lines).step_by(TILE).map(strip).collect()
}
