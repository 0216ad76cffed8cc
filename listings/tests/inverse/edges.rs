//! Edge cases of chapter 4 that its page does not show.

use super::*;

#[test]
fn what_has_no_inverse_says_why() {
    for (a, message) in [
        (Matrix::zeros((2, 3)), "the shape 2×3 is not square"),
        (Matrix::zeros((0, 0)), "the matrix has no entries"),
        (
            array![[1.0, 2.0], [f64::INFINITY, 4.0]],
            "the entry in row 1 and column 0 is inf",
        ),
        (
            array![[1.0, 2.0], [2.0, 4.0]],
            "singular: column 1 has no pivot but 0",
        ),
    ] {
        let error = inverse(&a).expect_err("no inverse");
        assert_eq!(error.to_string(), message);
        assert_eq!(row_operations(&a), Err(error));
        assert_eq!(mlmath::inverse::gauss_jordan(&a, &a), Err(error));
    }
}

#[test]
fn what_is_not_square_or_not_a_number_has_no_determinant_either() {
    for a in [
        Matrix::zeros((2, 3)),
        array![[f64::NAN]],
        Matrix::zeros((0, 0)),
    ] {
        let error = inverse(&a).expect_err("no inverse");
        // NaN is not equal to itself, so compare what is said.
        let said = error.to_string();
        for det in [determinant(&a), determinant_by_expansion(&a)] {
            assert_eq!(det.expect_err("no determinant").to_string(), said);
        }
        let log = log_determinant(&a).expect_err("no determinant");
        assert_eq!(log.to_string(), said);
    }
    assert!(neumann_sum(&Matrix::zeros((2, 3)), 1).is_err());
    assert!(quadratic_form(&Matrix::zeros((2, 3)), &Vector::zeros(3)).is_err());
}

#[test]
#[should_panic(expected = "(2, 2) and (3, 1) make no table")]
fn a_right_side_with_other_rows_makes_no_table() {
    let _ = gauss_jordan(&identity(2), &Matrix::zeros((3, 1)));
}

#[test]
fn a_zero_pivot_in_the_corner_is_exchanged() {
    let a = array![[0.0, 1.0], [1.0, 0.0]];
    assert_eq!(inverse(&a), Ok(a.clone()));
    assert_eq!(determinant(&a), Ok(-1.0));
}

#[test]
fn of_a_singular_matrix_rounding_leaves_no_pivot_or_an_enormous_inverse() {
    for_all(square(2..=8), |a| {
        // The last row is the sum of the others, up to rounding.
        let n = a.nrows();
        let mut a = a;
        let sum = a.slice(ndarray::s![..n - 1, ..]).sum_axis(ndarray::Axis(0));
        a.row_mut(n - 1).assign(&sum);
        if let Ok(inverse) = inverse(&a) {
            let size = operator_norm_1(&a) * operator_norm_1(&inverse);
            assert!(size > 1e12, "{size:e}");
        }
    });
}

// Features in other units make no matrix singular: the scales cancel.
#[test]
fn rows_and_columns_of_any_size_are_no_reason_to_refuse() {
    let a = array![[1e-18, 0.5], [0.5, 1e18]];
    let expected = array![[4e18, -2.0], [-2.0, 4e-18]];
    let ratio = inverted(&a) * 3.0 / expected;
    assert_close(ratio, Matrix::ones((2, 2)), 1e-14);
    let row_by_row = array![[1.0, 1.0], [1e-20, 2e-20]];
    let back = inverted(&row_by_row);
    assert_close(back, array![[2.0, -1e20], [-1.0, 1e20]], 1e5);
    assert_eq!(
        inverse(&diagonal(&array![1e-200, 1e200])),
        Ok(diagonal(&array![1e200, 1e-200]))
    );
}

#[test]
fn the_hilbert_matrix_is_refused_only_when_its_pivots_are_rounding() {
    let hilbert = |n| Matrix::from_shape_fn((n, n), |(i, j)| 1.0 / (i + j + 1) as f64);
    // Integers, the largest of them 4480 in four rows.
    let back = inverted(&hilbert(4));
    assert_close(back.mapv(|x| x - x.round()), Matrix::zeros((4, 4)), 1e-8);
    assert_eq!(back[[3, 3]].round(), 2800.0);
    assert!(inverse(&hilbert(10)).is_ok());
    assert!(inverse(&hilbert(20)).is_err());
}

