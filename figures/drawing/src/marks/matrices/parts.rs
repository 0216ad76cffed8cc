//! How a block is drawn.

use super::{ASIDE, BRACKET, Block, Marked};
use crate::marks::{Mark, Rare};
use crate::panel::{Panel, Place};
use crate::point::{Point, xy};
use crate::scale::Coordinates;
use crate::style::{Colour, Look};
use crate::text::{Label, TICK};

/// The size of a name.
const LARGE: f64 = 19.0;

/// The length of a bracket's feet.
const FOOT: f64 = 6.0;

/// Cells narrower than this have no lines between them, which would be a grey.
const CLOSEST: f64 = 6.0;

impl Panel {
    /// Draws a matrix with its upper left corner, name and brackets included, at a point.
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
    fn parts(&self, on: &Coordinates) -> Vec<Mark> {
        self.block.parts(on, self.at)
    }
}

impl Block {
    /// The marks that it is made of, on a sheet.
    fn parts(&self, on: &Coordinates, at: [f64; 2]) -> Vec<Mark> {
        let mut panel = Panel::alike(on);
        let [[left, above], _] = self.margins();
        let [width, height] = self.grid();
        let [x, y] = [at[0] + left, at[1] + above];
        let [across, down] = self.cell;
        let corner = |i: usize, j: usize| [x + across * j as f64, y + down * i as f64];
        let end = corner(self.rows, self.columns);
        if let Some((matrix, shades)) = self.heat.as_deref() {
            panel.write(shades.cells_of(matrix, &corner));
        }
        if self.bracketed {
            let bracket = |x: f64, foot: f64| {
                let [top, bottom] = [y, end[1]];
                vec![[x + foot, top], [x, top], [x, bottom], [x + foot, bottom]]
            };
            let both = [bracket(x - BRACKET, FOOT), bracket(end[0] + BRACKET, -FOOT)];
            panel.strokes(both.to_vec(), Colour::Ink.width(1.75));
        } else {
            self.draw_cells(&mut panel, [x, y], end);
        }
        if self.bar > 0 {
            let top = corner(0, self.bar);
            let bar = Colour::Ink.width(1.5).opacity(0.6);
            panel.segment(top, [top[0], end[1]], bar);
        }
        for &(Marked { first, end }, colour) in &self.marked {
            let [a, b] = [first, end].map(|[row, column]| corner(row, column));
            panel.rectangle(a, b, 3.0, colour.width(2.5).filled(0.22));
        }
        for (k, entry) in self.entries.iter().enumerate() {
            let [left, top] = corner(k / self.columns, k % self.columns);
            let middle = [left + across / 2.0, top + down / 2.0];
            panel.label(middle, Place::Centre, entry.clone().bare());
            if self.indexed {
                let index = Label::new(k.to_string()).size(TICK).gap(6.0);
                panel.label([middle[0], end[1]], Place::South, index);
            }
        }
        for (row, name) in &self.row_names {
            let [_, top] = corner(*row, 0);
            let bracket = if self.bracketed { BRACKET } else { 0.0 };
            let at = [x - bracket, top + down / 2.0];
            panel.label(at, Place::West, name.clone().gap(ASIDE));
        }
        for (column, name) in &self.column_names {
            let [left, _] = corner(0, *column);
            let at = [left + across / 2.0, y];
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
    fn draw_cells(&self, panel: &mut Panel, [x, y]: [f64; 2], [right, bottom]: [f64; 2]) {
        if self.colour != Colour::Ink {
            panel.rectangle([x, y], [right, bottom], 0.0, self.colour.area(0.1));
        }
        let between = |axis: usize, count: usize| {
            let count = if self.cell[axis] < CLOSEST { 1 } else { count };
            (1..count).map(move |k| self.cell[axis] * k as f64)
        };
        let mut lines = Vec::new();
        for down in between(1, self.rows) {
            lines.push(vec![[x, y + down], [right, y + down]]);
        }
        for across in between(0, self.columns) {
            lines.push(vec![[x + across, y], [x + across, bottom]]);
        }
        panel.strokes(lines, self.colour.width(1.0).opacity(0.4));
        panel.rectangle([x, y], [right, bottom], 2.0, self.colour.width(1.5));
    }
}
