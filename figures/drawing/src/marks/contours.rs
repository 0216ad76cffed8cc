//! Level curves, by marching squares.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::point::part_of_the_way;
use crate::scale::{Area, multiples, nice_step};
use crate::style::{Look, Style};
use crate::text::{Label, SIZE, decimal};
use crate::tolerance::TOLERANCE;

type Point = [f64; 2];

/// The side of a cell of the grid, in page units.
const CELL: f64 = 6.0;

/// Round levels strictly between `low` and `high`, at most `at_most`; none for
/// an empty or infinite stretch.
pub fn nice_levels(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let slack = 1e-9 * (high - low);
    let Some(step) = nice_step(low + slack, high - slack, at_most) else {
        return Vec::new();
    };
    multiples(low, high, step)
        .into_iter()
        .filter(|level| low + slack < *level && *level < high - slack)
        .collect()
}

/// The levels `first`, `first`·`factor`, `first`·`factor`², …, for functions that
/// grow fast.
pub fn geometric_levels(first: f64, factor: f64, count: usize) -> Vec<f64> {
    (0..count).map(|k| first * factor.powi(k as i32)).collect()
}

impl Panel {
    /// Draws the level curves of `f` over the whole frame, one path a level.
    /// Where `f` is not finite, they have a hole.
    pub fn level_curves(
        &mut self,
        f: impl Fn([f64; 2]) -> f64,
        levels: &[f64],
        style: impl Into<Style>,
    ) {
        let (style, grid) = (style.into(), self.sample(f));
        for &level in levels {
            let page = |curve: Stroke| Stroke {
                points: curve.points.iter().map(|p| self.page(p)).collect(),
                ..curve
            };
            let strokes: Vec<Stroke> = grid.curves(level).into_iter().map(page).collect();
            if !strokes.is_empty() {
                self.write(Mark::Path(strokes, style.filled(0.0)));
            }
        }
    }

    /// Writes each level on its curve, where the segment from `from` to `to`
    /// first meets it. A number that would stand on the one before is left out.
    pub fn level_labels(
        &mut self,
        f: impl Fn([f64; 2]) -> f64,
        levels: &[f64],
        [from, to]: [Point; 2],
    ) {
        let at = |t: f64| part_of_the_way(from, to, t);
        let steps = 200;
        let values: Vec<f64> = (0..=steps)
            .map(|k| f(at(f64::from(k) / f64::from(steps))))
            .collect();
        let size = SIZE - 1.0;
        let mut written: Vec<Area> = Vec::new();
        for &level in levels {
            let meets = |pair: &[f64]| (pair[0] < level) != (pair[1] < level);
            let Some(k) = values.windows(2).position(meets) else {
                continue;
            };
            let Some(part) = crossing(values[k], values[k + 1], level) else {
                continue;
            };
            let point = at((k as f64 + part) / f64::from(steps));
            let [x, y] = self.page(point);
            let label = Label::new(format!("${}$", decimal(level))).size(size);
            let [half, high] = [label.width() / 2.0 + 2.0, size / 2.0];
            let room = Area::between([x - half, y - high], [x + half, y + high]);
            let inside = room.within(&self.area()) == room;
            if inside && written.iter().all(|other| !room.meets(other)) {
                written.push(room);
                self.write_label(label, [x, y], [0.0, 0.0]);
            }
        }
    }

    /// The values of `f` on a grid over the frame.
    fn sample<F: Fn(Point) -> f64>(&self, f: F) -> Grid<F> {
        let on = self.coordinates();
        let cells = on
            .area
            .size()
            .map(|length| (length / CELL).round().max(2.0) as usize);
        Grid::new(f, on.x.domain, on.y.domain, cells)
    }
}

/// Values of a function at the corners of cells, row by row.
struct Grid<F> {
    f: F,
    x: [f64; 2],
    y: [f64; 2],
    cells: [usize; 2],
    values: Vec<f64>,
}

/// The part of the way from a to b at which a straight line between them has
/// the level; none if both are on one side of it.
fn crossing(a: f64, b: f64, level: f64) -> Option<f64> {
    let meets = a.is_finite() && b.is_finite() && (a < level) != (b < level);
    meets.then(|| (level - a) / (b - a))
}

impl<F: Fn(Point) -> f64> Grid<F> {
    fn new(f: F, x: [f64; 2], y: [f64; 2], cells: [usize; 2]) -> Self {
        let mut grid = Grid {
            f,
            x,
            y,
            cells,
            values: Vec::new(),
        };
        grid.values = (0..=cells[1])
            .flat_map(|j| (0..=cells[0]).map(move |i| [i, j]))
            .map(|at| (grid.f)(grid.point(at.map(|k| k as f64))))
            .collect();
        grid
    }

