use super::EigenError;
use super::symmetric::symmetric_in_unit;
use crate::matrices::identity;
use crate::matrix_multiplication::dot;
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};
use ndarray::{ArrayView1, s};

/// The factors of a symmetric A = QTQᵀ, with T tridiagonal: zeros except on its
/// diagonal and right beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tridiagonal {
    /// The diagonal of T, n numbers.
    pub diagonal: Vector,
    /// What stands right beside it, n − 1 numbers.
    pub beside: Vector,
    /// The orthogonal matrix Q.
    pub q: Matrix,
}

/// A reflection I − βvvᵀ.
pub(super) struct Reflection {
    pub(super) v: Vector,
    pub(super) beta: f64,
}

impl Reflection {
    /// The reflection that sends x to αe₁, and α, which is ±‖x‖; β is 0 if x has
    /// only zeros below its first entry.
    ///
    /// The first entry of v is 1, and no other is larger.
    pub(super) fn of(x: ArrayView1<'_, f64>) -> (Reflection, f64) {
        let below = norm_l2(&x.slice(s![1..]).to_owned());
        if below == 0.0 {
            let v = Vector::zeros(x.len());
            return (Reflection { v, beta: 0.0 }, x[0]);
        }
        // With the sign of −x₁, so that x₁ − α adds sizes.
        let alpha = -below.hypot(x[0]).copysign(x[0]);
        let mut v = &x / (x[0] - alpha);
        v[0] = 1.0;
        let beta = 2.0 / dot(&v, &v);
        (Reflection { v, beta }, alpha)
    }

    /// Changes x to its mirror image.
    pub(super) fn apply(&self, mut x: ndarray::ArrayViewMut1<'_, f64>) {
        let terms = self.v.iter().zip(&x).map(|(v_i, x_i)| v_i * x_i);
        let along: f64 = terms.sum();
        x.scaled_add(-self.beta * along, &self.v);
    }
}

/// Makes a symmetric matrix tridiagonal, A = QTQᵀ, by n − 2 reflections, each of
/// which clears a column below the place right beside the diagonal.
///
/// Shapes: A of shape n×n gives n and n − 1 numbers, and n×n. Cost: about 10n³/3
/// operations.
///
/// # Errors
///
/// [`EigenError::Matrix`] if A is empty, not square or not finite;
/// [`EigenError::NotSymmetric`].
///
/// ```
/// use mlmath::{eigen::tridiagonalise, prelude::*};
///
/// let a = array![[1.0, 3.0, 4.0], [3.0, 2.0, 0.0], [4.0, 0.0, 2.0]];
/// let t = tridiagonalise(&a)?;
/// assert!((t.beside - array![-5.0, 0.0]).iter().all(|d| d.abs() < 1e-15));
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 8.3.1.
pub fn tridiagonalise(a: &Matrix) -> Result<Tridiagonal, EigenError> {
    let (mut a, unit) = symmetric_in_unit(a)?;
    let n = a.nrows();
    let mut beside = Vector::zeros(n - 1);
    let mut reflections = Vec::new();
    for k in 0..n - 1 {
        let (reflection, alpha) = Reflection::of(a.slice(s![k + 1.., k]));
        beside[k] = alpha;
        reflect_both_sides(&mut a, k + 1, &reflection);
        reflections.push(reflection);
    }
    // The last reflection changes the fewest rows, so it comes first.
    let mut q = identity(n);
    for (k, reflection) in reflections.iter().enumerate().rev() {
        for mut column in q.slice_mut(s![k + 1.., k + 1..]).columns_mut() {
            reflection.apply(column.view_mut());
        }
    }
    Ok(Tridiagonal {
        diagonal: a.diag().mapv(|t_ii| t_ii * unit),
        beside: beside * unit,
        q,
    })
}

