//! Heat maps: numbers as shades of a colour of the theme.

use super::Shades;
use crate::clip;
use crate::panel::{Panel, Place};
use crate::scale::Area;
use crate::style::{Colour, Style};
use crate::svg::{Element, number};
use crate::text::Label;
use mlmath::Matrix;

/// The cells that a heat map may have, with or without numbers: each is an
/// element of the page, and a page redraws a few hundred without delay.
pub const MOST_CELLS: usize = 324;

/// The distance between the lines of a hatch along x, in page units.
const HATCH: f64 = 7.0;

impl Panel {
    /// Draws a matrix as a rectangle with one cell an entry; its first entry
    /// stands at `corner`, its last at `opposite`. NaN is a hole.
    ///
    /// # Panics
    /// If it has more than [`MOST_CELLS`] entries.
    pub fn heat_map(
        &mut self,
        [corner, opposite]: [[f64; 2]; 2],
        matrix: &Matrix,
        shades: &Shades,
    ) {
        let (rows, columns) = matrix.dim();
        let count = rows * columns;
        assert!(
            count <= MOST_CELLS,
            "{count} cells, at most {MOST_CELLS} can be drawn"
        );
        let ends = [corner, opposite].map(|p| self.frame().page(p));
        let edge = |axis: usize, k: usize, of: usize| {
            ends[0][axis] + (ends[1][axis] - ends[0][axis]) * k as f64 / of as f64
        };
        let cells = matrix.indexed_iter().map(|((i, j), &value)| {
            let x = [edge(0, j, columns), edge(0, j + 1, columns)];
            let y = [edge(1, i, rows), edge(1, i + 1, rows)];
            (between(x, y), value)
        });
        self.shaded(cells.collect(), shades);
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
        let [x, y] = [self.frame().x.domain, self.frame().y.domain];
        let at = |[low, high]: [f64; 2], k: usize, of: usize| {
            low + (high - low) * (k as f64 + 0.5) / of as f64
        };
        let values = Matrix::from_shape_fn((ny, nx), |(i, j)| f([at(x, j, nx), at(y, i, ny)]));
        self.heat_map([[x[0], y[0]], [x[1], y[1]]], &values, shades);
    }

    /// Prints the entries of a matrix in its cells, laid as in
    /// [`Panel::heat_map`], whose shades should be [`Shades::for_numbers`].
    pub fn cell_numbers(
        &mut self,
        corners: [[f64; 2]; 2],
        matrix: &Matrix,
        write: impl Fn(f64) -> String,
    ) {
        let (rows, columns) = matrix.dim();
        for ((i, j), &value) in matrix.indexed_iter() {
            let at = middle(corners, [j, i], [columns, rows]);
            self.label(at, Place::Centre, Label::new(write(value)).bare());
        }
    }

    /// Writes the names of the columns above (or wherever the first row is) and
    /// of the rows to the left of a heat map laid as in [`Panel::heat_map`].
    /// The names may be empty lists.
    pub fn cell_names(&mut self, corners: [[f64; 2]; 2], columns: &[Label], rows: &[Label]) {
        let [a, b] = corners.map(|p| self.frame().page(p));
        let outwards = |axis: usize| if a[axis] <= b[axis] { -1.0 } else { 1.0 };
        for (j, name) in columns.iter().enumerate() {
            let [x, _] = middle([a, b], [j, 0], [columns.len(), 1]);
            self.write_label(name, [x, a[1]], [0.0, outwards(1)]);
        }
        for (i, name) in rows.iter().enumerate() {
            let [_, y] = middle([a, b], [0, i], [1, rows.len()]);
            self.write_label(name, [a[0], y], [outwards(0), 0.0]);
        }
    }

    /// Fills cells of the page, cut at the frame, and hatches those that need it.
    pub(super) fn shaded(&mut self, cells: Vec<(Area, f64)>, shades: &Shades) {
        let frame = self.frame().area;
        let (mut rectangles, mut hatched) = (Vec::new(), Vec::new());
        for (cell, value) in cells {
            let cell = Area {
                left: cell.left.max(frame.left),
                top: cell.top.max(frame.top),
                right: cell.right.min(frame.right),
                bottom: cell.bottom.min(frame.bottom),
            };
            let Some((colour, opacity)) = shades.shade(value) else {
                continue;
            };
            if cell.left >= cell.right || cell.top >= cell.bottom {
                continue;
            }
            if opacity >= 0.005 {
                rectangles.push((colour, rectangle(&cell).at("fill-opacity", opacity)));
            }
            if shades.is_hatched(value) {
                hatched.push(cell);
            }
        }
        // One group a colour, which is not written again for each cell.
        let mut colours: Vec<Colour> = Vec::new();
        for &(colour, _) in &rectangles {
            if !colours.contains(&colour) {
                colours.push(colour);
            }
        }
        for colour in colours {
            let of_colour = rectangles.iter().filter(|(other, _)| *other == colour);
            let group = Element::new("g")
                .with("fill", colour.css())
                // Otherwise a fine line would show between neighbours.
                .with("shape-rendering", "crispEdges")
                .children(of_colour.map(|(_, rectangle)| rectangle.clone()));
            self.write(group);
        }
        let path = hatch(&hatched);
        if !path.is_empty() {
            let style = Style::line(Colour::Ink).width(1.0).opacity(0.45);
            self.write(style.dress(Element::new("path").with("d", path)));
        }
    }
}

