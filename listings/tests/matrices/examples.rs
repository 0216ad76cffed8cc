//! The worked examples of chapter 2, its preview problem and its misconception
//! among them.

use super::*;
use mlmath::matrix_multiplication::multiplications;

/// A vector as the page writes it upright: an n×1 matrix.
fn column(x: &Vector) -> Matrix {
    x.clone().insert_axis(Axis(1))
}

#[test]
fn two_recipes() {
    let recipes = array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]];
    let batches = array![4.0, 5.0];
    let needed = times(&recipes, &batches);
    claims!(&needed);
    assert_eq!(times_vector_by_rows(&recipes, &batches), Ok(needed.clone()));
    // Recipes as rows: the combination of the rows is that of the columns of
    // the transpose.
    let as_rows = transpose(&recipes);
    assert_eq!(times(&transpose(&as_rows), &batches), needed);
}

#[test]
fn reading_a_matrix() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    claims!(a.len(), a[[0, 1]], a[[1, 0]], a.column(2));
}

#[test]
fn masking_an_image() {
    let image = array![
        [10.0, 200.0, 30.0],
        [40.0, 250.0, 60.0],
        [70.0, 220.0, 90.0]
    ];
    let mask = array![[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
    claims!(entrywise(&image, &mask));
}

#[test]
fn product_by_hand() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let x = array![3.0, 2.0];
    let by_rows = times_vector_by_rows(&a, &x).expect("two entries");
    claims!(column(&times(&a, &x)), by_rows[0], by_rows[1]);
}

#[test]
fn three_rents() {
    let x = array![[50.0, 2.0], [80.0, 3.0], [120.0, 5.0]];
    let product = times(&x, &array![10.0, 50.0]);
    let mut predicted = product.clone();
    axpy(200.0, &Vector::ones(3), &mut predicted);
    claims!(column(&product), predicted);
}

#[test]
fn petal_widths() {
    let (x, y) = (lengths_and_ones(), iris().x.column(3).to_owned());
    let y_hat = times(&x, &array![0.416, -0.363]);
    let loss = mean_of_squares(&(&y_hat - &y));
    claims!(y_hat[0], y_hat[50], y_hat[100], loss, loss.sqrt());
    assert_eq!([0, 50, 100].map(|i| x[[i, 0]]), [1.4, 4.7, 6.0]);
    assert_eq!([0, 50, 100].map(|i| y[i]), [0.2, 1.4, 2.5]);
}

// Both gradients by hand: with x centred, the mean of 2(ŷᵢ − yᵢ)xᵢ for the right
// loss, and the mean of 2(ŷᵢ − yⱼ)xᵢ over all pairs for the wrong one. In b both
// are 0 from the start, and stay so.
#[test]
fn two_trainings() {
    let lengths = iris().x.column(2).to_owned();
    let y = iris().x.column(3).to_owned();
    let x = &lengths - mean(&lengths);
    let predicted = |w: f64| w * &x + mean(&y);
    let pairs = |w: f64| &column(&predicted(w)) - &y;
    let right = |w: f64| mean_of_squares(&(&predicted(w) - &y));
    let wrong = |w: f64| mean(&entries(&pairs(w).mapv(|d| d * d)));
    let right_slope = |w: f64| 2.0 * mean(&((&predicted(w) - &y) * &x));
    let wrong_slope = |w: f64| 2.0 * mean(&entries(&(pairs(w) * &column(&x))));

    let trained = |loss: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64| {
        let mut w = 0.208;
        let mut losses = vec![loss(w)];
        for _ in 0..12 {
            // In b, neither loss has a slope.
            assert_close(mean(&(&predicted(w) - &y)), 0.0, 1e-12);
            assert_close(mean(&entries(&pairs(w))), 0.0, 1e-12);
            w -= 0.05 * slope(w);
            losses.push(loss(w));
        }
        assert!(losses.windows(2).all(|pair| pair[1] < pair[0]));
        (losses[0], losses[12], w)
    };
    let (first, last, w) = trained(&right, &right_slope);
    let (wrong_first, wrong_last, wrong_w) = trained(&wrong, &wrong_slope);
    claims!(first, last, w, wrong_first, wrong_last, wrong_w);
    let range = norm_inf(&x);
    assert_at_most(wrong_w * range, 0.01, 0.0);
}

#[test]
fn a_quarter_turn() {
    let r = array![[0.0, -1.0], [1.0, 0.0]];
    claims!(column(&times(&r, &array![3.0, 2.0])));
    let [e1, e2] = [0, 1].map(|j| standard_basis(2)[j].clone());
    assert_eq!(times(&r, &e1), e2);
    assert_eq!(times(&r, &e2), -e1);
}

#[test]
fn blurring_a_line() {
    let b = blur(8);
    let line = first_digit().row(3).to_owned();
    assert_eq!(line, array![0.0, 4.0, 12.0, 0.0, 0.0, 8.0, 8.0, 0.0]);
    let blurred = times(&b, &line);
    let not_0 = b.iter().filter(|&&entry| entry != 0.0).count();
    claims!(&blurred, blurred[1], not_0);
    assert_eq!(b.len(), 64);
}

#[test]
fn a_bias_is_not_linear() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let f = |x: &Vector| times(&a, x) + array![1.0, 0.0];
    let x = array![3.0, 2.0];
    claims!(f(&(2.0 * &x)), 2.0 * f(&x));
}

