//! The computed answers to the exercises of chapter 2.

#[path = "../../exercises/solutions/packed_symmetric.rs"]
mod packed;
#[path = "../../exercises/solutions/scatter_columns.rs"]
mod scatter;
#[path = "../../exercises/solutions/strided_view.rs"]
mod strided;

use super::strided_view::View;
use super::*;

#[test]
fn sum_and_hadamard() {
    let a = array![[1.0, 2.0], [3.0, 4.0]];
    let c = array![[0.0, 1.0], [-1.0, 2.0]];
    claims!(sum(&scale(2.0, &a), &scale(-1.0, &c)), entrywise(&a, &c));
}

#[test]
fn product_two_ways() {
    let a = array![[1.0, 0.0, 2.0], [-1.0, 3.0, 1.0]];
    let x = array![2.0, 1.0, -1.0];
    let by_rows = times_vector_by_rows(&a, &x).expect("three entries");
    claims!(times(&a, &x), by_rows);
}

#[test]
fn read_off_the_matrix() {
    let f = |x: &Vector| array![x[0] + 2.0 * x[1], -x[0], 5.0 * x[1]];
    let images = standard_basis(2).iter().map(f).collect::<Vec<_>>();
    let a = Matrix::from_shape_fn((3, 2), |(i, j)| images[j][i]);
    let x = array![3.0, 2.0];
    claims!(&a, times(&a, &x));
    assert_eq!(times(&a, &x), f(&x));
    let g = |x: &Vector| array![x[0] + 2.0, -x[0], 5.0 * x[1]];
    assert_ne!(g(&Vector::zeros(2)), Vector::zeros(3));
}

#[test]
fn blur_by_hand() {
    let b = blur(5);
    let blurred = times(&b, &array![0.0, 0.0, 8.0, 0.0, 0.0]);
    claims!(&blurred, times(&b, &Vector::from_elem(5, 4.0)));
    assert_eq!(blurred, 8.0 * &b.column(2));
}

#[test]
fn norm_and_trace_drill() {
    let a = array![[3.0, 0.0, 1.0], [1.0, 1.0, -2.0], [2.0, 2.0, -1.0]];
    let first = symmetric_part(&a).expect("a square matrix");
    let second = skew_part(&a).expect("a square matrix");
    claims!(
        trace(&a).expect("a square matrix"),
        norm_frobenius(&a),
        &first,
        &second,
        norm_frobenius(&first).powi(2),
        norm_frobenius(&second).powi(2)
    );
}

#[test]
fn count_the_parameters() {
    let layer = |inputs: usize, outputs: usize| inputs * outputs + outputs;
    let both = layer(784, 128) + layer(128, 10);
    claims!(layer(784, 128), layer(128, 10), both);
}

#[test]
fn picking_from_the_left_and_right() {
    let rows = [2, 0, 0];
    let m = selection_matrix(&rows, 4);
    let chosen = times(&m, &array![10.0, 20.0, 30.0, 40.0]);
    let c = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let mut product = Matrix::zeros((2, 4));
    for (j, column) in m.columns().into_iter().enumerate() {
        product.column_mut(j).assign(&times(&c, &column.to_owned()));
    }
    claims!(&m, chosen, &product);
    assert_eq!(scatter::scatter_columns(&c, &rows, 4), product);
    assert_eq!(c.dot(&m), product);
    // Columns 3, 1 and 1 of a matrix with four columns.
    let four = array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]];
    assert_eq!(four.dot(&m.t()), array![[3.0, 1.0, 1.0], [7.0, 5.0, 5.0]]);
}

// On integers f64 computes without rounding.
#[test]
fn hadamard_laws() {
    for_all(
        (matrices_of_integers(1..=4, 1..=4), integer()),
        |([a, b, c], d)| {
            assert_eq!(entrywise(&a, &b), entrywise(&b, &a));
            let left = entrywise(&entrywise(&a, &b), &c);
            assert_eq!(left, entrywise(&a, &entrywise(&b, &c)));
            assert_eq!(entrywise(&a, &Matrix::ones(a.dim())), a);
            let left = entrywise(&a, &sum(&b, &c));
            assert_eq!(left, sum(&entrywise(&a, &b), &entrywise(&a, &c)));
            let left = scale(d, &entrywise(&a, &b));
            assert_eq!(left, entrywise(&scale(d, &a), &b));
            // A 1 where A has a 0 is lost, and without a 0 nothing is.
            let at_zeros = a.mapv(|a_ij| if a_ij == 0.0 { 1.0 } else { 0.0 });
            let zero = Matrix::zeros(a.dim());
            assert_eq!(entrywise(&a, &at_zeros), zero);
            if at_zeros == zero {
                assert_eq!(entrywise(&a, &b) == zero, b == zero);
            }
            let some_zeros = entrywise(&a, &a.mapv(|a_ij| a_ij.rem_euclid(2.0)));
            let lost = some_zeros.mapv(|a_ij| if a_ij == 0.0 { 1.0 } else { 0.0 });
            assert_eq!(entrywise(&some_zeros, &lost), zero);
        },
    );
}

