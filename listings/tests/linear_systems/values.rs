//! Random systems for the tests of chapter 5, and what all of them need.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// The matrices below have integer entries of size at most 64 and at most four
/// rows. What elimination meets in them is a quotient of two determinants of
/// at most 3×3 submatrices, which are integers of size at most (64√3)³ < 2·10⁶.
/// So what is not 0 is above 5·10⁻⁷, while a few dozen roundings of numbers of
/// that size stay below 10⁻⁸.
pub const ZERO: f64 = 1e-8;

/// Where solutions of such systems are compared.
pub const ROUNDING: f64 = 1e-6;

/// AB where the shapes fit.
pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// Ax where the shapes fit.
pub fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

fn matrix(
    (m, n): (usize, usize),
    entry: impl Strategy<Value = f64>,
) -> impl Strategy<Value = Matrix> {
    vec(entry, m * n).prop_map(move |a| Matrix::from_shape_vec((m, n), a).expect("mn entries"))
}

fn small() -> impl Strategy<Value = f64> {
    (-2..=2).prop_map(f64::from)
}

/// A matrix of integers up to 16 in size, one to four rows and columns, of any
/// rank: a product of two matrices that may be thin.
pub fn matrix_of_any_rank() -> impl Strategy<Value = Matrix> {
    (1..=4_usize, 1..=4_usize, 1..=4_usize)
        .prop_flat_map(|(m, r, n)| (matrix((m, r), small()), matrix((r, n), small())))
        .prop_map(|(left, right)| product(&left, &right))
}

/// The same, square.
pub fn square_of_any_rank() -> impl Strategy<Value = Matrix> {
    (1..=4_usize, 1..=4_usize)
        .prop_flat_map(|(n, r)| (matrix((n, r), small()), matrix((r, n), small())))
        .prop_map(|(left, right)| product(&left, &right))
}

/// A vector of small integers.
pub fn small_vector(n: usize) -> impl Strategy<Value = Vector> {
    vec(small(), n).prop_map(Vector::from)
}

/// A system that has the small solution x, and this solution: A, b = Ax and x.
pub fn solvable() -> impl Strategy<Value = (Matrix, Vector, Vector)> {
    matrix_of_any_rank()
        .prop_flat_map(|a| small_vector(a.ncols()).prop_map(move |x| (a.clone(), times(&a, &x), x)))
}

/// Any system.
pub fn any_system() -> impl Strategy<Value = (Matrix, Vector)> {
    matrix_of_any_rank()
        .prop_flat_map(|a| small_vector(a.nrows()).prop_map(move |b| (a.clone(), b)))
}

/// Row operations on m rows that keep integers integers, and the size of
/// entries below four times what it was: two at most, multiples of size 1.
pub fn row_operations(m: usize) -> impl Strategy<Value = Vec<RowOperation>> {
    let one = (0..3, 0..m, 0..m, prop_oneof![Just(1.0), Just(-1.0)]).prop_map(
        move |(kind, row, other, sign)| match kind {
            0 => RowOperation::Exchange { rows: [row, other] },
            1 if row != other => RowOperation::Subtract {
                multiple: sign,
                row,
                from: other,
            },
            _ => RowOperation::Divide {
                row,
                by: sign / 2.0,
            },
        },
    );
    vec(one, 0..=2)
}

/// A square matrix with entries between −1 and 1, one to eight rows.
pub fn square() -> impl Strategy<Value = Matrix> {
    (1..=8_usize).prop_flat_map(|n| matrix((n, n), -1.0..1.0))
}

/// A square matrix that is well conditioned: the sum of its row sizes off the
/// diagonal is at most half its diagonal entry, which is between 1 and 2, and
/// may be negative.
pub fn dominant() -> impl Strategy<Value = Matrix> {
    (1..=8_usize).prop_flat_map(|n| {
        (
            matrix((n, n), -1.0..1.0),
            vec((1.0..2.0_f64, any::<bool>()), n),
        )
            .prop_map(move |(mut a, d)| {
                for (i, (size, negative)) in d.iter().copied().enumerate() {
                    a[[i, i]] = 0.0;
                    let sum = norm_l1(&a.row(i).to_owned());
                    if sum > 0.0 {
                        a.row_mut(i).mapv_inplace(|a_ij| a_ij * size / (2.0 * sum));
                    }
                    a[[i, i]] = if negative { -size } else { size };
                }
                a
            })
    })
}

/// A symmetric positive definite matrix BᵀB + I with entries of B between −1
/// and 1, so that its condition is at most 1 + 8² in the 2-norm.
pub fn positive_definite() -> impl Strategy<Value = Matrix> {
    square().prop_map(|b| gram(&b) + identity(b.nrows()))
}

/// One of these, and vectors that fit.
pub fn with_vectors<const K: usize>(
    a: impl Strategy<Value = Matrix>,
) -> impl Strategy<Value = (Matrix, [Vector; K])> {
    a.prop_flat_map(|a| {
        let vector = vec(-1.0..1.0, a.ncols()).prop_map(Vector::from);
        proptest::array::uniform::<_, K>(vector).prop_map(move |x| (a.clone(), x))
    })
}

/// The number of pivots.
pub fn rank(a: &Matrix) -> usize {
    row_echelon(a, Pivoting::Largest, ZERO)
        .expect("finite entries")
        .pivots
        .len()
}

/// Wilkinson's matrix: ones on the diagonal and in the last column, −1 below
/// the diagonal.
pub fn wilkinson(n: usize) -> Matrix {
    Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
        _ if j + 1 == n || i == j => 1.0,
        std::cmp::Ordering::Greater => -1.0,
        _ => 0.0,
    })
}

/// The 2-norm of a 2×2 matrix.
pub fn norm_2_of_two_by_two(a: &Matrix) -> f64 {
    let row = |i| [a[[i, 0]], a[[i, 1]]];
    mlmath::inverse::stretches(mlmath::matrices::Mat([row(0), row(1)]))[0]
}

/// The 2-norm of a symmetric matrix, between the result and √n^(1/1024) < 1.002
/// times less: ‖A²‖ = ‖A‖² if A is symmetric, so ten squarings give ‖A‖¹⁰²⁴,
/// and the Frobenius norm is at least the 2-norm and at most √n times as large.
pub fn symmetric_norm_2(a: &Matrix) -> f64 {
    let (mut power, mut log, mut exponent) = (a.clone(), 0.0, 1.0);
    for _ in 0..10 {
        // Kept near 1 in size, so that nothing overflows.
        let size = mlmath::matrices::norm_frobenius(&power);
        log += size.ln() / exponent;
        power = product(&(&power / size), &(&power / size));
        exponent *= 2.0;
    }
    (log + mlmath::matrices::norm_frobenius(&power).ln() / exponent).exp()
}

/// The system of the ranks of pages that link to these others, counted from 0.
pub fn web(links: &[&[usize]], alpha: f64) -> (Matrix, Vector) {
    let n = links.len();
    let mut a = identity(n);
    for (j, to) in links.iter().enumerate() {
        for &i in *to {
            a[[i, j]] -= alpha / to.len() as f64;
        }
    }
    (a, Vector::from_elem(n, (1.0 - alpha) / n as f64))
}
