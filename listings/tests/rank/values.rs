//! Random matrices of a rank that is known without elimination, and what all
//! tests of chapter 7 need.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// For matrices of small integers: what is not 0 is far above it.
pub const ZERO: f64 = 1e-12;

/// Where numbers that were computed from them are compared.
pub const ROUNDING: f64 = 1e-7;

/// AB where the shapes fit.
pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// Ax where the shapes fit.
pub fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

/// The rank with the tolerance of these tests.
pub fn rank_of(a: &Matrix) -> usize {
    rank(a, ZERO).expect("finite entries")
}

/// The matrix with these columns.
pub fn columns(vectors: &[Vector]) -> Matrix {
    let n = vectors[0].len();
    Matrix::from_shape_fn((n, vectors.len()), |(i, j)| vectors[j][i])
}

/// The columns of a matrix.
pub fn columns_of(a: &Matrix) -> Vec<Vector> {
    a.columns()
        .into_iter()
        .map(|column| column.to_owned())
        .collect()
}

/// The rank of a matrix of integers by determinants alone: the size of its
/// largest square part whose determinant, an integer, is not 0.
pub fn rank_by_determinants(a: &Matrix) -> usize {
    let (m, n) = a.dim();
    let subsets =
        |n: usize, k: usize| (0..1_usize << n).filter(move |s| s.count_ones() as usize == k);
    let chosen = |set: usize| (0..usize::BITS as usize).filter(move |i| set >> i & 1 == 1);
    let is_regular = |rows: usize, columns: usize| {
        let (rows, columns): (Vec<_>, Vec<_>) = (chosen(rows).collect(), chosen(columns).collect());
        let part: Vec<Vec<i128>> = rows
            .iter()
            .map(|&i| columns.iter().map(|&j| a[[i, j]] as i128).collect())
            .collect();
        integer_determinant(&part) != 0
    };
    let of_size =
        |k: usize| subsets(m, k).any(|rows| subsets(n, k).any(|columns| is_regular(rows, columns)));
    (1..=m.min(n)).rev().find(|&k| of_size(k)).unwrap_or(0)
}

/// By expansion along the first row.
fn integer_determinant(a: &[Vec<i128>]) -> i128 {
    let Some((first, rest)) = a.split_first() else {
        return 1;
    };
    let term = |(j, entry): (usize, &i128)| {
        let without = |row: &Vec<i128>| {
            let mut row = row.clone();
            row.remove(j);
            row
        };
        let minor: Vec<_> = rest.iter().map(without).collect();
        let sign = if j % 2 == 0 { 1 } else { -1 };
        sign * entry * integer_determinant(&minor)
    };
    first.iter().enumerate().map(term).sum()
}

fn small() -> impl Strategy<Value = f64> {
    (-3..=3).prop_map(f64::from)
}

/// A matrix of small integers, of one to `most` rows and columns.
pub fn matrix_of(
    (m, n): (usize, usize),
    entry: impl Strategy<Value = f64>,
) -> impl Strategy<Value = Matrix> {
    vec(entry, m * n).prop_map(move |a| Matrix::from_shape_vec((m, n), a).expect("mn entries"))
}

/// A vector of small integers.
pub fn small_vector(n: usize) -> impl Strategy<Value = Vector> {
    vec(small(), n).prop_map(Vector::from)
}

/// A matrix with integer entries, one to five rows and columns, and its rank r,
/// from 0 on: LU, where L has the rows of an identity of size r among its own,
/// and so has U among its columns.
pub fn of_known_rank() -> impl Strategy<Value = (Matrix, usize)> {
    (1..=5_usize, 1..=5_usize)
        .prop_flat_map(|(m, n)| (Just((m, n)), 0..=m.min(n)))
        .prop_flat_map(|((m, n), r)| {
            let places = |n: usize| Just((0..n).collect::<Vec<_>>()).prop_shuffle();
            let factors = (matrix_of((m, r), small()), matrix_of((r, n), small()));
            (factors, places(m), places(n), Just(r))
        })
        .prop_map(|((mut left, mut right), rows, columns, r)| {
            for k in 0..r {
                for l in 0..r {
                    let entry = f64::from(u8::from(k == l));
                    left[[rows[k], l]] = entry;
                    right[[l, columns[k]]] = entry;
                }
            }
            let (m, n) = (left.nrows(), right.ncols());
            let entry = |(i, j): (usize, usize)| (0..r).map(|k| left[[i, k]] * right[[k, j]]).sum();
            (Matrix::from_shape_fn((m, n), entry), r)
        })
}

/// The same, square.
pub fn square_of_known_rank() -> impl Strategy<Value = (Matrix, usize)> {
    (1..=4_usize)
        .prop_flat_map(|n| {
            let factors = (matrix_of((n, n), small()), matrix_of((n, n), small()));
            (factors, 0..=n)
        })
        .prop_map(|((left, right), kept)| {
            let n = left.nrows();
            // Some columns of the left factor become 0.
            let left = Matrix::from_shape_fn((n, n), |(i, j)| match j < kept {
                true => left[[i, j]],
                false => 0.0,
            });
            let a = product(&left, &right);
            let r = rank_by_determinants(&a);
            (a, r)
        })
}

/// The design of the trap: an intercept, and each species as a column.
pub fn trap() -> Matrix {
    let y = iris().y;
    Matrix::from_shape_fn((y.len(), 4), |(i, j)| match j {
        0 => 1.0,
        _ => f64::from(u8::from(y[i] == j - 1)),
    })
}

/// The mean petal lengths of the three species.
pub fn petal_means() -> [f64; 3] {
    let iris = iris();
    [0, 1, 2].map(|species| {
        let of = (0..150).filter(|&i| iris.y[i] == species);
        of.map(|i| iris.x[[i, 2]]).sum::<f64>() / 50.0
    })
}

/// Rows that say third = first − second.
pub fn four_by_three() -> Matrix {
    array![
        [1.0, 1.0, 0.0],
        [1.0, 1.0, 0.0],
        [1.0, 0.0, 1.0],
        [1.0, 0.0, 1.0]
    ]
}
