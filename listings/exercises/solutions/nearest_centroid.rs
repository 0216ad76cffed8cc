//! The rows of each class are added up with `axpy` and divided by their
//! number; the nearest centroid is then a nearest row.

use mlmath::vectors::{axpy, nearest_neighbour, norm_l2};
use mlmath::{Matrix, Vector};

/// The class, from 0 to `classes` - 1, whose centroid is nearest to x.
pub fn nearest_centroid(
    data: &Matrix,    // n×d
    labels: &[usize], // n
    classes: usize,   // how many there are
    x: &Vector,       // d
) -> usize {
    let mut centroids = Matrix::zeros((classes, data.ncols()));
    for class in 0..classes {
        let mut sum = Vector::zeros(data.ncols());
        let mut count = 0.0;
        for (row, label) in data.rows().into_iter().zip(labels) {
            if *label == class {
                axpy(1.0, &row.to_owned(), &mut sum);
                count += 1.0;
            }
        }
        // Without a row this is 0/0, NaN, and never the nearest.
        centroids.row_mut(class).assign(&(sum / count));
    }
    let nearest = nearest_neighbour(&centroids, x, norm_l2);
    nearest.expect("a class with a finite centroid").0
}
