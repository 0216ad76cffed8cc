//! Segments, arrows, curves and filled regions.

use crate::clip;
use crate::panel::Panel;
use crate::style::{Colour, Dash, Style};
use crate::svg::{Element, points};

impl Panel {
    /// Draws the segment from `a` to `b`.
    pub fn segment(&mut self, a: [f64; 2], b: [f64; 2], style: &Style) {
        self.polyline(&[a, b], style);
    }

    /// Draws the whole line through two points, from edge to edge; nothing if
    /// they are the same point, through which no line is determined.
    pub fn line_through(&mut self, a: [f64; 2], b: [f64; 2], style: &Style) {
        if let Some((from, to)) = self.chord(a, b) {
            self.draw_line(&[from, to], style);
        }
    }

    /// The ends, on the page, of the line through two points.
    pub(super) fn chord(&self, a: [f64; 2], b: [f64; 2]) -> Option<([f64; 2], [f64; 2])> {
        let [a, b] = [a, b].map(|point| self.frame().page(point));
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let length = dx.hypot(dy);
        let [width, height] = self.size();
        // Beyond the frame in either direction, wherever a is.
        let far = (width + height + a[0].abs() + a[1].abs()) / length;
        let [from, to] = [-far, far].map(|t| [a[0] + t * dx, a[1] + t * dy]);
        clip::segment(&self.frame().area, from, to)
    }

    /// Draws a line through the points in their order. A point that is not
    /// finite breaks it.
    pub fn polyline(&mut self, line: &[[f64; 2]], style: &Style) {
        let line: Vec<_> = line.iter().map(|&point| self.frame().page(point)).collect();
        self.draw_line(&line, style);
    }

    /// Draws a polygon, which closes by itself, with the style's filling.
    pub fn polygon(&mut self, corners: &[[f64; 2]], style: &Style) {
        let mut ring: Vec<_> = corners.iter().map(|&p| self.frame().page(p)).collect();
        if ring.iter().all(|&p| clip::contains(&self.frame().area, p)) {
            self.write(style.dress(Element::new("polygon").with("points", points(&ring))));
            return;
        }
        // Where the area is cut it has no edge of its own, so the outline is a
        // line apart from the filling.
        if style.fill > 0.0 {
            let inside = clip::polygon(&self.frame().area, &ring);
            if !inside.is_empty() {
                let filling = Style::area(style.colour, style.fill);
                self.write(filling.dress(Element::new("polygon").with("points", points(&inside))));
            }
        }
        if style.width > 0.0 {
            ring.extend(ring.first().copied());
            self.draw_line(&ring, style);
        }
    }

    /// Draws a circle around a point; its radius is measured along x.
    pub fn circle(&mut self, centre: [f64; 2], radius: f64, style: &Style) {
        let corners: Vec<_> = (0..96)
            .map(|k| f64::from(k) * std::f64::consts::TAU / 96.0)
            .map(|angle| {
                [
                    centre[0] + radius * angle.cos(),
                    centre[1] + radius * angle.sin(),
                ]
            })
            .collect();
        self.polygon(&corners, style);
    }

    /// Draws an arrow whose tip is exactly at `to`. A vector of length zero is
    /// a dot; an arrow that leaves the frame loses its head.
    pub fn arrow(&mut self, from: [f64; 2], to: [f64; 2], style: &Style) {
        let [start, tip] = [from, to].map(|point| self.frame().page(point));
        let [dx, dy] = [tip[0] - start[0], tip[1] - start[1]];
        let length = dx.hypot(dy);
        if length < 0.5 {
            self.dot(from, style.width * 1.5, style.colour);
            return;
        }
        // A short arrow has a small head rather than a head and no shaft.
        self.draw_arrow(&[start, tip], 0.75, style);
    }

    /// Draws an arrow along a line of the page. Its last stretch, which must not
    /// be a single point, gives the head its direction; of this stretch the head
    /// takes at most a part.
    pub(super) fn draw_arrow(&mut self, line: &[[f64; 2]], part: f64, style: &Style) {
        let &[.., before, tip] = line else { return };
        let [dx, dy] = [tip[0] - before[0], tip[1] - before[1]];
        let length = dx.hypot(dy);
        let along = [dx / length, dy / length];
        let head = (5.0 + 3.2 * style.width).min(part * length);
        let half = 0.42 * head;
        let behind = |back: f64, aside: f64| {
            [
                tip[0] - back * along[0] - aside * along[1],
                tip[1] - back * along[1] + aside * along[0],
            ]
        };
        // The shaft ends within the head, or its square end would blunt the tip.
        let mut shaft = line.to_vec();
        shaft[line.len() - 1] = behind(0.7 * head, 0.0);
        self.draw_line(&shaft, style);
        let outline = [
            tip,
            behind(head, half),
            behind(0.78 * head, 0.0),
            behind(head, -half),
        ];
        if outline
            .iter()
            .all(|&p| clip::contains(&self.frame().area, p))
        {
            let filling = Style {
                fill: style.opacity,
                dash: Dash::Solid,
                ..Style::area(style.colour, 1.0)
            };
            let element = Element::new("polygon")
                .with("class", "arrowhead")
                .with("points", points(&outline));
            self.write(filling.dress(element));
        }
    }

