//! Components in other units and another order. Only a factor of the whole input
//! leaves them what they are.

use super::*;

#[test]
fn components_are_the_same_in_another_unit() {
    for x in [any(7, 4, 1), any(3, 6, 2), iris().x] {
        let k = 2;
        for route in [Pca::fit, Pca::fit_covariance, Pca::fit_samples] {
            let old = route(&x, k).expect("components");
            units::factors(|factor| {
                // Squares are in range up to 2^±511.
                if !(-450.0..450.0).contains(&factor.log2()) {
                    return;
                }
                let new = route(&(factor * &x), k).expect("components");
                assert_eq!(new.components, old.components);
                assert_eq!(&new.mean / factor, old.mean);
                assert_eq!(
                    new.explained_variance_ratio(),
                    old.explained_variance_ratio()
                );
                assert_close(new.singular_values / factor, &old.singular_values, 1e-250);
            });
        }
    }
}

#[test]
fn far_units_have_the_right_answer_or_a_named_error() {
    let x = any(7, 4, 1);
    let old = Pca::fit(&x, 2).expect("components");
    units::factors(|factor| match Pca::fit(&(factor * &x), 2) {
        Ok(new) => {
            assert_close(&new.components, &old.components, 1e-12);
            assert!(new.explained_variance().iter().all(|v| v.is_finite()));
        }
        Err(error) => {
            assert_eq!(error, PcaError::Data(InverseError::Overflow));
            assert!(factor > 2.0_f64.powi(500));
        }
    });
}

#[test]
fn standardised_data_are_the_same_in_any_units_of_the_columns() {
    let x = any(9, 4, 5);
    let old = standardise(&x).expect("four columns that vary");
    units::systems((1, 4), |scale| {
        // One row of ones tells the factor of each column.
        let factors = scale.matrix(&Matrix::ones((1, 4)));
        let order: Vec<usize> = (0..4).map(|j| scale.column(j)).collect();
        let there = x.select(Axis(1), &order) * factors.row(0);
        let new = standardise(&there).expect("four columns that vary");
        assert_eq!(new.z, old.z.select(Axis(1), &order));
    });
}

// Columns in units 2^±400 apart: the answer is that of the largest, and every
// singular value is right up to 1e-14 of it.
#[test]
fn badly_scaled_columns_and_rows_have_their_components() {
    for (n, d) in [(6, 3), (4, 4), (3, 5)] {
        let x = any(n, d, (10 * n + d) as u64);
        units::systems((n, d), |scale| {
            let x = scale.matrix(&x);
            match Pca::fit(&x, n.min(d)) {
                Ok(pca) => assert_components("other units", &x, &pca),
                Err(error) => assert_eq!(error, PcaError::Data(InverseError::Overflow)),
            }
        });
    }
}

#[test]
fn the_order_of_columns_only_renames_them() {
    let x = any(12, 5, 6);
    let order = [3, 0, 4, 2, 1];
    let (old, new) = (fit_all(&x), fit_all(&x.select(Axis(1), &order)));
    let expected = old.components.select(Axis(0), &order);
    assert_same_components(&new.components, &expected, &old.singular_values, 1e-12);
    assert_close(new.singular_values, old.singular_values, 1e-14);
}

#[test]
fn moving_all_rows_moves_the_mean_alone() {
    // Integers stay exact in f64.
    let x = any(40, 3, 9).mapv(|x_ij| (1000.0 * x_ij).round());
    let old = fit_all(&x);
    for far in [1e3, 1e9, 1e12] {
        let new = fit_all(&(&x + far));
        assert_close(&new.components, &old.components, 1e-13);
        assert_close(&new.singular_values, &old.singular_values, 1e-11);
        assert_close(new.mean - far, &old.mean, 1e-16 * far.max(1000.0));
    }
}
