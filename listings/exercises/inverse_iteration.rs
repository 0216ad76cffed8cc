//! Find the eigenvalue of a symmetric matrix that is nearest to a number.
//!
//! A is symmetric, and A − μI is invertible. The start is the vector (1, 2, …, n).

use mlmath::prelude::*;

/// The eigenvalue and its unit vector after so many steps of power iteration for
/// the inverse of A − μI. Cost: one factorisation, and 2n² operations for each
/// step.
pub fn inverse_iteration(a: &Matrix, mu: f64, steps: usize) -> (f64, Vector) {
    todo!("factor A − μI once; in each step solve, and divide by the length")
}

/// What the harness asks of the function.
pub fn check(inverse_iteration: fn(&Matrix, f64, usize) -> (f64, Vector)) {
    let blur = array![[0.5, 0.25, 0.0], [0.25, 0.5, 0.25], [0.0, 0.25, 0.5]];
    let root = 0.5_f64.sqrt();
    for (mu, expected) in [
        (0.9, 0.5 + root / 2.0),
        (0.4, 0.5),
        (0.1, 0.5 - root / 2.0),
        (-3.0, 0.5 - root / 2.0),
    ] {
        let (value, v) = inverse_iteration(&blur, mu, 400);
        let off = (value - expected).abs();
        assert!(off < 1e-12, "μ = {mu}: {value}, not {expected}");
        let length = v.dot(&v).sqrt();
        assert!((length - 1.0).abs() < 1e-12, "μ = {mu}: length {length}");
        let residual = blur.dot(&v) - value * &v;
        let largest = residual.iter().fold(0.0_f64, |most, r| most.max(r.abs()));
        assert!(
            largest < 1e-10,
            "μ = {mu}: Av − λv has an entry {largest:e}"
        );
    }
    // A few steps are enough if μ is near.
    let (value, _) = inverse_iteration(&blur, 0.5 + 1e-6, 3);
    assert!((value - 0.5).abs() < 1e-12, "3 steps from near: {value}");
    let n = 60;
    let second = Matrix::from_shape_fn((n, n), |(i, j)| match i.abs_diff(j) {
        0 => 2.0,
        1 => -1.0,
        _ => 0.0,
    });
    let angle = std::f64::consts::PI * 30.0 / (n + 1) as f64;
    let expected = 2.0 - 2.0 * angle.cos();
    let (value, _) = inverse_iteration(&second, expected + 1e-3, 60);
    let off = (value - expected).abs();
    assert!(off < 1e-10, "60 rows: {value}, not {expected}");
}
