//! Chapter 4: its theorems, algorithms, examples and exercises.

mod determinants;
mod edges;
mod examples;
mod exercises;
mod lengths;
mod limits;
mod questions;
mod random;
mod rescaled;
mod undoing;

use mlmath::inverse::*;
use mlmath::matrices::{add, diagonal, identity, norm_frobenius, scale, times_vector, transpose};
use mlmath::matrix_multiplication::{dot, matmul, outer};
use mlmath::prelude::*;
use mlmath::vectors::{norm_inf, norm_l1, norm_l2, standard_basis};
use mlmath_testing::{assert_at_most, assert_close, claims, for_all, scalar, vector, vectors};
use mlmath_testing::{matrices, matrices_of_integers, matrix_and_vectors_of_integers};
use proptest::prelude::*;
use random::{
    matrix_and_two_vectors, permuted, small_integers, square, two_square, well_conditioned,
};

/// AB where the shapes fit.
fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("shapes that fit")
}

/// Ax where the shapes fit.
fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

/// A⁻¹ where there is one.
fn inverted(a: &Matrix) -> Matrix {
    inverse(a).unwrap_or_else(|error| panic!("{error}\n{a}"))
}

/// The determinant of a square matrix of numbers, by its definition.
fn expanded(a: &Matrix) -> f64 {
    determinant_by_expansion(a).expect("a square matrix of numbers")
}

/// The blur that replaces each of n pixels by the mean of itself and its neighbours.
fn mean_of_three(n: usize) -> Matrix {
    let near = |(i, j): (usize, usize)| if i.abs_diff(j) < 2 { 1.0 / 3.0 } else { 0.0 };
    Matrix::from_shape_fn((n, n), near)
}

/// Of a 2×2 matrix, the stretches.
fn stretched(a: &Matrix) -> [f64; 2] {
    stretches(mlmath::matrices::Mat([
        [a[[0, 0]], a[[0, 1]]],
        [a[[1, 0]], a[[1, 1]]],
    ]))
}

/// Each vector norm with its operator norm, for 2×2 matrices.
type Norm<T> = fn(&T) -> f64;
const NORMS: [(Norm<Vector>, Norm<Matrix>); 3] = [
    (norm_l1, operator_norm_1),
    (norm_l2, |a| stretched(a)[0]),
    (norm_inf, operator_norm_inf),
];

/// Entries of size 10, some dozen roundings of products of a few of them.
const ROUNDING: f64 = 1e-9;
