//! Fields of arrows.

use crate::panel::Panel;
use crate::style::Style;
use crate::svg::{Element, number};

/// How much of the distance between neighbours the longest arrow takes.
const LONGEST: f64 = 0.9;

/// Below this length, in page units, an arrow is a dot.
const DOT: f64 = 2.0;

impl Panel {
    /// Draws the vectors of a field as arrows around the middles of `nx` times
    /// `ny` equal cells of the frame. The longest nearly fills its cell, the
    /// others are in proportion to it; lengths compare within one field only.
    /// Vectors that are not finite are left out, tiny ones are dots.
    ///
    /// # Panics
    /// If `nx` or `ny` is 0.
    pub fn arrow_field(
        &mut self,
        f: impl Fn([f64; 2]) -> [f64; 2],
        nx: usize,
        ny: usize,
        style: &Style,
    ) {
        assert!(nx > 0 && ny > 0, "a field needs arrows, not {nx} x {ny}");
        let frame = *self.frame();
        let area = frame.area;
        let cell = [
            (area.right - area.left) / nx as f64,
            (area.bottom - area.top) / ny as f64,
        ];
        let mut arrows = Vec::new();
        for [i, j] in (0..ny).flat_map(|j| (0..nx).map(move |i| [i, j])) {
            let at = [
                area.left + (i as f64 + 0.5) * cell[0],
                area.top + (j as f64 + 0.5) * cell[1],
            ];
            let [u, v] = f(frame.world(at));
            let arrow = [u * frame.x.unit(), -v * frame.y.unit()];
            if arrow.iter().all(|part| part.is_finite()) {
                arrows.push((at, arrow));
            }
        }
        let longest = arrows
            .iter()
            .map(|(_, [dx, dy])| dx.hypot(*dy))
            .fold(0.0, f64::max);
        let unit = if longest > 0.0 {
            LONGEST * cell[0].min(cell[1]) / longest
        } else {
            0.0
        };
        let (mut shafts, mut heads) = (String::new(), String::new());
        for (at, [dx, dy]) in arrows {
            let length = unit * dx.hypot(dy);
            if length < DOT {
                heads += &dot(at, 0.75 * style.width);
                continue;
            }
            let along = [dx, dy].map(|part| part * unit / length);
            let head = (3.0 + 2.0 * style.width).min(0.6 * length);
            let point = |ahead: f64, aside: f64| {
                [
                    at[0] + ahead * along[0] - aside * along[1],
                    at[1] + ahead * along[1] + aside * along[0],
                ]
            };
            let tip = length / 2.0;
            shafts += &line(&[point(-tip, 0.0), point(tip - 0.8 * head, 0.0)]);
            let half = 0.4 * head;
            heads += &line(&[
                point(tip, 0.0),
                point(tip - head, half),
                point(tip - head, -half),
            ]);
            heads += "Z";
        }
        if !shafts.is_empty() {
            let shaft = Style {
                fill: 0.0,
                ..*style
            };
            self.write(shaft.dress(Element::new("path").with("d", shafts)));
        }
        if !heads.is_empty() {
            let head = Style::area(style.colour, style.opacity);
            let path = Element::new("path").with("class", "arrowheads");
            self.write(head.dress(path.with("d", heads)));
        }
    }
}

fn line(points: &[[f64; 2]]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|&[x, y]| format!("{} {}", number(x), number(y)))
        .collect();
    format!("M{}", points.join("L"))
}

/// A small square on its corner, which at this size looks round.
fn dot([x, y]: [f64; 2], radius: f64) -> String {
    let corners = [
        [x + radius, y],
        [x, y + radius],
        [x - radius, y],
        [x, y - radius],
    ];
    line(&corners) + "Z"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    fn drawn(f: impl Fn([f64; 2]) -> [f64; 2]) -> Vec<String> {
        let mut panel = Panel::plane(266.0, [-1.0, 1.0], [-1.0, 1.0]);
        panel.arrow_field(f, 2, 2, &Style::line(Colour::One));
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    #[test]
    fn arrows_point_where_the_field_does() {
        let field = drawn(|_| [0.0, 3.0]);
        assert_eq!(field.len(), 2, "all shafts are one path, all heads another");
        assert_eq!(field[0].matches('M').count(), 4);
        // The frame is 200 wide from (42, 26), so a cell is 100 and an arrow 90.
        assert!(field[0].contains("M92 121L92 "), "{}", field[0]);
        assert!(field[1].contains("M92 31L"), "{}", field[1]);
    }

    #[test]
    fn lengths_are_in_proportion_and_zero_is_a_dot() {
        let field = drawn(|[x, y]| {
            let long = if y > 0.0 { 2.0 } else { 1.0 };
            if x > 0.0 { [long, 0.0] } else { [0.0, 0.0] }
        });
        assert_eq!(field[0].matches('M').count(), 2);
        assert!(field[0].contains("M147 76L"), "90 long: {}", field[0]);
        assert!(field[0].contains("M169.5 176L"), "45 long: {}", field[0]);
        assert_eq!(field[1].matches('M').count(), 4);
    }

    #[test]
    fn a_vector_that_is_not_finite_is_left_out() {
        let field = drawn(|[x, _]| [1.0 / (x - 0.5), f64::NAN]);
        assert!(field.is_empty());
        assert_eq!(drawn(|_| [0.0, 0.0]).len(), 1);
    }
}
