use super::ProjectionError;
use super::errors::check_shape;
use super::triangle::{exponent, inverse_of_triangle, times_power};
use crate::Matrix;
use crate::matrix_multiplication::dot;
use crate::vectors::{norm_inf, norm_l2};
use ndarray::s;

/// From what a projection is subtracted, and hence computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GramSchmidt {
    /// All projections of the column as it was.
    Classical,
    /// Each projection of what the ones before it have left.
    Modified,
}

/// The factors of A = QR, column after column: from each column its projections
/// on the earlier ones are subtracted.
///
/// On paper both ways agree; in f64 the classical one can lose all right angles.
/// Shapes: A of shape m×n with m ≥ n gives Q of shape m×n and R of shape n×n. Cost:
/// about 2mn² operations.
///
/// # Errors
///
/// [`ProjectionError::Empty`], [`ProjectionError::TooFewRows`] and
/// [`ProjectionError::NotFinite`]; [`ProjectionError::Dependent`] if rounding can
/// have made all that is left of a column; [`ProjectionError::Overflow`].
///
/// ```
/// use mlmath::{prelude::*, projections::{GramSchmidt, gram_schmidt}};
///
/// let a = array![[3.0, 1.0], [4.0, 3.0], [0.0, 2.0]];
/// let (q, r) = gram_schmidt(&a, GramSchmidt::Modified)?;
/// assert!((q.column(0).to_owned() - array![0.6, 0.8, 0.0]).iter().all(|d| d.abs() < 1e-15));
/// assert!((r[[0, 1]] - 3.0).abs() < 1e-15);
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 5.2.
pub fn gram_schmidt(a: &Matrix, way: GramSchmidt) -> Result<(Matrix, Matrix), ProjectionError> {
    let (a, units) = in_own_units(a)?;
    let (m, n) = a.dim();
    let (mut q, mut r) = (Matrix::zeros((m, n)), Matrix::zeros((n, n)));
    for j in 0..n {
        let column = a.column(j).to_owned();
        let mut left = column.clone();
        for i in 0..j {
            let q_i = q.column(i).to_owned();
            r[[i, j]] = match way {
                GramSchmidt::Classical => dot(&q_i, &column),
                GramSchmidt::Modified => dot(&q_i, &left),
            };
            left.scaled_add(-r[[i, j]], &q_i);
        }
        r[[j, j]] = norm_l2(&left);
        check_left(&r, j)?;
        q.column_mut(j).assign(&(left / r[[j, j]]));
    }
    Ok((q, in_units(r, &units)?))
}

/// Refuses column j if rounding can have made all that is left of it.
fn check_left(r: &Matrix, j: usize) -> Result<(), ProjectionError> {
    let so_far = r.slice(s![..=j, ..=j]);
    let rounding = 4.0 * (j + 2) as f64 * f64::EPSILON;
    inverse_of_triangle(so_far, rounding).map(drop)
}

/// The matrix with each column multiplied by a power of two, so that its largest
/// entry is between 1 and 2, and the exponents that undo it.
fn in_own_units(a: &Matrix) -> Result<(Matrix, Vec<i32>), ProjectionError> {
    check_shape(a)?;
    if let Some(((row, column), &value)) = a.indexed_iter().find(|(_, value)| !value.is_finite()) {
        return Err(ProjectionError::NotFinite { row, column, value });
    }
    let columns = a.columns().into_iter();
    let units: Vec<i32> = columns
        .map(|column| exponent(norm_inf(&column.to_owned())))
        .collect();
    let entry = |(i, j)| times_power(a[[i, j]], -units[j]);
    Ok((Matrix::from_shape_fn(a.dim(), entry), units))
}

/// The factor R in the old units of its columns.
fn in_units(r: Matrix, units: &[i32]) -> Result<Matrix, ProjectionError> {
    let r = Matrix::from_shape_fn(r.dim(), |(i, j)| times_power(r[[i, j]], units[j]));
    match r.indexed_iter().find(|(_, r_ij)| !r_ij.is_finite()) {
        None => Ok(r),
        Some(((_, entry), _)) => Err(ProjectionError::Overflow { entry }),
    }
}
