//! The second half of the terms is the first half times a power.

use mlmath::Matrix;
use mlmath::matrices::identity;
use mlmath::matrix_multiplication::matmul;

/// The sum of the first 2ᵏ powers of a square matrix A, from A⁰ = I on.
///
/// # Panics
///
/// If A is not square.
pub fn neumann_doubling(a: &Matrix, k: u32) -> Matrix {
    let times = |a: &Matrix, b: &Matrix| matmul(a, b).expect("a square matrix");
    let mut sum = identity(a.nrows());
    let mut power = a.clone();
    for _ in 0..k {
        sum = &sum + &times(&power, &sum);
        power = times(&power, &power);
    }
    sum
}