// Refinement by X + X(I − AX) would lose the square of the condition:
// all but six digits of sixteen.
#[test]
fn an_inverse_leads_back_from_a_product_as_near_as_elimination_does() {
    let n = 40;
    let vector = |step: f64| Vector::from_shape_fn(n, |i| (step * (i + 1) as f64).sin());
    let turn = |a: Matrix, [k, l]: [f64; 2]| {
        let [first, second] = [k, l].map(|step| reflection(&vector(step)).expect("a normal"));
        product(&second, &product(&first, &a))
    };
    let evenly = Vector::from_shape_fn(n, |i| 1e-6_f64.powf(i as f64 / (n - 1) as f64));
    let mut one_alone = Vector::ones(n);
    one_alone[n - 1] = 1e-6;
    for stretches in [evenly, one_alone] {
        let right = turn(diagonal(&stretches), [1.1, 2.3]);
        let a = turn(transpose(&right), [0.7, 1.9]);
        let x = vector(1.0);
        let b = times(&a, &x);
        let by_inverse = times(&inverted(&a), &b);
        let column = b.insert_axis(ndarray::Axis(1));
        let eliminated = gauss_jordan(&a, &column).expect("an inverse");
        assert_close(by_inverse, &x, 1e-9);
        assert_close(eliminated.column(0).to_owned(), &x, 1e-9);
    }
}

// Refined where nothing but rounding is missing, X + (I − XA)X would miss 10⁻⁸ of b.
#[test]
fn what_is_missing_of_any_right_hand_side_is_only_rounding() {
    let n = 40;
    let vector = |step: f64| Vector::from_shape_fn(n, |i| (step * (i + 1) as f64).sin());
    let turn = |a: Matrix, [k, l]: [f64; 2]| {
        let [first, second] = [k, l].map(|step| reflection(&vector(step)).expect("a normal"));
        product(&second, &product(&first, &a))
    };
    let stretches = Vector::from_shape_fn(n, |i| 1e-10_f64.powf(i as f64 / (n - 1) as f64));
    let a = turn(
        transpose(&turn(diagonal(&stretches), [1.1, 2.3])),
        [0.7, 1.9],
    );
    let b = vector(1.3);
    let x = times(&inverted(&a), &b);
    // ‖A‖ = 1, so Ax is a sum of n terms of at most ‖x‖; measured: 1e-16.
    let missing = norm_l2(&(times(&a, &x) - &b)) / norm_l2(&x);
    assert!(missing < n as f64 * f64::EPSILON, "{missing:e}");
}

#[test]
fn the_logarithm_of_a_determinant_of_0_is_minus_infinity() {
    let log = log_determinant(&Matrix::zeros((2, 2)));
    assert_eq!(log, Ok((0.0, f64::NEG_INFINITY)));
    let (sign, log) = log_determinant(&array![[0.0, 1.0], [1.0, 0.0]]).expect("square");
    assert_eq!((sign, log), (-1.0, 0.0));
}

#[test]
fn an_update_that_makes_singular_is_refused_with_its_denominator() {
    let u = array![1.0, 0.0];
    let error = sherman_morrison(&identity(2), &u, &array![-1.0, 5.0]);
    assert_eq!(error, Err(UpdateError::Singular { denominator: 0.0 }));
    // 1 + 0.1·(−10) without the last digit: nothing but rounding.
    let third = array![1.0 / 3.0, 0.0];
    let nearly = sherman_morrison(&identity(2), &third, &array![-3.0 - 4e-16, 0.0]);
    assert!(
        matches!(nearly, Err(UpdateError::Singular { .. })),
        "{nearly:?}"
    );
    let nan = sherman_morrison(&identity(2), &u, &array![f64::NAN, 0.0]);
    let message = nan.expect_err("no number").to_string();
    assert_eq!(message, "a number is NaN or too large for f64");
}

#[test]
#[should_panic(expected = "(2, 2) does not fit 3 and 2 entries")]
fn an_update_of_another_size_is_the_callers_mistake() {
    let _ = sherman_morrison(&identity(2), &Vector::zeros(3), &Vector::zeros(2));
}

#[test]
fn what_is_not_square_or_holds_nan_is_not_orthogonal() {
    // Orthonormal columns, but more rows than columns.
    assert!(!is_orthogonal(&array![[1.0], [0.0]], 1e-12));
    assert!(!is_orthogonal(&array![[f64::NAN]], 1e-12));
    assert!(reflection(&Vector::zeros(2)).is_err());
}

#[test]
fn a_norm_of_a_matrix_with_nan_is_nan() {
    let a = array![[1.0, f64::NAN], [2.0, 3.0]];
    assert!(operator_norm_1(&a).is_nan());
    assert!(operator_norm_inf(&a).is_nan());
    assert_eq!(operator_norm_1(&Matrix::zeros((0, 0))), 0.0);
}

