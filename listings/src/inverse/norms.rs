use crate::matrices::Mat;
use crate::vectors::{norm_inf, norm_l1};
use crate::{Matrix, Vector};

/// The operator norm for the 1-norm, the largest ‖Ax‖₁/‖x‖₁: the largest
/// 1-norm of a column.
///
/// Shapes: A of shape m×n gives a number. Cost: mn additions and absolute
/// values.
///
/// ```
/// use mlmath::{inverse::operator_norm_1, prelude::*};
///
/// assert_eq!(operator_norm_1(&array![[1.0, -2.0], [3.0, 4.0]]), 6.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.3.
pub fn operator_norm_1(a: &Matrix) -> f64 {
    let sums: Vector = a
        .columns()
        .into_iter()
        .map(|column| norm_l1(&column.to_owned()))
        .collect();
    norm_inf(&sums)
}

/// The operator norm for the maximum norm, the largest ‖Ax‖_∞/‖x‖_∞: the
/// largest 1-norm of a row.
///
/// Shapes: A of shape m×n gives a number. Cost: mn additions and absolute
/// values.
///
/// ```
/// use mlmath::{inverse::operator_norm_inf, prelude::*};
///
/// assert_eq!(operator_norm_inf(&array![[1.0, -2.0], [3.0, 4.0]]), 7.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.3.
pub fn operator_norm_inf(a: &Matrix) -> f64 {
    let sums: Vector = a
        .rows()
        .into_iter()
        .map(|row| norm_l1(&row.to_owned()))
        .collect();
    norm_inf(&sums)
}

/// The largest and the smallest ‖Ax‖/‖x‖ of a 2×2 matrix, in this order. The
/// first is its spectral norm.
///
/// A is a multiple of a rotation plus a multiple of a reflection; their factors
/// add up in one direction and cancel in another. Their difference would lose
/// digits, so the second stretch is |ad − bc| divided by the first. ad − bc
/// would lose them too, but `mul_add`, which rounds only once, recovers what the
/// rounding of bc takes away (Kahan).
///
/// Where ad and bc would leave the range of f64, they do not: the larger factor
/// of each is divided by a power of two near the first stretch.
///
/// Cost: two square roots and a few operations. What is infinite or NaN in A
/// leads to an infinite stretch or NaN.
///
/// ```
/// use mlmath::{inverse::stretches, matrices::Mat};
///
/// assert_eq!(stretches(Mat([[0.0, 3.0], [2.0, 0.0]])), [3.0, 2.0]);
/// ```
///
/// Source: Blinn, *Consider the Lowly 2×2 Matrix*, IEEE Computer Graphics and
/// Applications 16 (2), 1996.
pub fn stretches(a: Mat<2, 2>) -> [f64; 2] {
    let Mat([[a, b], [c, d]]) = a;
    let size = [a, b, c, d]
        .into_iter()
        .fold(0.0, |x, y: f64| y.abs().max(x));
    // The sum of a few entries stays in range.
    let shrink = if size > f64::MAX / 8.0 { 0.125 } else { 1.0 };
    let [a, b, c, d] = [a, b, c, d].map(|entry| shrink * entry);
    let rotation = f64::hypot(a + d, c - b) / 2.0;
    let reflection = f64::hypot(a - d, b + c) / 2.0;
    let largest = rotation + reflection;
    if largest == 0.0 {
        return [0.0, 0.0];
    }
    let unit = exponent_of(largest);
    let small_and_large = |x: f64, y: f64| match x.abs() < y.abs() {
        true => (x, y / unit),
        false => (y, x / unit),
    };
    let ((a, d), (b, c)) = (small_and_large(a, d), small_and_large(b, c));
    let bc = b * c;
    let determinant = a.mul_add(d, -bc) + (-b).mul_add(c, bc);
    let smallest = determinant.abs() / (largest / unit);
    [largest / shrink, smallest / shrink]
}

/// The largest power of two up to a positive number, from its exponent bits.
fn exponent_of(size: f64) -> f64 {
    let exponent = size.to_bits() & f64::INFINITY.to_bits();
    f64::from_bits(exponent).max(f64::MIN_POSITIVE)
}
