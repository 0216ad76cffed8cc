//! Random square matrices of the kinds that this chapter speaks of.

use super::*;
use proptest::collection::vec;
use std::ops::RangeInclusive;

fn shaped(m: usize, n: usize, entries: Vec<f64>) -> Matrix {
    Matrix::from_shape_vec((m, n), entries).expect("mn entries")
}

/// A square matrix of scalars.
pub fn square(n: RangeInclusive<usize>) -> impl Strategy<Value = Matrix> {
    n.prop_flat_map(|n| vec(scalar(), n * n).prop_map(move |a| shaped(n, n, a)))
}

/// A square matrix of integers between −4 and 4; about one in four is singular.
/// Determinants of such matrices f64 computes without rounding by expansion.
pub fn small_integers(n: RangeInclusive<usize>) -> impl Strategy<Value = Matrix> {
    n.prop_flat_map(|n| {
        let entries = vec((-4..=4).prop_map(f64::from), n * n);
        (entries, 0..4_usize, -2..=2_i32).prop_map(move |(a, kind, c)| {
            let mut a = shaped(n, n, a);
            if kind == 0 && n > 1 {
                // A multiple of the first row as the last.
                let row = f64::from(c) * &a.row(0);
                a.row_mut(n - 1).assign(&row);
            }
            a
        })
    })
}

/// Two square matrices of small integers and one shape.
pub fn two_square(n: RangeInclusive<usize>) -> impl Strategy<Value = [Matrix; 2]> {
    n.prop_flat_map(|n| [small_integers(n..=n), small_integers(n..=n)])
}

/// A matrix of any shape and two vectors that fit it from the right and from
/// the left, all of integers.
pub fn matrix_and_two_vectors(
    sizes: RangeInclusive<usize>,
) -> impl Strategy<Value = (Matrix, Vector, Vector)> {
    (sizes.clone(), sizes).prop_flat_map(|(m, n)| {
        let integers = |count| vec((-1000..=1000).prop_map(f64::from), count);
        (integers(m * n), integers(n), integers(m))
            .prop_map(move |(a, x, y)| (shaped(m, n, a), x.into(), y.into()))
    })
}

/// A square matrix far from singular: entries up to 1 in size, and n + 1 added
/// on the diagonal, so that nothing but 0 can vanish. Entries of the inverse
/// are below 1.
pub fn well_conditioned(n: RangeInclusive<usize>) -> impl Strategy<Value = Matrix> {
    square(n).prop_map(|a| {
        let n = a.nrows();
        scale(0.1, &a) + scale(n as f64 + 1.0, &identity(n))
    })
}

/// Every order of 0 to n − 1, with −1 for an odd number of exchanges.
pub fn permuted(n: usize) -> Vec<(Vec<usize>, f64)> {
    let mut all = vec![(Vec::new(), 1.0)];
    for next in 0..n {
        let longer = |(list, sign): (Vec<usize>, f64)| {
            (0..=list.len()).map(move |place| {
                // From the end to its place by exchanges of neighbours.
                let exchanges = list.len() - place;
                let mut list = list.clone();
                list.insert(place, next);
                (list, if exchanges % 2 == 0 { sign } else { -sign })
            })
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}
