//! Systems solved exactly, as what the numbers of f64 are: fractions.

use crate::{Matrix, Vector};
use ndarray::ArrayView1;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// A fraction of whole numbers of any size.
pub type Fraction = BigRational;

/// A number of f64 as a fraction.
pub fn exactly(x: f64) -> BigRational {
    BigRational::from_float(x).expect("a finite number")
}

/// The number of f64 that is nearest to a fraction.
pub fn nearest(x: &BigRational) -> f64 {
    x.to_f64().expect("a number")
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
    let error = |(x, exact): (&f64, &BigRational)| match x.is_finite() {
        true => beside((exactly(*x) - exact).abs(), exact.abs()),
        false => f64::INFINITY,
    };
    x.iter().zip(exact).map(error).collect()
}

/// The same in relation to what was found.
pub fn errors_of_found(x: &Vector, exact: &[BigRational]) -> Vector {
    let error = |(x, exact): (&f64, &BigRational)| {
        let x = exactly(*x);
        beside((&x - exact).abs(), x.abs())
    };
    x.iter().zip(exact).map(error).collect()
}

/// The largest weight that the error of an entry has in an equation with a
/// right-hand side other than 0, beside all its terms:
/// |aᵢⱼ||xⱼ − x̂ⱼ|/(|A||x̂| + |b|)ᵢ.
pub fn weight_of_errors(a: &Matrix, b: &Vector, x: &Vector, exact: &[BigRational]) -> f64 {
    let weight = |(row, b_i): (ArrayView1<'_, f64>, &f64)| {
        let terms = sizes(row, b_i, x);
        let errors = row.iter().zip(x).zip(exact).map(|((a, x), exact)| {
            let missed = (exactly(*x) - exact).abs();
            beside(exactly(*a).abs() * missed, terms.clone())
        });
        errors.fold(0.0, f64::max)
    };
    let equations = a.rows().into_iter().zip(b).filter(|(_, b_i)| **b_i != 0.0);
    equations.map(weight).fold(0.0, f64::max)
}

/// |A||x| + |b| for one equation.
fn sizes(row: ArrayView1<'_, f64>, b_i: &f64, x: &Vector) -> BigRational {
    let terms = row
        .iter()
        .zip(x)
        .map(|(a, x)| (exactly(*a) * exactly(*x)).abs());
    terms.fold(exactly(*b_i).abs(), |sum, term| sum + term)
}

/// The least share of each entry of A and b by which they must be changed at
/// most, so that x solves the system: the largest |b − Ax|ᵢ/(|A||x| + |b|)ᵢ.
pub fn change_by_entries(a: &Matrix, b: &Vector, x: &Vector) -> f64 {
    let share = |(row, b_i): (ArrayView1<'_, f64>, &f64)| {
        let terms = row.iter().zip(x).map(|(a, x)| exactly(*a) * exactly(*x));
        let missing = terms.fold(exactly(*b_i), |sum, term| sum - term);
        beside(missing.abs(), sizes(row, b_i, x))
    };
    a.rows().into_iter().zip(b).map(share).fold(0.0, f64::max)
}

fn beside(missed: BigRational, size: BigRational) -> f64 {
    match (missed.is_zero(), size.is_zero()) {
        (true, _) => 0.0,
        (false, true) => f64::INFINITY,
        (false, false) => (missed / size).to_f64().expect("a number"),
    }
}
