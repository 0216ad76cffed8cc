//! Heat maps: numbers as shades of a colour of the theme, and the key to them.
//!
//! One colour in many opacities is read by its lightness, so it needs no colour vision and suits
//! a light page as well as a dark one. Values below 0 of a diverging scale are hatched too.

use super::mark::rectangle;
use super::{Mark, Rare, Stroke, axis};
use crate::clip;
use crate::panel::{Panel, Place};
use crate::point::{Point, xy};
use crate::scale::{Area, Coordinates, Scale, between, extent, multiples, span, ticks};
use crate::style::{Colour, Look};
use crate::svg::{Element, path};
use crate::text::{Label, TICK};
use crate::words::decimal;
use mlmath::Matrix;

/// The cells that a heat map may have: a page redraws a few hundred elements without delay.
const MOST: usize = 324;

/// The distance between the lines of a hatch along x, in page units.
const HATCH: f64 = 7.0;

/// The opacity at the ends of a scale, and where legible numbers stand on the cells.
const DEEPEST: f64 = 0.9;
const PALE: f64 = 0.3;

/// Stretches of a key, enough to look smooth.
const STRETCHES: usize = 24;

/// From numbers to shades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shades {
    range: [f64; 2],
    diverging: bool,
    colours: [Colour; 2],
    deepest: f64,
    hatched: bool,
}

impl Shades {
    /// Shades of the first colour: the page at `low`, the full colour at `high`.
    pub fn sequential(low: f64, high: f64) -> Self {
        extent([low, high]);
        Shades {
            range: [low, high],
            diverging: false,
            colours: [Colour::One, Colour::One],
            deepest: DEEPEST,
            hatched: false,
        }
    }

    /// Shades of the first colour above 0, of the second, hatched, below 0, and the page
    /// at 0; both full at a distance of `far`, which must be positive.
    pub fn diverging(far: f64) -> Self {
        Shades {
            diverging: true,
            hatched: true,
            colours: [Colour::Two, Colour::One],
            ..Shades::sequential(-far, far)
        }
    }

    /// The shades for cells with numbers on them: pale, and without a hatch.
    pub const fn for_numbers(mut self) -> Self {
        self.deepest = PALE;
        self.hatched = false;
        self
    }

    /// The shades with other colours, below and above 0; a sequential scale has only the second.
    pub const fn colours(mut self, below: Colour, above: Colour) -> Self {
        self.colours = [below, above];
        self
    }

    /// The colour of a number and its opacity, from 0 to 1 between the ends; none for NaN.
    fn shade(&self, value: f64) -> Option<(Colour, f64)> {
        let [low, high] = self.range;
        let (part, below) = match self.diverging {
            true => (value.abs() / high, value < 0.0),
            false => ((value - low) / (high - low), false),
        };
        let opacity = part.clamp(0.0, 1.0) * self.deepest;
        (!value.is_nan()).then(|| (self.colours[usize::from(!below)], opacity))
    }

    fn is_hatched(&self, value: f64) -> bool {
        self.hatched && value < 0.0
    }

    /// The mark that fills the cells of a matrix, by the corners of its cells.
    pub(super) fn cells_of(self, matrix: &Matrix, at: &dyn Fn(usize, usize) -> [f64; 2]) -> Mark {
        let (mut cells, shades) = (Vec::new(), self);
        for ((i, j), &value) in matrix.indexed_iter() {
            cells.push((Area::between(at(i, j), at(i + 1, j + 1)), value));
        }
        Mark::rare(Cells { cells, shades })
    }
}

impl Panel {
    /// Draws a matrix of at most 324 entries, one cell an entry; its first stands at the
    /// first corner, its last at the second. NaN is a hole.
    pub fn heat_map<P: Point>(&mut self, corners: [P; 2], matrix: &Matrix, shades: &Shades) {
        let ((rows, columns), count) = (matrix.dim(), matrix.len());
        assert!(count <= MOST, "{count} cells, at most {MOST} can be drawn");
        let ends = corners.map(|p| self.page(p));
        let corner = |i: usize, j: usize| place(ends, [j as f64, i as f64], [columns, rows]);
        self.write(shades.cells_of(matrix, &corner));
    }

    /// Draws a function over the frame, by its values in the middles of columns and rows of cells.
    pub fn heat_map_of(&mut self, f: impl Fn([f64; 2]) -> f64, cells: [usize; 2], shades: &Shades) {
        let [columns, rows] = cells;
        assert!(
            rows > 0 && columns > 0,
            "a heat map needs cells, not {columns} x {rows}"
        );
        let [x, y] = [self.coordinates().x.domain, self.coordinates().y.domain];
        let corners = [[x[0], y[0]], [x[1], y[1]]];
        let values = |(i, j)| f(middle(corners, [j, i], cells));
        self.heat_map(
            corners,
            &Matrix::from_shape_fn((rows, columns), values),
            shades,
        );
    }

    /// Prints the entries in the cells of a heat map, best in [`Shades::for_numbers`].
    pub fn cell_numbers<P: Point>(
        &mut self,
        corners: [P; 2],
        matrix: &Matrix,
        write: impl Fn(f64) -> String,
    ) {
        let (rows, columns) = matrix.dim();
        let corners = corners.map(xy);
        for ((i, j), &value) in matrix.indexed_iter() {
            let at = middle(corners, [j, i], [columns, rows]);
            self.label(at, Place::Centre, Label::new(write(value)).bare());
        }
    }

