//! The worked examples of chapter 2, its preview problem and its misconception
//! among them.

use super::*;
use mlmath::matrix_multiplication::multiplications;

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
    claims!(scale(0.5, &image), entrywise(&image, &mask));
}

#[test]
fn product_by_hand() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let x = array![1.5, 1.0];
    let by_rows = times_vector_by_rows(&a, &x).expect("two entries");
    claims!(times(&a, &x), by_rows[0], by_rows[1]);
}

#[test]
fn three_rents() {
    let x = array![[50.0, 2.0], [80.0, 3.0], [120.0, 5.0]];
    let product = times(&x, &array![10.0, 50.0]);
    let mut predicted = product.clone();
    axpy(200.0, &Vector::ones(3), &mut predicted);
    claims!(product, predicted);
}

#[test]
fn a_bias_is_not_linear() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let f = |x: &Vector| times(&a, x) + array![1.0, 0.0];
    let x = array![1.5, 1.0];
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
    claims!(chosen, &one_hot, counts);
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
    let b = array![[1.0, 2.0], [-1.0, -1.0]];
    let difference = sum(&a, &scale(-1.0, &b));
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
