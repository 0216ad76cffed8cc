//! The inverses and determinants of chapter 4 against those of nalgebra.

use mlmath::data::iris;
use mlmath::inverse::{InverseError, determinant, gauss_jordan, gram, inverse};
use mlmath::prelude::*;
use nalgebra::DMatrix;

fn peer(a: &Matrix) -> DMatrix<f64> {
    DMatrix::from_fn(a.nrows(), a.ncols(), |i, j| a[[i, j]])
}

/// The largest difference of two entries, relative to the largest entry.
fn difference(ours: &Matrix, theirs: &DMatrix<f64>) -> f64 {
    assert_eq!(ours.dim(), theirs.shape());
    let apart = |((i, j), x): ((usize, usize), &f64)| (x - theirs[(i, j)]).abs();
    let most = ours.indexed_iter().map(apart).fold(0.0, f64::max);
    most / theirs.amax()
}

#[test]
fn on_the_irises_inverse_and_determinant_agree_to_11_digits() {
    let gram = gram(&iris().x);
    let ours = inverse(&gram).expect("four independent columns");
    let theirs = peer(&gram).try_inverse().expect("an inverse");
    let apart = difference(&ours, &theirs);
    assert!(apart < 1e-11, "{apart:e}");
    let ours = determinant(&gram).expect("square");
    let theirs = peer(&gram).determinant();
    assert!((ours / theirs - 1.0).abs() < 1e-11, "{ours} and {theirs}");
}

// Numbers without a pattern; their inverses have entries of at most some
// hundreds, so a relative error of 1e-11 leaves five digits for the rounding.
#[test]
fn on_matrices_without_a_pattern_inverse_solution_and_determinant_agree() {
    for n in [1, 2, 3, 4, 5, 10, 30, 60] {
        let entry = |(i, j)| ((1 + i * n + j) as f64).powi(2).sin();
        let a = Matrix::from_shape_fn((n, n), entry);
        let ours = inverse(&a).expect("an inverse");
        let theirs = peer(&a).try_inverse().expect("an inverse");
        let apart = difference(&ours, &theirs);
        assert!(apart < 1e-11, "{n}: {apart:e}");
        let b = Matrix::from_shape_fn((n, 2), |(i, j)| ((i + 3 * j) as f64).cos());
        let ours = gauss_jordan(&a, &b).expect("a solution");
        let theirs = peer(&a).lu().solve(&peer(&b)).expect("a solution");
        let apart = difference(&ours, &theirs);
        assert!(apart < 1e-11, "{n}: {apart:e}");
        let ours = determinant(&a).expect("square");
        let theirs = peer(&a).determinant();
        assert!(
            (ours / theirs - 1.0).abs() < 1e-11,
            "{n}: {ours} and {theirs}"
        );
    }
}

// What the page says of a singular matrix.
#[test]
fn of_a_singular_matrix_nalgebra_returns_an_inverse_and_the_book_an_error() {
    let a = array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]];
    let ours = inverse(&a);
    assert!(
        matches!(ours, Err(InverseError::Uncertain { .. })),
        "{ours:?}"
    );
    let theirs = peer(&a).try_inverse();
    let theirs = theirs.expect("a determinant that is not exactly 0");
    assert!(theirs.amax() > 1e15, "{theirs}");
}
