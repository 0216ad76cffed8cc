//! Systems solved exactly, as what the numbers of f64 are: fractions.

use crate::{Matrix, Vector};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// A number of f64 as a fraction.
pub fn exactly(x: f64) -> BigRational {
    BigRational::from_float(x).expect("a finite number")
}

/// The solution of Ax = b, or `None` if A is singular.
pub fn solution(a: &Matrix, b: &Vector) -> Option<Vec<BigRational>> {
    let n = a.nrows();
    let row = |i: usize| {
        a.row(i)
            .iter()
            .chain([&b[i]])
            .map(|&x| exactly(x))
            .collect()
    };
    let mut rows: Vec<Vec<BigRational>> = (0..n).map(row).collect();
    for k in 0..n {
        let pivot = (k..n).find(|&i| !rows[i][k].is_zero())?;
        rows.swap(k, pivot);
        let pivot_row = rows[k].clone();
        for (i, row) in rows.iter_mut().enumerate() {
            if i != k && !row[k].is_zero() {
                let multiple = &row[k] / &pivot_row[k];
                for (x, p) in row.iter_mut().zip(&pivot_row).skip(k) {
                    *x -= &multiple * p;
                }
            }
        }
    }
    Some((0..n).map(|i| &rows[i][n] / &rows[i][i]).collect())
}

/// How far each entry is from the exact one, in relation to that.
pub fn relative_errors(x: &Vector, exact: &[BigRational]) -> Vector {
    let error = |(x, exact): (&f64, &BigRational)| {
        if !x.is_finite() {
            return f64::INFINITY;
        }
        let missed = (exactly(*x) - exact).abs();
        match (missed.is_zero(), exact.is_zero()) {
            (true, _) => 0.0,
            (false, true) => f64::INFINITY,
            (false, false) => (missed / exact.abs()).to_f64().expect("a number"),
        }
    };
    x.iter().zip(exact).map(error).collect()
}