#[test]
#[should_panic(expected = "row 1 is not subtracted from itself")]
fn no_row_is_subtracted_from_itself() {
    let operation = RowOperation::Subtract {
        multiple: 1.0,
        row: 1,
        from: 1,
    };
    operation.apply(&mut identity(2));
}

#[test]
fn only_what_changes_something_is_an_operation() {
    assert_eq!(row_operations(&identity(3)), Ok(Vec::new()));
    let by = 2.0;
    let divide = [RowOperation::Divide { row: 1, by }].to_vec();
    assert_eq!(row_operations(&diagonal(&array![1.0, by])), Ok(divide));
}

#[test]
fn an_operation_is_said_with_rows_counted_from_0() {
    let operations = row_operations(&array![[0.0, 2.0], [1.0, 3.0]]).expect("an inverse");
    let said: Vec<String> = operations.iter().map(ToString::to_string).collect();
    let expected = [
        "exchange rows 0 and 1",
        "divide row 1 by 2",
        "from row 0 subtract 3 times row 1",
    ];
    assert_eq!(said, expected);
}

// For n = 1, A = 1 and u = 1 the denominator is 1 + v, without rounding, and
// the bound (2n + 1)·2⁻⁵²·(1 + |v|) just below 12·2⁻⁵³.
#[test]
fn an_update_is_refused_up_to_what_rounding_can_leave_of_its_denominator() {
    let unit = f64::EPSILON / 2.0;
    let update = |left: f64| {
        let v = array![left * unit - 1.0];
        sherman_morrison(&array![[1.0]], &array![1.0], &v)
    };
    let denominator = 11.0 * unit;
    assert_eq!(update(11.0), Err(UpdateError::Singular { denominator }));
    let updated = update(13.0).expect("more than rounding");
    assert_close(updated[[0, 0]] * 13.0 * unit, 1.0, 1e-14);
}

// A + uvᵀ = 1 + 10⁻²⁰, but of 10²⁰ − 10²⁰ nothing is left.
#[test]
fn an_update_that_leaves_nothing_of_the_old_matrix_is_refused() {
    let one = array![1.0];
    let refused = sherman_morrison(&array![[1e20]], &one, &one);
    let denominator = 1e20;
    assert_eq!(refused, Err(UpdateError::Lost { denominator }));
    let message = refused.expect_err("lost").to_string();
    assert_eq!(
        message,
        "nothing is left of the old matrix: the update divides by 1e20"
    );
    // Two entries of the inverse are still sharp; the other is 2, computed as 0.
    let refused = sherman_morrison(
        &diagonal(&array![1e20, 1.0]),
        &array![1.0, 1.0],
        &array![1.0, 1.0],
    );
    assert!(matches!(refused, Err(UpdateError::Lost { .. })));
    // It is not the denominator alone: this one is 1, of terms of size 10²⁰.
    let refused = sherman_morrison(&identity(2), &array![1e20, 1e20], &array![1.0, -1.0]);
    assert!(refused.is_err(), "{refused:?}");
    // No update at all.
    for [u, v] in [[0.0, 1e20], [1e20, 0.0]] {
        let same = sherman_morrison(&array![[1e20]], &array![u], &array![v]);
        assert_eq!(same, Ok(array![[1e20]]));
    }
}

// For n = 1 rounding is 3·2⁻⁵², and (2⁵² − 1)/3 an integer.
#[test]
fn an_update_is_refused_from_where_rounding_can_hide_the_old_matrix() {
    let most = ((1_u64 << 52) - 1) as f64 / 3.0;
    let one = array![1.0];
    for sign in [1.0, -1.0] {
        let update = |terms: f64| {
            sherman_morrison(
                &one.clone().insert_axis(ndarray::Axis(1)),
                &one,
                &array![sign * (terms - 1.0)],
            )
        };
        assert!(update(most).is_ok());
        assert!(matches!(update(most + 1.0), Err(UpdateError::Lost { .. })));
    }
}

// With n = 2²⁷ the last digit of (n + 1)² is lost, which stands once in ad and once
// in bc; and ‖A‖ and ‖A‖_F agree to all digits.
#[test]
fn the_smallest_stretch_of_a_nearly_singular_matrix_keeps_its_digits() {
    let n = f64::from(1 << 27);
    for (a, determinant) in [
        (array![[n + 1.0, n], [n + 2.0, n + 1.0]], 1.0),
        (array![[n, n + 1.0], [n + 1.0, n + 4.0]], 2.0 * n - 1.0),
    ] {
        let product = stretched(&a)[1] * norm_frobenius(&a);
        assert_close(product / determinant, 1.0, 1e-15);
    }
    assert_eq!(stretched(&Matrix::zeros((2, 2))), [0.0, 0.0]);
}
