//! Which solutions are trusted: bounds on their errors, and what is refused.

use super::*;
use mlmath_testing::rational::{
    Fraction, change_by_entries, errors_of_found, relative_errors, solution, weight_of_errors,
};
use mlmath_testing::rescaled;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A system without a pattern, with entries between −1 and 1.
fn any(n: usize, seed: u64) -> (Matrix, Vector) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut number = || random.random_range(-1.0..1.0);
    let a = Matrix::from_shape_simple_fn((n, n), &mut number);
    (a, Vector::from_shape_simple_fn(n, number))
}

/// What the factors make of b, and then of what is missing.
fn refined(a: &Matrix, lu: &Lu, b: &Vector) -> Vector {
    let x = lu.substitute(b).expect("finite entries");
    let missing = b - &times(a, &x);
    x + lu.substitute(&missing).expect("finite entries")
}

// The claim of the bound itself: no error is larger. Rows and columns are
// multiplied by powers of two up to 2^±120, and the errors found with fractions.
#[test]
fn the_bound_covers_every_error_and_leaves_a_digit() {
    for seed in 0..300 {
        let (a, b) = any(4, seed);
        rescaled::one_system((4, 4), 1000 + seed, |units| {
            let (a, b) = (units.matrix(&a), units.right_hand_side(&b));
            let exact = solution(&a, &b).expect("an invertible matrix");
            let lu = Lu::new(&a).expect("pivots that are not 0");
            let x = lu.solve(&b).unwrap_or_else(|error| panic!("{error}\n{a}"));
            let (entry, bound) = lu.error_bound(&b, &x).expect("finite entries");
            let errors = relative_errors(&x, &exact);
            assert!(
                norm_inf(&errors) <= bound && bound < 1.0,
                "{errors:e} {bound:e}"
            );
            assert!(entry < 4);
        });
    }
}

// In each entry |A⁻¹|(|r| + (n + 1)·2⁻⁵²(|A||x| + |b|)), divided by |xᵢ|. The
// search for the largest does not see all rows, so sometimes it stops too early.
#[test]
fn the_largest_bound_is_found() {
    let mut missed = 0;
    for seed in 0..200 {
        let n = 2 + seed as usize % 9;
        let (a, b) = any(n, 500 + seed);
        let lu = Lu::new(&a).expect("pivots that are not 0");
        let solution = lu.solve(&b).expect("a solution");
        // The second is no solution, and the inverse is asked.
        for x in [solution.clone(), solution.mapv(|x_i| -1.5 * x_i)] {
            let size = |v: &Vector| v.mapv(f64::abs);
            let rounding = (n + 1) as f64 * f64::EPSILON;
            let terms = a.mapv(f64::abs).dot(&size(&x)) + size(&b);
            let uncertain = size(&(&b - &times(&a, &x))) + rounding * terms;
            let inverse = inverse(&a).expect("an inverse").mapv(f64::abs);
            let bounds = inverse.dot(&uncertain) / size(&x);
            let (entry, bound) = lu.error_bound(&b, &x).expect("finite entries");
            assert_close(bound / bounds[entry], 1.0, 1e-6);
            let most = norm_inf(&bounds);
            assert!(bound > 0.3 * most, "{bound:e} of {most:e}");
            missed += usize::from(bound < 0.999 * most);
        }
    }
    assert!(missed <= 20, "{missed} of 400");
}

// |A⁻¹| is here [[1, 1], [0, 1]], the residual 0, and u(n + 1) = 3·2⁻⁵³.
#[test]
fn the_bound_is_what_the_formula_says() {
    let lu = Lu::new(&array![[1.0, -1.0], [0.0, 1.0]]).expect("pivots");
    let b = array![1.0, 2.0];
    let x = lu.solve(&b).expect("a solution");
    assert_eq!(x, array![3.0, 2.0]);
    // |A||x| + |b| = (6, 4), so the bounds are 10/3 and 4/2 times 6u.
    let (entry, bound) = lu.error_bound(&b, &x).expect("finite entries");
    assert_eq!(entry, 0);
    assert_close(bound / f64::EPSILON, 10.0, 1e-12);
    // What a wrong x leaves is part of the bound.
    let (entry, bound) = lu
        .error_bound(&b, &array![3.0, 4.0])
        .expect("finite entries");
    assert_eq!(entry, 0);
    assert_close(bound, 4.0 / 3.0, 1e-12);
    let (entry, bound) = lu
        .error_bound(&b, &array![8.0, 4.0])
        .expect("finite entries");
    assert_eq!(entry, 0);
    assert_close(bound, (3.0 + 2.0) / 8.0, 1e-12);
    let (entry, bound) = lu
        .error_bound(&b, &array![100.0, 1.0])
        .expect("finite entries");
    assert_eq!(entry, 1);
    assert_close(bound, 1.0, 1e-12);
    // An entry that is 0 is left out.
    let (entry, bound) = lu
        .error_bound(&b, &array![8.0, 0.0])
        .expect("finite entries");
    assert_eq!(entry, 0);
    assert_close(bound, (7.0 + 2.0) / 8.0, 1e-12);
    assert!(lu.error_bound(&array![1.0], &b).is_err());
    let (entry, bound) = lu
        .error_bound(&array![1.0, 0.0], &array![1.0, 0.0])
        .expect("finite entries");
    assert!(entry == 0 && bound < 1e-14, "{entry} {bound}");
}

