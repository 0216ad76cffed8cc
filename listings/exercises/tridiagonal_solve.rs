//! Solve a tridiagonal system in a number of steps that grows with n alone.
//!
//! Row i of the matrix holds below[i − 1], diagonal[i] and above[i], and zeros
//! elsewhere, so n numbers on the diagonal have n − 1 on either side. The
//! diagonal is strictly dominant, so no rows need to be exchanged.

/// The solution x. Cost: about 8n operations, and no matrix.
pub fn tridiagonal_solve(below: &[f64], diagonal: &[f64], above: &[f64], b: &[f64]) -> Vec<f64> {
    todo!("eliminate downwards: which entries of the next row change? then go back up")
}

type Solve = fn(&[f64], &[f64], &[f64], &[f64]) -> Vec<f64>;

/// What the harness asks of the function.
pub fn check(tridiagonal_solve: Solve) {
    for n in [1, 2, 3, 10, 100_000] {
        let below: Vec<f64> = (1..n).map(|i| -1.0 + 0.1 * (i % 7) as f64).collect();
        let above: Vec<f64> = (1..n).map(|i| 1.0 - 0.3 * (i % 5) as f64).collect();
        let sign = |i: usize| if i.is_multiple_of(3) { -1.0 } else { 1.0 };
        let diagonal: Vec<f64> = (0..n).map(|i| 2.5 * sign(i)).collect();
        let x: Vec<f64> = (0..n).map(|i| (i % 11) as f64 - 5.0).collect();
        let b: Vec<f64> = (0..n)
            .map(|i| {
                let left = if i > 0 { below[i - 1] * x[i - 1] } else { 0.0 };
                let right = if i + 1 < n { above[i] * x[i + 1] } else { 0.0 };
                left + diagonal[i] * x[i] + right
            })
            .collect();
        let found = tridiagonal_solve(&below, &diagonal, &above, &b);
        assert_eq!(found.len(), n, "a number for each unknown");
        for (i, (found, x)) in found.iter().zip(&x).enumerate() {
            let error = (found - x).abs();
            assert!(error <= 1e-12, "n = {n}: entry {i} is {found}, not {x}");
        }
    }
}
