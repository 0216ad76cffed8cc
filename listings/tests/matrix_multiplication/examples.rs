//! The worked examples of chapter 3, its preview problem, its misconception and
//! its comparison among them.

use super::*;

#[test]
fn two_parties() {
    let recipes = array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]];
    let parties = array![[1.0, 4.0], [2.0, 5.0]];
    let prices = array![[0.1, 1.0, 0.2]];
    let needed = times(&recipes, &parties);
    claim(
        "two-parties",
        r"\begin{pmatrix} 700 & 2200 \\ 600 & 1800 \\ 500 & 1400 \end{pmatrix}",
        &needed,
    );
    let of_a_batch = times(&prices, &recipes);
    claim("two-parties", "(250, 260)", of_a_batch.row(0).to_owned());
    let costs = times(&of_a_batch, &parties);
    claim("two-parties", "(770, 2300)", costs.row(0).to_owned());
    assert_close(times(&prices, &needed), costs, 1e-12);
    let count = |a: &Matrix, b: &Matrix| multiplications(a.dim(), b.dim()).expect("they fit");
    claim("two-parties", "12", count(&recipes, &parties));
    claim("two-parties", "6", count(&prices, &needed));
    claim("two-parties", "6", count(&prices, &recipes));
    claim("two-parties", "4", count(&of_a_batch, &parties));
}

#[test]
fn two_films() {
    let w = array![2.0, -1.0, 1.0];
    claim("two-films", "5", dot(&w, &array![3.0, 1.0, 0.0]));
    claim("two-films", "-1", dot(&w, &array![0.0, 2.0, 1.0]));
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
    claim("the-bound-in-numbers", "10", dot(&u, &v));
    claim("the-bound-in-numbers", "14.14", norm_l2(&u) * norm_l2(&v));
    let half = array![2.0, 1.0];
    claim("the-bound-in-numbers", "10", dot(&u, &half));
    claim("the-bound-in-numbers", "10", norm_l2(&u) * norm_l2(&half));
}

#[test]
fn angle_by_hand() {
    let (u, v) = (array![4.0, 2.0], array![1.0, 3.0]);
    let cosine = cosine_similarity(&u, &v).expect("neither is zero");
    claim("angle-by-hand", "0.7071", cosine);
    let theta = angle(&u, &v).expect("neither is zero");
    claim("angle-by-hand", r"\pi/4", theta);
    let shadow = norm_l2(&v) * theta.cos();
    claim("angle-by-hand", "2.24", shadow);
    assert_close(shadow, norm_l2(&u) / 2.0, 1e-15);
}

#[test]
fn a_right_angle_in_space() {
    let (x, y) = (array![1.0, 2.0, 2.0], array![2.0, 1.0, -2.0]);
    claim("a-right-angle-in-space", "0", dot(&x, &y));
    assert_eq!((norm_l2(&x), norm_l2(&y)), (3.0, 3.0));
    let both = vectors::add(&x, &y);
    claim("a-right-angle-in-space", "18", dot(&both, &both));
}

#[test]
fn three_texts() {
    let (note, novel) = (array![3.0, 2.0, 0.0], array![4.0, 3.0, 12.0]);
    let query = array![1.0, 1.0, 0.0];
    claim("three-texts", "5", dot(&note, &query));
    claim("three-texts", "7", dot(&novel, &query));
    let cosine = |text| cosine_similarity(text, &query).expect("neither is zero");
    claim("three-texts", "0.981", cosine(&note));
    claim("three-texts", "0.381", cosine(&novel));
}

fn first() -> (Matrix, Matrix) {
    let a = array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]];
    (a, array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]])
}

#[test]
fn first_product() {
    let (a, b) = first();
    let product = times(&a, &b);
    claim(
        "first-product",
        r"\begin{pmatrix} 2 & 7 \\ 7 & -2 \end{pmatrix}",
        &product,
    );
    claim("first-product", "7", product[[0, 1]]);
}

