//! The numbers on the page about spaces of functions.

use super::*;

/// The values of x⁰, x¹, …, xⁿ at some places.
fn powers(n: u32, places: impl Iterator<Item = i128> + Clone) -> Vectors {
    (0..=n)
        .map(|k| places.clone().map(|x| x.pow(k)).collect())
        .collect()
}

#[test]
fn features_that_agree() {
    let others = [vec![1, 0, 0], vec![1, 1, 0], vec![1, 2, 1]];
    assert_eq!(weights(&others, &[0, 1, 0]), [-1.0, 1.0, 0.0]);
    claims!(weights(&others, &[5, 3, 2]));
}

#[test]
fn third_differences() {
    let cubes = [0, 1, 8, 27];
    let y = witness(&powers(2, 0..=3), &cubes);
    // Three places are too few.
    assert_eq!(weights(&powers(2, -1..=1), &[-1, 0, 1]), [0.0, 1.0, 0.0]);
    claims!(y, dot(&y, &cubes));
}

#[test]
fn no_polynomial_is_relu() {
    let relu = |first: i128| (first..=1).map(|x| x.max(0)).collect::<Vec<_>>();
    // For each n the witness at −n, …, 1 ends with what it gives.
    for n in 0..=8_u32 {
        let first = -i128::from(n);
        let y = witness(&powers(n, first..=1), &relu(first));
        assert_eq!(dot(&y, &relu(first)), y[y.len() - 1]);
        assert_eq!(y[y.len() - 1], 1);
    }
    let [third, fifth] =
        [(2, -2), (4, -4)].map(|(n, first)| witness(&powers(n, first..=1), &relu(first)));
    assert_eq!(third, [-1, 3, -3, 1]);
    let given = dot(&fifth, &relu(-4));
    claims!(dot(&third, &relu(-2)), fifth, given);
}

#[test]
fn a_kernel_that_is_full() {
    let functions = [vec![1, -2, 1], vec![1, 0, 0], vec![1, 2, 1]];
    claims!(
        weights(&functions, &[0, 1, 0]),
        weights(&functions, &[0, 0, 1])
    );
}

#[test]
fn absolute_value_and_lines() {
    let places = [-1, 0, 1, 2_i128];
    let features = [
        places.map(|x| x.max(0)).to_vec(),
        places.map(|x| (-x).max(0)).to_vec(),
    ];
    let kink = places.map(|x| (x - 1).max(0));
    claims!(
        weights(&features, &places),
        weights(&features, &places.map(i128::abs)),
        witness(&features, &[1; 4]),
        witness(&features, &kink)
    );
}
