//! Fields of arrows.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::point::beside;
use crate::style::Look;

/// How much of the distance between neighbours the longest arrow takes.
const LONGEST: f64 = 0.9;

/// Below this length, in page units, an arrow is a dot.
const DOT: f64 = 2.0;

impl Panel {
    /// Draws the vectors of a field as arrows around the middles of columns and rows of
    /// cells of the frame, in proportion to the longest, which nearly fills its cell.
    /// Those that are not finite are left out, tiny ones are dots.
    pub fn arrow_field<F>(&mut self, f: F, [nx, ny]: [usize; 2], style: impl Look)
    where
        F: Fn([f64; 2]) -> [f64; 2],
    {
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
        let room = LONGEST * cell[0].min(cell[1]);
        let unit = if longest > 0.0 { room / longest } else { 0.0 };
        let (mut shafts, mut heads) = (Vec::new(), Vec::new());
        let closed = |points: &[[f64; 2]]| Stroke {
            points: points.to_vec(),
            closed: true,
        };
        for (at, [dx, dy]) in arrows {
            let length = unit * dx.hypot(dy);
            if length < DOT {
                // A square on its corner, which at this size looks round.
                let [x, y] = at;
                let r = 0.75 * style.width;
                heads.push(closed(&[[x + r, y], [x, y + r], [x - r, y], [x, y - r]]));
                continue;
            }
            let along = [dx, dy].map(|part| part * unit / length);
            let point = |ahead: f64, aside: f64| beside(at, along, ahead, aside);
            let head = (3.0 + 2.0 * style.width).min(0.6 * length);
            let (tip, half) = (length / 2.0, 0.4 * head);
            shafts.push(vec![point(-tip, 0.0), point(tip - 0.8 * head, 0.0)]);
            let behind = [half, -half].map(|aside| point(tip - head, aside));
            heads.push(closed(&[point(tip, 0.0), behind[0], behind[1]]));
        }
        self.strokes(shafts, style.filled(0.0));
        if !heads.is_empty() {
            self.write(Mark::Path(heads, style.colour.area(style.opacity)));
        }
    }
}
