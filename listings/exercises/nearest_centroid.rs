//! Classify a flower by the species whose average flower is nearest to it.
//!
//! The centroid of a class is the average of its rows, a linear combination
//! with equal weights that sum to 1. Find the centroid of each class, then the
//! class whose centroid is nearest to `x` in the Euclidean norm.

use mlmath::data::iris;
use mlmath::{Matrix, Vector};

/// The class, from 0 to `classes` - 1, whose centroid is nearest to x.
///
/// Shapes: n×d data, n labels and x of dimension d. A class without a row has
/// no centroid and is never the answer.
pub fn nearest_centroid(data: &Matrix, labels: &[usize], classes: usize, x: &Vector) -> usize {
    todo!("average the rows of each class, then compare distances")
}

/// What the harness asks of the function.
pub fn check(nearest_centroid: fn(&Matrix, &[usize], usize, &Vector) -> usize) {
    let data = Matrix::from_shape_vec((4, 1), vec![0.0, 5.0, 1.0, 20.0]).expect("4 numbers");
    let labels = [0, 1, 0, 1];
    for (x, class) in [(0.0, 0), (6.0, 0), (7.0, 1), (30.0, 1)] {
        let answer = nearest_centroid(&data, &labels, 2, &Vector::from_elem(1, x));
        assert_eq!(
            answer, class,
            "the class of {x}, with centroids 0.5 and 12.5"
        );
    }
    assert_eq!(
        nearest_centroid(&data, &labels, 3, &Vector::zeros(1)),
        0,
        "the class of 0, with centroids 0.5 and 12.5 and none for class 2"
    );
    let iris = iris();
    let right = |(row, label): &(usize, &usize)| {
        nearest_centroid(&iris.x, &iris.y, 3, &iris.x.row(*row).to_owned()) == **label
    };
    let right = iris.y.iter().enumerate().filter(right).count();
    assert_eq!(
        right, 139,
        "how many of the 150 irises get their own species"
    );
}
