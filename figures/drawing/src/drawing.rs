//! A drawing: one panel, or several beside and below each other.

use crate::panel::Panel;
use crate::svg::{Element, number};

/// The width of a drawing in page units: on a phone, text of 16 units is 10 pixels high.
pub const WIDTH: f64 = 520.0;

/// Space between two panels, in page units.
const GUTTER: f64 = 10.0;

/// How much larger panels become at most on a phone, where they stand below each other.
const LARGEST: f64 = 1.6;

/// What a figure shows, without its title and description.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Its width in page units.
    pub width: f64,
    /// Its height in page units.
    pub height: f64,
    /// The panels with their upper left corners, in their order on a phone.
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
        Drawing::whole(parts.into_iter().map(Into::into).collect(), [1.0, 0.0])
    }

    /// Panels or drawings below each other, their left edges in one line.
    pub fn stack<D: Into<Drawing>>(parts: impl IntoIterator<Item = D>) -> Self {
        Drawing::whole(parts.into_iter().map(Into::into).collect(), [0.0, 1.0])
    }

    /// Small multiples: panels in rows of `columns`, at least 1, filled from the top left.
    pub fn panels(columns: usize, panels: Vec<Panel>) -> Self {
        let rows = panels.len().div_ceil(columns);
        let mut panels = panels.into_iter();
        Drawing::stack((0..rows).map(|_| Drawing::beside(panels.by_ref().take(columns))))
    }

    /// Drawings in a direction after each other.
    fn whole(parts: Vec<Drawing>, [across, down]: [f64; 2]) -> Self {
        let mut whole = Drawing::default();
        for part in parts {
            let gutter = if whole.panels.is_empty() { 0.0 } else { GUTTER };
            let left = across * (whole.width + gutter);
            let top = down * (whole.height + gutter);
            whole.width = whole.width.max(left + part.width);
            whole.height = whole.height.max(top + part.height);
            let moved = part.panels.into_iter();
            let moved = moved.map(|(panel, [x, y])| (panel, [left + x, top + y]));
            whole.panels.extend(moved);
        }
        whole
    }

    /// Its panel of that place, for a test that reads it. Panics if there is none.
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

    /// The corner and the scale of each panel on a phone, in drawn units, and the height of all.
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

    /// The whole `svg` element, labelled by its title and description. How the panels
    /// stand on a phone is in properties that the style sheet uses there.
    pub fn svg(&self, id: &str, title: &str, description: &str) -> String {
        let [width, height] = [self.width, self.height].map(f64::ceil);
        let view = format!("0 0 {} {}", number(width), number(height));
        let mut svg = Element::new("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("class", "figure")
            .with("role", "img")
            .with("aria-labelledby", format!("{id}-title {id}-desc"))
            .with("viewBox", view)
            // The page makes room before its style sheet has come.
            .at("width", width)
            .at("height", height);
        let (places, below) = self.on_a_phone();
        let several = self.panels.len() > 1;
        if several {
            let ratio = format!("--ratio: {} / {}", number(width), number(below));
            svg = svg.with("preserveAspectRatio", "xMidYMin");
            svg = svg.with("style", ratio);
        }
        for (name, said) in [("title", title), ("desc", description)] {
            let element = Element::new(name).with("id", format!("{id}-{name}"));
            svg = svg.child(element.text(said));
        }
        for ((panel, corner), (place, scale)) in self.panels.iter().zip(places) {
            let wide = if panel.is_wide() { "wide " } else { "" };
            let mut group = Element::new("g").with("class", format!("{wide}panel"));
            if several {
                let [left, top] = corner.map(number);
                let ([x, y], scale) = (place.map(number), number(scale));
                let on_phone = format!("--place: translate({x}px, {y}px) scale({scale})");
                group = group.with("transform", format!("translate({left} {top})"));
                group = group.with("style", on_phone);
            }
            svg = svg.child(panel.draw_in(group));
        }
        svg.into_svg()
    }
}
