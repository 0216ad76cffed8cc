//! Segments, arrows, curves, filled regions and bars.

use super::{Mark, Shape, Stroke};
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
        if let Some(ends) = self.chord(a, b) {
            let ends = ends.map(|end| self.world(end));
            self.polyline(&ends, style);
        }
    }

    /// The ends, on the page, of the line through two points.
    pub(super) fn chord(&self, a: impl Point, b: impl Point) -> Option<[[f64; 2]; 2]> {
        let [a, b] = [self.page(a), self.page(b)];
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
        self.drawn(Mark::Line(Shape::new(all_xy(line), style.into())))
    }

    /// Draws a polygon, which closes by itself, with the style's filling.
    pub fn polygon<P: Point>(&mut self, corners: &[P], style: impl Into<Style>) -> Drawn<'_> {
        self.drawn(Mark::Polygon(Shape::new(all_xy(corners), style.into())))
    }

    /// Draws a circle around a point; its radius is measured along x.
    pub fn circle(&mut self, centre: impl Point, radius: f64, style: impl Into<Style>) {
        let [x, y] = centre.xy();
        let angles = (0..96).map(|k| f64::from(k) * TAU / 96.0);
        let corner = |angle: f64| [x + radius * angle.cos(), y + radius * angle.sin()];
        self.polygon(&angles.map(corner).collect::<Vec<_>>(), style);
    }

    /// Draws an arrow whose tip is exactly at `to`. A vector of length zero is
    /// a dot; an arrow that leaves the frame loses its head.
    pub fn arrow(
        &mut self,
        from: impl Point,
        to: impl Point,
        style: impl Into<Style>,
    ) -> Drawn<'_> {
        let route = vec![xy(from), xy(to)];
        self.drawn(Mark::Arrow(Shape::new(route, style.into()), 0.0))
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
        self.drawn(Mark::Arrow(Shape::new(route, style.into()), radius))
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
        if !pieces.is_empty() {
            let pieces = pieces.into_iter().map(Stroke::from).collect();
            self.write(Mark::Path(pieces, Colour::Ink.width(1.25)));
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::{Element, points};

    const STYLE: Style = Style::line(Colour::One);

    /// What drawing in a panel of two units by two leaves there.
    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        draw(&mut panel);
        panel.elements().iter().map(Element::to_svg).collect()
    }

    /// Page coordinates as they stand in a list of points.
    fn page(at: [f64; 2]) -> String {
        points(&[Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]).page(at)])
    }

    #[test]
    fn the_tip_of_an_arrow_is_where_it_points() {
        let arrow = drawn(|panel| drop(panel.arrow([0.5, 0.5], [1.5, 1.0], STYLE)));
        let tip = format!("points=\"{} ", page([1.5, 1.0]));
        assert!(
            arrow[1].contains("arrowhead") && arrow[1].contains(&tip),
            "{arrow:?}"
        );
        let route = [[0.0, 0.0], [1.0, 0.0], [1.0, 2.0]];
        let arrow = drawn(|panel| drop(panel.arrow_along(&route, 8.0, STYLE)));
        let tip = format!("points=\"{} ", page([1.0, 2.0]));
        assert!(arrow[1].contains(&tip), "{arrow:?}");
        assert!(
            !arrow[0].contains(&page([1.0, 0.0])),
            "the corner is rounded off"
        );
    }

    #[test]
    fn an_arrow_that_leaves_the_frame_has_no_head_there() {
        let arrow = drawn(|panel| drop(panel.arrow([1.0, 1.0], [3.0, 1.0], STYLE)));
        let line = format!("points=\"{} {}\"", page([1.0, 1.0]), page([2.0, 1.0]));
        assert!(arrow.len() == 1 && arrow[0].contains(&line), "{arrow:?}");
        assert!(drawn(|panel| drop(panel.arrow([3.0, 1.0], [4.0, 1.0], STYLE))).is_empty());
    }

    #[test]
    fn the_zero_vector_is_a_dot() {
        let arrow = drawn(|panel| drop(panel.arrow([1.0, 1.0], [1.0, 1.0], STYLE)));
        assert!(
            arrow.len() == 1 && arrow[0].starts_with("<circle"),
            "{arrow:?}"
        );
    }

    #[test]
    fn a_line_through_two_points_runs_from_edge_to_edge() {
        let line = drawn(|panel| panel.line_through([0.9, 0.9], [1.0, 1.0], STYLE));
        let diagonal = format!("points=\"{} {}\"", page([0.0, 0.0]), page([2.0, 2.0]));
        assert!(line.len() == 1 && line[0].contains(&diagonal), "{line:?}");
        assert!(drawn(|panel| panel.line_through([1.0, 1.0], [1.0, 1.0], STYLE)).is_empty());
    }

    #[test]
    fn a_cut_polygon_has_no_outline_along_the_edge() {
        let square = [[1.0, 0.5], [5.0, 0.5], [5.0, 1.5], [1.0, 1.5]];
        let parts = drawn(|panel| drop(panel.polygon(&square, STYLE.filled(0.2))));
        assert!(parts[0].starts_with("<polygon") && parts[0].contains(&page([2.0, 0.5])));
        assert!(!parts[0].contains("stroke"), "{}", parts[0]);
        let along_the_edge = format!("{} {}", page([2.0, 0.5]), page([2.0, 1.5]));
        for outline in &parts[1..] {
            assert!(outline.starts_with("<polyline") && outline.contains("fill=\"none\""));
            assert!(!outline.contains(&along_the_edge), "{outline}");
        }
        assert_eq!(parts.len(), 3, "the outline is cut in two: {parts:?}");
    }

    #[test]
    fn a_bar_stands_on_zero_or_hangs_from_it() {
        let mut panel = Panel::chart(520.0, 100.0, [0.0, 3.0], [-1.0, 1.0]);
        panel.bars(&[(1.0, 0.5), (2.0, -3.0), (2.5, 0.0)], 0.5, STYLE);
        let bars: Vec<_> = panel
            .rectangles()
            .iter()
            .map(|bar| [bar.points[0], bar.points[2]])
            .collect();
        assert_eq!(
            bars,
            [[[0.75, 0.0], [1.25, 0.5]], [[1.75, -1.0], [2.25, 0.0]]]
        );
    }
}
