//! What solves or decides holds in other units, in another order and, where
//! that means something, for the transpose.

use super::*;
use mlmath_testing::rational::{relative_errors, solution};
use mlmath_testing::rescaled;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

fn random(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// A system without a pattern, with entries between −1 and 1.
fn any(n: usize, seed: u64) -> (Matrix, Vector) {
    let mut random = random(seed);
    let mut number = || random.random_range(-1.0..1.0);
    let a = Matrix::from_shape_simple_fn((n, n), &mut number);
    (a, Vector::from_shape_simple_fn(n, number))
}

/// Systems at which a rule that looks at sizes alone stumbles.
fn sharp() -> Vec<(Matrix, Vector)> {
    let far = 2.0_f64.powi(600);
    vec![
        (
            array![[1.0, 1.0, 0.0], [0.0, 1e-20, 1.0], [0.0, 0.0, 1.0]],
            array![3.0, 2.0, 1.0],
        ),
        (
            array![
                [1.0, 4e-18, 0.0],
                [4e-18, 1e-34, 4e-35],
                [0.0, 4e-35, 1e-34]
            ],
            array![1.0, 2e-17, 3e-34],
        ),
        (array![[1.0, 1e20], [1.0, 1.0]], array![1e20, 2.0]),
        (array![[1e-20, 1.0], [1.0, 1.0]], array![1.0, 2.0]),
        (
            array![[1.0, 1.0, far], [1e-17, 1.0, 0.0], [0.0, 1.0, far]],
            array![6.0, 2.0, 5.0],
        ),
    ]
}

/// Everything that solves any square system.
type Solver = fn(&Matrix, &Vector) -> Result<Vector, SolveError>;
const SOLVERS: [(&str, Solver); 3] = [
    ("solve", solve),
    ("first pivots", |a, b| {
        Lu::with_pivoting(a, Pivoting::First)?.solve(b)
    }),
    ("solution_set", |a, b| match solution_set(a, b, 1e-13)? {
        Solutions::One(x) => Ok(x),
        other => panic!("{other}"),
    }),
];

#[track_caller]
fn assert_solves(name: &str, solver: Solver, a: &Matrix, b: &Vector) {
    let exact = solution(a, b).expect("an invertible matrix");
    let x = solver(a, b).unwrap_or_else(|error| panic!("{name}: {error}\n{a}"));
    let error = norm_inf(&relative_errors(&x, &exact));
    assert!(error < 1e-6, "{name}: off by {error:e}\n{a}\n{b}\n{x}");
}

#[test]
fn sharp_systems_are_solved() {
    for (name, solver) in SOLVERS {
        for (a, b) in sharp() {
            assert_solves(name, solver, &a, &b);
        }
    }
}

#[test]
fn a_sharp_symmetric_system_is_solved_by_cholesky() {
    let (a, b) = &sharp()[1];
    assert_solves("cholesky", |a, b| Cholesky::new(a)?.solve(b), a, b);
}

// The first three, whose entries are near enough to 1.
#[test]
fn sharp_systems_are_solved_in_other_units() {
    for (a, b) in &sharp()[..3] {
        rescaled::systems(a.dim(), |units| {
            let (a, b) = (units.matrix(a), units.right_hand_side(b));
            assert_solves("solve", solve, &a, &b);
        });
    }
}

#[test]
fn any_system_is_solved_in_other_units() {
    for (name, solver) in [SOLVERS[0], SOLVERS[2]] {
        for n in 1..=4 {
            let (a, b) = any(n, n as u64);
            rescaled::systems((n, n), |units| {
                let transposed = units.transposed();
                for (units, a) in [(units, &a), (&transposed, &transpose(&a))] {
                    let (a, b) = (units.matrix(a), units.right_hand_side(&b));
                    assert_solves(name, solver, &a, &b);
                }
            });
        }
    }
}

/// Singular matrices of small integers: the last row is a combination of the
/// others.
fn singular() -> Vec<Matrix> {
    let mut random = random(7);
    let mut found = Vec::new();
    while found.len() < 34 {
        let mut a = Matrix::from_shape_simple_fn((3, 3), || f64::from(random.random_range(-9..=9)));
        let [c, d] = [0; 2].map(|_| f64::from(random.random_range(-3..=3)));
        let last = &a.row(0) * c + &a.row(1) * d;
        a.row_mut(2).assign(&last);
        found.push(a);
    }
    found
}

#[test]
fn no_singular_matrix_is_accepted_in_any_units() {
    let refuses = |name: &str, refused: Result<Vector, SolveError>, a: &Matrix| {
        assert!(refused.is_err(), "{name}: {refused:?}\n{a}");
    };
    for a in singular() {
        rescaled::systems((3, 3), |units| {
            let b = units.right_hand_side(&array![1.0, 2.0, -1.0]);
            for a in [units.matrix(&a), transpose(&units.matrix(&a))] {
                refuses("solve", solve(&a, &b), &a);
                let kappa = condition_number(&a, operator_norm_inf);
                assert_eq!(kappa, Ok(f64::INFINITY), "{a}");
            }
        });
    }
}

#[test]
fn gram_matrices_with_a_repeated_column_are_not_positive_definite() {
    let twos = array![[2.0, 2.0], [2.0, 2.0]];
    assert!(Cholesky::new(&twos).is_err());
    for seed in 0..300 {
        let mut random = random(seed);
        let n = random.random_range(1..=6);
        let x = Matrix::from_shape_simple_fn((n + 4, n), || random.random_range(-1.0..1.0));
        let twice = random.random_range(0..n);
        let repeated =
            ndarray::concatenate![ndarray::Axis(1), x, x.slice(ndarray::s![.., twice..=twice])];
        let found = Cholesky::new(&gram(&repeated));
        assert!(
            matches!(found, Err(SolveError::NotPositiveDefinite { .. })),
            "{found:?}"
        );
    }
}

#[test]
fn cholesky_solves_and_refuses_in_other_units_as_in_the_old_ones() {
    let (x, b) = any(5, 3);
    let definite = gram(&x);
    let exact = solution(&definite, &b).expect("five independent columns");
    let semidefinite = gram(&x.slice(ndarray::s![..4, ..]).to_owned());
    let mut nearly = definite.clone();
    nearly[[0, 1]] = nearly[[0, 1]].next_up();
    rescaled::symmetric(5, |units| {
        for a in [&definite, &nearly] {
            let cholesky = Cholesky::new(&units.matrix(a)).expect("a positive definite matrix");
            let y = cholesky
                .solve(&units.right_hand_side(&b))
                .expect("a solution");
            let error = norm_inf(&relative_errors(&units.solution(&y), &exact));
            assert!(error < 1e-9, "{error:e}");
        }
        let refused = Cholesky::new(&units.matrix(&semidefinite));
        assert!(
            matches!(refused, Err(SolveError::NotPositiveDefinite { .. })),
            "{refused:?}"
        );
    });
}

#[test]
fn an_echelon_form_has_the_same_pivots_and_ratios_in_other_units() {
    // The second row is twice the first; the last column is free too.
    let a = array![
        [0.1, 0.2, 0.3, 0.7],
        [0.2, 0.4, 0.6, 1.4],
        [0.3, 0.7, 0.5, 0.2]
    ];
    let old = reduced_row_echelon(&a, 1e-13).expect("finite entries");
    assert_eq!(old.pivots, [0, 1]);
    rescaled::systems(a.dim(), |units| {
        let there = units.matrix(&a);
        for a in [&there, &transpose(&there)] {
            for pivoting in [Pivoting::First, Pivoting::Largest] {
                let echelon = row_echelon(a, pivoting, 1e-13).expect("finite entries");
                assert_eq!(echelon.pivots.len(), 2, "{a}");
            }
        }
        // The columns of the form say how those of A are made of the pivots'.
        let form = reduced_row_echelon(&there, 1e-13).expect("finite entries");
        for j in 0..4 {
            let mut sum = Vector::zeros(3);
            let mut sizes = Vector::zeros(3);
            for (row, &pivot) in form.pivots.iter().enumerate() {
                let part = &there.column(pivot) * form.matrix[[row, j]];
                sizes += &part.mapv(f64::abs);
                sum += &part;
            }
            for i in 0..3 {
                let missed = (sum[i] - there[[i, j]]).abs();
                assert!(
                    missed <= 1e-13 * (sizes[i] + there[[i, j]].abs()),
                    "{there}\n{}",
                    form.matrix
                );
            }
        }
    });
}

#[test]
fn a_system_has_as_many_solutions_in_other_units() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    let kinds = |a: &Matrix, b: &Vector| match solution_set(a, b, 1e-13).expect("finite entries") {
        Solutions::None => "none",
        Solutions::One(_) => "one",
        Solutions::Many { .. } => "many",
    };
    let mut regular = a.clone();
    regular[[2, 2]] = 10.0;
    rescaled::systems((3, 3), |units| {
        for (a, b, expected) in [
            (&a, array![6.0, 15.0, 24.0], "many"),
            (&a, array![6.0, 15.0, 25.0], "none"),
            (&regular, array![6.0, 15.0, 25.0], "one"),
        ] {
            let (a, b) = (units.matrix(a), units.right_hand_side(&b));
            assert_eq!(kinds(&a, &b), expected, "{a}\n{b}");
        }
    });
    let tiny = 1e-200 * identity(2);
    let ones = Solutions::One(Vector::ones(2));
    assert_eq!(solution_set(&tiny, &array![1e-200, 1e-200], 1e-9), Ok(ones));
    assert_eq!(kinds(&(1e10 * a), &array![6e10, 15e10, 24e10]), "many");
}

