//! Graphs of functions, the areas below them, and step functions.

use crate::panel::Panel;
use crate::style::{Colour, Style};

/// Samples of a function over the width of the frame.
const SAMPLES: usize = 160;

/// A rise between two samples that may be a jump, in page units.
const RISE: f64 = 4.0;

/// Halvings after which a rise that is still there is taken for a jump.
const HALVINGS: usize = 40;

impl Panel {
    /// Draws the graph of a function over the width of the frame. It has gaps
    /// where the function is not finite, and where it jumps.
    pub fn graph(&mut self, f: impl Fn(f64) -> f64, style: &Style) {
        self.graph_between(f, self.frame().x.domain, style);
    }

    /// Draws the graph of a function between two limits, like [`Panel::graph`].
    pub fn graph_between(&mut self, f: impl Fn(f64) -> f64, limits: [f64; 2], style: &Style) {
        for piece in self.pieces(&f, limits) {
            self.polyline(&piece, style);
        }
    }

    /// Fills the area between the graph of a function and 0 between two limits.
    /// A gap of the graph is a gap of the area.
    pub fn area_under(&mut self, f: impl Fn(f64) -> f64, limits: [f64; 2], style: &Style) {
        self.area_between(f, |_| 0.0, limits, style);
    }

    /// Fills the area between the graphs of two functions between two limits;
    /// the second must be continuous.
    pub fn area_between(
        &mut self,
        f: impl Fn(f64) -> f64,
        g: impl Fn(f64) -> f64,
        limits: [f64; 2],
        style: &Style,
    ) {
        for mut corners in self.pieces(&f, limits) {
            let back: Vec<f64> = corners.iter().rev().map(|p| p[0]).collect();
            corners.extend(back.into_iter().map(|x| [x, g(x)]));
            self.polygon(&corners, style);
        }
    }

    /// Draws a step function: each value holds from its x, marked by a dot, up
    /// to the next x; the last up to the edge of the frame. The steps must be
    /// in ascending order of x. The jumps are dotted.
    pub fn steps(&mut self, steps: &[[f64; 2]], style: &Style) {
        let end = self.frame().x.domain[1];
        let jump = style.width(1.25).dotted();
        for (k, &[x, y]) in steps.iter().enumerate() {
            let next = steps.get(k + 1);
            let until = next.map_or(end.max(x), |next| next[0]);
            if let Some(&[_, up]) = next {
                self.segment([until, y], [until, up], &jump);
            }
            self.segment([x, y], [until, y], style);
        }
        for &at in steps {
            self.dot(at, 1.0 + 1.5 * style.width, style.colour);
        }
    }

    /// Marks a point that belongs to a graph, or, as a ring filled with the
    /// page, one that it leaves out.
    pub fn end_point(&mut self, at: [f64; 2], belongs: bool, colour: Colour) {
        let inside = if belongs { colour } else { Colour::Background };
        self.dot(at, 4.5, inside);
        self.ring(at, 4.5, colour);
    }

