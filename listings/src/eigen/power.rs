use super::{EigenError, unit_of};
use crate::inverse::{InverseError, check_square};
use crate::matrices::times_vector_by_rows;
use crate::matrix_multiplication::dot;
use crate::vectors::{norm_l2, unit};
use crate::{Matrix, Vector};
use std::iter::successors;

/// A unit vector v and a number λ for which Av is λv, or nearly so.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigenpair {
    /// The number λ = vᵀAv.
    pub value: f64,
    /// The unit vector v.
    pub vector: Vector,
    /// How large ‖Av − λv‖/‖Av‖ is, or 0 if Av = 0.
    pub residual: f64,
}

/// Power iteration: from a start, again and again, the unit vector of Av.
///
/// The first pair is that of the start; if Av = 0, there are no more. Shapes: A
/// of shape n×n, the start of dimension n. Cost: a product with A for each step.
///
/// # Errors
///
/// [`EigenError::Matrix`] if A is empty, not square or not finite;
/// [`EigenError::Start`] if the start has not n entries or no direction.
///
/// ```
/// use mlmath::{eigen::power_steps, prelude::*};
///
/// let a = array![[2.0, 1.0], [1.0, 2.0]];
/// let quotients: Vec<f64> = power_steps(&a, &array![1.0, 0.0])?
///     .map(|pair| (pair.value * 1e4).round() / 1e4)
///     .take(4)
///     .collect();
/// assert_eq!(quotients, [2.0, 2.8, 2.9756, 2.9973]);
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 7.3.
pub fn power_steps(
    a: &Matrix,
    start: &Vector,
) -> Result<impl Iterator<Item = Eigenpair>, EigenError> {
    check_square(a)?;
    let start = direction_of(start, a.ncols())?;
    let size = unit_of(a);
    let a = a / size;
    let image = move |v: &Vector| times_vector_by_rows(&a, v).expect("n columns");
    let start = (image(&start), start);
    let next = move |(image_of_v, _): &(Vector, Vector)| {
        let v = unit(image_of_v).ok()?;
        Some((image(&v), v))
    };
    Ok(successors(Some(start), next).map(move |(image, v)| pair(image, v, size)))
}

/// The unit vector of a start with so many entries.
fn direction_of(start: &Vector, columns: usize) -> Result<Vector, EigenError> {
    let entries = start.len();
    let direction = unit(start).ok().filter(|_| entries == columns);
    direction.ok_or(EigenError::Start { columns, entries })
}

/// The pair of v, whose image is given, and of A in its old unit.
fn pair(image: Vector, vector: Vector, size: f64) -> Eigenpair {
    let value = dot(&vector, &image);
    let missed = norm_l2(&(&image - &(value * &vector)));
    let residual = match missed == 0.0 {
        true => 0.0,
        false => missed / norm_l2(&image),
    };
    Eigenpair {
        value: value * size,
        vector,
        residual,
    }
}

/// Power iteration until ‖Av − λv‖ is at most the tolerance times ‖Av‖.
///
/// If A is diagonalisable, one eigenvalue is larger in absolute value than all
/// others, and the start has a part in its eigenvectors, this is the pair that
/// is approached. Otherwise it may be another one: the residual says only that
/// it is a pair. Shapes: A of shape n×n, the start of dimension n. Cost: a
/// product with A for each step.
///
/// # Errors
///
/// Those of [`power_steps`]; [`EigenError::NotConverged`] if the steps do not
/// suffice; [`InverseError::Overflow`] if λ is too large for f64.
///
/// ```
/// use mlmath::{eigen::power_iteration, prelude::*};
///
/// let a = array![[2.0, 1.0], [1.0, 2.0]];
/// let pair = power_iteration(&a, &array![1.0, 0.0], 1e-12, 100)?;
/// assert!((pair.value - 3.0).abs() < 1e-12);
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 7.3.
pub fn power_iteration(
    a: &Matrix,
    start: &Vector,
    tolerance: f64,
    most_steps: usize,
) -> Result<Eigenpair, EigenError> {
    let mut reached = (0, f64::INFINITY);
    for (steps, pair) in power_steps(a, start)?.take(most_steps + 1).enumerate() {
        if pair.residual <= tolerance {
            return match pair.value.is_finite() {
                true => Ok(pair),
                false => Err(InverseError::Overflow.into()),
            };
        }
        reached = (steps, pair.residual);
    }
    let (steps, residual) = reached;
    Err(EigenError::NotConverged { steps, residual })
}
