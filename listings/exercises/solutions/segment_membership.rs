//! Cramer's rule solves the two equations; what is left is to compare.

use crate::segment_membership::Place;
use mlmath::Vector;

/// The place of p = au + bv, if neither of u and v is a multiple of the other.
///
/// Shapes: u, v and p of dimension 2.
///
/// # Panics
///
/// If u or v is a multiple of the other, or if an entry is not finite.
pub fn segment_membership(u: &Vector, v: &Vector, p: &Vector) -> Place {
    let determinant = u[0] * v[1] - u[1] * v[0];
    let a = (p[0] * v[1] - p[1] * v[0]) / determinant;
    let b = (u[0] * p[1] - u[1] * p[0]) / determinant;
    // NaN fails every comparison, and would end up on the line.
    assert!((a + b).is_finite(), "u and v give p no weights: {a}, {b}");
    if (a + b - 1.0).abs() > 1e-9 {
        Place::OffLine
    } else if a >= -1e-9 && b >= -1e-9 {
        Place::OnSegment
    } else {
        Place::OnLine
    }
}
