//! The computed answers to the questions of chapter 5.

use super::*;

#[test]
fn rank_at_sight() {
    let a = array![[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 1.0, 1.0]];
    claims!(rank(&a));
}

#[test]
fn the_second_right_hand_side() {
    let n = 3000.0_f64;
    let ratio = 2.0 * n.powi(2) / (2.0 / 3.0 * n.powi(3));
    claims!(2.0 * ratio);
}

#[test]
fn what_a_small_residual_says() {
    let a = diagonal(&array![1.0, 1e-10]);
    let kappa = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    claims!(kappa * 1.1e-16);
}

#[test]
fn why_the_largest_pivot() {
    let a = array![[0.5, 1.0, 0.0], [-4.0, 0.0, 1.0], [3.0, 1.0, 1.0]];
    let lu = Lu::new(&a).expect("an invertible matrix");
    assert_eq!(lu.order()[0], 1);
    let of = |row: usize| a[[row, 0]] / a[[1, 0]];
    claims!(array![of(0), of(2)]);
    let multipliers = lu.lower().slice(ndarray::s![1.., 0]).to_owned();
    for multiplier in [of(0), of(2)] {
        assert!(multipliers.iter().any(|l| *l == multiplier));
    }
}

#[test]
fn which_has_a_cholesky_factor() {
    let refused = Cholesky::new(&array![[1.0, 2.0], [2.0, 1.0]]);
    let Err(SolveError::NotPositiveDefinite { step: 1, value }) = refused else {
        panic!("{refused:?}");
    };
    let not_symmetric = Cholesky::new(&array![[2.0, -1.0], [1.0, 2.0]]);
    let error = SolveError::NotSymmetric { row: 1, column: 0 };
    assert_eq!(not_symmetric, Err(error));
    let right = Cholesky::new(&array![[4.0, -2.0], [-2.0, 2.0]]);
    claims!(value, right.expect("a positive definite matrix").lower());
    let semidefinite = Cholesky::new(&array![[1.0, 1.0], [1.0, 1.0]]);
    let error = SolveError::NotPositiveDefinite {
        step: 1,
        value: 0.0,
    };
    assert_eq!(semidefinite, Err(error));
}

#[test]
fn one_more_link() {
    let (a, b) = web(&[&[1, 2], &[0, 2], &[0]], 0.85);
    claims!(solve(&a, &b).expect("an invertible matrix"));
}
