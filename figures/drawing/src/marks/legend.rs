//! Legends, for figures where a label beside the mark has no room.

use super::mark::rectangle;
use super::{Mark, Marker, Rare};
use crate::panel::Panel;
use crate::point::Point;
use crate::scale::{Area, Coordinates};
use crate::style::Style;
use crate::svg::Element;
use crate::text::{Label, SIZE};

/// The width of a sample and the height of an entry, in page units.
const WIDTH: f64 = 26.0;
const HEIGHT: f64 = 1.45 * SIZE;

/// The sample of a mark in a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// A point of this shape and radius.
    Point(Marker, f64, Style),
    /// A stretch of line.
    Line(Style),
    /// A patch of area.
    Area(Style),
}

impl Panel {
    /// Writes a legend whose top left corner is at a point, a row an entry.
    pub fn legend<L: Into<Label>>(
        &mut self,
        at: impl Point,
        entries: impl IntoIterator<Item = (Key, L)>,
    ) {
        let [left, top] = self.page(at);
        for (k, (key, label)) in entries.into_iter().enumerate() {
            let middle = top + HEIGHT * (k as f64 + 0.5);
            self.write(Mark::rare(Sample(key, [left, middle])));
            self.write_label(label.into(), [left + WIDTH, middle], [1.0, 0.0]);
        }
    }
}

/// The sample of a mark, with the middle of its left side.
struct Sample(Key, [f64; 2]);

impl Rare for Sample {
    fn write(&self, _: &Coordinates, out: &mut Element) {
        let Sample(key, [x, y]) = *self;
        let right = x + WIDTH;
        let (style, sample) = match key {
            Key::Point(marker, radius, style) => {
                (style, marker.shape([x + WIDTH / 2.0, y], radius))
            }
            Key::Line(style) => (style, Element::through("polyline", &[[x, y], [right, y]])),
            Key::Area(style) => {
                let patch = Area::between([x + 3.0, y - 6.0], [right - 3.0, y + 6.0]);
                (style, rectangle(&patch))
            }
        };
        out.add(style.apply(sample));
    }
}