#[test]
fn a_batch_through_a_layer() {
    let x = array![[50.0, 2.0], [80.0, 3.0], [120.0, 5.0]];
    let w = array![[10.0, 0.5], [50.0, 1.0]];
    let b = array![200.0, 3.0];
    let z = sum(&times(&x, &w), &outer(&Vector::ones(3), &b));
    claim(
        "a-batch-through-a-layer",
        r"\begin{pmatrix} 800 & 30 \\ 1150 & 46 \\ 1650 & 68 \end{pmatrix}",
        &z,
    );
    for i in 0..3 {
        let one = image(&transpose(&w), &x.row(i).to_owned());
        assert_eq!(z.row(i), vectors::add(&one, &b));
    }
}

#[test]
fn readings_by_hand() {
    let (a, b) = first();
    claim(
        "readings-by-hand",
        "7",
        dot(&a.row(1).to_owned(), &b.column(0).to_owned()),
    );
    claim(
        "readings-by-hand",
        "(7, -2)",
        image(&a, &b.column(1).to_owned()),
    );
    let row = times(&a.slice(s![..1, ..]).to_owned(), &b);
    claim("readings-by-hand", "(2, 7)", row.row(0).to_owned());
    let term = |k| outer(&a.column(k).to_owned(), &b.row(k).to_owned());
    claim(
        "readings-by-hand",
        r"\begin{pmatrix} 2 & 1 \\ 6 & 3 \end{pmatrix}",
        term(0),
    );
    claim(
        "readings-by-hand",
        r"\begin{pmatrix} 0 & 6 \\ 0 & -3 \end{pmatrix}",
        term(1),
    );
    claim(
        "readings-by-hand",
        r"\begin{pmatrix} 0 & 0 \\ 1 & -2 \end{pmatrix}",
        term(2),
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
    claim(
        "factors-do-not-change-places",
        r"\begin{pmatrix} 1 & -1 \\ 1 & 0 \end{pmatrix}",
        times(&b, &a),
    );
    claim(
        "factors-do-not-change-places",
        r"\begin{pmatrix} 0 & -1 \\ 1 & 1 \end{pmatrix}",
        times(&a, &b),
    );
    let e = array![1.0, 0.0];
    let turned = image(&a, &e);
    assert_eq!(turned, array![0.0, 1.0]);
    claim("factors-do-not-change-places", "(1, 1)", image(&b, &turned));
    assert_eq!(image(&b, &e), e);
    claim("factors-do-not-change-places", "(0, 1)", image(&a, &e));
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
    claim("trace-both-ways", "(5, -3, -2)", other.diag().to_owned());
    let trace_of = |m: &Matrix| trace(m).expect("a square matrix");
    claim("trace-both-ways", "0", trace_of(&other));
    assert_eq!(times(&a, &b).diag(), array![2.0, -2.0]);
    let (x, y) = (array![1.0, 2.0], array![3.0, 4.0]);
    claim("trace-both-ways", "11", trace_of(&outer(&x, &y)));
    assert_eq!(dot(&y, &x), 11.0);
    let (a, b) = turn_and_shear();
    let c = diagonal(&array![1.0, 0.0]);
    claim("trace-both-ways", "0", trace_of(&times(&times(&a, &b), &c)));
    claim("trace-both-ways", "1", trace_of(&times(&times(&b, &a), &c)));
}

#[test]
fn products_are_not_numbers() {
    let a = array![[1.0, -1.0], [-1.0, 1.0]];
    claim(
        "products-are-not-numbers",
        r"\begin{pmatrix} 0 & 0 \\ 0 & 0 \end{pmatrix}",
        times(&a, &Matrix::ones((2, 2))),
    );
}

#[test]
fn a_turn_by_any_angle() {
    let turn = |degrees: f64| {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        array![[cosine, -sine], [sine, cosine]]
    };
    let moved = image(&turn(30.0), &array![2.0, 0.0]);
    claim("a-turn-by-any-angle", r"(\sqrt{3}, 1)", moved);
    let twice = times(&turn(30.0), &turn(30.0));
    claim(
        "a-turn-by-any-angle",
        r"\begin{pmatrix} \tfrac{1}{2} & -\tfrac{\sqrt{3}}{2} \\ \tfrac{\sqrt{3}}{2} & \tfrac{1}{2} \end{pmatrix}",
        &twice,
    );
    assert_close(twice, turn(60.0), 1e-15);
    for_all((-180.0..180.0, -180.0..180.0), |(alpha, beta)| {
        let both = times(&turn(alpha), &turn(beta));
        assert_close(both, turn(alpha + beta), 1e-14);
    });
}

#[test]
fn brackets_of_three_numbers_move_up_to_rounding() {
    let [a, b, c] = [0.1, 0.2, 0.3].map(|x| array![[x]]);
    let [left, right] = [times(&times(&a, &b), &c), times(&a, &times(&b, &c))];
    claim("numerics-of-products", "0.006000000000000001", left[[0, 0]]);
    claim("numerics-of-products", "0.006", right[[0, 0]]);
    assert_eq!([left[[0, 0]], right[[0, 0]]], [0.006000000000000001, 0.006]);
}

#[test]
fn softmax_without_the_root() {
    let difference = 16.0_f64;
    let root = 256.0_f64.sqrt();
    claim(
        "softmax-without-the-root",
        r"8.9 \cdot 10^{6}",
        difference.exp(),
    );
    claim("softmax-without-the-root", "2.7", (difference / root).exp());
}

#[test]
fn two_layers_are_one() {
    let (first, second) = (array![[1.0, 2.0], [0.0, 1.0]], array![[1.0], [-1.0]]);
    let one = times(&first, &second);
    claim(
        "two-layers-are-one",
        r"\begin{pmatrix} -1 \\ -1 \end{pmatrix}",
        &one,
    );
    let sample = array![[1.0, 2.0]];
    let between = times(&sample, &first);
    assert_eq!(between, array![[1.0, 4.0]]);
    claim("two-layers-are-one", "-3", times(&between, &second)[[0, 0]]);
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
    claim("a-pair-of-brackets", r"100\,000", left[0]);
    assert_eq!(left[0], left[1]);
    claim("a-pair-of-brackets", r"200\,000", left[0] + left[1]);
    assert_eq!(right, [10_000_000, 10_000_000]);
    claim("a-pair-of-brackets", r"20\,000\,000", right[0] + right[1]);
}

#[test]
fn end_with_a_vector() {
    let [left, right] = both_brackets([1000, 1000, 1000, 1]);
    claim("end-with-a-vector", r"1\,001\,000\,000", left[0] + left[1]);
    claim("end-with-a-vector", r"2\,000\,000", right[0] + right[1]);
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
    claim(
        "attention-by-hand",
        r"\begin{pmatrix} 1 & 2 & 0 \end{pmatrix}",
        scores.row(0).to_owned(),
    );
}

#[test]
fn attention_without_the_table() {
    let [left, right] = both_brackets([4096, 64, 4096, 64]);
    let [left, right] = [left, right].map(|[first, second]| first + second);
    claim("attention-without-the-table", r"2\,147\,483\,648", left);
    claim("attention-without-the-table", r"33\,554\,432", right);
    claim("attention-without-the-table", "64", left / right);
    assert_eq!(left % right, 0);
}

#[test]
fn numbers_used_again() {
    let n = 1024;
    let numbers = 3 * n * n;
    let operations = 2 * multiplications((n, n), (n, n)).expect("square matrices");
    claim("numbers-used-again", r"3\,145\,728", numbers);
    claim("numbers-used-again", r"2\,147\,483\,648", operations);
    let each = operations as f64 / numbers as f64;
    claim("numbers-used-again", "683", each.round());
}

#[test]
fn blocks_by_hand() {
    let (r, s) = turn_and_shear();
    let mut a = Matrix::zeros((4, 4));
    a.slice_mut(s![..2, ..2]).assign(&s);
    a.slice_mut(s![2.., 2..]).assign(&r);
    claim(
        "blocks-by-hand",
        r"\begin{pmatrix} 1 & 2 & 0 & 0 \\ 0 & 1 & 0 & 0 \\ 0 & 0 & -1 & 0 \\ 0 & 0 & 0 & -1 \end{pmatrix}",
        times(&a, &a),
    );
}

#[test]
fn against_ndarray_products() {
    let x = iris().x;
    let gram = times(&x, &transpose(&x));
    claim("against-ndarray-products", r"22\,500", gram.len());
    let largest = gram.iter().copied().fold(f64::MIN, f64::max);
    claim("against-ndarray-products", "123.46", largest);
}
