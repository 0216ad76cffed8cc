//! The worked examples of chapter 4, its preview problem, its misconception and
//! its boxes among them.

use super::*;
use mlmath::data::iris;
use std::f64::consts::FRAC_PI_6;

#[test]
fn numbers_in_pairs() {
    let back = inverted(&array![[2.0, 1.0], [1.0, 1.0]]);
    claim(
        "numbers-in-pairs",
        r"\begin{pmatrix} 1 & -1 \\ -1 & 2 \end{pmatrix}",
        &back,
    );
    claim(
        "numbers-in-pairs",
        "(8, 3)",
        times(&back, &array![19.0, 11.0]),
    );
    let singular = array![[2.0, 1.0], [4.0, 2.0]];
    assert!(inverse(&singular).is_err());
    claim(
        "numbers-in-pairs",
        "(4, 8)",
        times(&singular, &array![1.0, 2.0]),
    );
    assert_eq!(times(&singular, &array![2.0, 0.0]), array![4.0, 8.0]);
    assert_eq!(times(&singular, &array![1.0, -2.0]), Vector::zeros(2));
}

#[test]
fn transposing_a_product() {
    let a = array![[1.0, 2.0, 0.0], [0.0, 1.0, 1.0]];
    let b = array![[1.0, 0.0], [2.0, 1.0], [1.0, 3.0]];
    claim(
        "transposing-a-product",
        r"\begin{pmatrix} 5 & 2 \\ 3 & 4 \end{pmatrix}",
        product(&a, &b),
    );
    claim(
        "transposing-a-product",
        r"\begin{pmatrix} 5 & 3 \\ 2 & 4 \end{pmatrix}",
        product(&transpose(&b), &transpose(&a)),
    );
    assert_eq!(product(&transpose(&a), &transpose(&b)).dim(), (3, 3));
}

#[test]
fn backwards_through_a_layer() {
    let w = array![[1.0, 0.0], [2.0, 1.0], [0.0, -1.0]];
    let (g, h) = (array![1.0, -2.0], array![0.1, 0.0, 0.2]);
    let back = times(&w, &g);
    claim("backwards-through-a-layer", "(1, 0, 2)", &back);
    let forwards = times(&transpose(&w), &h);
    claim("backwards-through-a-layer", "(0.1, -0.2)", &forwards);
    claim("backwards-through-a-layer", "0.5", dot(&g, &forwards));
    claim("backwards-through-a-layer", "0.5", dot(&back, &h));
}

#[test]
fn a_gram_matrix_by_hand() {
    let a = array![[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]];
    let x = array![1.0, -1.0];
    claim(
        "a-gram-matrix-by-hand",
        r"\begin{pmatrix} 2 & 2 \\ 2 & 5 \end{pmatrix}",
        gram(&a),
    );
    let form = |a: &Matrix| quadratic_form(a, &x).expect("square");
    claim("a-gram-matrix-by-hand", "3", form(&gram(&a)));
    let image = times(&a, &x);
    claim("a-gram-matrix-by-hand", "(-1, -1, 1)", &image);
    claim("a-gram-matrix-by-hand", "3", dot(&image, &image));
    let symmetric = array![[1.0, 2.0], [2.0, 1.0]];
    claim("a-gram-matrix-by-hand", "-2", form(&symmetric));
    claim(
        "a-gram-matrix-by-hand",
        "0",
        form(&gram(&array![[1.0, 1.0]])),
    );
}

#[test]
fn two_by_two_by_hand() {
    let a = array![[3.0, 1.0], [4.0, 2.0]];
    claim(
        "two-by-two-by-hand",
        r"\begin{pmatrix} 1 & -0.5 \\ -2 & 1.5 \end{pmatrix}",
        inverted(&a),
    );
    claim("two-by-two-by-hand", "2", expanded(&a));
    let image = times(&a, &array![1.0, 2.0]);
    assert_eq!(image, array![5.0, 8.0]);
    claim("two-by-two-by-hand", "(1, 2)", times(&inverted(&a), &image));
}

#[test]
fn shear_and_turn() {
    let a = array![[1.0, 1.0], [0.0, 1.0]];
    let b = array![[0.0, -1.0], [1.0, 0.0]];
    let (a_inverse, b_inverse) = (inverted(&a), inverted(&b));
    claim(
        "shear-and-turn",
        r"\begin{pmatrix} 0 & 1 \\ -1 & 1 \end{pmatrix}",
        inverted(&product(&a, &b)),
    );
    assert_eq!(product(&b_inverse, &a_inverse), inverted(&product(&a, &b)));
    let other = product(&a_inverse, &b_inverse);
    claim(
        "shear-and-turn",
        r"\begin{pmatrix} 1 & 1 \\ -1 & 0 \end{pmatrix}",
        &other,
    );
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
    claim(
        "gauss-jordan-by-hand",
        r"\begin{pmatrix} -1 & 1 & 0 \\ 4 & -3 & -2 \\ -1 & 1 & 1 \end{pmatrix}",
        &back,
    );
    let column = times(&a, &back.column(0).to_owned());
    claim("gauss-jordan-by-hand", "(1, 0, 0)", column);
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
    claim("expansion-by-hand", "-8", first);
    claim("expansion-by-hand", "-4", second);
    claim("expansion-by-hand", "1", third);
    let a = array![[2.0, 1.0, 3.0], [0.0, -1.0, 4.0], [1.0, 2.0, 0.0]];
    claim("expansion-by-hand", "-9", expanded(&a));
    assert_eq!(expanded(&a), 2.0 * first - second + 3.0 * third);
}

