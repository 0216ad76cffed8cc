//! Heat maps: numbers as shades of a colour of the theme.

use super::mark::rectangle;
use super::{Mark, Rare, Shades, Stroke};
use crate::clip;
use crate::panel::{Panel, Place};
use crate::point::{Point, xy};
use crate::scale::{Area, Coordinates, multiples, span};
use crate::style::{Colour, Look};
use crate::svg::{Element, path};
use crate::text::Label;
use mlmath::Matrix;

/// The cells that a heat map may have: a page redraws a few hundred elements without delay.
pub const MOST_CELLS: usize = 324;

/// The distance between the lines of a hatch along x, in page units.
const HATCH: f64 = 7.0;

impl Panel {
    /// Draws a matrix of at most [`MOST_CELLS`] entries, one cell an entry; its first
    /// stands at the first corner, its last at the second. NaN is a hole.
    pub fn heat_map<P: Point>(&mut self, corners: [P; 2], matrix: &Matrix, shades: &Shades) {
        let ((rows, columns), count) = (matrix.dim(), matrix.len());
        assert!(
            count <= MOST_CELLS,
            "{count} cells, at most {MOST_CELLS} can be drawn"
        );
        let ends = corners.map(|p| self.page(p));
        let corner = |i: usize, j: usize| place(ends, [j as f64, i as f64], [columns, rows]);
        self.write(shades.cells_of(matrix, &corner));
    }

    /// Draws a function over the frame, by its values in the middles of `nx` times `ny` cells.
    pub fn heat_map_of(
        &mut self,
        f: impl Fn([f64; 2]) -> f64,
        nx: usize,
        ny: usize,
        shades: &Shades,
    ) {
        assert!(nx > 0 && ny > 0, "a heat map needs cells, not {nx} x {ny}");
        let [x, y] = [self.coordinates().x.domain, self.coordinates().y.domain];
        let corners = [[x[0], y[0]], [x[1], y[1]]];
        let at = |i: usize, j: usize| middle(corners, [j, i], [nx, ny]);
        let values = Matrix::from_shape_fn((ny, nx), |(i, j)| f(at(i, j)));
        self.heat_map(corners, &values, shades);
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
}

impl Shades {
    /// The mark that fills the cells of a matrix, by the corners of its cells.
    pub(super) fn cells_of(self, matrix: &Matrix, at: &dyn Fn(usize, usize) -> [f64; 2]) -> Mark {
        let mut cells = Vec::new();
        for [i, j] in (0..matrix.nrows()).flat_map(|i| (0..matrix.ncols()).map(move |j| [i, j])) {
            cells.push((Area::between(at(i, j), at(i + 1, j + 1)), matrix[[i, j]]));
        }
        self.cells(cells)
    }

    /// The mark that fills cells of the page.
    pub(super) fn cells(self, cells: Vec<(Area, f64)>) -> Mark {
        let shades = self;
        Mark::rare(Cells { cells, shades })
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
            let cell = cell.within(&on.area);
            let Some((colour, opacity)) = self.shades.shade(*value) else {
                continue;
            };
            if cell.left >= cell.right || cell.top >= cell.bottom {
                continue;
            }
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
            let Some([[mut from, _], [mut to, _]]) = clip::segment(cell, start, end) else {
                continue;
            };
            // Pieces that meet are one line.
            let meets =
                |run: &[f64; 2], [from, to]: [f64; 2]| run[0] < to + 0.01 && from < run[1] + 0.01;
            while let Some(k) = runs.iter().position(|run| meets(run, [from, to])) {
                let run = runs.remove(k);
                (from, to) = (from.min(run[0]), to.max(run[1]));
            }
            let before = runs.iter().take_while(|run| run[0] < from).count();
            runs.insert(before, [from, to]);
        }
        for [from, to] in runs {
            if to - from > 0.5 {
                lines.push(vec![[from, sum - from], [to, sum - to]].into());
            }
        }
    }
    lines
}
