use crate::matrices::Mat;
use crate::vectors::power_of_two;

/// The two eigenvalues of a 2×2 matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlaneEigenvalues {
    /// Two real numbers, the larger first; they may be equal.
    Real([f64; 2]),
    /// No real number, but the pair a ± bi.
    Pair {
        /// The number a.
        real: f64,
        /// The number b, which is positive.
        imaginary: f64,
    },
}

/// The eigenvalues of a 2×2 matrix: with m half its trace, the numbers
/// m ± √(m² − det A).
///
/// What is under the root is h² + bc, h half the difference on the diagonal,
/// and `mul_add` keeps the digits that the sum would lose. Of two real
/// eigenvalues the nearer to 0 is det A divided by the other, as in
/// [`stretches`](crate::inverse::stretches). Cost: a square root and some 20
/// operations. NaN where an entry is infinite or NaN.
///
/// ```
/// use mlmath::eigen::{PlaneEigenvalues, plane_eigenvalues};
/// use mlmath::matrices::Mat;
///
/// let stretch = plane_eigenvalues(Mat([[2.0, 1.0], [1.0, 2.0]]));
/// assert_eq!(stretch, PlaneEigenvalues::Real([3.0, 1.0]));
/// let (real, imaginary) = (0.0, 1.0);
/// let turn = plane_eigenvalues(Mat([[0.0, -1.0], [1.0, 0.0]]));
/// assert_eq!(turn, PlaneEigenvalues::Pair { real, imaginary });
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 1.2.
pub fn plane_eigenvalues(a: Mat<2, 2>) -> PlaneEigenvalues {
    let Mat(rows) = a;
    let largest = rows
        .as_flattened()
        .iter()
        .fold(0.0, |m: f64, x| m.max(x.abs()));
    let unit = power_of_two(largest);
    let [[a, b], [c, d]] = rows.map(|row| row.map(|entry| entry / unit));
    let (mean, half) = ((a + d) / 2.0, (a - d) / 2.0);
    let under_root = sum_of_products([half, half], [b, c]);
    if under_root < 0.0 {
        let (real, imaginary) = (mean * unit, (-under_root).sqrt() * unit);
        return PlaneEigenvalues::Pair { real, imaginary };
    }
    let far = mean + under_root.sqrt().copysign(mean);
    let near = match far == 0.0 {
        true => 0.0,
        false => sum_of_products([a, d], [-b, c]) / far,
    };
    PlaneEigenvalues::Real([far.max(near) * unit, far.min(near) * unit])
}

/// pq + rs with the digits that the rounding of rs takes away (Kahan).
fn sum_of_products([p, q]: [f64; 2], [r, s]: [f64; 2]) -> f64 {
    let rs = r * s;
    p.mul_add(q, rs) + r.mul_add(s, -rs)
}
