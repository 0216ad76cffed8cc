//! What inverts, solves or decides holds in other units, in another order and
//! for the transpose.

use super::*;
use mlmath_testing::rational::{relative_errors, solution};
use mlmath_testing::rescaled;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A matrix without a pattern, with entries between −1 and 1.
fn any(n: usize, seed: u64) -> Matrix {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    Matrix::from_shape_simple_fn((n, n), || random.random_range(-1.0..1.0))
}

/// Fails unless each column of X solves its system to six digits in each entry.
#[track_caller]
fn assert_solves(a: &Matrix, b: &Matrix, x: &Matrix) {
    for (right, column) in b.columns().into_iter().zip(x.columns()) {
        let exact = solution(a, &right.to_owned()).expect("an invertible matrix");
        let error = norm_inf(&relative_errors(&column.to_owned(), &exact));
        assert!(error < 1e-6, "off by {error:e}\n{a}\n{x}");
    }
}

#[test]
fn sharp_matrices_are_inverted() {
    let far = 2.0_f64.powi(600);
    for (a, b) in [
        (
            array![[1.0, 1.0, 0.0], [0.0, 1e-20, 1.0], [0.0, 0.0, 1.0]],
            array![[3.0], [2.0], [1.0]],
        ),
        (
            array![
                [1.0, 4e-18, 0.0],
                [4e-18, 1e-34, 4e-35],
                [0.0, 4e-35, 1e-34]
            ],
            array![[1.0], [2e-17], [3e-34]],
        ),
        (array![[1.0, 1e20], [1.0, 1.0]], array![[1e20], [2.0]]),
        (array![[1e-20, 1.0], [1.0, 1.0]], array![[1.0], [2.0]]),
        (
            array![[1.0, 1.0, far], [1e-17, 1.0, 0.0], [0.0, 1.0, far]],
            array![[6.0], [2.0], [5.0]],
        ),
    ] {
        assert_solves(&a, &identity(a.nrows()), &inverted(&a));
        assert_solves(&a, &b, &gauss_jordan(&a, &b).expect("an inverse"));
    }
}

#[test]
fn any_matrix_is_inverted_in_other_units() {
    for n in 1..=4 {
        let a = any(n, n as u64);
        let b = Vector::from_shape_fn(n, |i| 0.7 - i as f64);
        rescaled::systems((n, n), |units| {
            let transposed = units.transposed();
            for (units, a) in [(units, &a), (&transposed, &transpose(&a))] {
                let (a, b) = (units.matrix(a), units.right_hand_side(&b));
                assert_solves(&a, &identity(n), &inverted(&a));
                let b = b.insert_axis(ndarray::Axis(1));
                assert_solves(&a, &b, &gauss_jordan(&a, &b).expect("an inverse"));
            }
        });
    }
}

/// Singular matrices of small integers, n×n: the last row is a combination of
/// the others.
fn singular(n: usize, how_many: usize) -> Vec<Matrix> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(n as u64);
    let one = |_| {
        let mut a = Matrix::from_shape_simple_fn((n, n), || f64::from(random.random_range(-9..=9)));
        let weights =
            Vector::from_shape_simple_fn(n - 1, || f64::from(random.random_range(-3..=3)));
        let last = weights.dot(&a.slice(ndarray::s![..n - 1, ..]));
        a.row_mut(n - 1).assign(&last);
        a
    };
    (0..how_many).map(one).collect()
}

#[test]
fn no_singular_matrix_is_inverted_in_any_units() {
    for n in [3, 4, 6] {
        for a in singular(n, 34) {
            rescaled::systems((n, n), |units| {
                let there = units.matrix(&a);
                for a in [&there, &transpose(&there)] {
                    assert!(inverse(a).is_err(), "{a}");
                }
            });
        }
    }
}

#[test]
fn determinants_are_multiplied_by_what_the_units_are() {
    for n in 1..=4 {
        let a = any(n, 20 + n as u64);
        let old = determinant(&a).expect("square");
        rescaled::systems((n, n), |units| {
            let (sign, exponent) = units.determinant();
            let there = units.matrix(&a);
            for a in [&there, &transpose(&there)] {
                let (its_sign, log) = log_determinant(a).expect("square");
                assert_eq!(its_sign, sign * old.signum());
                let expected = old.abs().ln() + f64::from(exponent) * 2.0_f64.ln();
                assert_close(log, expected, 1e-9);
                if exponent.abs() < 1000 {
                    let expected = old * sign * rescaled::power_of_two(exponent);
                    let ratio = determinant(a).expect("square") / expected;
                    assert_close(ratio, 1.0, 1e-9);
                }
            }
        });
    }
}

#[test]
fn operator_norms_have_the_unit_of_their_matrix() {
    let a = any(2, 30);
    let old = stretched(&a);
    rescaled::factors(|factor| {
        let there = factor * &a;
        assert_eq!(stretched(&there), old.map(|stretch| factor * stretch));
        assert_eq!(operator_norm_1(&there), factor * operator_norm_1(&a));
        assert_eq!(operator_norm_inf(&there), factor * operator_norm_inf(&a));
        assert_eq!(
            operator_norm_1(&transpose(&there)),
            operator_norm_inf(&there)
        );
    });
}

#[test]
fn an_inverse_is_updated_in_other_units() {
    let (a, n) = (any(4, 31), 4);
    let (u, v) = (any(4, 32).row(0).to_owned(), any(4, 33).row(0).to_owned());
    let old = sherman_morrison(&inverted(&a), &u, &v).expect("far from singular");
    // With it 1 + vᵀu is 0, up to rounding.
    let lost = &u * (-1.0 / dot(&u, &u));
    rescaled::systems((n, n), |units| {
        let there = |a: &Matrix| inverted(&units.matrix(a));
        let row: Vector = {
            let as_matrix = Matrix::from_shape_fn((n, n), |(_, j)| v[j]);
            let ones = units.matrix(&as_matrix);
            let left = units.right_hand_side(&Vector::ones(n));
            (0..n).map(|j| ones[[0, j]] / left[0]).collect()
        };
        let updated = sherman_morrison(&there(&a), &units.right_hand_side(&u), &row);
        let back = units.inverse(&updated.expect("far from singular"));
        assert_close(back / &old, Matrix::ones((n, n)), 1e-9);
    });
    assert!(sherman_morrison(&identity(n), &u, &lost).is_err());
}

#[test]
fn what_an_update_leaves_nothing_of_is_lost_in_other_units() {
    let n = 3;
    let tiny = rescaled::power_of_two(-70) * any(n, 34);
    let (u, v) = (any(n, 35).row(0).to_owned(), any(n, 36).row(0).to_owned());
    let outer = outer(&u, &v);
    rescaled::systems((n, n), |units| {
        let a_inverse = inverted(&units.matrix(&tiny));
        // Of the outer product in other units, two factors.
        let there = units.matrix(&outer);
        let (u, v) = (there.column(0).to_owned(), &there.row(0) / there[[0, 0]]);
        let lost = sherman_morrison(&a_inverse, &u, &v);
        assert!(matches!(lost, Err(UpdateError::Lost { .. })), "{lost:?}");
        let lost = sherman_morrison(&transpose(&a_inverse), &v, &u);
        assert!(matches!(lost, Err(UpdateError::Lost { .. })), "{lost:?}");
    });
}
