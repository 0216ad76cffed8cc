//! The worked examples of chapter 3, its preview problem, its misconception and
//! its comparison among them.

use super::*;

#[test]
fn two_parties() {
    let recipes = array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]];
    let parties = array![[1.0, 4.0], [2.0, 5.0]];
    let prices = array![[0.1, 1.0, 0.2]];
    let needed = times(&recipes, &parties);
    let of_a_batch = times(&prices, &recipes);
    let costs = times(&of_a_batch, &parties);
    assert_close(times(&prices, &needed), &costs, 1e-12);
    let count = |a: &Matrix, b: &Matrix| multiplications(a.dim(), b.dim()).expect("they fit");
    claims!(
        &needed,
        count(&recipes, &parties),
        count(&prices, &needed),
        of_a_batch.row(0),
        count(&prices, &recipes),
        count(&of_a_batch, &parties),
        costs.row(0)
    );
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

#[test]
fn the_bound_in_numbers() {
    let (u, v) = (array![4.0, 2.0], array![1.0, 3.0]);
    let half = array![2.0, 1.0];
    claims!(
        dot(&u, &v),
        norm_l2(&u) * norm_l2(&v),
        dot(&u, &half),
        norm_l2(&u) * norm_l2(&half)
    );
}

#[test]
fn angle_by_hand() {
    let (u, v) = (array![4.0, 2.0], array![1.0, 3.0]);
    let cosine = cosine_similarity(&u, &v).expect("neither is zero");
    let theta = angle(&u, &v).expect("neither is zero");
    let shadow = norm_l2(&v) * theta.cos();
    claims!(cosine, theta, shadow);
    assert_close(shadow, norm_l2(&u) / 2.0, 1e-15);
}

#[test]
fn a_right_angle_in_space() {
    let (x, y) = (array![1.0, 2.0, 2.0], array![2.0, 1.0, -2.0]);
    assert_eq!((norm_l2(&x), norm_l2(&y)), (3.0, 3.0));
    let both = vectors::add(&x, &y);
    claims!(dot(&x, &y), dot(&both, &both));
}

#[test]
fn three_texts() {
    let (note, novel) = (array![3.0, 2.0, 0.0], array![4.0, 3.0, 12.0]);
    let query = array![1.0, 1.0, 0.0];
    let cosine = |text| cosine_similarity(text, &query).expect("neither is zero");
    claims!(
        dot(&note, &query),
        dot(&novel, &query),
        cosine(&note),
        cosine(&novel)
    );
}

fn first() -> (Matrix, Matrix) {
    let a = array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]];
    (a, array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]])
}

#[test]
fn first_product() {
    let (a, b) = first();
    let product = times(&a, &b);
    claims!(&product, product[[0, 1]]);
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
fn factors_do_not_change_places() {
    let (a, b) = turn_and_shear();
    let e = array![1.0, 0.0];
    let turned = image(&a, &e);
    assert_eq!(turned, array![0.0, 1.0]);
    assert_eq!(image(&b, &e), e);
    claims!(
        times(&b, &a),
        times(&a, &b),
        image(&b, &turned),
        image(&a, &e)
    );
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
    let (a, b) = first();
    let other = times(&b, &a);
    let trace_of = |m: &Matrix| trace(m).expect("a square matrix");
    assert_eq!(times(&a, &b).diag(), array![2.0, -2.0]);
    let (x, y) = (array![1.0, 2.0], array![3.0, 4.0]);
    assert_eq!(dot(&y, &x), 11.0);
    let (a, b) = turn_and_shear();
    let c = diagonal(&array![1.0, 0.0]);
    claims!(
        other.diag(),
        trace_of(&other),
        trace_of(&outer(&x, &y)),
        trace_of(&times(&times(&a, &b), &c)),
        trace_of(&times(&times(&b, &a), &c))
    );
}

#[test]
fn products_are_not_numbers() {
    let a = array![[1.0, -1.0], [-1.0, 1.0]];
    claims!(times(&a, &Matrix::ones((2, 2))));
}

#[test]
fn a_turn_by_any_angle() {
    let turn = |degrees: f64| {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        array![[cosine, -sine], [sine, cosine]]
    };
    let moved = image(&turn(30.0), &array![2.0, 0.0]);
    let twice = times(&turn(30.0), &turn(30.0));
    claims!(moved, &twice);
    assert_close(twice, turn(60.0), 1e-15);
    for_all((-180.0..180.0, -180.0..180.0), |(alpha, beta)| {
        let both = times(&turn(alpha), &turn(beta));
        assert_close(both, turn(alpha + beta), 1e-14);
    });
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

/// The multiplications of a product of three shapes, with the brackets on the
/// left and on the right.
fn both_brackets(sizes: [usize; 4]) -> [[usize; 2]; 2] {
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
fn end_with_a_vector() {
    let [left, right] = both_brackets([1000, 1000, 1000, 1]);
    claims!(left[0] + left[1], right[0] + right[1]);
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
    claims!(scores.row(0));
}

#[test]
fn attention_without_the_table() {
    let [left, right] = both_brackets([4096, 64, 4096, 64]);
    let [left, right] = [left, right].map(|[first, second]| first + second);
    claims!(left, right, left / right);
    assert_eq!(left % right, 0);
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
