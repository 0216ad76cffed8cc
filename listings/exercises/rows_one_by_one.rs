//! Keep an inverse up to date while rows of data arrive.
//!
//! Without data the matrix is c times the identity. Each row x of the data adds
//! the outer product of x with itself; the inverse must follow.

use mlmath::Matrix;
use mlmath::inverse::UpdateError;

/// The inverse of cI + XᵀX, by one update for each row of X.
pub fn rows_one_by_one(c: f64, x: &Matrix) -> Result<Matrix, UpdateError> {
    todo!("start from the inverse of cI; `mlmath::inverse::sherman_morrison` does one row")
}

/// What the harness asks of the function.
pub fn check(rows_one_by_one: fn(f64, &Matrix) -> Result<Matrix, UpdateError>) {
    use mlmath::inverse::{gram, inverse};
    use mlmath::matrices::{identity, scale};
    use ndarray::array;

    assert_eq!(
        rows_one_by_one(4.0, &Matrix::zeros((0, 2))),
        Ok(array![[0.25, 0.0], [0.0, 0.25]]),
        "before the first row"
    );
    // The first ten flowers, whose lengths are up to 6 cm: entries of the Gram
    // matrix up to 240, and of its inverse up to 1/c.
    let flowers = mlmath::data::iris().x;
    let x = flowers.slice(ndarray::s![..10, ..]).to_owned();
    let updated = rows_one_by_one(0.5, &x).expect("denominators of at least 1");
    let fresh = inverse(&(gram(&x) + scale(0.5, &identity(4)))).expect("positive definite");
    let difference = (&updated - &fresh).fold(0.0, |most: f64, d| most.max(d.abs()));
    assert!(
        updated.dim() == (4, 4) && difference < 1e-10,
        "after ten flowers\n{updated}\ninstead of\n{fresh}"
    );
}
