//! Tell whether a point of the plane is on a segment, on its line, or off it.
//!
//! Neither of u and v is a multiple of the other, so the point p is au + bv
//! for exactly one pair (a, b), and these weights tell where it is. Rounding
//! moves them a little: allow for 1e-9 in each comparison of weights.

use mlmath::Vector;

/// Where a point is: on the segment between u and v, on the line through them
/// but off the segment, or off the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    OnSegment,
    OnLine,
    OffLine,
}

/// The place of p = au + bv. Shapes: u, v and p of dimension 2.
pub fn segment_membership(u: &Vector, v: &Vector, p: &Vector) -> Place {
    todo!("solve p = au + bv for a and b, two equations in two unknowns")
}

/// What the harness asks of the function.
pub fn check(segment_membership: fn(&Vector, &Vector, &Vector) -> Place) {
    use Place::{OffLine, OnLine, OnSegment};
    let place = |u: [f64; 2], v: [f64; 2], p: [f64; 2]| {
        segment_membership(&u.to_vec().into(), &v.to_vec().into(), &p.to_vec().into())
    };
    for (u, v, p, expected) in [
        ([1.0, 0.0], [0.0, 2.0], [0.75, 0.5], OnSegment),
        ([1.0, 0.0], [0.0, 2.0], [1.0, 0.0], OnSegment),
        ([1.0, 0.0], [0.0, 2.0], [0.0, 2.0], OnSegment),
        ([1.0, 0.0], [0.0, 2.0], [-1.0, 4.0], OnLine),
        ([1.0, 0.0], [0.0, 2.0], [2.0, -2.0], OnLine),
        ([1.0, 0.0], [0.0, 2.0], [0.0, 0.0], OffLine),
        ([1.0, 0.0], [0.0, 2.0], [0.5, 0.5], OffLine),
        ([3.0, 1.0], [1.0, 2.0], [2.0, 1.5], OnSegment),
        ([3.0, 1.0], [1.0, 2.0], [4.0, 3.0], OffLine),
        // A tenth of the way: the weights sum to 1 only up to rounding.
        ([0.1, 0.7], [0.3, -0.2], [0.12, 0.61], OnSegment),
    ] {
        assert_eq!(place(u, v, p), expected, "u = {u:?}, v = {v:?}, p = {p:?}");
    }
}