/// Changes the block B of A from row and column `first` on to HBH, H = I − βvvᵀ:
/// with p = βBv and w = p − (β/2)(pᵀv)v that is B − vwᵀ − wvᵀ.
fn reflect_both_sides(a: &mut Matrix, first: usize, Reflection { v, beta }: &Reflection) {
    let mut block = a.slice_mut(s![first.., first..]);
    let mut w = Vector::zeros(v.len());
    for (row, v_i) in block.rows().into_iter().zip(v) {
        w.scaled_add(beta * v_i, &row);
    }
    let along = dot(&w, v);
    w.scaled_add(-beta / 2.0 * along, v);
    for (mut row, (v_i, w_i)) in block.rows_mut().into_iter().zip(v.iter().zip(&w)) {
        for (b_ij, (v_j, w_j)) in row.iter_mut().zip(v.iter().zip(&w)) {
            *b_ij -= v_i * w_j + w_i * v_j;
        }
    }
}

/// How many steps each eigenvalue may take on average; two are usual.
const MOST_STEPS: usize = 60;

/// Makes a tridiagonal matrix diagonal by rotations, which change the rows of
/// `vectors` too.
pub(super) fn implicit_ql(
    diagonal: &mut Vector,
    beside: &mut Vector,
    vectors: &mut Matrix,
) -> Result<(), EigenError> {
    let n = diagonal.len();
    let mut steps = 0;
    for first in 0..n {
        // From row `first` to row `last` nothing beside the diagonal is 0.
        while let last = (first..n - 1)
            .find(|&k| is_negligible(diagonal, beside, k))
            .unwrap_or(n - 1)
            && last > first
        {
            if steps == MOST_STEPS * n {
                let residual = beside[first].abs();
                return Err(EigenError::NotConverged { steps, residual });
            }
            ql_step(diagonal, beside, vectors, first, last);
            steps += 1;
        }
    }
    Ok(())
}

/// Whether an entry beside the diagonal is lost in the sum of its neighbours on
/// it. The matrix is in a unit in which its largest entry is near 1, and what is
/// below 2⁻¹⁰²² there has no digits.
fn is_negligible(diagonal: &Vector, beside: &Vector, k: usize) -> bool {
    let size = diagonal[k].abs() + diagonal[k + 1].abs();
    beside[k].abs() <= (f64::EPSILON / 2.0 * size).max(f64::MIN_POSITIVE)
}

/// One step of the implicit QL algorithm on the rows from `first` to `last`.
fn ql_step(
    diagonal: &mut Vector,
    beside: &mut Vector,
    vectors: &mut Matrix,
    first: usize,
    last: usize,
) {
    let shift = diagonal[first] - wilkinson(diagonal, beside, first);
    let (mut x, mut z) = (diagonal[last] - shift, beside[last - 1]);
    for k in (first..last).rev() {
        let (cosine, sine) = rotation_to_axis(x, z);
        if k + 1 < last {
            beside[k + 1] = x.hypot(z);
        }
        let [a, b, g] = [diagonal[k], beside[k], diagonal[k + 1]];
        let moved = sine * (sine * (a - g) + 2.0 * cosine * b);
        diagonal[k] = a - moved;
        diagonal[k + 1] = g + moved;
        beside[k] = cosine * sine * (a - g) + (cosine * cosine - sine * sine) * b;
        if k > first {
            x = beside[k];
            z = sine * beside[k - 1];
            beside[k - 1] *= cosine;
        }
        rotate_rows(vectors, k, k + 1, cosine, sine);
    }
}

/// How far the first entry of a tridiagonal block is from the eigenvalue, nearest
/// to it, of its first two rows and columns.
fn wilkinson(diagonal: &Vector, beside: &Vector, first: usize) -> f64 {
    let half = (diagonal[first + 1] - diagonal[first]) / 2.0;
    let b = beside[first];
    b * (b / (half + half.hypot(b).copysign(half)))
}

/// The cosine and the sine of the rotation that brings (x, z) to the first axis.
fn rotation_to_axis(x: f64, z: f64) -> (f64, f64) {
    let r = x.hypot(z);
    if r == 0.0 { (1.0, 0.0) } else { (x / r, z / r) }
}

/// Rotates two rows: the first becomes c times itself minus s times the second,
/// the second c times itself plus s times the first.
pub(super) fn rotate_rows(a: &mut Matrix, i: usize, j: usize, cosine: f64, sine: f64) {
    let (mut first, mut second) = a.multi_slice_mut((s![i, ..], s![j, ..]));
    for (x, y) in first.iter_mut().zip(second.iter_mut()) {
        (*x, *y) = (cosine * *x - sine * *y, cosine * *y + sine * *x);
    }
}
