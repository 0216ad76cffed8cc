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
            self.write_label(&label, [left + SAMPLE, middle], [1.0, 0.0]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    #[test]
    fn a_legend_has_a_sample_and_a_label_a_row() {
        let mut panel = Panel::chart(520.0, 200.0, [0.0, 1.0], [0.0, 1.0]);
        let line = Style::line(Colour::One);
        let entries = vec![
            (Key::Line(line.dashed()), "fit".into()),
            (Key::Point(Marker::Diamond, 5.0, line), "data".into()),
            (Key::Area(Style::area(Colour::Two, 0.2)), "region".into()),
        ];
        panel.legend([0.0, 1.0], entries);
        let drawn: Vec<String> = panel.into_elements().iter().map(Element::to_svg).collect();
        let kinds = ["<polyline", "<text", "<polygon", "<text", "<rect", "<text"];
        assert_eq!(drawn.len(), kinds.len());
        for (element, kind) in drawn.iter().zip(kinds) {
            assert!(element.starts_with(kind), "{element}");
        }
    }
}
