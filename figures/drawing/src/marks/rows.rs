//! What stands beside and below each other on a sheet: products of matrices with
//! signs between them, and lines of text.

use super::Block;
use crate::panel::{Panel, Place};
use crate::point::Point;
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
            Piece::Space(width, height) => half(*width, *height),
            Piece::Row(pieces) => {
                let ([_, above, _, below], [width, _]) = around(pieces);
                [width, above.max(SIZE), width, below.max(SIZE)]
            }
            Piece::Stack(pieces) => {
                let ([left, _, right, _], [_, height]) = around(pieces);
                [left, height, right, height]
            }
        }
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        let [left, above, right, below] = self.reach();
        [left + right, above + below]
    }
}

/// How far pieces reach with their middles at one point, and half of their widths and heights.
fn around(pieces: &[Piece]) -> ([f64; 4], [f64; 2]) {
    let (mut most, mut sum) = ([0.0; 4], [0.0; 2]);
    for piece in pieces {
        let reach = piece.reach();
        most = [0, 1, 2, 3].map(|k| f64::max(most[k], reach[k]));
        sum = [0, 1].map(|k| sum[k] + reach[k] + reach[k + 2]);
    }
    (most, sum.map(|side| side / 2.0))
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

    /// Writes lines of text `pitch` page units below each other, all their middles at a point.
    pub fn lines_of_text<L: Into<Label>>(
        &mut self,
        at: impl Point,
        place: Place,
        pitch: f64,
        lines: impl IntoIterator<Item = L, IntoIter: ExactSizeIterator>,
    ) {
        let [x, y] = self.page(at);
        let lines = lines.into_iter();
        let first = y - pitch * (lines.len() as f64 - 1.0) / 2.0;
        for (k, line) in lines.enumerate() {
            let at = self.world([x, first + pitch * k as f64]);
            self.label(at, place, line);
        }
    }

    /// Draws a piece with its middle at a point of a sheet.
    pub fn piece(&mut self, [x, y]: [f64; 2], piece: &Piece) {
        let [left, above, ..] = piece.reach();
        let mut corner = [x - left, y - above];
        match piece {
            Piece::Block(block) => self.block(corner, block),
            // The bar of a minus sign is lower than the middle of capitals.
            Piece::Sign(sign) => self.label([x, y - 0.1 * LARGE], Place::Centre, sign.clone()),
            Piece::Text(lines, pitch) => {
                self.lines_of_text([x, y], Place::Centre, *pitch, lines.iter().cloned());
            }
            Piece::Space(..) => {}
            Piece::Row(pieces) => {
                for piece in pieces {
                    let [left, _, right, _] = piece.reach();
                    self.piece([corner[0] + left, y], piece);
                    corner[0] += left + right;
                }
            }
            Piece::Stack(pieces) => {
                for piece in pieces {
                    let [_, above, _, below] = piece.reach();
                    self.piece([x, corner[1] + above], piece);
                    corner[1] += above + below;
                }
            }
        }
    }
}
