//! Extend independent vectors to a basis of ℝⁿ by vectors of the standard basis.
//!
//! With the vectors as the columns of V, all columns of [V | I] span ℝⁿ.

use mlmath::Vector;
use mlmath::linear_systems::SolveError;

/// The vectors that are appended; up to the tolerance, the given ones, at least
/// one, are independent.
pub fn extend_to_basis(vectors: &[Vector], tolerance: f64) -> Result<Vec<Vector>, SolveError> {
    todo!("find the pivot columns of [V | I]")
}

/// What the harness asks of the function.
pub fn check(extend_to_basis: fn(&[Vector], f64) -> Result<Vec<Vector>, SolveError>) {
    use mlmath::inverse::determinant;
    use ndarray::{Axis, array, stack};

    let extend = |vectors: &[Vector]| extend_to_basis(vectors, 1e-12).expect("finite entries");
    assert_eq!(
        extend(&[array![0.0, 1.0]]),
        [array![1.0, 0.0]],
        "what (0, 1) lacks"
    );
    assert!(
        extend(&[array![1.0, 2.0], array![3.0, 4.0]]).is_empty(),
        "a basis of the plane needs no extension"
    );
    let two = [array![1.0, -2.0, 0.5, 3.0], array![2.0, -4.0, 7.0, 1.0]];
    let appended = extend(&two);
    assert_eq!(appended.len(), 2, "how many two vectors of ℝ⁴ lack");
    for vector in &appended {
        let ones = vector.iter().filter(|x| **x == 1.0).count();
        let zeros = vector.iter().filter(|x| **x == 0.0).count();
        assert_eq!((ones, zeros), (1, 3), "of the standard basis: {vector}");
    }
    let views: Vec<_> = two.iter().chain(&appended).map(Vector::view).collect();
    let all = stack(Axis(0), &views).expect("vectors of one dimension");
    let det = determinant(&all).expect("a square matrix");
    assert!(det.abs() > 1e-9, "a basis, with a determinant of {det}");
}
