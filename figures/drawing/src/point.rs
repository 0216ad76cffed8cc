//! Points of the plane, in whatever form the mathematics has them.

use mlmath::matrices::times_vector;
use mlmath::{Matrix, Vector};
use ndarray::{ArrayBase, Data, Ix1};

/// Where the axes cross.
pub const ORIGIN: [f64; 2] = [0.0, 0.0];

/// What can stand for a point: two numbers, a vector, a row of a matrix, a handle.
pub trait Point {
    /// Its two coordinates.
    fn xy(&self) -> [f64; 2];
}

impl Point for [f64; 2] {
    fn xy(&self) -> [f64; 2] {
        *self
    }
}

impl<P: Point + ?Sized> Point for &P {
    fn xy(&self) -> [f64; 2] {
        (**self).xy()
    }
}

impl<S: Data<Elem = f64>> Point for ArrayBase<S, Ix1> {
    #[track_caller]
    fn xy(&self) -> [f64; 2] {
        assert!(self.len() == 2, "a point of the plane has two entries");
        [self[0], self[1]]
    }
}

/// The two coordinates of a point. Panics if it is a vector without exactly two entries.
#[track_caller]
pub fn xy(point: impl Point) -> [f64; 2] {
    point.xy()
}

/// The points in coordinates.
pub fn all_xy<P: Point>(points: impl IntoIterator<Item = P>) -> Vec<[f64; 2]> {
    points.into_iter().map(xy).collect()
}

/// The point as a vector, to compute with.
pub fn vector(point: impl Point) -> Vector {
    Vector::from_iter(point.xy())
}

/// The point that lies at a part of the way from `a` to `b`.
pub fn part_of_the_way(a: impl Point, b: impl Point, part: f64) -> [f64; 2] {
    let [a, b] = [a.xy(), b.xy()];
    [0, 1].map(|k| a[k] + part * (b[k] - a[k]))
}

/// A window that holds all points with room beside them: the usual one, or one that is
/// larger by whole units and has the same shape, so that the page around it does not move.
pub fn grown(usual: [[f64; 2]; 2], room: [f64; 2], points: &[[f64; 2]]) -> [[f64; 2]; 2] {
    let mut window = usual;
    for k in 0..2 {
        let of = |pick: fn(f64, f64) -> f64| points.iter().map(|point| point[k]).fold(0.0, pick);
        let below = (usual[k][0] + room[k] - of(f64::min)).max(0.0).ceil();
        let above = (of(f64::max) + room[k] - usual[k][1]).max(0.0).ceil();
        window[k] = [usual[k][0] - below, usual[k][1] + above];
    }
    let span = |[low, high]: [f64; 2]| high - low;
    let larger = [0, 1].map(|k| span(window[k]) / span(usual[k]));
    let larger = larger[0].max(larger[1]);
    [0, 1].map(|k| {
        let wider = (larger * span(usual[k]) - span(window[k])) / 2.0;
        [window[k][0] - wider, window[k][1] + wider]
    })
}

/// The distance of two points.
pub(crate) fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// The point so far ahead of another in a direction of length 1, and so far to its side.
pub(crate) fn beside(at: [f64; 2], [x, y]: [f64; 2], ahead: f64, aside: f64) -> [f64; 2] {
    [at[0] + ahead * x - aside * y, at[1] + ahead * y + aside * x]
}

/// The matrix with these columns.
pub fn of_columns<P: Point>(columns: [P; 2]) -> Matrix {
    let columns = columns.map(xy);
    Matrix::from_shape_fn((2, 2), |(i, j)| columns[j][i])
}

/// Where a matrix takes a point of the plane: Ax. Panics unless it has two rows and two columns.
#[track_caller]
pub fn image(a: &Matrix, x: impl Point) -> [f64; 2] {
    let Ok(product) = times_vector(a, &vector(x)) else {
        panic!("a matrix with two columns is needed");
    };
    xy(product)
}
