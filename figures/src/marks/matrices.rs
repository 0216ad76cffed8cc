//! Matrices as blocks of cells, the shapes of their products, and the line of
//! numbers that they are in memory. Points are those of a sheet.

use crate::panel::{Panel, Place};
use crate::style::{Colour, Style};
use crate::svg::{Element, number};
use crate::text::{Label, decimal};
use mlmath::Matrix;

/// The side of a cell, and the room that a letter takes in it.
pub(super) const CELL: f64 = 34.0;
const PADDING: f64 = 14.0;

/// Room above a block for its name, and below for its shape or its indices.
const NAME: f64 = 30.0;
pub(super) const SHAPE: f64 = 28.0;
const INDICES: f64 = 24.0;

/// The size of a name, and of indices.
const LARGE: f64 = 19.0;
const SMALL: f64 = 15.0;

/// From a block to its bracket, and the length of a bracket's feet.
const BRACKET: f64 = 8.0;
const FOOT: f64 = 6.0;

/// A matrix as a block of equal cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    rows: usize,
    columns: usize,
    cell: [f64; 2],
    entries: Vec<Label>,
    name: Label,
    shape: Label,
    colour: Colour,
    marked: Vec<([usize; 4], Colour)>,
    bracketed: bool,
    indexed: bool,
}

impl Block {
    /// A block of empty cells.
    ///
    /// # Panics
    /// If it has none.
    pub fn empty(rows: usize, columns: usize) -> Self {
        Block::labelled(rows, columns, vec![Label::new(""); rows * columns])
    }

    /// A block with a label in each cell, row by row.
    ///
    /// # Panics
    /// If there are no cells, or not as many labels as cells.
    pub fn labelled(rows: usize, columns: usize, entries: Vec<Label>) -> Self {
        assert!(rows > 0 && columns > 0, "no cells in {rows} x {columns}");
        assert_eq!(
            entries.len(),
            rows * columns,
            "labels of a block of {rows} x {columns}"
        );
        let widest = entries.iter().map(Label::width).fold(0.0, f64::max);
        let wide = (widest + PADDING).max(CELL);
        Block {
            rows,
            columns,
            cell: [wide, CELL],
            entries,
            name: "".into(),
            shape: "".into(),
            colour: Colour::Ink,
            marked: Vec::new(),
            bracketed: false,
            indexed: false,
        }
    }

    /// A block with the entries of a matrix, with at most two decimals.
    ///
    /// # Panics
    /// If the matrix has no entries, or one that is not finite.
    pub fn of(matrix: &Matrix) -> Self {
        let entries = matrix.iter().map(|&entry| decimal(entry).into());
        Block::labelled(matrix.nrows(), matrix.ncols(), entries.collect())
    }

    /// The memory of a matrix: its entries row by row in one line, each with
    /// its index below.
    ///
    /// # Panics
    /// If the matrix has no entries, or one that is not finite.
    pub fn memory(matrix: &Matrix) -> Self {
        let entries: Vec<Label> = matrix.iter().map(|&x| decimal(x).into()).collect();
        Block {
            indexed: true,
            ..Block::labelled(1, entries.len(), entries)
        }
    }

    /// The block with a name above it.
    pub fn named(self, name: impl Into<Label>) -> Self {
        Block {
            name: name.into(),
            ..self
        }
    }

    /// The block with its shape below it: `m × n`, or its numbers.
    pub fn shaped(self, shape: impl Into<Label>) -> Self {
        Block {
            shape: shape.into(),
            ..self
        }
    }

    /// The block in a colour, with a tint in its cells.
    pub fn coloured(self, colour: Colour) -> Self {
        Block { colour, ..self }
    }

    /// The block between brackets instead of with lines around its cells.
    pub fn bracketed(self) -> Self {
        Block {
            bracketed: true,
            ..self
        }
    }

    /// The block with cells of another size, width and height in page units.
    pub fn cells(self, cell: [f64; 2]) -> Self {
        Block { cell, ..self }
    }

    /// The block with a row marked by a frame and a tint, counted from 0.
    ///
    /// # Panics
    /// If it has no such row; likewise the methods below.
    pub fn mark_row(self, row: usize, colour: Colour) -> Self {
        let columns = self.columns;
        self.mark([row, 0], [row + 1, columns], colour)
    }

