//! A panel: one pair of axes with what is drawn in it. How the marks are drawn
//! is in `marks`, one file a kind.

use crate::clip;
use crate::marks::{Block, Mark, PlacedBlock, Series, Shape, Text};
use crate::point::{Point, part_of_the_way};
use crate::scale::{Area, Coordinates, Scale};
use crate::style::Colour;
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

/// A panel wider than this cannot be made so large on a phone that text of 15
/// units is legible.
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

/// One pair of axes and what is drawn in it, in the order in which it is drawn;
/// the names of marks come last.
///
/// Points are given in the coordinates of the mathematics. Lines and areas are
/// cut at the frame; a label whose point lies outside is left out.
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
        self.size == other.size && self.elements() == other.elements()
    }
}

impl Panel {
    /// A panel `width` wide over `x` and `y` with one unit for both axes, so
    /// that angles and lengths are true.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite; likewise the functions below.
    pub fn plane(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let height = one_unit(width - LEFT - RIGHT, x, y);
        Panel::framed(width, height, [TOP, BOTTOM], x, y)
    }

    /// A panel `width` wide whose frame is `height` high, with a unit for each
    /// axis, and room for the names of the axes.
    pub fn chart(width: f64, height: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        Panel::framed(width, height, [TOP + ABOVE, BOTTOM + BELOW], x, y)
    }

    /// A panel like [`Panel::chart`], as high as one unit for both axes makes it.
    pub fn equal_chart(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        Panel::chart(width, one_unit(width - LEFT - RIGHT, x, y), x, y)
    }

    /// A sheet without axes and margins, for diagrams: points are page units
    /// from its top left corner, y downwards.
    ///
    /// # Panics
    /// If it has no width or no height.
    pub fn sheet(width: f64, height: f64) -> Self {
        let coordinates = Coordinates {
            x: Scale::new([0.0, width], [0.0, width]),
            y: Scale::new([0.0, height], [0.0, height]),
            area: Area::page(width, height),
        };
        Panel::over(coordinates, [width, height])
    }