#[test]
fn of_hilbert_systems_from_twelve_on_no_digit_is_certain() {
    for n in 2..=20 {
        let (h, ones) = (hilbert(n), Vector::ones(n));
        let b = times(&h, &ones);
        let column = b.clone().insert_axis(ndarray::Axis(1));
        let certain = [
            solve(&h, &b).is_ok(),
            Cholesky::new(&h)
                .and_then(|cholesky| cholesky.solve(&b))
                .is_ok(),
            gauss_jordan(&h, &column).is_ok(),
            inverse(&h).is_ok(),
            condition_number(&h, operator_norm_inf)
                .expect("a number")
                .is_finite(),
        ];
        assert_eq!(certain, [n < 12; 5], "{n}");
    }
    // The error is that of the refined solution.
    let (h, b) = (hilbert(14), Vector::ones(14));
    let lu = Lu::new(&h).expect("pivots that are not 0");
    let refined = refined(&h, &lu, &b);
    let (entry, bound) = lu.error_bound(&b, &refined).expect("finite entries");
    assert!(bound > 1.0, "{bound}");
    assert_eq!(lu.solve(&b), Err(SolveError::Uncertain { entry, bound }));
}

#[test]
fn an_entry_that_is_0_is_no_reason_to_refuse() {
    let a = array![[1.0, 1.0], [1.0, -1.0]];
    assert_eq!(solve(&a, &array![1.0, 1.0]), Ok(array![1.0, 0.0]));
    assert_eq!(solve(&a, &Vector::zeros(2)), Ok(Vector::zeros(2)));
    // Of a singular matrix with a pivot of rounding, 0 is no certain solution.
    let singular = array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    let zero = solve(&singular, &Vector::zeros(3));
    match zero {
        Err(SolveError::Uncertain { bound, .. }) => assert!(bound >= 1.0, "{bound}"),
        other => panic!("{other:?}"),
    }
    // Nearly 0: by rounding alone, in a badly conditioned system.
    let near = array![[0.1, 0.3], [0.1, 0.3 + 1e-9]];
    let x = solve(&near, &array![0.7, 0.7]).expect("an invertible matrix");
    assert_close(x, array![7.0, 0.0], 1e-5);
}

/// A system of integers that leads partial pivoting astray: the first row, by far
/// the largest but for its first entry, has units that make it the pivot's.
/// If it is singular, the last row is a combination of the others.
fn large_above(seed: u64, is_singular: bool) -> (Matrix, Vector) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let n = random.random_range(3..6);
    let mut digit = |most: i64| random.random_range(-most..=most) as f64;
    let mut a = Matrix::from_shape_simple_fn((n, n), || digit(9));
    a.row_mut(0).mapv_inplace(|_| digit(1 << 30));
    a[[0, 0]] = 7.0 + digit(2);
    let mut b = Vector::from_shape_simple_fn(n, || digit(9));
    if is_singular {
        let weights = Vector::from_shape_simple_fn(n - 1, || digit(3));
        let last = weights.dot(&a.slice(ndarray::s![..n - 1, ..]));
        a.row_mut(n - 1).assign(&last);
    }
    for i in 0..n {
        let unit = rescaled::downwards(i);
        a.row_mut(i).mapv_inplace(|a_ij| a_ij * unit);
        b[i] *= unit;
    }
    (a, b)
}

