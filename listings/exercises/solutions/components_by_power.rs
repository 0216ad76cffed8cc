//! Each step multiplies by X_c and by its transpose, and takes the earlier
//! components out again, which rounding brings back.

use mlmath::matrices::{times_vector, transpose};
use mlmath::matrix_multiplication::dot;
use mlmath::pca::centre;
use mlmath::vectors::{norm_l2, unit};
use mlmath::{Matrix, Vector};

/// More steps than any data of the exercise needs.
const MOST_STEPS: usize = 10_000;

/// The first k components as columns, d×k, up to sign.
///
/// Cost: 4nd multiplications and additions for each step.
pub fn components_by_power(x: &Matrix, k: usize) -> Matrix {
    let (x_c, _) = centre(x).expect("finite data");
    let x_t = transpose(&x_c);
    let mut found: Vec<Vector> = Vec::new();
    for _ in 0..k {
        // A start without a pattern, so that it has a part along each component.
        let mut w = Vector::from_shape_fn(x.ncols(), |i| (1.0 + 1.7 * i as f64).sin());
        for _ in 0..MOST_STEPS {
            let scores = times_vector(&x_c, &w).expect("d entries");
            let mut next = times_vector(&x_t, &scores).expect("n entries");
            for v in &found {
                let along = dot(v, &next);
                next.scaled_add(-along, v);
            }
            let next = unit(&next).expect("a direction in which rows vary");
            let turned = norm_l2(&(&next - &w));
            w = next;
            if turned < 1e-12 {
                break;
            }
        }
        found.push(w);
    }
    Matrix::from_shape_fn((x.ncols(), k), |(i, j)| found[j][i])
}
