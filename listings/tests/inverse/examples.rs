//! The worked examples of chapter 4, its preview problem, its misconception and
//! its boxes among them.

use super::*;
use mlmath::data::iris;
use std::f64::consts::FRAC_PI_6;

#[test]
fn numbers_in_pairs() {
    let back = inverted(&array![[2.0, 1.0], [1.0, 1.0]]);
    let singular = array![[2.0, 1.0], [4.0, 2.0]];
    assert!(inverse(&singular).is_err());
    claims!(
        times(&back, &array![19.0, 11.0]),
        &back,
        times(&singular, &array![1.0, 2.0])
    );
    assert_eq!(times(&singular, &array![2.0, 0.0]), array![4.0, 8.0]);
    assert_eq!(times(&singular, &array![1.0, -2.0]), Vector::zeros(2));
}

#[test]
fn transposing_a_product() {
    let a = array![[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]];
    let b = array![[1.0, 0.0], [2.0, 1.0], [1.0, 3.0]];
    claims!(product(&a, &b), product(&transpose(&b), &transpose(&a)));
    assert_eq!(product(&transpose(&a), &transpose(&b)).dim(), (3, 3));
}

#[test]
fn backwards_through_a_layer() {
    let w = array![[1.0, 0.0], [2.0, 1.0], [0.0, -1.0]];
    let (g, h) = (array![1.0, -2.0], array![0.1, 0.0, 0.2]);
    let back = times(&w, &g);
    let forwards = times(&transpose(&w), &h);
    claims!(&back, &forwards, dot(&g, &forwards), dot(&back, &h));
}

#[test]
fn a_gram_matrix_by_hand() {
    let a = array![[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]];
    let x = array![1.0, -1.0];
    let form = |a: &Matrix| quadratic_form(a, &x).expect("square");
    let image = times(&a, &x);
    let symmetric = array![[1.0, 2.0], [2.0, 1.0]];
    claims!(
        gram(&a),
        form(&gram(&a)),
        &image,
        dot(&image, &image),
        form(&symmetric),
        form(&gram(&array![[1.0, 1.0]]))
    );
}

#[test]
fn two_by_two_by_hand() {
    let a = array![[3.0, 1.0], [4.0, 2.0]];
    let image = times(&a, &array![1.0, 2.0]);
    assert_eq!(image, array![5.0, 8.0]);
    claims!(inverted(&a), expanded(&a), times(&inverted(&a), &image));
}

#[test]
fn shear_and_turn() {
    let a = array![[1.0, 1.0], [0.0, 1.0]];
    let b = array![[0.0, -1.0], [1.0, 0.0]];
    let (a_inverse, b_inverse) = (inverted(&a), inverted(&b));
    assert_eq!(product(&b_inverse, &a_inverse), inverted(&product(&a, &b)));
    let other = product(&a_inverse, &b_inverse);
    claims!(inverted(&product(&a, &b)), &other);
    assert_eq!(other, inverted(&product(&b, &a)));
}

/// The matrix of the figure `gauss-jordan-steps`.
fn of_the_steps() -> Matrix {
    array![[1.0, 1.0, 2.0], [2.0, 1.0, 2.0], [-1.0, 0.0, 1.0]]
}

#[test]
fn gauss_jordan_by_hand() {
    let a = of_the_steps();
    let back = inverted(&a);
    let column = times(&a, &back.column(0).to_owned());
    claims!(&back, column);
    // The table in the middle: after the way downwards.
    let mut table = ndarray::concatenate![ndarray::Axis(1), a, identity(3)];
    let operations = row_operations(&a).expect("an inverse");
    for operation in &operations[..4] {
        operation.apply(&mut table);
    }
    let downwards = array![
        [2.0, 1.0, 2.0, 0.0, 1.0, 0.0],
        [0.0, 0.5, 1.0, 1.0, -0.5, 0.0],
        [0.0, 0.0, 1.0, -1.0, 1.0, 1.0]
    ];
    assert_eq!(table, downwards);
}

#[test]
fn expansion_by_hand() {
    let minor = |a: Matrix| expanded(&a);
    let [first, second, third] = [
        minor(array![[-1.0, 4.0], [2.0, 0.0]]),
        minor(array![[0.0, 4.0], [1.0, 0.0]]),
        minor(array![[0.0, -1.0], [1.0, 2.0]]),
    ];
    let a = array![[2.0, 1.0, 3.0], [0.0, -1.0, 4.0], [1.0, 2.0, 0.0]];
    claims!(first, second, third, expanded(&a));
    assert_eq!(expanded(&a), 2.0 * first - second + 3.0 * third);
}

