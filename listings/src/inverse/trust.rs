//! How far a computed solution can be trusted: bounds that no scaling of rows or
//! columns changes.

use super::{InverseError, RowOperation, inverse};
use crate::matrices::{identity, times_vector_by_rows};
use crate::{Matrix, Vector};

/// What solves systems with a matrix and with its transpose, up to rounding.
/// Where numbers leave the range of f64, so does the solution.
pub(crate) trait Solver {
    /// About A⁻¹r.
    fn solve(&self, r: &Vector) -> Vector;
    /// About (Aᵀ)⁻¹r.
    fn solve_transposed(&self, r: &Vector) -> Vector;
}

/// The residual b − Ax, where the shapes fit.
pub(crate) fn residual(a: &Matrix, b: &Vector, x: &Vector) -> Vector {
    match times_vector_by_rows(a, x) {
        Ok(product) => b - &product,
        Err(error) => panic!("{error}"),
    }
}

/// The entry of a solution which is the least certain, and a bound on its error
/// as a multiple of its size.
///
/// The error x − A⁻¹b is A⁻¹ times the residual, and this is known up to
/// rounding. So in each entry the error is at most |A⁻¹|f with f from
/// [`uncertainty`]. Entries that are 0 are left out.
pub(crate) fn error_bound(
    solver: &impl Solver,
    a: &Matrix,
    b: &Vector,
    x: &Vector,
) -> (usize, f64) {
    largest_error(solver, &uncertainty(a, b, x), x)
}

/// The solution, if it can be trusted: each entry has a digit that is certain,
/// or A has a certain inverse, and an entry is 0 up to rounding only because b
/// is what it is.
///
/// # Errors
///
/// Those of [`inverse`]; of [`InverseError::Uncertain`] the row is the entry.
pub(crate) fn trusted(
    solver: &impl Solver,
    a: &Matrix,
    b: &Vector,
    x: Vector,
) -> Result<Vector, InverseError> {
    let (row, bound) = error_bound(solver, a, b, &x);
    if bound < 1.0 && x.iter().all(|&x_i| x_i != 0.0) {
        return Ok(x);
    }
    match inverse(a) {
        Ok(inverse) => Ok(&x + &inverse.dot(&residual(a, b, &x))),
        Err(InverseError::Uncertain { column, .. }) if bound >= 1.0 => {
            Err(InverseError::Uncertain { row, column, bound })
        }
        Err(error) => Err(error),
    }
}

/// |b − Ax| with what its rounding can have hidden: (n + 1)·2⁻⁵² times the
/// sizes of its terms.
fn uncertainty(a: &Matrix, b: &Vector, x: &Vector) -> Vector {
    let rounding = (b.len() + 1) as f64 * f64::EPSILON;
    residual(a, b, x).mapv(f64::abs) + rounding * sizes(a, b, x)
}

/// |A||x| + |b|: for each equation the sizes of its terms.
fn sizes(a: &Matrix, b: &Vector, x: &Vector) -> Vector {
    a.mapv(f64::abs).dot(&x.mapv(f64::abs)) + b.mapv(f64::abs)
}

/// The largest entry of |A⁻¹|f divided by the size of that entry of x, and which
/// one it is.
///
/// It is the largest row sum of |B| for B = diag(x)⁻¹A⁻¹diag(f), found without
/// A⁻¹: climbing from a row to one with a larger sum, as long as there is one
/// among those that the signs of the first point to. Cost: seldom more than
/// six systems with kept factors.
///
/// Source: Higham, *Accuracy and Stability of Numerical Algorithms*, sections
/// 15.1 and 15.3; LAPACK's `DLACON`.
fn largest_error(solver: &impl Solver, f: &Vector, x: &Vector) -> (usize, f64) {
    let n = f.len();
    let beside =
        |v: Vector| Vector::from_shape_fn(n, |i| if x[i] == 0.0 { 0.0 } else { v[i] / x[i].abs() });
    let (mut entry, mut largest) = (0, 0.0);
    let mut rows = Vector::from_elem(n, 1.0 / n as f64);
    for _ in 0..5 {
        let sums = f * &solver.solve_transposed(&beside(rows));
        let signs = sums.mapv(f64::signum);
        let errors = beside(solver.solve(&(f * &signs))).mapv(f64::abs);
        let most = (0..n).max_by(|&i, &k| errors[i].total_cmp(&errors[k]));
        let most = most.expect("at least one entry");
        if errors[most] <= largest {
            break;
        }
        (entry, largest) = (most, errors[most]);
        rows = Vector::zeros(n);
        rows[most] = 1.0;
    }
    (entry, largest)
}

/// Whether X can be trusted to be the inverse of A.
///
/// If A were singular, yᵀA = 0 for some y ≠ 0, hence yᵀ(I − AX) = yᵀ. With a
/// matrix F whose entries are at least those of |I − AX|, that gives
/// |y|ᵀ ≤ |y|ᵀF; so the powers of F would not tend to 0. If they do, A is
/// invertible, whatever X is. Scaling rows and columns changes F to DFD⁻¹, and
/// nothing in the answer.
pub(crate) fn trusted_inverse(a: &Matrix, x: &Matrix) -> Result<(), InverseError> {
    let one = identity(a.nrows());
    let sizes_of_x = x.mapv(f64::abs);
    let rounding = (a.nrows() + 1) as f64 * f64::EPSILON;
    let sizes = a.mapv(f64::abs).dot(&sizes_of_x) + &one;
    let f = (&one - &a.dot(x)).mapv(f64::abs) + rounding * sizes;
    if powers_vanish(&f) {
        return Ok(());
    }
    // The errors are at most |X|F, and more as F nears 1.
    let errors = sizes_of_x.dot(&f) / &sizes_of_x;
    let least_certain = errors.indexed_iter().filter(|(_, error)| !error.is_nan());
    let least_certain = least_certain.max_by(|(_, x), (_, y)| x.total_cmp(y));
    let ((row, column), bound) = least_certain.ok_or(InverseError::Overflow)?;
    let bound = bound.max(1.0);
    Err(InverseError::Uncertain { row, column, bound })
}

/// Whether the powers of a matrix F without negative entries tend to 0: exactly
/// if elimination without exchanges finds positive pivots only in I − F.
///
/// Source: Horn and Johnson, *Topics in Matrix Analysis*, section 2.5.
fn powers_vanish(f: &Matrix) -> bool {
    let n = f.nrows();
    let mut rest = identity(n) - f;
    for k in 0..n {
        let pivot = rest[[k, k]];
        if pivot.is_nan() || pivot <= 0.0 {
            return false;
        }
        for i in k + 1..n {
            let multiple = rest[[i, k]] / pivot;
            RowOperation::subtract(multiple, k, i).apply_within(k..n, &mut rest);
        }
    }
    true
}
