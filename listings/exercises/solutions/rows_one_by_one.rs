//! An update for each row; the data are read once.

use mlmath::Matrix;
use mlmath::inverse::{UpdateError, sherman_morrison};
use mlmath::matrices::{identity, scale};

/// The inverse of cI + XᵀX, by one update for each row of X.
///
/// # Errors
///
/// [`UpdateError`] if c is so small beside the rows that nothing is left of it.
///
/// # Panics
///
/// If c is not positive, for then there may be no inverse; or if 1/c is out of
/// range.
pub fn rows_one_by_one(c: f64, x: &Matrix) -> Result<Matrix, UpdateError> {
    let is_in_range = c.is_normal() && c > 0.0;
    assert!(is_in_range, "c is {c}, but must be positive and in range");
    let mut inverse = scale(1.0 / c, &identity(x.ncols()));
    for row in x.rows() {
        let row = row.to_owned();
        inverse = sherman_morrison(&inverse, &row, &row)?;
    }
    Ok(inverse)
}
