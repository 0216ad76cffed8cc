//! Planes in a box, cut along each other, so that what is near can be drawn
//! after what is far.

pub type Point = [f64; 3];

/// A plane: the three coefficients of its equation and its right-hand side.
pub type Plane = [f64; 4];

/// What counts as lying in a plane.
const SLACK: f64 = 1e-9;

/// How far a point is beyond a plane, as a multiple of its normal's length.
fn beyond(plane: &Plane, point: Point) -> f64 {
    (0..3).map(|k| plane[k] * point[k]).sum::<f64>() - plane[3]
}

pub fn along(a: Point, b: Point, t: f64) -> Point {
    [0, 1, 2].map(|k| a[k] + t * (b[k] - a[k]))
}

pub fn middle(points: &[Point]) -> Point {
    [0, 1, 2].map(|k| points.iter().map(|p| p[k]).sum::<f64>() / points.len() as f64)
}

fn cross(a: Point, b: Point) -> Point {
    [0, 1, 2].map(|k| {
        let (i, j) = ((k + 1) % 3, (k + 2) % 3);
        a[i] * b[j] - a[j] * b[i]
    })
}

/// The part of a convex polygon on one side of a plane, or none of it.
fn half(polygon: &[Point], plane: &Plane, side: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    for (k, &a) in polygon.iter().enumerate() {
        let b = polygon[(k + 1) % polygon.len()];
        let [at_a, at_b] = [a, b].map(|p| side * beyond(plane, p));
        if at_a >= -SLACK {
            kept.push(a);
        }
        if (at_a > SLACK && at_b < -SLACK) || (at_a < -SLACK && at_b > SLACK) {
            kept.push(along(a, b, at_a / (at_a - at_b)));
        }
    }
    let flat = kept.iter().all(|&p| beyond(plane, p).abs() <= SLACK);
    if kept.len() < 3 || flat {
        Vec::new()
    } else {
        kept
    }
}

/// The part of a plane in a box, as a convex polygon.
pub fn face(plane: &Plane, ranges: &[[f64; 2]; 3]) -> Vec<Point> {
    let normal = [plane[0], plane[1], plane[2]];
    let size = normal.iter().map(|a| a * a).sum::<f64>();
    let centre = ranges.map(|[low, high]| (low + high) / 2.0);
    let foot = [0, 1, 2].map(|k| centre[k] - beyond(plane, centre) / size * normal[k]);
    // Across the axis to which the normal is most at a right angle.
    let least = (0..3).fold(0, |k, j| {
        if normal[j].abs() < normal[k].abs() {
            j
        } else {
            k
        }
    });
    let mut axis = [0.0; 3];
    axis[least] = 1.0;
    let u = cross(normal, axis);
    let v = cross(normal, u);
    let far = |x: Point| {
        let length = x.iter().map(|a| a * a).sum::<f64>().sqrt();
        let reach: f64 = ranges.iter().map(|[low, high]| high - low).sum();
        x.map(|a| reach * a / length)
    };
    let (u, v) = (far(u), far(v));
    let corner = |s: f64, t: f64| [0, 1, 2].map(|k| foot[k] + s * u[k] + t * v[k]);
    let mut polygon = vec![
        corner(1.0, 1.0),
        corner(-1.0, 1.0),
        corner(-1.0, -1.0),
        corner(1.0, -1.0),
    ];
    for (k, [low, high]) in ranges.iter().enumerate() {
        let mut wall = [0.0; 4];
        wall[k] = 1.0;
        for (bound, side) in [(*low, 1.0), (*high, -1.0)] {
            wall[3] = bound;
            polygon = half(&polygon, &wall, side);
        }
    }
    polygon
}

/// The segment in which a plane cuts a convex polygon, if it does.
pub fn section(polygon: &[Point], plane: &Plane) -> Option<[Point; 2]> {
    let mut ends: Vec<Point> = Vec::new();
    for (k, &a) in polygon.iter().enumerate() {
        let b = polygon[(k + 1) % polygon.len()];
        let [at_a, at_b] = [a, b].map(|p| beyond(plane, p));
        if at_a.abs() <= SLACK {
            ends.push(a);
        } else if at_b.abs() > SLACK && at_a * at_b < 0.0 {
            ends.push(along(a, b, at_a / (at_a - at_b)));
        }
    }
    match ends[..] {
        [a, b] => Some([a, b]),
        _ => None,
    }
}

/// A piece of a plane, and which plane it is.
#[derive(Clone, Debug)]
pub struct Piece {
    pub plane: usize,
    pub corners: Vec<Point>,
}

/// The pieces into which planes in a box cut each other.
pub fn pieces(planes: &[Plane], ranges: &[[f64; 2]; 3]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (k, plane) in planes.iter().enumerate() {
        let mut parts = vec![face(plane, ranges)];
        for (_, other) in planes.iter().enumerate().filter(|(j, _)| *j != k) {
            let halves = |part: &Vec<Point>| [1.0, -1.0].map(|side| half(part, other, side));
            parts = parts.iter().flat_map(halves).collect();
        }
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        pieces.extend(parts.map(|corners| Piece { plane: k, corners }));
    }
    pieces
}

