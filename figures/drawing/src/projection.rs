//! Space on the page: a camera that sees parallel lines as parallel, and what
//! can be drawn through it.
//!
//! A figure in space is a [`Space`], which turns points of space into points of
//! a [`Panel`], and draws there. What is drawn later lies in front.

use crate::Marker;
use crate::panel::{Panel, Place};
use crate::scale::{multiples, nice_step};
use crate::style::{Colour, Look, Style};
use crate::text::{Label, decimal};
use crate::tolerance::{TOLERANCE, sort_up_to_tolerance};

mod surface;

pub use surface::MOST_QUADS;

type Point = [f64; 3];

/// Room around what a panel in space shows, in page units: names of axes and
/// tick labels stand there.
const MARGIN: [f64; 2] = [46.0, 34.0];

/// The size of tick labels.
const TICK: f64 = 15.0;

/// A camera infinitely far away, so that equal lengths in one direction stay
/// equal on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    right: Point,
    up: Point,
    towards: Point,
}

impl Camera {
    /// The camera that looks at the origin from a direction: `azimuth` degrees
    /// from the x-axis towards the y-axis, `elevation` degrees above the floor.
    pub fn new(azimuth: f64, elevation: f64) -> Self {
        let [(sin_a, cos_a), (sin_e, cos_e)] =
            [azimuth, elevation].map(|angle| angle.to_radians().sin_cos());
        Camera {
            right: [-sin_a, cos_a, 0.0],
            up: [-sin_e * cos_a, -sin_e * sin_a, cos_e],
            towards: [cos_e * cos_a, cos_e * sin_a, sin_e],
        }
    }

    /// Where a point of space is seen: to the right and upwards of the origin.
    pub fn project(&self, point: Point) -> [f64; 2] {
        [dot(self.right, point), dot(self.up, point)]
    }

    /// How far a point of space is towards the camera.
    pub fn nearness(&self, point: Point) -> f64 {
        dot(self.towards, point)
    }
}

fn dot(a: Point, b: Point) -> f64 {
    (0..3).map(|k| a[k] * b[k]).sum()
}

/// A box of space as a camera sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    camera: Camera,
    ranges: [[f64; 2]; 3],
    sides: Point,
}

impl Space {
    /// The box over three ranges, with one unit for all axes.
    ///
    /// # Panics
    /// If a range is empty or not finite.
    pub fn new(camera: Camera, ranges: [[f64; 2]; 3]) -> Self {
        for [low, high] in ranges {
            assert!(
                low < high && (high - low).is_finite(),
                "a range needs low < high, got {low} and {high}"
            );
        }
        let sides = ranges.map(|[low, high]| high - low);
        Space {
            camera,
            ranges,
            sides,
        }
    }

    /// The space with a box whose sides are as these numbers, whatever the
    /// ranges; for surfaces, whose heights have a unit of their own.
    pub const fn sides(self, sides: Point) -> Self {
        Space { sides, ..self }
    }

    /// A panel `width` wide on which the whole box is seen.
    pub fn panel(&self, width: f64) -> Panel {
        self.panel_around(width, &self.corners())
    }

    /// A panel `width` wide on which some points of space are seen, with room
    /// around them for labels; for pictures that leave parts of the box empty.
    ///
    /// # Panics
    /// If the points are seen as one, or above each other.
    pub fn panel_around(&self, width: f64, points: &[Point]) -> Panel {
        let [x, y] = [0, 1].map(|k| {
            let along = points.iter().map(|&p| self.at(p)[k]);
            let low = along.clone().fold(f64::INFINITY, f64::min);
            [low, along.fold(f64::NEG_INFINITY, f64::max)]
        });
        with_margins(width, x, y)
    }

    /// A panel `width` wide and high on which the whole box is seen by every
    /// camera in the same size; for a camera that moves.
    pub fn steady_panel(&self, width: f64) -> Panel {
        let reach = dot(self.sides, self.sides).sqrt() / 2.0;
        with_margins(width, [-reach, reach], [-reach, reach])
    }

    /// Where a point of space is seen, in the coordinates of the panel.
    pub fn at(&self, point: Point) -> [f64; 2] {
        self.camera.project(self.in_box(point))
    }

    /// The point in a box of the given sides around the origin.
    fn in_box(&self, point: Point) -> Point {
        [0, 1, 2].map(|k| {
            let [low, high] = self.ranges[k];
            self.sides[k] * ((point[k] - low) / (high - low) - 0.5)
        })
    }

    fn nearness(&self, point: Point) -> f64 {
        self.camera.nearness(self.in_box(point))
    }

    fn corners(&self) -> [Point; 8] {
        [0, 1, 2, 3, 4, 5, 6, 7]
            .map(|corner: usize| [0, 1, 2].map(|k| self.ranges[k][corner >> k & 1]))
    }

