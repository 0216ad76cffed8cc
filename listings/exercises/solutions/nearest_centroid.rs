//! The rows of each class are added up with `axpy` and divided by their number;
//! the nearest centroid is then a nearest row.

use mlmath::vectors::{axpy, nearest_neighbour, norm_l2};
use mlmath::{Matrix, Vector};

/// The class, from 0 to `classes` - 1, whose centroid is nearest to x.
pub fn nearest_centroid(data: &Matrix, labels: &[usize], classes: usize, x: &Vector) -> usize {
    let mut centroids = Matrix::zeros((classes, data.ncols()));
    for class in 0..classes {
        let count = labels.iter().filter(|label| **label == class).count();
        let mut centroid = Vector::zeros(data.ncols());
        for (row, label) in data.rows().into_iter().zip(labels) {
            if *label == class {
                axpy(1.0 / count as f64, &row.to_owned(), &mut centroid);
            }
        }
        centroids.row_mut(class).assign(&centroid);
    }
    let nearest = nearest_neighbour(&centroids, x, norm_l2);
    nearest.expect("a class with a finite centroid").0
}
