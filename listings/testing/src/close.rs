//! Comparisons of computed numbers up to an error that the test argues for.

use crate::{Matrix, Vector};
use std::fmt::Debug;

/// Numbers in an order, and a shape.
pub trait Numbers: Debug {
    /// How many numbers there are in each direction.
    fn shape(&self) -> Vec<usize>;
    /// The numbers in order.
    fn numbers(&self) -> Vec<f64>;
}

/// Fails unless the sides have one shape and no entries further apart than
/// the tolerance. NaN is close to nothing.
#[track_caller]
pub fn assert_close(left: impl Numbers, right: impl Numbers, tolerance: f64) {
    assert_eq!(
        left.shape(),
        right.shape(),
        "shapes differ:\n  left: {left:?}\n right: {right:?}"
    );
    for (i, (a, b)) in left.numbers().into_iter().zip(right.numbers()).enumerate() {
        // Infinities of one sign are equal, though their difference is NaN.
        let close = a == b || (a - b).abs() <= tolerance;
        assert!(
            close,
            "entry {i} differs by {:e}, more than {tolerance:e}:\n  left: {left:?}\n right: {right:?}",
            (a - b).abs()
        );
    }
}

/// Fails unless the left number is at most the right one, up to the tolerance
/// for what rounding may add. NaN is at most nothing.
#[track_caller]
pub fn assert_at_most(left: f64, right: f64, tolerance: f64) {
    assert!(
        left <= right + tolerance,
        "{left:?} is above {right:?} by {:e}, more than {tolerance:e}",
        left - right
    );
}

impl Numbers for f64 {
    fn shape(&self) -> Vec<usize> {
        Vec::new()
    }

    fn numbers(&self) -> Vec<f64> {
        vec![*self]
    }
}

impl Numbers for Vector {
    fn shape(&self) -> Vec<usize> {
        vec![self.len()]
    }

    fn numbers(&self) -> Vec<f64> {
        self.to_vec()
    }
}

impl Numbers for Matrix {
    fn shape(&self) -> Vec<usize> {
        self.shape().to_vec()
    }

    fn numbers(&self) -> Vec<f64> {
        self.iter().copied().collect()
    }
}

impl<T: Numbers> Numbers for &T {
    fn shape(&self) -> Vec<usize> {
        (**self).shape()
    }

    fn numbers(&self) -> Vec<f64> {
        (**self).numbers()
    }
}