    /// Draws the little square that marks a right angle at `corner`, between
    /// the directions of `a` and `b`, `side` page units wide.
    pub fn right_angle(&mut self, corner: [f64; 2], a: [f64; 2], b: [f64; 2], side: f64) {
        let at = self.frame().page(corner);
        let towards = |point: [f64; 2]| {
            let [x, y] = self.frame().page(point);
            let [dx, dy] = [x - at[0], y - at[1]];
            let length = dx.hypot(dy).max(1e-9);
            [side * dx / length, side * dy / length]
        };
        let [[ax, ay], [bx, by]] = [towards(a), towards(b)];
        let square = [
            [at[0] + ax, at[1] + ay],
            [at[0] + ax + bx, at[1] + ay + by],
            [at[0] + bx, at[1] + by],
        ];
        self.draw_line(&square, &Style::line(Colour::Ink).width(1.25));
    }

    fn draw_line(&mut self, line: &[[f64; 2]], style: &Style) {
        for piece in clip::polyline(&self.frame().area, line) {
            let element = Element::new("polyline").with("points", points(&piece));
            let outline = Style {
                fill: 0.0,
                ..*style
            };
            self.write(outline.dress(element));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::line(Colour::One);

    /// What drawing in a panel of two units by two leaves there.
    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        draw(&mut panel);
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    /// Page coordinates as they stand in a list of points.
    fn page(at: [f64; 2]) -> String {
        let panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        points(&[panel.frame().page(at)])
    }

    #[test]
    fn the_tip_of_an_arrow_is_where_it_points() {
        let arrow = drawn(|panel| panel.arrow([0.5, 0.5], [1.5, 1.0], &STYLE));
        assert_eq!(arrow.len(), 2);
        let tip = format!("points=\"{} ", page([1.5, 1.0]));
        assert!(
            arrow[1].contains("arrowhead") && arrow[1].contains(&tip),
            "{arrow:?}"
        );
    }

    #[test]
    fn an_arrow_that_leaves_the_frame_has_no_head_there() {
        let arrow = drawn(|panel| panel.arrow([1.0, 1.0], [3.0, 1.0], &STYLE));
        let line = format!("points=\"{} {}\"", page([1.0, 1.0]), page([2.0, 1.0]));
        assert_eq!(arrow.len(), 1);
        assert!(arrow[0].contains(&line), "{arrow:?}");
        assert!(drawn(|panel| panel.arrow([3.0, 1.0], [4.0, 1.0], &STYLE)).is_empty());
    }

    #[test]
    fn the_zero_vector_is_a_dot() {
        let arrow = drawn(|panel| panel.arrow([1.0, 1.0], [1.0, 1.0], &STYLE));
        assert_eq!(arrow.len(), 1);
        assert!(arrow[0].starts_with("<circle"), "{arrow:?}");
    }

    #[test]
    fn a_line_through_two_points_runs_from_edge_to_edge() {
        let line = drawn(|panel| panel.line_through([0.9, 0.9], [1.0, 1.0], &STYLE));
        let diagonal = format!("points=\"{} {}\"", page([0.0, 0.0]), page([2.0, 2.0]));
        assert_eq!(line.len(), 1);
        assert!(line[0].contains(&diagonal), "{line:?}");
        assert!(drawn(|panel| panel.line_through([1.0, 1.0], [1.0, 1.0], &STYLE)).is_empty());
    }

    #[test]
    fn a_cut_polygon_has_no_outline_along_the_edge() {
        let square = [[1.0, 0.5], [5.0, 0.5], [5.0, 1.5], [1.0, 1.5]];
        let parts = drawn(|panel| panel.polygon(&square, &STYLE.filled(0.2)));
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
    fn a_right_angle_is_a_square_of_the_given_side() {
        let mark = drawn(|panel| panel.right_angle([1.0, 1.0], [2.0, 1.0], [1.0, 2.0], 10.0));
        let panel = Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0]);
        let [x, y] = panel.frame().page([1.0, 1.0]);
        let square = points(&[[x + 10.0, y], [x + 10.0, y - 10.0], [x, y - 10.0]]);
        assert!(mark[0].contains(&square), "{mark:?}");
    }
}