    /// The point of the box nearest to the origin, where the axes meet.
    fn origin(&self) -> Point {
        self.ranges.map(|[low, high]| 0.0_f64.clamp(low, high))
    }

    /// Draws the three axes as arrows through the origin, or through the point
    /// of the box nearest to it, each with its name at its end.
    pub fn axes(&self, panel: &mut Panel, names: [&str; 3]) {
        let origin = self.origin();
        for (k, name) in names.into_iter().enumerate() {
            let end = |side: usize| {
                let mut end = origin;
                end[k] = self.ranges[k][side];
                self.at(end)
            };
            let (from, to) = (end(0), end(1));
            // An axis that points at the camera is a point.
            if distance(panel, from, to) < 1.0 {
                continue;
            }
            let style = Colour::Ink.width(1.25).opacity(0.6);
            panel.arrow(from, to, style);
            self.label_outwards(panel, to, from, Label::new(name).gap(9.0));
        }
    }

    /// Draws the floor of the box with a grid of round numbers, which stand
    /// along its two near edges with the names of the axes, and the height
    /// along one upright edge.
    pub fn floor(&self, panel: &mut Panel, names: [&str; 3]) {
        let [x, y, z] = self.ranges;
        // The near end of each axis of the floor, and the far one.
        let near = [0, 1].map(|k| usize::from(self.camera.towards[k] > TOLERANCE));
        let near_point = [x[near[0]], y[near[1]]];
        let far_point = [x[1 - near[0]], y[1 - near[1]]];
        let grid = Colour::Grid.width(1.0);
        for k in [0, 1] {
            let other = 1 - k;
            let on = |at: f64, across: f64| {
                let mut point = [0.0, 0.0, z[0]];
                (point[k], point[other]) = (at, across);
                point
            };
            let ticks = round_numbers(self.ranges[k]);
            for tick in ticks.iter().copied().chain(self.ranges[k]) {
                let ends = [near_point, far_point].map(|p| self.at(on(tick, p[other])));
                panel.segment(ends[0], ends[1], grid);
            }
            for tick in ticks {
                let ends = [near_point, far_point].map(|p| self.at(on(tick, p[other])));
                let label = Label::new(decimal(tick)).size(TICK).gap(8.0);
                self.label_outwards(panel, ends[0], ends[1], label);
            }
            let middle = (self.ranges[k][0] + self.ranges[k][1]) / 2.0;
            let ends = [near_point, far_point].map(|p| self.at(on(middle, p[other])));
            self.label_outwards(panel, ends[0], ends[1], Label::new(names[k]).gap(27.0));
        }
        // The upright edge at the left of the picture keeps clear of the rest.
        let edges = [[0, 1], [1, 0]].map(|[i, j]| {
            let side =
                |k: usize, far: usize| self.ranges[k][if far == 1 { 1 - near[k] } else { near[k] }];
            [side(0, i), side(1, j)]
        });
        let left = |p: &[f64; 2]| self.at([p[0], p[1], z[0]])[0];
        let [a, b] = edges;
        let [px, py] = if left(&a) <= left(&b) + TOLERANCE {
            a
        } else {
            b
        };
        let height = |at: f64| self.at([px, py, at]);
        if distance(panel, height(z[0]), height(z[1])) < 60.0 {
            return;
        }
        let ink = Colour::Ink.width(1.25).opacity(0.6);
        panel.segment(height(z[0]), height(z[1]), ink);
        for tick in round_numbers(z) {
            let label = Label::new(decimal(tick)).size(TICK).gap(6.0);
            panel.write_axis(label, panel.page(height(tick)), Place::West.direction());
        }
        let name = Label::new(names[2]).gap(9.0);
        panel.write_axis(name, panel.page(height(z[1])), Place::North.direction());
    }

    /// Writes a label beyond `at`, as seen from `from`, both on the panel.
    fn label_outwards(&self, panel: &mut Panel, at: [f64; 2], from: [f64; 2], label: Label) {
        let [a, b] = [at, from].map(|p| panel.page(p));
        panel.write_axis(label, a, [a[0] - b[0], a[1] - b[1]]);
    }

    /// Draws an arrow between two points of space.
    pub fn arrow(&self, panel: &mut Panel, from: Point, to: Point, style: impl Into<Style>) {
        panel.arrow(self.at(from), self.at(to), style);
    }

    /// Draws a line through points of space.
    pub fn polyline(&self, panel: &mut Panel, line: &[Point], style: impl Into<Style>) {
        let line: Vec<_> = line.iter().map(|&p| self.at(p)).collect();
        panel.polyline(&line, style);
    }

    /// Draws a polygon in space, such as a piece of a plane.
    pub fn polygon(&self, panel: &mut Panel, corners: &[Point], style: impl Into<Style>) {
        let corners: Vec<_> = corners.iter().map(|&p| self.at(p)).collect();
        panel.polygon(&corners, style);
    }