#[test]
fn condition_numbers_do_not_depend_on_the_unit_or_the_order() {
    let (a, _) = any(4, 11);
    let old = [operator_norm_1, operator_norm_inf].map(|norm| condition_number(&a, norm));
    rescaled::factors(|factor| {
        let there = factor * &a;
        let new = [operator_norm_1, operator_norm_inf].map(|norm| condition_number(&there, norm));
        assert_eq!(new, old);
        let transposed = condition_number(&transpose(&there), operator_norm_inf);
        let ratio = transposed.expect("an inverse") / old[0].clone().expect("an inverse");
        assert_close(ratio, 1.0, 1e-12);
    });
    // A diagonal is no reason to refuse, whatever it says.
    rescaled::systems((3, 3), |units| {
        let a = units.matrix(&array![[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 4.0]]);
        let kappa = condition_number(&a, operator_norm_inf).expect("an inverse");
        let sizes = a.iter().filter(|size| **size != 0.0);
        let (least, most) = sizes.fold((f64::INFINITY, 0.0_f64), |(l, m), &x| (l.min(x), m.max(x)));
        assert_eq!(kappa, most / least);
    });
}

#[test]
fn backward_errors_do_not_depend_on_the_units_of_the_three() {
    let (a, b) = any(4, 12);
    let x = Vector::from_shape_fn(4, |i| i as f64 - 0.7);
    let old = backward_error(&a, &b, &x);
    rescaled::factors(|factor| {
        for other in [1.0, 2.0_f64.powi(-150), 2.0_f64.powi(150)] {
            let there = backward_error(&(factor * &a), &(factor * other * &b), &(other * &x));
            assert_eq!(there, old, "{factor:e} {other:e}");
        }
    });
}

