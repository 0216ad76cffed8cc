//! The eigenvalues and singular values of chapter 9 against those of nalgebra.

use mlmath::eigen::{jacobi_eigen, svd, symmetric_eigen};
use mlmath::linear_systems::hilbert;
use mlmath::matrices::{diagonal, symmetric_part, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::prelude::*;
use nalgebra::DMatrix;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// What the chapter promises of each singular value, as a multiple of the largest.
const SINGULAR: f64 = 1e-14;

fn peer(a: &Matrix) -> DMatrix<f64> {
    DMatrix::from_fn(a.nrows(), a.ncols(), |i, j| a[[i, j]])
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// Entries between −1 and 1.
fn any(random: &mut ChaCha8Rng, m: usize, n: usize) -> Matrix {
    Matrix::from_shape_fn((m, n), |_| random.random_range(-1.0..1.0))
}

/// Orthonormal columns, by nalgebra's QR.
fn orthonormal(random: &mut ChaCha8Rng, m: usize, n: usize) -> Matrix {
    let q = peer(&any(random, m, n)).qr().q();
    Matrix::from_shape_fn((m, n), |(i, j)| q[(i, j)])
}

/// Singular values from 1 down to the inverse of a condition number.
fn conditioned(random: &mut ChaCha8Rng, m: usize, n: usize, condition: f64) -> Matrix {
    let sigma = Vector::from_shape_fn(n, |k| condition.powf(-(k as f64) / (n - 1) as f64));
    let left = product(&orthonormal(random, m, n), &diagonal(&sigma));
    product(&left, &transpose(&orthonormal(random, n, n)))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vector {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(|x, y| y.total_cmp(x));
    values.into()
}

#[track_caller]
fn assert_singular_values(a: &Matrix) {
    let theirs = sorted(peer(a).singular_values().iter().copied());
    for a in [a, &transpose(a)] {
        let ours = svd(a).expect("finite entries").sigma;
        assert_eq!(ours.len(), theirs.len());
        for (ours, other) in ours.iter().zip(&theirs) {
            let apart = (ours - other).abs() / theirs[0];
            assert!(apart <= SINGULAR, "{ours:e} and {other:e}: {apart:e}");
        }
    }
}

#[test]
fn singular_values_of_random_matrices_are_those_of_nalgebra() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..200 {
        let (m, n) = (random.random_range(1..=40), random.random_range(1..=40));
        assert_singular_values(&any(&mut random, m, n));
    }
}

#[test]
fn singular_values_are_those_of_nalgebra_up_to_a_condition_of_1e12() {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    for power in 0..=12 {
        for _ in 0..15 {
            let n = random.random_range(2..=25);
            let m = n + random.random_range(0..=15);
            let a = conditioned(&mut random, m, n, 10.0_f64.powi(power));
            assert_singular_values(&a);
        }
    }
    assert_singular_values(&hilbert(10));
}

#[test]
fn symmetric_eigenvalues_are_those_of_nalgebra() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    for _ in 0..200 {
        let n = random.random_range(1..=40);
        let a = symmetric_part(&any(&mut random, n, n)).expect("a square matrix");
        let theirs = sorted(peer(&a).symmetric_eigenvalues().iter().copied());
        let size = theirs[0].abs().max(theirs[n - 1].abs());
        for solver in [symmetric_eigen, jacobi_eigen] {
            let ours = solver(&a).expect("a symmetric matrix").values;
            for (ours, other) in ours.iter().zip(&theirs) {
                let apart = (ours - other).abs() / size;
                assert!(apart <= 1e-14, "{ours} and {other}: {apart:e}");
            }
        }
    }
}

#[test]
fn pseudo_inverses_are_those_of_nalgebra() {
    let mut random = ChaCha8Rng::seed_from_u64(4);
    for _ in 0..50 {
        let (m, n) = (random.random_range(1..=12), random.random_range(1..=12));
        // A rank below both.
        let k = random.random_range(1..=m.min(n));
        let a = product(&orthonormal(&mut random, m, k), &any(&mut random, k, n));
        let ours = svd(&a)
            .expect("finite entries")
            .pseudo_inverse()
            .expect("in range");
        let theirs = peer(&a).pseudo_inverse(1e-12).expect("a tolerance above 0");
        let most = theirs.amax();
        for ((i, j), ours) in ours.indexed_iter() {
            let apart = (ours - theirs[(i, j)]).abs() / most;
            assert!(apart <= 1e-11, "{m} x {n} of rank {k}: {apart:e}");
        }
    }
}
