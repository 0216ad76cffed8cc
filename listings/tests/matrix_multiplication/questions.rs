//! The computed answers to the questions of chapter 3.

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
fn table_of_scores() {
    let scores = times(&Matrix::ones((2000, 1)), &Matrix::ones((1, 2000)));
    claims!(scores.len());
}

#[test]
fn which_acts_first() {
    let c = array![[0.0, 1.0], [1.0, 0.0]];
    let d = diagonal(&array![2.0, 1.0]);
    let x = array![3.0, 1.0];
    claims!(image(&times(&d, &c), &x), image(&times(&c, &d), &x));
}

#[test]
fn cheapest_brackets() {
    let [left, right] = examples::both_brackets([1000, 1000, 1000, 1]);
    claims!(left[0] + left[1], right[0] + right[1]);
}

#[test]
fn twice_as_long() {
    let (x, y) = (array![3.0, 4.0], array![4.0, 3.0]);
    let cosine = |x| cosine_similarity(x, &y).expect("neither is zero");
    assert_eq!(dot(&x, &y), 24.0);
    assert_close(cosine(&x), 0.96, 1e-15);
    let twice = vectors::scale(2.0, &x);
    claims!(dot(&twice, &y), cosine(&twice));
}

#[test]
fn an_angle_of_one_nanoradian() {
    let theta = 1e-9_f64;
    let turned = array![theta.cos(), theta.sin()];
    claims!(cosine_similarity(&array![1.0, 0.0], &turned).expect("unit vectors"));
}
