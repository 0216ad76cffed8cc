//! The factors are made once, and each step substitutes.

use mlmath::eigen::rayleigh_quotient;
use mlmath::linear_systems::Lu;
use mlmath::matrices::identity;
use mlmath::prelude::*;
use mlmath::vectors::unit;

/// The eigenvalue and its unit vector after so many steps of power iteration for
/// the inverse of A − μI. Cost: one factorisation, and 2n² operations for each
/// step.
///
/// # Panics
///
/// If A is not square, or A − μI has no factors.
pub fn inverse_iteration(a: &Matrix, mu: f64, steps: usize) -> (f64, Vector) {
    let n = a.nrows();
    let factors = Lu::new(&(a - &(mu * identity(n)))).expect("no pivot is 0");
    let mut v: Vector = (1..=n).map(|i| i as f64).collect();
    for _ in 0..steps {
        let image = factors.substitute(&v).expect("an entry for each row");
        v = unit(&image).expect("an invertible matrix");
    }
    let value = rayleigh_quotient(a, &v).expect("an entry for each row");
    (value, v)
}
