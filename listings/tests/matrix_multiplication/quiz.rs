//! The computed answers to the quiz of chapter 3.

use super::*;

#[test]
fn which_products_exist() {
    let (a, b) = (Matrix::ones((2, 3)), Matrix::ones((3, 3)));
    claims!(times(&a, &b).len());
    assert!(matmul(&b, &a).is_err());
    assert!(matmul(&transpose(&a), &b).is_err());
}

#[test]
fn the_lowest_dot_product() {
    let cosine = cosine_similarity(&array![1.0, 2.0], &array![-2.0, -4.0]);
    claims!(cosine.expect("neither is zero"));
}

#[test]
fn which_acts_first() {
    let (a, b) = (
        array![[0.0, -1.0], [1.0, 0.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
    );
    let e = array![0.0, 1.0];
    claims!(image(&times(&a, &b), &e), image(&times(&b, &a), &e));
}

#[test]
fn row_of_a_product() {
    let (a, b) = (
        array![[1.0, 2.0], [3.0, 4.0]],
        array![[0.0, 1.0], [1.0, 0.0]],
    );
    let column = image(&a, &b.column(1).to_owned());
    let row = times(&a.slice(s![1..2, ..]).to_owned(), &b);
    claims!(&column, row.row(0));
    assert_eq!(times(&a, &b).row(1), row.row(0));
}

#[test]
fn cheapest_brackets() {
    let n = 1000;
    let count = |left, right| multiplications(left, right).expect("they fit");
    let built = count((n, 1), (1, n)) + count((n, n), (n, 1));
    let number = count((1, n), (n, 1)) + count((n, 1), (1, 1));
    claims!(built, number);
}

#[test]
fn table_of_scores() {
    let scores = times(&Matrix::ones((2000, 1)), &Matrix::ones((1, 2000)));
    claims!(scores.len());
}
