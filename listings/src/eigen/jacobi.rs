use super::symmetric::symmetric_in_unit;
use super::tridiagonal::rotate_rows;
use super::{EigenError, SymmetricEigen};
use crate::Matrix;
use crate::matrices::{identity, norm_frobenius};
use std::iter::successors;

/// Where Jacobi's method stands: A = QBQᵀ, with B nearer to a diagonal matrix
/// after each rotation.
#[derive(Debug, Clone, PartialEq)]
pub struct JacobiStep {
    /// The matrix B.
    pub matrix: Matrix,
    /// The orthogonal matrix Qᵀ, whose rows become eigenvectors.
    pub rows: Matrix,
}

impl JacobiStep {
    /// Rotates rows and columns p and q such that the entry in row p and column
    /// q becomes 0.
    fn rotate(&mut self, p: usize, q: usize) {
        let b = &mut self.matrix;
        let (cosine, sine, tangent) = jacobi_rotation(b[[p, p]], b[[p, q]], b[[q, q]]);
        let moved = tangent * b[[p, q]];
        let ends = [b[[p, p]] - moved, b[[q, q]] + moved];
        rotate_rows(b, p, q, cosine, sine);
        for k in 0..b.nrows() {
            let entry = [b[[p, k]], b[[q, k]]];
            [b[[k, p]], b[[k, q]]] = entry;
        }
        [b[[p, p]], b[[q, q]]] = ends;
        [b[[p, q]], b[[q, p]]] = [0.0; 2];
        rotate_rows(&mut self.rows, p, q, cosine, sine);
    }

    /// The root of the sum of the squares beside the diagonal.
    pub fn beside_the_diagonal(&self) -> f64 {
        let mut beside = self.matrix.clone();
        beside.diag_mut().fill(0.0);
        norm_frobenius(&beside)
    }
}

/// The cosine, the sine and the tangent t of the rotation by at most 45° that
/// makes b zero in the symmetric matrix with the rows (a, b) and (b, d):
/// t² + 2τt − 1 = 0 for τ = (d − a)/2b.
fn jacobi_rotation(a: f64, b: f64, d: f64) -> (f64, f64, f64) {
    let tau = (d - a) / (2.0 * b);
    let tangent = (1.0 / (tau.abs() + tau.hypot(1.0))).copysign(tau);
    let cosine = 1.0 / tangent.hypot(1.0);
    (cosine, cosine * tangent, tangent)
}

/// Whether an entry beside the diagonal still counts: whether it is more than
/// 2⁻⁵³/n of the largest entries, which are near 1.
fn counts(b_pq: f64, n: usize) -> bool {
    b_pq.abs() > f64::EPSILON / 2.0 / n as f64
}

/// Jacobi's method, rotation by rotation: each makes the largest entry beside the
/// diagonal 0.
///
/// The first step is A itself; where nothing beside the diagonal counts, there are
/// no more. B is in a unit, a power of two, in which the largest entry of A is
/// near 1. Shapes: A of shape n×n. Cost of a step: n² comparisons, and about 12n
/// operations.
///
/// # Errors
///
/// [`EigenError::Matrix`] if A is empty, not square or not finite;
/// [`EigenError::NotSymmetric`].
///
/// ```
/// use mlmath::{eigen::jacobi_steps, prelude::*};
///
/// let a = array![[1.0, 0.5], [0.5, 1.0]];
/// let last = jacobi_steps(&a)?.last().expect("the start");
/// assert!((last.matrix - array![[0.5, 0.0], [0.0, 1.5]]).iter().all(|d| d.abs() < 1e-15));
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 8.5.
pub fn jacobi_steps(a: &Matrix) -> Result<impl Iterator<Item = JacobiStep>, EigenError> {
    let (matrix, _) = symmetric_in_unit(a)?;
    let rows = identity(matrix.nrows());
    let start = JacobiStep { matrix, rows };
    let next = |step: &JacobiStep| {
        let n = step.matrix.nrows();
        let pairs = (0..n).flat_map(|q| (0..q).map(move |p| (p, q)));
        let size = |&(p, q): &(usize, usize)| step.matrix[[p, q]].abs();
        let (p, q) = pairs.reduce(|one, other| {
            if size(&other) > size(&one) {
                other
            } else {
                one
            }
        })?;
        counts(step.matrix[[p, q]], n).then(|| {
            let mut next = step.clone();
            next.rotate(p, q);
            next
        })
    };
    Ok(successors(Some(start), next))
}

/// How many times each pair of rows may be visited; six are usual.
const MOST_SWEEPS: usize = 40;

/// All eigenvalues and eigenvectors of a symmetric matrix by Jacobi's method:
/// rotations of two rows and columns, pair after pair, until nothing beside the
/// diagonal counts.
///
/// As exact as [`symmetric_eigen`](super::symmetric_eigen), simpler, and slower.
/// Shapes: A of shape n×n gives n values and n×n. Cost: about 6n³ operations for
/// each of some six sweeps.
///
/// # Errors
///
/// Those of [`symmetric_eigen`](super::symmetric_eigen).
///
/// ```
/// use mlmath::{eigen::jacobi_eigen, prelude::*};
///
/// let eigen = jacobi_eigen(&array![[2.0, 1.0], [1.0, 2.0]])?;
/// assert!((eigen.values - array![3.0, 1.0]).iter().all(|d| d.abs() < 1e-15));
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 8.5.
pub fn jacobi_eigen(a: &Matrix) -> Result<SymmetricEigen, EigenError> {
    let (matrix, unit) = symmetric_in_unit(a)?;
    let n = matrix.nrows();
    let rows = identity(n);
    let mut step = JacobiStep { matrix, rows };
    for _ in 0..MOST_SWEEPS {
        let mut rotated = false;
        for p in 0..n {
            for q in p + 1..n {
                if counts(step.matrix[[p, q]], n) {
                    step.rotate(p, q);
                    rotated = true;
                }
            }
        }
        if !rotated {
            let values = step.matrix.diag().to_owned();
            return SymmetricEigen::sorted(&values, &step.rows, unit);
        }
    }
    Err(EigenError::NotConverged {
        steps: MOST_SWEEPS,
        residual: step.beside_the_diagonal(),
    })
}
