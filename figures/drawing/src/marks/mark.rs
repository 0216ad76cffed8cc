//! What has been drawn in a panel, kept as data and written as SVG late.
//!
//! Shapes, points and blocks are in the coordinates of the mathematics. Texts,
//! paths and cells, which are set on the page, are in page units.

use super::Marker;
use crate::clip;
use crate::controls::Handle;
use crate::point::{beside, distance, part_of_the_way};
use crate::scale::{Area, Coordinates};
use crate::style::{Colour, Look, Style};
use crate::svg::{Element, path, points, short};
use crate::text::Label;
use crate::words::joined;
use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// The radius of what a finger meets: 24 pixels across where a drawing is shown 330 pixels wide.
const FINGER: f64 = 19.0;

/// The radius of a handle.
const DOT: f64 = 6.0;

/// Decimals of the scale of a handle: an axis may have a thousand units.
const SCALE: usize = 6;

/// One thing that is drawn.
#[derive(Clone, Debug)]
pub(crate) enum Mark {
    Shape(Form, Shape),
    Points(Series),
    Handle(Handle, Colour),
    Text(Text),
    /// Strokes in one path, cut already; filled if the style is.
    Path(Vec<Stroke>, Style),
    Rare(Arc<dyn Rare>),
}

/// The kinds of shapes, with the radius of their corners in page units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    Line,
    Polygon,
    Arrow(f64),
    Rectangle(f64),
}

/// A mark of few figures, such as a block; only their modules for the browser have its code.
pub(crate) trait Rare: Any + Send + Sync {
    /// Writes it as elements.
    fn write(&self, on: &Coordinates, out: &mut Element) {
        for part in self.parts(on) {
            part.write(on, out);
        }
    }

    /// The marks of other kinds that it is made of.
    fn parts(&self, _: &Coordinates) -> Vec<Mark> {
        Vec::new()
    }
}

impl fmt::Debug for dyn Rare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rare")
    }
}

/// A line, an arrow, a polygon or a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its corners in their order, in the coordinates of the panel.
    pub points: Vec<[f64; 2]>,
    /// How it is drawn.
    pub style: Style,
    /// What it is called, without markup; empty if nothing.
    pub name: String,
}

/// Points of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Where they are, in the coordinates of the panel.
    pub points: Vec<[f64; 2]>,
    /// Their shape.
    pub marker: Marker,
    /// Their radius in page units.
    pub radius: f64,
    /// How they are drawn.
    pub style: Style,
}

/// Words, on the page.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub at: [f64; 2],
    pub direction: [f64; 2],
    pub label: Label,
    pub role: Role,
}

/// What words are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    Label,
    /// The name of a mark, written when all marks are drawn.
    Name,
    /// A number or a name of an axis.
    Axis,
}

/// A line on the page, which may be closed.
#[derive(Clone, Debug)]
pub(crate) struct Stroke {
    pub points: Vec<[f64; 2]>,
    pub closed: bool,
}

impl From<Vec<[f64; 2]>> for Stroke {
    fn from(points: Vec<[f64; 2]>) -> Self {
        let closed = false;
        Stroke { points, closed }
    }
}

impl Mark {
    /// A mark of a rare kind.
    pub(crate) fn rare(mark: impl Rare) -> Mark {
        Mark::Rare(Arc::new(mark))
    }

    /// The mark as a rare one of a kind.
    pub(crate) fn as_rare<T: Rare>(&self) -> Option<&T> {
        match self {
            Mark::Rare(mark) => (mark.as_ref() as &dyn Any).downcast_ref(),
            _ => None,
        }
    }

    /// Writes it as elements.
    pub(crate) fn write(&self, on: &Coordinates, out: &mut Element) {
        match self {
            Mark::Shape(form, Shape { points, style, .. }) => {
                let page: Vec<_> = points.iter().map(|p| on.page(p)).collect();
                match *form {
                    Form::Line => line(&on.area, &page, style, out),
                    Form::Polygon => polygon(&on.area, page, style, out),
                    Form::Arrow(radius) => arrow(&on.area, page, radius, style, out),
                    Form::Rectangle(radius) => {
                        let mut corners = rectangle(&Area::between(page[0], page[2]));
                        if radius != 0.0 {
                            corners = corners.at("rx", radius);
                        }
                        out.add(style.apply(corners));
                    }
                }
            }
            Mark::Points(series) => {
                let mut shapes = Vec::new();
                for at in series.points.iter().map(|p| on.page(p)) {
                    if clip::contains(&on.area, at) {
                        shapes.push(series.marker.shape(at, series.radius));
                    }
                }
                if shapes.len() > 1 {
                    let group = series.style.apply(Element::new("g"));
                    out.add(shapes.into_iter().fold(group, Element::child));
                } else if let Some(shape) = shapes.pop() {
                    out.add(series.style.apply(shape));
                }
            }
            Mark::Handle(at, colour) => out.add(handle(on, *at, *colour)),
            Mark::Text(text) => out.add(text.label.beside(text.at, text.direction)),
            Mark::Path(strokes, style) => {
                out.add(style.apply(Element::new("path").with("d", path(strokes))));
            }
            Mark::Rare(mark) => mark.write(on, out),
        }
    }
}