    /// The point at grid coordinates.
    fn point(&self, at: [f64; 2]) -> Point {
        let along = |[low, high]: [f64; 2], at: f64, cells: usize| {
            let part = at / cells as f64;
            low * (1.0 - part) + high * part
        };
        [
            along(self.x, at[0], self.cells[0]),
            along(self.y, at[1], self.cells[1]),
        ]
    }

    fn value(&self, [i, j]: [usize; 2]) -> f64 {
        self.values[j * (self.cells[0] + 1) + i]
    }

    /// The number of the edge that leaves a corner to the right (axis 0) or
    /// upwards (axis 1).
    fn edge(&self, [i, j]: [usize; 2], axis: usize) -> usize {
        2 * (j * (self.cells[0] + 1) + i) + axis
    }

    /// Where the curve crosses an edge.
    fn on_edge(&self, edge: usize, level: f64) -> Point {
        let corner = [
            edge / 2 % (self.cells[0] + 1),
            edge / 2 / (self.cells[0] + 1),
        ];
        let mut next = corner;
        next[edge % 2] += 1;
        let part = crossing(self.value(corner), self.value(next), level)
            .expect("only edges that the curve crosses are joined");
        let mut at = corner.map(|k| k as f64);
        at[edge % 2] += part;
        self.point(at)
    }

    /// The pairs of edges that the level curve joins within one cell.
    fn in_cell(&self, [i, j]: [usize; 2], level: f64) -> Vec<[usize; 2]> {
        // Counter-clockwise from the lower left; edge k leads to corner k + 1.
        let corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
        let edges = [
            self.edge(corners[0], 0),
            self.edge(corners[1], 1),
            self.edge(corners[3], 0),
            self.edge(corners[0], 1),
        ];
        let values = corners.map(|corner| self.value(corner));
        if values.iter().any(|value| !value.is_finite()) {
            return Vec::new();
        }
        let above = values.map(|value| value >= level);
        let crossed: Vec<usize> = (0..4).filter(|&k| above[k] != above[(k + 1) % 4]).collect();
        match crossed.as_slice() {
            [] => Vec::new(),
            &[a, b] => vec![[edges[a], edges[b]]],
            _ => {
                // A saddle: the curve cuts off the two corners that differ from
                // the middle.
                let middle = (self.f)(self.point([i as f64 + 0.5, j as f64 + 0.5]));
                let alone = usize::from(above[0] == (middle >= level));
                [alone, alone + 2]
                    .map(|k| [edges[(k + 3) % 4], edges[k]])
                    .to_vec()
            }
        }
    }

