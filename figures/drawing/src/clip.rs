//! Cuts lines and polygons at the edge of an area.
//!
//! The cut is made here and not by a `clipPath`: nothing is drawn outside the
//! picture, and the SVG needs no ids that would have to differ within a page.

use crate::scale::Area;

type Point = [f64; 2];

/// Whether a point lies in the area or on its edge, give or take a rounding error.
pub fn contains(area: &Area, [x, y]: Point) -> bool {
    let slack = 1e-6;
    x >= area.left - slack
        && x <= area.right + slack
        && y >= area.top - slack
        && y <= area.bottom + slack
}

/// The part of the segment from `a` to `b` inside the area, if any.
///
/// Liang and Barsky, "A New Concept and Method for Line Clipping",
/// ACM Transactions on Graphics 3(1), 1984.
pub fn segment(area: &Area, a: Point, b: Point) -> Option<(Point, Point)> {
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
    let at = |t: f64| [a[0] + t * dx, a[1] + t * dy];
    // A whole segment keeps its own end points, to the last bit.
    let start = if enter == 0.0 { a } else { at(enter) };
    let end = if leave == 1.0 { b } else { at(leave) };
    (enter <= leave).then_some((start, end))
}

/// The pieces of a polyline inside the area. A point that is not finite breaks
/// the line, so that the two arms of 1/x stay apart.
pub fn polyline(area: &Area, points: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let Some((start, end)) = segment(area, pair[0], pair[1]) else {
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
/// Sutherland and Hodgman, "Reentrant Polygon Clipping", Communications of the
/// ACM 17(1), 1974.
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
                let t = before / (before - here);
                cut.push([
                    previous[0] + t * (point[0] - previous[0]),
                    previous[1] + t * (point[1] - previous[1]),
                ]);
            }
            if here >= 0.0 {
                cut.push(*point);
            }
        }
        kept = cut;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Area = Area {
        left: 0.0,
        top: 0.0,
        right: 1.0,
        bottom: 1.0,
    };

    #[test]
    fn a_segment_inside_is_kept_as_it_is() {
        let (a, b) = ([0.1, 0.2], [0.7, 0.3]);
        assert_eq!(segment(&UNIT, a, b), Some((a, b)));
    }

    #[test]
    fn a_segment_is_cut_at_both_ends() {
        assert_eq!(
            segment(&UNIT, [-1.0, 0.5], [3.0, 0.5]),
            Some(([0.0, 0.5], [1.0, 0.5]))
        );
    }

    #[test]
    fn a_segment_that_misses_the_area_is_dropped() {
        assert_eq!(segment(&UNIT, [-1.0, 0.5], [-0.5, 3.0]), None);
        assert_eq!(segment(&UNIT, [-1.0, 2.0], [2.0, 2.0]), None);
        assert_eq!(segment(&UNIT, [0.5, f64::NAN], [0.5, 0.5]), None);
    }

    #[test]
    fn a_polyline_that_leaves_and_returns_is_two_pieces() {
        let points = [[0.2, 0.5], [0.2, 2.0], [0.8, 2.0], [0.8, 0.5], [0.9, 0.5]];
        assert_eq!(
            polyline(&UNIT, &points),
            vec![
                vec![[0.2, 0.5], [0.2, 1.0]],
                vec![[0.8, 1.0], [0.8, 0.5], [0.9, 0.5]],
            ]
        );
    }

    #[test]
    fn a_polygon_is_cut_to_the_area() {
        let square = [[0.5, 0.5], [2.0, 0.5], [2.0, 2.0], [0.5, 2.0]];
        let cut = polygon(&UNIT, &square);
        assert!(cut.iter().all(|&p| contains(&UNIT, p)));
        for corner in [[0.5, 0.5], [1.0, 0.5], [1.0, 1.0], [0.5, 1.0]] {
            assert!(cut.contains(&corner), "{corner:?} is not in {cut:?}");
        }
        assert!(polygon(&UNIT, &square.map(|[x, y]| [x + 5.0, y])).is_empty());
    }
}
