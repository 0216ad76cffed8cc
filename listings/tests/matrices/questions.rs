//! The computed answers to the questions of chapter 2.

use super::*;

#[test]
fn shape_of_a_product() {
    let product = times(&Matrix::ones((3, 5)), &Vector::ones(5));
    claims!(product.len());
    let error = times_vector(&Matrix::ones((3, 5)), &Vector::ones(3));
    assert_eq!(
        error,
        Err(ShapeError::Product {
            left: (3, 5),
            right: (3, 1)
        })
    );
}

#[test]
fn one_column_alone() {
    let a = array![[1.0, 4.0, 7.0], [2.0, 5.0, 8.0]];
    let product = times(&a, &array![0.0, 0.0, 1.0]);
    claims!(product);
}

#[test]
fn entries_of_a_covariance() {
    claims!(chosen_of_symmetric(100));
}

#[test]
fn trace_of_a_combination() {
    let a = diagonal(&array![5.0, 1.0, -1.0]);
    assert_eq!(trace(&a), Ok(5.0));
    let combination = sum(&scale(2.0, &a), &scale(-1.0, &identity(3)));
    let trace = trace(&combination).expect("a square matrix");
    claims!(trace);
}

#[test]
fn where_a_view_looks() {
    let a = Matrix::from_shape_fn((3, 4), |(i, j)| (4 * i + j) as f64);
    // Every entry is its own offset.
    claims!(a[[1, 2]], a.t()[[1, 2]], row_major_offset(1, 2, 3));
}

#[test]
fn how_many_differences() {
    let (y, y_hat) = (Vector::ones(5), Matrix::ones((5, 1)));
    claims!((&y - &y_hat).len());
}

#[test]
fn inputs_of_a_layer() {
    let w = Matrix::ones((4, 3));
    let z = times(&transpose(&w), &Vector::ones(4));
    claims!(z.len());
    assert!(times_vector(&transpose(&w), &Vector::ones(3)).is_err());
}
