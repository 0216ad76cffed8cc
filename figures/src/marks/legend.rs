//! Legends, for figures where a label beside the mark has no room.

use super::Marker;
use crate::panel::Panel;
use crate::style::Style;
use crate::svg::{Element, points};
use crate::text::{Label, SIZE};

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

/// Width of a sample and height of a row, in page units.
const SAMPLE: f64 = 26.0;
const ROW: f64 = 1.45 * SIZE;

impl Panel {
    /// Writes a legend whose top left corner is at a point, a row an entry.
    pub fn legend(&mut self, at: [f64; 2], entries: Vec<(Key, Label)>) {
        let [left, top] = self.frame().page(at);
        for (k, (key, label)) in entries.into_iter().enumerate() {
            let middle = top + ROW * (k as f64 + 0.5);
            self.write(key.sample(left, middle));
            self.write(label.beside([left + SAMPLE, middle], [1.0, 0.0]));
        }
    }
}

impl Key {
    fn sample(self, left: f64, middle: f64) -> Element {
        match self {
            Key::Point(marker, radius, style) => {
                style.dress(marker.shape([left + SAMPLE / 2.0, middle], radius))
            }
            Key::Line(style) => {
                let ends = [[left, middle], [left + SAMPLE, middle]];
                style.dress(Element::new("polyline").with("points", points(&ends)))
            }
            Key::Area(style) => style.dress(
                Element::new("rect")
                    .at("x", left + 3.0)
                    .at("y", middle - 6.0)
                    .at("width", SAMPLE - 6.0)
                    .at("height", 12.0),
            ),
        }
    }
}