    /// The level curve, its pieces in the order of the grid. A corner whose value
    /// is the level, but for rounding, lies above it.
    fn curves(&self, level: f64) -> Vec<Stroke> {
        let finite = self.values.iter().filter(|value| value.is_finite());
        let greatest = finite.fold(0.0, |most: f64, value| most.max(value.abs()));
        let level = level - TOLERANCE * level.abs().max(greatest.min(1.0));
        let [columns, rows] = self.cells;
        let mut neighbours = vec![[None; 2]; 2 * self.values.len()];
        for cell in (0..rows).flat_map(|j| (0..columns).map(move |i| [i, j])) {
            for [a, b] in self.in_cell(cell, level) {
                for (edge, other) in [(a, b), (b, a)] {
                    let free = usize::from(neighbours[edge][0].is_some());
                    neighbours[edge][free] = Some(other);
                }
            }
        }
        let mut curves = Vec::new();
        let mut seen = vec![false; neighbours.len()];
        // Open pieces first, from one of their ends; what is left is closed.
        for closed in [false, true] {
            for start in 0..neighbours.len() {
                let starts = neighbours[start][0].is_some()
                    && (closed || neighbours[start][1].is_none())
                    && !seen[start];
                if !starts {
                    continue;
                }
                let mut points: Vec<Point> = Vec::new();
                let mut next = Some(start);
                while let Some(edge) = next {
                    seen[edge] = true;
                    points.push(self.on_edge(edge, level));
                    next = neighbours[edge]
                        .into_iter()
                        .flatten()
                        .find(|&other| !seen[other]);
                }
                if points.len() > 1 {
                    curves.push(Stroke { points, closed });
                }
            }
        }
        curves
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    fn grid<F: Fn(Point) -> f64>(f: F, cells: usize) -> Grid<F> {
        Grid::new(f, [-2.0, 2.0], [-2.0, 2.0], [cells, cells])
    }

    fn square_norm([x, y]: Point) -> f64 {
        x * x + y * y
    }

    #[test]
    fn the_level_1_of_the_squared_norm_is_the_unit_circle() {
        let cells = 60;
        let curves = grid(square_norm, cells).curves(1.0);
        assert_eq!(curves.len(), 1);
        assert!(curves[0].closed && curves[0].points.len() > 50);
        // Linear interpolation is off by at most h²/8 times the second derivative.
        let h = 4.0 / cells as f64;
        for &point in &curves[0].points {
            let radius = square_norm(point).sqrt();
            assert!((radius - 1.0).abs() < h * h / 4.0, "{point:?}: {radius}");
        }
    }

    #[test]
    fn a_curve_through_corners_is_the_same_whatever_their_last_digits() {
        // At this level the circle goes through twelve corners of the grid.
        let curves = [-1e-13, 0.0, 1e-13].map(|last_digit| {
            let rounded = |point: Point| square_norm(point) + last_digit;
            grid(rounded, 16).curves(25.0 / 16.0)
        });
        for other in &curves[1..] {
            assert_eq!(other.len(), 1);
            assert_eq!(other[0].points.len(), curves[0][0].points.len());
            for ([x, y], [u, v]) in other[0].points.iter().zip(&curves[0][0].points) {
                assert!((x - u).abs() < 1e-9 && (y - v).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn an_open_curve_ends_at_the_frame() {
        let curves = grid(square_norm, 60).curves(5.0);
        assert_eq!(curves.len(), 4, "a circle that the four sides cut");
        for curve in curves {
            assert!(!curve.closed);
            for [x, y] in [curve.points[0], curve.points[curve.points.len() - 1]] {
                assert_eq!(x.abs().max(y.abs()), 2.0);
            }
        }
    }

    #[test]
    fn the_middle_of_a_saddle_decides_which_corners_are_cut_off() {
        // One cell, +1 and -1 in turn at its corners.
        for middle in [0.5, -0.5] {
            let saddle = |[x, y]: Point| {
                if x == 0.0 && y == 0.0 {
                    middle
                } else {
                    x * y / 4.0
                }
            };
            let curves = grid(saddle, 1).curves(0.0);
            assert_eq!(curves.len(), 2);
            for curve in curves {
                let [x, y] = [0, 1].map(|k| curve.points.iter().map(|p| p[k]).sum::<f64>());
                // A high middle joins the high corners, where xy > 0.
                assert!(x * y * middle < 0.0, "{:?}", curve.points);
            }
        }
        let arms = grid(|[x, y]| x * y, 40).curves(0.5);
        assert_eq!(arms.len(), 2);
        for arm in arms {
            assert!(arm.points.iter().all(|p| (p[0] * p[1] - 0.5).abs() < 1e-2));
        }
    }

    #[test]
    fn a_value_that_is_no_number_leaves_a_hole() {
        let half = |[x, y]: Point| (x - 0.01).sqrt() + y;
        let curves = grid(half, 40).curves(0.0);
        assert_eq!(curves.len(), 1);
        assert!(curves[0].points.iter().all(|p| p[0] > 0.0));
        let pole = |p: Point| 1.0 / square_norm(p);
        assert_eq!(grid(pole, 40).curves(1.0).len(), 1);
        assert!(grid(|_| f64::NAN, 40).curves(0.0).is_empty());
        assert!(grid(|_| 1.0, 40).curves(1.0).is_empty());
    }

    #[test]
    fn a_curve_through_corners_of_the_grid_has_no_point_twice() {
        let curves = grid(|[x, y]| x - y, 40).curves(0.0);
        assert_eq!(curves.len(), 1);
        for pair in curves[0].points.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }

    #[test]
    fn each_level_is_one_path() {
        let mut panel = Panel::plane(520.0, [-2.0, 2.0], [-2.0, 2.0]);
        panel.level_curves(|[x, y]| x * y, &[-1.0, 1.0, 9.0], Colour::One);
        let strokes: Vec<usize> = panel.paths().iter().map(Vec::len).collect();
        assert_eq!(strokes, [2, 2], "nothing is at level 9");
    }

    #[test]
    fn numbers_stand_on_their_curves_and_not_on_each_other() {
        let mut panel = Panel::plane(520.0, [-2.0, 2.0], [-2.0, 2.0]);
        let ray = [[0.0, 0.0], [2.0, 0.0]];
        panel.level_labels(square_norm, &[1.0, 1.01, 3.0, 9.0], ray);
        assert_eq!(
            panel.words(),
            ["1", "3"],
            "1.01 has no room and 9 does not occur"
        );
        let [x, y] = panel.labels()[0].1;
        assert!((x - 1.0).abs() < 1e-3 && y.abs() < 1e-9);
    }

    #[test]
    fn levels_are_round_and_within() {
        assert_eq!(nice_levels(0.0, 10.0, 6), [2.0, 4.0, 6.0, 8.0]);
        assert_eq!(nice_levels(-1.2, 1.2, 5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert!(nice_levels(1.0, 1.0, 5).is_empty());
        assert_eq!(geometric_levels(0.5, 2.0, 4), [0.5, 1.0, 2.0, 4.0]);
    }
}
