//! Heat maps: numbers as shades of a colour of the theme.

use super::mark::rectangle;
use super::{Mark, Rare, Shades, Stroke};
use crate::clip;
use crate::panel::{Panel, Place};
use crate::point::{Point, xy};
use crate::scale::{Area, Coordinates};
use crate::style::{Colour, Look};
use crate::svg::{Element, path};
use crate::text::Label;
use mlmath::Matrix;

/// The cells that a heat map may have, with or without numbers: each is an
/// element of the page, and a page redraws a few hundred without delay.
pub const MOST_CELLS: usize = 324;

/// The distance between the lines of a hatch along x, in page units.
const HATCH: f64 = 7.0;

impl Panel {
    /// Draws a matrix as a rectangle with one cell an entry; its first entry
    /// stands at the first corner, its last at the second. NaN is a hole.
    ///
    /// # Panics
    /// If it has more than [`MOST_CELLS`] entries.
    pub fn heat_map<P: Point>(&mut self, corners: [P; 2], matrix: &Matrix, shades: &Shades) {
        let ((rows, columns), count) = (matrix.dim(), matrix.len());
        assert!(
            count <= MOST_CELLS,
            "{count} cells, at most {MOST_CELLS} can be drawn"
        );
        let ends = corners.map(|p| self.page(p));
        let corner = |i: usize, j: usize| place(ends, [j as f64, i as f64], [columns, rows]);
        let cells = matrix
            .indexed_iter()
            .map(|((i, j), &value)| (Area::between(corner(i, j), corner(i + 1, j + 1)), value));
        self.write(shades.cells(cells.collect()));
    }

    /// Draws a function over the frame, by its values at the middles of `nx`
    /// times `ny` cells. NaN is a hole.
    ///
    /// # Panics
    /// If there are no cells or more than [`MOST_CELLS`].
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

    /// Prints the entries of a matrix in its cells, laid as in
    /// [`Panel::heat_map`], whose shades should be [`Shades::for_numbers`].
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

