//! The computed answers to the exercises of chapter 6.

#[path = "../../exercises/solutions/first_contradiction.rs"]
mod contradiction;
#[path = "../../exercises/solutions/the_same_span.rs"]
mod same;

use super::examples::{four_samples, line};
use super::*;

#[test]
fn inside_or_outside() {
    let vectors = [vec![1, 0, 1], vec![0, 2, 1]];
    let b = [1, 1, 1];
    let y = witness(&vectors, &b);
    claims!(weights(&vectors, &[2, 6, 5]), y, dot(&y, &b));
}

#[test]
fn spaces_by_hand() {
    let columns = [vec![1, 2], vec![2, 4], vec![3, 6]];
    // Each free column is a multiple of the first one.
    let [second, third] = [1, 2].map(|j| weights(&columns[..1], &columns[j])[0]);
    let null = [vec![-second, 1.0, 0.0], vec![-third, 0.0, 1.0]];
    let y = [2, -1];
    assert_eq!(products(&y, &columns), [0, 0, 0]);
    assert!(!is_inside(&columns[..1], &y));
    assert_eq!(combine(&[6, 0, 0], &columns, 2), [6, 12]);
    claims!(null[0], null[1], y);
}

#[test]
fn truth_tables() {
    let tables = (0..16).map(|n| [0, 1, 2, 3].map(|i| n >> i & 1));
    let predicted = tables.filter(|t| is_inside(&four_samples(), t)).count();
    let y = [1, -1, -1, 1];
    assert_eq!(products(&y, &four_samples()), [0, 0, 0]);
    claims!(predicted, dot(&y, &[0, 0, 0, 1]));
}

#[test]
fn plane_through_three_points() {
    let points = [[1, 0, 0], [0, 1, 0], [0, 0, 2]];
    let differences = [vec![-1, 1, 0], vec![-1, 0, 2]];
    // What is orthogonal to the differences is a witness against something.
    let a = witness(&differences, &[0, 0, 1]);
    let [one, two, three] = points.map(|p| dot(&a, &p));
    assert!(one == two && two == three);
    claims!(a, one);
}

#[test]
fn the_same_span() {
    let others = [vec![0, 1, 2], vec![1, 0, -1]];
    assert_eq!(same::the_same_span(&line(), &others), Ok(true));
    let [first, second] = [0, 1].map(|j| weights(&line(), &others[j]));
    claims!(first, second);
}

#[test]
fn first_contradiction() {
    const BMI: usize = 2;
    let (columns, y) = patients();
    let few = [columns[BMI].clone(), columns[10].clone()];
    let [bmi, all] = [&few[..], &columns].map(|columns| {
        let found = contradiction::first_contradiction(columns, &y).expect("in range");
        let (n, y_n) = found.expect("a contradiction");
        assert_eq!(
            Membership::Outside(y_n).holds(&cut(columns, n), &y[..n]),
            Ok(true)
        );
        n
    });
    claims!(bmi, all);
}