/// The pieces with the far ones first, for an eye in the direction `towards`:
/// of each plane those behind it, its own, and those before it.
pub fn in_order(pieces: Vec<Piece>, planes: &[Plane], towards: Point) -> Vec<Piece> {
    ordered(pieces, planes, 0, towards)
}

fn ordered(pieces: Vec<Piece>, planes: &[Plane], k: usize, towards: Point) -> Vec<Piece> {
    if k == planes.len() {
        return pieces;
    }
    let plane = &planes[k];
    let facing: f64 = (0..3).map(|i| plane[i] * towards[i]).sum();
    let (own, others): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|p| p.plane == k);
    let (near, far): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|piece| beyond(plane, middle(&piece.corners)) * facing > 0.0);
    let mut all = ordered(far, planes, k + 1, towards);
    all.extend(own);
    all.extend(ordered(near, planes, k + 1, towards));
    all
}

/// Whether a plane in a box stands between a point and the eye.
pub fn is_hidden(point: Point, planes: &[Plane], ranges: &[[f64; 2]; 3], towards: Point) -> bool {
    planes.iter().any(|plane| {
        let facing: f64 = (0..3).map(|i| plane[i] * towards[i]).sum();
        let t = -beyond(plane, point) / facing;
        let meets = [0, 1, 2].map(|k| point[k] + t * towards[k]);
        let inside = (0..3).all(|k| {
            let [low, high] = ranges[k];
            (low - SLACK..=high + SLACK).contains(&meets[k])
        });
        t.is_finite() && t > 1e-6 && inside
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUBE: [[f64; 2]; 3] = [[-1.0, 1.0]; 3];

    #[test]
    fn a_plane_across_a_cube_is_a_polygon_with_the_right_corners() {
        let floor = face(&[0.0, 0.0, 1.0, 0.5], &CUBE);
        assert_eq!(floor.len(), 4);
        for corner in floor {
            assert!((corner[0].abs() - 1.0).abs() < 1e-12 && corner[2] == 0.5);
        }
        let diagonal = face(&[1.0, 1.0, 1.0, 0.0], &CUBE);
        assert_eq!(diagonal.len(), 6, "a regular hexagon");
        for corner in &diagonal {
            let length = corner.iter().map(|x| x * x).sum::<f64>();
            assert!((length - 2.0).abs() < 1e-9, "{corner:?}");
        }
        assert!(face(&[1.0, 0.0, 0.0, 3.0], &CUBE).is_empty());
    }

    #[test]
    fn three_planes_through_a_point_make_twelve_pieces() {
        let planes = [
            [1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, 1.0, 0.0],
        ];
        let pieces = pieces(&planes, &CUBE);
        assert_eq!(pieces.len(), 12);
        let towards = [0.5, 0.3, 0.7];
        let ordered = in_order(pieces, &planes, towards);
        assert_eq!(ordered.len(), 12);
        // In this order no piece hides one that comes later.
        for (k, piece) in ordered.iter().enumerate() {
            for later in &ordered[k + 1..] {
                let from = middle(&later.corners);
                let plane = &planes[piece.plane];
                let facing: f64 = (0..3).map(|i| plane[i] * towards[i]).sum();
                let t = -beyond(plane, from) / facing;
                let meets = [0, 1, 2].map(|i| from[i] + t * towards[i]);
                let same_octant =
                    (0..3).all(|i| i == piece.plane || meets[i] * middle(&piece.corners)[i] > 0.0);
                let inside = meets.iter().all(|x| x.abs() <= 1.0);
                assert!(
                    t <= 1e-9 || !same_octant || !inside,
                    "{piece:?} hides {later:?}"
                );
            }
        }
    }

    #[test]
    fn a_point_behind_a_plane_is_hidden_and_one_in_it_is_not() {
        let planes = [[0.0, 0.0, 1.0, 0.0]];
        let above = [0.1, 0.2, 1.0];
        assert!(is_hidden([0.0, 0.0, -0.5], &planes, &CUBE, above));
        assert!(!is_hidden([0.0, 0.0, 0.0], &planes, &CUBE, above));
        assert!(!is_hidden([0.0, 0.0, 0.5], &planes, &CUBE, above));
        let aside = [1.0, 0.0, 0.1];
        assert!(!is_hidden([0.9, 0.0, -0.5], &planes, &CUBE, aside));
    }

    #[test]
    fn planes_that_meet_cut_a_segment_out_of_each_other() {
        let floor = face(&[0.0, 0.0, 1.0, 0.0], &CUBE);
        let [a, b] = section(&floor, &[1.0, 0.0, 0.0, 0.5]).expect("they meet");
        assert_eq!([a[0], b[0], a[2], b[2]], [0.5, 0.5, 0.0, 0.0]);
        assert_eq!((a[1] - b[1]).abs(), 2.0);
        assert!(section(&floor, &[0.0, 0.0, 1.0, 0.5]).is_none());
    }
}
