//! Row operations, echelon forms and solution sets.

use super::*;
use proptest::prelude::*;

/// Pivots are not 0 and stand further to the right from row to row, with
/// nothing below and to the left of them; zero rows are last.
fn is_echelon(form: &Matrix, pivots: &[usize]) -> bool {
    let leading = |row: ndarray::ArrayView1<'_, f64>| row.iter().position(|&x| x != 0.0);
    let rows: Vec<_> = form.rows().into_iter().map(leading).collect();
    let expected = (0..form.nrows()).map(|row| pivots.get(row).copied());
    pivots.is_sorted_by(|a, b| a < b) && rows.into_iter().eq(expected)
}

#[test]
fn several_row_operations_keep_solutions() {
    let values = solvable().prop_flat_map(|(a, b, x)| {
        let operations = row_operations(a.nrows());
        let other = small_vector(a.ncols());
        (Just((a, b, x)), other, operations)
    });
    for_all(values, |((a, b, x), other, operations)| {
        let mut system = augmented(&a, &b).expect("a number for each row");
        let solves = |system: &Matrix, x: &Vector| {
            let n = x.len();
            let a = system.slice(ndarray::s![.., ..n]).to_owned();
            times(&a, x) == system.column(n)
        };
        let other_solves = solves(&system, &other);
        for operation in operations {
            let before = system.clone();
            operation.apply(&mut system);
            assert!(solves(&system, &x));
            assert_eq!(solves(&system, &other), other_solves);
            // The step of the proof: another operation undoes it.
            let undo = match operation {
                RowOperation::Exchange { rows } => RowOperation::Exchange { rows },
                RowOperation::Divide { row, by } => RowOperation::Divide { row, by: 1.0 / by },
                RowOperation::Subtract {
                    multiple,
                    row,
                    from,
                } => RowOperation::Subtract {
                    multiple: -multiple,
                    row,
                    from,
                },
            };
            let mut undone = system.clone();
            undo.apply(&mut undone);
            assert_eq!(undone, before);
        }
    });
}

mod theorems {
    use super::*;

    #[test]
    fn reduced_form_is_unique() {
        let values = matrix_of_any_rank().prop_flat_map(|a| {
            let operations = row_operations(a.nrows());
            (Just(a), operations)
        });
        for_all(values, |(a, operations)| {
            let mut scrambled = a.clone();
            for operation in operations {
                operation.apply(&mut scrambled);
            }
            let [one, other] =
                [&a, &scrambled].map(|a| reduced_row_echelon(a, ZERO).expect("finite entries"));
            assert_eq!(one.pivots, other.pivots);
            assert_close(&one.matrix, &other.matrix, ROUNDING);
            // It is what the definition asks for: the pivots' columns are e₁, e₂, …
            assert!(is_echelon(&one.matrix, &one.pivots));
            for (row, &column) in one.pivots.iter().enumerate() {
                let e = Vector::from_shape_fn(a.nrows(), |i| f64::from(u8::from(i == row)));
                assert_eq!(one.matrix.column(column), e);
            }
            // Another choice of pivots on the way has the same number of them.
            let first = row_echelon(&a, Pivoting::First, ZERO).expect("finite entries");
            assert!(is_echelon(&first.matrix, &first.pivots));
            assert_eq!(first.pivots, one.pivots);
        });
    }

    #[test]
    fn number_of_solutions() {
        for_all(any_system(), |(a, b)| {
            let solutions = solution_set(&a, &b, ZERO).expect("finite entries");
            let (m, n) = a.dim();
            let more = rank(&augmented(&a, &b).expect("a number for each row"));
            let is_consistent = more == rank(&a);
            match solutions {
                Solutions::None => {
                    assert!(!is_consistent);
                    assert_eq!(more, rank(&a) + 1);
                    // None of the small vectors is a solution after all.
                    for number in 0..7_usize.pow(n as u32) {
                        let entry = |j| (number / 7_usize.pow(j as u32) % 7) as f64 - 3.0;
                        assert_ne!(times(&a, &Vector::from_shape_fn(n, entry)), b);
                    }
                }
                Solutions::One(x) => {
                    assert!(is_consistent && rank(&a) == n && m >= n);
                    assert_close(times(&a, &x), b, ROUNDING);
                }
                Solutions::Many { particular, .. } => {
                    assert!(is_consistent && rank(&a) < n);
                    assert_close(times(&a, &particular), b, ROUNDING);
                }
            }
        });
        for_all(solvable(), |(a, b, _)| {
            assert_ne!(solution_set(&a, &b, ZERO), Ok(Solutions::None));
        });
    }

