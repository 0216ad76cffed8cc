//! What leaves the range of f64, and what is not certain, is named and not
//! returned.

use super::*;
use mlmath_testing::rational::{relative_errors, solution};
use mlmath_testing::rescaled;

#[test]
fn numbers_that_are_too_large_are_named() {
    let huge = array![[1e308, 1e308], [-1e308, 1e308]];
    assert_eq!(inverse(&huge), Err(InverseError::Overflow));
    assert_eq!(row_operations(&huge), Err(InverseError::Overflow));
    assert_eq!(gauss_jordan(&huge, &huge), Err(InverseError::Overflow));
    assert_eq!(determinant(&huge), Err(InverseError::Overflow));
    assert_eq!(determinant_by_expansion(&huge), Err(InverseError::Overflow));
    assert_eq!(log_determinant(&huge), Err(InverseError::Overflow));
    // The result alone is too large.
    assert_eq!(inverse(&array![[1e-320]]), Err(InverseError::Overflow));
    let solution = gauss_jordan(&array![[1e-300]], &array![[1e300]]);
    assert_eq!(solution, Err(InverseError::Overflow));
    assert_eq!(
        determinant(&diagonal(&array![1e200, 1e200])),
        Err(InverseError::Overflow)
    );
    let sum = neumann_sum(&array![[1e200]], 2);
    assert_eq!(sum, Err(InverseError::Overflow));
    assert!(neumann_sum(&array![[f64::NAN]], 1).is_err());
    assert_eq!(
        InverseError::Overflow.to_string(),
        "a number is too large for f64"
    );
}

#[test]
fn a_right_side_that_is_no_number_is_named_with_its_place() {
    let b = array![[1.0, 2.0], [3.0, f64::INFINITY]];
    let error = InverseError::NotFinite {
        row: 1,
        column: 1,
        value: f64::INFINITY,
    };
    assert_eq!(gauss_jordan(&identity(2), &b), Err(error));
    assert_eq!(
        gauss_jordan(&identity(2), &Matrix::zeros((2, 0))),
        Err(InverseError::Empty)
    );
}

#[test]
fn a_singular_matrix_with_a_pivot_of_rounding_is_refused_with_an_entry_and_a_bound() {
    let a = array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    assert!(row_operations(&a).is_ok());
    for refused in [inverse(&a), gauss_jordan(&a, &array![[1.0], [2.0], [4.0]])] {
        match refused {
            Err(InverseError::Uncertain { row, column, bound }) => {
                assert!(row < 3 && column < 3 && bound >= 1.0, "{bound}");
            }
            other => panic!("{other:?}"),
        }
    }
    // The column of the error is that of the right-hand side.
    let b = array![[0.0, 1.0], [0.0, 2.0], [0.0, 4.0]];
    let columns = [
        gauss_jordan(&a, &b),
        gauss_jordan(&a, &b.slice(ndarray::s![.., 1..]).to_owned()),
    ];
    for column in columns {
        assert!(
            matches!(column, Err(InverseError::Uncertain { column: 0, .. })),
            "{column:?}"
        );
    }
    let error = InverseError::Uncertain {
        row: 2,
        column: 1,
        bound: 38.0,
    };
    let words = "no digit is certain in row 2 and column 1: the error may be 3.8e1 times the entry";
    assert_eq!(error.to_string(), words);
}

// The columns differ by k·2⁻⁵², so |A⁻¹||A| has entries near 2·2⁵²/k, and three
// roundings of 2⁻⁵² make a matrix F with entries 6/k: its powers vanish exactly
// if k > 12.
#[test]
fn an_inverse_is_refused_exactly_where_rounding_can_make_the_matrix_singular() {
    let nearly = |k: f64| inverse(&array![[1.0, 1.0], [1.0, 1.0 + k * f64::EPSILON]]);
    let bound = |k: f64| match nearly(k) {
        Err(InverseError::Uncertain { row, column, bound }) => {
            assert!(row < 2 && column < 2);
            bound
        }
        other => panic!("{k}: {other:?}"),
    };
    // Each error is the sum of two of these entries times the entry.
    assert_close(bound(8.0), 1.5, 1e-9);
    assert!((1.0..1.3).contains(&bound(11.0)));
    assert!(nearly(13.0).is_ok());
    let s = 1.0 / (16.0 * f64::EPSILON);
    assert_eq!(nearly(16.0), Ok(array![[s + 1.0, -s], [-s, s]]));
}

// The rows have units by which partial pivoting may lose everything. Most are
// inverted nevertheless; and no entry of an inverse is further off than rounding
// explains, |A⁻¹||A||A⁻¹|.
#[test]
fn no_inverse_is_wrong_however_far_pivots_are_led_astray() {
    let (mut inverted, mut matrices) = (0, 0);
    for seed in 0..300 {
        let n = 3 + seed as usize % 2;
        let a = rescaled::astray(n, seed);
        let columns = standard_basis(n);
        let exact: Option<Vec<_>> = columns.iter().map(|e| solution(&a, e)).collect();
        let Some(exact) = exact else { continue };
        matrices += 1;
        let Ok(x) = inverse(&a) else { continue };
        let sizes = x.mapv(f64::abs);
        let rounding = (n + 1) as f64 * f64::EPSILON;
        let f = rounding * (sizes.dot(&a.mapv(f64::abs)) + identity(n));
        let bounds = f.dot(&sizes) / &sizes;
        for (j, exact) in exact.iter().enumerate() {
            let errors = relative_errors(&x.column(j).to_owned(), exact);
            for (i, error) in errors.indexed_iter() {
                // An entry that is 0 is found up to what rounding leaves.
                // The bound is a multiple of what was found, not of what is right.
                let is_zero = *error == 0.0 || error.is_infinite();
                let within = is_zero || error / (1.0 + error) <= bounds[[i, j]];
                assert!(within, "{seed}: {error:e} in row {i}\n{a}\n{x}");
            }
        }
        inverted += 1;
    }
    assert!(
        matrices > 250 && inverted > matrices * 9 / 10,
        "{inverted} of {matrices}"
    );
}

