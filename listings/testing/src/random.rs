//! Random values for the tests of theorems: many, and the same at each run.

use crate::{Matrix, Vector};
use proptest::array::uniform;
use proptest::collection::{SizeRange, vec};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::ops::RangeInclusive;

/// Tries a property on 256 values. If it fails on one, it is tried on simpler
/// ones, and the simplest that fails is reported with what it said.
#[track_caller]
pub fn for_all<S: Strategy>(values: S, property: impl Fn(S::Value)) {
    let config = Config {
        cases: 256,
        // A failure repeats itself by the fixed seed; no file needs to keep it.
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(&values, |value| {
        property(value);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// A number between −10 and 10; one in four is an integer, so that zeros,
/// ones and equal numbers turn up.
pub fn scalar() -> impl Strategy<Value = f64> {
    prop_oneof![1 => (-10..=10).prop_map(f64::from), 3 => -10.0..10.0]
}

/// An integer between −1000 and 1000, as a number.
pub fn integer() -> impl Strategy<Value = f64> {
    (-1000..=1000).prop_map(f64::from)
}

/// A vector of scalars of a given dimension, or of one from a range:
/// `vector(3)`, `vector(1..=8)`.
pub fn vector(n: impl Into<SizeRange>) -> impl Strategy<Value = Vector> {
    vec(scalar(), n).prop_map(Vector::from)
}

/// K vectors of one common dimension from a range:
/// `for_all(vectors(1..=8), |[x, y]| …)`.
pub fn vectors<const K: usize>(n: impl Into<SizeRange>) -> impl Strategy<Value = [Vector; K]> {
    vectors_of(scalar(), n)
}

/// The same with integer entries, whose sums and products f64 computes
/// without rounding.
pub fn vectors_of_integers<const K: usize>(
    n: impl Into<SizeRange>,
) -> impl Strategy<Value = [Vector; K]> {
    vectors_of(integer(), n)
}

fn vectors_of<const K: usize>(
    entry: impl Strategy<Value = f64>,
    n: impl Into<SizeRange>,
) -> impl Strategy<Value = [Vector; K]> {
    // One list of K-tuples: the vectors shrink together and stay of one size.
    vec(uniform::<_, K>(entry), n)
        .prop_map(|rows| std::array::from_fn(|k| rows.iter().map(|row| row[k]).collect()))
}

/// K matrices of scalars of one common shape, rows and columns from ranges:
/// `for_all(matrices(1..=4, 1..=4), |[a, b]| …)`.
pub fn matrices<const K: usize>(
    m: RangeInclusive<usize>,
    n: RangeInclusive<usize>,
) -> impl Strategy<Value = [Matrix; K]> {
    (m, n).prop_flat_map(|(m, n)| vectors(m * n).prop_map(move |a| a.map(|a| shaped(m, n, &a))))
}

/// The same with integer entries.
pub fn matrices_of_integers<const K: usize>(
    m: RangeInclusive<usize>,
    n: RangeInclusive<usize>,
) -> impl Strategy<Value = [Matrix; K]> {
    (m, n).prop_flat_map(|(m, n)| {
        vectors_of_integers(m * n).prop_map(move |a| a.map(|a| shaped(m, n, &a)))
    })
}

/// A matrix and K vectors with an entry for each of its columns, all of
/// integers.
pub fn matrix_and_vectors_of_integers<const K: usize>(
    m: RangeInclusive<usize>,
    n: RangeInclusive<usize>,
) -> impl Strategy<Value = (Matrix, [Vector; K])> {
    (m, n).prop_flat_map(|(m, n)| {
        let matrix = vec(integer(), m * n).prop_map(move |a| shaped(m, n, &a.into()));
        (matrix, vectors_of_integers(n))
    })
}

/// K matrices of integers whose product in this order exists; the shapes are
/// from a range: `for_all(factors_of_integers(1..=4), |[a, b, c]| …)`.
pub fn factors_of_integers<const K: usize>(
    n: RangeInclusive<usize>,
) -> impl Strategy<Value = [Matrix; K]> {
    vec(n, K + 1).prop_flat_map(|sizes| {
        let factor = |size: &[usize]| {
            let (m, n) = (size[0], size[1]);
            vec(integer(), m * n).prop_map(move |a| shaped(m, n, &a.into()))
        };
        let factors: Vec<_> = sizes.windows(2).map(factor).collect();
        factors.prop_map(|factors| factors.try_into().expect("K factors"))
    })
}

fn shaped(m: usize, n: usize, entries: &Vector) -> Matrix {
    Matrix::from_shape_vec((m, n), entries.to_vec()).expect("mn entries")
}
