//! Segments, arrows, curves, filled regions and bars.

use super::{Form, Mark};
use crate::clip;
use crate::panel::{Drawn, Panel};
use crate::point::{Point, all_xy, xy};
use crate::style::{Colour, Look, Style};
use std::f64::consts::TAU;

impl Panel {
    /// Draws the segment from `a` to `b`.
    pub fn segment(&mut self, a: impl Point, b: impl Point, style: impl Into<Style>) -> Drawn<'_> {
        self.polyline(&[xy(a), xy(b)], style)
    }

    /// Draws the whole line through two points, from edge to edge; nothing if
    /// they are the same point, through which no line is determined.
    pub fn line_through(&mut self, a: impl Point, b: impl Point, style: impl Into<Style>) {
        if let Some(ends) = self.chord(a.xy(), b.xy()) {
            self.polyline(&ends.map(|end| self.world(end)), style);
        }
    }

    /// The ends, on the page, of the line through two points.
    pub(super) fn chord(&self, a: [f64; 2], b: [f64; 2]) -> Option<[[f64; 2]; 2]> {
        let [a, b] = [a, b].map(|point| self.page(point));
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let length = dx.hypot(dy);
        let [width, height] = self.size();
        // Beyond the frame in either direction, wherever a is.
        let far = (width + height + a[0].abs() + a[1].abs()) / length;
        let [from, to] = [-far, far].map(|t| [a[0] + t * dx, a[1] + t * dy]);
        let (from, to) = clip::segment(&self.area(), from, to)?;
        Some([from, to])
    }

    /// Draws a line through the points in their order. A point that is not
    /// finite breaks it.
    pub fn polyline<P: Point>(&mut self, line: &[P], style: impl Into<Style>) -> Drawn<'_> {
        self.shape(Form::Line, all_xy(line), style.into(), 0.0)
    }

    /// Draws a polygon, which closes by itself, with the style's filling.
    pub fn polygon<P: Point>(&mut self, corners: &[P], style: impl Into<Style>) -> Drawn<'_> {
        self.shape(Form::Polygon, all_xy(corners), style.into(), 0.0)
    }

    /// Draws a circle around a point; its radius is measured along x.
    pub fn circle(&mut self, centre: impl Point, radius: f64, style: impl Into<Style>) {
        let [x, y] = centre.xy();
        let angles = (0..96).map(|k| f64::from(k) * TAU / 96.0);
        let corners = angles.map(|angle| [x + radius * angle.cos(), y + radius * angle.sin()]);
        self.shape(Form::Polygon, corners.collect(), style.into(), 0.0);
    }

    /// Draws an arrow whose tip is exactly at `to`. A vector of length zero is
    /// a dot; an arrow that leaves the frame loses its head.
    pub fn arrow(
        &mut self,
        from: impl Point,
        to: impl Point,
        style: impl Into<Style>,
    ) -> Drawn<'_> {
        self.shape(Form::Arrow, vec![from.xy(), to.xy()], style.into(), 0.0)
    }

    /// Draws an arrow along a line through several points, whose corners are
    /// rounded by `radius` page units; its tip is exactly at the last point.
    ///
    /// # Panics
    /// If two points that follow each other are the same, or there are fewer
    /// than two.
    pub fn arrow_along<P: Point>(
        &mut self,
        route: &[P],
        radius: f64,
        style: impl Into<Style>,
    ) -> Drawn<'_> {
        let route = all_xy(route);
        assert!(route.len() >= 2, "an arrow needs two points");
        for ends in route.windows(2) {
            assert!(ends[0] != ends[1], "an arrow rests at {:?}", ends[0]);
        }
        self.shape(Form::Arrow, route, style.into(), radius)
    }

    /// Draws the little square that marks a right angle at `corner`, between
    /// the directions of `a` and `b`, `side` page units wide.
    pub fn right_angle(&mut self, corner: impl Point, a: impl Point, b: impl Point, side: f64) {
        let at = self.page(corner);
        let towards = |[x, y]: [f64; 2]| {
            let [dx, dy] = [x - at[0], y - at[1]];
            let length = dx.hypot(dy).max(1e-9);
            [side * dx / length, side * dy / length]
        };
        let [[ax, ay], [bx, by]] = [self.page(a), self.page(b)].map(towards);
        let square = [
            [at[0] + ax, at[1] + ay],
            [at[0] + ax + bx, at[1] + ay + by],
            [at[0] + bx, at[1] + by],
        ];
        let pieces = clip::polyline(&self.area(), &square);
        self.strokes(pieces, Colour::Ink.width(1.25));
    }

    /// A shape that may get a name.
    fn shape(&mut self, form: Form, points: Vec<[f64; 2]>, style: Style, radius: f64) -> Drawn<'_> {
        self.drawn(Mark::shape(form, points, style, radius))
    }

    /// Draws a bar from 0 to `height` around each `x`, `width` wide in the
    /// units of x, cut at the frame.
    pub fn bars(&mut self, bars: &[(f64, f64)], width: f64, style: impl Into<Style>) {
        let style = style.into();
        let [across, up] = [self.coordinates().x.domain, self.coordinates().y.domain];
        for &(x, height) in bars {
            let [left, right] =
                [-1.0, 1.0].map(|side| (x + side * width / 2.0).clamp(across[0], across[1]));
            let [bottom, top] = [height.min(0.0), height.max(0.0)].map(|y| y.clamp(up[0], up[1]));
            if right > left && top > bottom {
                self.rectangle([left, bottom], [right, top], 0.0, style);
            }
        }
    }
}
