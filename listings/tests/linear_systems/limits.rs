//! What leaves the range of f64, and what is not certain, is named and not
//! returned.

use super::*;
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
    let cholesky = Cholesky::new(&tiny).expect("a positive definite matrix");
    let b = array![1e300];
    for found in [cholesky.substitute(&b), cholesky.solve(&b)] {
        assert_eq!(found, Err(SolveError::Overflow { entry: 0 }));
    }
    // The solution has only 1.5, but the residual is not in range.
    let a = array![[1e308, 1e308, -1e308], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let found = solve(&a, &array![1.5e308, 1.5, 1.5]);
    assert!(
        matches!(found, Err(SolveError::Overflow { .. })),
        "{found:?}"
    );
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
        (array![[1e-310, 0.0], [0.0, 4e-310]], 4.0),
        (array![[-1e308, 0.0], [0.0, -2e307]], 5.0),
    ] {
        assert_close(kappa(&a).expect("an inverse"), expected, 1e-12);
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
    let other = [array![1.0], array![1.0, f64::NAN]];
    for b in other {
        assert!(backward_error(&a, &b, &array![1.0, 1.0]).is_err());
    }
    let wide = backward_error(&Matrix::zeros((2, 3)), &array![1.0, 1.0], &Vector::ones(3));
    assert!(wide.is_err());
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
    // A product that is 0 is that of no positive definite matrix.
    let nothing = conjugate_gradient(|x| x * 0.0, &array![1.0], 1e-9, 9);
    let (step, value) = (0, 0.0);
    assert_eq!(
        nothing,
        Err(SolveError::NotPositiveDefinite { step, value })
    );
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
    let turned = Cholesky::new(&array![[4.0, 1.0 + 13.0 * f64::EPSILON], [1.0, 9.0]]);
    let (row, column) = (1, 0);
    let asymmetric = Err(SolveError::NotSymmetric { row, column });
    assert_eq!(turned, asymmetric);
    let both = Cholesky::new(&array![[-4.0, 1.0], [2.0, 9.0]]);
    assert_eq!(both, asymmetric);
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