#[test]
fn no_singular_matrix_is_accepted_whose_units_lead_pivots_astray() {
    let (mut factorised, mut least) = (0, f64::INFINITY);
    for seed in 0..400 {
        let (a, b) = large_above(seed, true);
        // One that has no solution, and one that has infinitely many.
        let solutions = Vector::from_shape_fn(b.len(), |i| (i + 2) as f64);
        for b in [b, times(&a, &solutions)] {
            let column = b.clone().insert_axis(ndarray::Axis(1));
            assert!(solve(&a, &b).is_err(), "{seed}: {a}");
            assert!(gauss_jordan(&a, &column).is_err(), "{seed}: {a}");
            if let Ok(lu) = Lu::new(&a) {
                let x = refined(&a, &lu, &b);
                let (_, bound) = lu.error_bound(&b, &x).expect("finite entries");
                least = bound.min(least);
                factorised += 1;
            }
        }
    }
    assert!(factorised > 400, "{factorised} with pivots of rounding");
    // The factors, which are those of another matrix, find some bounds below it.
    assert_eq!(least, 1.0);
}

#[test]
fn no_invertible_matrix_is_refused_because_its_units_lead_pivots_astray() {
    let mut solved = 0;
    for seed in 0..200 {
        let (a, b) = large_above(seed, false);
        let Some(exact) = solution(&a, &b) else {
            continue;
        };
        let lu = Lu::new(&a).expect("pivots that are not 0");
        let x = lu
            .solve(&b)
            .unwrap_or_else(|error| panic!("{seed}: {error}"));
        let (_, bound) = lu.error_bound(&b, &x).expect("finite entries");
        let error = norm_inf(&relative_errors(&x, &exact));
        assert!(
            error <= bound && bound < 1e-6,
            "{seed}: {error:e} {bound:e}"
        );
        let column = b.insert_axis(ndarray::Axis(1));
        let x = gauss_jordan(&a, &column).unwrap_or_else(|error| panic!("{seed}: {error}"));
        let error = norm_inf(&relative_errors(&x.column(0).to_owned(), &exact));
        assert!(error <= bound, "{seed}: {error:e} {bound:e}");
        solved += 1;
    }
    assert!(solved > 150, "{solved} invertible matrices");
}

// Elimination and refinement by the factors lose all but two digits; the inverse
// is there.
#[test]
fn a_solution_that_bad_factors_find_badly_is_refined_by_the_inverse() {
    let tiny = rescaled::power_of_two(-49);
    let mut a = array![[tiny, -3.0, 2.0], [3.0, -2.0, 0.0], [-2.0, 0.0, -3.0]];
    let mut b = array![9.0, -8.0, 2.0];
    for i in 0..3 {
        a.row_mut(i).mapv_inplace(|x| x * rescaled::downwards(i));
        b[i] *= rescaled::downwards(i);
    }
    let exact = solution(&a, &b).expect("an invertible matrix");
    let off = |x: &Vector| norm_inf(&relative_errors(x, &exact));
    let lu = Lu::new(&a).expect("pivots that are not 0");
    assert!(off(&refined(&a, &lu, &b)) > 1e-3);
    let x = lu.solve(&b).expect("an invertible matrix");
    assert!(off(&x) < 1e-14, "{:e}", off(&x));
}

// To the last digit, where the factors are good.
#[test]
fn a_solution_is_what_the_factors_make_of_b_and_then_of_what_is_missing() {
    let (a, b) = any(7, 1);
    let lu = Lu::new(&a).expect("pivots that are not 0");
    assert_eq!(lu.solve(&b), Ok(refined(&a, &lu, &b)));
    let a = gram(&a);
    let cholesky = Cholesky::new(&a).expect("a positive definite matrix");
    let x = cholesky.substitute(&b).expect("finite entries");
    let missing = &b - &times(&a, &x);
    let x = x + cholesky.substitute(&missing).expect("finite entries");
    assert_eq!(cholesky.solve(&b), Ok(x));
}

// Here elimination may lose everything. Most systems are solved nevertheless; and
// what is returned keeps both promises.
#[test]
fn no_solution_is_further_off_than_its_bound_however_far_pivots_are_led_astray() {
    let (mut solved, mut systems) = (0, 0);
    for seed in 0..600 {
        let n = 3 + seed as usize % 2;
        let a = rescaled::astray(n, seed);
        let b = Vector::from_shape_fn(n, |i| (4 * i) as f64 * rescaled::downwards(i) - 5.0);
        let Some(exact) = solution(&a, &b) else {
            continue;
        };
        systems += 1;
        let column = b.clone().insert_axis(ndarray::Axis(1));
        if let Ok(x) = gauss_jordan(&a, &column) {
            assert_promised(&a, &b, &x.column(0).to_owned(), &exact);
        }
        let Ok(lu) = Lu::new(&a) else { continue };
        let Ok(x) = lu.solve(&b) else { continue };
        assert_promised(&a, &b, &x, &exact);
        let (_, bound) = lu.error_bound(&b, &x).expect("finite entries");
        assert!(bound.is_finite());
        let found = x.iter().zip(errors_of_found(&x, &exact));
        for (x_i, error) in found.filter(|(x_i, _)| **x_i != 0.0) {
            assert!(
                error <= 2.0 * bound,
                "{seed}: {error:e} {bound:e} of {x_i:e}\n{a}"
            );
        }
        solved += 1;
    }
    assert!(
        systems > 500 && solved > systems * 9 / 10,
        "{solved} of {systems}"
    );
}