    /// Writes the names of columns and rows beyond the first row and the first column.
    pub fn cell_names<P: Point>(&mut self, corners: [P; 2], columns: &[Label], rows: &[Label]) {
        let [a, b] = corners.map(|p| self.page(p));
        let outwards = |axis: usize| if a[axis] <= b[axis] { -1.0 } else { 1.0 };
        for (j, name) in columns.iter().enumerate() {
            let [x, _] = middle([a, b], [j, 0], [columns.len(), 1]);
            self.write_label(name.clone(), [x, a[1]], [0.0, outwards(1)]);
        }
        for (i, name) in rows.iter().enumerate() {
            let [_, y] = middle([a, b], [0, i], [1, rows.len()]);
            self.write_label(name.clone(), [a[0], y], [outwards(0), 0.0]);
        }
    }

    /// Draws the key of a heat map: a bar between two corners with at most `at_most`
    /// round numbers below it, or, if it is upright, to its right.
    pub fn colour_key<P: Point>(&mut self, corners: [P; 2], shades: &Shades, at_most: usize) {
        let [a, b] = corners.map(|p| self.page(p));
        let bar = Area::between(a, b);
        let [width, height] = bar.size();
        let upright = height > width;
        let (along, across) = match upright {
            true => ([bar.bottom, bar.top], [bar.left, bar.right]),
            false => ([bar.left, bar.right], [bar.top, bar.bottom]),
        };
        let place = |along: f64, across: f64| match upright {
            true => [across, along],
            false => [along, across],
        };
        let scale = Scale::new(shades.range, along);
        let value = |stretch: f64| between(shades.range, stretch / STRETCHES as f64);
        let values = Matrix::from_shape_fn((1, STRETCHES), |(_, k)| value(k as f64 + 0.5));
        let corner = |i: usize, k: usize| place(scale.page(value(k as f64)), across[i]);
        self.write(shades.cells_of(&values, &corner));
        let outline = axis().width(1.0);
        let [a, b] = [corner(0, 0), corner(1, STRETCHES)].map(|at| self.world(at));
        self.rectangle(a, b, 0.0, outline);
        let mut strokes = Vec::new();
        for value in ticks(shades.range[0], shades.range[1], at_most) {
            let [from, to] = [0.0, 4.0].map(|out| place(scale.page(value), across[1] + out));
            strokes.push(vec![from, to]);
            self.write_axis(Label::new(decimal(value)).size(TICK), from, place(0.0, 1.0));
        }
        self.strokes(strokes, outline);
    }
}

/// Cells of the page with the numbers of their shades.
struct Cells {
    cells: Vec<(Area, f64)>,
    shades: Shades,
}

impl Rare for Cells {
    /// Fills them, cut at the frame, and hatches those that need it.
    fn write(&self, on: &Coordinates, out: &mut Element) {
        // One group a colour, which is not written again for each cell.
        let mut groups: Vec<(Colour, Element)> = Vec::new();
        let mut hatched = Vec::new();
        for (cell, value) in &self.cells {
            let Some((colour, opacity)) = self.shades.shade(*value) else {
                continue;
            };
            if !cell.meets(&on.area) {
                continue;
            }
            let cell = cell.within(&on.area);
            if opacity >= 0.005 {
                let cell = rectangle(&cell).at("fill-opacity", opacity);
                match groups.iter_mut().find(|(other, _)| *other == colour) {
                    Some((_, group)) => group.add(cell),
                    None => {
                        let group = Element::new("g").with("fill", colour.css());
                        // Otherwise a fine line would show between neighbours.
                        let group = group.with("shape-rendering", "crispEdges");
                        groups.push((colour, group.child(cell)));
                    }
                }
            }
            if self.shades.is_hatched(*value) {
                hatched.push(cell);
            }
        }
        for (_, group) in groups {
            out.add(group);
        }
        let lines = hatch(&hatched);
        if !lines.is_empty() {
            let style = Colour::Ink.width(1.0).opacity(0.45);
            out.add(style.apply(Element::new("path").with("d", path(&lines))));
        }
    }
}

/// A place between two corners, so many columns and rows of all from the first.
fn place([a, b]: [[f64; 2]; 2], from: [f64; 2], of: [usize; 2]) -> [f64; 2] {
    [0, 1].map(|k| a[k] + (b[k] - a[k]) * from[k] / of[k] as f64)
}

/// Where the middle of a cell is between two corners.
fn middle(corners: [[f64; 2]; 2], cell: [usize; 2], of: [usize; 2]) -> [f64; 2] {
    place(corners, cell.map(|k| k as f64 + 0.5), of)
}

/// Slanted lines through cells, where x + y is a multiple of the distance, as long as can be.
fn hatch(cells: &[Area]) -> Vec<Stroke> {
    let [first, _] = span(cells.iter().map(|cell| cell.left + cell.top));
    let [_, last] = span(cells.iter().map(|cell| cell.right + cell.bottom));
    let mut lines = Vec::new();
    for sum in multiples(first, last, HATCH) {
        let mut runs: Vec<[f64; 2]> = Vec::new();
        for cell in cells {
            let (start, end) = ([sum - cell.bottom, cell.bottom], [sum - cell.top, cell.top]);
            if let Some([[from, _], [to, _]]) = clip::segment(cell, start, end) {
                let before = runs.iter().take_while(|run| run[0] < from).count();
                runs.insert(before, [from, to]);
            }
        }
        // Pieces that meet are one line.
        runs.dedup_by(|next, run| {
            let meet = next[0] < run[1] + 0.01;
            run[1] = if meet { run[1].max(next[1]) } else { run[1] };
            meet
        });
        for [from, to] in runs {
            if to - from > 0.5 {
                lines.push(vec![[from, sum - from], [to, sum - to]].into());
            }
        }
    }
    lines
}
