//! Fields of arrows.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::style::{Look, Style};

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
        style: impl Into<Style>,
    ) {
        assert!(nx > 0 && ny > 0, "a field needs arrows, not {nx} x {ny}");
        let (style, area, on) = (style.into(), self.area(), *self.coordinates());
        let [width, height] = area.size();
        let cell = [width / nx as f64, height / ny as f64];
        let mut arrows = Vec::new();
        for [i, j] in (0..ny).flat_map(|j| (0..nx).map(move |i| [i, j])) {
            let at = [
                area.left + (i as f64 + 0.5) * cell[0],
                area.top + (j as f64 + 0.5) * cell[1],
            ];
            let [u, v] = f(self.world(at));
            let arrow = [u * on.x.unit(), -v * on.y.unit()];
            if arrow.iter().all(|part| part.is_finite()) {
                arrows.push((at, arrow));
            }
        }
        let lengths = arrows.iter().map(|(_, [dx, dy])| dx.hypot(*dy));
        let longest = lengths.fold(0.0, f64::max);
        let unit = match longest > 0.0 {
            true => LONGEST * cell[0].min(cell[1]) / longest,
            false => 0.0,
        };
        let (mut shafts, mut heads): (Vec<Stroke>, Vec<Stroke>) = (Vec::new(), Vec::new());
        let closed = |points: Vec<[f64; 2]>| Stroke {
            points,
            closed: true,
        };
        for (at, [dx, dy]) in arrows {
            let length = unit * dx.hypot(dy);
            let point = |ahead: f64, aside: f64| {
                let along = [dx, dy].map(|part| part * unit / length);
                [
                    at[0] + ahead * along[0] - aside * along[1],
                    at[1] + ahead * along[1] + aside * along[0],
                ]
            };
            if length < DOT {
                // A square on its corner, which at this size looks round.
                let [x, y] = at;
                let r = 0.75 * style.width;
                heads.push(closed(vec![[x + r, y], [x, y + r], [x - r, y], [x, y - r]]));
                continue;
            }
            let head = (3.0 + 2.0 * style.width).min(0.6 * length);
            let (tip, half) = (length / 2.0, 0.4 * head);
            shafts.push(vec![point(-tip, 0.0), point(tip - 0.8 * head, 0.0)].into());
            let head = [
                point(tip, 0.0),
                point(tip - head, half),
                point(tip - head, -half),
            ];
            heads.push(closed(head.to_vec()));
        }
        let filling = style.colour.area(style.opacity);
        for (strokes, style) in [(shafts, style.filled(0.0)), (heads, filling)] {
            if !strokes.is_empty() {
                self.write(Mark::Path(strokes, style));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    /// The strokes of shafts and of heads, on the page.
    fn drawn(f: impl Fn([f64; 2]) -> [f64; 2]) -> Vec<Vec<Vec<[f64; 2]>>> {
        let mut panel = Panel::plane(266.0, [-1.0, 1.0], [-1.0, 1.0]);
        panel.arrow_field(f, 2, 2, Colour::One);
        panel.paths()
    }

    fn near(a: [f64; 2], b: [f64; 2]) -> bool {
        (a[0] - b[0]).hypot(a[1] - b[1]) < 1e-9
    }

    #[test]
    fn arrows_point_where_the_field_does() {
        let field = drawn(|_| [0.0, 3.0]);
        assert_eq!(
            (field.len(), field[0].len()),
            (2, 4),
            "all shafts are one path"
        );
        // A cell is a unit wide, and an arrow 0.9 of it.
        assert!(near(field[0][0][0], [-0.5, 0.05]), "{field:?}");
        assert!(near(field[1][0][0], [-0.5, 0.95]), "{field:?}");
    }

    #[test]
    fn lengths_are_in_proportion_and_zero_is_a_dot() {
        let field = drawn(|[x, y]| {
            let long = if y > 0.0 { 2.0 } else { 1.0 };
            if x > 0.0 { [long, 0.0] } else { [0.0, 0.0] }
        });
        assert_eq!((field[0].len(), field[1].len()), (2, 4));
        assert!(near(field[0][0][0], [0.05, 0.5]) && near(field[0][1][0], [0.275, -0.5]));
    }

    #[test]
    fn a_vector_that_is_not_finite_is_left_out() {
        assert!(drawn(|[x, _]| [1.0 / (x - 0.5), f64::NAN]).is_empty());
        assert_eq!(drawn(|_| [0.0, 0.0]).len(), 1);
    }
}
