//! Random whole vectors for the tests of chapter 6, and what all of them need.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// A list of vectors.
pub type Vectors = Vec<Vec<i128>>;

/// Whether b is in the span; a certificate that does not hold fails.
#[track_caller]
pub fn is_inside(vectors: &[Vec<i128>], b: &[i128]) -> bool {
    let answer = membership(vectors, b).expect("small numbers");
    assert_eq!(answer.holds(vectors, b), Ok(true), "{answer}");
    matches!(answer, Membership::Inside(_))
}

/// The weights, where there are some.
#[track_caller]
pub fn weights(vectors: &[Vec<i128>], b: &[i128]) -> Vec<f64> {
    match membership(vectors, b) {
        Ok(Membership::Inside(fractions)) => fractions.numbers(),
        other => panic!("{other:?}"),
    }
}

/// The witness, where there is one.
#[track_caller]
pub fn witness(vectors: &[Vec<i128>], b: &[i128]) -> Vec<i128> {
    match membership(vectors, b) {
        Ok(Membership::Outside(y)) => y,
        other => panic!("{other:?}"),
    }
}

/// xᵀy.
pub fn dot(x: &[i128], y: &[i128]) -> i128 {
    assert_eq!(x.len(), y.len());
    x.iter().zip(y).map(|(x_i, y_i)| x_i * y_i).sum()
}

/// The sum of the vectors of dimension m, each with its weight.
pub fn combine(weights: &[i128], vectors: &[Vec<i128>], m: usize) -> Vec<i128> {
    let entry = |i: usize| weights.iter().zip(vectors).map(|(c, v)| c * v[i]).sum();
    (0..m).map(entry).collect()
}

/// The rows of the matrix with these columns.
pub fn transposed(vectors: &[Vec<i128>]) -> Vectors {
    let m = vectors.first().map_or(0, Vec::len);
    let row = |i: usize| vectors.iter().map(|v| v[i]).collect();
    (0..m).map(row).collect()
}

/// The dot product of a vector with each of some others.
pub fn products(y: &[i128], vectors: &[Vec<i128>]) -> Vec<i128> {
    vectors.iter().map(|v| dot(y, v)).collect()
}

/// A vector of small whole numbers.
pub fn small(m: usize) -> impl Strategy<Value = Vec<i128>> {
    vec(-3..=3_i128, m)
}

/// A list of at most four vectors of dimension m, possibly none; one in two is
/// a list of combinations of at most two vectors.
pub fn list(m: usize) -> impl Strategy<Value = Vectors> {
    let few = (vec(small(m), 1..=2), vec(small(2), 0..=4)).prop_map(move |(vs, weights)| {
        let combination = |c: &Vec<i128>| combine(&c[..vs.len()], &vs, m);
        weights.iter().map(combination).collect()
    });
    prop_oneof![vec(small(m), 0..=4), few]
}

/// A list of vectors of one dimension up to 5, and that.
pub fn vectors() -> impl Strategy<Value = (Vectors, usize)> {
    (1..=5_usize).prop_flat_map(|m| (list(m), Just(m)))
}

/// The same with a vector that may be a combination of them, and weights.
pub fn question() -> impl Strategy<Value = (Vectors, Vec<i128>, Vec<i128>)> {
    vectors().prop_flat_map(|(vs, m)| {
        let k = vs.len();
        let some = (small(m), small(k));
        (Just(vs), some, any::<bool>()).prop_map(move |(vs, (b, c), inside)| {
            let b = if inside { combine(&c, &vs, m) } else { b };
            (vs, b, c)
        })
    })
}

/// Whole numbers, from numbers with at most four decimals.
pub fn whole<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> Vec<i128> {
    let whole = |x: &f64| (x * 1e4).round() as i128;
    numbers.into_iter().map(whole).collect()
}

/// The data matrix of the patients with a column of ones, times 10⁴, by columns,
/// and their progressions, times 10⁴.
pub fn patients() -> (Vectors, Vec<i128>) {
    let patients = diabetes();
    let mut columns: Vectors = patients
        .x
        .columns()
        .into_iter()
        .map(|v| whole(&v.to_vec()))
        .collect();
    columns.push(vec![10_000; 442]);
    (columns, whole(&patients.y))
}

/// The first n entries of each.
pub fn cut(vectors: &[Vec<i128>], n: usize) -> Vectors {
    vectors.iter().map(|v| v[..n].to_vec()).collect()
}