#[test]
fn determinants_are_multiplied_by_what_the_units_are() {
    let (a, _) = any(3, 13);
    let old = determinant(&a).expect("a square matrix");
    rescaled::systems((3, 3), |units| {
        let a = units.matrix(&a);
        let (sign, exponent) = units.determinant();
        let expected = sign * rescaled::power_of_two(exponent);
        let lu = Lu::new(&a).expect("an invertible matrix");
        for det in [lu.determinant(), determinant(&a).expect("a square matrix")] {
            assert_close(det / expected / old, 1.0, 1e-9);
        }
        let (its_sign, log) = log_determinant(&a).expect("a square matrix");
        assert_eq!(its_sign, sign * old.signum());
        assert_close(
            log,
            old.abs().ln() + f64::from(exponent) * 2.0_f64.ln(),
            1e-9,
        );
    });
}

// Where rows and columns have their own units, each iterate has them too, to
// the last digit; what is small enough is said in a norm, for which only a
// common unit goes.
#[test]
fn jacobis_iterates_are_the_same_in_other_units() {
    let a = array![[4.0, 1.0, 0.3], [1.0, -5.0, 2.0], [0.7, 0.2, 3.0]];
    let b = array![1.0, -2.0, 3.0];
    let old: Vec<Vector> = jacobi_steps(&a, &b)
        .expect("no 0")
        .take(60)
        .map(|it| it.x)
        .collect();
    rescaled::symmetric(3, |units| {
        let (a, b) = (units.matrix(&a), units.right_hand_side(&b));
        let steps = jacobi_steps(&a, &b).expect("no 0 on the diagonal");
        for (iterate, old) in steps.zip(&old) {
            assert_close(units.solution(&iterate.x), old, 1e-14);
        }
    });
    rescaled::factors(|factor| {
        for other in [1.0, 2.0_f64.powi(-150), 2.0_f64.powi(150)] {
            let (a, b) = (factor * &a, other * &b);
            let found = jacobi(&a, &b, 1e-12, 100).expect("a dominant diagonal");
            assert_close(found.x * (factor / other), old.last().expect("60"), 1e-11);
        }
    });
}

