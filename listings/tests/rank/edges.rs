//! Edge cases of chapter 7 that its page does not show.

use super::*;

/// What the four functions say of a matrix that none can work with.
fn errors(a: &Matrix, tolerance: f64) -> Vec<SolveError> {
    vec![
        rank(a, tolerance).expect_err("rank"),
        null_space(a, tolerance).expect_err("null_space"),
        rank_factorisation(a, tolerance).expect_err("rank_factorisation"),
        dependencies(a, tolerance).expect_err("dependencies"),
    ]
}

#[test]
fn every_function_names_what_is_wrong_with_the_matrix() {
    for error in errors(&Matrix::zeros((0, 3)), 0.0) {
        assert_eq!(error, InverseError::Empty.into());
    }
    let infinite = array![[1.0, 2.0], [3.0, f64::INFINITY]];
    for error in errors(&infinite, 0.0) {
        let value = f64::INFINITY;
        let (row, column) = (1, 1);
        assert_eq!(error, InverseError::NotFinite { row, column, value }.into());
    }
    for error in errors(&array![[1.0, f64::NAN]], 0.0) {
        assert!(matches!(
            error,
            SolveError::Matrix(InverseError::NotFinite { column: 1, .. })
        ));
    }
}

#[test]
fn numbers_too_large_for_f64_are_an_error() {
    let a = array![[1e-200, 1e200], [1e200, 1.0]];
    assert_eq!(
        rank(&a, 0.0),
        Ok(2),
        "the largest pivot keeps them in range"
    );
    let a = array![[1e200, 1e308], [1e-200, -1e308], [1e200, -1e308]];
    for error in errors(&a, 0.0) {
        assert_eq!(error, InverseError::Overflow.into());
    }
}

#[test]
#[should_panic(expected = "a tolerance of -1")]
fn a_negative_tolerance_is_a_bug_of_the_caller() {
    let _ = rank(&identity(2), -1.0);
}

#[test]
#[should_panic(expected = "a tolerance of NaN")]
fn so_is_one_that_is_no_number() {
    let _ = dependencies(&identity(2), f64::NAN);
}

#[test]
fn zeros_have_rank_0_and_factors_without_columns() {
    let zeros = Matrix::zeros((2, 3));
    assert_eq!(rank(&zeros, 0.0), Ok(0));
    let [c, r] = rank_factorisation(&zeros, 0.0).expect("finite entries");
    assert_eq!((c.dim(), r.dim()), ((2, 0), (0, 3)));
    let null = null_space(&zeros, 0.0).expect("finite entries");
    assert_eq!(columns(&null), identity(3));
    let found = dependencies(&zeros, 0.0).expect("finite entries");
    assert_eq!(found.len(), 3);
    assert_eq!(found[1].to_string(), "column 1 = 0");
}

#[test]
fn a_dependency_prints_as_an_equation_with_few_digits() {
    let equation = |terms: &[(usize, f64)]| {
        let terms = terms.to_vec();
        Dependency { column: 3, terms }.to_string()
    };
    assert_eq!(equation(&[(0, -1.0)]), "column 3 = -column 0");
    assert_eq!(
        equation(&[(0, 1.0), (1, -2.5), (2, 1.0 / 3.0)]),
        "column 3 = column 0 - 2.5 column 1 + 0.3333 column 2"
    );
    assert_eq!(equation(&[(1, -0.1 - 0.2)]), "column 3 = -0.3 column 1");
    assert_eq!(equation(&[(0, 1.0 + 1e-15)]), "column 3 = column 0");
}

#[test]
fn the_first_column_can_only_be_zero() {
    let a = array![[0.0, 2.0], [0.0, 4.0]];
    let found = dependencies(&a, 0.0).expect("finite entries");
    assert_eq!(
        found,
        [Dependency {
            column: 0,
            terms: vec![]
        }]
    );
}

#[test]
fn rounding_gets_no_weight_and_with_the_tolerance_0_it_does() {
    // Column 3 is 0.1 times column 1, computed; on the way column 2 gets what
    // rounding leaves.
    let a = array![
        [1.0, 3.0, 0.1 * 1.0],
        [3.0, 7.0, 0.1 * 3.0],
        [7.0, 1.0, 0.1 * 7.0]
    ];
    let found = dependencies(&a, 1e-12).expect("finite entries");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].to_string(), "column 2 = 0.1 column 0");
    assert_eq!(rank(&a, 0.0), Ok(3), "what rounding leaves is a pivot");
}

#[test]
fn a_small_weight_of_a_large_column_counts() {
    let a = array![[1.0, 1e30, 2.0], [1.0, 0.0, 1.0], [2.0, 0.0, 2.0]];
    let found = dependencies(&a, 1e-12).expect("finite entries");
    assert_eq!(found[0].terms.len(), 2, "{found:?}");
    assert_close(found[0].terms[1].1 * 1e30, 1.0, 1e-12);
}

#[test]
fn the_largest_pivots_are_sought() {
    // As it comes, the pivot 1e-20 would drown the second row.
    let a = array![[1e-20, 1.0], [1.0, 1.0], [1.0, 1.0 + 1e-3]];
    assert_eq!(rank(&a, 1e-12), Ok(2));
    let form = row_echelon(&a, Pivoting::Largest, 1e-12).expect("finite entries");
    assert_eq!(form.pivots, [0, 1]);
}

#[test]
fn terms_that_cancel_near_the_end_of_the_range_count() {
    // In row 0 the sizes of 1.5 and -1.5 times 1e308 are too large for f64 together.
    let a = array![[1e308, 1e308, 0.0], [0.0, 1.0, -1.5]];
    let found = dependencies(&a, 1e-12).expect("finite entries");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].terms, [(0, 1.5), (1, -1.5)]);
    // What is 0 counts nowhere.
    let a = array![
        [1e308, 1e308, 0.0, 0.0],
        [0.0, 1.0, 0.0, -1.5],
        [0.0, 0.0, 1.0, 0.0]
    ];
    let found = dependencies(&a, 1e-12).expect("finite entries");
    assert_eq!(found[0].terms, [(0, 1.5), (1, -1.5)]);
}

#[test]
fn a_term_counts_if_it_is_more_than_its_share_of_all_in_some_row() {
    // In row 0 both terms are half of all; in row 1 the second is all.
    let a = array![[1.0, 1.0, 2.0], [0.0, 1.0, 1.0]];
    let terms = |tolerance: f64| {
        let found = dependencies(&a, tolerance).expect("finite entries");
        found[0].terms.clone()
    };
    assert_eq!(terms(0.49), [(0, 1.0), (1, 1.0)]);
    assert_eq!(terms(0.5), [(1, 1.0)]);
}

#[test]
fn the_trap_has_147_dimensions_that_no_weights_reach() {
    let x = trap();
    assert_eq!(rank(&transpose(&x), 1e-12), Ok(3));
    let witnesses = null_space(&transpose(&x), 1e-12).expect("finite entries");
    assert_eq!(witnesses.len(), 147);
}
