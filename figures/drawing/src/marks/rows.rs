//! What stands beside and below each other on a sheet: products of matrices with
//! signs between them, lines of text, legends.

use super::{Block, Key};
use crate::panel::{Panel, Place};
use crate::text::{Label, SIZE};

/// Room around a sign between two blocks.
const SIGN: f64 = 12.0;

/// The size of a sign.
const LARGE: f64 = 25.0;

/// What stands on a sheet as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A matrix.
    Block(Block),
    /// A sign between two matrices, such as `=`.
    Sign(Label),
    /// Lines of text, centred, so far below each other.
    Text(Vec<Label>, f64),
    /// Entries of a legend below each other.
    Legend(Vec<(Key, Label)>),
    /// Room of this width and height.
    Space(f64, f64),
    /// Pieces beside each other, their middles at one height; that of a matrix
    /// is the middle of its cells.
    Row(Vec<Piece>),
    /// Pieces below each other, one upright line through the middles of all;
    /// that of a matrix is the middle of its cells.
    Stack(Vec<Piece>),
}

impl From<Block> for Piece {
    fn from(block: Block) -> Self {
        Piece::Block(block)
    }
}

impl Piece {
    /// A sign of mathematics in large letters.
    pub fn sign(sign: &str) -> Self {
        Piece::Sign(Label::new(format!("${sign}$")).size(LARGE))
    }

    /// Lines of text so far below each other.
    pub fn text<L: Into<Label>>(pitch: f64, lines: impl IntoIterator<Item = L>) -> Self {
        Piece::Text(lines.into_iter().map(Into::into).collect(), pitch)
    }

    /// How far it reaches to the left, above, to the right and below its middle.
    fn reach(&self) -> [f64; 4] {
        let half = |width: f64, height: f64| [width, height, width, height].map(|z| z / 2.0);
        let most =
            |all: &[[f64; 4]], k: usize| all.iter().map(|reach| reach[k]).fold(0.0, f64::max);
        match self {
            Piece::Block(block) => {
                let [[left, above], [right, below]] = block.margins();
                let [width, height] = block.grid().map(|side| side / 2.0);
                [left + width, above + height, right + width, below + height]
            }
            Piece::Sign(sign) => half(sign.width() + 2.0 * SIGN, 2.0 * SIZE),
            Piece::Text(lines, pitch) => {
                let widest = lines.iter().map(Label::width).fold(0.0, f64::max);
                half(widest, pitch * lines.len() as f64)
            }
            Piece::Legend(entries) => {
                let widest = entries
                    .iter()
                    .map(|(_, label)| label.width())
                    .fold(0.0, f64::max);
                half(Key::WIDTH + widest, Key::HEIGHT * entries.len() as f64)
            }
            Piece::Space(width, height) => half(*width, *height),
            Piece::Row(pieces) => {
                let all: Vec<_> = pieces.iter().map(Piece::reach).collect();
                let width: f64 = all.iter().map(|reach| reach[0] + reach[2]).sum();
                [
                    width / 2.0,
                    most(&all, 1).max(SIZE),
                    width / 2.0,
                    most(&all, 3).max(SIZE),
                ]
            }
            Piece::Stack(pieces) => {
                let all: Vec<_> = pieces.iter().map(Piece::reach).collect();
                let height: f64 = all.iter().map(|reach| reach[1] + reach[3]).sum();
                [most(&all, 0), height / 2.0, most(&all, 2), height / 2.0]
            }
        }
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        let [left, above, right, below] = self.reach();
        [left + right, above + below]
    }
}

/// The width and height in page units of pieces in a row.
pub fn row_size(pieces: &[Piece]) -> [f64; 2] {
    Piece::Row(pieces.to_vec()).size()
}

impl Panel {
    /// A sheet `width` wide with pieces below each other, one upright line
    /// through the middles of all in the middle of the sheet.
    pub fn stack<P: Into<Piece>>(width: f64, pieces: impl IntoIterator<Item = P>) -> Panel {
        let stack = Piece::Stack(pieces.into_iter().map(Into::into).collect());
        let [_, height] = stack.size();
        let mut panel = Panel::sheet(width, height);
        panel.piece([width / 2.0, height / 2.0], &stack);
        panel
    }

    /// Draws matrices and signs in a row, their middles at one height, from the
    /// upper left corner of the whole; its size is [`row_size`].
    pub fn row(&mut self, at: [f64; 2], pieces: &[Piece]) {
        let row = Piece::Row(pieces.to_vec());
        let [left, above, ..] = row.reach();
        self.piece([at[0] + left, at[1] + above], &row);
    }

    /// Draws a piece with its middle at a point of a sheet.
    pub fn piece(&mut self, [x, y]: [f64; 2], piece: &Piece) {
        let [left, above, ..] = piece.reach();
        match piece {
            Piece::Block(block) => self.block([x - left, y - above], block),
            // The bar of a minus sign is lower than the middle of capitals.
            Piece::Sign(sign) => self.label([x, y - 0.1 * LARGE], Place::Centre, sign.clone()),
            Piece::Text(lines, pitch) => {
                self.lines_of_text([x, y], Place::Centre, *pitch, lines.iter().cloned());
            }
            Piece::Legend(entries) => self.legend([x - left, y - above], entries.iter().cloned()),
            Piece::Space(..) => {}
            Piece::Row(pieces) => {
                let mut from = x - left;
                for piece in pieces {
                    let [left, _, right, _] = piece.reach();
                    self.piece([from + left, y], piece);
                    from += left + right;
                }
            }
            Piece::Stack(pieces) => {
                let mut from = y - above;
                for piece in pieces {
                    let [_, above, _, below] = piece.reach();
                    self.piece([x, from + above], piece);
                    from += above + below;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::matrices::{CELL, SHAPE};

    /// The middle of the cells of each block.
    fn middles(panel: &Panel) -> Vec<[f64; 2]> {
        let middle = |(block, [x, y]): (&Block, [f64; 2])| {
            let ([[left, above], _], [width, height]) = (block.margins(), block.grid());
            [x + left + width / 2.0, y + above + height / 2.0]
        };
        panel.blocks().into_iter().map(middle).collect()
    }

    #[test]
    fn a_row_of_blocks_has_its_middles_at_one_height() {
        let pieces = [
            Block::empty(4, 2).shaped("$4 × 2$").into(),
            Piece::sign("="),
            Block::empty(2, 2).named("$*B*$").into(),
        ];
        let [width, height] = row_size(&pieces);
        assert!(height >= 4.0 * CELL + SHAPE && width > 4.0 * CELL);
        let mut panel = Panel::sheet(520.0, 300.0);
        panel.row([10.0, 20.0], &pieces);
        let heights: Vec<f64> = middles(&panel).iter().map(|middle| middle[1]).collect();
        assert_eq!(heights, [21.0 + 2.0 * CELL; 2]);
    }

    #[test]
    fn a_stack_has_its_middles_in_one_line_and_nothing_on_each_other() {
        let block = || Block::empty(2, 2).row_named(0, "a name to the left");
        let words = Piece::text(20.0, ["one line", "another"]);
        let panel = Panel::stack(300.0, [block().into(), words, block().into()]);
        let [first, second] = middles(&panel)[..] else {
            panic!("two blocks")
        };
        assert_eq!([first[0], second[0]], [150.0; 2]);
        assert_eq!(second[1] - first[1], 2.0 * CELL + 2.0 + 40.0);
    }
}
