//! A drawing: one panel, or several beside and below each other.

use crate::panel::Panel;
use crate::svg::{Element, number};

/// The width of a drawing in page units. Shown 330 pixels wide, as on a phone,
/// it leaves text of 16 units 10 pixels high.
pub const WIDTH: f64 = 520.0;

/// Space between two panels, in page units.
const GUTTER: f64 = 10.0;

/// On a phone panels stand below each other, each made larger, but not more
/// than this where a drawing is as wide as the text: 15 pixels for a number.
const LARGEST: f64 = 1.6;

/// What a figure shows, without its title and description.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width in page units.
    pub width: f64,
    /// Its height in page units.
    pub height: f64,
    /// The panels with their upper left corners, in the order in which they
    /// stand below each other on a phone.
    panels: Vec<(Panel, [f64; 2])>,
}

impl From<Panel> for Drawing {
    fn from(panel: Panel) -> Self {
        let [width, height] = panel.size();
        Drawing {
            width,
            height,
            panels: vec![(panel, [0.0, 0.0])],
        }
    }
}

impl Drawing {
    /// The width of each of `columns` panels side by side.
    pub fn column(columns: usize) -> f64 {
        (WIDTH - GUTTER * (columns as f64 - 1.0)) / columns as f64
    }

    /// Panels or drawings beside each other, their upper edges at one height.
    pub fn beside<D: Into<Drawing>>(parts: impl IntoIterator<Item = D>) -> Self {
        let mut whole = Drawing::empty();
        for part in parts {
            let gutter = if whole.panels.is_empty() { 0.0 } else { GUTTER };
            whole = whole.with(part.into(), |whole| [whole.width + gutter, 0.0]);
        }
        whole
    }

    /// Panels or drawings below each other, their left edges in one line.
    pub fn stack<D: Into<Drawing>>(parts: impl IntoIterator<Item = D>) -> Self {
        let mut whole = Drawing::empty();
        for part in parts {
            let gutter = if whole.panels.is_empty() { 0.0 } else { GUTTER };
            whole = whole.with(part.into(), |whole| [0.0, whole.height + gutter]);
        }
        whole
    }

    /// Small multiples: panels in rows of `columns`, filled from the top left.
    ///
    /// # Panics
    /// If there are no columns.
    pub fn panels(columns: usize, panels: Vec<Panel>) -> Self {
        Drawing::stack(
            panels
                .chunks(columns)
                .map(|row| Drawing::beside(row.to_vec())),
        )
    }

    fn empty() -> Drawing {
        Drawing {
            width: 0.0,
            height: 0.0,
            panels: Vec::new(),
        }
    }

    /// The drawing with another at a corner that depends on its size.
    fn with(mut self, part: Drawing, corner: impl Fn(&Drawing) -> [f64; 2]) -> Drawing {
        let [left, top] = corner(&self);
        self.width = self.width.max(left + part.width);
        self.height = self.height.max(top + part.height);
        let moved = part.panels.into_iter();
        let moved = moved.map(|(panel, [x, y])| (panel, [left + x, top + y]));
        self.panels.extend(moved);
        self
    }

    /// Its panel of that place, for a test that reads it.
    ///
    /// # Panics
    /// If there is none.
    #[track_caller]
    pub fn panel(&self, place: usize) -> &Panel {
        &self.panels[place].0
    }

    /// All its panels.
    pub fn all_panels(&self) -> Vec<&Panel> {
        self.panels.iter().map(|(panel, _)| panel).collect()
    }

    /// The panels with their upper left corners.
    pub(crate) fn placed(&self) -> &[(Panel, [f64; 2])] {
        &self.panels
    }

    /// The upper left corner and the size of each panel on a phone, in units of
    /// the drawing's width, and the height of them all.
    pub(crate) fn on_a_phone(&self) -> (Vec<([f64; 2], f64)>, f64) {
        let width = self.width.ceil();
        let largest = LARGEST * width / WIDTH;
        let mut below = 0.0;
        let mut places = Vec::new();
        for (panel, _) in &self.panels {
            let [across, down] = panel.size();
            let scale = (width / across).min(largest);
            let gutter = if places.is_empty() { 0.0 } else { GUTTER };
            places.push(([(width - scale * across) / 2.0, below + gutter], scale));
            below += gutter + scale * down;
        }
        (places, below)
    }

    /// The whole `svg` element, labelled by its title and description, whose
    /// ids begin with `id`. How the panels stand on a phone is in properties
    /// that the style sheet uses there.
    pub fn to_element(&self, id: &str, title: &str, description: &str) -> Element {
        let (width, height) = (self.width.ceil(), self.height.ceil());
        let text = |name: &'static str, text: &str| {
            let element = Element::new(name).with("id", format!("{id}-{name}"));
            element.text(text)
        };
        let mut svg = Element::new("svg")
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
            .at("height", height);
        let (places, below) = self.on_a_phone();
        let several = self.panels.len() > 1;
        if several {
            let ratio = format!("--ratio: {} / {}", number(width), number(below));
            svg = svg
                .with("preserveAspectRatio", "xMidYMin")
                .with("style", ratio);
        }
        let panels = self.panels.iter().zip(places);
        let panels = panels.map(|((panel, [left, top]), ([x, y], scale))| {
            let [x, y, left, top] = [x, y, *left, *top].map(number);
            let wide = if panel.is_wide() {
                "wide panel"
            } else {
                "panel"
            };
            let group = Element::new("g").with("class", wide);
            let group = match several {
                true => group
                    .with("transform", format!("translate({left} {top})"))
                    .with(
                        "style",
                        format!("--place: translate({x}px, {y}px) scale({})", number(scale)),
                    ),
                false => group,
            };
            group.children(panel.elements())
        });
        svg.child(text("title", title))
            .child(text("desc", description))
            .children(panels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(width: f64) -> Panel {
        Panel::chart(width, 100.0, [0.0, 1.0], [0.0, 1.0])
    }

    #[test]
    fn panels_fill_rows_from_the_top_left() {
        let height = panel(255.0).size()[1];
        let drawing = Drawing::panels(2, vec![panel(255.0), panel(255.0), panel(255.0)]);
        assert_eq!(
            (drawing.width, drawing.height),
            (WIDTH, 2.0 * height + GUTTER)
        );
        let corners: Vec<_> = drawing.placed().iter().map(|(_, corner)| *corner).collect();
        assert_eq!(corners, [[0.0, 0.0], [265.0, 0.0], [0.0, height + GUTTER]]);
    }

    #[test]
    fn on_a_phone_panels_stand_below_each_other_and_keep_their_columns_together() {
        let column = |width: f64| Drawing::stack([panel(width), panel(width)]);
        let drawing = Drawing::beside([column(255.0), column(255.0)]);
        let (places, below) = drawing.on_a_phone();
        let mut under = 0.0;
        for ((panel, _), ([x, y], scale)) in drawing.placed().iter().zip(places) {
            let [width, height] = panel.size();
            assert!(y >= under && scale == LARGEST);
            assert!((x + scale * width / 2.0 - WIDTH / 2.0).abs() < 1e-9);
            under = y + scale * height;
        }
        assert_eq!(under, below);
        let left = drawing.placed().iter().map(|(_, [left, _])| *left);
        assert_eq!(left.collect::<Vec<_>>(), [0.0, 0.0, 265.0, 265.0]);
    }

    #[test]
    fn the_columns_and_their_gutters_fill_the_width() {
        assert_eq!(Drawing::column(1), WIDTH);
        assert_eq!(2.0 * Drawing::column(2) + GUTTER, WIDTH);
    }
}
