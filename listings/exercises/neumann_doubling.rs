//! Sum 2ᵏ powers of a matrix with about 2k products.
//!
//! (I + A)(I + A²) has the four terms I + A + A² + A³. What comes next?

use mlmath::Matrix;

/// The sum of the first 2ᵏ powers of a square matrix A, from A⁰ = I on.
pub fn neumann_doubling(a: &Matrix, k: u32) -> Matrix {
    todo!("keep two matrices: the sum so far, and the next power to multiply by")
}

/// What the harness asks of the function.
pub fn check(neumann_doubling: fn(&Matrix, u32) -> Matrix) {
    use mlmath::inverse::{inverse, neumann_sum};
    use mlmath::matrices::identity;
    use ndarray::array;

    let a = array![[1.0, 2.0], [0.0, -1.0]];
    for k in 0..=4 {
        // Integers: no rounding.
        assert_eq!(
            Ok(neumann_doubling(&a, k)),
            neumann_sum(&a, (1 << k) - 1),
            "for k = {k}"
        );
    }
    // 2⁴⁰ terms, far too many for one product each; the norm is 0.95.
    let a = array![[0.5, 0.45], [0.15, 0.8]];
    let limit = inverse(&(identity(2) - &a)).expect("a norm below 1");
    let difference = neumann_doubling(&a, 40) - &limit;
    assert!(
        difference.iter().all(|d| d.abs() < 1e-10),
        "for k = 40 the inverse of I − A is missed by\n{difference}"
    );
}
