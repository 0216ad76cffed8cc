use super::ProjectionError;
use super::errors::{check_shape, check_vector, in_range};
use super::triangle::{BLOCK, Triangle, inverse_of_triangle, lengths_of_columns, times_power};
use crate::inverse::gram;
use crate::linear_systems::Cholesky;
use crate::matrices::{times_vector, transpose};
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};
use ndarray::{ArrayView2, Axis, s};

/// The weights x̂ for which ‖b − Ax‖ is least, by Householder's reflections on
/// blocks of rows.
///
/// b goes along as one more column, and nothing but the triangle of [A b] is
/// kept: R, beside it Qᵀb, and in the corner the length of the residual. Each
/// weight is judged as by [`Qr::solve`](super::Qr::solve). Shapes: A of shape m×n
/// with m ≥ n and b of dimension m give dimension n. Cost: about 2mn² operations.
///
/// # Errors
///
/// [`ProjectionError::Empty`], [`ProjectionError::TooFewRows`],
/// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`];
/// [`ProjectionError::NotFinite`]; [`ProjectionError::Dependent`],
/// [`ProjectionError::Uncertain`] and [`ProjectionError::Overflow`].
///
/// ```
/// use mlmath::{prelude::*, projections::least_squares};
///
/// let x = array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
/// let w = least_squares(&x, &array![1.0, 2.0, 2.0])?;
/// assert!((w - array![1.0 / 2.0, 2.0 / 3.0]).iter().all(|d| d.abs() < 1e-14));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 5.3; Demmel,
/// Grigori, Hoemmen and Langou (2012), section 2, for the blocks.
pub fn least_squares(a: &Matrix, b: &Vector) -> Result<Vector, ProjectionError> {
    check_shape(a)?;
    check_vector(a.nrows(), b)?;
    let n = a.ncols();
    let mut triangle = Triangle::new(n + 1);
    let blocks = a.axis_chunks_iter(Axis(0), BLOCK);
    for (k, (rows, b)) in blocks.zip(b.axis_chunks_iter(Axis(0), BLOCK)).enumerate() {
        let mut both = Matrix::zeros((n + 1, b.len()));
        for (mut column, entries) in both.rows_mut().into_iter().zip(rows.columns()) {
            column.assign(&entries);
        }
        both.row_mut(n).assign(&b);
        let block = triangle.absorb(both);
        block.map_err(|error| error.further_down(k * BLOCK))?;
    }
    let r = triangle.r().slice(s![..n, ..n]);
    let (along, left) = (triangle.r().slice(s![..n, n]), triangle.r()[[n, n]]);
    let x = judged(r, &along.to_owned(), left, triangle.rounding())?;
    let unit = |j: usize| triangle.exponents()[n] - triangle.exponents()[j];
    in_range(Vector::from_shape_fn(n, |j| times_power(x[j], unit(j))))
}

/// The same weights by the normal equations AᵀAx̂ = Aᵀb and Cholesky's factor.
///
/// Half the work on tall data, but what is small in A is squared in AᵀA, and
/// rounding may hide it. Shapes: A of shape m×n and b of dimension m give
/// dimension n. Cost: about 2mn² operations as written, for `gram` computes each
/// entry above the diagonal twice.
///
/// # Errors
///
/// [`ProjectionError::Empty`], [`ProjectionError::TooFewRows`],
/// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`];
/// [`ProjectionError::NormalEquations`], also where an entry of AᵀA is too large
/// for f64.
///
/// ```
/// use mlmath::{prelude::*, projections::normal_equations};
///
/// let x = array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
/// let w = normal_equations(&x, &array![1.0, 2.0, 2.0])?;
/// assert!((w - array![1.0 / 2.0, 2.0 / 3.0]).iter().all(|d| d.abs() < 1e-14));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 5.3.
pub fn normal_equations(a: &Matrix, b: &Vector) -> Result<Vector, ProjectionError> {
    check_shape(a)?;
    check_vector(a.nrows(), b)?;
    let right = times_vector(&transpose(a), b).expect("an entry for each row");
    Ok(Cholesky::new(&gram(a))?.solve(&right)?)
}

/// The solution of Rx = c, if it can be trusted.
///
/// Reflections find the weights of a matrix and a vector whose columns differ from
/// the given ones by a small part ρ of their lengths, rounding. To first order that
/// moves weight j by at most ρ‖sⱼ‖(‖b‖ + Σ‖aₖ‖|xₖ| + ‖r‖Σ‖sₖ‖‖aₖ‖), with the rows
/// sⱼ of R⁻¹ and the residual r. If this, times ‖aⱼ‖, is more than ‖b‖, the weight
/// is refused. Units of columns and of b change nothing.
///
/// # Errors
///
/// [`ProjectionError::Dependent`] and [`ProjectionError::Uncertain`].
pub(super) fn judged(
    r: ArrayView2<'_, f64>,
    along: &Vector,
    left: f64,
    rounding: f64,
) -> Result<Vector, ProjectionError> {
    let inverse = inverse_of_triangle(r, rounding)?;
    let x = back(r, along);
    let sizes = lengths_of_columns(r);
    let rows: Vec<f64> = inverse
        .rows()
        .into_iter()
        .map(|row| norm_l2(&row.to_owned()))
        .collect();
    let whole = norm_l2(&ndarray::array![norm_l2(along), left]);
    let terms: f64 = x
        .iter()
        .zip(&sizes)
        .map(|(x_k, size)| x_k.abs() * size)
        .sum();
    let sideways: f64 = rows.iter().zip(&sizes).map(|(row, size)| row * size).sum();
    let moved = rounding * (whole + terms + left * sideways);
    for (column, (row, size)) in rows.iter().zip(&sizes).enumerate() {
        let bound = row * size * moved / whole;
        if bound > 1.0 {
            return Err(ProjectionError::Uncertain { column, bound });
        }
    }
    Ok(x)
}

/// The solution of Rx = c, from the last entry to the first.
fn back(r: ArrayView2<'_, f64>, c: &Vector) -> Vector {
    let mut x = c.clone();
    for i in (0..c.len()).rev() {
        let known: f64 = (i + 1..c.len()).map(|k| r[[i, k]] * x[k]).sum();
        x[i] = (x[i] - known) / r[[i, i]];
    }
    x
}
