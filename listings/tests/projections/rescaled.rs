//! Least squares in other units of the columns, of the vector, and in another
//! order. Other units of single rows would be another problem.

use super::*;
use mlmath_testing::rescaled::{self, power_of_two};

/// A matrix without a pattern, taller than a block, and a vector.
fn any(m: usize, n: usize) -> (Matrix, Vector) {
    let a = Matrix::from_shape_fn((m, n), |(i, j)| ((i * n + j + 1) as f64).powi(2).sin());
    (a, Vector::from_shape_fn(m, |i| (i as f64 * 0.3).cos()))
}

/// By which powers of two columns are multiplied in a way.
fn exponents(n: usize, way: i32) -> Vec<i32> {
    (0..n as i32)
        .map(|j| (way * (37 * j + 11) * (j + 2)) % 401 - 200)
        .collect()
}

fn in_units(a: &Matrix, exponents: &[i32]) -> Matrix {
    Matrix::from_shape_fn(a.dim(), |(i, j)| a[[i, j]] * power_of_two(exponents[j]))
}

#[test]
fn units_of_columns_change_no_digit() {
    for (m, n) in [(4, 3), (260, 5), (600, 2)] {
        let (a, b) = any(m, n);
        let w = least_squares(&a, &b).expect("independent columns");
        let kept = Qr::new(&a).expect("shape").solve(&b).expect("independent");
        let h = leverages(&a).expect("independent columns");
        let (q, _) = gram_schmidt(&a, GramSchmidt::Classical).expect("independent");
        for way in 1..=20 {
            let exponents = exponents(n, way);
            let there = in_units(&a, &exponents);
            let back = |w: &Vector| Vector::from_shape_fn(n, |j| w[j] * power_of_two(exponents[j]));
            let found = least_squares(&there, &b).expect("independent columns");
            assert_eq!(back(&found), w);
            let found = Qr::new(&there)
                .expect("shape")
                .solve(&b)
                .expect("independent");
            assert_eq!(back(&found), kept);
            assert_eq!(leverages(&there).expect("independent columns"), h);
            let found = gram_schmidt(&there, GramSchmidt::Classical).expect("independent");
            assert_eq!(found.0, q);
        }
    }
}

#[test]
fn units_of_the_vector_change_no_digit() {
    let (a, b) = any(280, 4);
    let w = least_squares(&a, &b).expect("independent columns");
    let p = project(&a, &b).expect("independent columns");
    rescaled::factors(|factor| {
        let there = &b * factor;
        assert_eq!(least_squares(&a, &there).expect("independent") / factor, w);
        assert_eq!(project(&a, &there).expect("independent") / factor, p);
    });
}

#[test]
fn another_order_of_rows_and_columns_changes_rounding_alone() {
    let (a, b) = any(300, 4);
    let w = least_squares(&a, &b).expect("independent columns");
    let p = project(&a, &b).expect("independent columns");
    let rows: Vec<usize> = (0..300).map(|i| (i * 37 + 5) % 300).collect();
    let order = [2, 0, 3, 1];
    let there = a
        .select(ndarray::Axis(0), &rows)
        .select(ndarray::Axis(1), &order);
    let b = b.select(ndarray::Axis(0), &rows);
    let found = least_squares(&there, &b).expect("independent columns");
    assert_close(found, w.select(ndarray::Axis(0), &order), 1e-13);
    let found = project(&there, &b).expect("independent columns");
    assert_close(found, p.select(ndarray::Axis(0), &rows), 1e-13);
}

#[test]
fn dependent_columns_are_refused_in_any_units() {
    for (m, n) in [(6, 4), (500, 6)] {
        let (a, b) = any(m, n);
        for column in 1..n {
            let mut dependent = a.clone();
            let sum = (0..column).fold(Vector::zeros(m), |sum, k| {
                sum + &a.column(k) * (k as f64 - 0.3)
            });
            dependent.column_mut(column).assign(&sum);
            for way in 0..=20 {
                let there = in_units(&dependent, &exponents(n, way));
                let error = Err(ProjectionError::Dependent { column });
                assert_eq!(least_squares(&there, &b), error);
                assert_eq!(Qr::new(&there).expect("shape").solve(&b), error);
                let refused = gram_schmidt(&there, GramSchmidt::Modified);
                assert_eq!(refused.map(drop), error.map(drop));
            }
        }
    }
}

#[test]
fn a_line_and_a_hyperplane_hold_in_other_units() {
    rescaled::factors(|factor| {
        let p = project_onto_line(&array![1.0, 3.0], &(array![4.0, 2.0] * factor));
        assert_eq!(p, project_onto_line(&array![1.0, 3.0], &array![4.0, 2.0]));
        let d = distance_to_hyperplane(
            &array![5.0, 5.0],
            &(array![3.0, 4.0] * factor),
            -15.0 * factor,
        );
        assert_close(d.expect("a direction"), 4.0, 1e-14);
    });
}