#[test]
fn conjugate_gradients_are_the_same_in_another_unit() {
    let (x, b) = any(6, 14);
    let a = gram(&x) + identity(6);
    let run = |a: &Matrix, b: &Vector| conjugate_gradient(|x| times(a, x), b, 1e-12, 20);
    let old = run(&a, &b).expect("a positive definite matrix");
    rescaled::factors(|factor| {
        for other in [
            1.0,
            2.0_f64.powi(-400),
            2.0_f64.powi(400),
            2.0_f64.powi(-560),
            2.0_f64.powi(520),
        ] {
            let found = run(&(factor * &a), &(other * &b)).expect("a positive definite matrix");
            assert_eq!(found.steps, old.steps);
            assert_eq!(found.residual, old.residual);
            assert_eq!(found.x / (other / factor), old.x);
        }
    });
    rescaled::symmetric(6, |units| {
        let order: Vec<usize> = (0..6).map(|i| units.column(i)).collect();
        let permuted = Matrix::from_shape_fn((6, 6), |(i, j)| a[[order[i], order[j]]]);
        let found = run(&permuted, &order.iter().map(|&i| b[i]).collect());
        let found = found.expect("a positive definite matrix").x;
        let back: Vector = (0..6)
            .map(|i| found[order.iter().position(|&j| j == i).expect("each")])
            .collect();
        assert_close(back, &old.x, 1e-11);
    });
}

#[test]
fn triangular_systems_are_solved_to_the_same_digits_in_other_units() {
    let (a, b) = any(5, 15);
    let lower = Matrix::from_shape_fn((5, 5), |(i, j)| if i >= j { a[[i, j]] } else { 0.0 });
    let forwards = forward_substitution(&lower, &b).expect("no 0 on the diagonal");
    let backwards = back_substitution(&transpose(&lower), &b).expect("no 0 on the diagonal");
    for seed in 0..40 {
        let mut random = random(seed);
        let mut scales = || {
            Vector::from_shape_simple_fn(5, || {
                rescaled::power_of_two(random.random_range(-120..=120))
            })
        };
        let (rows, columns) = (scales(), scales());
        let there =
            |a: &Matrix| Matrix::from_shape_fn((5, 5), |(i, j)| rows[i] * a[[i, j]] * columns[j]);
        let x = forward_substitution(&there(&lower), &(&rows * &b)).expect("no 0");
        assert_eq!(x * &columns, forwards);
        let x = back_substitution(&there(&transpose(&lower)), &(&rows * &b)).expect("no 0");
        assert_eq!(x * &columns, backwards);
    }
}