#[test]
fn pivots_of_the_table() {
    let a = of_the_steps();
    let det = determinant(&a).expect("a square matrix of numbers");
    claims!(expanded(&a), det);
}

#[test]
fn cost_of_a_determinant() {
    // n smaller determinants, each times an entry.
    let by_expansion = (2..=20).fold(0_u64, |smaller, n| n * (smaller + 1));
    // Below each pivot a division and the rest of the row; then the pivots.
    let by_elimination: u64 = (2..=20).map(|n| (n - 1) * n + 1).sum();
    let operations = by_expansion as f64;
    let years = operations / 1e9 / (365.25 * 24.0 * 3600.0);
    claims!(operations, years.round(), by_elimination);
}

#[test]
fn small_determinants() {
    // 99 roundings of relative size 1.1e-16 are far below the one digit printed.
    let tenth = |n| determinant(&scale(0.1, &identity(n))).expect("square");
    // Of a multiple of I the spectral norm is that of the others.
    let a = scale(0.1, &identity(100));
    let distance = operator_norm_inf(&a) * operator_norm_inf(&inverted(&a));
    let nearly = |c: f64| determinant(&array![[1.0, 1e6], [c, 1.0]]).expect("square");
    claims!(tenth(100), tenth(400), distance, nearly(0.0), nearly(1e-6));
    let back = inverted(&scale(0.1, &identity(400)));
    assert_eq!(back, scale(10.0, &identity(400)));
}

#[test]
fn only_the_difference_counts() {
    let (q, k) = (array![2.0, 0.0], array![1.0, 1.0]);
    let at = |x: &Vector, position: i32| times(&rotation(f64::from(position) * FRAC_PI_6), x);
    let score = |m, n| dot(&at(&q, m), &at(&k, n));
    assert_close(score(7, 7), score(0, 0), 1e-14);
    claims!(
        score(0, 0),
        at(&k, 3),
        score(2, 5),
        score(102, 105),
        score(5, 2),
        norm_l2(&at(&q, 2))
    );
}

#[test]
fn norms_of_a_shear() {
    let a = array![[1.0, 1.0], [0.0, 1.0]];
    let [largest, smallest] = stretched(&a);
    claims!(
        operator_norm_1(&a),
        operator_norm_inf(&a),
        largest,
        largest,
        smallest,
        largest * smallest,
        norm_frobenius(&a)
    );
}

#[test]
fn fifty_layers() {
    let layer = diagonal(&array![1.1, 0.9]);
    let after = |x: Vector| (0..50).fold(x, |x, _| times(&layer, &x));
    claims!(
        norm_l2(&after(array![1.0, 0.0])),
        norm_l2(&after(array![0.0, 1.0]))
    );
    assert_close(
        Vector::from_iter(stretched(&layer)),
        array![1.1, 0.9],
        1e-15,
    );
}

#[test]
fn rewards_ahead() {
    let discounted = scale(0.9, &array![[0.5, 0.5], [0.2, 0.8]]);
    let system = identity(2) - &discounted;
    let v = times(&inverted(&system), &array![1.0, 0.0]);
    assert_close(operator_norm_inf(&discounted), 0.9, 1e-15);
    let bound = |k: &i32| 0.9_f64.powi(k + 1) / 0.1;
    let k = (0..).find(|k| bound(k) <= 0.01).expect("0.9 is below 1");
    claims!(v, k);
    let sum = neumann_sum(&discounted, 65).expect("square");
    assert_at_most(operator_norm_inf(&(inverted(&system) - sum)), 0.01, 0.0);
}

#[test]
fn an_update_by_hand() {
    let a_inverse = inverted(&diagonal(&array![2.0, 1.0]));
    let u = array![1.0, 1.0];
    let w = times(&a_inverse, &u);
    let updated = sherman_morrison(&a_inverse, &u, &u).expect("2.5 is not 0");
    claims!(&w, 1.0 + dot(&u, &w), &updated);
    let fresh = inverted(&array![[3.0, 1.0], [1.0, 2.0]]);
    assert_close(updated, fresh, 1e-15);
}

#[test]
fn against_nalgebra_inverse() {
    let gram = gram(&iris().x);
    let det = determinant(&gram).expect("square");
    claims!(det);
}

#[test]
fn numerics_of_the_inverse() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    let det = determinant(&a).expect("square");
    claims!(det);
    let error = inverse(&a).expect_err("singular");
    assert!(matches!(error, InverseError::Uncertain { .. }));
    assert_eq!(expanded(&a), 0.0);
}
