//! The worked examples of chapter 3, its preview problem, its misconception and
//! its comparison among them.

use super::*;
use mlmath::data::first_digit;
use mlmath::matrices::blur;

/// The thread of the chapter: A, and the quarter turn R.
pub fn grid_and_turn() -> [Matrix; 2] {
    [
        array![[2.0, -1.0], [1.0, 1.0]],
        array![[0.0, -1.0], [1.0, 0.0]],
    ]
}

#[test]
fn two_moves() {
    let [a, r] = grid_and_turn();
    let x = array![3.0, 2.0];
    let basis = standard_basis(2);
    let then = |first: &Matrix, second: &Matrix, x: &Vector| image(second, &image(first, x));
    // The columns of the one matrix are what becomes of the basis.
    let one = |first: &Matrix, second: &Matrix| {
        let images = [0, 1].map(|j| then(first, second, &basis[j]));
        Matrix::from_shape_fn((2, 2), |(i, j)| images[j][i])
    };
    let [after_a, after_r] = [one(&a, &r), one(&r, &a)];
    assert_eq!(
        (image(&a, &x), image(&r, &x)),
        (array![4.0, 5.0], array![-2.0, 3.0])
    );
    claims!(
        then(&a, &r, &basis[0]),
        then(&a, &r, &basis[1]),
        then(&r, &a, &basis[0]),
        then(&r, &a, &basis[1]),
        &after_a,
        &after_r,
        then(&a, &r, &x),
        then(&r, &a, &x)
    );
    assert_eq!(image(&after_a, &x), then(&a, &r, &x));
    assert_eq!(image(&after_r, &x), then(&r, &a, &x));
}

#[test]
fn factors_do_not_change_places() {
    let [a, r] = grid_and_turn();
    let ra = times(&r, &a);
    let across = dot(&r.row(1).to_owned(), &a.column(0).to_owned());
    claims!(&ra, times(&a, &r), across);
    assert_eq!(ra[[1, 0]], across);
}

#[test]
fn two_films() {
    let w = array![2.0, -1.0, 1.0];
    claims!(
        dot(&w, &array![3.0, 1.0, 0.0]),
        dot(&w, &array![0.0, 2.0, 1.0])
    );
}

#[test]
fn a_dot_product_has_no_brackets_to_move_and_nothing_to_cancel() {
    let [x, y, z] = [array![1.0, 0.0], array![1.0, 1.0], array![0.0, 1.0]];
    let left = vectors::scale(dot(&x, &y), &z);
    let right = vectors::scale(dot(&y, &z), &x);
    assert_ne!(left, right);
    assert_eq!(dot(&x, &array![1.0, 5.0]), dot(&x, &array![1.0, 7.0]));
}

fn first() -> (Matrix, Matrix) {
    let a = array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]];
    (a, array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]])
}

#[test]
fn a_batch_through_a_layer() {
    let x = array![[50.0, 2.0], [80.0, 3.0], [120.0, 5.0]];
    let w = array![[10.0, 0.5], [50.0, 1.0]];
    let b = array![200.0, 3.0];
    let z = sum(&times(&x, &w), &outer(&Vector::ones(3), &b));
    claims!(&z);
    for i in 0..3 {
        let one = image(&transpose(&w), &x.row(i).to_owned());
        assert_eq!(z.row(i), vectors::add(&one, &b));
    }
}

#[test]
fn readings_by_hand() {
    let (a, b) = first();
    let row = times(&a.slice(s![..1, ..]).to_owned(), &b);
    let term = |k| outer(&a.column(k).to_owned(), &b.row(k).to_owned());
    claims!(
        times(&a, &b),
        dot(&a.row(1).to_owned(), &b.column(0).to_owned()),
        image(&a, &b.column(1).to_owned()),
        row.row(0),
        term(0),
        term(1),
        term(2)
    );
}

