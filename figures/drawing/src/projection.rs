//! Space on the page: a camera that sees parallel lines as parallel, and what
//! can be drawn through it.
//!
//! A figure in space is a [`Space`], which turns points of space into points of
//! a [`Panel`], and draws there. What is drawn later lies in front.

use crate::clip;
use crate::marks::{Mark, Marker, Rare, axis};
use crate::panel::{Panel, Place};
use crate::point::distance;
use crate::scale::{Coordinates, between, extent, span, ticks};
use crate::style::{Colour, Look};
use crate::svg::Element;
use crate::text::{Label, TICK};
use crate::tolerance::{TOLERANCE, sort_up_to_tolerance};
use crate::words::decimal;

type Point = [f64; 3];

/// The most quads of a surface along x and along y; each is two elements.
const MOST: usize = 13;

/// Room around what a panel in space shows, for names of axes and their numbers.
const MARGIN: [f64; 2] = [46.0, 34.0];

/// A camera infinitely far away, so that equal lengths in one direction stay equal on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    right: Point,
    up: Point,
    towards: Point,
}

impl Camera {
    /// The camera in a direction: degrees from the x-axis towards the y-axis, and above the floor.
    pub fn new(azimuth: f64, elevation: f64) -> Self {
        let [(sin_a, cos_a), (sin_e, cos_e)] =
            [azimuth, elevation].map(|angle| angle.to_radians().sin_cos());
        Camera {
            right: [-sin_a, cos_a, 0.0],
            up: [-sin_e * cos_a, -sin_e * sin_a, cos_e],
            towards: [cos_e * cos_a, cos_e * sin_a, sin_e],
        }
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
    pub fn new(camera: Camera, ranges: [[f64; 2]; 3]) -> Self {
        let sides = ranges.map(extent);
        Space {
            camera,
            ranges,
            sides,
        }
    }

    /// The space with a box of these sides: the heights of a surface have a unit of their own.
    pub const fn sides(self, sides: Point) -> Self {
        Space { sides, ..self }
    }

    /// A panel `width` wide on which the whole box is seen.
    pub fn panel(&self, width: f64) -> Panel {
        let corner = |n: usize| [0, 1, 2].map(|k| self.ranges[k][n >> k & 1]);
        self.panel_around(width, &[0, 1, 2, 3, 4, 5, 6, 7].map(corner))
    }

    /// A panel on which some points of space are seen, with room around them for labels.
    pub fn panel_around(&self, width: f64, points: &[Point]) -> Panel {
        let seen = self.all_at(points);
        let [x, y] = [0, 1].map(|k| span(seen.iter().map(|p| p[k])));
        with_margins(width, x, y)
    }

    /// A panel on which every camera sees the whole box in the same size, for one that moves.
    pub fn steady_panel(&self, width: f64) -> Panel {
        let reach = dot(self.sides, self.sides).sqrt() / 2.0;
        with_margins(width, [-reach, reach], [-reach, reach])
    }

    /// Where a point of space is seen, in the coordinates of the panel.
    pub fn at(&self, point: Point) -> [f64; 2] {
        let point = self.in_box(point);
        [self.camera.right, self.camera.up].map(|way| dot(way, point))
    }

    fn all_at(&self, points: &[Point]) -> Vec<[f64; 2]> {
        points.iter().map(|&point| self.at(point)).collect()
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

    /// Where a point is seen once its coordinate along an axis is another.
    fn at_moved(&self, mut point: Point, axis: usize, to: f64) -> [f64; 2] {
        point[axis] = to;
        self.at(point)
    }

    /// Draws three named arrows through the origin, or the point of the box nearest to it.
    pub fn axes(&self, panel: &mut Panel, names: [&str; 3]) {
        let origin = self.ranges.map(|[low, high]| 0.0_f64.clamp(low, high));
        for (k, name) in names.into_iter().enumerate() {
            let [from, to] = self.ranges[k].map(|end| self.at_moved(origin, k, end));
            // An axis that points at the camera is a point.
            if distance(panel.page(from), panel.page(to)) >= 1.0 {
                panel.arrow(from, to, axis());
                label_outwards(panel, [to, from], Label::new(name).gap(9.0));
            }
        }
    }

    /// Draws the floor of the box with a grid of round numbers, which stand along its
    /// near edges with the names of the axes, and the height along an upright edge.
    pub fn floor(&self, panel: &mut Panel, names: [&str; 3]) {
        let bottom = self.ranges[2][0];
        // The near and the far end of both axes of the floor.
        let ends = [0, 1].map(|k| {
            let [low, high] = self.ranges[k];
            let is_high = self.camera.towards[k] > TOLERANCE;
            if is_high { [high, low] } else { [low, high] }
        });
        for k in [0, 1] {
            // The line across the floor at a number, from near to far.
            let across = |number: f64| {
                ends[1 - k].map(|other| self.at_moved([other, other, bottom], k, number))
            };
            let ticks = round_numbers(self.ranges[k]);
            for &number in ticks.iter().chain(&self.ranges[k]) {
                let [near, far] = across(number);
                panel.segment(near, far, Colour::Grid.width(1.0));
            }
            for number in ticks {
                let label = Label::new(decimal(number)).size(TICK).gap(8.0);
                label_outwards(panel, across(number), label);
            }
            let middle = (self.ranges[k][0] + self.ranges[k][1]) / 2.0;
            label_outwards(panel, across(middle), Label::new(names[k]).gap(27.0));
        }
        // The upright edge at the left of the picture keeps clear of the rest.
        let [x, y] = ends;
        let edges = [[x[0], y[1]], [x[1], y[0]]];
        let [a, b] = edges.map(|[x, y]| self.at([x, y, bottom])[0]);
        let [x, y] = edges[usize::from(a > b + TOLERANCE)];
        let height = |z: f64| self.at([x, y, z]);
        let [low, high] = self.ranges[2].map(height);
        if distance(panel.page(low), panel.page(high)) < 60.0 {
            return;
        }
        panel.segment(low, high, axis());
        for number in round_numbers(self.ranges[2]) {
            let label = Label::new(decimal(number)).size(TICK).gap(6.0);
            panel.write_axis(label, panel.page(height(number)), [-1.0, 0.0]);
        }
        let name = Label::new(names[2]).gap(9.0);
        panel.write_axis(name, panel.page(high), [0.0, -1.0]);
    }

    /// Draws an arrow between two points of space.
    pub fn arrow(&self, panel: &mut Panel, from: Point, to: Point, style: impl Look) {
        panel.arrow(self.at(from), self.at(to), style);
    }

    /// Draws a line through points of space.
    pub fn polyline(&self, panel: &mut Panel, line: &[Point], style: impl Look) {
        panel.polyline(&self.all_at(line), style);
    }

    /// Draws a polygon in space, such as a piece of a plane.
    pub fn polygon(&self, panel: &mut Panel, corners: &[Point], style: impl Look) {
        panel.polygon(&self.all_at(corners), style);
    }

    /// Draws points of space, the nearest last.
    pub fn scatter(
        &self,
        panel: &mut Panel,
        series: &[Point],
        marker: Marker,
        radius: f64,
        style: impl Look,
    ) {
        let series = sort_up_to_tolerance(series.to_vec(), |&p| self.nearness(p));
        panel.scatter(&self.all_at(&series), marker, radius, style);
    }

    /// Draws dotted lines from points straight down to the floor, which show where they are.
    pub fn stems(&self, panel: &mut Panel, series: &[Point]) {
        let [floor, _] = self.ranges[2];
        for &[x, y, z] in series {
            self.polyline(panel, &[[x, y, z], [x, y, floor]], axis().dotted());
        }
    }

    /// Draws the surface z = f(x, y) as `nx` times `ny` quads, at most 13 each, the far
    /// ones first, which the near ones hide. The higher a quad, the deeper its tint.
    /// Quads that leave the box or are not finite are left out.
    pub fn surface(
        &self,
        panel: &mut Panel,
        f: impl Fn(f64, f64) -> f64,
        [nx, ny]: [usize; 2],
        colour: Colour,
    ) {
        let fits = [nx, ny].iter().all(|n| (1..=MOST).contains(n));
        assert!(fits, "{nx} x {ny} quads, not 1 to {MOST} along each side");
        let corner = |i: usize, j: usize| {
            let x = between(self.ranges[0], i as f64 / nx as f64);
            let y = between(self.ranges[1], j as f64 / ny as f64);
            [x, y, f(x, y)]
        };
        let [bottom, top] = self.ranges[2];
        let slack = 1e-9 * (top - bottom);
        let mut quads = Vec::new();
        for [i, j] in (0..nx).flat_map(|i| (0..ny).map(move |j| [i, j])) {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)];
            let corners = corners.map(|(right, up)| corner(i + right, j + up));
            let within = |p: &Point| bottom - slack <= p[2] && p[2] <= top + slack;
            if !corners.iter().all(within) {
                continue;
            }
            // Of two quads of one surface over a grid, that whose foot is nearer
            // hides the other, whatever their heights.
            let foot = |p: Point| self.nearness([p[0], p[1], bottom]);
            let nearness: f64 = corners.map(foot).iter().sum();
            let height = corners.iter().map(|p| p[2]).sum::<f64>() / 4.0;
            let tint = 0.08 + 0.5 * (height - bottom) / (top - bottom);
            quads.push((nearness, corners.map(|p| panel.page(self.at(p))), tint));
        }
        let quads = sort_up_to_tolerance(quads, |(nearness, ..)| *nearness);
        panel.write(Mark::rare(Surface { quads, colour }));
    }

