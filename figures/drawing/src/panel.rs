//! A panel: one pair of axes with what is drawn in it. How the marks are drawn
//! is in `marks`, one file a kind; what a test reads back is in `read`.

use crate::clip;
use crate::marks::{Form, Mark, Shape, Text};
use crate::point::{Point, part_of_the_way};
use crate::scale::{Area, Coordinates, Scale};
use crate::style::Style;
use crate::svg::Element;
use crate::text::Label;

/// Room around the frame for tick labels, axis names and a title.
const LEFT: f64 = 42.0;
const RIGHT: f64 = 24.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 26.0;

/// Further room for the names of a chart's axes, below and above.
const BELOW: f64 = 24.0;
const ABOVE: f64 = 10.0;

/// A panel wider than this cannot be made so large on a phone that text of 15 units is legible.
const WIDE: f64 = 395.0;

/// The direction of a label from its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the point.
    Centre,
    /// Above.
    North,
    /// Above and to the right.
    NorthEast,
    /// To the right.
    East,
    /// Below and to the right.
    SouthEast,
    /// Below.
    South,
    /// Below and to the left.
    SouthWest,
    /// To the left.
    West,
    /// Above and to the left.
    NorthWest,
}

impl Place {
    /// The direction on the page, y downwards.
    pub(crate) fn direction(self) -> [f64; 2] {
        match self {
            Place::Centre => [0.0, 0.0],
            Place::North => [0.0, -1.0],
            Place::NorthEast => [1.0, -1.0],
            Place::East => [1.0, 0.0],
            Place::SouthEast => [1.0, 1.0],
            Place::South => [0.0, 1.0],
            Place::SouthWest => [-1.0, 1.0],
            Place::West => [-1.0, 0.0],
            Place::NorthWest => [-1.0, -1.0],
        }
    }
}

/// One pair of axes and what is drawn in it, in this order, the names of marks last.
/// Points are in the coordinates of the mathematics. Lines and areas are cut at the
/// frame; a label whose point lies outside is left out.
#[derive(Clone, Debug)]
pub struct Panel {
    coordinates: Coordinates,
    size: [f64; 2],
    marks: Vec<Mark>,
    names: Vec<Mark>,
}

/// Panels are the same if their pictures are.
impl PartialEq for Panel {
    fn eq(&self, other: &Panel) -> bool {
        let drawn = |panel: &Panel| panel.draw_in(Element::new("g"));
        self.size == other.size && drawn(self) == drawn(other)
    }
}

impl Panel {
    /// A panel `width` wide over two ranges with one unit for both axes, so that angles
    /// and lengths are true. Panics if a range is empty; likewise the functions below.
    pub fn plane(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let height = one_unit(width - LEFT - RIGHT, x, y);
        Panel::framed(width, height, [TOP, BOTTOM], x, y)
    }

    /// A panel whose frame is `height` high, a unit for each axis, with room for their names.
    pub fn chart(width: f64, height: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        Panel::framed(width, height, [TOP + ABOVE, BOTTOM + BELOW], x, y)
    }

    /// A panel like [`Panel::chart`], as high as one unit for both axes makes it.
    pub fn equal_chart(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        Panel::chart(width, one_unit(width - LEFT - RIGHT, x, y), x, y)
    }

    /// A sheet without axes for diagrams: points are page units from its upper left corner.
    pub fn sheet(width: f64, height: f64) -> Self {
        let coordinates = Coordinates {
            x: Scale::new([0.0, width], [0.0, width]),
            y: Scale::new([0.0, height], [0.0, height]),
            area: Area::page(width, height),
        };
        Panel::over(coordinates, [width, height])
    }

    /// A panel like [`Panel::plane`] without margins, for pictures without axes or with their own.
    pub fn window(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let height = one_unit(width, x, y);
        let coordinates = Coordinates::new(Area::page(width, height), x, y);
        Panel::over(coordinates, [width, height])
    }

    /// A panel like [`Panel::window`] with y downwards, for pictures whose lines are counted
    /// from above.
    pub fn picture(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let mut panel = Panel::window(width, x, y);
        let Coordinates { y, area, .. } = &mut panel.coordinates;
        y.range = [area.top, area.bottom];
        panel
    }

    fn framed(width: f64, down: f64, [above, below]: [f64; 2], x: [f64; 2], y: [f64; 2]) -> Self {
        let area = Area::between([LEFT, above], [width - RIGHT, above + down]);
        let size = [width, area.bottom + below];
        Panel::over(Coordinates::new(area, x, y), size)
    }