    /// Draws points of space, the nearest last.
    pub fn scatter(
        &self,
        panel: &mut Panel,
        series: &[Point],
        marker: Marker,
        radius: f64,
        style: impl Into<Style>,
    ) {
        let series = sort_up_to_tolerance(series.to_vec(), |&p| self.nearness(p));
        let series: Vec<_> = series.into_iter().map(|p| self.at(p)).collect();
        panel.scatter(&series, marker, radius, style);
    }

    /// Draws dotted lines from points of space straight down to the floor of
    /// the box, which show where the points are.
    pub fn stems(&self, panel: &mut Panel, series: &[Point]) {
        let style = Colour::Ink.width(1.25).opacity(0.6).dotted();
        for &[x, y, z] in series {
            self.polyline(panel, &[[x, y, z], [x, y, self.ranges[2][0]]], style);
        }
    }

    /// Writes a label beside a point of space.
    pub fn label(&self, panel: &mut Panel, at: Point, place: Place, label: impl Into<Label>) {
        panel.label(self.at(at), place, label);
    }
}

/// The panel over two stretches of the page, with margins.
fn with_margins(width: f64, x: [f64; 2], y: [f64; 2]) -> Panel {
    let unit = (x[1] - x[0]) / (width - 2.0 * MARGIN[0]);
    let widen = |[low, high]: [f64; 2], by: f64| [low - by * unit, high + by * unit];
    Panel::window(width, widen(x, MARGIN[0]), widen(y, MARGIN[1]))
}

/// A few round numbers strictly within a range: those at its ends would meet at
/// the corners of the box.
fn round_numbers([low, high]: [f64; 2]) -> Vec<f64> {
    let step = nice_step(low, high, 6);
    let mut numbers = step.map_or(Vec::new(), |step| multiples(low, high, step));
    let slack = 1e-6 * (high - low);
    numbers.retain(|&number| low + slack < number && number < high - slack);
    numbers
}

/// The distance on the page of two points of a panel.
fn distance(panel: &Panel, a: [f64; 2], b: [f64; 2]) -> f64 {
    let [a, b] = [a, b].map(|p| panel.page(p));
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clip;

    fn assert_near(a: [f64; 2], b: [f64; 2]) {
        assert!((a[0] - b[0]).hypot(a[1] - b[1]) < 1e-12, "{a:?}, {b:?}");
    }

    const E: [Point; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

    fn cube(azimuth: f64, elevation: f64) -> Space {
        Space::new(Camera::new(azimuth, elevation), [[-1.0, 1.0]; 3])
    }

    #[test]
    fn the_axes_are_seen_where_they_should() {
        let front = Camera::new(0.0, 0.0);
        let seen = E.map(|e| front.project(e));
        for (seen, expected) in seen.into_iter().zip([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]) {
            assert_near(seen, expected);
        }
        // From above, with x to the right, as on a map.
        let above = Camera::new(-90.0, 90.0);
        let seen = E.map(|e| above.project(e));
        for (seen, expected) in seen.into_iter().zip([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]) {
            assert_near(seen, expected);
        }
    }

    #[test]
    fn the_three_directions_of_a_camera_are_orthonormal() {
        let Camera { right, up, towards } = Camera::new(37.0, 21.0);
        let axes = [right, up, towards];
        for (i, &a) in axes.iter().enumerate() {
            for (j, &b) in axes.iter().enumerate() {
                let expected = if i == j { 1.0 } else { 0.0 };
                assert!((dot(a, b) - expected).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_isometric_view_shows_all_axes_equally_long() {
        let camera = Camera::new(45.0, (0.5_f64.sqrt()).atan().to_degrees());
        let lengths = E.map(|e| {
            let [x, y] = camera.project(e);
            x.hypot(y)
        });
        for length in lengths {
            assert!((length - (2.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        }
    }

    #[test]
    fn the_whole_box_is_within_the_panel() {
        for (azimuth, elevation) in [(30.0, 20.0), (-60.0, 35.0), (200.0, 80.0)] {
            let space = cube(azimuth, elevation).sides([2.0, 3.0, 1.0]);
            for panel in [space.panel(520.0), space.steady_panel(520.0)] {
                assert_eq!(panel.size()[0], 520.0);
                for corner in space.corners() {
                    let at = panel.page(space.at(corner));
                    assert!(clip::contains(&panel.area(), at), "{corner:?}");
                }
            }
        }
    }

    #[test]
    fn an_axis_towards_the_camera_is_not_drawn() {
        let space = cube(0.0, 0.0);
        let mut panel = space.panel(300.0);
        space.axes(&mut panel, ["x", "y", "z"]);
        assert_eq!(panel.arrows().len(), 2);
    }
}
