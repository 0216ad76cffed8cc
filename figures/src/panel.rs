//! A panel: one pair of axes with what is drawn in it. The marks are in
//! `marks`, one file a kind.

use crate::clip;
use crate::scale::{Area, Frame, Scale};
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
    fn direction(self) -> [f64; 2] {
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

/// One pair of axes and what is drawn in it, in the order in which it is drawn.
///
/// Points are given in the coordinates of the mathematics. Lines and areas are
/// cut at the frame; a label whose point lies outside is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    frame: Frame,
    size: [f64; 2],
    elements: Vec<Element>,
}

impl Panel {
    /// A panel `width` wide over `x` and `y` with one unit for both axes, so
    /// that angles and lengths are true.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite.
    pub fn plane(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let across = width - LEFT - RIGHT;
        let unit = Scale::new(x, [0.0, across]).unit();
        Panel::framed(across, unit * (y[1] - y[0]), [TOP, BOTTOM], x, y)
    }

    /// A panel `width` wide whose frame is `height` high, with a unit for each
    /// axis, and room for the names of the axes.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite.
    pub fn chart(width: f64, height: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        Panel::framed(
            width - LEFT - RIGHT,
            height,
            [TOP + ABOVE, BOTTOM + BELOW],
            x,
            y,
        )
    }

    /// A panel like [`Panel::chart`], as high as one unit for both axes makes it.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite.
    pub fn equal_chart(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let across = width - LEFT - RIGHT;
        let unit = Scale::new(x, [0.0, across]).unit();
        Panel::framed(
            across,
            unit * (y[1] - y[0]),
            [TOP + ABOVE, BOTTOM + BELOW],
            x,
            y,
        )
    }

    /// A sheet without axes and margins, for diagrams: points are page units
    /// from its top left corner, y downwards.
    ///
    /// # Panics
    /// If it has no width or no height.
    pub fn sheet(width: f64, height: f64) -> Self {
        let area = Area {
            left: 0.0,
            top: 0.0,
            right: width,
            bottom: height,
        };
        let frame = Frame {
            x: Scale::new([0.0, width], [0.0, width]),
            y: Scale::new([0.0, height], [0.0, height]),
            area,
        };
        Panel {
            frame,
            size: [width, height],
            elements: Vec::new(),
        }
    }

    /// A panel `width` wide over `x` and `y` with one unit for both axes and
    /// without margins: for pictures that need no axes, or draw their own.
    ///
    /// # Panics
    /// If `x` or `y` is empty or not finite.
    pub fn window(width: f64, x: [f64; 2], y: [f64; 2]) -> Self {
        let height = Scale::new(x, [0.0, width]).unit() * (y[1] - y[0]);
        let area = Area {
            left: 0.0,
            top: 0.0,
            right: width,
            bottom: height,
        };
        Panel {
            frame: Frame::new(area, x, y),
            size: [width, height],
            elements: Vec::new(),
        }
    }

    fn framed(across: f64, down: f64, [above, below]: [f64; 2], x: [f64; 2], y: [f64; 2]) -> Self {
        let area = Area {
            left: LEFT,
            top: above,
            right: LEFT + across,
            bottom: above + down,
        };
        Panel {
            frame: Frame::new(area, x, y),
            size: [area.right + RIGHT, area.bottom + below],
            elements: Vec::new(),
        }
    }

    /// Its coordinates.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Its width and height in page units, axes and margins included.
    pub fn size(&self) -> [f64; 2] {
        self.size
    }

    /// Writes a label beside a point.
    pub fn label(&mut self, at: [f64; 2], place: Place, label: impl Into<Label>) {
        self.label_towards(at, place.direction(), label.into());
    }

    /// Writes a label at a part of the way from `from` to `to`, on the left-hand
    /// side of someone who walks it.
    pub fn label_left(&mut self, from: [f64; 2], to: [f64; 2], part: f64, label: impl Into<Label>) {
        let [a, b] = [self.frame.page(from), self.frame.page(to)];
        let at = [0, 1].map(|k| from[k] + part * (to[k] - from[k]));
        // The page's y points down, so a quarter turn to the left is (dy, -dx).
        self.label_towards(at, [b[1] - a[1], a[0] - b[0]], label.into());
    }

    /// Writes a label like [`Panel::label_left`], on the right-hand side.
    pub fn label_right(
        &mut self,
        from: [f64; 2],
        to: [f64; 2],
        part: f64,
        label: impl Into<Label>,
    ) {
        self.label_left(to, from, 1.0 - part, label);
    }

    /// Writes a title above the frame, in its middle.
    pub fn title(&mut self, label: impl Into<Label>) {
        let area = self.frame.area;
        let at = [(area.left + area.right) / 2.0, area.top];
        self.write_label(&label.into(), at, [0.0, -1.0]);
    }

    fn label_towards(&mut self, at: [f64; 2], direction: [f64; 2], label: Label) {
        let at = self.frame.page(at);
        if clip::contains(&self.frame.area, at) {
            self.write_label(&label, at, direction);
        }
    }

    /// Writes a label in a direction from a point of the page, if there is
    /// anything to write.
    pub(crate) fn write_label(&mut self, label: &Label, at: [f64; 2], direction: [f64; 2]) {
        if !label.is_empty() {
            self.write(label.beside(at, direction));
        }
    }

    pub(crate) fn write(&mut self, element: Element) {
        self.elements.push(element);
    }

    pub(crate) fn into_elements(self) -> Vec<Element> {
        self.elements
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_has_one_unit_for_both_axes() {
        let panel = Panel::plane(520.0, [-3.5, 6.0], [-2.0, 5.0]);
        let Frame { x, y, .. } = panel.frame();
        assert!((x.unit() - y.unit()).abs() < 1e-9);
        assert_eq!(panel.size()[0], 520.0);
    }

    #[test]
    fn a_sheet_is_measured_in_page_units_from_its_top() {
        let panel = Panel::sheet(520.0, 300.0);
        assert_eq!(panel.frame().page([12.0, 34.0]), [12.0, 34.0]);
        assert_eq!(panel.size(), [520.0, 300.0]);
    }

    #[test]
    fn a_window_has_no_margins() {
        let panel = Panel::window(300.0, [-1.0, 2.0], [0.0, 1.0]);
        assert_eq!(panel.size(), [300.0, 100.0]);
        assert_eq!(panel.frame().page([-1.0, 1.0]), [0.0, 0.0]);
    }

    #[test]
    fn a_label_whose_point_is_outside_is_left_out() {
        let mut panel = Panel::plane(520.0, [0.0, 1.0], [0.0, 1.0]);
        panel.label([2.0, 0.5], Place::North, "outside");
        assert!(panel.elements.is_empty());
        panel.label([1.0, 0.5], Place::North, "inside");
        assert_eq!(panel.elements.len(), 1);
    }

    #[test]
    fn left_and_right_are_those_of_the_walker() {
        let mut panel = Panel::plane(520.0, [0.0, 2.0], [0.0, 2.0]);
        let [x, y] = panel.frame().page([1.0, 1.0]);
        panel.label_left([0.0, 1.0], [2.0, 1.0], 0.5, "up");
        panel.label_right([1.0, 0.0], [1.0, 2.0], 0.5, "east");
        let up = Label::new("up").beside([x, y], [0.0, -1.0]);
        let east = Label::new("east").beside([x, y], [1.0, 0.0]);
        assert_eq!(panel.elements, [up, east]);
    }
}
