//! Level curves, by marching squares.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::point::part_of_the_way;
use crate::scale::{Area, between, ticks};
use crate::style::Look;
use crate::text::{Label, TICK};
use crate::tolerance::TOLERANCE;
use crate::words::decimal;

type Point = [f64; 2];

/// The side of a cell of the grid, in page units.
const CELL: f64 = 6.0;

/// Places on a segment along which levels are looked for.
const STEPS: usize = 200;

/// At most `at_most` round levels strictly between `low` and `high`.
pub fn nice_levels(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let slack = 1e-8 * (high - low);
    ticks(low + slack, high - slack, at_most)
}

/// The levels `first`, `first`·`factor`, `first`·`factor`², …, for functions that grow fast.
pub fn geometric_levels(first: f64, factor: f64, count: usize) -> Vec<f64> {
    (0..count).map(|k| first * factor.powi(k as i32)).collect()
}

impl Panel {
    /// Draws level curves over the whole frame, with holes where `f` is not finite.
    pub fn level_curves(&mut self, f: impl Fn([f64; 2]) -> f64, levels: &[f64], style: impl Look) {
        let (on, size) = (self.coordinates(), self.area().size());
        let cells = size.map(|side| (side / CELL).round().max(2.0) as usize);
        let grid = Grid::new(&f, [on.x.domain, on.y.domain], cells);
        let style = style.into().filled(0.0);
        for &level in levels {
            let mut strokes = grid.curves(level);
            for point in strokes.iter_mut().flat_map(|curve| &mut curve.points) {
                *point = self.page(*point);
            }
            if !strokes.is_empty() {
                self.write(Mark::Path(strokes, style));
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
        let at = |step: f64| part_of_the_way(from, to, step / STEPS as f64);
        let values: Vec<f64> = (0..=STEPS).map(|step| f(at(step as f64))).collect();
        let mut written: Vec<Area> = Vec::new();
        for &level in levels {
            let meets = |pair: &[f64]| (pair[0] < level) != (pair[1] < level);
            let Some(k) = values.windows(2).position(meets) else {
                continue;
            };
            let Some(part) = crossing(values[k], values[k + 1], level) else {
                continue;
            };
            let [x, y] = self.page(at(k as f64 + part));
            let label = Label::new(format!("${}$", decimal(level))).size(TICK);
            let [half, high] = [label.width() / 2.0 + 2.0, TICK / 2.0];
            let room = Area::between([x - half, y - high], [x + half, y + high]);
            if self.area().holds(&room) && written.iter().all(|other| !room.meets(other)) {
                written.push(room);
                self.write_label(label, [x, y], [0.0, 0.0]);
            }
        }
    }
}

/// Values of a function at the corners of cells, row by row.
struct Grid<'a> {
    f: &'a dyn Fn(Point) -> f64,
    ranges: [[f64; 2]; 2],
    cells: [usize; 2],
    values: Vec<f64>,
}

/// The part of the way from a to b at which a straight line between them has the level.
fn crossing(a: f64, b: f64, level: f64) -> Option<f64> {
    let meets = a.is_finite() && b.is_finite() && (a < level) != (b < level);
    meets.then(|| (level - a) / (b - a))
}

impl<'a> Grid<'a> {
    fn new(f: &'a dyn Fn(Point) -> f64, ranges: [[f64; 2]; 2], cells: [usize; 2]) -> Self {
        let values = Vec::new();
        let mut grid = Grid {
            f,
            ranges,
            cells,
            values,
        };
        for [i, j] in (0..=cells[1]).flat_map(|j| (0..=cells[0]).map(move |i| [i, j])) {
            grid.values.push(f(grid.point([i as f64, j as f64])));
        }
        grid
    }

    /// The point at grid coordinates.
    fn point(&self, at: [f64; 2]) -> Point {
        [0, 1].map(|k| between(self.ranges[k], at[k] / self.cells[k] as f64))
    }

    fn value(&self, [i, j]: [usize; 2]) -> f64 {
        self.values[j * (self.cells[0] + 1) + i]
    }

    /// The number of the edge that leaves a corner to the right (axis 0) or upwards (axis 1).
    fn edge(&self, [i, j]: [usize; 2], axis: usize) -> usize {
        2 * (j * (self.cells[0] + 1) + i) + axis
    }

    /// Where the curve crosses an edge.
    fn on_edge(&self, edge: usize, level: f64) -> Point {
        let (place, columns) = (edge / 2, self.cells[0] + 1);
        let corner = [place % columns, place / columns];
        let mut next = corner;
        next[edge % 2] += 1;
        let part = crossing(self.value(corner), self.value(next), level);
        let mut at = corner.map(|k| k as f64);
        at[edge % 2] += part.expect("only edges that the curve crosses are joined");
        self.point(at)
    }

    /// The pairs of edges that the level curve joins within one cell.
    fn in_cell(&self, [i, j]: [usize; 2], level: f64) -> Vec<[usize; 2]> {
        // Counter-clockwise from the lower left; edge k leads to corner k + 1.
        let corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
        let edges = [(0, 0), (1, 1), (3, 0), (0, 1)];
        let edges = edges.map(|(k, axis)| self.edge(corners[k], axis));
        let values = corners.map(|corner| self.value(corner));
        if values.iter().any(|value| !value.is_finite()) {
            return Vec::new();
        }
        let above = values.map(|value| value >= level);
        let crossed: Vec<usize> = (0..4).filter(|&k| above[k] != above[(k + 1) % 4]).collect();
        match crossed[..] {
            [] => Vec::new(),
            [a, b] => vec![[edges[a], edges[b]]],
            _ => {
                // A saddle: the curve cuts off the two corners that differ from the middle.
                let middle = (self.f)(self.point([i as f64 + 0.5, j as f64 + 0.5]));
                let alone = usize::from(above[0] == (middle >= level));
                let around = |k: usize| [edges[(k + 3) % 4], edges[k]];
                vec![around(alone), around(alone + 2)]
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
                let [first, second] = neighbours[start];
                if seen[start] || first.is_none() || (!closed && second.is_some()) {
                    continue;
                }
                let mut points: Vec<Point> = Vec::new();
                let mut next = Some(start);
                while let Some(edge) = next {
                    seen[edge] = true;
                    points.push(self.on_edge(edge, level));
                    let mut joined = neighbours[edge].into_iter().flatten();
                    next = joined.find(|&other| !seen[other]);
                }
                if points.len() > 1 {
                    curves.push(Stroke { points, closed });
                }
            }
        }
        curves
    }
}