#[test]
fn a_diagonal_matrix_stretches_rows_from_the_left_and_columns_from_the_right() {
    let (a, _) = first();
    let left = times(&diagonal(&array![10.0, 100.0]), &a);
    assert_eq!(left, array![[10.0, 20.0, 0.0], [300.0, -100.0, 100.0]]);
    let right = times(&a, &diagonal(&array![1.0, 10.0, 100.0]));
    assert_eq!(right, array![[1.0, 20.0, 0.0], [3.0, -10.0, 100.0]]);
}

/// The turn by 90° to the left, and the shear.
fn turn_and_shear() -> (Matrix, Matrix) {
    (
        array![[0.0, -1.0], [1.0, 0.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
    )
}

#[test]
fn diagonal_matrices_and_powers_commute() {
    let (d, e) = (diagonal(&array![2.0, 3.0]), diagonal(&array![5.0, -1.0]));
    assert_eq!(times(&d, &e), times(&e, &d));
    let (_, s) = turn_and_shear();
    let square = times(&s, &s);
    assert_eq!(times(&s, &square), times(&square, &s));
}

#[test]
fn trace_both_ways() {
    let [a, r] = grid_and_turn();
    let trace_of = |m: &Matrix| trace(m).expect("a square matrix");
    let [ra, ar] = [times(&r, &a), times(&a, &r)];
    assert_eq!(trace_of(&ra), trace_of(&ar));
    let basis = standard_basis(2);
    let c = outer(&basis[0], &basis[1]);
    claims!(
        trace_of(&ra),
        trace_of(&times(&ra, &c)),
        trace_of(&times(&ar, &c))
    );
}

#[test]
fn products_are_not_numbers() {
    let a = array![[1.0, -1.0], [-1.0, 1.0]];
    claims!(times(&a, &Matrix::ones((2, 2))));
}

#[test]
fn numerics_of_products() {
    let [a, b, c] = [0.1, 0.2, 0.3].map(|x| array![[x]]);
    let [left, right] = [times(&times(&a, &b), &c), times(&a, &times(&b, &c))];
    claims!(left[[0, 0]], right[[0, 0]]);
    assert_eq!([left[[0, 0]], right[[0, 0]]], [0.006000000000000001, 0.006]);
}

#[test]
fn softmax_without_the_root() {
    let difference = 16.0_f64;
    let root = 256.0_f64.sqrt();
    claims!(difference.exp(), (difference / root).exp());
}

#[test]
fn two_layers_are_one() {
    let (first, second) = (array![[1.0, 2.0], [0.0, 1.0]], array![[1.0], [-1.0]]);
    let one = times(&first, &second);
    let sample = array![[1.0, 2.0]];
    let between = times(&sample, &first);
    assert_eq!(between, array![[1.0, 4.0]]);
    claims!(&one, times(&between, &second)[[0, 0]]);
    assert_eq!(times(&sample, &one), array![[-3.0]]);
    // With biases.
    for_all(
        (factors_of_integers(1..=4), vectors_of_integers(4)),
        |([x, first, second], [b_1, b_2])| {
            let b_1 = b_1.slice(s![..first.ncols()]).to_owned();
            let b_2 = b_2.slice(s![..second.ncols()]).to_owned();
            let layer = |x: &Matrix, w: &Matrix, b: &Vector| {
                sum(&times(x, w), &outer(&Vector::ones(x.nrows()), b))
            };
            let both = layer(&layer(&x, &first, &b_1), &second, &b_2);
            let bias = vectors::add(&image(&transpose(&second), &b_1), &b_2);
            assert_eq!(both, layer(&x, &times(&first, &second), &bias));
        },
    );
}

#[test]
fn blurring_a_picture() {
    let (x, b) = (first_digit(), blur(8));
    let down = times(&b, &x);
    let across = times(&x, &transpose(&b));
    let both = times(&down, &transpose(&b));
    assert_eq!(both, times(&b, &across));
    // Line 4 and column 3, and the neighbours that the text names.
    let (i, j) = (3, 2);
    assert_eq!(x[[i, j]], 12.0);
    assert_eq!((down[[i, j - 1]], down[[i, j + 1]]), (4.0, 0.5));
    assert_eq!((across[[i - 1, j]], across[[i + 1, j]]), (8.75, 5.25));
    let then_across = 0.25 * down[[i, j - 1]] + 0.5 * down[[i, j]] + 0.25 * down[[i, j + 1]];
    let then_down = 0.25 * across[[i - 1, j]] + 0.5 * across[[i, j]] + 0.25 * across[[i + 1, j]];
    claims!(down[[i, j]], then_across, across[[i, j]], then_down);
    assert_eq!((then_across, then_down), (both[[i, j]], both[[i, j]]));
    // Across, each line of the result is B times the line, stood upright.
    for (line, blurred) in x.rows().into_iter().zip(across.rows()) {
        assert_eq!(image(&b, &line.to_owned()), blurred);
    }
}

#[test]
fn angle_by_hand() {
    let (u, v) = (array![4.0, 2.0], array![1.0, 3.0]);
    let cosine = cosine_similarity(&u, &v).expect("neither is zero");
    let theta = angle(&u, &v).expect("neither is zero");
    let shadow = norm_l2(&v) * theta.cos();
    claims!(
        dot(&u, &v),
        norm_l2(&u) * norm_l2(&v),
        cosine,
        theta,
        shadow
    );
    assert_close(shadow, dot(&u, &v) / norm_l2(&u), 1e-15);
}

#[test]
fn a_dot_product_that_cancels() {
    let (x, y) = (array![1e8, 1.0, -1e8], array![1e8, 1.0, 1e8]);
    let (n, u) = (3.0, f64::EPSILON / 2.0);
    let sizes = dot(&x.mapv(f64::abs), &y.mapv(f64::abs));
    claims!(dot(&x, &y), n * u / (1.0 - n * u) * sizes);
}

/// The multiplications of a product of three shapes, with the brackets on the
/// left and on the right.
pub fn both_brackets(sizes: [usize; 4]) -> [[usize; 2]; 2] {
    let [m, n, p, q] = sizes;
    let count = |left, right| multiplications(left, right).expect("they fit");
    [
        [count((m, n), (n, p)), count((m, p), (p, q))],
        [count((n, p), (p, q)), count((m, n), (n, q))],
    ]
}

#[test]
fn a_pair_of_brackets() {
    let [left, right] = both_brackets([10, 1000, 10, 1000]);
    assert_eq!(left[0], left[1]);
    assert_eq!(right, [10_000_000, 10_000_000]);
    claims!(left[0], left[0] + left[1], right[0] + right[1]);
}

#[test]
fn attention_by_hand() {
    let query = array![[1.0, 1.0, -1.0, 1.0]];
    let keys = array![
        [1.0, 1.0, 1.0, 1.0],
        [1.0, 1.0, -1.0, 1.0],
        [-1.0, 1.0, 1.0, 1.0]
    ];
    let scores = scale(0.5, &times(&query, &transpose(&keys)));
    let powers = scores.mapv(f64::exp);
    let weights = scale(1.0 / powers.sum(), &powers);
    let passed_on = array![[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
    let received = times(&weights, &passed_on);
    claims!(scores.row(0), weights.row(0), received.row(0));
}

#[test]
fn numbers_used_again() {
    let n = 1024;
    let numbers = 3 * n * n;
    let operations = 2 * multiplications((n, n), (n, n)).expect("square matrices");
    let each = operations as f64 / numbers as f64;
    claims!(numbers, operations, each.round());
}

#[test]
fn blocks_by_hand() {
    let (r, s) = turn_and_shear();
    let mut a = Matrix::zeros((4, 4));
    a.slice_mut(s![..2, ..2]).assign(&s);
    a.slice_mut(s![2.., 2..]).assign(&r);
    claims!(times(&a, &a));
}

#[test]
fn against_ndarray_products() {
    let x = iris().x;
    let gram = times(&x, &transpose(&x));
    let largest = gram.iter().copied().fold(f64::MIN, f64::max);
    claims!(gram.len(), largest);
}