    /// A panel `width` wide over `x` and `y` with one unit for both axes and
    /// without margins: for pictures that need no axes, or draw their own.
    pub fn window(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let height = one_unit(width, x, y);
        let coordinates = Coordinates::new(Area::page(width, height), x, y);
        Panel::over(coordinates, [width, height])
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

    /// Whether it fills a phone and still has small text there, which a style
    /// sheet makes larger.
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

    /// Writes a label at a part of the way from `from` to `to`, on the left-hand
    /// side of someone who walks it.
    pub fn label_left(
        &mut self,
        from: impl Point,
        to: impl Point,
        part: f64,
        label: impl Into<Label>,
    ) {
        let [a, b] = [self.page(&from), self.page(&to)];
        let at = self.page(part_of_the_way(from, to, part));
        // The page's y points down, so a quarter turn to the left is (dy, -dx).
        self.text(at, [b[1] - a[1], a[0] - b[0]], label.into(), false);
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

    /// Writes a title above the frame, in its middle.
    pub fn title(&mut self, label: impl Into<Label>) {
        let [middle, _] = self.area().middle();
        self.write_label(label, [middle, self.area().top], [0.0, -1.0]);
    }

    /// Writes a label in a direction from a place on the page, if that is
    /// within the frame.
    fn text(&mut self, at: [f64; 2], direction: [f64; 2], label: Label, name: bool) {
        let before = self.marks.len();
        if clip::contains(&self.area(), at) {
            self.write_label(label, at, direction);
        }
        if name {
            self.names.extend(self.marks.drain(before..));
        }
    }

    /// Writes a label in a direction from a place on the page, if there is
    /// anything to write.
    pub(crate) fn write_label(
        &mut self,
        label: impl Into<Label>,
        at: [f64; 2],
        direction: [f64; 2],
    ) {
        self.write_text(label.into(), at, direction, false);
    }

    /// Writes a number or a name of an axis.
    pub(crate) fn write_axis(&mut self, label: Label, at: [f64; 2], direction: [f64; 2]) {
        self.write_text(label, at, direction, true);
    }

    fn write_text(&mut self, label: Label, at: [f64; 2], direction: [f64; 2], of_axis: bool) {
        if !label.is_empty() {
            self.write(Mark::Text(Text {
                at,
                direction,
                label,
                of_axis,
            }));
        }
    }

    pub(crate) fn write(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// A mark that may get a name.
    pub(crate) fn drawn(&mut self, mark: Mark) -> Drawn<'_> {
        self.marks.push(mark);
        Drawn(self)
    }

    /// All marks in the order in which they are drawn, blocks in their parts.
    pub(crate) fn parts(&self) -> Vec<Mark> {
        let marks = self.marks.iter().chain(&self.names);
        let parts = marks.flat_map(|mark| {
            let parts = match mark {
                Mark::Rare(mark) => mark.parts(&self.coordinates),
                _ => None,
            };
            parts.unwrap_or_else(|| vec![mark.clone()])
        });
        parts.collect()
    }

    /// The marks as elements of SVG.
    pub(crate) fn elements(&self) -> Vec<Element> {
        let mut elements = Vec::new();
        for mark in self.marks.iter().chain(&self.names) {
            mark.write(&self.coordinates, &mut elements);
        }
        elements
    }

    /// Its marks, taken out.
    pub(crate) fn into_marks(self) -> Vec<Mark> {
        [self.marks, self.names].concat()
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

/// The name of a mark: a text in large letters, or a label as it is; in the
/// colour of the mark unless it has its own.
pub struct Name(Label);

impl From<Label> for Name {
    fn from(label: Label) -> Self {
        Name(label)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Name(Label::new(text).large())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Name(Label::new(text).large())
    }
}

/// What has just been drawn: a line or an arrow, which can be given a name.
/// Names are written when all marks are drawn.
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
        if let Some((label, from, to)) = self.name(name.into()) {
            let (from, to, part) = if left {
                (from, to, part)
            } else {
                (to, from, 1.0 - part)
            };
            let [a, b] = [self.0.page(from), self.0.page(to)];
            let at = self.0.page(part_of_the_way(from, to, part));
            self.0.text(at, [b[1] - a[1], a[0] - b[0]], label, true);
        }
        self
    }

    /// Names it at its end.
    pub fn at_tip(self, place: Place, name: impl Into<Name>) -> Self {
        self.at_end(place, name.into())
    }

    fn shape(&mut self) -> Option<&mut Shape> {
        match self.0.marks.last_mut()? {
            Mark::Line(shape) | Mark::Polygon(shape) | Mark::Arrow(shape, _) => Some(shape),
            _ => None,
        }
    }

    /// Gives the mark a name, and makes the label of it.
    fn name(&mut self, name: Name) -> Option<(Label, [f64; 2], [f64; 2])> {
        let shape = self.shape()?;
        let label = name.0.named_for(shape.style.colour);
        shape.name = label.plain();
        Some((label, shape.start(), shape.tip()))
    }

    fn at_end(mut self, place: Place, name: Name) -> Self {
        if let Some((label, _, tip)) = self.name(name) {
            let at = self.0.page(tip);
            self.0.text(at, place.direction(), label, true);
        }
        self
    }
}

/// What a test reads back, in the coordinates of the panel.
impl Panel {
    /// The lines, whole as they were given, beyond the frame too.
    pub fn lines(&self) -> Vec<&Shape> {
        self.of(|mark| match mark {
            Mark::Line(shape) => Some(shape),
            _ => None,
        })
    }

    /// The arrows, those of length 0 too.
    pub fn arrows(&self) -> Vec<&Shape> {
        self.of(|mark| match mark {
            Mark::Arrow(shape, _) => Some(shape),
            _ => None,
        })
    }

    /// The polygons, circles among them.
    pub fn polygons(&self) -> Vec<&Shape> {
        self.of(|mark| match mark {
            Mark::Polygon(shape) => Some(shape),
            _ => None,
        })
    }

    /// The rectangles and bars.
    pub fn rectangles(&self) -> Vec<&Shape> {
        self.of(|mark| match mark {
            Mark::Rectangle(shape, _) => Some(shape),
            _ => None,
        })
    }

    /// The points, a series each time they were drawn.
    pub fn points(&self) -> Vec<&Series> {
        self.of(|mark| match mark {
            Mark::Points(series) => Some(series),
            _ => None,
        })
    }

    /// The blocks of matrices, each with its upper left corner.
    pub fn blocks(&self) -> Vec<(&Block, [f64; 2])> {
        let placed = self.of(|mark| mark.as_rare::<PlacedBlock>());
        placed
            .into_iter()
            .map(|PlacedBlock { at, block }| (block, *at))
            .collect()
    }

    /// The strokes of paths, such as level curves, a list a path.
    pub fn paths(&self) -> Vec<Vec<Vec<[f64; 2]>>> {
        self.of(|mark| match mark {
            Mark::Path(strokes, _) => Some(strokes),
            _ => None,
        })
        .into_iter()
        .map(|strokes| {
            let world = |stroke: &crate::marks::Stroke| {
                stroke.points.iter().map(|&p| self.world(p)).collect()
            };
            strokes.iter().map(world).collect()
        })
        .collect()
    }

    /// The labels with the points beside which they stand, numbers and names
    /// of axes apart, those of blocks too.
    pub fn labels(&self) -> Vec<(Label, [f64; 2])> {
        let parts = self.parts().into_iter();
        let labels = parts.filter_map(|mark| match mark {
            Mark::Text(text) if !text.of_axis => Some((text.label, self.world(text.at))),
            _ => None,
        });
        labels.collect()
    }

    /// What the labels say, without markup.
    pub fn words(&self) -> Vec<String> {
        self.labels()
            .iter()
            .map(|(label, _)| label.plain())
            .collect()
    }

    /// The colours of what a kind of mark shows, and all else that a test needs
    /// of them, is in the marks themselves.
    fn of<'a, T>(&'a self, kind: impl Fn(&'a Mark) -> Option<T>) -> Vec<T> {
        self.marks.iter().filter_map(kind).collect()
    }
}

impl Shape {
    /// Its colour.
    pub fn colour(&self) -> Colour {
        self.style.colour
    }
}

impl Series {
    /// Its colour.
    pub fn colour(&self) -> Colour {
        self.style.colour
    }
}
