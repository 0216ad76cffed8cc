//! Matrices as blocks of cells, the shapes of their products, and the line of
//! numbers that they are in memory. Points are those of a sheet.

use super::Shades;
use crate::style::Colour;
use crate::text::{Label, widest};
use crate::words::decimal;
use mlmath::Matrix;
use mlmath::matrices::entries;
use ndarray::Axis;

mod parts;

pub(crate) use parts::PlacedBlock;

/// The side of a cell, and the room that a letter takes in it.
const CELL: f64 = 34.0;
const PADDING: f64 = 14.0;

/// Room above a block for its name, and below for its shape or its indices.
const NAME: f64 = 30.0;
const SHAPE: f64 = 28.0;
const INDICES: f64 = 24.0;

/// Room above a block for the names of columns, and beside it before the name of a row.
const COLUMN_NAMES: f64 = 25.0;
const ASIDE: f64 = 8.0;

/// From a block to its bracket.
const BRACKET: f64 = 8.0;

/// A part of a block: rows and columns up to, but without, the end, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The first row and column.
    pub first: [usize; 2],
    /// The row and the column behind the last.
    pub end: [usize; 2],
}

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
    marked: Vec<(Marked, Colour)>,
    heat: Option<Box<(Matrix, Shades)>>,
    row_names: Vec<(usize, Label)>,
    column_names: Vec<(usize, Label)>,
    bracketed: bool,
    indexed: bool,
    /// The column before which a line stands; 0 for none.
    bar: usize,
}

impl Block {
    /// A block of empty cells. Panics if it has none.
    pub fn empty(rows: usize, columns: usize) -> Self {
        Block::labelled(rows, columns, vec![Label::new(""); rows * columns])
    }

    /// A block with a label in each cell, row by row; there must be as many labels as cells.
    pub fn labelled(rows: usize, columns: usize, entries: Vec<Label>) -> Self {
        assert!(rows > 0 && columns > 0, "no cells in {rows} x {columns}");
        let fits = entries.len() == rows * columns;
        assert!(fits, "labels of a block of {rows} x {columns}");
        let wide = (widest(&entries) + PADDING).max(CELL);
        Block {
            rows,
            columns,
            cell: [wide, CELL],
            entries,
            name: "".into(),
            shape: "".into(),
            colour: Colour::Ink,
            marked: Vec::new(),
            heat: None,
            row_names: Vec::new(),
            column_names: Vec::new(),
            bracketed: false,
            indexed: false,
            bar: 0,
        }
    }

    /// A block with the entries of a matrix, with at most two decimals.
    pub fn of(matrix: &Matrix) -> Self {
        let numbers = matrix.iter().map(|&entry| decimal(entry).into());
        Block::labelled(matrix.nrows(), matrix.ncols(), numbers.collect())
    }

    /// The memory of a matrix: its entries row by row in one line, each with its index below.
    pub fn memory(matrix: &Matrix) -> Self {
        let mut block = Block::of(&entries(matrix).insert_axis(Axis(0)));
        block.indexed = true;
        block
    }

    /// The memory of a large matrix: shades row by row in one line, without numbers.
    pub fn memory_in_shades(matrix: &Matrix, shades: Shades) -> Self {
        let line = entries(matrix).insert_axis(Axis(0));
        Block::empty(1, line.len()).heat(&line, shades)
    }

    /// The block with a name above it.
    pub fn named(mut self, name: impl Into<Label>) -> Self {
        self.name = name.into();
        self
    }

    /// The block with its shape below it: `m × n`, or its numbers.
    pub fn shaped(mut self, shape: impl Into<Label>) -> Self {
        self.shape = shape.into();
        self
    }

    /// The block in a colour, with a tint in its cells.
    pub fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The block between brackets instead of with lines around its cells.
    pub fn bracketed(mut self) -> Self {
        self.bracketed = true;
        self
    }

    /// The block with an upright line before a column, counted from 0, but not before
    /// the first: a matrix and, behind the line, a right-hand side.
    pub fn augmented(mut self, column: usize) -> Self {
        let columns = self.columns;
        let fits = 0 < column && column < columns;
        assert!(fits, "a line before column {column} of {columns}");
        self.bar = column;
        self
    }

    /// The block with cells of another size, width and height in page units.
    pub fn cells(mut self, cell: [f64; 2]) -> Self {
        self.cell = cell;
        self
    }

    /// The block with all its cells together so wide and high: for shapes, where equal
    /// letters are equal lengths. Cells too fine for lines between them have none.
    pub fn sized(self, [width, height]: [f64; 2]) -> Self {
        let cell = [width / self.columns as f64, height / self.rows as f64];
        self.cells(cell)
    }

