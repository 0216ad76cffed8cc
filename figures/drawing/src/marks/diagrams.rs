//! Rectangles and lines of text, for diagrams.

use super::Form;
use crate::clip;
use crate::panel::{Panel, Place};
use crate::point::Point;
use crate::style::Look;
use crate::text::Label;

impl Panel {
    /// Draws a rectangle between two corners, rounded by `radius`, unless it leaves the frame.
    pub fn rectangle(&mut self, a: impl Point, b: impl Point, radius: f64, style: impl Look) {
        let [a, b] = [a.xy(), b.xy()];
        let is_inside = |p: [f64; 2]| clip::contains(&self.area(), self.page(p));
        if is_inside(a) && is_inside(b) {
            let corners = vec![a, [b[0], a[1]], b, [a[0], b[1]]];
            self.drawn(Form::Rectangle, corners, style.into(), radius);
        }
    }

    /// Writes lines of text `pitch` page units below each other, all their middles at a point.
    pub fn lines_of_text<L: Into<Label>>(
        &mut self,
        at: impl Point,
        place: Place,
        pitch: f64,
        lines: impl IntoIterator<Item = L, IntoIter: ExactSizeIterator>,
    ) {
        let [x, y] = self.page(at);
        let lines = lines.into_iter();
        let first = y - pitch * (lines.len() as f64 - 1.0) / 2.0;
        for (k, line) in lines.enumerate() {
            let at = self.world([x, first + pitch * k as f64]);
            self.label(at, place, line);
        }
    }
}
