//! A drawing: one panel, or several beside each other.

use crate::panel::Panel;
use crate::svg::{Element, number};

/// The width of a drawing in page units. Shown 330 pixels wide, as on a phone,
/// it leaves text of 16 units 10 pixels high.
pub const WIDTH: f64 = 520.0;

/// Space between two panels, in page units.
const GUTTER: f64 = 10.0;

/// What a figure shows, without its title and description.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width in page units.
    pub width: f64,
    /// Its height in page units.
    pub height: f64,
    elements: Vec<Element>,
}

impl From<Panel> for Drawing {
    fn from(panel: Panel) -> Self {
        let [width, height] = panel.size();
        Drawing {
            width,
            height,
            elements: panel.into_elements(),
        }
    }
}

impl Drawing {
    /// The width of each of `columns` panels side by side.
    pub fn column(columns: usize) -> f64 {
        (WIDTH - GUTTER * (columns as f64 - 1.0)) / columns as f64
    }

    /// Small multiples: panels in rows of `columns`, filled from the top left.
    ///
    /// # Panics
    /// If there are no columns.
    pub fn panels(columns: usize, panels: Vec<Panel>) -> Self {
        assert!(columns > 0, "panels need at least one column");
        let mut drawing = Drawing {
            width: 0.0,
            height: 0.0,
            elements: Vec::new(),
        };
        let (mut left, mut top) = (0.0, 0.0);
        for (k, panel) in panels.into_iter().enumerate() {
            if k > 0 && k % columns == 0 {
                (left, top) = (0.0, drawing.height + GUTTER);
            }
            let [width, height] = panel.size();
            let place = format!("translate({} {})", number(left), number(top));
            drawing.elements.push(
                Element::new("g")
                    .with("transform", place)
                    .children(panel.into_elements()),
            );
            drawing.width = drawing.width.max(left + width);
            drawing.height = drawing.height.max(top + height);
            left += width + GUTTER;
        }
        drawing
    }

    /// The whole `svg` element, labelled by its title and description, whose
    /// ids begin with `id`.
    pub fn to_element(&self, id: &str, title: &str, description: &str) -> Element {
        let (width, height) = (self.width.ceil(), self.height.ceil());
        Element::new("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("class", "figure")
            .with("role", "img")
            .with("aria-labelledby", format!("{id}-title {id}-desc"))
            .with(
                "viewBox",
                format!("0 0 {} {}", number(width), number(height)),
            )
            // The page makes room before its style sheet has come.
            .at("width", width)
            .at("height", height)
            .child(
                Element::new("title")
                    .with("id", format!("{id}-title"))
                    .text(title),
            )
            .child(
                Element::new("desc")
                    .with("id", format!("{id}-desc"))
                    .text(description),
            )
            .children(self.elements.iter().cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_fill_rows_from_the_top_left() {
        let panel = || Panel::chart(255.0, 100.0, [0.0, 1.0], [0.0, 1.0]);
        let height = panel().size()[1];
        let drawing = Drawing::panels(2, vec![panel(), panel(), panel()]);
        assert_eq!(drawing.width, WIDTH);
        assert_eq!(drawing.height, 2.0 * height + GUTTER);
        let svg = drawing.to_element("x", "title", "description").to_svg();
        assert!(svg.contains("translate(0 0)") && svg.contains("translate(265 0)"));
        assert!(svg.contains(&format!("translate(0 {})", number(height + GUTTER))));
    }

    #[test]
    fn the_columns_and_their_gutters_fill_the_width() {
        assert_eq!(Drawing::column(1), WIDTH);
        assert_eq!(2.0 * Drawing::column(2) + GUTTER, WIDTH);
    }
}