// One vector of dimension 2 or more never tells a matrix from the zero matrix.
#[test]
fn same_products_same_matrix() {
    for_all(matrix_and_vectors_of_integers(1..=4, 2..=5), |(a, [x])| {
        if x[0] == 0.0 {
            return;
        }
        let mut other = Matrix::zeros(a.dim());
        other.column_mut(0).fill(x[1]);
        other.column_mut(1).fill(-x[0]);
        assert_ne!(other, Matrix::zeros(a.dim()));
        assert_eq!(times(&other, &x), Vector::zeros(a.nrows()));
    });
}

#[test]
fn symmetric_plus_skew() {
    for_all(matrices(1..=5, 1..=5), |[a]| {
        if a.nrows() != a.ncols() {
            let (left, right) = (a.dim(), (a.ncols(), a.nrows()));
            assert_eq!(symmetric_part(&a), Err(ShapeError::Unequal { left, right }));
            assert_eq!(skew_part(&a), Err(ShapeError::Unequal { left, right }));
            return;
        }
        let [c, k] = [symmetric_part(&a), skew_part(&a)].map(|part| part.expect("square"));
        assert!(is_symmetric(&c));
        assert_eq!(scale(-1.0, &transpose(&k)), k);
        assert_close(sum(&c, &k), &a, ROUNDING);
        let squares = norm_frobenius(&c).powi(2) + norm_frobenius(&k).powi(2);
        assert_close(squares, norm_frobenius(&a).powi(2), ROUNDING);
    });
}

#[test]
fn what_the_wrong_loss_learns() {
    for_all(vector(2..=12), |both| {
        let n = both.len() / 2;
        let (y, y_hat) = (&both.to_vec()[..n], &both.to_vec()[n..2 * n]);
        let mean = y.iter().sum::<f64>() / n as f64;
        let spread = |x: &[f64]| x.iter().map(|x_i| (x_i - mean).powi(2)).sum::<f64>() / n as f64;
        let y = Vector::from(y.to_vec());
        let column = Matrix::from_shape_vec((n, 1), y_hat.to_vec()).expect("n entries");
        let wrong = (&y - &column).mapv(|d| d * d).mean().expect("n² entries");
        let parts = spread(&y.to_vec()) + spread(y_hat);
        assert_close(wrong, parts, ROUNDING);
    });
}

#[test]
fn packed_symmetric() {
    // Every number is its own place.
    let numbered: Vec<f64> = (0..10).map(f64::from).collect();
    claims!(packed::packed_symmetric(&numbered, 3, 1));
    assert_eq!(packed::packed_symmetric(&numbered, 1, 3), 7.0);
}

#[test]
fn strided_view() {
    for_all(matrices(1..=4, 1..=4), |[a]| {
        let memory = a.as_slice().expect("in row-major order");
        let (m, n) = a.dim();
        let stride = n as isize;
        let read = |start, shape, strides| {
            strided::strided_view(
                memory,
                View {
                    start,
                    shape,
                    strides,
                },
            )
        };
        assert_eq!(read(0, (m, n), (stride, 1)), a);
        assert_eq!(read(0, (n, m), (1, stride)), transpose(&a));
        let reversed = a.slice(ndarray::s![..;-1, ..]);
        assert_eq!(read((m - 1) * n, (m, n), (-stride, 1)), reversed);
    });
    let memory: Vec<f64> = (0..20).map(f64::from).collect();
    let view = View {
        start: 4,
        shape: (3, 1),
        strides: (4, 1),
    };
    // Every number is its own place.
    let place = strided::strided_view(&memory, view)[[2, 0]];
    claims!(place);
}

#[test]
#[should_panic(expected = "a place in the memory")]
fn a_view_that_begins_before_the_memory_is_refused() {
    let view = View {
        start: 0,
        shape: (2, 1),
        strides: (-1, 0),
    };
    strided::strided_view(&[1.0, 2.0], view);
}

#[test]
#[should_panic(expected = "a number for each column of C")]
fn a_list_that_is_too_short_for_the_columns_is_refused() {
    scatter::scatter_columns(&Matrix::ones((2, 3)), &[0, 1], 2);
}

#[test]
fn scatter_columns() {
    let c = Matrix::from_shape_fn((4, 6), |(i, j)| (10 * i + j) as f64);
    let labels = [0, 2, 0, 1, 2, 2];
    let sums = scatter::scatter_columns(&c, &labels, 3);
    claims!(sums.slice(ndarray::s![..1, ..]));
}