/// The promises for equations and for entries, by fractions.
#[track_caller]
fn assert_promised(a: &Matrix, b: &Vector, x: &Vector, exact: &[Fraction]) {
    let change = change_by_entries(a, b, x);
    let most = 1.6 * (b.len() + 1) as f64 * f64::EPSILON;
    assert!(change <= most, "{change:e}\n{a}\n{b}\n{x}");
    let weight = weight_of_errors(a, b, x, exact);
    assert!(weight <= 1.0, "{weight:e}\n{a}\n{b}\n{x}");
}

// In the first, rounding of the last two 5 decides whether the first unknowns are
// 0 and −5 or 2.5 and 0; in the second, what 10⁻²⁰ adds to 1 decides whether they
// are 2 and 0 or 1 and 1. Where 0 stands instead of the −5 and the 2, all of them
// are 0 up to rounding, and there is nothing to be wrong about.
#[test]
fn a_solution_is_refused_if_rounding_can_turn_it_into_another() {
    let tiny = rescaled::power_of_two;
    let cases = [
        (
            array![
                [-2.0, 1.0, 0.0],
                [tiny(-60), 0.0, -tiny(-120)],
                [tiny(-120), tiny(-155), -tiny(-120)]
            ],
            array![-5.0, -5.0, -5.0],
        ),
        (
            array![[1.0, 1.0, 0.0], [0.0, 1e-20, 1.0], [0.0, 0.0, 1.0]],
            array![2.0, 1.0, 1.0],
        ),
    ];
    for (a, b) in cases {
        for (a, b) in [(a.clone(), b.clone()), (-&a, -&b)] {
            match solve(&a, &b) {
                Err(SolveError::Uncertain { entry, bound }) => {
                    assert!(entry < 2 && bound > 1.0, "{entry} {bound}");
                }
                other => panic!("{other:?}"),
            }
        }
        let b = array![0.0, b[1], b[2]];
        assert!(solve(&a, &b).is_ok(), "{a}");
    }
}

// Up to 10⁻⁴, x is (−y, y, 1) for y = 10²⁰·2⁻⁵², and with f = 4·2⁻⁵²(2y, 2, 2)
// twice |A⁻¹|f is 2·16·2⁻⁵²·10²⁰ in both of the first, 32 times y. It weighs more
// than the terms of the first equation.
#[test]
fn the_entry_that_is_the_least_certain_is_named_with_twice_its_bound() {
    let a = array![[1.0, 1.0, 0.0], [0.0, 1e-20, 1.0], [0.0, 0.0, 1.0]];
    match solve(&a, &array![2.0, 1.0 + f64::EPSILON, 1.0]) {
        Err(SolveError::Uncertain { entry, bound }) => {
            assert_eq!(entry, 0);
            assert_close(bound, 32.0, 0.01);
        }
        other => panic!("{other:?}"),
    }
}

// The columns differ by k·2⁻⁵². For k > 12 an inverse is certain, but only for
// three times that it is known within a factor of two.
#[test]
fn a_solution_is_refused_unless_the_inverse_is_known_within_a_factor_of_two() {
    let nearly = |k: f64| array![[1.0, 1.0], [1.0, 1.0 + k * f64::EPSILON]];
    let b = array![1.0, 2.0];
    for k in [16.0, 32.0] {
        assert!(inverse(&nearly(k)).is_ok());
        match solve(&nearly(k), &b) {
            Err(SolveError::Uncertain { entry, bound }) => {
                assert!(entry < 2 && bound.is_infinite(), "{bound}");
            }
            other => panic!("{k}: {other:?}"),
        }
    }
    for k in [48.0, 64.0, 1024.0] {
        let x = solve(&nearly(k), &b).expect("an inverse that is known");
        let exact = solution(&nearly(k), &b).expect("an invertible matrix");
        assert_promised(&nearly(k), &b, &x, &exact);
    }
}
