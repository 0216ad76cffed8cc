//! How far a computed solution can be trusted: bounds that no scaling of rows or
//! columns changes.

use super::{InverseError, RowOperation, check_range, inverse};
use crate::matrices::{identity, times_vector_by_rows};
use crate::matrix_multiplication::matmul;
use crate::{Matrix, Vector};
use ndarray::{Array, Dimension};

/// What solves systems with a matrix and with its transpose, up to rounding.
/// Where numbers leave the range of f64, so does the solution.
pub(crate) trait Solver {
    /// About A⁻¹r.
    fn solve(&self, r: &Vector) -> Vector;
    /// About (Aᵀ)⁻¹r.
    fn solve_transposed(&self, r: &Vector) -> Vector;
    /// The sizes of the terms by which the factors make Ax: |L||U||x|, in the
    /// order of the rows of A. Rounding changes A by about 2⁻⁵³ times them.
    fn sizes(&self, x: &Vector) -> Vector;
}

/// The residual b − Ax, where the shapes fit.
pub(crate) fn residual(a: &Matrix, b: &Vector, x: &Vector) -> Vector {
    b - &product(a, x)
}

/// The product Ax, where the shapes fit, in the book's own order: sums decide
/// here, and must be the same on every machine.
fn product(a: &Matrix, x: &Vector) -> Vector {
    times_vector_by_rows(a, x).unwrap_or_else(|error| panic!("{error}"))
}

/// The product of two square matrices, likewise.
fn square_product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).unwrap_or_else(|error| panic!("{error}"))
}

/// The entry of a solution which is the least certain, and a bound on its error
/// as a multiple of its size.
///
/// The error x − A⁻¹b is A⁻¹ times the residual, and this is known up to
/// rounding. So in each entry the error is at most |A⁻¹|f, for the f which
/// [`uncertainty`] makes of |A||x|. Entries that are 0 are left out. Where the
/// factors may be those of another matrix, [`inverse`] is asked; if it knows of
/// none either, the bound is at least 1.
pub(crate) fn error_bound(
    solver: &impl Solver,
    a: &Matrix,
    b: &Vector,
    x: &Vector,
) -> (usize, f64) {
    let f = uncertainty(a, b, x, &sizes(a, x));
    let by_factors = largest_error(solver, &f, x);
    if is_certain(solver, a, b, x) {
        return by_factors;
    }
    match (inverse(a), by_factors) {
        (Ok(inverse), _) => largest(&beside(&within_reach(&inverse, a, &f), x)),
        (Err(_), (entry, bound)) => (entry, bound.max(1.0)),
    }
}

/// Whether the factors alone show that A is invertible, that each entry of the
/// solution has a certain digit, and that only rounding is missing.
///
/// The factors are those of a matrix A + D, with |D||x| at most about n·2⁻⁵³
/// times their sizes. If A were singular, Ay = 0 for some y ≠ 0, hence
/// y = (A + D)⁻¹Dy; so for x without a 0, a row sum of
/// diag(x)⁻¹(A + D)⁻¹D·diag(x) would be at least 1 in absolute values. If all
/// are small, (A + D)⁻¹ is near enough to A⁻¹ for a bound. The largest is
/// estimated, from below: so it has to stay far below 1.
fn is_certain(solver: &impl Solver, a: &Matrix, b: &Vector, x: &Vector) -> bool {
    let f = uncertainty(a, b, x, &solver.sizes(x));
    is_refined(a, b, x)
        && x.iter().all(|&x_i| x_i != 0.0)
        && largest_error(solver, &f, x).1 < FAR_BELOW_1
}

/// Far enough for an estimate of which a factor of ten is seldom missing.
const FAR_BELOW_1: f64 = 1.0 / 64.0;

/// The solution, if it can be trusted: only rounding is missing in each
/// equation, A has an inverse, and no entry is too uncertain for [`judged`]. By
/// the inverse a solution is refined which bad factors have found badly.
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
    if is_certain(solver, a, b, &x) {
        return Ok(x);
    }
    match inverse(a) {
        Ok(inverse) => refined(&inverse, a, b, x),
        Err(InverseError::Uncertain { row, column, bound }) => {
            // The factors say more of this solution, if they find it uncertain too.
            let f = uncertainty(a, b, &x, &sizes(a, &x));
            let (row, bound) = match largest_error(solver, &f, &x) {
                by_factors if by_factors.1 >= 1.0 => by_factors,
                _ => (row, bound),
            };
            Err(InverseError::Uncertain { row, column, bound })
        }
        Err(error) => Err(error),
    }
}

