//! Blocks in a row, with signs between them: products of matrices, and shapes
//! that fit together or do not. Points are those of a sheet.

use super::Block;
use crate::panel::{Panel, Place};
use crate::text::{Label, SIZE};

/// Room around a sign between two blocks.
const SIGN: f64 = 12.0;

/// The size of a sign.
const LARGE: f64 = 25.0;

/// What stands in a row of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A matrix.
    Block(Block),
    /// A sign between two matrices, such as `=`.
    Sign(Label),
}

impl Piece {
    /// A sign of mathematics in large letters.
    pub fn sign(sign: &str) -> Self {
        Piece::Sign(Label::new(format!("${sign}$")).size(LARGE))
    }

    fn width(&self) -> f64 {
        match self {
            Piece::Block(block) => block.size()[0],
            Piece::Sign(sign) => sign.width() + 2.0 * SIGN,
        }
    }
}

/// The width and height in page units of pieces in a row.
pub fn row_size(pieces: &[Piece]) -> [f64; 2] {
    let [above, below] = row_reach(pieces);
    [pieces.iter().map(Piece::width).sum(), above + below]
}

/// How far a row reaches above and below the middle of its cells.
fn row_reach(pieces: &[Piece]) -> [f64; 2] {
    let mut reach: [f64; 2] = [SIZE; 2];
    for piece in pieces {
        if let Piece::Block(block) = piece {
            let [[_, above], [_, below]] = block.margins();
            let half = block.grid()[1] / 2.0;
            reach = [reach[0].max(above + half), reach[1].max(below + half)];
        }
    }
    reach
}

impl Panel {
    /// Draws matrices and signs in a row, their middles at one height, from the
    /// upper left corner of the whole; its size is [`row_size`].
    pub fn blocks(&mut self, at: [f64; 2], pieces: &[Piece]) {
        let [above, _] = row_reach(pieces);
        let middle = at[1] + above;
        let mut x = at[0];
        for piece in pieces {
            match piece {
                Piece::Block(block) => {
                    let [[_, margin], _] = block.margins();
                    let top = middle - block.grid()[1] / 2.0 - margin;
                    self.block([x, top], block);
                }
                Piece::Sign(sign) => {
                    // The bar of a minus sign is lower than the middle of capitals.
                    let at = [x + piece.width() / 2.0, middle - 0.1 * LARGE];
                    self.label(at, Place::Centre, sign.clone());
                }
            }
            x += piece.width();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::matrices::{CELL, SHAPE};
    use crate::svg::{Element, number};

    #[test]
    fn a_row_of_blocks_has_its_middles_at_one_height() {
        let pieces = [
            Piece::Block(Block::empty(4, 2).shaped("$4 × 2$")),
            Piece::sign("="),
            Piece::Block(Block::empty(2, 2).named("$*B*$")),
        ];
        let [width, height] = row_size(&pieces);
        assert!(height >= 4.0 * CELL + SHAPE && width > 4.0 * CELL);
        let row = {
            let mut panel = Panel::sheet(520.0, 300.0);
            panel.blocks([10.0, 20.0], &pieces);
            panel.into_elements()
        };
        let row: Vec<String> = row.iter().map(Element::to_svg).collect();
        let middle = 20.0 + 2.0 * CELL + 1.0;
        for rows in [4.0, 2.0] {
            let top = number(middle - rows * CELL / 2.0);
            let outline = format!("y=\"{top}\" width=\"68\" height=\"{}\"", rows * CELL);
            assert!(
                row.iter().any(|e| e.contains(&outline)),
                "{outline}: {row:?}"
            );
        }
    }
}
