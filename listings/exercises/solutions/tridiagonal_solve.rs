//! Elimination touches the next row alone, and there the diagonal and the
//! right-hand side alone.

/// The solution x. Cost: about 8n operations, and no matrix.
///
/// # Panics
///
/// If the numbers of entries do not fit.
pub fn tridiagonal_solve(below: &[f64], diagonal: &[f64], above: &[f64], b: &[f64]) -> Vec<f64> {
    let n = diagonal.len();
    let (mut pivots, mut x) = (diagonal.to_vec(), b.to_vec());
    for i in 1..n {
        let multiple = below[i - 1] / pivots[i - 1];
        pivots[i] -= multiple * above[i - 1];
        x[i] -= multiple * x[i - 1];
    }
    for i in (0..n).rev() {
        if i + 1 < n {
            x[i] -= above[i] * x[i + 1];
        }
        x[i] /= pivots[i];
    }
    x
}
