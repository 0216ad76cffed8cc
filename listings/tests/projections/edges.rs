//! What is refused, and where numbers end.

use super::*;
use mlmath::vectors::NoDirection;

/// Everything that takes a matrix and a vector.
type Solver = fn(&Matrix, &Vector) -> Result<Vector, ProjectionError>;
const SOLVERS: [(&str, Solver); 4] = [
    ("least_squares", least_squares),
    ("Qr::solve", |a, b| Qr::new(a)?.solve(b)),
    ("project", project),
    ("leverages", |a, _| leverages(a)),
];

/// Everything that makes factors.
fn factors(a: &Matrix) -> Vec<Result<(), ProjectionError>> {
    vec![
        Qr::new(a).and_then(|qr| qr.q()).map(drop),
        gram_schmidt(a, GramSchmidt::Classical).map(drop),
        gram_schmidt(a, GramSchmidt::Modified).map(drop),
        projection_matrix(a).map(drop),
    ]
}

#[test]
fn a_matrix_without_columns_or_with_too_few_rows_is_refused() {
    let shapes = [
        (Matrix::zeros((3, 0)), ProjectionError::Empty),
        (
            Matrix::ones((2, 3)),
            ProjectionError::TooFewRows {
                rows: 2,
                columns: 3,
            },
        ),
    ];
    for (a, error) in shapes {
        let b = Vector::ones(a.nrows());
        for (name, solver) in SOLVERS {
            assert_eq!(solver(&a, &b), Err(error.clone()), "{name}");
        }
        assert_eq!(normal_equations(&a, &b), Err(error.clone()));
        for refused in factors(&a) {
            assert_eq!(refused, Err(error.clone()));
        }
    }
}

#[test]
fn what_is_not_finite_is_refused_with_its_place() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut a = Matrix::from_shape_fn((300, 2), |(i, j)| (i + 3 * j + 1) as f64);
        a[[290, 1]] = value;
        let b = Vector::ones(300);
        let is_named = |found: &ProjectionError| {
            matches!(
                found,
                ProjectionError::NotFinite { row: 290, column: 1, value: found }
                    if found.to_bits() == value.to_bits()
            )
        };
        for (name, solver) in SOLVERS {
            let error = solver(&a, &b).expect_err("it is not finite");
            assert!(is_named(&error), "{name}: {error}");
        }
        for refused in factors(&a) {
            assert!(is_named(&refused.expect_err("it is not finite")));
        }
        assert!(normal_equations(&a, &b).is_err());

        let (x, mut y) = three_points();
        y[1] = value;
        for (name, solver) in SOLVERS.into_iter().take(3) {
            let error = solver(&x, &y).expect_err("it is not finite");
            assert!(
                matches!(error, ProjectionError::NotFiniteEntry { entry: 1, .. }),
                "{name}: {error}"
            );
        }
    }
}

#[test]
fn a_vector_of_another_dimension_is_refused() {
    let (x, _) = three_points();
    let error = ProjectionError::RightHandSide {
        rows: 3,
        entries: 2,
    };
    for (name, solver) in SOLVERS.into_iter().take(3) {
        assert_eq!(solver(&x, &Vector::ones(2)), Err(error.clone()), "{name}");
    }
    assert_eq!(normal_equations(&x, &Vector::ones(2)), Err(error.clone()));
    let line = project_onto_line(&Vector::ones(2), &Vector::ones(3));
    assert_eq!(line, Err(error.clone()));
    let point = distance_to_hyperplane(&Vector::ones(2), &Vector::ones(3), 1.0);
    assert_eq!(point, Err(error));
}

#[test]
fn columns_that_depend_on_others_are_named() {
    let zero = array![[1.0, 0.0], [2.0, 0.0], [3.0, 0.0]];
    let twice = array![
        [1.0, 3.0, 2.0],
        [1.0, 1.0, 2.0],
        [5.0, 1.0, 10.0],
        [0.1, 9.0, 0.2]
    ];
    let sum = array![
        [1.0, 0.1, 1.1],
        [0.3, 0.2, 0.5],
        [0.7, 0.1, 0.8],
        [9.0, 0.5, 9.5]
    ];
    // Far larger than what it is made of: 10¹⁰ times a small difference.
    let magnified = array![
        [1.0, 1.0 + 2.0_f64.powi(-33), 1.0],
        [1.0, 1.0, 0.0],
        [1.0, 1.0 - 2.0_f64.powi(-33), -1.0]
    ];
    for (a, column) in [(zero, 1), (twice, 2), (sum, 2), (magnified, 2)] {
        let error = ProjectionError::Dependent { column };
        let b = Vector::ones(a.nrows());
        for (name, solver) in SOLVERS {
            assert_eq!(solver(&a, &b), Err(error.clone()), "{name}\n{a}");
        }
        for refused in factors(&a) {
            assert_eq!(refused, Err(error.clone()), "{a}");
        }
    }
}

