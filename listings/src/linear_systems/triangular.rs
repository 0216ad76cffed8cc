use super::SolveError;
use super::errors::check_right_hand_side;
use crate::inverse::{InverseError, check_square};
use crate::{Matrix, Vector};
use ndarray::s;

/// The solution of Lx = b for a lower triangular L, from the first entry to
/// the last.
///
/// Only the entries on and below the diagonal are used. Shapes: L of shape n×n
/// and b of dimension n give dimension n. Cost: n² operations: n(n − 1)/2
/// multiplications, as many subtractions, n divisions.
///
/// # Errors
///
/// [`SolveError::Matrix`] if L is empty, not square, not finite, or has a 0 on
/// its diagonal; [`SolveError::RightHandSide`] and [`SolveError::NotFinite`]
/// for b; [`SolveError::Overflow`].
///
/// ```
/// use mlmath::{prelude::*, linear_systems::forward_substitution};
///
/// let l = array![[2.0, 0.0], [1.0, 4.0]];
/// assert_eq!(forward_substitution(&l, &array![6.0, 11.0]), Ok(array![3.0, 2.0]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 3.1.
pub fn forward_substitution(l: &Matrix, b: &Vector) -> Result<Vector, SolveError> {
    check_triangular(l, b)?;
    in_range(forward(l, b), 0..b.len())
}

/// The solution of Ux = b for an upper triangular U, from the last entry to
/// the first.
///
/// Only the entries on and above the diagonal are used. Shapes: U of shape n×n
/// and b of dimension n give dimension n. Cost: n² operations: n(n − 1)/2
/// multiplications, as many subtractions, n divisions.
///
/// # Errors
///
/// [`SolveError::Matrix`] if U is empty, not square, not finite, or has a 0 on
/// its diagonal; [`SolveError::RightHandSide`] and [`SolveError::NotFinite`]
/// for b; [`SolveError::Overflow`].
///
/// ```
/// use mlmath::{prelude::*, linear_systems::back_substitution};
///
/// let u = array![[2.0, 1.0], [0.0, 4.0]];
/// assert_eq!(back_substitution(&u, &array![8.0, 8.0]), Ok(array![3.0, 2.0]));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 3.1.
pub fn back_substitution(u: &Matrix, b: &Vector) -> Result<Vector, SolveError> {
    check_triangular(u, b)?;
    in_range(back(u, b), (0..b.len()).rev())
}

/// The solution of Lx = b, where L and b have been checked.
pub(super) fn forward(l: &Matrix, b: &Vector) -> Vector {
    let mut x = Vector::zeros(b.len());
    for i in 0..b.len() {
        let known = l.slice(s![i, ..i]).dot(&x.slice(s![..i]));
        x[i] = (b[i] - known) / l[[i, i]];
    }
    x
}

/// The solution of Ux = b, where U and b have been checked.
pub(super) fn back(u: &Matrix, b: &Vector) -> Vector {
    let mut x = Vector::zeros(b.len());
    for i in (0..b.len()).rev() {
        let known = u.slice(s![i, i + 1..]).dot(&x.slice(s![i + 1..]));
        x[i] = (b[i] - known) / u[[i, i]];
    }
    x
}

/// The solution of Lᵀx = y, where L and y have been checked. Column i of Lᵀ is
/// row i of L, so no copy is needed: each entry that has been found is taken
/// out of the equations above.
pub(super) fn back_transposed(l: &Matrix, y: &Vector) -> Vector {
    let mut x = y.clone();
    for i in (0..y.len()).rev() {
        x[i] /= l[[i, i]];
        let found = x[i];
        let mut above = x.slice_mut(s![..i]);
        above.scaled_add(-found, &l.slice(s![i, ..i]));
    }
    x
}

/// The solution of Uᵀx = y in the same way: each entry that has been found is
/// taken out of the equations below.
pub(super) fn forward_transposed(u: &Matrix, y: &Vector) -> Vector {
    let mut x = y.clone();
    for i in 0..y.len() {
        x[i] /= u[[i, i]];
        let found = x[i];
        let mut below = x.slice_mut(s![i + 1..]);
        below.scaled_add(-found, &u.slice(s![i, i + 1..]));
    }
    x
}

/// The solution, if f64 can hold it. Otherwise the error names the first entry,
/// in the order in which they were computed, where it could not.
pub(super) fn in_range(
    x: Vector,
    order: impl IntoIterator<Item = usize>,
) -> Result<Vector, SolveError> {
    match order.into_iter().find(|&entry| !x[entry].is_finite()) {
        None => Ok(x),
        Some(entry) => Err(SolveError::Overflow { entry }),
    }
}

fn check_triangular(a: &Matrix, b: &Vector) -> Result<(), SolveError> {
    check_square(a)?;
    check_right_hand_side(a.nrows(), b)?;
    match a.diag().iter().position(|&pivot| pivot == 0.0) {
        None => Ok(()),
        Some(column) => Err(InverseError::Singular { column }.into()),
    }
}
