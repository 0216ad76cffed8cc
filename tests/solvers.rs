//! The solvers of chapter 5 against those of nalgebra, on a thousand random
//! systems, half of them well conditioned and half of them badly.

use mlmath::inverse::{gauss_jordan, operator_norm_inf};
use mlmath::linear_systems::{Cholesky, Lu, backward_error, condition_number, hilbert};
use mlmath::matrices::{diagonal, identity, times_vector, transpose};
use mlmath::matrix_multiplication::{matmul, outer};
use mlmath::prelude::*;
use mlmath::vectors::{norm_inf, unit};
use nalgebra::{DMatrix, DVector};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

const SYSTEMS: usize = 500;

fn numbers(random: &mut ChaCha8Rng, n: usize) -> Vector {
    Vector::from_shape_fn(n, |_| random.random_range(-1.0..1.0))
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// A product of n reflections. Each changes Q to Q − 2Quuᵀ, u the unit vector
/// of its normal.
fn orthogonal(random: &mut ChaCha8Rng, n: usize) -> Matrix {
    (0..n).fold(identity(n), |q, _| {
        let u = unit(&numbers(random, n)).expect("not the zero vector");
        let change = outer(&q.dot(&u), &(&u * 2.0));
        q - change
    })
}

/// Entries between −1 and 1.
fn any(random: &mut ChaCha8Rng, n: usize) -> Matrix {
    Matrix::from_shape_fn((n, n), |_| random.random_range(-1.0..1.0))
}

/// Stretches from 1 to 10⁻¹⁰ between two orthogonal matrices: the condition
/// number in the 2-norm is 10¹⁰.
fn badly_conditioned(random: &mut ChaCha8Rng, n: usize) -> Matrix {
    let stretches = Vector::from_shape_fn(n, |i| 10.0_f64.powf(-10.0 * i as f64 / (n - 1) as f64));
    let left = product(&orthogonal(random, n), &diagonal(&stretches));
    product(&left, &orthogonal(random, n))
}

fn peer(a: &Matrix) -> DMatrix<f64> {
    DMatrix::from_fn(a.nrows(), a.ncols(), |i, j| a[[i, j]])
}

fn peer_solution(x: Option<DVector<f64>>) -> Vector {
    x.expect("an invertible matrix").iter().copied().collect()
}

/// The backward errors of both, sorted, in multiples of the unit roundoff 2⁻⁵³.
fn backward_errors(
    seed: u64,
    matrix: impl Fn(&mut ChaCha8Rng, usize) -> Matrix,
    ours: impl Fn(&Matrix, &Vector) -> Vector,
    theirs: impl Fn(&Matrix, &Vector) -> Vector,
) -> [Vec<f64>; 2] {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut errors = [Vec::new(), Vec::new()];
    for _ in 0..SYSTEMS {
        let n = random.random_range(2..=50);
        let (a, b) = (matrix(&mut random, n), numbers(&mut random, n));
        for (errors, x) in errors.iter_mut().zip([ours(&a, &b), theirs(&a, &b)]) {
            let error = backward_error(&a, &b, &x).expect("a square matrix");
            errors.push(error / (f64::EPSILON / 2.0));
        }
    }
    errors.map(|mut errors| {
        errors.sort_by(f64::total_cmp);
        errors
    })
}

/// What the chapter says: medians below u, the largest below 2u, and neither
/// library twice as good as the other.
#[track_caller]
fn assert_same_order([ours, theirs]: [Vec<f64>; 2]) {
    let (most, median) = (SYSTEMS - 1, SYSTEMS / 2);
    println!(
        "ours {:.2}, at most {:.2}; theirs {:.2}, at most {:.2}",
        ours[median], ours[most], theirs[median], theirs[most]
    );
    for errors in [&ours, &theirs] {
        assert!(errors[median] < 1.0, "{} u", errors[median]);
        assert!(errors[most] < 2.0, "{} u", errors[most]);
    }
    for rank in [median, most] {
        assert!(ours[rank] < 2.0 * theirs[rank] && theirs[rank] < 2.0 * ours[rank]);
    }
}

/// Without the step of refinement, which nalgebra does not take.
fn by_lu(a: &Matrix, b: &Vector) -> Vector {
    let factors = Lu::new(a).expect("an invertible matrix");
    factors.substitute(b).expect("an invertible matrix")
}

fn by_their_lu(a: &Matrix, b: &Vector) -> Vector {
    peer_solution(
        peer(a)
            .lu()
            .solve(&DVector::from_iterator(b.len(), b.iter().copied())),
    )
}

#[test]
fn backward_errors_of_well_conditioned_systems_are_those_of_nalgebra() {
    assert_same_order(backward_errors(1, any, by_lu, by_their_lu));
}

#[test]
fn backward_errors_of_badly_conditioned_systems_are_those_of_nalgebra() {
    assert_same_order(backward_errors(2, badly_conditioned, by_lu, by_their_lu));
}

#[test]
fn cholesky_is_as_good_as_that_of_nalgebra() {
    let positive_definite = |random: &mut ChaCha8Rng, n: usize| {
        let a = any(random, n);
        product(&transpose(&a), &a) + identity(n) * 1e-6
    };
    let ours = |a: &Matrix, b: &Vector| {
        let cholesky = Cholesky::new(a).expect("a positive definite matrix");
        cholesky.substitute(b).expect("finite entries")
    };
    let theirs = |a: &Matrix, b: &Vector| {
        let cholesky = peer(a).cholesky().expect("a positive definite matrix");
        let b = DVector::from_iterator(b.len(), b.iter().copied());
        peer_solution(Some(cholesky.solve(&b)))
    };
    assert_same_order(backward_errors(3, positive_definite, ours, theirs));
}

#[test]
fn determinants_of_the_factors_are_those_of_nalgebra() {
    let mut random = ChaCha8Rng::seed_from_u64(4);
    for n in 1..=30 {
        let a = any(&mut random, n);
        let lu = Lu::new(&a).expect("an invertible matrix");
        let (ours, theirs) = (lu.determinant(), peer(&a).lu().determinant());
        // n roundings, and a condition number of some thousands at most.
        assert!((ours - theirs).abs() <= 1e-9 * theirs.abs());
    }
}

#[test]
fn logarithms_of_determinants_are_those_of_nalgebra() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    for n in 1..=30 {
        let a = any(&mut random, n);
        let a = product(&transpose(&a), &a) + identity(n);
        let cholesky = Cholesky::new(&a).expect("a positive definite matrix");
        let theirs = peer(&a).cholesky().expect("a positive definite matrix");
        let apart = cholesky.log_determinant() - theirs.ln_determinant();
        assert!(apart.abs() <= 1e-12, "{apart:e}");
    }
}

