use super::PcaError;
use crate::inverse::{check_entries, check_range};
use crate::matrices::symmetric_part;
use crate::vectors::{norm_l2, power_of_two};
use crate::{Matrix, Vector};
use ndarray::Zip;

/// The data matrix with the mean of its column subtracted from each entry, and
/// the means.
///
/// The means are found twice: those of the entries, then those of what is left,
/// so that data far from the origin keep their digits. Of a column of equal
/// entries exactly zeros are left. Shapes: X of shape n×d gives n×d and d means.
/// Cost: 4nd additions.
///
/// # Errors
///
/// [`PcaError::Data`] if X is empty or not finite, or an entry is too large for
/// f64.
///
/// ```
/// use mlmath::{pca::centre, prelude::*};
///
/// let (x_c, mean) = centre(&array![[1.0, 5.0], [3.0, 5.0]])?;
/// assert_eq!(x_c, array![[-1.0, 0.0], [1.0, 0.0]]);
/// assert_eq!(mean, array![2.0, 5.0]);
/// # Ok::<(), mlmath::pca::PcaError>(())
/// ```
///
/// Source: Jolliffe, *Principal Component Analysis*, section 1.1.
pub fn centre(x: &Matrix) -> Result<(Matrix, Vector), PcaError> {
    let Means { near, rest } = means(x)?;
    Ok((less_means(x, &near, &rest)?, near + rest))
}

/// Subtracts means in two parts, the second of them small.
pub(super) fn less_means(x: &Matrix, near: &Vector, rest: &Vector) -> Result<Matrix, PcaError> {
    let x_c = (x - near) - rest;
    check_range(&x_c)?;
    Ok(x_c)
}

/// The means of columns in two parts, since one f64 cannot hold all digits.
pub(super) struct Means {
    pub(super) near: Vector,
    pub(super) rest: Vector,
}

pub(super) fn means(x: &Matrix) -> Result<Means, PcaError> {
    check_entries(x)?;
    let (mut low, mut high) = (x.row(0).to_owned(), x.row(0).to_owned());
    for row in x.rows() {
        Zip::from(&mut low)
            .and(&mut high)
            .and(row)
            .for_each(|l, h, &x_ij| {
                *l = l.min(x_ij);
                *h = h.max(x_ij);
            });
    }
    // In units in which no sum leaves the range.
    let unit = Zip::from(&low)
        .and(&high)
        .map_collect(|l, h| power_of_two(l.abs().max(h.abs())));
    let zero = Vector::zeros(x.ncols());
    let mut near = mean_from(x, &zero, &unit) * &unit;
    // Rounding must not move a mean out of the range of the entries: of equal
    // ones it is their value.
    Zip::from(&mut near)
        .and(&low)
        .and(&high)
        .for_each(|m, l, h| *m = m.clamp(*l, *h));
    let rest = mean_from(x, &near, &unit) * &unit;
    Ok(Means { near, rest })
}

/// The means of what the entries differ from an origin by, in units.
fn mean_from(x: &Matrix, origin: &Vector, unit: &Vector) -> Vector {
    let (origin, inverse) = (origin / unit, unit.mapv(|u| 1.0 / u));
    let mut sum = Vector::zeros(x.ncols());
    for row in x.rows() {
        Zip::from(&mut sum)
            .and(row)
            .and(&origin)
            .and(&inverse)
            .for_each(|s, x_ij, o, u| *s += x_ij * u - o);
    }
    sum / x.nrows() as f64
}

/// The sample covariance matrix S = X_cᵀX_c/(n − 1), symmetric to the last digit.
///
/// Shapes: X of shape n×d gives d×d. Cost: nd² multiplications and additions.
///
/// # Errors
///
/// [`PcaError::Data`] if X is empty or not finite, or an entry of S is too large
/// for f64; [`PcaError::OneRow`].
///
/// ```
/// use mlmath::{pca::covariance, prelude::*};
///
/// let x = array![[1.0, 5.0], [2.0, 7.0], [3.0, 6.0]];
/// assert_eq!(covariance(&x)?, array![[1.0, 0.5], [0.5, 1.0]]);
/// # Ok::<(), mlmath::pca::PcaError>(())
/// ```
///
/// Source: Jolliffe, *Principal Component Analysis*, section 3.1.
pub fn covariance(x: &Matrix) -> Result<Matrix, PcaError> {
    let (x_c, _) = centre(x)?;
    if x.nrows() == 1 {
        return Err(PcaError::OneRow);
    }
    // In a unit in which no sum leaves the range, unless its result does.
    let unit = largest_unit(&x_c);
    let x_c = x_c / unit;
    let s = symmetric_part(&x_c.t().dot(&x_c)).expect("a square matrix");
    let s = s / (x.nrows() as f64 - 1.0) * unit * unit;
    check_range(&s)?;
    Ok(s)
}

/// A power of two near the largest entry.
pub(super) fn largest_unit(x: &Matrix) -> f64 {
    power_of_two(x.iter().fold(0.0, |most, x_ij| x_ij.abs().max(most)))
}

/// A data matrix whose columns have mean 0 and standard deviation 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Standardised {
    /// The new data matrix Z, n×d.
    pub z: Matrix,
    /// The means of the columns of X.
    pub mean: Vector,
    /// Their standard deviations, with n − 1 as the divisor.
    pub deviation: Vector,
}

/// Measures each column in its own standard deviation, from its mean.
///
/// The covariance matrix of the result holds the correlations of the columns.
/// Shapes: X of shape n×d gives n×d. Cost: 7nd operations.
///
/// # Errors
///
/// [`PcaError::Data`] if X is empty or not finite, or a number is too large for
/// f64; [`PcaError::OneRow`]; [`PcaError::ConstantColumn`].
///
/// ```
/// use mlmath::{pca::standardise, prelude::*};
///
/// let standardised = standardise(&array![[1.0, 500.0], [2.0, 700.0], [3.0, 600.0]])?;
/// assert_eq!(standardised.z, array![[-1.0, -1.0], [0.0, 1.0], [1.0, 0.0]]);
/// assert_eq!(standardised.deviation, array![1.0, 100.0]);
/// # Ok::<(), mlmath::pca::PcaError>(())
/// ```
///
/// Source: Jolliffe, *Principal Component Analysis*, section 2.3.
pub fn standardise(x: &Matrix) -> Result<Standardised, PcaError> {
    let (mut z, mean) = centre(x)?;
    if x.nrows() == 1 {
        return Err(PcaError::OneRow);
    }
    let root = (x.nrows() as f64 - 1.0).sqrt();
    let mut deviation = Vector::zeros(x.ncols());
    for (j, mut column) in z.columns_mut().into_iter().enumerate() {
        let unit = power_of_two(column.iter().fold(0.0, |most, z_ij| z_ij.abs().max(most)));
        column /= unit;
        let length = norm_l2(&column.to_owned());
        if length == 0.0 {
            return Err(PcaError::ConstantColumn { column: j });
        }
        column /= length / root;
        deviation[j] = length / root * unit;
    }
    check_range(&deviation)?;
    Ok(Standardised { z, mean, deviation })
}