    /// The block with a column marked, counted from 0.
    pub fn mark_column(self, column: usize, colour: Colour) -> Self {
        let rows = self.rows;
        self.mark([0, column], [rows, column + 1], colour)
    }

    /// The block with a cell marked, row and column counted from 0.
    pub fn mark_cell(self, row: usize, column: usize, colour: Colour) -> Self {
        self.mark([row, column], [row + 1, column + 1], colour)
    }

    /// The block with the rows and columns from `first` up to, but without,
    /// `end` marked.
    pub fn mark(mut self, first: [usize; 2], end: [usize; 2], colour: Colour) -> Self {
        let shape = [self.rows, self.columns];
        assert!(
            (0..2).all(|k| first[k] < end[k] && end[k] <= shape[k]),
            "{first:?} to {end:?} in a block of {shape:?}"
        );
        self.marked
            .push(([first[0], first[1], end[0], end[1]], colour));
        self
    }

    /// Its width and height in page units, with brackets, name and shape.
    pub fn size(&self) -> [f64; 2] {
        let [[left, above], [right, below]] = self.margins();
        let [width, height] = self.grid();
        [left + width + right, above + height + below]
    }

    /// The width and height of its cells.
    pub(super) fn grid(&self) -> [f64; 2] {
        [
            self.cell[0] * self.columns as f64,
            self.cell[1] * self.rows as f64,
        ]
    }

    /// The room around the cells: left and above, right and below.
    pub(super) fn margins(&self) -> [[f64; 2]; 2] {
        let needed = |label: &Label, room: f64| if label.is_empty() { 0.0 } else { room };
        let widest = self.name.width().max(self.shape.width());
        let bracket = if self.bracketed { BRACKET + 1.0 } else { 1.0 };
        let side = bracket.max((widest - self.grid()[0]) / 2.0);
        let indices = if self.indexed { INDICES } else { 0.0 };
        [
            [side, needed(&self.name, NAME).max(1.0)],
            [side, (needed(&self.shape, SHAPE) + indices).max(1.0)],
        ]
    }
}

impl Panel {
    /// Draws a matrix; its upper left corner, name and brackets included, is at
    /// a point of a sheet.
    pub fn block(&mut self, at: [f64; 2], block: &Block) {
        let [[left, above], _] = block.margins();
        let [width, height] = block.grid();
        let [x, y] = [at[0] + left, at[1] + above];
        let corner = |row: usize, column: usize| {
            [
                x + block.cell[0] * column as f64,
                y + block.cell[1] * row as f64,
            ]
        };
        let end = corner(block.rows, block.columns);
        if block.bracketed {
            self.brackets([x, y], end);
        } else {
            self.cells(block, [x, y], end);
        }
        for &([top, first, bottom, last], colour) in &block.marked {
            let style = Style::line(colour).width(2.5).filled(0.22);
            self.plate(corner(top, first), corner(bottom, last), 3.0, &style);
        }
        for (k, entry) in block.entries.iter().enumerate() {
            let [left, top] = corner(k / block.columns, k % block.columns);
            let middle = [left + block.cell[0] / 2.0, top + block.cell[1] / 2.0];
            if !entry.is_empty() {
                self.label(middle, Place::Centre, entry.clone().bare());
            }
            if block.indexed {
                let below = [middle[0], end[1]];
                let index = Label::new(k.to_string()).size(SMALL).gap(6.0);
                self.label(below, Place::South, index);
            }
        }
        let middle = x + width / 2.0;
        let name = block.name.clone().size(LARGE).gap(9.0);
        self.label([middle, y], Place::North, name);
        let indices = if block.indexed { INDICES } else { 0.0 };
        let below = [middle, y + height + indices];
        self.label(below, Place::South, block.shape.clone().gap(9.0));
    }

    /// The lines around cells, all in one path, and their tint.
    fn cells(&mut self, block: &Block, [x, y]: [f64; 2], [right, bottom]: [f64; 2]) {
        if block.colour != Colour::Ink {
            self.plate(
                [x, y],
                [right, bottom],
                0.0,
                &Style::area(block.colour, 0.1),
            );
        }
        let mut path = String::new();
        for row in 1..block.rows {
            let y = y + block.cell[1] * row as f64;
            path += &format!("M{} {}H{}", number(x), number(y), number(right));
        }
        for column in 1..block.columns {
            let x = x + block.cell[0] * column as f64;
            path += &format!("M{} {}V{}", number(x), number(y), number(bottom));
        }
        if !path.is_empty() {
            let line = Style::line(block.colour).width(1.0).opacity(0.4);
            self.write(line.dress(Element::new("path").with("d", path)));
        }
        let outline = Style::line(block.colour).width(1.5);
        self.plate([x, y], [right, bottom], 2.0, &outline);
    }