// The Hilbert matrix with ten rows: 1.6·10¹³ in the 2-norm, 3.5·10¹³ in the
// maximum norm.
#[test]
fn the_condition_of_hilberts_matrix_is_that_of_its_singular_values() {
    let a = hilbert(10);
    let values = peer(&a).singular_values();
    // The smallest one, 10⁻¹³, carries an error of some 10⁻¹⁶.
    let kappa = values.max() / values.min();
    assert!((kappa / 1.6e13 - 1.0).abs() < 0.03, "{kappa:e}");
    let ours = condition_number(&a, operator_norm_inf).expect("an invertible matrix");
    assert!((ours / 3.5353e13 - 1.0).abs() < 0.01, "{ours:e}");
    assert!(kappa < 10.0 * ours && ours < 10.0 * kappa);
}

// What the page says of the three ways to the ten unknowns, all 1.
#[test]
fn three_ways_to_the_hilbert_system_lose_some_thirteen_digits() {
    let (a, ones) = (hilbert(10), Vector::ones(10));
    let b = times_vector(&a, &ones).expect("an entry for each column");
    let column = b.clone().insert_axis(ndarray::Axis(1));
    let by_gauss_jordan = gauss_jordan(&a, &column).expect("an invertible matrix");
    let solutions = [
        by_lu(&a, &b),
        by_their_lu(&a, &b),
        by_gauss_jordan.column(0).to_owned(),
    ];
    for x in &solutions {
        let error = norm_inf(&(x - &ones));
        assert!(1e-4 < error && error < 1e-3, "{error:e}");
    }
}
