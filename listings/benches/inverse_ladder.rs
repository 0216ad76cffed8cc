//! A system solved through the inverse and by elimination: the time, the error
//! and what is left of the right side.

mod support;

use mlmath::inverse::{gauss_jordan, inverse};
use mlmath::matrices::{diagonal, identity, times_vector_by_rows};
use mlmath::matrix_multiplication::{matmul, outer};
use mlmath::vectors::{distance, norm_l2, unit};
use mlmath::{Matrix, Vector};
use ndarray::Axis;
use std::hint::black_box;
use support::{Ladder, median, milliseconds};

fn main() {
    let mut ladder = Ladder::new(
        "Ax = b with n unknowns, through the inverse and by elimination, in f64, one thread",
        &["what", "A⁻¹b", "[A | b]"],
    );
    for n in [100, 200, 400] {
        let (a, b, _) = black_box(system(n, 1.0));
        let times = [
            median(|| through_the_inverse(&a, &b)),
            median(|| by_elimination(&a, &b)),
        ];
        let [inverse, elimination] = times.map(milliseconds);
        ladder.row([format!("ms, n = {n}"), inverse, elimination]);
    }
    let solutions = [("1", 1.0), ("10⁻⁶", 1e-6), ("10⁻¹²", 1e-12)].map(|(name, least)| {
        let (a, b, x) = system(200, least);
        let found = [through_the_inverse(&a, &b), by_elimination(&a, &b)];
        let size = norm_l2(&x);
        let error = found.each_ref().map(|y| distance(y, &x) / size);
        let residual = found.map(|y| distance(&times(&a, &y), &b) / size);
        (name, error, residual)
    });
    for (name, error, _) in solutions {
        let [inverse, elimination] = error.map(|error| format!("{error:.0e}"));
        ladder.row([format!("error, D down to {name}"), inverse, elimination]);
    }
    for (name, _, residual) in solutions {
        let [inverse, elimination] = residual.map(|residual| format!("{residual:.0e}"));
        ladder.row([format!("residual, D down to {name}"), inverse, elimination]);
    }
    ladder.finish();
}

/// A = Q₁DQ₂ with stretches from 1 down to the least, b = Ax, and x.
fn system(n: usize, least: f64) -> (Matrix, Vector, Vector) {
    let stretches = Vector::from_shape_fn(n, |i| least.powf(i as f64 / (n - 1) as f64));
    let left = product(&orthogonal(n, 1.1), &diagonal(&stretches));
    let a = product(&left, &orthogonal(n, 2.3));
    let x = Vector::from_shape_fn(n, |i| (i as f64).cos());
    let b = times(&a, &x);
    (a, b, x)
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
