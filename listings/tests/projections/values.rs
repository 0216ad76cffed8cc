//! Random matrices for the tests of chapter 8, and what all of them need.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// The matrices below have orthonormal factors and a triangle whose diagonal is
/// between 1 and 3 and whose other entries are at most 1, of at most five columns:
/// no vector is shortened by more than a factor of 100. Numbers below 50, some
/// hundred roundings of 1.1e-16 each, and that factor stay below this.
pub const ROUNDING: f64 = 1e-11;

/// AB where the shapes fit.
pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// Ax where the shapes fit.
pub fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

/// The line that the chapter fits: its data matrix and targets.
pub fn three_points() -> (Matrix, Vector) {
    (
        array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]],
        array![1.0, 2.0, 2.0],
    )
}

/// What rounding has missed by a hair.
pub fn cleared(x: &Vector) -> Vector {
    x.mapv(|x_i| (x_i * 1e9).round() / 1e9 + 0.0)
}

fn numbers(count: usize, low: f64, high: f64) -> impl Strategy<Value = Vec<f64>> {
    vec(low..high, count)
}

/// A matrix with one to five independent columns and up to four more rows: an
/// orthogonal matrix made of reflections, cut to its first columns, times a
/// triangle; and vectors with an entry for each row.
pub fn independent<const K: usize>() -> impl Strategy<Value = (Matrix, [Vector; K])> {
    (1..=5_usize, 0..=4_usize).prop_flat_map(|(n, more)| {
        let m = n + more;
        let normals = numbers(m * n, -1.0, 1.0);
        let triangle = numbers(n * n, -1.0, 1.0);
        let vectors = numbers(K * m, -5.0, 5.0);
        (normals, triangle, vectors).prop_map(move |(normals, triangle, vectors)| {
            let mut q = identity(m);
            for normal in normals.chunks(m) {
                let normal = Vector::from(normal.to_vec());
                if let Ok(mirror) = mlmath::inverse::reflection(&normal) {
                    q = product(&q, &mirror);
                }
            }
            let r = Matrix::from_shape_fn((n, n), |(i, j)| match i.cmp(&j) {
                std::cmp::Ordering::Less => triangle[n * i + j],
                std::cmp::Ordering::Equal => 2.0 + triangle[n * i + j],
                std::cmp::Ordering::Greater => 0.0,
            });
            let a = product(&q.slice(ndarray::s![.., ..n]).to_owned(), &r);
            let vector = |k: usize| Vector::from(vectors[k * m..(k + 1) * m].to_vec());
            (a, std::array::from_fn(vector))
        })
    })
}

/// The projection matrix as the definition writes it.
pub fn by_definition(a: &Matrix) -> Matrix {
    let inverse = mlmath::inverse::inverse(&gram(a)).expect("independent columns");
    product(&product(a, &inverse), &transpose(a))
}

/// How far QᵀQ is from I: the largest difference of two entries.
pub fn lost(q: &Matrix) -> f64 {
    let apart = gram(q) - identity(q.ncols());
    apart.iter().fold(0.0, |most, d| d.abs().max(most))
}
