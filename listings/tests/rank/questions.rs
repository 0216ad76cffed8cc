//! The computed answers to the questions of chapter 7.

use super::*;

#[test]
fn which_columns_can_go() {
    // Intercept, the species, and versicolor or virginica.
    let x = trap();
    let fifth = &x.column(2) + &x.column(3);
    let five = ndarray::concatenate![ndarray::Axis(1), x, fifth.insert_axis(ndarray::Axis(1))];
    assert_eq!(rank_of(&five), 3);
    let without = |left: &[usize]| rank_of(&five.select(ndarray::Axis(1), left));
    assert_eq!(without(&[2, 3, 4]), 2, "intercept and setosa are gone");
    assert_eq!(without(&[1, 2, 3]), 3, "the species alone");
}

#[test]
fn dependent_at_a_look() {
    let independent = array![[1.0, 5.0, 7.0], [0.0, 1.0, 9.0], [0.0, 0.0, 1.0]];
    assert_eq!(rank_of(&independent), 3);
}

#[test]
fn how_many_bases() {
    let [u, v] = [array![1.0, 0.0, 2.0], array![0.0, 1.0, -1.0]];
    let both = columns(&[&u + &v, &u - &v]);
    claims!(rank_of(&both));
    assert_eq!(rank_of(&columns(&[u.clone(), v.clone(), &u + &v])), 2);
}

/// A matrix of this shape and rank, which the identity within it shows.
fn of_rank(r: usize, (m, n): (usize, usize)) -> Matrix {
    let factor = |shape| {
        Matrix::from_shape_fn(shape, |(i, j)| match i < r && j < r {
            true => f64::from(u8::from(i == j)),
            false => ((2 * i + 3 * j) % 5) as f64 - 2.0,
        })
    };
    product(&factor((m, r)), &factor((r, n)))
}

#[test]
fn weights_left_open() {
    let null = null_space(&of_rank(9, (500, 12)), ZERO);
    claims!(null.expect("finite entries").len());
}

#[test]
fn a_bottleneck() {
    // Where the two layers lose no more than they must.
    let whole = of_rank(8, (64, 64));
    assert_eq!(rank_of(&whole), 8);
    claims!(null_space(&whole, ZERO).expect("finite entries").len());
    // A layer that is all 0 loses more.
    let lost = product(&Matrix::zeros((64, 8)), &of_rank(8, (8, 64)));
    assert_eq!(rank_of(&lost), 0);
}
