use super::undo::downwards;
use super::{InverseError, RowOperation, check_range, check_square};
use crate::Matrix;

/// The determinant, by elimination: the product of the pivots, with a change of
/// sign for each exchange of rows.
///
/// Shapes: A of shape n×n gives a number. Cost: ⅔n³ multiplications and
/// subtractions, to leading order.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, or holds an infinite
/// number or NaN; [`InverseError::Overflow`] if a number is too large for f64.
///
/// ```
/// use mlmath::{inverse::determinant, prelude::*};
///
/// assert_eq!(determinant(&array![[1.0, 2.0], [4.0, 3.0]]), Ok(-5.0));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 5.1.
pub fn determinant(a: &Matrix) -> Result<f64, InverseError> {
    let (sign, pivots) = pivots(a)?;
    let determinant = sign * product_in_range(pivots);
    check_range([&determinant])?;
    Ok(determinant)
}

/// The sign of the determinant, 1, −1 or 0, and the natural logarithm of its
/// absolute value, which stays in range where the determinant does not.
///
/// Shapes: A of shape n×n gives two numbers. Cost: that of the determinant and
/// n logarithms.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, or holds an infinite
/// number or NaN; [`InverseError::Overflow`] if a number is too large for f64.
///
/// ```
/// use mlmath::{inverse::log_determinant, matrices::diagonal, prelude::*};
///
/// let (sign, log) = log_determinant(&diagonal(&Vector::from_elem(400, 0.1)))?;
/// assert_eq!(sign, 1.0);
/// assert!((log - 400.0 * 0.1_f64.ln()).abs() < 1e-9);
/// # Ok::<(), mlmath::inverse::InverseError>(())
/// ```
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms*, section 14.6.
pub fn log_determinant(a: &Matrix) -> Result<(f64, f64), InverseError> {
    let (sign, pivots) = pivots(a)?;
    if pivots.contains(&0.0) {
        return Ok((0.0, f64::NEG_INFINITY));
    }
    let sign = pivots
        .iter()
        .fold(sign, |sign, pivot| sign * pivot.signum());
    Ok((sign, pivots.iter().map(|pivot| pivot.abs().ln()).sum()))
}

/// The determinant by expansion along the first row, and so on for each
/// smaller matrix.
///
/// Shapes: A of shape n×n gives a number. Cost: more than n! multiplications,
/// so for small n alone.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, or holds an infinite
/// number or NaN; [`InverseError::Overflow`] if a number is too large for f64.
///
/// ```
/// use mlmath::{inverse::determinant_by_expansion, prelude::*};
///
/// let a = array![[1.0, 2.0], [4.0, 3.0]];
/// assert_eq!(determinant_by_expansion(&a), Ok(-5.0));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 0.3.
pub fn determinant_by_expansion(a: &Matrix) -> Result<f64, InverseError> {
    check_square(a)?;
    let determinant = expand(a);
    check_range([&determinant])?;
    Ok(determinant)
}

fn expand(a: &Matrix) -> f64 {
    if a.is_empty() {
        return 1.0;
    }
    let term = |j| {
        let sign = if j % 2 == 0 { 1.0 } else { -1.0 };
        sign * a[[0, j]] * expand(&minor(a, j))
    };
    (0..a.ncols()).map(term).sum()
}

/// A without its first row and without column j.
fn minor(a: &Matrix, j: usize) -> Matrix {
    let n = a.nrows() - 1;
    let entry = |(i, k)| a[[i + 1, if k < j { k } else { k + 1 }]];
    Matrix::from_shape_fn((n, n), entry)
}

/// The pivots of elimination downwards, and −1 for an odd number of exchanges.
/// If it stops, the pivot 0 at which it does.
fn pivots(a: &Matrix) -> Result<(f64, Vec<f64>), InverseError> {
    check_square(a)?;
    let (mut a, mut operations) = (a.clone(), Vec::new());
    let pivots = match downwards(&mut a, &mut operations) {
        Ok(()) => a.diag().to_vec(),
        Err(InverseError::Singular { .. }) => vec![0.0],
        Err(other) => return Err(other),
    };
    let is_exchange = |operation: &&_| matches!(operation, RowOperation::Exchange { .. });
    let exchanges = operations.iter().filter(is_exchange).count();
    let sign = if exchanges.is_multiple_of(2) {
        1.0
    } else {
        -1.0
    };
    Ok((sign, pivots))
}

/// The product of numbers, multiplied in an order that leaves the range of f64
/// only where the product does: a large one next while it is small, and a small
/// one while it is large.
pub(crate) fn product_in_range(mut factors: Vec<f64>) -> f64 {
    factors.sort_by(|x, y| x.abs().total_cmp(&y.abs()));
    let mut factors = factors.into_iter();
    let mut product = 1.0_f64;
    while let Some(factor) = match product.abs() < 1.0 {
        true => factors.next_back(),
        false => factors.next(),
    } {
        product *= factor;
    }
    product
}
