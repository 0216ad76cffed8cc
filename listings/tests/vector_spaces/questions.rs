//! The numbers in the questions of chapter 6.

use super::examples::line;
use super::*;

#[test]
fn what_a_witness_shows() {
    let (y, vectors) = ([1, 1, -1], [vec![1, 0, 1], vec![0, 1, 1]]);
    assert_eq!(products(&y, &vectors), [0, 0]);
    let b = [2, 3, 5];
    assert_eq!(weights(&vectors, &b), [2.0, 3.0]);
    assert_eq!(dot(&b, &vectors[0]), 7);
    claims!(dot(&y, &b));
}

#[test]
fn what_the_bias_adds() {
    let columns = line();
    let y = witness(&columns[..1], &columns[1]);
    assert_eq!(dot(&y, &columns[1]), -1);
    claims!(y);
}

#[test]
fn is_it_a_vector_space() {
    let [one, other] = [[0, 0, 1], [0, 1, -1_i128]];
    let sum = [0, 1, 2].map(|k| one[k] + other[k]);
    let degree = sum
        .iter()
        .rposition(|&a| a != 0)
        .expect("not the polynomial 0");
    claims!(degree);
}
