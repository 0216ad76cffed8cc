//! Graphs of functions, the areas below them, and step functions.

use crate::panel::Panel;
use crate::scale::{Area, between};
use crate::style::{Colour, Look};
use std::mem;

/// Samples of a function over the width of the frame.
const SAMPLES: usize = 160;

/// A rise between two samples that may be a jump, in page units.
const RISE: f64 = 4.0;

/// Halvings after which a rise that is still there is taken for a jump.
const HALVINGS: usize = 40;

impl Panel {
    /// Draws a function over the width of the frame, with gaps where it jumps or is not finite.
    pub fn graph(&mut self, f: impl Fn(f64) -> f64, style: impl Look) {
        self.graph_between(f, self.coordinates().x.domain, style);
    }

    /// Draws the graph of a function between two limits, like [`Panel::graph`].
    pub fn graph_between(&mut self, f: impl Fn(f64) -> f64, limits: [f64; 2], style: impl Look) {
        let style = style.into();
        for piece in self.pieces(&f, limits) {
            self.polyline(&piece, style);
        }
    }

    /// Fills the area between a graph and 0; a gap of the graph is a gap of the area.
    pub fn area_under(&mut self, f: impl Fn(f64) -> f64, limits: [f64; 2], style: impl Look) {
        self.area_between(f, |_| 0.0, limits, style);
    }

    /// Fills the area between the graphs of two functions, of which the second is continuous.
    pub fn area_between(
        &mut self,
        f: impl Fn(f64) -> f64,
        g: impl Fn(f64) -> f64,
        limits: [f64; 2],
        style: impl Look,
    ) {
        let style = style.into();
        for mut corners in self.pieces(&f, limits) {
            let back: Vec<f64> = corners.iter().rev().map(|p| p[0]).collect();
            corners.extend(back.into_iter().map(|x| [x, g(x)]));
            self.polygon(&corners, style);
        }
    }

    /// Draws a step function, its steps in ascending order of x: each value holds from
    /// its x, marked by a dot, up to the next. The jumps are dotted.
    pub fn steps(&mut self, steps: &[[f64; 2]], style: impl Look) {
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

    /// Marks a point that belongs to a graph, or, as an empty ring, one that it leaves out.
    pub fn end_point(&mut self, at: [f64; 2], belongs: bool, colour: Colour) {
        let inside = if belongs { colour } else { Colour::Background };
        self.dot(at, 4.5, inside);
        self.ring(at, 4.5, colour);
    }

    /// The graph in pieces without gaps or jumps.
    fn pieces(&self, f: &dyn Fn(f64) -> f64, limits: [f64; 2]) -> Vec<Vec<[f64; 2]>> {
        let [left, right] = self.coordinates().x.domain;
        let part = (limits[1] - limits[0]) / (right - left);
        let steps = (SAMPLES as f64 * part.abs()).ceil().max(2.0) as usize;
        // The ends exactly, so that an area has upright sides there.
        let at = |k: usize| between(limits, k as f64 / steps as f64);
        let mut pieces = Vec::new();
        let mut piece: Vec<[f64; 2]> = Vec::new();
        for point in (0..=steps).map(at).map(|x| [x, f(x)]) {
            if !point[1].is_finite() {
                pieces.push(mem::take(&mut piece));
                continue;
            }
            let before = piece.last().copied();
            if let Some([left, right]) = before.and_then(|before| self.jump(f, before, point)) {
                piece.push(left);
                pieces.push(mem::replace(&mut piece, vec![right]));
            }
            piece.push(point);
        }
        pieces.push(piece);
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// The two sides of a jump between two points of a graph, if there is one.
    fn jump(&self, f: &dyn Fn(f64) -> f64, a: [f64; 2], b: [f64; 2]) -> Option<[[f64; 2]; 2]> {
        // Far outside, all heights are alike.
        let page = |y: f64| {
            let Area { top, bottom, .. } = self.area();
            let [least, most] = [2.0 * top - bottom, 2.0 * bottom - top];
            self.coordinates().y.page(y).clamp(least, most)
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