// Entries of inverses that are 0, exactly or up to rounding, are no reason to
// refuse: all 3⁹ matrices with the entries −0.1, 0 and 0.1 are tried.
#[test]
fn no_invertible_matrix_of_tenths_is_refused() {
    for code in 0..3_i32.pow(9) {
        let digit = |place: usize| f64::from(code / 3_i32.pow(place as u32) % 3 - 1) * 0.1;
        let a = Matrix::from_shape_fn((3, 3), |(i, j)| digit(3 * i + j));
        let integer = a.mapv(|a_ij| (a_ij * 10.0).round());
        let invertible = expanded(&integer) != 0.0;
        assert_eq!(inverse(&a).is_ok(), invertible, "{a}");
        let column = array![[0.1], [0.0], [-0.1]];
        assert_eq!(gauss_jordan(&a, &column).is_ok(), invertible, "{a}");
    }
}

#[test]
fn determinants_leave_the_range_only_if_they_have_to() {
    for d in [
        array![1e-200, 1e200, 3.0, 1e200, 1e-200],
        array![-1e-200, 1e200, -3.0, -1e200, -1e-200],
        array![-1e-200, -1e-200, -3.0, -1e200, 1e200],
    ] {
        let det = determinant(&diagonal(&d)).expect("square");
        assert_close(det, 3.0, 1e-13);
    }
    assert_eq!(determinant(&diagonal(&array![1e-200, 1e-200])), Ok(0.0));
}

#[test]
fn an_update_that_leaves_the_range_is_refused() {
    for (a_inverse, u, v) in [
        (1e300, 1e200, 1e200),
        (1e300, 1e10, 1e10),
        (1e300, 1e10, -1e10),
        // The denominator is in range, 0.5, and the inverse is not.
        (1e308, 0.5e-308, -1.0),
        (f64::INFINITY, 1.0, 1.0),
    ] {
        let refused = sherman_morrison(&array![[a_inverse]], &array![u], &array![v]);
        assert_eq!(refused, Err(UpdateError::Overflow));
    }
    // A denominator of 1, of terms that are out of range.
    let refused = sherman_morrison(&identity(2), &array![1e300, 1e300], &array![1e10, -1e10]);
    assert!(refused.is_err(), "{refused:?}");
}

// 1 + vᵀA⁻¹u: A⁻¹u is 0 up to rounding, of terms of size 1 each.
#[test]
fn what_an_update_divides_by_is_compared_with_all_that_it_is_made_of() {
    let a_inverse = array![[1e20, -1e20], [0.0, 1.0]];
    let (u, v) = (array![1.0, 1.0 + f64::EPSILON], array![1.0, 0.0]);
    for sign in [1.0, -1.0] {
        for turned in [sign, -sign] {
            let refused = sherman_morrison(&a_inverse, &(sign * &u), &(turned * &v));
            assert!(refused.is_err(), "{refused:?}");
        }
    }
    // Seven roundings of 2⁻⁵² of terms that sum to nearly 2.
    let unit = f64::EPSILON / 2.0;
    let update = |left: f64| {
        let v = array![left * unit - 1.0, 0.0, 0.0];
        sherman_morrison(&identity(3), &array![1.0, 0.0, 0.0], &v)
    };
    assert!(update(27.0).is_err());
    assert!(update(29.0).is_ok());
}

// ad and bc leave the range where the stretches do not.
#[test]
fn stretches_leave_the_range_only_if_they_have_to() {
    for size in [1e170, 1e-170, 1e-160, 1e-300, 1e300, f64::MAX / 2.0] {
        assert_eq!(stretched(&diagonal(&array![size, size])), [size, size]);
    }
    assert_eq!(
        stretched(&diagonal(&array![f64::MAX, -f64::MAX])),
        [f64::MAX, f64::MAX]
    );
    let grid = array![[2.0, -1.0], [1.0, 1.0]];
    let stretches = stretched(&grid);
    for exponent in (-1018..=1020).chain([-1022, 1022]) {
        let unit = 2.0_f64.powi(exponent);
        let there = stretched(&scale(unit, &grid));
        // Below the smallest normal number digits are lost.
        if exponent > -1022 {
            assert_eq!(there, stretches.map(|stretch| unit * stretch));
        }
        assert_close(there[1] / unit, stretches[1], 1e-14);
    }
    // Entries of all sizes: the smallest stretch is |ad − bc| over the largest.
    for (a, smallest) in [
        (array![[1.0, 1e200], [0.0, 1.0]], 1e-200),
        (array![[1.0, 0.0], [1e200, 1.0]], 1e-200),
        (
            array![[1e300, 1e-10], [1e300, 2e-10]],
            0.5_f64.sqrt() * 1e-10,
        ),
        (
            array![[1e300, 1e300], [1e-10, 2e-10]],
            0.5_f64.sqrt() * 1e-10,
        ),
        (
            array![[1e308, 1e-200], [1e308, 2e-200]],
            0.5_f64.sqrt() * 1e-200,
        ),
    ] {
        assert_close(stretched(&a)[1] / smallest, 1.0, 1e-14);
    }
    let [largest, smallest] = stretched(&array![[f64::INFINITY, 0.0], [0.0, 1.0]]);
    assert!(largest == f64::INFINITY && smallest.is_nan());
}
