//! Rectangles and lines of text, for diagrams.

use super::{Mark, Shape};
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
        if [a, b]
            .iter()
            .all(|p| clip::contains(&self.area(), self.page(p)))
        {
            let corners = vec![a, [b[0], a[1]], b, [a[0], b[1]]];
            self.write(Mark::Rectangle(Shape::new(corners, style.into()), radius));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    #[test]
    fn a_rectangle_that_leaves_the_sheet_is_left_out() {
        let mut panel = Panel::sheet(100.0, 100.0);
        panel.rectangle([40.0, 20.0], [10.0, 30.0], 5.0, Colour::One);
        panel.rectangle([90.0, 20.0], [110.0, 30.0], 5.0, Colour::One);
        let [rectangle] = panel.rectangles()[..] else {
            panic!("one rectangle")
        };
        assert_eq!(
            (rectangle.size(), rectangle.middle()),
            ([30.0, 10.0], [25.0, 25.0])
        );
    }

    #[test]
    fn lines_of_text_are_centred_on_their_point() {
        let mut panel = Panel::sheet(100.0, 100.0);
        panel.lines_of_text([50.0, 40.0], Place::East, 20.0, ["first", "second"]);
        let places: Vec<_> = panel.labels().into_iter().map(|(_, at)| at).collect();
        assert_eq!(places, [[50.0, 30.0], [50.0, 50.0]]);
    }
}