    /// Writes the names of the columns above (or wherever the first row is) and
    /// of the rows to the left of a heat map laid as in [`Panel::heat_map`].
    /// The names may be empty lists.
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
    fn write(&self, on: &Coordinates, out: &mut Vec<Element>) {
        let mut groups: Vec<(Colour, Vec<Element>)> = Vec::new();
        let mut hatched = Vec::new();
        for (cell, value) in &self.cells {
            let cell = cell.within(&on.area);
            let [width, height] = cell.size();
            let shade = self
                .shades
                .shade(*value)
                .filter(|_| width > 0.0 && height > 0.0);
            let Some((colour, opacity)) = shade else {
                continue;
            };
            if opacity >= 0.005 {
                let rectangle = rectangle(&cell).at("fill-opacity", opacity);
                match groups.iter_mut().find(|(other, _)| *other == colour) {
                    Some((_, group)) => group.push(rectangle),
                    None => groups.push((colour, vec![rectangle])),
                }
            }
            if self.shades.is_hatched(*value) {
                hatched.push(cell);
            }
        }
        // One group a colour, which is not written again for each cell.
        out.extend(groups.into_iter().map(|(colour, rectangles)| {
            Element::new("g")
                .with("fill", colour.css())
                // Otherwise a fine line would show between neighbours.
                .with("shape-rendering", "crispEdges")
                .children(rectangles)
        }));
        let lines = hatch(&hatched);
        if !lines.is_empty() {
            let style = Colour::Ink.width(1.0).opacity(0.45);
            out.push(style.apply(Element::new("path").with("d", path(&lines))));
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

/// Slanted lines through cells, where x + y is a multiple of the distance.
/// Pieces that meet are one line.
fn hatch(cells: &[Area]) -> Vec<Stroke> {
    let mut pieces: Vec<(i64, f64, f64)> = Vec::new();
    for cell in cells {
        let first = ((cell.left + cell.top) / HATCH).ceil() as i64;
        let last = ((cell.right + cell.bottom) / HATCH).floor() as i64;
        for line in first..=last {
            let sum = line as f64 * HATCH;
            let (from, to) = ([sum - cell.bottom, cell.bottom], [sum - cell.top, cell.top]);
            if let Some((start, end)) = clip::segment(cell, from, to) {
                pieces.push((line, start[0], end[0]));
            }
        }
    }
    pieces.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut lines: Vec<(i64, f64, f64)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.0 == piece.0 && piece.1 - line.2 < 0.01 => line.2 = piece.2,
            _ => lines.push(piece),
        }
    }
    lines.retain(|(_, from, to)| to - from > 0.5);
    let stroke = |(line, from, to): (i64, f64, f64)| {
        vec![from, to]
            .into_iter()
            .map(|x| [x, line as f64 * HATCH - x])
            .collect::<Vec<_>>()
    };
    lines.into_iter().map(stroke).map(Stroke::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    /// The cells that are drawn, and the hatch.
    fn drawn(panel: &Panel) -> (Vec<String>, String) {
        let elements: String = panel.elements().iter().map(Element::to_svg).collect();
        let cells = elements.lines().filter(|line| line.starts_with("<rect"));
        let hatch = elements
            .find("<path")
            .map_or("", |start| &elements[start..]);
        (cells.map(str::to_owned).collect(), hatch.to_owned())
    }

    fn map(corners: [[f64; 2]; 2], matrix: &Matrix, shades: Shades) -> (Vec<String>, String) {
        let mut panel = Panel::sheet(200.0, 100.0);
        panel.heat_map(corners, matrix, &shades);
        drawn(&panel)
    }

    const WHOLE: [[f64; 2]; 2] = [[0.0, 0.0], [200.0, 100.0]];

    #[test]
    fn negative_cells_alone_are_hatched() {
        let (cells, hatch) = map(WHOLE, &array![[-2.0, 2.0]], Shades::diverging(2.0));
        assert_eq!(cells.len(), 2);
        for x in hatch
            .split("d=\"")
            .nth(1)
            .expect("a hatch")
            .split(['M', 'L'])
            .skip(1)
        {
            let x: f64 = x.split(' ').next().expect("x").parse().expect("a number");
            assert!((0.0..=100.0).contains(&x), "the right cell is not hatched");
        }
    }

    #[test]
    fn the_first_entry_stands_at_the_first_corner() {
        let matrix = array![[1.0, 2.0], [3.0, 4.0]];
        let shades = Shades::sequential(0.0, 4.0);
        let (cells, _) = map(WHOLE, &matrix, shades);
        assert!(cells[0].contains("x=\"0\" y=\"0\" width=\"100\" height=\"50\""));
        assert!(cells[3].contains("x=\"100\" y=\"50\"") && cells[3].contains("\"0.9\""));
        let (cells, _) = map([[0.0, 100.0], [200.0, 0.0]], &matrix, shades);
        assert!(cells[0].contains("x=\"0\" y=\"50\""), "{cells:?}");
    }

    #[test]
    fn a_function_is_drawn_where_it_is_high() {
        let mut panel = Panel::plane(266.0, [0.0, 1.0], [0.0, 1.0]);
        let f = |[x, y]: [f64; 2]| if x > 0.5 && y > 0.5 { 1.0 } else { f64::NAN };
        panel.heat_map_of(f, 2, 2, &Shades::sequential(0.0, 1.0));
        let (cells, _) = drawn(&panel);
        assert!(
            cells.len() == 1 && cells[0].contains("x=\"142\" y=\"26\""),
            "{cells:?}"
        );
    }

    #[test]
    #[should_panic(expected = "361 cells, at most 324")]
    fn too_many_cells_are_refused() {
        map(WHOLE, &Matrix::zeros((19, 19)), Shades::diverging(1.0));
    }

    #[test]
    fn a_hatch_joins_what_meets() {
        let cell = |left: f64| Area::between([left, 0.0], [left + 10.0, 10.0]);
        let lines = |lefts: [f64; 2]| hatch(&lefts.map(cell)).len();
        assert!(lines([0.0, 10.0]) < lines([0.0, 30.0]));
    }
}