    /// The graph in pieces without gaps or jumps.
    fn pieces(&self, f: &impl Fn(f64) -> f64, [low, high]: [f64; 2]) -> Vec<Vec<[f64; 2]>> {
        let part = (high - low) / (self.frame().x.domain[1] - self.frame().x.domain[0]);
        let steps = (SAMPLES as f64 * part.abs()).ceil().max(2.0) as usize;
        let at = |k: usize| {
            // The ends exactly, so that an area has upright sides there.
            let t = k as f64 / steps as f64;
            low * (1.0 - t) + high * t
        };
        let mut pieces = vec![Vec::new()];
        let mut before: Option<[f64; 2]> = None;
        for point in (0..=steps).map(at).map(|x| [x, f(x)]) {
            if !point[1].is_finite() {
                before = None;
                pieces.push(Vec::new());
                continue;
            }
            if let Some([left, right]) = before.and_then(|before| self.jump(f, before, point)) {
                pieces.last_mut().expect("a piece").push(left);
                pieces.push(vec![right]);
            }
            pieces.last_mut().expect("a piece").push(point);
            before = Some(point);
        }
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// The two sides of a jump between two points of a graph, if there is one.
    fn jump(&self, f: &impl Fn(f64) -> f64, a: [f64; 2], b: [f64; 2]) -> Option<[[f64; 2]; 2]> {
        let area = self.frame().area;
        // Far outside, all heights are alike.
        let page = |y: f64| {
            let margin = area.bottom - area.top;
            let y = self.frame().y.page(y);
            y.clamp(area.top - margin, area.bottom + margin)
        };
        let rise = |a: [f64; 2], b: [f64; 2]| (page(a[1]) - page(b[1])).abs();
        let whole = rise(a, b);
        if whole < RISE {
            return None;
        }
        let (mut left, mut right) = (a, b);
        for _ in 0..HALVINGS {
            let x = (left[0] + right[0]) / 2.0;
            let middle = [x, f(x)];
            if !middle[1].is_finite() {
                return Some([left, right]);
            }
            if rise(left, middle) > rise(middle, right) {
                right = middle;
            } else {
                left = middle;
            }
            if rise(left, right) < whole / 4.0 {
                return None;
            }
        }
        Some([left, right])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::{Element, points};

    const STYLE: Style = Style::line(Colour::One);

    fn panel() -> Panel {
        Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0])
    }

    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = panel();
        draw(&mut panel);
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    #[test]
    fn a_pole_parts_a_graph() {
        for pole in [1.0, 1.003] {
            let arms = drawn(|panel| panel.graph(|x| 1.0 + 0.1 / (x - pole), &STYLE));
            assert_eq!(arms.len(), 2, "{arms:?}");
        }
    }

    #[test]
    fn a_jump_within_the_frame_parts_a_graph_and_a_steep_rise_does_not() {
        let steps = drawn(|panel| panel.graph(|x| if x < 0.777 { 0.5 } else { 1.5 }, &STYLE));
        assert_eq!(steps.len(), 2, "{steps:?}");
        let edge = points(&[panel().frame().page([0.777, 0.5])]);
        assert!(steps[0].contains(&format!("{edge}\"")), "{steps:?}");
        let rise = drawn(|panel| panel.graph(|x| 1.0 + ((x - 0.777) * 1e4).tanh() / 2.0, &STYLE));
        assert_eq!(rise.len(), 1, "{rise:?}");
    }

    #[test]
    fn a_graph_has_a_gap_where_the_function_has() {
        let gap = |x: f64| ((x - 1.0) * (x - 1.0) - 0.25).sqrt();
        assert_eq!(drawn(|panel| panel.graph(gap, &STYLE)).len(), 2);
    }

    #[test]
    fn an_area_ends_at_its_limits() {
        let area = drawn(|panel| {
            panel.area_under(|x| x, [0.5, 1.5], &Style::area(Colour::One, 0.2));
        });
        assert_eq!(area.len(), 1);
        for corner in [[0.5, 0.5], [1.5, 1.5], [1.5, 0.0], [0.5, 0.0]] {
            let corner = points(&[panel().frame().page(corner)]);
            assert!(area[0].contains(&corner), "{corner} in {}", area[0]);
        }
    }

    #[test]
    fn a_step_holds_up_to_the_next() {
        let steps = drawn(|panel| panel.steps(&[[0.5, 0.5], [1.0, 1.5]], &STYLE));
        // A jump, two treads, and two dots.
        assert_eq!(steps.len(), 5, "{steps:?}");
        let treads = [[[0.5, 0.5], [1.0, 0.5]], [[1.0, 1.5], [2.0, 1.5]]];
        for tread in treads {
            let ends = points(&tread.map(|p| panel().frame().page(p)));
            assert!(steps.iter().any(|s| s.contains(&ends)), "{steps:?}");
        }
        assert!(steps[0].contains("stroke-dasharray"), "{steps:?}");
    }

    #[test]
    fn a_point_that_is_left_out_lets_the_page_through() {
        let ring = drawn(|panel| panel.end_point([1.0, 1.0], false, Colour::One));
        assert!(ring[0].contains(Colour::Background.css()), "{ring:?}");
        let point = drawn(|panel| panel.end_point([1.0, 1.0], true, Colour::One));
        assert!(!point[0].contains(Colour::Background.css()), "{point:?}");
    }
}