#[test]
fn pivots_of_the_table() {
    let a = of_the_steps();
    claim("pivots-of-the-table", "-1", expanded(&a));
    let det = determinant(&a).expect("a square matrix of numbers");
    claim("pivots-of-the-table", "-1", det);
}

#[test]
fn cost_of_a_determinant() {
    // n smaller determinants, each times an entry.
    let by_expansion = (2..=20).fold(0_u64, |smaller, n| n * (smaller + 1));
    // Below each pivot a division and the rest of the row; then the pivots.
    let by_elimination: u64 = (2..=20).map(|n| (n - 1) * n + 1).sum();
    let operations = by_expansion as f64;
    claim("cost-of-a-determinant", r"4.2 \cdot 10^{18}", operations);
    let years = operations / 1e9 / (365.25 * 24.0 * 3600.0);
    claim("cost-of-a-determinant", "132", years.round());
    claim("cost-of-a-determinant", r"2\,679", by_elimination as i64);
}

#[test]
fn small_determinants() {
    let tenth = |n| determinant(&scale(0.1, &identity(n))).expect("square");
    // 99 roundings of relative size 1.1e-16 are far below the one digit printed.
    claim("small-determinants", "10^{-100}", tenth(100));
    claim("small-determinants", "0", tenth(400));
    // Of a multiple of I the spectral norm is that of the others.
    let a = scale(0.1, &identity(100));
    let distance = operator_norm_inf(&a) * operator_norm_inf(&inverted(&a));
    claim("small-determinants", "1", distance);
    let nearly = |c: f64| determinant(&array![[1.0, 1e6], [c, 1.0]]).expect("square");
    claim("small-determinants", "1", nearly(0.0));
    claim("small-determinants", "0", nearly(1e-6));
    let back = inverted(&scale(0.1, &identity(400)));
    assert_eq!(back, scale(10.0, &identity(400)));
}

#[test]
fn only_the_difference_counts() {
    let (q, k) = (array![2.0, 0.0], array![1.0, 1.0]);
    let at = |x: &Vector, position: i32| times(&rotation(f64::from(position) * FRAC_PI_6), x);
    let score = |m, n| dot(&at(&q, m), &at(&k, n));
    claim("only-the-difference-counts", "2", score(0, 0));
    assert_close(score(7, 7), score(0, 0), 1e-14);
    claim("only-the-difference-counts", "(-1, 1)", at(&k, 3));
    claim("only-the-difference-counts", "-2", score(2, 5));
    claim("only-the-difference-counts", "-2", score(102, 105));
    claim("only-the-difference-counts", "2", score(5, 2));
    claim("only-the-difference-counts", "2", norm_l2(&at(&q, 2)));
}

#[test]
fn norms_of_a_shear() {
    let a = array![[1.0, 1.0], [0.0, 1.0]];
    claim("norms-of-a-shear", "2", operator_norm_1(&a));
    claim("norms-of-a-shear", "2", operator_norm_inf(&a));
    let [largest, smallest] = stretched(&a);
    claim("norms-of-a-shear", r"\frac{1 + \sqrt5}{2}", largest);
    claim("norms-of-a-shear", "1.6180", largest);
    claim("norms-of-a-shear", "0.6180", smallest);
    claim("norms-of-a-shear", "1", largest * smallest);
    claim("norms-of-a-shear", "1.7321", norm_frobenius(&a));
}

#[test]
fn fifty_layers() {
    let layer = diagonal(&array![1.1, 0.9]);
    let after = |x: Vector| (0..50).fold(x, |x, _| times(&layer, &x));
    claim("fifty-layers", "117.4", norm_l2(&after(array![1.0, 0.0])));
    claim("fifty-layers", "0.00515", norm_l2(&after(array![0.0, 1.0])));
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
    claim("rewards-ahead", "(3.836, 2.466)", v);
    assert_close(operator_norm_inf(&discounted), 0.9, 1e-15);
    let bound = |k: &i32| 0.9_f64.powi(k + 1) / 0.1;
    let k = (0..).find(|k| bound(k) <= 0.01).expect("0.9 is below 1");
    claim("rewards-ahead", "65", k);
    let sum = neumann_sum(&discounted, 65).expect("square");
    assert_at_most(operator_norm_inf(&(inverted(&system) - sum)), 0.01, 0.0);
}

#[test]
fn an_update_by_hand() {
    let a_inverse = inverted(&diagonal(&array![2.0, 1.0]));
    let u = array![1.0, 1.0];
    let w = times(&a_inverse, &u);
    claim("an-update-by-hand", "(0.5, 1)", &w);
    claim("an-update-by-hand", "2.5", 1.0 + dot(&u, &w));
    let updated = sherman_morrison(&a_inverse, &u, &u).expect("2.5 is not 0");
    claim(
        "an-update-by-hand",
        r"\begin{pmatrix} 0.4 & -0.2 \\ -0.2 & 0.6 \end{pmatrix}",
        &updated,
    );
    let fresh = inverted(&array![[3.0, 1.0], [1.0, 2.0]]);
    assert_close(updated, fresh, 1e-15);
}

#[test]
fn against_nalgebra_inverse() {
    let gram = gram(&iris().x);
    let det = determinant(&gram).expect("square");
    claim("against-nalgebra-inverse", r"1.236 \cdot 10^{8}", det);
}

#[test]
fn numerics_of_the_inverse() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    let det = determinant(&a).expect("square");
    claim("numerics-of-the-inverse", r"6.7 \cdot 10^{-16}", det);
    let error = inverse(&a).expect_err("singular");
    assert!(matches!(error, InverseError::Uncertain { .. }));
    assert_eq!(expanded(&a), 0.0);
}