#[test]
fn transposing_by_hand() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let product = times(&transpose(&a), &array![1.0, 1.0]);
    let layer = &product + &array![0.0, 0.0, -9.0];
    claims!(transpose(&a), product, layer);
}

#[test]
fn picking_and_counting() {
    let m = selection_matrix(&[2, 0], 4);
    let chosen = times(&m, &array![10.0, 20.0, 30.0, 40.0]);
    let one_hot = selection_matrix(&[0, 2, 0], 3);
    let counts = times(&transpose(&one_hot), &Vector::ones(3));
    claims!(chosen, &one_hot, column(&counts));
}

#[test]
fn a_table_of_words() {
    let count = multiplications((768, 50_257), (50_257, 1)).expect("they fit");
    claims!(count);
}

#[test]
fn counting_free_entries() {
    claims!(
        chosen_of_symmetric(4),
        chosen_of_symmetric(784),
        chosen(&generic(784))
    );
}

// A piece is eight f64, eight bytes each, and has one of 64 places.
#[test]
fn a_column_in_the_cache() {
    let places = |n: usize| {
        let pieces = (0..n).map(|i| 8 * row_major_offset(i, 0, n) / 64);
        pieces.map(|piece| piece % 64).collect::<BTreeSet<_>>()
    };
    claims!(places(1024).len(), places(1028).len());
}

#[test]
fn trace_and_norm_by_hand() {
    let a = array![[1.0, 5.0], [-1.0, 3.0]];
    let c = array![[1.0, 2.0], [-1.0, -1.0]];
    let difference = sum(&a, &scale(-1.0, &c));
    claims!(
        trace(&a).expect("a square matrix"),
        norm_frobenius(&a),
        norm_frobenius(&difference)
    );
}

#[test]
fn numerics_of_matrices() {
    let a = array![[3e200, 0.0], [0.0, 4e200]];
    claims!(norm_frobenius(&a));
}

#[test]
fn two_orders() {
    claims!(
        row_major_offset(1, 2, 4),
        column_major_offset(1, 2, 3),
        [row_major_position(6, 4).0, row_major_position(6, 4).1]
    );
}

#[test]
fn a_batch_of_images() {
    // The offset in row-major order, axis by axis: n, then each further index.
    let shape = [32_usize, 28, 28];
    let offset = |[n, i, j]: [usize; 3]| (n * shape[1] + i) * shape[2] + j;
    claims!(
        shape.iter().product::<usize>(),
        offset([1, 0, 0]),
        offset([2, 1, 6])
    );
    let images = ndarray::Array3::<f64>::zeros((32, 28, 28));
    assert_eq!(images.strides(), [784, 28, 1]);
}

#[test]
fn a_bias_for_each_row() {
    let x = array![[1.0, 2.0], [3.0, 4.0]];
    let b = array![10.0, 20.0];
    claims!(add_to_rows(&x, &b).expect("two columns"));
}

#[test]
fn shape_n_is_not_shape_n_by_1() {
    let y: Vector = array![1.0, 2.0, 3.0];
    let y_hat: Matrix = array![[1.0], [2.0], [3.0]];
    let difference = &y - &y_hat;
    let squares = difference.mapv(|d| d * d);
    let loss = squares.mean().expect("nine entries");
    claims!(squares.sum(), loss);
    assert_eq!(norm_l2(&(&y - &y_hat.column(0))), 0.0);
}

// Entry by entry in another order: no entry is above 10, and there are 600.
#[test]
fn against_ndarray_matrices() {
    let x = iris().x;
    let w = array![0.5, -1.0, 2.0, 0.25];
    assert_close(times(&x, &w), x.dot(&w), 1e-13);
    let theirs = x.mapv(|x_ij| x_ij * x_ij).sum().sqrt();
    assert_close(norm_frobenius(&x), theirs, 1e-12);
    claims!(norm_frobenius(&x));
    assert_eq!(transpose(&x), x.t());
}
