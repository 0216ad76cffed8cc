//! What stands beside and below each other on a sheet: products of matrices with
//! signs between them, lines of text, legends.

use super::{Block, Key};
use crate::panel::{Panel, Place};
use crate::text::{Label, SIZE, widest};

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
    /// Pieces beside each other, their middles, for a matrix those of its cells, at one height.
    Row(Vec<Piece>),
    /// Pieces below each other, their middles, for a matrix those of its cells, in one line.
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
        match self {
            Piece::Block(block) => {
                let [[left, above], [right, below]] = block.margins();
                let [width, height] = block.grid().map(|side| side / 2.0);
                [left + width, above + height, right + width, below + height]
            }
            Piece::Sign(sign) => half(sign.width() + 2.0 * SIGN, 2.0 * SIZE),
            Piece::Text(lines, pitch) => half(widest(lines), pitch * lines.len() as f64),
            Piece::Legend(entries) => {
                let widest = widest(entries.iter().map(|(_, label)| label));
                half(Key::WIDTH + widest, Key::HEIGHT * entries.len() as f64)
            }
            Piece::Space(width, height) => half(*width, *height),
            Piece::Row(pieces) => reach_of_row(pieces),
            Piece::Stack(pieces) => {
                let [left, _, right, _] = around(pieces);
                let height: f64 = pieces.iter().map(|piece| piece.size()[1]).sum();
                [left, height / 2.0, right, height / 2.0]
            }
        }
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        let [left, above, right, below] = self.reach();
        [left + right, above + below]
    }
}

/// How far pieces reach at most, all of them with their middles at one point.
fn around(pieces: &[Piece]) -> [f64; 4] {
    let mut most = [0.0; 4];
    for piece in pieces {
        let reach = piece.reach();
        most = [0, 1, 2, 3].map(|k| f64::max(most[k], reach[k]));
    }
    most
}

fn reach_of_row(pieces: &[Piece]) -> [f64; 4] {
    let [_, above, _, below] = around(pieces);
    let half = pieces.iter().map(|piece| piece.size()[0]).sum::<f64>() / 2.0;
    [half, above.max(SIZE), half, below.max(SIZE)]
}

/// The width and height in page units of pieces in a row.
pub fn row_size(pieces: &[Piece]) -> [f64; 2] {
    let [left, above, right, below] = reach_of_row(pieces);
    [left + right, above + below]
}

impl Panel {
    /// A sheet `width` wide with pieces below each other, their middles in that of the sheet.
    pub fn stack<P: Into<Piece>>(width: f64, pieces: impl IntoIterator<Item = P>) -> Panel {
        let stack = Piece::Stack(pieces.into_iter().map(Into::into).collect());
        let [_, height] = stack.size();
        let mut panel = Panel::sheet(width, height);
        panel.piece([width / 2.0, height / 2.0], &stack);
        panel
    }

    /// Draws pieces in a row from the upper left corner of the whole; its size is [`row_size`].
    pub fn row(&mut self, [left, top]: [f64; 2], pieces: &[Piece]) {
        let [_, above, ..] = reach_of_row(pieces);
        self.row_from([left, top + above], pieces);
    }

    /// Draws pieces in a row from the middle of its left edge.
    fn row_from(&mut self, [mut x, y]: [f64; 2], pieces: &[Piece]) {
        for piece in pieces {
            let [left, _, right, _] = piece.reach();
            self.piece([x + left, y], piece);
            x += left + right;
        }
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
            Piece::Row(pieces) => self.row_from([x - left, y], pieces),
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
