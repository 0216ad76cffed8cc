//! Cuts lines and polygons at the edge of an area.
//!
//! The cut is made here and not by a `clipPath`: nothing is drawn outside the
//! picture, and the SVG needs no ids that would have to differ within a page.

use crate::point::part_of_the_way;
use crate::scale::Area;

type Point = [f64; 2];

/// Whether a point lies in the area or on its edge, give or take a rounding error.
pub fn contains(area: &Area, [x, y]: Point) -> bool {
    let slack = 1e-6;
    let between = |z: f64, low: f64, high: f64| low - slack <= z && z <= high + slack;
    between(x, area.left, area.right) && between(y, area.top, area.bottom)
}

/// The part of the segment from `a` to `b` inside the area, if any.
///
/// Liang and Barsky, "A New Concept and Method for Line Clipping",
/// ACM Transactions on Graphics 3(1), 1984.
pub fn segment(area: &Area, a: Point, b: Point) -> Option<[Point; 2]> {
    let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    if ![a[0], a[1], dx, dy].into_iter().all(f64::is_finite) {
        return None;
    }
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-dx, a[0] - area.left),
        (dx, area.right - a[0]),
        (-dy, a[1] - area.top),
        (dy, area.bottom - a[1]),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    // A whole segment keeps its own end points, to the last bit.
    let at = |t: f64| part_of_the_way(a, b, t);
    let start = if enter == 0.0 { a } else { at(enter) };
    let end = if leave == 1.0 { b } else { at(leave) };
    (enter <= leave).then_some([start, end])
}

/// The pieces of a polyline inside the area; a point that is not finite breaks the line.
pub fn polyline(area: &Area, points: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some([start, end]) = segment(area, pair[0], pair[1]) else {
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&start) => piece.push(end),
            _ => pieces.push(vec![start, end]),
        }
    }
    pieces
}

/// The part of a convex or simple polygon inside the area; empty if none.
///
/// Sutherland and Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17(1), 1974.
pub fn polygon(area: &Area, points: &[Point]) -> Vec<Point> {
    let edges: [(usize, f64, f64); 4] = [
        (0, area.left, 1.0),
        (0, area.right, -1.0),
        (1, area.top, 1.0),
        (1, area.bottom, -1.0),
    ];
    let mut kept = points.to_vec();
    for (axis, limit, sign) in edges {
        let depth = |p: &Point| sign * (p[axis] - limit);
        let mut cut = Vec::with_capacity(kept.len() + 2);
        for (k, point) in kept.iter().enumerate() {
            let previous = &kept[(k + kept.len() - 1) % kept.len()];
            let (before, here) = (depth(previous), depth(point));
            if (before < 0.0) != (here < 0.0) {
                cut.push(part_of_the_way(*previous, *point, before / (before - here)));
            }
            if here >= 0.0 {
                cut.push(*point);
            }
        }
        kept = cut;
    }
    kept
}
