//! How a block is drawn.

use super::{ASIDE, BRACKET, Block};
use crate::panel::{Panel, Place};
use crate::scale::Area;
use crate::style::{Colour, Style};
use crate::svg::{Element, number};
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
        if let Some((matrix, shades)) = block.heat.as_deref() {
            let cells = matrix.indexed_iter().map(|((i, j), &value)| {
                let ([left, top], [right, bottom]) = (corner(i, j), corner(i + 1, j + 1));
                let cell = Area {
                    left,
                    top,
                    right,
                    bottom,
                };
                (cell, value)
            });
            self.shaded(cells.collect(), shades);
        }
        if block.bracketed {
            self.brackets([x, y], end);
        } else {
            self.cells(block, [x, y], end);
        }
        if block.bar > 0 {
            let ([at, top], [_, bottom]) = (corner(0, block.bar), end);
            let bar = Style::line(Colour::Ink).width(1.5).opacity(0.6);
            self.segment([at, top], [at, bottom], &bar);
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
        for (row, name) in &block.row_names {
            let [_, top] = corner(*row, 0);
            let bracket = if block.bracketed { BRACKET } else { 0.0 };
            let at = [x - bracket, top + block.cell[1] / 2.0];
            self.label(at, Place::West, name.clone().gap(ASIDE));
        }
        for (column, name) in &block.column_names {
            let [left, _] = corner(0, *column);
            let at = [left + block.cell[0] / 2.0, y];
            self.label(at, Place::North, name.clone().gap(7.0));
        }
        let middle = x + width / 2.0;
        let name = block.name.clone().size(LARGE).gap(9.0);
        self.label([middle, y - block.above_columns()], Place::North, name);
        let below = [middle, y + height + block.below_cells()];
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
        let [columns, rows] = [0, 1].map(|axis| {
            if block.cell[axis] < CLOSEST {
                1
            } else {
                [block.columns, block.rows][axis]
            }
        });
        for row in 1..rows {
            let y = y + block.cell[1] * row as f64;
            path += &format!("M{} {}H{}", number(x), number(y), number(right));
        }
        for column in 1..columns {
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
    use super::super::{CELL, COLUMN_NAMES, NAME, SHAPE};
    use super::*;
    use crate::marks::Shades;
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
    fn memory_in_shades_is_a_line_without_numbers() {
        let shades = Shades::sequential(0.0, 9.0);
        let memory = Block::memory_in_shades(&array![[7.0, 8.0], [9.0, 6.0]], shades);
        assert_eq!(memory.size(), Block::empty(1, 4).size());
        let strip = drawn(|panel| panel.block([0.0, 0.0], &memory));
        assert!(strip.iter().all(|e| !e.starts_with("<text")));
        let line = Block::empty(1, 4).heat(&array![[7.0, 8.0, 9.0, 6.0]], shades);
        assert_eq!(strip, drawn(|panel| panel.block([0.0, 0.0], &line)));
    }

    #[test]
    fn brackets_stand_instead_of_lines() {
        let block = Block::of(&array![[1.0]]).bracketed();
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        assert!(drawn[0].starts_with("<path") && drawn[0].matches('M').count() == 2);
        assert!(drawn.iter().all(|e| !e.starts_with("<rect")));
    }

    #[test]
    fn a_line_stands_before_the_right_hand_side() {
        let block = Block::empty(2, 3).bracketed().augmented(2);
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        let at = 9.0 + 2.0 * CELL;
        let bar = format!("points=\"{at},1 {at},{}\"", 1.0 + 2.0 * CELL);
        assert!(drawn[1].contains(&bar), "{bar}: {drawn:?}");
    }

    #[test]
    #[should_panic(expected = "a line before column 3 of 3")]
    fn a_line_behind_the_last_column_is_refused() {
        let _ = Block::empty(2, 3).augmented(3);
    }

    #[test]
    fn shades_stand_in_their_cells() {
        let matrix = array![[0.0, 1.0], [2.0, 0.0]];
        let block = Block::empty(2, 2).heat(&matrix, Shades::sequential(0.0, 2.0));
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        let cells: Vec<&str> = drawn[0]
            .lines()
            .filter(|line| line.contains("<rect"))
            .collect();
        assert_eq!(cells.len(), 2, "0 is the page: {cells:?}");
        let right = format!("x=\"{}\" y=\"1\" width=\"{CELL}\"", 1.0 + CELL);
        assert!(cells[0].contains(&right) && cells[0].contains("\"0.45\""));
        assert!(cells[1].contains("x=\"1\"") && cells[1].contains("\"0.9\""));
    }

    #[test]
    fn names_of_rows_and_columns_stand_beside_their_cells() {
        let block = Block::empty(3, 2)
            .row_named(2, "third")
            .column_named(1, "a wide name");
        let [width, height] = block.size();
        let wide = Label::new("a wide name").width();
        assert_eq!(height, 3.0 * CELL + COLUMN_NAMES + 1.0);
        let left = 1.0 + ASIDE + Label::new("third").width();
        assert_eq!(width, left + 1.5 * CELL + wide / 2.0);
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        let row = Label::new("third").gap(ASIDE);
        let row = row.beside([left, COLUMN_NAMES + 2.5 * CELL], [-1.0, 0.0]);
        assert!(drawn.contains(&row.to_svg()), "{drawn:?}");
        let column = Label::new("a wide name").gap(7.0);
        let column = column.beside([left + 1.5 * CELL, COLUMN_NAMES], [0.0, -1.0]);
        assert!(drawn.contains(&column.to_svg()), "{drawn:?}");
    }

    #[test]
    fn fine_rows_have_no_lines_between_them() {
        let block = Block::empty(150, 4).sized([60.0, 240.0]);
        assert_eq!(block.size(), [62.0, 242.0]);
        let drawn = drawn(|panel| panel.block([0.0, 0.0], &block));
        assert_eq!(drawn[0].matches('M').count(), 3, "{drawn:?}");
        assert!(!drawn[0].contains('H'), "only columns: {drawn:?}");
    }
}
