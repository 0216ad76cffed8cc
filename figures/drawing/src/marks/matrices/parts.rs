//! How a block is drawn.

use super::{ASIDE, BRACKET, Block, Marked};
use crate::marks::{Mark, Rare};
use crate::panel::{Panel, Place};
use crate::point::{Point, xy};
use crate::scale::{Area, Coordinates};
use crate::style::{Colour, Look};
use crate::svg::Element;
use crate::text::Label;

/// The size of a name, and of indices.
const LARGE: f64 = 19.0;
const SMALL: f64 = 15.0;

/// The length of a bracket's feet.
const FOOT: f64 = 6.0;

/// Cells narrower than this have no lines between them, which would be a grey.
const CLOSEST: f64 = 6.0;

impl Panel {
    /// Draws a matrix; its upper left corner, name and brackets included, is at
    /// a point of a sheet.
    pub fn block(&mut self, at: impl Point, block: &Block) {
        let (at, block) = (xy(at), block.clone());
        self.write(Mark::rare(PlacedBlock { at, block }));
    }
}

/// A block, with its upper left corner.
pub(crate) struct PlacedBlock {
    pub at: [f64; 2],
    pub block: Block,
}

impl Rare for PlacedBlock {
    fn write(&self, on: &Coordinates, out: &mut Vec<Element>) {
        for part in self.block.parts(on, self.at) {
            part.write(on, out);
        }
    }

    fn parts(&self, on: &Coordinates) -> Option<Vec<Mark>> {
        Some(self.block.parts(on, self.at))
    }
}

impl Block {
    /// The marks that it is made of, on a sheet.
    fn parts(&self, on: &Coordinates, at: [f64; 2]) -> Vec<Mark> {
        let mut panel = Panel::alike(on);
        let [[left, above], _] = self.margins();
        let [width, height] = self.grid();
        let [x, y] = [at[0] + left, at[1] + above];
        let corner = |row: usize, column: usize| {
            [
                x + self.cell[0] * column as f64,
                y + self.cell[1] * row as f64,
            ]
        };
        let end = corner(self.rows, self.columns);
        if let Some((matrix, shades)) = self.heat.as_deref() {
            let cell = |i, j| Area::between(corner(i, j), corner(i + 1, j + 1));
            let cells = matrix
                .indexed_iter()
                .map(|((i, j), &value)| (cell(i, j), value));
            panel.write(shades.cells(cells.collect()));
        }
        if self.bracketed {
            panel.strokes(brackets([x, y], end), Colour::Ink.width(1.75));
        } else {
            self.cells_of(&mut panel, [x, y], end);
        }
        if self.bar > 0 {
            let ([at, top], [_, bottom]) = (corner(0, self.bar), end);
            let bar = Colour::Ink.width(1.5).opacity(0.6);
            panel.segment([at, top], [at, bottom], bar);
        }
        for &(Marked { first, end }, colour) in &self.marked {
            let [a, b] = [first, end].map(|[row, column]| corner(row, column));
            panel.rectangle(a, b, 3.0, colour.width(2.5).filled(0.22));
        }
        for (k, entry) in self.entries.iter().enumerate() {
            let [left, top] = corner(k / self.columns, k % self.columns);
            let middle = [left + self.cell[0] / 2.0, top + self.cell[1] / 2.0];
            panel.label(middle, Place::Centre, entry.clone().bare());
            if self.indexed {
                let index = Label::new(k.to_string()).size(SMALL).gap(6.0);
                panel.label([middle[0], end[1]], Place::South, index);
            }
        }
        for (row, name) in &self.row_names {
            let [_, top] = corner(*row, 0);
            let bracket = if self.bracketed { BRACKET } else { 0.0 };
            let at = [x - bracket, top + self.cell[1] / 2.0];
            panel.label(at, Place::West, name.clone().gap(ASIDE));
        }
        for (column, name) in &self.column_names {
            let [left, _] = corner(0, *column);
            let at = [left + self.cell[0] / 2.0, y];
            panel.label(at, Place::North, name.clone().gap(7.0));
        }
        let middle = x + width / 2.0;
        let name = self.name.clone().size(LARGE).gap(9.0);
        panel.label([middle, y - self.above_columns()], Place::North, name);
        let below = [middle, y + height + self.below_cells()];
        panel.label(below, Place::South, self.shape.clone().gap(9.0));
        panel.into_marks()
    }

    /// The lines around cells, all in one path, and their tint.
    fn cells_of(&self, panel: &mut Panel, [x, y]: [f64; 2], [right, bottom]: [f64; 2]) {
        if self.colour != Colour::Ink {
            panel.rectangle([x, y], [right, bottom], 0.0, self.colour.area(0.1));
        }
        let between = |axis: usize, count: usize| {
            let fine = self.cell[axis] < CLOSEST;
            (1..if fine { 1 } else { count }).map(move |k| self.cell[axis] * k as f64)
        };
        let level = between(1, self.rows).map(|down| vec![[x, y + down], [right, y + down]]);
        let upright =
            between(0, self.columns).map(|across| vec![[x + across, y], [x + across, bottom]]);
        panel.strokes(level.chain(upright), self.colour.width(1.0).opacity(0.4));
        panel.rectangle([x, y], [right, bottom], 2.0, self.colour.width(1.5));
    }
}

/// The brackets around what lies between two corners.
fn brackets([x, y]: [f64; 2], [right, bottom]: [f64; 2]) -> [Vec<[f64; 2]>; 2] {
    [(x - BRACKET, FOOT), (right + BRACKET, -FOOT)]
        .map(|(at, foot)| vec![[at + foot, y], [at, y], [at, bottom], [at + foot, bottom]])
}

