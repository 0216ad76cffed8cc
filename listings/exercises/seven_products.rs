//! A product of square matrices from seven of half the size.
//!
//! By the definition, in blocks, it would be eight.

use mlmath::Matrix;

/// The product AB for two n×n matrices, n a power of two.
pub fn seven_products(a: &Matrix, b: &Matrix) -> Matrix {
    todo!("a single number for n = 1; else cut into quarters and take seven products")
}

/// What the harness asks of the function.
pub fn check(seven_products: fn(&Matrix, &Matrix) -> Matrix) {
    for n in [1, 2, 4, 8, 32] {
        let a = Matrix::from_shape_fn((n, n), |(i, j)| ((3 * i + 5 * j) % 7) as f64 - 3.0);
        let b = Matrix::from_shape_fn((n, n), |(i, j)| ((4 * i + j * j) % 9) as f64 - 4.0);
        assert_eq!(seven_products(&a, &b), a.dot(&b), "n = {n}");
    }
}
