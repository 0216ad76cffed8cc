//! Graphs of functions, the areas below them, and step functions.

use crate::panel::Panel;
use crate::style::{Colour, Look, Style};

/// Samples of a function over the width of the frame.
const SAMPLES: usize = 160;

/// A rise between two samples that may be a jump, in page units.
const RISE: f64 = 4.0;

/// Halvings after which a rise that is still there is taken for a jump.
const HALVINGS: usize = 40;

impl Panel {
    /// Draws the graph of a function over the width of the frame. It has gaps
    /// where the function is not finite, and where it jumps.
    pub fn graph(&mut self, f: impl Fn(f64) -> f64, style: impl Into<Style>) {
        self.graph_between(f, self.coordinates().x.domain, style);
    }

    /// Draws the graph of a function between two limits, like [`Panel::graph`].
    pub fn graph_between(
        &mut self,
        f: impl Fn(f64) -> f64,
        limits: [f64; 2],
        style: impl Into<Style>,
    ) {
        let style = style.into();
        for piece in self.pieces(&f, limits) {
            self.polyline(&piece, style);
        }
    }

    /// Fills the area between the graph of a function and 0 between two limits.
    /// A gap of the graph is a gap of the area.
    pub fn area_under(
        &mut self,
        f: impl Fn(f64) -> f64,
        limits: [f64; 2],
        style: impl Into<Style>,
    ) {
        self.area_between(f, |_| 0.0, limits, style);
    }

    /// Fills the area between the graphs of two functions between two limits;
    /// the second must be continuous.
    pub fn area_between(
        &mut self,
        f: impl Fn(f64) -> f64,
        g: impl Fn(f64) -> f64,
        limits: [f64; 2],
        style: impl Into<Style>,
    ) {
        let style = style.into();
        for mut corners in self.pieces(&f, limits) {
            let back: Vec<f64> = corners.iter().rev().map(|p| p[0]).collect();
            corners.extend(back.into_iter().map(|x| [x, g(x)]));
            self.polygon(&corners, style);
        }
    }

    /// Draws a step function: each value holds from its x, marked by a dot, up
    /// to the next x; the last up to the edge of the frame. The steps must be
    /// in ascending order of x. The jumps are dotted.
    pub fn steps(&mut self, steps: &[[f64; 2]], style: impl Into<Style>) {
        let style = style.into();
        let end = self.coordinates().x.domain[1];
        let jump = style.width(1.25).dotted();
        for (k, &[x, y]) in steps.iter().enumerate() {
            let next = steps.get(k + 1);
            let until = next.map_or(end.max(x), |next| next[0]);
            if let Some(&[_, up]) = next {
                self.segment([until, y], [until, up], jump);
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
        let part = (high - low) / (self.coordinates().x.domain[1] - self.coordinates().x.domain[0]);
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
        let area = self.area();
        // Far outside, all heights are alike.
        let page = |y: f64| {
            let margin = area.bottom - area.top;
            let y = self.coordinates().y.page(y);
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

    /// The lines that drawing in a panel of two units by two leaves there.
    fn lines(draw: impl Fn(&mut Panel)) -> Vec<Vec<[f64; 2]>> {
        let mut panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        draw(&mut panel);
        let shapes = [panel.lines(), panel.polygons()].concat();
        shapes
            .into_iter()
            .map(|shape| shape.points.clone())
            .collect()
    }

    #[test]
    fn a_pole_parts_a_graph() {
        for pole in [1.0, 1.003] {
            let arms = lines(|panel| panel.graph(|x| 1.0 + 0.1 / (x - pole), Colour::One));
            assert_eq!(arms.len(), 2, "{arms:?}");
        }
    }

    #[test]
    fn a_jump_within_the_frame_parts_a_graph_and_a_steep_rise_does_not() {
        let jump = |x: f64| if x < 0.777 { 0.5 } else { 1.5 };
        let steps = lines(|panel| panel.graph(jump, Colour::One));
        assert_eq!(steps.len(), 2, "{steps:?}");
        let [x, y] = steps[0][steps[0].len() - 1];
        assert!((x - 0.777).abs() < 1e-3 && y == 0.5, "{x} {y}");
        let rise = |x: f64| 1.0 + ((x - 0.777) * 1e4).tanh() / 2.0;
        assert_eq!(lines(|panel| panel.graph(rise, Colour::One)).len(), 1);
    }

    #[test]
    fn a_graph_has_a_gap_where_the_function_has() {
        let gap = |x: f64| ((x - 1.0) * (x - 1.0) - 0.25).sqrt();
        assert_eq!(lines(|panel| panel.graph(gap, Colour::One)).len(), 2);
    }

    #[test]
    fn an_area_ends_at_its_limits() {
        let area = lines(|panel| panel.area_under(|x| x, [0.5, 1.5], Colour::One.area(0.2)));
        assert_eq!(area.len(), 1);
        for corner in [[0.5, 0.5], [1.5, 1.5], [1.5, 0.0], [0.5, 0.0]] {
            assert!(area[0].contains(&corner), "{corner:?} in {area:?}");
        }
    }

    #[test]
    fn a_step_holds_up_to_the_next() {
        let steps = lines(|panel| panel.steps(&[[0.5, 0.5], [1.0, 1.5]], Colour::One));
        let jump = [[1.0, 0.5], [1.0, 1.5]];
        let treads = [[[0.5, 0.5], [1.0, 0.5]], [[1.0, 1.5], [2.0, 1.5]]];
        assert_eq!(steps, [jump, treads[0], treads[1]]);
    }
}