/// The solution with what is missing, A⁻¹(b − Ax), until that is only rounding.
///
/// # Errors
///
/// [`InverseError::Overflow`]; [`InverseError::Uncertain`] if it never is, or as
/// [`judged`] says.
fn refined(
    inverse: &Matrix,
    a: &Matrix,
    b: &Vector,
    mut x: Vector,
) -> Result<Vector, InverseError> {
    for _ in 0..MOST_STEPS {
        if is_refined(a, b, &x) {
            return judged(inverse, a, b, x);
        }
        x = &x + &product(inverse, &residual(a, b, &x));
        check_range(&x)?;
    }
    let (row, column, bound) = (0, 0, f64::INFINITY);
    Err(InverseError::Uncertain { row, column, bound })
}

/// The solution, unless an entry can be so wrong that its error eⱼ would weigh
/// more in an equation than all its terms, |aᵢⱼ|eⱼ > (|A||x| + |b|)ᵢ for bᵢ ≠ 0.
///
/// An entry that has a certain digit never does. One without may just be 0; then
/// an equation without a right-hand side, in which there is nothing else, cannot
/// tell. Units change nothing.
fn judged(inverse: &Matrix, a: &Matrix, b: &Vector, x: Vector) -> Result<Vector, InverseError> {
    let sizes = sizes(a, &x);
    let errors = 2.0 * within_reach(inverse, a, &uncertainty(a, b, &x, &sizes));
    let weighs_more = |i: usize, j: usize| {
        let terms = sizes[i] + b[i].abs();
        a[[i, j]] != 0.0 && b[i] != 0.0 && a[[i, j]].abs() * errors[j] > terms
    };
    let n = x.len();
    let wrong = (0..n).filter(|&j| (0..n).any(|i| weighs_more(i, j)));
    let bounds = wrong.map(|j| (j, errors[j] / x[j].abs()));
    match bounds.max_by(|(_, x), (_, y)| x.total_cmp(y)) {
        None => Ok(x),
        Some((row, bound)) => {
            let column = 0;
            Err(InverseError::Uncertain { row, column, bound })
        }
    }
}

/// Whether nothing is missing but what rounding can hide.
fn is_refined(a: &Matrix, b: &Vector, x: &Vector) -> bool {
    is_within(&residual(a, b, x), &hidden(b, &sizes(a, x)))
}

/// |b − Ax| with what rounding can have hidden.
fn uncertainty(a: &Matrix, b: &Vector, x: &Vector, sizes: &Vector) -> Vector {
    residual(a, b, x).mapv(f64::abs) + hidden(b, sizes)
}

/// What rounding can hide in b − Ax: (n + 1)·2⁻⁵² times the sizes of the terms
/// of Ax, and of b.
fn hidden(b: &Vector, sizes: &Vector) -> Vector {
    rounding(b.len()) * (sizes + &b.mapv(f64::abs))
}

/// What n + 1 roundings can change, twice over: the sizes are rounded too.
fn rounding(n: usize) -> f64 {
    (n + 1) as f64 * f64::EPSILON
}

/// Whether no entry is larger than this.
fn is_within<D: Dimension>(missing: &Array<f64, D>, hidden: &Array<f64, D>) -> bool {
    missing.iter().zip(hidden).all(|(m, h)| m.abs() <= *h)
}

/// |A||x|: for each equation the sizes of its terms.
pub(crate) fn sizes(a: &Matrix, x: &Vector) -> Vector {
    product(&a.mapv(f64::abs), &x.mapv(f64::abs))
}

