//! An update for each row; the data are read once.

use mlmath::Matrix;
use mlmath::inverse::sherman_morrison;
use mlmath::matrices::{identity, scale};

/// The inverse of cI + XᵀX, by one update for each row of X.
///
/// # Panics
///
/// If c is not positive: then there may be no inverse.
pub fn rows_one_by_one(c: f64, x: &Matrix) -> Matrix {
    assert!(c > 0.0, "c is {c}, but must be positive");
    let mut inverse = scale(1.0 / c, &identity(x.ncols()));
    for row in x.rows() {
        let row = row.to_owned();
        inverse = sherman_morrison(&inverse, &row, &row).expect("a denominator of at least 1");
    }
    inverse
}