/// Where the middle of a cell is between two corners.
fn middle([a, b]: [[f64; 2]; 2], cell: [usize; 2], of: [usize; 2]) -> [f64; 2] {
    [0, 1].map(|k| a[k] + (b[k] - a[k]) * (cell[k] as f64 + 0.5) / of[k] as f64)
}

pub(super) fn between(x: [f64; 2], y: [f64; 2]) -> Area {
    Area {
        left: x[0].min(x[1]),
        top: y[0].min(y[1]),
        right: x[0].max(x[1]),
        bottom: y[0].max(y[1]),
    }
}

pub(super) fn rectangle(area: &Area) -> Element {
    Element::new("rect")
        .at("x", area.left)
        .at("y", area.top)
        .at("width", area.right - area.left)
        .at("height", area.bottom - area.top)
}

/// Slanted lines through cells, where x + y is a multiple of the distance.
/// Pieces that meet are one line.
fn hatch(cells: &[Area]) -> String {
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
    lines
        .into_iter()
        .filter(|(_, from, to)| to - from > 0.5)
        .map(|(line, from, to)| {
            let y = |x: f64| number(line as f64 * HATCH - x);
            format!("M{} {}L{} {}", number(from), y(from), number(to), y(to))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = Panel::sheet(200.0, 100.0);
        draw(&mut panel);
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    const WHOLE: [[f64; 2]; 2] = [[0.0, 0.0], [200.0, 100.0]];

    #[test]
    fn a_diverging_scale_is_the_page_at_0_and_differs_in_more_than_colour() {
        let shades = Shades::diverging(2.0);
        assert_eq!(shades.shade(-2.0), Some((Colour::Two, 0.9)));
        assert_eq!(shades.shade(0.0), Some((Colour::One, 0.0)));
        assert_eq!(shades.shade(2.0), Some((Colour::One, 0.9)));
        let both = drawn(|panel| panel.heat_map(WHOLE, &array![[-2.0, 2.0]], &shades));
        assert_eq!(both.len(), 3, "two colours and a hatch: {both:?}");
        for x in both[2].split(['M', 'L']).skip(1) {
            let x: f64 = x.split(' ').next().expect("x").parse().expect("a number");
            assert!((0.0..=100.0).contains(&x), "the right cell is not hatched");
        }
    }

    #[test]
    fn the_first_entry_stands_at_the_first_corner() {
        let matrix = array![[1.0, 2.0], [3.0, 4.0]];
        let shades = Shades::sequential(0.0, 4.0);
        let map = drawn(|panel| panel.heat_map(WHOLE, &matrix, &shades));
        let cells: Vec<&str> = map[0]
            .lines()
            .filter(|line| line.contains("<rect"))
            .collect();
        assert_eq!(cells.len(), 4);
        assert!(cells[0].contains("x=\"0\" y=\"0\" width=\"100\" height=\"50\""));
        assert!(cells[3].contains("x=\"100\" y=\"50\"") && cells[3].contains("\"0.9\""));
        let turned = [[0.0, 100.0], [200.0, 0.0]];
        let map = drawn(|panel| panel.heat_map(turned, &matrix, &shades));
        let first = map[0].lines().nth(1).expect("a cell");
        assert!(first.contains("x=\"0\" y=\"50\""), "{first}");
    }

    #[test]
    fn a_function_is_drawn_where_it_is_high() {
        let mut panel = Panel::plane(266.0, [0.0, 1.0], [0.0, 1.0]);
        let f = |[x, y]: [f64; 2]| if x > 0.5 && y > 0.5 { 1.0 } else { f64::NAN };
        panel.heat_map_of(f, 2, 2, &Shades::sequential(0.0, 1.0));
        let map = panel.into_elements()[0].to_svg();
        assert_eq!(map.matches("<rect").count(), 1, "three holes: {map}");
        assert!(map.contains("x=\"142\" y=\"26\""), "upper right: {map}");
    }

    #[test]
    #[should_panic(expected = "361 cells, at most 324")]
    fn too_many_cells_are_refused() {
        let matrix = Matrix::zeros((19, 19));
        drawn(|panel| panel.heat_map(WHOLE, &matrix, &Shades::diverging(1.0)));
    }

    #[test]
    fn a_hatch_joins_what_meets() {
        let cell = |left: f64| between([left, left + 10.0], [0.0, 10.0]);
        let apart = hatch(&[cell(0.0), cell(30.0)]);
        let joined = hatch(&[cell(0.0), cell(10.0)]);
        assert!(joined.matches('M').count() < apart.matches('M').count());
    }
}
