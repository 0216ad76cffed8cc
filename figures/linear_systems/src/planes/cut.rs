//! Planes in a box, cut along each other, so that what is near can be drawn
//! after what is far.

use drawing::{TOLERANCE, first_least};

pub type Point = [f64; 3];

/// A plane: the three coefficients of its equation and its right-hand side.
pub type Plane = [f64; 4];

/// Planes in a box of space, and the direction of the eye.
pub struct Scene<'a> {
    pub planes: &'a [Plane],
    pub ranges: [[f64; 2]; 3],
    pub towards: Point,
}

/// A piece of a plane, and which plane it is.
#[derive(Clone, Debug)]
pub struct Piece {
    pub plane: usize,
    pub corners: Vec<Point>,
}

/// How far a point is beyond a plane, as a multiple of its normal's length.
pub fn beyond(plane: &Plane, point: Point) -> f64 {
    facing(plane, point) - plane[3]
}

/// How much a plane faces a direction.
pub fn facing(plane: &Plane, towards: Point) -> f64 {
    (0..3).map(|k| plane[k] * towards[k]).sum()
}

pub fn along(a: Point, b: Point, t: f64) -> Point {
    [0, 1, 2].map(|k| a[k] + t * (b[k] - a[k]))
}

pub fn middle(points: &[Point]) -> Point {
    [0, 1, 2].map(|k| points.iter().map(|p| p[k]).sum::<f64>() / points.len() as f64)
}

/// The part of a convex polygon on one side of a plane, or none of it.
fn half(polygon: &[Point], plane: &Plane, side: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    for (k, &a) in polygon.iter().enumerate() {
        let b = polygon[(k + 1) % polygon.len()];
        let [at_a, at_b] = [a, b].map(|p| side * beyond(plane, p));
        if at_a >= -TOLERANCE {
            kept.push(a);
        }
        if at_a.abs() > TOLERANCE && at_b.abs() > TOLERANCE && at_a * at_b < 0.0 {
            kept.push(along(a, b, at_a / (at_a - at_b)));
        }
    }
    if kept.len() < 3 || kept.iter().all(|&p| beyond(plane, p).abs() <= TOLERANCE) {
        kept.clear();
    }
    kept
}

/// The segment in which a plane cuts a convex polygon, if it does.
pub fn section(polygon: &[Point], plane: &Plane) -> Option<[Point; 2]> {
    let mut ends = half(polygon, plane, 1.0);
    ends.retain(|&p| beyond(plane, p).abs() <= TOLERANCE);
    ends.try_into().ok()
}