#[cfg(test)]
mod tests {
    use super::super::{CELL, COLUMN_NAMES, NAME, SHAPE};
    use super::*;
    use crate::marks::Shades;
    use ndarray::array;

    fn drawn(block: &Block) -> Panel {
        let mut panel = Panel::sheet(520.0, 300.0);
        panel.block([0.0, 0.0], block);
        panel
    }

    fn paths(block: &Block) -> Vec<usize> {
        let parts = drawn(block).parts().into_iter();
        let strokes = parts.filter_map(|mark| match mark {
            Mark::Path(strokes, _) => Some(strokes.len()),
            _ => None,
        });
        strokes.collect()
    }

    #[test]
    fn a_block_is_as_large_as_its_cells_and_what_stands_around_them() {
        let bare = Block::empty(2, 3);
        assert_eq!(bare.size(), [3.0 * CELL + 2.0, 2.0 * CELL + 2.0]);
        let dressed = bare.named("$*A*$").shaped("$m × n$");
        assert_eq!(dressed.size()[1], 2.0 * CELL + NAME + SHAPE);
        let wide = Block::of(&array![[-12345.67]]);
        assert!(wide.size()[0] > Label::new("−12345.67").width());
        let fine = Block::empty(150, 4).sized([60.0, 240.0]);
        assert_eq!(
            (fine.size(), paths(&fine)),
            ([62.0, 242.0], vec![3]),
            "no lines of rows"
        );
    }

    #[test]
    fn entries_stand_row_by_row() {
        let panel = drawn(&Block::of(&array![[1.0, 2.0], [-3.5, 4.0]]));
        assert_eq!(panel.words(), ["1", "2", "−3.5", "4"]);
        let heights: Vec<f64> = panel.labels().iter().map(|(_, at)| at[1]).collect();
        assert_eq!(heights, [0.5, 0.5, 1.5, 1.5].map(|row| 1.0 + row * CELL));
        let memory = Block::memory(&array![[7.0, 8.0], [9.0, 6.0]]);
        assert_eq!(
            drawn(&memory).words(),
            ["7", "0", "8", "1", "9", "2", "6", "3"]
        );
    }

    #[test]
    fn a_marked_row_is_framed() {
        let block = Block::empty(3, 4).mark_row(1, Colour::Two);
        let parts = drawn(&block).parts();
        let frames = parts.iter().filter_map(|mark| match mark {
            Mark::Rectangle(frame, _) if frame.colour() == Colour::Two => {
                Some(frame.points.clone())
            }
            _ => None,
        });
        let [left, right, top, bottom] = [1.0, 1.0 + 4.0 * CELL, 1.0 + CELL, 1.0 + 2.0 * CELL];
        let frame = vec![[left, top], [right, top], [right, bottom], [left, bottom]];
        assert_eq!(frames.collect::<Vec<_>>(), [frame]);
    }

    #[test]
    #[should_panic(expected = "[3, 0] to [4, 4] in a block of [3, 4]")]
    fn a_row_that_is_not_there_is_refused() {
        let _ = Block::empty(3, 4).mark_row(3, Colour::Two);
    }

    #[test]
    fn memory_in_shades_is_a_line_without_numbers() {
        let shades = Shades::sequential(0.0, 9.0);
        let memory = Block::memory_in_shades(&array![[7.0, 8.0], [9.0, 6.0]], shades);
        let line = Block::empty(1, 4).heat(&array![[7.0, 8.0, 9.0, 6.0]], shades);
        assert_eq!(memory, line);
    }

    #[test]
    fn brackets_stand_instead_of_lines() {
        let block = Block::of(&array![[1.0, 2.0]]).bracketed();
        assert_eq!(paths(&block), [2]);
        let parts = drawn(&block).parts();
        assert!(!parts.iter().any(|mark| matches!(mark, Mark::Rectangle(..))));
    }

    #[test]
    fn a_line_stands_before_the_right_hand_side() {
        let parts = drawn(&Block::empty(2, 3).bracketed().augmented(2)).parts();
        let bar = parts.iter().find_map(|mark| match mark {
            Mark::Line(bar) => Some(bar.points.clone()),
            _ => None,
        });
        let at = 9.0 + 2.0 * CELL;
        assert_eq!(bar, Some(vec![[at, 1.0], [at, 1.0 + 2.0 * CELL]]));
    }

    #[test]
    #[should_panic(expected = "a line before column 3 of 3")]
    fn a_line_behind_the_last_column_is_refused() {
        let _ = Block::empty(2, 3).augmented(3);
    }

    #[test]
    fn names_of_rows_and_columns_stand_beside_their_cells() {
        let block = Block::empty(3, 2)
            .row_named(2, "third")
            .column_named(1, "a wide name");
        let wide = Label::new("a wide name").width();
        let left = 1.0 + ASIDE + Label::new("third").width();
        assert_eq!(
            block.size(),
            [
                left + 1.5 * CELL + wide / 2.0,
                3.0 * CELL + COLUMN_NAMES + 1.0
            ]
        );
        let expected = [
            [left, COLUMN_NAMES + 2.5 * CELL],
            [left + 1.5 * CELL, COLUMN_NAMES],
        ];
        let labels = drawn(&block).labels();
        assert_eq!(labels.len(), expected.len());
        for ((_, [x, y]), [u, v]) in labels.into_iter().zip(expected) {
            assert!((x - u).abs() < 1e-9 && (y - v).abs() < 1e-9, "{x}, {y}");
        }
    }
}
