//! Plates, arrows with corners and lines of text, for diagrams.

use crate::clip;
use crate::panel::{Panel, Place};
use crate::style::Style;
use crate::svg::Element;
use crate::text::Label;

impl Panel {
    /// Draws a rectangle, given by two opposite corners, with corners rounded
    /// by `radius` page units. One that leaves the frame is left out.
    pub fn plate(&mut self, a: [f64; 2], b: [f64; 2], radius: f64, style: &Style) {
        let [a, b] = [a, b].map(|corner| self.frame().page(corner));
        if [a, b]
            .iter()
            .all(|&p| clip::contains(&self.frame().area, p))
        {
            let plate = Element::new("rect")
                .at("x", a[0].min(b[0]))
                .at("y", a[1].min(b[1]))
                .at("width", (a[0] - b[0]).abs())
                .at("height", (a[1] - b[1]).abs())
                .at("rx", radius);
            self.write(style.dress(plate));
        }
    }

    /// Draws an arrow along a line through several points, whose corners are
    /// rounded by `radius` page units; its tip is exactly at the last point.
    ///
    /// # Panics
    /// If two points that follow each other are the same, or there are fewer
    /// than two.
    pub fn arrow_along(&mut self, route: &[[f64; 2]], radius: f64, style: &Style) {
        assert!(route.len() >= 2, "an arrow needs two points");
        let route: Vec<_> = route.iter().map(|&p| self.frame().page(p)).collect();
        for ends in route.windows(2) {
            assert!(ends[0] != ends[1], "an arrow rests at {:?}", ends[0]);
        }
        let part = if route.len() == 2 { 0.75 } else { 1.0 };
        self.draw_arrow(&rounded(&route, radius), part, style);
    }

    /// Writes lines of text one below the other, `pitch` page units apart; the
    /// middle of them all is at the point, or beside it.
    pub fn lines_of_text(&mut self, at: [f64; 2], place: Place, pitch: f64, lines: Vec<Label>) {
        let [x, y] = self.frame().page(at);
        let first = y - pitch * (lines.len() as f64 - 1.0) / 2.0;
        for (k, line) in lines.into_iter().enumerate() {
            let at = self.frame().world([x, first + pitch * k as f64]);
            self.label(at, place, line);
        }
    }
}

/// The line with its corners rounded: each is replaced by a piece of a parabola
/// that touches both sides, as short stretches that look smooth on a screen.
fn rounded(route: &[[f64; 2]], radius: f64) -> Vec<[f64; 2]> {
    let mut line = vec![route[0]];
    for at in route.windows(3) {
        let [before, corner, after] = [at[0], at[1], at[2]];
        // Half a side is left to the corner at its other end.
        let reach = |end: [f64; 2]| {
            let length = (end[0] - corner[0]).hypot(end[1] - corner[1]);
            let part = (radius / length).min(0.5);
            [0, 1].map(|k| corner[k] + part * (end[k] - corner[k]))
        };
        let [enter, leave] = [reach(before), reach(after)];
        line.extend((0..=STEPS).map(|step| {
            let t = f64::from(step) / f64::from(STEPS);
            let weights = [(1.0 - t).powi(2), 2.0 * t * (1.0 - t), t * t];
            [0, 1].map(|k| weights[0] * enter[k] + weights[1] * corner[k] + weights[2] * leave[k])
        }));
    }
    line.extend(route.last());
    line
}

/// Stretches of a rounded corner.
const STEPS: i32 = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;
    use crate::svg::points;

    const STYLE: Style = Style::line(Colour::One);

    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = Panel::sheet(100.0, 100.0);
        draw(&mut panel);
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    #[test]
    fn a_plate_is_the_same_from_either_pair_of_corners() {
        let once = drawn(|panel| panel.plate([10.0, 20.0], [40.0, 30.0], 5.0, &STYLE));
        let again = drawn(|panel| panel.plate([40.0, 20.0], [10.0, 30.0], 5.0, &STYLE));
        assert_eq!(once, again);
        let expected = "<rect x=\"10\" y=\"20\" width=\"30\" height=\"10\" rx=\"5\"";
        assert!(once[0].starts_with(expected), "{once:?}");
        assert!(drawn(|panel| panel.plate([90.0, 20.0], [110.0, 30.0], 5.0, &STYLE)).is_empty());
    }

    #[test]
    fn an_arrow_with_a_corner_starts_and_ends_where_it_should() {
        let route = [[10.0, 10.0], [50.0, 10.0], [50.0, 60.0]];
        let arrow = drawn(|panel| panel.arrow_along(&route, 8.0, &STYLE));
        assert_eq!(arrow.len(), 2);
        let start = format!("points=\"{} ", points(&route[..1]));
        let tip = format!("points=\"{} ", points(&route[2..]));
        assert!(arrow[0].contains(&start), "{arrow:?}");
        assert!(arrow[1].contains("arrowhead") && arrow[1].contains(&tip));
        let corner = points(&route[1..2]);
        assert!(!arrow[0].contains(&corner), "the corner is rounded off");
    }

    #[test]
    fn a_rounded_corner_keeps_within_its_radius_and_its_sides() {
        let route = [[0.0, 0.0], [40.0, 0.0], [40.0, 10.0], [80.0, 10.0]];
        let line = rounded(&route, 8.0);
        assert_eq!((line[0], line[line.len() - 1]), (route[0], route[3]));
        for corner in [route[1], route[2]] {
            let distance = |p: &[f64; 2]| (p[0] - corner[0]).hypot(p[1] - corner[1]);
            let nearest = line.iter().map(distance).fold(f64::INFINITY, f64::min);
            // The side between the corners is 10 long, half of it for each.
            assert!(nearest > 0.5 && nearest < 8.0, "{nearest}");
        }
        for ends in line.windows(2) {
            assert!(ends[0][0] <= ends[1][0] && ends[0][1] <= ends[1][1]);
        }
    }

    #[test]
    #[should_panic(expected = "an arrow rests at")]
    fn an_arrow_that_rests_is_refused() {
        drawn(|panel| panel.arrow_along(&[[1.0, 1.0], [1.0, 1.0]], 8.0, &STYLE));
    }

    #[test]
    fn lines_of_text_are_centred_on_their_point() {
        let lines = || vec![Label::new("first"), Label::new("second")];
        let text = drawn(|panel| panel.lines_of_text([50.0, 40.0], Place::East, 20.0, lines()));
        let at = |y: f64, label: &str| Label::new(label).beside([50.0, y], [1.0, 0.0]).to_svg();
        assert_eq!(text, [at(30.0, "first"), at(50.0, "second")]);
    }
}
