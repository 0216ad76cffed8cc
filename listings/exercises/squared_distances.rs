//! All squared distances between samples, from a single product.

use mlmath::Matrix;

/// The matrix with the entries ‖xᵢ − xⱼ‖². Shapes: n×d gives n×n.
pub fn squared_distances(x: &Matrix) -> Matrix {
    todo!("‖xᵢ − xⱼ‖² = ‖xᵢ‖² − 2 xᵢᵀxⱼ + ‖xⱼ‖², and XXᵀ holds all three")
}

/// What the harness asks of the function.
pub fn check(squared_distances: fn(&Matrix) -> Matrix) {
    let x = Matrix::from_shape_fn((12, 5), |(i, j)| ((7 * i + 3 * j * j) % 11) as f64);
    let distances = squared_distances(&x);
    assert_eq!(
        distances.dim(),
        (12, 12),
        "a row and a column for each sample"
    );
    for ((i, j), &distance) in distances.indexed_iter() {
        let difference = &x.row(i) - &x.row(j);
        let expected: f64 = difference.iter().map(|d| d * d).sum();
        assert_eq!(distance, expected, "rows {i} and {j}");
    }
}
