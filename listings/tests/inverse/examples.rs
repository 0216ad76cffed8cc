//! The worked examples of chapter 4, its preview problem, its misconception and
//! its boxes among them.

use super::*;
use mlmath::data::{digits, first_digit};
use mlmath::matrices::blur;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::f64::consts::FRAC_PI_6;

/// The matrix of the first disguise, which chapters 2 and 3 know too.
fn grid() -> Matrix {
    array![[2.0, -1.0], [1.0, 1.0]]
}

/// A vector as a column.
fn column(x: &Vector) -> Matrix {
    x.clone().insert_axis(ndarray::Axis(1))
}

#[test]
fn numbers_in_pairs() {
    let back = inverted(&grid());
    let other = array![[2.0, -2.0], [1.0, -1.0]];
    assert!(inverse(&other).is_err());
    claims!(
        times(&back, &array![4.0, 5.0]),
        scale(3.0, &back),
        times(&other, &array![3.0, 2.0]),
        expanded(&grid()),
        expanded(&other)
    );
    assert_eq!(times(&other, &array![2.0, 1.0]), array![2.0, 1.0]);
}

#[test]
fn three_unit_squares() {
    let corners = [[0.0, 0.0], [2.0, 1.0], [1.0, 2.0], [-1.0, 1.0]];
    let unit = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
    for (before, after) in unit.into_iter().zip(corners) {
        let image = times(&grid(), &Vector::from_iter(before));
        assert_eq!(image, Vector::from_iter(after));
    }
    let exchanged = array![[-1.0, 2.0], [1.0, 1.0]];
    let rectangle = 3.0 * 2.0;
    let triangles = 1.0 + 0.5 + 1.0 + 0.5;
    claims!(
        rectangle - triangles,
        expanded(&grid()),
        expanded(&exchanged)
    );
}

#[test]
fn backwards_through_a_layer() {
    let w = array![[1.0, 0.0], [2.0, 1.0], [0.0, -1.0]];
    let (g, h) = (array![1.0, -2.0], array![0.1, 0.0, 0.2]);
    let back = times(&w, &g);
    let forwards = times(&transpose(&w), &h);
    claims!(column(&back), &forwards, dot(&g, &forwards), dot(&back, &h));
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
    let back = inverted(&grid());
    claims!(scale(3.0, &back), times(&back, &array![4.0, 5.0]));
}

#[test]
fn shear_and_turn() {
    let turn = array![[0.0, -1.0], [1.0, 0.0]];
    let both = product(&turn, &grid());
    let sent = times(&both, &array![3.0, 2.0]);
    assert_eq!(sent, array![-5.0, 4.0]);
    let back = product(&inverted(&grid()), &inverted(&turn));
    assert_close(&back, inverted(&both), 1e-15);
    let wrong = product(&inverted(&turn), &inverted(&grid()));
    claims!(scale(3.0, &back), times(&back, &sent), times(&wrong, &sent));
}

#[test]
fn a_line_restored() {
    let (b, digits) = (blur(8), digits());
    let back = inverted(&b);
    let row = array![-7.0, 14.0, -12.0, 10.0, -8.0, 6.0, -4.0, 2.0];
    assert_close(back.row(1).to_owned(), (4.0 / 9.0) * row, 1e-13);
    let line = array![1.0, 5.0, 7.0, 3.0, 2.0, 6.0, 6.0, 2.0];
    assert_eq!(times(&b, &first_digit().row(3).to_owned()), line);
    claims!(dot(&back.row(1).to_owned(), &line), digits.x.len());
    let both = |m: &Matrix, x: &Matrix| product(&product(m, x), m);
    for k in 0..digits.y.len() {
        let picture = digits.image(k);
        // Measured: 5e-13.
        assert_close(both(&back, &both(&b, &picture)), picture, 1e-12);
    }
}

#[test]
fn stripes_that_vanish() {
    let stripes = array![1.0, -1.0, 0.0, 1.0, -1.0, 0.0, 1.0, -1.0];
    let c = mean_of_three(8);
    let [one, other] = [1.0, -1.0].map(|sign| Vector::ones(8) + sign * &stripes);
    assert_eq!(other, array![0.0, 2.0, 1.0, 0.0, 2.0, 1.0, 0.0, 2.0]);
    let blurred = times(&c, &one);
    assert_close(times(&c, &other), &blurred, 1e-15);
    assert!(inverse(&c).is_err());
    claims!(times(&c, &stripes), blurred, times(&blur(8), &stripes));
}

/// The matrix of the figure `gauss-jordan-steps`.
fn of_the_steps() -> Matrix {
    array![[1.0, 1.0, 2.0], [2.0, 1.0, 2.0], [-1.0, 0.0, 1.0]]
}

