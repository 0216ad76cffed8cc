//! The computed answers to the questions of chapter 4.

use super::*;

#[test]
fn which_turns_over() {
    claims!(
        expanded(&diagonal(&array![2.0, 1.0])),
        expanded(&array![[1.0, 3.0], [1.0, 1.0]]),
        expanded(&diagonal(&array![-1.0, -2.0])),
        expanded(&array![[1.0, 1.0], [2.0, 2.0]])
    );
}

#[test]
fn which_sums_converge() {
    let half = Matrix::from_elem((2, 2), 0.5);
    let rows = array![[0.5, 0.4], [0.7, 0.1]];
    let negative = scale(-2.0, &identity(2));
    let ends = array![[0.0, 5.0], [0.0, 0.0]];
    claims!(
        operator_norm_inf(&half),
        operator_norm_inf(&rows),
        operator_norm_inf(&negative),
        operator_norm_inf(&ends)
    );
    for (_, norm) in NORMS {
        assert_close(norm(&half), 1.0, 1e-15);
        assert_close(norm(&negative), 2.0, 1e-15);
        assert_close(norm(&ends), 5.0, 1e-15);
    }
    assert!(operator_norm_1(&rows) > 1.0);
    assert_eq!(times(&half, &array![1.0, 1.0]), array![1.0, 1.0]);
    let sum = neumann_sum(&ends, 1).expect("square");
    assert_eq!(sum, inverted(&(identity(2) - &ends)));
}

#[test]
fn where_elimination_stops() {
    let a = array![[1.0, 2.0, 3.0], [2.0, 4.0, 1.0], [1.0, 2.0, 5.0]];
    let Err(InverseError::Singular { column }) = inverse(&a) else {
        panic!("the second column is twice the first");
    };
    claims!(column + 1);
    assert_eq!(times(&a, &array![2.0, -1.0, 0.0]), Vector::zeros(3));
}

#[test]
fn determinant_of_a_multiple() {
    let a = array![[1.0, 0.0, 2.0], [0.0, 1.0, 7.0], [0.0, 0.0, 5.0]];
    assert_eq!(expanded(&a), 5.0);
    claims!(expanded(&scale(-2.0, &a)));
}

#[test]
fn which_keeps_lengths() {
    let area = diagonal(&array![2.0, 0.5]);
    let turn = array![[1.0, -1.0], [1.0, 1.0]];
    assert_close(stretched(&turn)[0], stretched(&turn)[1], 1e-15);
    let right = array![[0.6, 0.8], [0.8, -0.6]];
    assert!(is_orthogonal(&right, 1e-15));
    let skewed = array![[1.0, 0.6], [0.0, 0.8]];
    claims!(
        expanded(&area),
        stretched(&turn)[0],
        expanded(&right),
        gram(&skewed)[[0, 1]]
    );
    for wrong in [area, turn, skewed] {
        assert!(!is_orthogonal(&wrong, 1e-3));
    }
}

#[test]
fn which_bound() {
    let a = array![[1.0, -3.0], [2.0, 0.0]];
    claims!(operator_norm_1(&a), operator_norm_inf(&a));
    assert_eq!(norm_inf(&times(&a, &array![1.0, -1.0])), 4.0);
}
