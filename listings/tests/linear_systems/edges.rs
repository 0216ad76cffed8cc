//! Edge cases of chapter 5 that its page does not show.

use super::*;

fn nan() -> Matrix {
    array![[1.0, 2.0], [f64::NAN, 4.0]]
}

type Solver = fn(&Matrix, &Vector) -> Result<Vector, SolveError>;

/// Everything that solves a square system.
const SOLVERS: [(&str, Solver); 6] = [
    ("solve", solve),
    ("first pivots", |a, b| {
        Lu::with_pivoting(a, Pivoting::First)?.solve(b)
    }),
    ("cholesky", |a, b| Cholesky::new(a)?.solve(b)),
    ("forward", forward_substitution),
    ("back", back_substitution),
    ("jacobi", |a, b| Ok(jacobi(a, b, 1e-12, 100)?.x)),
];

#[test]
fn every_solver_names_what_is_wrong_with_the_matrix() {
    for (name, solver) in SOLVERS {
        let b = array![1.0, 2.0];
        let error = |a: Matrix, b: &Vector| solver(&a, b).expect_err(name);
        let not_square = InverseError::NotSquare { shape: (2, 3) };
        assert_eq!(error(Matrix::ones((2, 3)), &b), not_square.into(), "{name}");
        let empty = error(Matrix::zeros((0, 0)), &Vector::zeros(0));
        assert_eq!(empty, InverseError::Empty.into(), "{name}");
        match error(nan(), &b) {
            SolveError::Matrix(InverseError::NotFinite { row, column, value }) => {
                assert_eq!((row, column), (1, 0), "{name}");
                assert!(value.is_nan(), "{name}");
            }
            other => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn every_solver_names_what_is_wrong_with_the_right_hand_side() {
    for (name, solver) in SOLVERS {
        let a = array![[4.0, 0.0], [0.0, 4.0]];
        let wrong = solver(&a, &array![1.0, 2.0, 3.0]);
        let error = SolveError::RightHandSide {
            rows: 2,
            entries: 3,
        };
        assert_eq!(wrong, Err(error), "{name}");
        let infinite = solver(&a, &array![1.0, f64::INFINITY]);
        let error = SolveError::NotFinite {
            entry: 1,
            value: f64::INFINITY,
        };
        assert_eq!(infinite, Err(error), "{name}");
        assert_eq!(
            solver(&a, &array![8.0, 12.0]),
            Ok(array![2.0, 3.0]),
            "{name}"
        );
    }
}

#[test]
fn a_singular_matrix_is_refused_with_the_column_and_the_pivot() {
    let a = array![[1.0, 2.0], [2.0, 4.0]];
    let error = InverseError::Singular { column: 1 };
    assert_eq!(solve(&a, &array![1.0, 2.0]), Err(error.into()));
    // Where rounding leaves a pivot there are factors, but no certain digit.
    let by_rounding = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    match solve(&by_rounding, &array![1.0, 2.0, 4.0]) {
        Err(SolveError::Uncertain { bound, .. }) => assert!(bound >= 1.0),
        other => panic!("{other:?}"),
    }
    let other = array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    for pivoting in [Pivoting::First, Pivoting::Largest] {
        let lu = Lu::with_pivoting(&other, pivoting).expect("pivots that are not 0");
        let refused = lu.solve(&Vector::ones(3));
        assert!(matches!(refused, Err(SolveError::Uncertain { .. })));
        // Whoever wants the factors alone gets what they say.
        assert!(lu.substitute(&Vector::ones(3)).is_ok());
    }
}

#[test]
fn units_do_not_make_a_matrix_singular() {
    let a = array![[1e-60, 2e-60], [3e60, 4e60]];
    let x = solve(&a, &array![3e-60, 7e60]).expect("an invertible matrix");
    assert_close(x, array![1.0, 1.0], 1e-14);
    let tiny = solve(&array![[1e-300]], &array![1e-300]);
    assert_eq!(tiny, Ok(array![1.0]));
}

#[test]
fn an_overflow_is_named_and_not_returned() {
    let a = array![[1.0, 0.0], [0.0, 1e-300]];
    let overflow = solve(&a, &array![1.0, 1e300]);
    assert_eq!(overflow, Err(SolveError::Overflow { entry: 1 }));
    let huge = array![[1e308, -1e308], [1e308, 1e308]];
    assert!(solve(&huge, &array![1.0, 1.0]).is_err());
    // A factor too large for f64 is refused before it is used.
    assert_eq!(Lu::new(&huge), Err(InverseError::Overflow.into()));
}

#[test]
fn a_matrix_that_is_not_symmetric_is_refused_by_cholesky() {
    let error = Cholesky::new(&array![[2.0, 1.0], [1.0 + 1e-15, 2.0]]);
    assert_eq!(error, Err(SolveError::NotSymmetric { row: 1, column: 0 }));
}

#[test]
fn echelon_forms_are_found_of_any_shape() {
    let error = row_echelon(&Matrix::zeros((0, 3)), Pivoting::First, 0.0);
    assert_eq!(error, Err(InverseError::Empty.into()));
    assert!(row_echelon(&nan(), Pivoting::First, 0.0).is_err());
    let zero = reduced_row_echelon(&Matrix::zeros((2, 3)), 0.0).expect("finite entries");
    assert_eq!((zero.pivots.len(), zero.operations.len()), (0, 0));
    let tall = reduced_row_echelon(&array![[0.0], [5.0], [1.0]], 0.0).expect("finite entries");
    assert_eq!(tall.matrix, array![[1.0], [0.0], [0.0]]);
    let wide = reduced_row_echelon(&array![[0.0, 2.0, 4.0]], 0.0).expect("finite entries");
    assert_eq!(wide.matrix, array![[0.0, 1.0, 2.0]]);
    assert_eq!(wide.pivots, [1]);
}

#[test]
fn entries_up_to_the_tolerance_count_as_zero() {
    let a = array![[1.0, 1.0], [1.0, 1.0 + 1e-10]];
    let pivots = |tolerance| {
        let echelon = row_echelon(&a, Pivoting::Largest, tolerance).expect("finite entries");
        echelon.pivots.len()
    };
    assert_eq!((pivots(0.0), pivots(1e-9)), (2, 1));
}

#[test]
#[should_panic = "a tolerance of -1"]
fn a_negative_tolerance_is_a_bug() {
    let _ = row_echelon(&identity(2), Pivoting::First, -1.0);
}

#[test]
fn a_solution_set_names_what_is_wrong() {
    let empty = solution_set(&Matrix::zeros((0, 2)), &Vector::zeros(0), 0.0);
    assert_eq!(empty, Err(InverseError::Empty.into()));
    let error = SolveError::RightHandSide {
        rows: 2,
        entries: 1,
    };
    assert_eq!(solution_set(&identity(2), &array![1.0], 0.0), Err(error));
    assert!(solution_set(&nan(), &array![1.0, 2.0], 0.0).is_err());
}

#[test]
fn jacobi_says_why_it_gives_up() {
    let zero = jacobi(&array![[0.0, 1.0], [1.0, 0.0]], &array![1.0, 1.0], 1e-9, 9);
    assert_eq!(zero, Err(SolveError::ZeroOnDiagonal { row: 0 }));
    let growing = jacobi(&array![[1.0, 2.0], [2.0, 1.0]], &array![1.0, 1.0], 1e-9, 9);
    match growing {
        Err(SolveError::NotConverged { steps: 9, residual }) => {
            // The residual doubles with each step.
            assert_close(residual, 512.0, 1e-9);
        }
        other => panic!("{other:?}"),
    }
    let rest = jacobi(&identity(2), &Vector::zeros(2), 0.0, 0).expect("b = 0");
    assert_eq!((rest.steps, rest.residual), (0, 0.0));
}

#[test]
fn conjugate_gradients_say_why_they_give_up() {
    let indefinite = array![[1.0, 2.0], [2.0, 1.0]];
    let found = conjugate_gradient(|x| times(&indefinite, x), &array![1.0, -1.0], 1e-9, 9);
    let error = SolveError::NotPositiveDefinite {
        step: 0,
        value: -1.0,
    };
    assert_eq!(found, Err(error));
    let a = diagonal(&array![1.0, 2.0, 3.0]);
    let soon = conjugate_gradient(|x| times(&a, x), &Vector::ones(3), 1e-12, 1);
    assert!(matches!(
        soon,
        Err(SolveError::NotConverged { steps: 1, .. })
    ));
    let empty = conjugate_gradient(Vector::clone, &Vector::zeros(0), 1e-9, 9);
    assert_eq!(empty, Err(InverseError::Empty.into()));
    let infinite = conjugate_gradient(Vector::clone, &array![f64::NAN], 1e-9, 9);
    assert!(matches!(
        infinite,
        Err(SolveError::NotFinite { entry: 0, .. })
    ));
    let rest = conjugate_gradient(Vector::clone, &Vector::zeros(2), 0.0, 0).expect("b = 0");
    assert_eq!((rest.steps, rest.residual), (0, 0.0));
}

#[test]
fn the_backward_error_of_a_solution_is_zero_and_of_zero_infinite() {
    let (a, b) = (identity(2), array![1.0, 2.0]);
    assert_eq!(backward_error(&a, &b, &b), Ok(0.0));
    assert_eq!(backward_error(&a, &b, &Vector::zeros(2)), Ok(f64::INFINITY));
    let rest = Vector::zeros(2);
    assert_eq!(backward_error(&a, &rest, &rest), Ok(0.0));
}

#[test]
fn errors_say_what_is_wrong_in_words() {
    for (error, words) in [
        (
            InverseError::Empty.into(),
            "the matrix has no entries".to_owned(),
        ),
        (
            SolveError::RightHandSide {
                rows: 2,
                entries: 3,
            },
            "2 rows, but a right-hand side with 3".to_owned(),
        ),
        (
            SolveError::NotConverged {
                steps: 9,
                residual: 0.5,
            },
            "a residual of 5e-1 is left after 9 steps".to_owned(),
        ),
        (
            SolveError::NotPositiveDefinite {
                step: 1,
                value: -3.0,
            },
            "not positive definite: step 1 finds -3e0".to_owned(),
        ),
    ] {
        assert_eq!(error.to_string(), words);
    }
    let many = solution_set(&array![[1.0, 1.0]], &array![2.0], 0.0).expect("finite entries");
    assert_eq!(many.to_string(), "[2, 0] + c1 [-1, 1]");
}

#[test]
fn a_grid_of_one_point_has_one_unknown() {
    let grid = Grid {
        rows: 1,
        columns: 1,
    };
    assert_eq!(grid.matrix(), array![[4.0]]);
    assert_eq!(grid.times(&array![2.0]), array![8.0]);
    assert_eq!(grid.right_hand_side(|_, _| 5.0), array![20.0]);
}

#[test]
fn conjugate_gradients_say_at_which_step_a_matrix_is_not_positive_definite() {
    let a = diagonal(&array![1.0, -1.0]);
    let result = conjugate_gradient(|x| times(&a, x), &array![2.0, 1.0], 1e-12, 9);
    let Err(SolveError::NotPositiveDefinite { step, value }) = result else {
        panic!("{result:?}");
    };
    assert_eq!(step, 1);
    assert_close(value, -0.6, 1e-12);
}

#[test]
fn conjugate_gradients_report_the_residual_in_relation_to_the_right_hand_side() {
    let (a, b) = (array![[4.0, 1.0], [1.0, 2.0]], array![3.0, 4.0]);
    let rough = conjugate_gradient(|x| times(&a, x), &b, 0.5, 9).expect("a rough solution");
    assert_eq!(rough.steps, 1);
    let residual = norm_l2(&(&b - &times(&a, &rough.x)));
    assert!(residual > 0.1);
    assert_close(rough.residual, residual / 5.0, 1e-15);
}
