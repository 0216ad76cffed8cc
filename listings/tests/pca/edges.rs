//! What there is no answer to, and what is nearly so.

use super::*;

type Route = fn(&Matrix, usize) -> Result<Pca, PcaError>;

const ROUTES: [Route; 3] = [Pca::fit, Pca::fit_covariance, Pca::fit_samples];

#[test]
fn without_rows_or_columns_there_are_no_components() {
    for route in ROUTES {
        for shape in [(0, 3), (3, 0), (0, 0)] {
            let refused = route(&Matrix::zeros(shape), 1);
            assert_eq!(refused, Err(PcaError::Data(InverseError::Empty)));
        }
    }
}

#[test]
fn one_row_has_no_variance() {
    let row = array![[1.0, 2.0, 3.0]];
    for route in ROUTES {
        assert_eq!(route(&row, 1), Err(PcaError::OneRow));
    }
    assert_eq!(covariance(&row), Err(PcaError::OneRow));
    assert_eq!(standardise(&row), Err(PcaError::OneRow));
}

#[test]
fn nan_and_infinity_are_refused_with_their_place() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut x = any(5, 3, 1);
        x[[3, 1]] = value;
        for refused in ROUTES.map(|route| route(&x, 2).expect_err("not finite")) {
            let PcaError::Data(InverseError::NotFinite { row, column, .. }) = refused else {
                panic!("{refused:?}");
            };
            assert_eq!((row, column), (3, 1));
        }
        let pca = Pca::fit(&any(5, 3, 1), 2).expect("finite");
        assert!(matches!(pca.transform(&x), Err(PcaError::Data(_))));
        assert!(matches!(pca.whiten(&x), Err(PcaError::Data(_))));
        assert!(matches!(
            pca.inverse_transform(&array![[1.0, value]]),
            Err(PcaError::Data(_))
        ));
    }
}

#[test]
fn at_most_as_many_components_as_rows_or_columns() {
    for (n, d, most) in [(5, 3, 3), (3, 5, 3), (2, 1, 1)] {
        let x = any(n, d, 2);
        for asked in [0, most + 1, usize::MAX] {
            for route in ROUTES {
                assert_eq!(route(&x, asked), Err(PcaError::Components { asked, most }));
            }
        }
        assert!(Pca::fit(&x, most).is_ok());
    }
}

#[test]
fn equal_rows_have_no_spread() {
    for row in [array![0.0, 0.0], array![0.1, -1e300], array![1e-310, 0.7]] {
        for n in [2, 3, 7, 1000] {
            let x = Matrix::from_shape_fn((n, 2), |(_, j)| row[j]);
            for route in ROUTES {
                assert_eq!(route(&x, 1), Err(PcaError::NoSpread), "{row}, {n} rows");
            }
        }
    }
}

#[test]
fn a_constant_column_becomes_zero_and_cannot_be_standardised() {
    for value in [0.1, 1.0 / 3.0, 1e300, -1e-310, 0.0] {
        for n in [2, 3, 10, 999] {
            let mut x = any(n, 3, n as u64);
            x.column_mut(1).fill(value);
            let (x_c, mean) = centre(&x).expect("finite data");
            assert!(x_c.column(1).iter().all(|x_ij| *x_ij == 0.0));
            assert_eq!(mean[1], value);
            assert_eq!(standardise(&x), Err(PcaError::ConstantColumn { column: 1 }));
            let pca = Pca::fit(&x, 1).expect("two other columns");
            assert_eq!(pca.components[[1, 0]], 0.0);
            assert_eq!(fit_all(&x).rank(), 2.min(n - 1));
        }
    }
}

#[test]
fn repeated_columns_leave_a_direction_without_spread() {
    let x = iris().x;
    let twice = ndarray::concatenate![Axis(1), x, x];
    let (once, both) = (fit_all(&x), fit_all(&twice));
    assert_components("Iris, twice", &twice, &both);
    assert_eq!(both.rank(), 4);
    let expected = 2.0_f64.sqrt() * &once.singular_values;
    assert_close(
        both.singular_values.slice(s![..4]).to_owned(),
        expected,
        1e-13,
    );
    assert_eq!(
        both.whiten(&twice),
        Err(PcaError::NoVariance { component: 4 })
    );
}

#[test]
fn repeated_rows_count_like_any() {
    let x = any(6, 4, 8);
    let twice = ndarray::concatenate![Axis(0), x, x];
    let (once, both) = (fit_all(&x), fit_all(&twice));
    assert_components("rows, twice", &twice, &both);
    let expected = 2.0_f64.sqrt() * &once.singular_values;
    assert_close(both.singular_values, expected, 1e-14);
    assert_close(both.components, once.components, 1e-13);
}

