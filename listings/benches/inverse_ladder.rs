//! A system solved through the inverse and by elimination: the time, how far the
//! solution is off, and how much of the right-hand side is missing.
//!
//! The matrices are Q₁DQ₂. Q₁ and Q₂ are products of n reflections whose normals
//! have no pattern; the diagonal of D falls from 1 to the least by equal factors, or
//! is 1 but for its last entry. Either x is chosen, without a pattern, and b = Ax, or
//! b is, with entries between −1 and 1.

mod support;

use mlmath::inverse::{gauss_jordan, inverse, row_operations};
use mlmath::matrices::{diagonal, identity, times_vector_by_rows};
use mlmath::matrix_multiplication::{matmul, outer};
use mlmath::vectors::{distance, norm_l2, unit};
use mlmath::{Matrix, Vector};
use ndarray::Axis;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::hint::black_box;
use support::{Ladder, median, milliseconds};

fn main() {
    let mut ladder = Ladder::new(
        "Ax = b with n unknowns, through the inverse and by elimination, in f64, one thread",
        &["what", "A⁻¹b", "[A | b]"],
    );
    for n in [100, 200, 400] {
        let a = black_box(matrix(&evenly(n, 1.0)));
        let b = black_box(without_pattern(n));
        // The row operations alone, without refinement and judgement.
        let column = b.insert_axis(Axis(1));
        let times = [
            median(|| after_row_operations(&a, &identity(n)).dot(&column)),
            median(|| after_row_operations(&a, &column)),
        ];
        let [inverse, elimination] = times.map(milliseconds);
        ladder.row([format!("ms, n = {n}"), inverse, elimination]);
    }
    for (family, stretches) in [
        ("evenly", evenly as fn(usize, f64) -> Vector),
        ("at once", at_once),
    ] {
        for (name, least) in [("10⁻⁶", 1e-6), ("10⁻¹²", 1e-12)] {
            let a = matrix(&stretches(200, least));
            for (what, measured) in measured(&a) {
                let [inverse, elimination] = measured.map(|size| format!("{size:.0e}"));
                let what = format!("D falls {family} to {name}: {what}");
                ladder.row([what, inverse, elimination]);
            }
        }
    }
    ladder.finish();
}

/// Error and missing part of both ways, relative to the size of the solution.
fn measured(a: &Matrix) -> [(&'static str, [f64; 2]); 3] {
    let n = a.nrows();
    let both = |b: &Vector| [through_the_inverse(a, b), by_elimination(a, b)];
    let missing = |b: &Vector, y: &Vector| distance(&times(a, y), b) / norm_l2(y);
    let x = Vector::from_shape_fn(n, |i| (i as f64).cos());
    let made = times(a, &x);
    let found = both(&made);
    let random = without_pattern(n);
    let of_random = both(&random);
    [
        (
            "error, b = Ax",
            found.each_ref().map(|y| distance(y, &x) / norm_l2(&x)),
        ),
        (
            "missing, b = Ax",
            found.each_ref().map(|y| missing(&made, y)),
        ),
        (
            "missing, random b",
            of_random.each_ref().map(|y| missing(&random, y)),
        ),
    ]
}

/// From 1 down to the least by equal factors.
fn evenly(n: usize, least: f64) -> Vector {
    Vector::from_shape_fn(n, |i| least.powf(i as f64 / (n - 1) as f64))
}

/// Ones, and the least at the end.
fn at_once(n: usize, least: f64) -> Vector {
    let mut stretches = Vector::ones(n);
    stretches[n - 1] = least;
    stretches
}

/// Numbers between −1 and 1.
fn without_pattern(n: usize) -> Vector {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(4);
    Vector::from_shape_simple_fn(n, || random.random_range(-1.0..1.0))
}

/// Q₁DQ₂ with these stretches on the diagonal of D.
fn matrix(stretches: &Vector) -> Matrix {
    let n = stretches.len();
    let left = product(&orthogonal(n, 1.1), &diagonal(stretches));
    product(&left, &orthogonal(n, 2.3))
}

/// The product of n reflections, whose normals have no pattern. Each changes
/// Q to Q − 2Quuᵀ, u the unit vector of the normal.
fn orthogonal(n: usize, seed: f64) -> Matrix {
    (0..n).fold(identity(n), |q, k| {
        let entry = |i| (seed * (i as f64 + 1.0) * (k as f64 + 1.37)).sin();
        let u = unit(&Vector::from_shape_fn(n, entry)).expect("a normal that is not 0");
        let change = outer(&times(&q, &u), &(&u * 2.0));
        q - change
    })
}

/// What the operations that turn A into I make of B.
fn after_row_operations(a: &Matrix, b: &Matrix) -> Matrix {
    let mut b = b.clone();
    for operation in row_operations(a).expect("an inverse") {
        operation.apply(&mut b);
    }
    b
}

fn through_the_inverse(a: &Matrix, b: &Vector) -> Vector {
    times(&inverse(a).expect("an inverse"), b)
}

fn by_elimination(a: &Matrix, b: &Vector) -> Vector {
    let column = b.clone().insert_axis(Axis(1));
    let solution = gauss_jordan(a, &column).expect("a solution");
    solution.column(0).to_owned()
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("square matrices of one size")
}

fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector_by_rows(a, x).expect("an entry for each column")
}
