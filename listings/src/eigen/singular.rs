//! What a singular value decomposition is made of, on lists of columns.

use super::EigenError;
use super::tridiagonal::Reflection;
use crate::Vector;
use crate::matrix_multiplication::dot;
use crate::vectors::{norm_l2, power_of_two};
use ndarray::s;

/// Makes the columns those of R, with AP = QR and R upper triangular, by
/// reflections: the longest column that is left comes next.
///
/// The order of the columns, and the reflections whose product is Q. There are at
/// least as many rows as columns.
pub(super) fn pivoted_qr(columns: &mut [Vector]) -> (Vec<usize>, Vec<Reflection>) {
    let n = columns.len();
    let mut order: Vec<usize> = (0..n).collect();
    let mut reflections = Vec::new();
    for k in 0..n {
        let lengths: Vec<f64> = columns[k..].iter().map(|c| length_from(c, k)).collect();
        let longest = (k..n).fold(k, |i, j| {
            if lengths[j - k] > lengths[i - k] {
                j
            } else {
                i
            }
        });
        columns.swap(k, longest);
        order.swap(k, longest);
        let (reflection, alpha) = Reflection::of(columns[k].slice(s![k..]));
        columns[k].slice_mut(s![k..]).fill(0.0);
        columns[k][k] = alpha;
        for column in &mut columns[k + 1..] {
            reflection.apply(column.slice_mut(s![k..]));
        }
        reflections.push(reflection);
    }
    (order, reflections)
}

/// The norm of the entries from one on. Squares are summed as they are if
/// that leaves their digits.
fn length_from(column: &Vector, first: usize) -> f64 {
    let entries = column.slice(s![first..]);
    let squares: f64 = entries.iter().map(|x| x * x).sum();
    match (1e-200..1e200).contains(&squares) {
        true => squares.sqrt(),
        false => norm_l2(&entries.to_owned()),
    }
}

/// Below it, in a unit in which the largest entry is near 1, a length has not
/// enough digits for a direction.
pub(super) const SMALLEST: f64 = f64::MIN_POSITIVE / f64::EPSILON;

/// How many times each pair of columns may be visited; six are usual.
const MOST_SWEEPS: usize = 40;

/// Rotates columns, two at a time, until all are orthogonal up to rounding. The
/// rotations are returned: column j of their product J, AJ having the new columns.
pub(super) fn orthogonalise_columns(columns: &mut [Vector]) -> Result<Vec<Vector>, EigenError> {
    let n = columns.len();
    let enough = (n as f64).sqrt() * f64::EPSILON;
    let mut rotations: Vec<Vector> = (0..n).map(|j| unit_column(j, n)).collect();
    let mut lengths: Vec<f64> = columns.iter().map(|c| length_from(c, 0)).collect();
    let mut largest = 0.0;
    for _ in 0..MOST_SWEEPS {
        largest = 0.0;
        for i in 0..n {
            for j in i + 1..n {
                let cosine = cosine_of([&columns[i], &columns[j]], [lengths[i], lengths[j]]);
                if cosine.abs() <= enough {
                    continue;
                }
                largest = cosine.abs().max(largest);
                let turn = rotation_to_orthogonal(lengths[i], lengths[j], cosine);
                for list in [&mut *columns, &mut rotations] {
                    rotate(list, i, j, turn);
                }
                for k in [i, j] {
                    lengths[k] = length_from(&columns[k], 0);
                }
            }
        }
        if largest == 0.0 {
            return Ok(rotations);
        }
    }
    Err(EigenError::NotConverged {
        steps: MOST_SWEEPS,
        residual: largest,
    })
}

/// The cosine of the angle between two columns of these lengths, 0 if one of them
/// is too short to have a direction.
fn cosine_of([x, y]: [&Vector; 2], lengths: [f64; 2]) -> f64 {
    if lengths.iter().any(|length| *length < SMALLEST) {
        return 0.0;
    }
    // Powers of two near the lengths keep the products in range.
    let [p, q] = lengths.map(|length| 1.0 / power_of_two(length));
    let products = x.iter().zip(y).map(|(x_k, y_k)| (x_k * p) * (y_k * q));
    products.sum::<f64>() / (lengths[0] * p * (lengths[1] * q))
}

/// The cosine and the sine of the rotation by at most 45° after which two columns
/// of these lengths, which made an angle of this cosine, are orthogonal.
///
/// The Gram matrix of the columns has the rows (p², pqc) and (pqc, q²); it becomes
/// diagonal for t² + 2τt − 1 = 0 with τ = (q² − p²)/2pqc.
fn rotation_to_orthogonal(p: f64, q: f64, cosine: f64) -> (f64, f64) {
    let tau = (q / p - p / q) / (2.0 * cosine);
    let tangent = (1.0 / (tau.abs() + tau.hypot(1.0))).copysign(tau);
    let cosine = 1.0 / tangent.hypot(1.0);
    (cosine, cosine * tangent)
}

/// Rotates two columns: i becomes c times itself minus s times j, and j c times
/// itself plus s times i.
fn rotate(columns: &mut [Vector], i: usize, j: usize, (cosine, sine): (f64, f64)) {
    let (left, right) = columns.split_at_mut(j);
    for (x, y) in left[i].iter_mut().zip(&mut right[0]) {
        (*x, *y) = (cosine * *x - sine * *y, cosine * *y + sine * *x);
    }
}

fn unit_column(j: usize, n: usize) -> Vector {
    let mut e = Vector::zeros(n);
    e[j] = 1.0;
    e
}

/// Adds unit vectors, each orthogonal to those before it, until there are n of
/// dimension n: of the standard basis, what is left of the one that has least to
/// do with them.
pub(super) fn complete(orthonormal: &mut Vec<Vector>, n: usize) {
    while orthonormal.len() < n {
        let part_of = |i: usize| orthonormal.iter().map(|q| q[i] * q[i]).sum::<f64>();
        let parts: Vec<f64> = (0..n).map(part_of).collect();
        let least = (0..n).fold(0, |k, i| if parts[i] < parts[k] { i } else { k });
        let mut rest = unit_column(least, n);
        // Twice, since what rounding leaves the first time is a small part of it.
        for _ in 0..2 {
            for q in orthonormal.iter() {
                let along = dot(q, &rest);
                rest.scaled_add(-along, q);
            }
        }
        let length = norm_l2(&rest);
        orthonormal.push(rest / length);
    }
}