#[test]
fn fewer_rows_than_columns_leave_one_direction_less_than_rows() {
    for (n, d) in [(2, 2), (2, 9), (4, 6), (10, 100)] {
        let x = any(n, d, (n * d) as u64);
        let pca = fit_all(&x);
        assert_components("wide", &x, &pca);
        assert_eq!(pca.rank(), n - 1);
        let few = Pca::fit_samples(&x, n - 1).expect("n − 1 directions");
        assert_same_components(
            &few.components,
            &pca.components.slice(s![.., ..n - 1]).to_owned(),
            &pca.singular_values,
            1e-12,
        );
        assert!(matches!(
            Pca::fit_samples(&x, n),
            Err(PcaError::NoVariance { .. })
        ));
    }
}

#[test]
fn what_has_other_columns_is_refused() {
    let pca = Pca::fit(&any(6, 4, 3), 2).expect("components");
    let wrong = |expected, found| PcaError::Columns { expected, found };
    assert_eq!(pca.transform(&any(2, 3, 1)), Err(wrong(4, 3)));
    assert_eq!(pca.whiten(&any(2, 5, 1)), Err(wrong(4, 5)));
    assert_eq!(pca.inverse_transform(&any(2, 4, 1)), Err(wrong(2, 4)));
    assert_eq!(pca.unwhiten(&any(2, 1, 1)), Err(wrong(2, 1)));
    let empty = Err(PcaError::Data(InverseError::Empty));
    assert_eq!(pca.transform(&Matrix::zeros((0, 4))), empty);
}

#[test]
fn what_leaves_the_range_of_f64_is_named() {
    let overflow = PcaError::Data(InverseError::Overflow);
    let far = array![[f64::MAX, 1.0], [-f64::MAX, 2.0], [f64::MAX, 0.0]];
    assert_eq!(centre(&far), Err(overflow.clone()));
    for x in [far, array![[1e200, 0.0], [-1e200, 0.0], [0.0, 1.0]]] {
        for route in ROUTES {
            assert_eq!(route(&x, 1), Err(overflow.clone()));
        }
        assert_eq!(covariance(&x), Err(overflow.clone()));
    }
    // Sums would overflow here, but no result does.
    let x = 2.0_f64.powi(500) * any(9, 3, 1);
    assert_components("large", &x, &fit_all(&x));
    let x = Matrix::from_shape_fn((1000, 1), |(i, _)| f64::MAX * (1.0 - 1e-9 * (i % 2) as f64));
    let (x_c, mean) = centre(&x).expect("a mean below the largest entry");
    assert!(mean[0] < f64::MAX && most(&x_c) < 1e300);
}

#[test]
fn the_smallest_numbers_have_components_too() {
    let x = array![[1e-310, 0.0], [-1e-310, 0.0], [0.0, 1e-320]];
    let pca = Pca::fit(&x, 1).expect("some spread");
    assert_close(
        pca.components.column(0).mapv(f64::abs),
        array![1.0, 0.0],
        1e-9,
    );
    let z = standardise(&x).expect("two columns that vary").z;
    assert_close(z.column(0).to_owned(), array![1.0, -1.0, 0.0], 1e-9);
}

#[test]
fn signs_do_not_depend_on_the_order_of_rows() {
    let x = wine().x;
    let backwards = x.slice(s![..;-1, ..]).to_owned();
    let (one, other) = (fit_all(&x), fit_all(&backwards));
    assert_close(one.components, other.components, 1e-10);
}

#[test]
fn errors_say_what_is_wrong() {
    let said = [
        PcaError::OneRow.to_string(),
        PcaError::Components { asked: 5, most: 4 }.to_string(),
        PcaError::NoSpread.to_string(),
        PcaError::ConstantColumn { column: 3 }.to_string(),
        PcaError::NoVariance { component: 61 }.to_string(),
        PcaError::Columns {
            expected: 4,
            found: 3,
        }
        .to_string(),
    ];
    let expected = [
        "one row has no variance",
        "5 components of 4 that there can be",
        "all rows are equal",
        "all entries of column 3 are equal",
        "the data do not spread along component 61",
        "3 columns where 4 are expected",
    ];
    assert_eq!(said, expected);
}

// The covariance matrix of standardised data holds correlations.
#[test]
fn standardised_covariances_are_correlations() {
    for_all(matrices(2..=8, 1..=5), |[x]| {
        let Ok(Standardised { z, deviation, .. }) = standardise(&x) else {
            return;
        };
        let (s, r) = (
            covariance(&x).expect("two rows"),
            covariance(&z).expect("two rows"),
        );
        for ((i, j), r_ij) in r.indexed_iter() {
            let expected = s[[i, j]] / deviation[i] / deviation[j];
            assert_close(*r_ij, expected, 1e-10);
            assert_at_most(r_ij.abs(), 1.0, 1e-12);
        }
    });
}
