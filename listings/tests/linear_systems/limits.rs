//! What leaves the range of f64, and what is not certain, is named and not
//! returned.

use super::*;
use mlmath_testing::rational::{relative_errors, solution};
use mlmath_testing::rescaled;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

// The claim of the bound itself: no error is larger. Rows and columns are
// multiplied by powers of two up to 2^±120, and the errors found with fractions.
#[test]
fn the_bound_covers_every_error_and_leaves_a_digit() {
    for seed in 0..300 {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut number = || random.random_range(-1.0..1.0);
        let a = Matrix::from_shape_simple_fn((4, 4), &mut number);
        let b = Vector::from_shape_simple_fn(4, number);
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

/// A matrix of integers that leads partial pivoting astray: the first row, by far
/// the largest but for its first entry, has units that make it the pivot's.
/// If it is singular, the last row is a combination of the others.
fn astray(seed: u64, is_singular: bool) -> (Matrix, Vector) {
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
        let unit = rescaled::power_of_two(-60 * i as i32);
        a.row_mut(i).mapv_inplace(|a_ij| a_ij * unit);
        b[i] *= unit;
    }
    (a, b)
}

#[test]
fn no_singular_matrix_is_accepted_whose_units_lead_pivots_astray() {
    for seed in 0..400 {
        let (a, b) = astray(seed, true);
        let column = b.clone().insert_axis(ndarray::Axis(1));
        assert!(solve(&a, &b).is_err(), "{seed}: {a}");
        assert!(gauss_jordan(&a, &column).is_err(), "{seed}: {a}");
        let Ok(lu) = Lu::new(&a) else { continue };
        let x = lu.substitute(&b).expect("finite entries");
        let (_, bound) = lu.error_bound(&b, &x).expect("finite entries");
        assert!(bound >= 1.0, "{seed}: {bound}");
    }
}

#[test]
fn no_invertible_matrix_is_refused_because_its_units_lead_pivots_astray() {
    for seed in 0..200 {
        let (a, b) = astray(seed, false);
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
    }
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
    match solve(&hilbert(14), &Vector::ones(14)) {
        Err(SolveError::Uncertain { entry, bound }) => assert!(entry < 14 && bound > 1.0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_entry_that_is_0_is_no_reason_to_refuse() {
    let a = array![[1.0, 1.0], [1.0, -1.0]];
    assert_eq!(solve(&a, &array![1.0, 1.0]), Ok(array![1.0, 0.0]));
    assert_eq!(solve(&a, &Vector::zeros(2)), Ok(Vector::zeros(2)));
    // Of a singular matrix with a pivot of rounding, 0 is no certain solution.
    let singular = array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    let zero = solve(&singular, &Vector::zeros(3));
    assert!(
        matches!(zero, Err(SolveError::Uncertain { .. })),
        "{zero:?}"
    );
    // Nearly 0: by rounding alone, in a badly conditioned system.
    let near = array![[0.1, 0.3], [0.1, 0.3 + 1e-9]];
    let x = solve(&near, &array![0.7, 0.7]).expect("an invertible matrix");
    assert_close(x, array![7.0, 0.0], 1e-5);
}

#[test]
fn numbers_that_are_too_large_are_named() {
    let huge = array![[1e308, 1e308], [-1e308, 1e308]];
    let overflow: SolveError = InverseError::Overflow.into();
    assert_eq!(reduced_row_echelon(&huge, 0.0), Err(overflow.clone()));
    assert_eq!(
        row_echelon(&huge, Pivoting::First, 0.0),
        Err(overflow.clone())
    );
    let set = solution_set(&huge, &array![1.0, 1.0], 1e-12);
    assert_eq!(set, Err(overflow.clone()));
    assert_eq!(solve(&huge, &array![1.0, 1.0]), Err(overflow.clone()));
    assert_eq!(overflow.to_string(), "a number is too large for f64");
    // The solution would be 10⁶⁰⁰.
    let tiny = array![[1e-300]];
    let set = solution_set(&tiny, &array![1e300], 1e-12);
    assert_eq!(set, Err(overflow));
    let overflow = SolveError::Overflow { entry: 0 };
    assert_eq!(solve(&tiny, &array![1e300]), Err(overflow.clone()));
    let found = conjugate_gradient(|x| x * 1e-300, &array![1e300], 1e-9, 9);
    assert_eq!(found, Err(overflow));
    let found = conjugate_gradient(|x| x * 1.5e308, &array![1.5, 1.5], 1e-9, 9);
    assert_eq!(found, Err(InverseError::Overflow.into()));
    // The factors of this one are in range, but not what they make of b.
    let found = Cholesky::new(&tiny).and_then(|cholesky| cholesky.solve(&array![1e300]));
    assert_eq!(found, Err(SolveError::Overflow { entry: 0 }));
}

// The entries are 2·10³⁰⁷ and −10³⁰⁸; the sum on the way to the first is not in
// range, and that is what the error says.
#[test]
fn an_overflow_names_the_entry_on_the_way_to_which_it_happens() {
    let (a, b) = (array![[10.0, 1.0], [0.0, 1.0]], array![1e308, -1e308]);
    let error = solve(&a, &b).expect_err("a sum of 2e308");
    assert_eq!(error, SolveError::Overflow { entry: 0 });
    let words = "a number on the way to entry 0 is too large for f64";
    assert_eq!(error.to_string(), words);
    let lower = array![[1.0, 0.0, 0.0], [0.0, 1e-300, 0.0], [1.0, 1.0, 1.0]];
    let forwards = forward_substitution(&lower, &array![1.0, 1e300, 1.0]);
    assert_eq!(forwards, Err(SolveError::Overflow { entry: 1 }));
    let backwards = back_substitution(&transpose(&lower), &array![1.0, 1e300, 1.0]);
    assert_eq!(backwards, Err(SolveError::Overflow { entry: 1 }));
}

#[test]
fn condition_numbers_are_at_least_1_and_infinite_where_nothing_is_certain() {
    let kappa = |a: &Matrix| condition_number(a, operator_norm_inf);
    // 49·(1/49) is less than 1 in f64.
    assert_eq!(kappa(&array![[49.0]]), Ok(1.0));
    assert_eq!(kappa(&hilbert(14)), Ok(f64::INFINITY));
    assert_eq!(kappa(&Matrix::zeros((2, 2))), Ok(f64::INFINITY));
    for (a, expected) in [
        (array![[1e308, 1e308], [-1e308, 1e308]], 2.0),
        (array![[1e-308, 0.0], [0.0, 4e-308]], 4.0),
    ] {
        assert_close(kappa(&a).expect("an inverse"), expected, 1e-14);
    }
    assert!(kappa(&array![[1.0, f64::NAN], [0.0, 1.0]]).is_err());
    assert!(kappa(&Matrix::zeros((2, 3))).is_err());
}

#[test]
fn a_backward_error_is_found_where_norms_overflow() {
    let a = array![[1.7e308, 1.7e308], [0.0, 1.0]];
    let half = backward_error(&a, &array![1.7e308, 0.0], &array![0.5, 0.0]);
    assert_eq!(half, Ok(0.5));
    let half = backward_error(&array![[1e-300]], &array![1.5e-300], &array![1.0]);
    assert_close(half.expect("a number"), 0.5, 1e-15);
    // The product leaves the range, and the right-hand side is nothing beside it.
    let one = backward_error(&array![[1e200]], &array![1.0], &array![1e200]);
    assert_close(one.expect("a number"), 1.0, 1e-15);
}

#[test]
fn iterations_take_any_size_and_any_number_of_steps() {
    for size in [1e155, 1e-170, 1e308, 1e-300] {
        let b = Vector::from_elem(1, size);
        let found = conjugate_gradient(Vector::clone, &b, 1e-12, usize::MAX);
        let found = found.expect("a positive definite matrix");
        assert_eq!((found.x, found.steps), (b, 1));
    }
    let a = array![[4.0, 1.0], [1.0, 2.0]];
    let found = jacobi(&a, &array![9.0, 4.0], 1e-12, usize::MAX).expect("a dominant diagonal");
    assert_close(found.x, array![2.0, 1.0], 1e-11);
    // Where the iterates grow without end, there is one.
    let growing = array![[1.0, 2.0], [2.0, 1.0]];
    let ended = jacobi(&growing, &array![1.0, 1.0], 1e-9, usize::MAX);
    match ended {
        Err(SolveError::NotConverged { steps, residual }) => {
            assert!((1000..1100).contains(&steps), "{steps}");
            assert!(!residual.is_finite());
        }
        other => panic!("{other:?}"),
    }
    // The exact solution is the last iterate, whatever the tolerance is.
    let three = array![3.0];
    let steps = conjugate_gradient_steps(Vector::clone, &three).expect("finite entries");
    assert_eq!(steps.count(), 2);
    let ended = conjugate_gradient(|x| x * 3.0, &array![1.0, 2.0], 0.0, 50);
    match ended {
        Ok(found) => assert!(found.residual < 1e-15, "{found:?}"),
        Err(SolveError::NotConverged { steps, .. }) => assert!(steps < 50, "{steps}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_stands_under_a_root_is_compared_with_what_it_is_made_of() {
    // 1 + d − 1: of two terms, whose sizes sum to 2 and which are rounded by at
    // most 3·2⁻⁵² of that.
    let left = |units: f64| {
        let d = units * f64::EPSILON;
        Cholesky::new(&array![[1.0, 1.0], [1.0, 1.0 + d]])
    };
    match left(6.0) {
        Err(SolveError::NotPositiveDefinite { step: 1, value }) => {
            assert_eq!(value, 6.0 * f64::EPSILON);
        }
        other => panic!("{other:?}"),
    }
    assert!(left(7.0).is_ok());
    assert!(Cholesky::new(&array![[f64::MIN_POSITIVE]]).is_ok());
    assert!(Cholesky::new(&array![[0.0]]).is_err());
    assert!(Cholesky::new(&array![[-1.0]]).is_err());
    // Not positive definite, and too large on the way.
    let large = Cholesky::new(&array![[1e-300, 1e100], [1e100, 1.0]]);
    assert!(matches!(
        large,
        Err(SolveError::NotPositiveDefinite { step: 1, .. })
    ));
}

#[test]
fn symmetry_is_asked_for_up_to_rounding() {
    // √4·√9 = 6, and two rows: up to 12·2⁻⁵².
    let with = |units: f64| {
        let d = units * f64::EPSILON;
        Cholesky::new(&array![[4.0, 1.0], [1.0 + d, 9.0]])
    };
    assert!(with(12.0).is_ok());
    assert_eq!(
        with(13.0),
        Err(SolveError::NotSymmetric { row: 1, column: 0 })
    );
    // A diagonal that is not positive is another fault.
    let negative = Cholesky::new(&array![[-4.0, 1.0], [1.0, 9.0]]);
    let value = -4.0;
    assert_eq!(
        negative,
        Err(SolveError::NotPositiveDefinite { step: 0, value })
    );
}

#[test]
fn what_counts_as_0_is_compared_with_what_it_is_made_of() {
    let rank = |a: &Matrix, tolerance: f64| {
        let echelon = row_echelon(a, Pivoting::Largest, tolerance).expect("finite entries");
        echelon.pivots.len()
    };
    // 3 + d − 3 is made of 3, of 1·3, and of 3·(1 + 1·1)/1 for the multiplier.
    let a = |d: f64| array![[1.0, 3.0], [1.0, 3.0 + d]];
    for scale in [1.0, 1e-200, 1e200] {
        assert_eq!(rank(&(scale * a(0.0013)), 1e-4), 2);
        assert_eq!(rank(&(scale * a(0.0011)), 1e-4), 1);
    }
    // What was small from the beginning is no rounding.
    assert_eq!(rank(&array![[1.0, 0.0], [0.0, 1e-300]], 0.1), 2);
    assert_eq!(rank(&array![[1.0, 3.0], [1.0, 3.0]], 0.0), 1);
}

#[test]
fn a_determinant_leaves_the_range_only_if_it_has_to() {
    let d = array![1e200, 1e-200, 1e200, 1e-200];
    let lu = Lu::new(&diagonal(&d)).expect("pivots that are not 0");
    assert_close(lu.determinant(), 1.0, 1e-12);
    let d = array![1e200, 1e200];
    let lu = Lu::new(&diagonal(&d)).expect("pivots that are not 0");
    assert_eq!(lu.determinant(), f64::INFINITY);
}

#[test]
fn a_lost_digit_is_said_in_words() {
    let error = SolveError::Uncertain {
        entry: 3,
        bound: 38.0,
    };
    let words = "no digit of entry 3 is certain: the error may be 3.8e1 times the entry";
    assert_eq!(error.to_string(), words);
}