    /// The block with the shades of a matrix of its shape, best [`Shades::for_numbers`].
    pub fn heat(mut self, matrix: &Matrix, shades: Shades) -> Self {
        assert_eq!(matrix.dim(), (self.rows, self.columns), "shades of a block");
        self.heat = Some(Box::new((matrix.clone(), shades)));
        self
    }

    /// The block with the name of a row to its left, counted from 0.
    pub fn row_named(mut self, row: usize, name: impl Into<Label>) -> Self {
        assert!(row < self.rows, "row {row} of {}", self.rows);
        self.row_names.push((row, name.into()));
        self
    }

    /// The block with the name of a column above it, counted from 0.
    pub fn column_named(mut self, column: usize, name: impl Into<Label>) -> Self {
        assert!(column < self.columns, "column {column} of {}", self.columns);
        self.column_names.push((column, name.into()));
        self
    }

    /// The block with a row marked by a frame and a tint, counted from 0; it must be there.
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

    /// The block with the rows and columns from `first` up to, but without, `end` marked.
    pub fn mark(mut self, first: [usize; 2], end: [usize; 2], colour: Colour) -> Self {
        let shape = self.shape();
        let fits = (0..2).all(|k| first[k] < end[k] && end[k] <= shape[k]);
        assert!(fits, "{first:?} to {end:?} in a block of {shape:?}");
        self.marked.push((Marked { first, end }, colour));
        self
    }

    /// How many rows and columns it has.
    pub fn shape(&self) -> [usize; 2] {
        [self.rows, self.columns]
    }

    /// What stands in a cell, without markup.
    pub fn entry(&self, row: usize, column: usize) -> String {
        self.entries[row * self.columns + column].plain()
    }

    /// What stands in all cells, row by row.
    pub fn entries(&self) -> Vec<String> {
        self.entries.iter().map(Label::plain).collect()
    }

    /// The numbers in its cells, row by row.
    pub fn numbers(&self) -> Vec<f64> {
        self.entries.iter().filter_map(Label::number).collect()
    }

    /// The parts that are marked, in the order in which they were.
    pub fn marked(&self) -> Vec<(Marked, Colour)> {
        self.marked.clone()
    }

    /// What stands in the cells of each part that is marked, row by row.
    pub fn marked_entries(&self) -> Vec<Vec<String>> {
        let of = |&(Marked { first, end }, _): &(Marked, Colour)| {
            let row = |i| (first[1]..end[1]).map(move |j| self.entry(i, j));
            (first[0]..end[0]).flat_map(row).collect()
        };
        self.marked.iter().map(of).collect()
    }

    /// The number whose shade a cell has, if it has one.
    pub fn value(&self, row: usize, column: usize) -> Option<f64> {
        let (matrix, _) = self.heat.as_deref()?;
        Some(matrix[[row, column]])
    }

    /// Its name, without markup.
    pub fn name(&self) -> String {
        self.name.plain()
    }

    /// The words below it, without markup.
    pub fn caption(&self) -> String {
        self.shape.plain()
    }

    /// Its width and height in page units, with brackets, name and shape.
    pub fn size(&self) -> [f64; 2] {
        let [[left, above], [right, below]] = self.margins();
        let [width, height] = self.grid();
        [left + width + right, above + height + below]
    }

    /// The distance from its left edge to the middle of its cells.
    pub fn middle(&self) -> f64 {
        let [[left, _], _] = self.margins();
        left + self.grid()[0] / 2.0
    }

    /// The width and height of its cells.
    pub(super) fn grid(&self) -> [f64; 2] {
        let [width, height] = self.cell;
        [width * self.columns as f64, height * self.rows as f64]
    }

    /// The room around the cells: left and above, right and below.
    pub(super) fn margins(&self) -> [[f64; 2]; 2] {
        let needed = |label: &Label, room: f64| if label.is_empty() { 0.0 } else { room };
        let [width, _] = self.grid();
        let widest = self.name.width().max(self.shape.width());
        let bracket = if self.bracketed { BRACKET + 1.0 } else { 1.0 };
        let [mut left, mut right] = [bracket.max((widest - width) / 2.0); 2];
        for (_, name) in &self.row_names {
            left = left.max(bracket + ASIDE + name.width());
        }
        for (column, name) in &self.column_names {
            let middle = self.cell[0] * (*column as f64 + 0.5);
            let half = name.width() / 2.0;
            left = left.max(half - middle);
            right = right.max(middle + half - width);
        }
        let above = needed(&self.name, NAME) + self.above_columns();
        let below = needed(&self.shape, SHAPE) + self.below_cells();
        [[left, above.max(1.0)], [right, below.max(1.0)]]
    }

    /// Room for the names of columns.
    fn above_columns(&self) -> f64 {
        let named = !self.column_names.is_empty();
        if named { COLUMN_NAMES } else { 0.0 }
    }

    /// Room for indices.
    fn below_cells(&self) -> f64 {
        if self.indexed { INDICES } else { 0.0 }
    }
}