    #[test]
    fn all_solutions() {
        for_all(
            (solvable(), -10..=10_i32, -10..=10_i32),
            |((a, b, x), c, d)| {
                let (particular, directions) =
                    match solution_set(&a, &b, ZERO).expect("finite entries") {
                        Solutions::None => panic!("x is a solution"),
                        Solutions::One(only) => (only, Vec::new()),
                        Solutions::Many {
                            particular,
                            directions,
                        } => (particular, directions),
                    };
                assert_eq!(directions.len(), a.ncols() - rank(&a));
                // x_p + z is a solution for every combination z of the directions …
                let weights = [c, d, 1, -1].map(f64::from);
                let mut sum = particular.clone();
                for (weight, direction) in weights.iter().zip(&directions) {
                    assert_close(times(&a, direction), Vector::zeros(a.nrows()), ROUNDING);
                    sum.scaled_add(*weight, direction);
                }
                assert_close(times(&a, &sum), &b, ROUNDING);
                // … and every solution is one of these: at the free entries there is 1
                // in one direction and 0 in the others and in x_p.
                let pivots = reduced_row_echelon(&a, ZERO)
                    .expect("finite entries")
                    .pivots;
                let free = (0..a.ncols()).filter(|column| !pivots.contains(column));
                let mut sum = particular;
                for (column, direction) in free.zip(&directions) {
                    sum.scaled_add(x[column], direction);
                }
                assert_close(sum, x, ROUNDING);
            },
        );
    }

    #[test]
    fn more_unknowns_than_equations() {
        for_all(matrix_of_any_rank(), |a| {
            let (m, n) = a.dim();
            let zero = Vector::zeros(m);
            let solutions = solution_set(&a, &zero, ZERO).expect("finite entries");
            match solutions {
                Solutions::None => panic!("0 is a solution"),
                Solutions::One(_) => assert!(m >= n),
                Solutions::Many { directions, .. } => {
                    assert_ne!(directions[0], Vector::zeros(n));
                    assert_close(times(&a, &directions[0]), zero, ROUNDING);
                }
            }
        });
    }

    #[test]
    fn square_systems() {
        let values = square_of_any_rank()
            .prop_flat_map(|a| small_vector(a.nrows()).prop_map(move |b| (a.clone(), b)));
        for_all(values, |(a, b)| {
            let n = a.nrows();
            let full = rank(&a) == n;
            let exact = mlmath::inverse::determinant_by_expansion(&a).expect("finite entries");
            assert_eq!(exact != 0.0, full);
            assert_eq!(inverse(&a).is_ok(), full);
            let zero = solution_set(&a, &Vector::zeros(n), ZERO).expect("finite entries");
            assert_eq!(zero == Solutions::One(Vector::zeros(n)), full);
            match (solution_set(&a, &b, ZERO).expect("finite entries"), full) {
                (Solutions::One(x), true) => {
                    let by_inverse = times(&inverse(&a).expect("full rank"), &b);
                    assert_close(&x, by_inverse, ROUNDING);
                    assert_close(solve(&a, &b).expect("full rank"), x, ROUNDING);
                }
                (other, full) => assert!(!full && !matches!(other, Solutions::One(_))),
            }
        });
    }
}

mod algorithms {
    use super::*;

    // The form is reached by the operations that are written down.
    #[test]
    fn gaussian_elimination() {
        for_all(matrix_of_any_rank(), |a| {
            for pivoting in [Pivoting::First, Pivoting::Largest] {
                let echelon = row_echelon(&a, pivoting, ZERO).expect("finite entries");
                let mut replayed = a.clone();
                for operation in &echelon.operations {
                    operation.apply(&mut replayed);
                }
                assert_close(replayed, &echelon.matrix, ROUNDING);
                for (row, &pivot) in echelon.pivots.iter().enumerate() {
                    assert!(echelon.matrix[[row, pivot]].abs() > ZERO);
                    let below = echelon.matrix.slice(ndarray::s![row + 1.., ..=pivot]);
                    assert!(below.iter().all(|&x| x == 0.0));
                }
                let rest = echelon
                    .matrix
                    .slice(ndarray::s![echelon.pivots.len().., ..]);
                assert!(rest.iter().all(|&x| x == 0.0));
            }
        });
    }
}