/// For the inverse X from [`trusted_inverse`] the vector |X|f, if |A⁻¹|f is at
/// most twice that; infinite otherwise.
///
/// With the F of that function, |A⁻¹| ≤ |X| + F|A⁻¹|. So it is, if F makes of
/// |X|f no more than half of it.
fn within_reach(inverse: &Matrix, a: &Matrix, f: &Vector) -> Vector {
    let reach = sizes(inverse, f);
    // The computed I − XA is within what is called hidden, the true one within
    // 1½ times that, and a little.
    let back = sizes(inverse, &sizes(a, &reach)) + &reach;
    match is_within(&(1.6 * rounding(f.len()) * back), &(0.5 * &reach)) {
        true => reach,
        false => Vector::from_elem(f.len(), f64::INFINITY),
    }
}

/// The entries of v divided by the sizes of those of x; 0 where that is 0.
fn beside(v: &Vector, x: &Vector) -> Vector {
    Vector::from_shape_fn(
        x.len(),
        |i| if x[i] == 0.0 { 0.0 } else { v[i] / x[i].abs() },
    )
}

/// The largest entry, and which one it is: the last of several.
fn largest(v: &Vector) -> (usize, f64) {
    let entries = v.iter().copied().enumerate();
    let most = entries.max_by(|(_, x), (_, y)| x.total_cmp(y));
    most.expect("at least one entry")
}

/// The same, estimated from below.
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
    let mut found = (0, 0.0);
    let mut rows = Vector::from_elem(n, 1.0 / n as f64);
    for _ in 0..5 {
        let sums = f * &solver.solve_transposed(&beside(&rows, x));
        let signs = sums.mapv(f64::signum);
        let errors = beside(&solver.solve(&(f * &signs)), x).mapv(f64::abs);
        let (entry, error) = largest(&errors);
        if error <= found.1 {
            break;
        }
        found = (entry, error);
        rows = Vector::zeros(n);
        rows[entry] = 1.0;
    }
    found
}

/// The inverse of A, if X can be trusted to be near it.
///
/// If A were singular, Ay = 0 for some y ≠ 0, hence (I − XA)y = y. With a matrix
/// F whose entries are at least those of |I − XA|, that gives |y| ≤ F|y|; so the
/// powers of F would not tend to 0. If they do, A is invertible, whatever X is;
/// and (I − XA)X is added until only rounding is missing, which seldom takes a
/// step. An X that needs none stays as it is, for a step would cost it something
/// else: what is missing of AX, hence of b where A⁻¹b is wanted, would grow. The
/// first step is taken on trust, for pivots can be so bad that F is large although
/// A is far from singular. Scaling rows and columns changes F to DFD⁻¹, and nothing
/// in the answer.
pub(crate) fn trusted_inverse(a: &Matrix, mut x: Matrix) -> Result<Matrix, InverseError> {
    let one = identity(a.nrows());
    let size = a.mapv(f64::abs);
    for step in 0.. {
        let missing = &one - &square_product(&x, a);
        let sizes = square_product(&x.mapv(f64::abs), &size) + &one;
        let hidden = rounding(a.nrows()) * sizes;
        let f = missing.mapv(f64::abs) + &hidden;
        check_range(&f)?;
        let is_refined = is_within(&missing, &hidden);
        let on_trust = step == 0 && !is_refined;
        if step == MOST_STEPS || !(on_trust || powers_vanish(&f)) {
            return Err(uncertain(&f, &x));
        }
        if is_refined {
            break;
        }
        x = &x + &square_product(&missing, &x);
    }
    Ok(x)
}

/// More than enough steps, as the powers of I − XA vanish.
const MOST_STEPS: usize = 20;

/// The least certain entry of X. Its error is at most that of F|X|, and more as F
/// nears 1. Where both are 0, X may be 0 altogether, and nothing is known of it.
fn uncertain(f: &Matrix, x: &Matrix) -> InverseError {
    let sizes = x.mapv(f64::abs);
    let errors = square_product(f, &sizes) / &sizes;
    let numbers = errors.indexed_iter().filter(|(_, error)| !error.is_nan());
    let ((row, column), bound) = numbers
        .max_by(|(_, x), (_, y)| x.total_cmp(y))
        .unwrap_or(((0, 0), &f64::INFINITY));
    let bound = bound.max(1.0);
    InverseError::Uncertain { row, column, bound }
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
