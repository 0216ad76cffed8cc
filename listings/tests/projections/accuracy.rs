//! Against exact solutions, and against linfa.

use super::*;
use linfa::Dataset;
use linfa::traits::Fit;
use linfa_linear::LinearRegression;
use mlmath::data::{diabetes, wine};
use mlmath_testing::rational::{Fraction, errors_of_found, solution};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// The exact least squares weights, from r + Ax = b and Aᵀr = 0, which have a whole
/// number in place of each product.
fn exact(a: &Matrix, b: &Vector) -> Option<Vec<Fraction>> {
    let (m, n) = a.dim();
    let entry = |(i, j): (usize, usize)| match (i < m, j < m) {
        (true, true) => f64::from(u8::from(i == j)),
        (true, false) => a[[i, j - m]],
        (false, true) => a[[j, i - m]],
        (false, false) => 0.0,
    };
    let all = Matrix::from_shape_fn((m + n, m + n), entry);
    let right = Vector::from_shape_fn(m + n, |i| if i < m { b[i] } else { 0.0 });
    solution(&all, &right).map(|all| all[m..].to_vec())
}

/// How far each weight is from the exact one; 0 where it is 0 itself.
fn errors(x: &Vector, exact: &[Fraction]) -> Vector {
    let relative = errors_of_found(x, exact);
    let of = |j: usize| {
        if x[j] == 0.0 {
            0.0
        } else {
            relative[j] * x[j].abs()
        }
    };
    Vector::from_shape_fn(x.len(), of)
}

fn random(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

#[test]
fn well_conditioned_weights_are_right_to_twelve_digits() {
    for seed in 0..40 {
        let mut random = random(seed);
        let (m, n) = (random.random_range(3..=8), random.random_range(1..=3));
        let mut whole = || f64::from(random.random_range(-9..=9));
        let a = Matrix::from_shape_simple_fn((m, n), &mut whole);
        let b = Vector::from_shape_simple_fn(m, whole);
        let Ok(x) = least_squares(&a, &b) else {
            assert_eq!(exact(&a, &b), None, "{a}");
            continue;
        };
        let exact = exact(&a, &b).expect("independent columns");
        let most = norm_inf(&x).max(1.0);
        let error = norm_inf(&errors(&x, &exact));
        assert!(error < 1e-12 * most, "{error:e}\n{a}\n{b}");
    }
}

/// Columns of which the last nearly depends on the others: integers, and a small
/// change of one entry.
fn nearly_dependent(seed: u64) -> (Matrix, Vector) {
    let mut random = random(seed);
    let (m, n) = (6, 3);
    let mut a = Matrix::from_shape_simple_fn((m, n), || f64::from(random.random_range(-9..=9)));
    let sum = &a.column(0) * f64::from(random.random_range(-3..=3)) + a.column(1);
    a.column_mut(n - 1).assign(&sum);
    a[[random.random_range(0..m), n - 1]] += 2.0_f64.powi(-random.random_range(10..=52));
    let far = 10.0_f64.powi(random.random_range(-6..=6));
    let b = Vector::from_shape_simple_fn(m, || far * f64::from(random.random_range(-9..=9)));
    let fit = times(&a, &array![1.0, 2.0, -1.0]);
    (a, b + fit)
}

// What is returned is no further off than is promised: its error moves the
// prediction by no more than the length of b.
#[test]
fn a_weight_that_is_returned_is_as_near_as_is_promised() {
    let (mut solved, mut refused, mut dependent) = (0, 0, 0);
    for seed in 0..400 {
        let (a, b) = nearly_dependent(seed);
        match least_squares(&a, &b) {
            Ok(x) => {
                solved += 1;
                let exact = exact(&a, &b).expect("independent columns");
                for (j, error) in errors(&x, &exact).iter().enumerate() {
                    let moved = error * norm_l2(&a.column(j).to_owned());
                    assert!(moved <= norm_l2(&b), "{seed}: {moved:e}\n{a}\n{b}");
                }
            }
            Err(ProjectionError::Uncertain { .. }) => refused += 1,
            Err(ProjectionError::Dependent { .. }) => dependent += 1,
            Err(error) => panic!("{error}"),
        }
    }
    // All three happen, and often.
    assert!(
        solved > 50 && refused > 50 && dependent > 50,
        "{solved} {refused} {dependent}"
    );
}

// As far as rounding alone goes, eight digits of these are left.
#[test]
fn weights_of_columns_that_share_six_digits_are_right_to_eight() {
    for seed in 0..20 {
        let mut random = random(seed);
        let mut whole = || f64::from(random.random_range(-9..=9));
        let first = Vector::from_shape_simple_fn(6, &mut whole);
        let change = Vector::from_shape_simple_fn(6, &mut whole) * 2.0_f64.powi(-20);
        let a = ndarray::stack![ndarray::Axis(1), first, &first + &change];
        let b = times(&a, &array![3.0, -5.0]);
        if let (Ok(x), Some(exact)) = (least_squares(&a, &b), exact(&a, &b)) {
            let error = norm_inf(&errors_of_found(&x, &exact));
            assert!(error < 1e-8, "{error:e}");
        }
    }
}

/// Weights and bias by linfa.
fn by_linfa(x: &Matrix, y: &Vector) -> Vector {
    let fit = LinearRegression::new().fit(&Dataset::new(x.clone(), y.clone()));
    let fit = fit.expect("linfa finds weights");
    let mut weights = fit.params().to_vec();
    weights.push(fit.intercept());
    weights.into()
}

fn apart(w: &Vector, v: &Vector) -> f64 {
    let each = w.iter().zip(v).map(|(w, v)| ((w - v) / v).abs());
    each.fold(0.0, f64::max)
}

#[test]
fn weights_are_those_of_linfa() {
    let (patients, wines) = (diabetes(), wine());
    for (x, y) in [(&patients.x, &patients.y), (&wines.x, &wines.y)] {
        let (all, linfa) = (with_ones(x), by_linfa(x, y));
        let ours = least_squares(&all, y).expect("independent columns");
        let kept = Qr::new(&all).expect("shape").solve(y).expect("independent");
        assert!(apart(&ours, &linfa) < 1e-10, "{:e}", apart(&ours, &linfa));
        assert!(apart(&kept, &linfa) < 1e-10, "{:e}", apart(&kept, &linfa));
    }
}

#[test]
fn normal_equations_lose_the_wines() {
    let wines = wine();
    let all = with_ones(&wines.x);
    let normal = normal_equations(&all, &wines.y).expect("independent columns");
    let ours = least_squares(&all, &wines.y).expect("independent columns");
    let lost = apart(&normal, &ours);
    assert!((1e-10..1e-7).contains(&lost), "{lost:e}");
}

#[test]
fn a_column_that_depends_on_another_is_named_where_linfa_is_silent() {
    let wines = wine();
    let thrice = &wines.x.slice(ndarray::s![.., ..1]) * 3.0;
    let x = ndarray::concatenate![ndarray::Axis(1), wines.x, thrice];
    let ours = least_squares(&x, &wines.y);
    assert_eq!(ours, Err(ProjectionError::Dependent { column: 11 }));
    by_linfa(&x, &wines.y);
}