    /// Writes a label beside a point of space.
    pub fn label(&self, panel: &mut Panel, at: Point, place: Place, label: impl Into<Label>) {
        panel.label(self.at(at), place, label);
    }
}

/// Writes a label beyond the first of two points of a panel, as seen from the second.
fn label_outwards(panel: &mut Panel, ends: [[f64; 2]; 2], label: Label) {
    let [a, b] = ends.map(|p| panel.page(p));
    panel.write_axis(label, a, [a[0] - b[0], a[1] - b[1]]);
}

/// The panel over two stretches of the page, with margins.
fn with_margins(width: f64, x: [f64; 2], y: [f64; 2]) -> Panel {
    let unit = (x[1] - x[0]) / (width - 2.0 * MARGIN[0]);
    let widen = |[low, high]: [f64; 2], by: f64| [low - by * unit, high + by * unit];
    Panel::window(width, widen(x, MARGIN[0]), widen(y, MARGIN[1]))
}

/// A few round numbers strictly within a range: its ends would meet at corners of the box.
fn round_numbers([low, high]: [f64; 2]) -> Vec<f64> {
    let mut numbers = ticks(low, high, 6);
    let slack = 1e-6 * (high - low);
    numbers.retain(|&number| low + slack < number && number < high - slack);
    numbers
}

/// Quads from the farthest to the nearest: how near, where, and how opaque the tint.
struct Surface {
    quads: Vec<(f64, [[f64; 2]; 4], f64)>,
    colour: Colour,
}

impl Rare for Surface {
    fn write(&self, on: &Coordinates, out: &mut Element) {
        let mut group = Element::new("g")
            .with("fill", self.colour.css())
            .with("stroke", self.colour.css())
            .with("stroke-linejoin", "round");
        for (_, corners, tint) in &self.quads {
            if corners.iter().all(|&p| clip::contains(&on.area, p)) {
                let quad = Element::through("polygon", corners);
                let page = quad.clone().with("fill", Colour::Background.css());
                group.add(page.with("stroke", "none"));
                group.add(quad.at("fill-opacity", *tint));
            }
        }
        out.add(group);
    }
}