    fn over(coordinates: Coordinates, size: [f64; 2]) -> Self {
        Panel {
            coordinates,
            size,
            marks: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Its coordinates.
    pub fn coordinates(&self) -> &Coordinates {
        &self.coordinates
    }

    /// The part of the page within its axes.
    pub fn area(&self) -> Area {
        self.coordinates.area
    }

    /// Where a point is on the page.
    pub fn page(&self, point: impl Point) -> [f64; 2] {
        self.coordinates.page(point)
    }

    /// The point at a place on the page.
    pub fn world(&self, at: [f64; 2]) -> [f64; 2] {
        self.coordinates.world(at)
    }

    /// How many page units one unit along x takes.
    pub fn unit(&self) -> f64 {
        self.coordinates.x.unit()
    }

    /// Whether it fills a phone and has small text there, which a style sheet makes larger.
    pub(crate) fn is_wide(&self) -> bool {
        self.size[0] > WIDE
    }

    /// Its width and height in page units, axes and margins included.
    pub fn size(&self) -> [f64; 2] {
        self.size
    }

    /// Writes a label beside a point.
    pub fn label(&mut self, at: impl Point, place: Place, label: impl Into<Label>) {
        self.text(self.page(at), place.direction(), label.into(), false);
    }

    /// Writes a label at a part of the way between two points, on the left of who walks it.
    pub fn label_left(
        &mut self,
        from: impl Point,
        to: impl Point,
        part: f64,
        label: impl Into<Label>,
    ) {
        self.label_on_left([from.xy(), to.xy()], part, label.into(), false);
    }

    /// Writes a label like [`Panel::label_left`], on the right-hand side.
    pub fn label_right(
        &mut self,
        from: impl Point,
        to: impl Point,
        part: f64,
        label: impl Into<Label>,
    ) {
        self.label_left(to, from, 1.0 - part, label);
    }

    fn label_on_left(&mut self, way: [[f64; 2]; 2], part: f64, label: Label, is_name: bool) {
        let [a, b] = way.map(|end| self.page(end));
        let at = self.page(part_of_the_way(way[0], way[1], part));
        // The page's y points down, so a quarter turn to the left is (dy, -dx).
        self.text(at, [b[1] - a[1], a[0] - b[0]], label, is_name);
    }

    /// Writes a title above the frame, in its middle.
    pub fn title(&mut self, label: impl Into<Label>) {
        let [middle, _] = self.area().middle();
        self.write_label(label, [middle, self.area().top], [0.0, -1.0]);
    }

    /// Writes a label in a direction from a place on the page, if that is within the frame.
    fn text(&mut self, at: [f64; 2], direction: [f64; 2], label: Label, is_name: bool) {
        if clip::contains(&self.area(), at) {
            let marks = if is_name {
                &mut self.names
            } else {
                &mut self.marks
            };
            marks.extend(Text::mark(label, at, direction, false));
        }
    }

    /// Writes a label in a direction from a place on the page, wherever it is.
    pub(crate) fn write_label(
        &mut self,
        label: impl Into<Label>,
        at: [f64; 2],
        direction: [f64; 2],
    ) {
        let text = Text::mark(label.into(), at, direction, false);
        self.marks.extend(text);
    }

    /// Writes a number or a name of an axis.
    pub(crate) fn write_axis(&mut self, label: Label, at: [f64; 2], direction: [f64; 2]) {
        self.marks.extend(Text::mark(label, at, direction, true));
    }

    pub(crate) fn write(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Draws a shape, which may get a name.
    pub(crate) fn drawn(
        &mut self,
        form: Form,
        points: Vec<[f64; 2]>,
        style: Style,
        radius: f64,
    ) -> Drawn<'_> {
        let name = String::new();
        let shape = Shape {
            points,
            style,
            name,
        };
        self.marks.push(Mark::Shape(form, shape, radius));
        Drawn(self)
    }

    /// All marks in the order in which they are drawn.
    pub(crate) fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().chain(&self.names)
    }

    /// The element of SVG with the marks in it.
    pub(crate) fn draw_in(&self, mut group: Element) -> Element {
        for mark in self.marks() {
            mark.write(&self.coordinates, &mut group);
        }
        group
    }

    /// Its marks, taken out.
    pub(crate) fn into_marks(mut self) -> Vec<Mark> {
        self.marks.append(&mut self.names);
        self.marks
    }

    /// An empty panel with the same coordinates.
    pub(crate) fn alike(coordinates: &Coordinates) -> Panel {
        Panel::over(*coordinates, [0.0; 2])
    }
}

/// The height of a frame `width` wide with one unit for both axes.
fn one_unit(width: f64, x: [f64; 2], y: [f64; 2]) -> f64 {
    Scale::new(x, [0.0, width]).unit() * (y[1] - y[0])
}

/// The name of a mark: text in large letters, or a label as it is, in the colour of the mark.
pub struct Name(Label);

impl From<Label> for Name {
    fn from(label: Label) -> Self {
        Name(label)
    }
}

impl<T: Into<String>> From<T> for Name {
    fn from(text: T) -> Self {
        Name(Label::new(text).large())
    }
}

/// A line or an arrow that has just been drawn; its name is written after all marks.
pub struct Drawn<'a>(&'a mut Panel);

impl Drawn<'_> {
    /// Names it at a part of its way, on the left of someone who walks it.
    pub fn left(self, part: f64, name: impl Into<Name>) -> Self {
        self.beside(true, part, name)
    }

    /// Names it like [`Drawn::left`], on the right.
    pub fn right(self, part: f64, name: impl Into<Name>) -> Self {
        self.beside(false, part, name)
    }

    /// Names it like [`Drawn::left`], or else like [`Drawn::right`].
    pub fn beside(mut self, left: bool, part: f64, name: impl Into<Name>) -> Self {
        let (label, [from, to]) = self.named(name.into());
        match left {
            true => self.0.label_on_left([from, to], part, label, true),
            false => self.0.label_on_left([to, from], 1.0 - part, label, true),
        }
        self
    }

    /// Names it at its end.
    pub fn at_tip(mut self, place: Place, name: impl Into<Name>) -> Self {
        let (label, [_, tip]) = self.named(name.into());
        self.0
            .text(self.0.page(tip), place.direction(), label, true);
        self
    }

    /// The label that the mark is named with, and where the mark begins and ends.
    fn named(&mut self, Name(label): Name) -> (Label, [[f64; 2]; 2]) {
        let Some(Mark::Shape(_, shape, _)) = self.0.marks.last_mut() else {
            unreachable!("only shapes get a name");
        };
        let label = label.named_for(shape.style.colour);
        shape.name = label.plain();
        (label, [shape.start(), shape.tip()])
    }
}