#[test]
fn gauss_jordan_by_hand() {
    let (a, b) = (of_the_steps(), array![4.0, 5.0, 0.0]);
    let solution = gauss_jordan(&a, &column(&b)).expect("an inverse");
    let back = inverted(&a);
    claims!(solution.column(0).to_owned(), &back, times(&back, &b));
    // The tables in between: after column 1, and after the way downwards.
    let operations = row_operations(&a).expect("an inverse");
    let after = |count: usize| {
        let mut table = ndarray::concatenate![ndarray::Axis(1), a, column(&b)];
        for operation in &operations[..count] {
            operation.apply(&mut table);
        }
        table
    };
    let second = array![
        [2.0, 1.0, 2.0, 5.0],
        [0.0, 0.5, 1.0, 1.5],
        [0.0, 0.5, 2.0, 2.5]
    ];
    let third = array![
        [2.0, 1.0, 2.0, 5.0],
        [0.0, 0.5, 1.0, 1.5],
        [0.0, 0.0, 1.0, 1.0]
    ];
    assert_eq!([after(3), after(4)], [second, third]);
}

#[test]
fn four_times_the_work() {
    // Of [A | B] with n rows and p columns on the right, in the order of the algorithm.
    let work = |n: u64, p: u64| -> u64 {
        let downwards = (1..=n).map(|k| (n - k) * (1 + 2 * (n - k) + 2 * p));
        let upwards = (1..=n).map(|k| p + (k - 1) * 2 * p);
        downwards.sum::<u64>() + upwards.sum::<u64>()
    };
    claims!(work(1000, 1), work(1000, 1000));
    // So many subtractions of rows, for a matrix without zeros, as are counted.
    let n = 6;
    let a = Matrix::from_shape_fn((n, n), |(i, j)| 1.0 / (1 + i + 2 * j * j) as f64);
    let operations = row_operations(&a).expect("an inverse");
    let subtracts = |operation: &&RowOperation| matches!(operation, RowOperation::Subtract { .. });
    let count = operations.iter().filter(subtracts).count();
    assert_eq!(count, n * (n - 1));
}

#[test]
fn the_other_side() {
    let (x, y) = (array![3.0, 2.0], array![1.0, 2.0]);
    let back = times(&transpose(&grid()), &y);
    claims!(dot(&times(&grid(), &x), &y), column(&back), dot(&x, &back));
}

/// How many images the nearest of the others names correctly.
fn named_by_the_nearest(x: &Matrix, y: &[usize]) -> usize {
    // Whole numbers, so nothing is rounded, and the first of equals is the same.
    let products = x.dot(&x.t());
    let squared = |i: usize, k: usize| products[[i, i]] - 2.0 * products[[i, k]] + products[[k, k]];
    let nearest = |i: usize| {
        let others = (0..y.len()).filter(|&k| k != i);
        let nearest = others.min_by(|&k, &l| squared(i, k).total_cmp(&squared(i, l)));
        nearest.expect("another image")
    };
    (0..y.len()).filter(|&i| y[nearest(i)] == y[i]).count()
}

#[test]
fn shuffled_digits() {
    let digits = digits();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(4);
    let mut order: Vec<(u64, usize)> = (0..64).map(|pixel| (random.random(), pixel)).collect();
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, pixel)| pixel).collect();
    // The columns of I in another order: a permutation matrix.
    let shuffle = identity(64).select(ndarray::Axis(1), &order);
    assert!(shuffle != identity(64) && is_orthogonal(&shuffle, 0.0));
    let shuffled = product(&digits.x, &shuffle);
    claims!(
        named_by_the_nearest(&digits.x, &digits.y),
        named_by_the_nearest(&shuffled, &digits.y)
    );
}

#[test]
fn norms_of_the_grid() {
    let a = grid();
    claims!(
        operator_norm_1(&a),
        operator_norm_inf(&a),
        stretched(&a)[0],
        norm_frobenius(&a)
    );
}

#[test]
fn stretches_of_the_grid() {
    let [largest, smallest] = stretched(&grid());
    let (r, s) = ((largest + smallest) / 2.0, (largest - smallest) / 2.0);
    assert_close(r, 13.0_f64.sqrt() / 2.0, 1e-15);
    claims!(r, s, largest, smallest, largest * smallest);
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
    let subtractions: u64 = (2..=20).map(|n| (n - 1) * (n - 1)).sum();
    let operations = by_expansion as f64;
    let years = operations / 1e9 / (365.25 * 24.0 * 3600.0);
    claims!(operations, years.round(), by_elimination, subtractions);
}

#[test]
fn small_determinants() {
    let det = determinant(&blur(8)).expect("square");
    assert_close(det, 9.0 / 65_536.0, 1e-18);
    // The blur of 64 pixels: down, a block for each column, and across.
    let down = Matrix::from_shape_fn((64, 64), |(i, j)| match i / 8 == j / 8 {
        true => blur(8)[[i % 8, j % 8]],
        false => 0.0,
    });
    let across = Matrix::from_shape_fn((64, 64), |(i, j)| match i % 8 == j % 8 {
        true => blur(8)[[i / 8, j / 8]],
        false => 0.0,
    });
    let whole = determinant(&product(&down, &across)).expect("square");
    let nearly = |c: f64| determinant(&array![[1.0, 1e6], [c, 1.0]]).expect("square");
    claims!(det, whole, nearly(0.0), nearly(1e-6));
    assert_close(whole / det.powi(16), 1.0, 1e-12);
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
        score(5, 2)
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
fn numerics_of_the_inverse() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    let det = determinant(&a).expect("square");
    claims!(det);
    let error = inverse(&a).expect_err("singular");
    assert!(matches!(error, InverseError::Uncertain { .. }));
    assert_eq!(expanded(&a), 0.0);
}