#[test]
fn nearly_dependent_columns_are_kept_as_long_as_they_say_something() {
    // What the second column says beside the first is 10⁻¹⁰ of it.
    let a = array![[1.0, 1.0], [1.0, 1.0 + 1e-10], [1.0, 1.0 - 1e-10]];
    let b = times(&a, &array![3.0, -2.0]);
    let w = least_squares(&a, &b).expect("independent columns");
    assert_close(w, array![3.0, -2.0], 1e-4);
    // Nothing of that is left in the Gram matrix.
    assert!(normal_equations(&a, &b).is_err());
}

#[test]
fn a_weight_that_may_move_the_prediction_too_far_is_refused() {
    // The first two columns differ by 10⁻⁸ of their length, and b stands far from
    // all of them: to first order its length is multiplied by 10¹⁶.
    let a = array![[1.0, 1.0], [1e-8, 0.0], [0.0, 1e-8], [0.0, 0.0]];
    let b = array![1e-8, 1.0, -1.0, 1e9];
    let refused = least_squares(&a, &b);
    let Err(ProjectionError::Uncertain { bound, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert!(bound > 1.0);
}

#[test]
fn zero_is_fitted_by_zeros() {
    let (x, _) = three_points();
    assert_eq!(least_squares(&x, &Vector::zeros(3)), Ok(Vector::zeros(2)));
    assert_eq!(project(&x, &Vector::zeros(3)), Ok(Vector::zeros(3)));
}

#[test]
fn numbers_near_the_ends_of_f64_are_no_obstacle() {
    let (x, y) = three_points();
    for factor in [1e-300, 1e-160, 1e160, 1e300, f64::MAX / 8.0] {
        let w = least_squares(&(&x * factor), &(&y * factor)).expect("independent columns");
        assert_close(w, array![0.5, 2.0 / 3.0], 1e-14);
        let h = leverages(&(&x * factor)).expect("independent columns");
        assert_close(h, array![5.0, 2.0, 5.0] / 6.0, 1e-14);
        let p = project(&(&x * factor), &y).expect("independent columns");
        assert_close(p, array![7.0, 10.0, 13.0] / 6.0, 1e-14);
        let line = project_onto_line(&(array![1.0, 3.0] * factor), &(array![4.0, 2.0] * factor));
        assert_close(line.expect("a direction") / factor, array![2.0, 1.0], 1e-14);
        let (q, _) = gram_schmidt(&(&x * factor), GramSchmidt::Modified).expect("independent");
        assert!(lost(&q) < 1e-14);
    }
}

#[test]
fn what_is_too_large_for_f64_is_an_overflow() {
    let (x, y) = three_points();
    let small = &x * 1e-300;
    let weights = least_squares(&small, &(&y * 1e300));
    assert!(
        matches!(weights, Err(ProjectionError::Overflow { .. })),
        "{weights:?}"
    );
    let weights = Qr::new(&small).expect("shape").solve(&(&y * 1e300));
    assert!(
        matches!(weights, Err(ProjectionError::Overflow { .. })),
        "{weights:?}"
    );
    // The first column has length √4 · 10³⁰⁸.
    let long = Matrix::from_elem((4, 1), 1e308);
    for refused in [
        Qr::new(&long).map(drop),
        gram_schmidt(&long, GramSchmidt::Modified).map(drop),
    ] {
        assert!(
            matches!(refused, Err(ProjectionError::Overflow { entry: 0 })),
            "{refused:?}"
        );
    }
    // The weights and the projection are in range all the same.
    let b = array![1e308, 1e308, 0.0, 0.0];
    assert_close(
        least_squares(&long, &b).expect("in range"),
        array![0.5],
        1e-15,
    );
    // The norm of this normal is not.
    let normal = array![1.5e308, 1.5e308];
    let near = distance_to_hyperplane(&array![0.0, 0.0], &normal, 1.5e308);
    assert_close(near.expect("in range"), 0.5_f64.sqrt(), 1e-15);
    let far = distance_to_hyperplane(&array![1e308, 1e308], &array![1.0, 1.0], 1e308);
    assert!(
        matches!(far, Err(ProjectionError::Overflow { .. })),
        "{far:?}"
    );
}

#[test]
fn a_line_or_a_normal_of_length_0_has_no_direction() {
    let error = ProjectionError::NoDirection(NoDirection { norm: 0.0 });
    let zero = Vector::zeros(2);
    let line = project_onto_line(&Vector::ones(2), &zero);
    assert_eq!(line, Err(error.clone()));
    let point = distance_to_hyperplane(&Vector::ones(2), &zero, 1.0);
    assert_eq!(point, Err(error.clone()));
    assert_eq!(error.to_string(), "a vector of norm 0 has no direction");
}

#[test]
fn errors_say_what_is_wrong() {
    for (error, said) in [
        (ProjectionError::Empty, "a matrix without columns"),
        (
            ProjectionError::TooFewRows {
                rows: 2,
                columns: 3,
            },
            "2 rows are too few for 3 columns",
        ),
        (
            ProjectionError::Dependent { column: 3 },
            "column 3 is a combination of those before it, up to rounding",
        ),
        (
            ProjectionError::RightHandSide {
                rows: 3,
                entries: 2,
            },
            "3 rows, but a vector with 2 entries",
        ),
    ] {
        assert_eq!(error.to_string(), said);
    }
}
