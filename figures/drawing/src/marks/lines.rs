//! Segments, arrows, curves, filled regions, rectangles and bars.

use super::Form;
use crate::clip;
use crate::panel::{Drawn, Panel};
use crate::point::{Point, all_xy, distance, part_of_the_way, xy};
use crate::style::{Colour, Look};
use std::f64::consts::TAU;

impl Panel {
    /// Draws the segment from `a` to `b`.
    pub fn segment(&mut self, a: impl Point, b: impl Point, style: impl Look) -> Drawn<'_> {
        self.polyline(&[xy(a), xy(b)], style)
    }

    /// Draws the whole line through two points from edge to edge; nothing if they are the same.
    pub fn line_through(&mut self, a: impl Point, b: impl Point, style: impl Look) {
        if let Some(ends) = self.chord(a.xy(), b.xy()) {
            self.polyline(&ends.map(|end| self.world(end)), style);
        }
    }

    /// The ends, on the page, of the line through two points.
    pub(super) fn chord(&self, a: [f64; 2], b: [f64; 2]) -> Option<[[f64; 2]; 2]> {
        let [a, b] = [a, b].map(|point| self.page(point));
        let [width, height] = self.size();
        // Beyond the frame in either direction, wherever a is.
        let far = (width + height + a[0].abs() + a[1].abs()) / distance(a, b);
        let [from, to] = [-far, far].map(|part| part_of_the_way(a, b, part));
        clip::segment(&self.area(), from, to)
    }

    /// Draws a line through the points in their order. A point that is not finite breaks it.
    pub fn polyline<P: Point>(&mut self, line: &[P], style: impl Look) -> Drawn<'_> {
        self.drawn(Form::Line, all_xy(line), style.into())
    }

    /// Draws a polygon, which closes by itself, with the style's filling.
    pub fn polygon<P: Point>(&mut self, corners: &[P], style: impl Look) -> Drawn<'_> {
        self.drawn(Form::Polygon, all_xy(corners), style.into())
    }

    /// Draws a circle around a point; its radius is measured along x.
    pub fn circle(&mut self, centre: impl Point, radius: f64, style: impl Look) {
        let [x, y] = centre.xy();
        let angles = (0..96).map(|k| f64::from(k) * TAU / 96.0);
        let corners = angles.map(|angle| [x + radius * angle.cos(), y + radius * angle.sin()]);
        self.drawn(Form::Polygon, corners.collect(), style.into());
    }

    /// Draws an arrow whose tip is at `to`: a dot if it is there already, no head beyond the frame.
    pub fn arrow(&mut self, from: impl Point, to: impl Point, style: impl Look) -> Drawn<'_> {
        self.drawn(Form::Arrow(0.0), vec![from.xy(), to.xy()], style.into())
    }

    /// Draws an arrow along a line whose corners are rounded by `radius` page units; its
    /// tip is exactly at the last point. Panics if it rests, or has less than two points.
    pub fn arrow_along<P: Point>(&mut self, way: &[P], radius: f64, style: impl Look) -> Drawn<'_> {
        let way = all_xy(way);
        let moves = way.len() > 1 && way.windows(2).all(|ends| ends[0] != ends[1]);
        assert!(moves, "an arrow rests nowhere, and has two points");
        self.drawn(Form::Arrow(radius), way, style.into())
    }

    /// Draws the square that marks a right angle at `corner`, `side` page units wide.
    pub fn right_angle(&mut self, corner: impl Point, a: impl Point, b: impl Point, side: f64) {
        let at = self.page(corner);
        let [u, v] = [self.page(a), self.page(b)].map(|end| {
            let length = distance(at, end).max(1e-9);
            part_of_the_way(at, end, side / length)
        });
        let square = [u, [0, 1].map(|k| u[k] + v[k] - at[k]), v];
        let pieces = clip::polyline(&self.area(), &square);
        self.strokes(pieces, Colour::Ink.width(1.25));
    }

    /// Draws a rectangle between two corners, rounded by `radius`, unless it leaves the frame.
    pub fn rectangle(&mut self, a: impl Point, b: impl Point, radius: f64, style: impl Look) {
        let [a, b] = [a.xy(), b.xy()];
        let is_inside = |p: [f64; 2]| clip::contains(&self.area(), self.page(p));
        if is_inside(a) && is_inside(b) {
            let corners = vec![a, [b[0], a[1]], b, [a[0], b[1]]];
            self.drawn(Form::Rectangle(radius), corners, style.into());
        }
    }

    /// Draws a bar from 0 to a height around each x, `width` wide there, cut at the frame.
    pub fn bars(&mut self, bars: &[(f64, f64)], width: f64, style: impl Look) {
        let style = style.into();
        let on = *self.coordinates();
        let cut = |z: f64, [low, high]: [f64; 2]| z.clamp(low, high);
        for &(x, height) in bars {
            let [left, right] = [-0.5, 0.5].map(|side| cut(x + side * width, on.x.domain));
            let [bottom, top] = [height.min(0.0), height.max(0.0)].map(|y| cut(y, on.y.domain));
            if right > left && top > bottom {
                self.rectangle([left, bottom], [right, top], 0.0, style);
            }
        }
    }
}