fn line(area: &Area, line: &[[f64; 2]], style: &Style, out: &mut Element) {
    for piece in clip::polyline(area, line) {
        let piece = Element::through("polyline", &piece);
        out.add(style.filled(0.0).apply(piece));
    }
}

fn polygon(area: &Area, mut ring: Vec<[f64; 2]>, style: &Style, out: &mut Element) {
    let through = |ring: &[[f64; 2]]| Element::through("polygon", ring);
    if ring.iter().all(|&p| clip::contains(area, p)) {
        out.add(style.apply(through(&ring)));
        return;
    }
    // Where the area is cut it has no edge of its own, so the outline is a
    // line apart from the filling.
    if style.fill > 0.0 {
        let inside = clip::polygon(area, &ring);
        if !inside.is_empty() {
            out.add(style.width(0.0).apply(through(&inside)));
        }
    }
    if style.width > 0.0 {
        ring.extend(ring.first().copied());
        line(area, &ring, style, out);
    }
}

/// The tip is at the last point. Of length zero it is a dot; beyond the area it has no head.
fn arrow(area: &Area, route: Vec<[f64; 2]>, radius: f64, style: &Style, out: &mut Element) {
    let is_straight = route.len() == 2;
    if is_straight && distance(route[0], route[1]) < 0.5 {
        if clip::contains(area, route[0]) {
            let dot = Marker::Circle.shape(route[0], style.width * 1.5);
            out.add(style.colour.full().apply(dot));
        }
        return;
    }
    let mut shaft = rounded(&route, radius);
    let last = shaft.len() - 1;
    let (before, tip) = (shaft[last - 1], shaft[last]);
    let length = distance(before, tip);
    let along = [0, 1].map(|k| (tip[k] - before[k]) / length);
    // A short arrow has a small head rather than a head and no shaft.
    let most = if is_straight { 0.75 * length } else { length };
    let head = (5.0 + 3.2 * style.width).min(most);
    let half = 0.42 * head;
    let behind = |back: f64, aside: f64| beside(tip, along, -back, aside);
    // The shaft ends within the head, or its square end would blunt the tip.
    shaft[last] = behind(0.7 * head, 0.0);
    line(area, &shaft, style, out);
    let outline = [
        tip,
        behind(head, half),
        behind(0.78 * head, 0.0),
        behind(head, -half),
    ];
    if outline.iter().all(|&p| clip::contains(area, p)) {
        let head = Element::new("polygon").with("class", "arrowhead");
        let head = head.with("points", points(&outline));
        out.add(style.colour.area(style.opacity).apply(head));
    }
}

/// The line with each corner replaced by short stretches of a parabola that touches both sides.
fn rounded(route: &[[f64; 2]], radius: f64) -> Vec<[f64; 2]> {
    const STRETCHES: i32 = 5;
    let mut line = vec![route[0]];
    for at in route.windows(3) {
        let [before, corner, after] = [at[0], at[1], at[2]];
        // Half a side is left to the corner at its other end.
        let reach =
            |end: [f64; 2]| part_of_the_way(corner, end, (radius / distance(corner, end)).min(0.5));
        let [enter, leave] = [reach(before), reach(after)];
        for step in 0..=STRETCHES {
            let t = f64::from(step) / f64::from(STRETCHES);
            let a = part_of_the_way(enter, corner, t);
            let b = part_of_the_way(corner, leave, t);
            line.push(part_of_the_way(a, b, t));
        }
    }
    line.extend(route.last());
    line
}

/// A dot and, around it, room for a finger.
fn handle(on: &Coordinates, handle: Handle, colour: Colour) -> Element {
    let at = on.page(handle);
    let (origin, one) = (on.page([0.0, 0.0]), on.page([1.0, 1.0]));
    // Where 0 stands, and how far away 1 is, in page units.
    let to_world = [origin[0], origin[1], one[0] - origin[0], one[1] - origin[1]];
    let to_world = joined(to_world.map(|z| short(z, SCALE)), " ");
    let room = Marker::Circle.shape(at, FINGER);
    let dot = Marker::Circle.shape(at, DOT);
    Element::new("g")
        .with("class", "handle")
        .with("data-parameter", handle.control)
        .with("data-scale", to_world)
        .child(dot.with("fill", colour.css()))
        .child(room.with("fill", "none").with("pointer-events", "all"))
}

pub(super) fn rectangle(area: &Area) -> Element {
    let [width, height] = area.size();
    Element::new("rect")
        .at("x", area.left)
        .at("y", area.top)
        .at("width", width)
        .at("height", height)
}
