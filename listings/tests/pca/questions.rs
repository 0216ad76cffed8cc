//! The computed answers to the questions of chapter 10.

use super::*;

#[test]
fn which_sign() {
    let x = iris().x;
    let pca = Pca::fit(&x, 1).expect("flowers");
    let v = -1.0 * &pca.components.column(0);
    let s = covariance(&x).expect("flowers");
    claims!(dot(&v, &times_vector(&s, &v).expect("four entries")));
}

#[test]
fn equal_shares() {
    let s = diagonal(&array![4.0, 4.0, 1.0]);
    let w = unit(&array![1.0, 1.0, 0.0]).expect("a direction");
    let variance = dot(&w, &times_vector(&s, &w).expect("three entries"));
    claims!(variance, 4.0 / trace(&s).expect("a square matrix"));
}

#[test]
fn keep_how_many() {
    // Columns of S = diag(5, 3, 1, 1) with 101 rows: two rows for each column.
    let mut x = Matrix::zeros((101, 4));
    for (j, variance) in [5.0, 3.0, 1.0, 1.0_f64].into_iter().enumerate() {
        let size = (50.0 * variance).sqrt();
        (x[[2 * j, j]], x[[2 * j + 1, j]]) = (size, -size);
    }
    let pca = Pca::fit(&x, 2).expect("four columns");
    assert_close(
        fit_all(&x).explained_variance(),
        array![5.0, 3.0, 1.0, 1.0],
        1e-13,
    );
    claims!(pca.squared_error().round());
}

#[test]
fn three_rows() {
    claims!(fit_all(&any(3, 50, 4)).rank());
}
