use crate::matrices::{times_vector, transpose};
use crate::matrix_multiplication::{dot, outer};
use crate::{Matrix, Vector};
use std::error::Error;
use std::fmt;

/// The matrix A + uvᵀ has no inverse: 1 + vᵀA⁻¹u is 0, or nothing but rounding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingularUpdate {
    /// What 1 + vᵀA⁻¹u is in f64.
    pub denominator: f64,
}

impl fmt::Display for SingularUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the update divides by {:e}", self.denominator)
    }
}

impl Error for SingularUpdate {}

/// The inverse of A + uvᵀ from that of A, by the formula of Sherman and
/// Morrison: A⁻¹ − A⁻¹uvᵀA⁻¹/(1 + vᵀA⁻¹u).
///
/// Shapes: A⁻¹ of shape n×n, u and v of dimension n give n×n. Cost: 3n²
/// multiplications and additions, to leading order, and n² for the check.
///
/// # Errors
///
/// [`SingularUpdate`] if the denominator is at most (2n + 1)·2⁻⁵² times the
/// sum of the absolute values of all that it is made of, 1 + |v|ᵀ|A⁻¹||u|, or
/// if a result is too large for f64.
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
pub fn sherman_morrison(
    a_inverse: &Matrix,
    u: &Vector,
    v: &Vector,
) -> Result<Matrix, SingularUpdate> {
    let (shape, m, n) = (a_inverse.dim(), u.len(), v.len());
    assert_eq!(shape, (m, n), "{shape:?} does not fit {m} and {n} entries");
    assert_eq!(m, n, "{shape:?} is not square");
    let column = times_vector(a_inverse, u).expect("as many columns as entries");
    let row = times_vector(&transpose(a_inverse), v).expect("as many rows as entries");
    let denominator = 1.0 + dot(v, &column);
    let size = a_inverse.mapv(f64::abs);
    let sizes = times_vector(&size, &u.mapv(f64::abs)).expect("as many columns as entries");
    let terms = 1.0 + dot(&v.mapv(f64::abs), &sizes);
    let rounding = (2 * n + 1) as f64 * f64::EPSILON * terms;
    let updated = a_inverse - outer(&(column / denominator), &row);
    let in_range = updated.iter().all(|entry| entry.is_finite());
    if !in_range || denominator.abs() <= rounding {
        return Err(SingularUpdate { denominator });
    }
    Ok(updated)
}
