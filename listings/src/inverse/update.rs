use super::check_range;
use crate::matrices::{times_vector, transpose};
use crate::matrix_multiplication::{dot, outer};
use crate::{Matrix, Vector};
use std::error::Error;
use std::fmt;

/// Why the inverse of A + uvᵀ cannot be had from that of A.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum UpdateError {
    /// A + uvᵀ has no inverse: 1 + vᵀA⁻¹u is 0, or nothing but rounding.
    Singular {
        /// What 1 + vᵀA⁻¹u is in f64.
        denominator: f64,
    },
    /// uvᵀ is so large beside A that nothing is left of A but rounding.
    Lost {
        /// What 1 + vᵀA⁻¹u is in f64.
        denominator: f64,
    },
    /// A number of the result, or on the way to it, is too large for f64, or
    /// one that is given is infinite or NaN.
    Overflow,
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UpdateError::Singular { denominator } => {
                write!(f, "singular: the update divides by {denominator:e}")
            }
            UpdateError::Lost { denominator } => write!(
                f,
                "nothing is left of the old matrix: the update divides by {denominator:e}"
            ),
            UpdateError::Overflow => write!(f, "a number is NaN or too large for f64"),
        }
    }
}

impl Error for UpdateError {}

/// The inverse of A + uvᵀ from that of A, by the formula of Sherman and
/// Morrison: A⁻¹ − A⁻¹uvᵀA⁻¹/q with q = 1 + vᵀA⁻¹u.
///
/// It makes A⁻¹u/q of u, by cancellation. All that q is made of has the size
/// s = 1 + |v|ᵀ|A⁻¹||u|. So rounding changes q by at most about rs, where
/// r = (2n + 1)·2⁻⁵², and A⁻¹u/q by about rs times itself: from rs = 1 on, the
/// result may send u to 0 as well.
///
/// What rounding has done to A⁻¹ before, nobody sees: errors add up.
///
/// Shapes: A⁻¹ of shape n×n, u and v of dimension n give n×n. Cost: 3n²
/// multiplications and additions, to leading order, and n² for the check.
///
/// # Errors
///
/// [`UpdateError::Singular`] if |q| is at most rs, [`UpdateError::Lost`] if rs is
/// at least 1, and [`UpdateError::Overflow`] if a number is too large for f64.
///
/// # Panics
///
/// If the shapes do not fit.
///
/// ```
/// use mlmath::{inverse::sherman_morrison, matrices::identity, prelude::*};
///
/// let (u, v) = (array![1.0, 0.0], array![1.0, 2.0]);
/// let updated = sherman_morrison(&identity(2), &u, &v);
/// assert_eq!(updated, Ok(array![[0.5, -1.0], [0.0, 1.0]]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.1.4.
pub fn sherman_morrison(a_inverse: &Matrix, u: &Vector, v: &Vector) -> Result<Matrix, UpdateError> {
    let (shape, m, n) = (a_inverse.dim(), u.len(), v.len());
    assert_eq!(shape, (m, n), "{shape:?} does not fit {m} and {n} entries");
    assert_eq!(m, n, "{shape:?} is not square");
    let column = times_vector(a_inverse, u).expect("as many columns as entries");
    let row = times_vector(&transpose(a_inverse), v).expect("as many rows as entries");
    let denominator = 1.0 + dot(v, &column);
    let size = a_inverse.mapv(f64::abs);
    let sizes = times_vector(&size, &u.mapv(f64::abs)).expect("as many columns as entries");
    let terms = 1.0 + dot(&v.mapv(f64::abs), &sizes);
    check_range([&denominator, &terms]).map_err(|_| UpdateError::Overflow)?;
    let rounding = (2 * n + 1) as f64 * f64::EPSILON * terms;
    if denominator.abs() <= rounding {
        return Err(UpdateError::Singular { denominator });
    }
    if rounding >= 1.0 {
        return Err(UpdateError::Lost { denominator });
    }
    let updated = a_inverse - outer(&(column / denominator), &row);
    check_range(&updated).map_err(|_| UpdateError::Overflow)?;
    Ok(updated)
}
