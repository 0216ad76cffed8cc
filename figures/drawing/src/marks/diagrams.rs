//! Rectangles and lines of text, for diagrams.

use super::{Form, Mark};
use crate::clip;
use crate::panel::{Panel, Place};
use crate::point::Point;
use crate::style::Style;
use crate::text::Label;

impl Panel {
    /// Draws a rectangle, given by two opposite corners, with corners rounded
    /// by `radius` page units. One that leaves the frame is left out.
    pub fn rectangle(
        &mut self,
        a: impl Point,
        b: impl Point,
        radius: f64,
        style: impl Into<Style>,
    ) {
        let [a, b] = [a.xy(), b.xy()];
        let is_inside = |p: [f64; 2]| clip::contains(&self.area(), self.page(p));
        if is_inside(a) && is_inside(b) {
            let corners = vec![a, [b[0], a[1]], b, [a[0], b[1]]];
            self.write(Mark::shape(Form::Rectangle, corners, style.into(), radius));
        }
    }

    /// Writes lines of text one below the other, `pitch` page units apart; the
    /// middle of them all is at the point, or beside it.
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