impl Scene<'_> {
    /// The part of a plane in the box, as a convex polygon.
    pub fn face(&self, plane: &Plane) -> Vec<Point> {
        // Over the side of the box that it faces most, cut at this and the other end.
        let k = first_least([2, 1, 0], |&k| -plane[k].abs()).unwrap_or(0);
        let (i, j) = ((k + 1) % 3, (k + 2) % 3);
        let corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(|[a, b]| {
            let mut corner = [0.0; 3];
            (corner[i], corner[j]) = (self.ranges[i][a], self.ranges[j][b]);
            corner[k] = -beyond(plane, corner) / plane[k];
            corner
        });
        let mut wall = [0.0; 4];
        wall[k] = 1.0;
        let ends = self.ranges[k].into_iter().zip([1.0, -1.0]);
        ends.fold(corners.to_vec(), |polygon, (end, side)| {
            wall[3] = end;
            half(&polygon, &wall, side)
        })
    }

    /// The pieces into which the planes cut each other, the far ones first.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (plane, own) in self.planes.iter().enumerate() {
            let mut parts = vec![self.face(own)];
            for (_, other) in self.planes.iter().enumerate().filter(|(k, _)| *k != plane) {
                let halves = |part: &Vec<Point>| [1.0, -1.0].map(|side| half(part, other, side));
                parts = parts.iter().flat_map(halves).collect();
            }
            parts.retain(|part| !part.is_empty());
            pieces.extend(parts.into_iter().map(|corners| Piece { plane, corners }));
        }
        self.in_order(pieces, 0)
    }

    /// Of each plane from the k-th those behind it, its own, and those before it.
    fn in_order(&self, pieces: Vec<Piece>, k: usize) -> Vec<Piece> {
        let Some(plane) = self.planes.get(k) else {
            return pieces;
        };
        let (own, others): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|p| p.plane == k);
        let is_near = |piece: &Piece| {
            beyond(plane, middle(&piece.corners)) * facing(plane, self.towards) > 0.0
        };
        let (near, far) = others.into_iter().partition(is_near);
        [self.in_order(far, k + 1), own, self.in_order(near, k + 1)].concat()
    }

    /// Whether a plane stands between a point and the eye.
    pub fn hides(&self, point: Point) -> bool {
        self.planes.iter().any(|plane| {
            let t = -beyond(plane, point) / facing(plane, self.towards);
            let inside = |k: usize| {
                let ([low, high], meets) = (self.ranges[k], point[k] + t * self.towards[k]);
                (low - TOLERANCE..=high + TOLERANCE).contains(&meets)
            };
            t.is_finite() && t > 1e-6 && (0..3).all(inside)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_a_cube(planes: &[Plane], towards: Point) -> Scene<'_> {
        let ranges = [[-1.0, 1.0]; 3];
        Scene {
            planes,
            ranges,
            towards,
        }
    }

    #[test]
    fn a_plane_across_a_cube_is_a_polygon_with_the_right_corners() {
        let cube = in_a_cube(&[], [0.0; 3]);
        let floor = cube.face(&[0.0, 0.0, 1.0, 0.5]);
        assert_eq!(floor.len(), 4);
        for corner in &floor {
            assert_eq!(corner.map(f64::abs), [1.0, 1.0, 0.5]);
        }
        let diagonal = cube.face(&[1.0, 1.0, 1.0, 0.0]);
        assert_eq!(diagonal.len(), 6, "a regular hexagon");
        for corner in &diagonal {
            let square = corner.iter().map(|x| x * x).sum::<f64>();
            assert!((square - 2.0).abs() < TOLERANCE, "{corner:?}");
        }
        assert!(cube.face(&[1.0, 0.0, 0.0, 3.0]).is_empty());
        // Planes that meet cut a segment out of each other.
        let [a, b] = section(&floor, &[1.0, 0.0, 0.0, 0.5]).expect("they meet");
        assert_eq!([a[0], b[0], a[2], b[2]], [0.5; 4]);
        assert_eq!((a[1] - b[1]).abs(), 2.0);
        assert!(section(&floor, &[0.0, 0.0, 1.0, 0.0]).is_none());
    }

    #[test]
    fn no_piece_hides_one_that_comes_later() {
        let planes = [
            [1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, 1.0, 0.0],
        ];
        let towards = [0.5, 0.3, 0.7];
        let pieces = in_a_cube(&planes, towards).pieces();
        assert_eq!(pieces.len(), 12);
        for (k, piece) in pieces.iter().enumerate() {
            for later in &pieces[k + 1..] {
                let (plane, from) = (&planes[piece.plane], middle(&later.corners));
                let t = -beyond(plane, from) / facing(plane, towards);
                let meets = [0, 1, 2].map(|i| from[i] + t * towards[i]);
                let own = middle(&piece.corners);
                let inside = |i: usize| meets[i].abs() <= 1.0 && meets[i] * own[i] > 0.0;
                let within = (0..3).all(|i| i == piece.plane || inside(i));
                assert!(t <= TOLERANCE || !within, "{piece:?} hides {later:?}");
            }
        }
    }

    #[test]
    fn a_point_behind_a_plane_is_hidden_and_one_in_it_is_not() {
        let planes = [[0.0, 0.0, 1.0, 0.0]];
        let scene = in_a_cube(&planes, [0.1, 0.2, 1.0]);
        let hidden = [-0.5, 0.0, 0.5].map(|height| scene.hides([-0.5, 0.0, height]));
        assert_eq!(hidden, [true, false, false]);
        let aside = in_a_cube(&planes, [1.0, 0.0, 0.1]);
        assert!(!aside.hides([0.9, 0.0, -0.5]));
    }
}