    fn brackets(&mut self, [x, y]: [f64; 2], [right, bottom]: [f64; 2]) {
        let path: String = [(x - BRACKET, FOOT), (right + BRACKET, -FOOT)]
            .into_iter()
            .map(|(x, foot)| {
                let [at, foot] = [x, x + foot].map(number);
                let [top, bottom] = [y, bottom].map(number);
                format!("M{foot} {top}H{at}V{bottom}H{foot}")
            })
            .collect();
        let style = Style::line(Colour::Ink).width(1.75);
        self.write(style.dress(Element::new("path").with("d", path)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SIZE;
    use ndarray::array;

    fn drawn(draw: impl Fn(&mut Panel)) -> Vec<String> {
        let mut panel = Panel::sheet(520.0, 300.0);
        draw(&mut panel);
        panel.into_elements().iter().map(Element::to_svg).collect()
    }

    #[test]
    fn a_block_is_as_large_as_its_cells_and_what_stands_around_them() {
        let bare = Block::empty(2, 3);
        assert_eq!(bare.size(), [3.0 * CELL + 2.0, 2.0 * CELL + 2.0]);
        let dressed = bare.named("$*A*$").shaped("$m × n$");
        assert_eq!(dressed.size()[1], 2.0 * CELL + NAME + SHAPE);
        let wide = Block::of(&array![[-12345.67]]);
        assert!(wide.size()[0] > Label::new("−12345.67").width());
    }

    #[test]
    fn entries_stand_row_by_row() {
        let block =
            drawn(|panel| panel.block([0.0, 0.0], &Block::of(&array![[1.0, 2.0], [-3.5, 4.0]])));
        let texts: Vec<&String> = block.iter().filter(|e| e.starts_with("<text")).collect();
        for (text, (entry, row)) in
            texts
                .iter()
                .zip([("1", 0.0), ("2", 0.0), ("−3.5", 1.0), ("4", 1.0)])
        {
            let y = 1.0 + (row + 0.5) * CELL + 0.35 * SIZE;
            assert!(text.contains(&format!("y=\"{}\"", number(y))), "{text}");
            assert!(text.ends_with(&format!(">{entry}</text>")), "{text}");
        }
        assert_eq!(texts.len(), 4);
    }

    #[test]
    fn a_marked_row_is_framed() {
        let block = Block::empty(3, 4).mark_row(1, Colour::Two);
        let marked = drawn(|panel| panel.block([0.0, 0.0], &block));
        let frame = format!(
            "x=\"1\" y=\"{}\" width=\"{}\" height=\"{CELL}\"",
            1.0 + CELL,
            4.0 * CELL
        );
        let frames: Vec<_> = marked.iter().filter(|e| e.contains(&frame)).collect();
        assert_eq!(frames.len(), 1, "{marked:?}");
        assert!(frames[0].contains(Colour::Two.css()) && frames[0].contains("stroke-width"));
    }

    #[test]
    #[should_panic(expected = "[3, 0] to [4, 4] in a block of [3, 4]")]
    fn a_row_that_is_not_there_is_refused() {
        let _ = Block::empty(3, 4).mark_row(3, Colour::Two);
    }

    #[test]
    fn memory_is_the_rows_one_after_the_other_with_their_indices() {
        let memory = Block::memory(&array![[7.0, 8.0], [9.0, 6.0]]);
        let strip = drawn(|panel| panel.block([0.0, 0.0], &memory));
        let words: Vec<&str> = strip
            .iter()
            .filter(|e| e.starts_with("<text"))
            .map(|e| &e[e.find('>').expect("a tag") + 1..e.len() - "</text>".len()])
            .collect();
        assert_eq!(words, ["7", "0", "8", "1", "9", "2", "6", "3"]);
    }

    #[test]
    fn brackets_stand_instead_of_lines() {
        let block = Block::of(&array![[1.0]]).bracketed();
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        assert!(drawn[0].starts_with("<path") && drawn[0].matches('M').count() == 2);
        assert!(drawn.iter().all(|e| !e.starts_with("<rect")));
    }
}
