//! What is computed at a step, in numbers.

use super::built::Built;
use super::built::Reading::{Columns, Entries, Outer};
use super::overview::overview;
use drawing::prelude::*;

/// The size of the cells of the calculation, and its height.
const CELL: [f64; 2] = [38.0, 34.0];
const HEIGHT: f64 = 116.0;

/// What is computed at this step, in numbers; before the first step, what the
/// readings are.
pub fn calculation(built: &Built) -> Panel {
    let pieces = match (built.reading, built.now) {
        _ if built.made == 0 => return overview(WIDTH, HEIGHT),
        (Outer, now) => terms(built, now),
        (Entries, now) => row_times_column(built, now),
        (_, Some(now)) => weighted_sum(built, now),
        (_, None) => finished(built),
    };
    let mut panel = Panel::sheet(WIDTH, HEIGHT);
    // In a stack names count as part of the height.
    let pieces = Piece::Stack(vec![Piece::Row(pieces)]);
    panel.piece([WIDTH / 2.0, HEIGHT / 2.0], &pieces);
    panel
}

/// A framed part of a matrix.
fn part(matrix: &Matrix, colour: Colour) -> Piece {
    let (rows, columns) = matrix.dim();
    let block = Block::of(matrix).mark([0, 0], [rows, columns], colour);
    block.cells(CELL).into()
}

fn sign(words: String, colour: Colour) -> Piece {
    Piece::Sign(colour.label(words).size(19.0))
}

/// One entry: the row, the column, and the sum of their products; after the last
/// step empty cells.
fn row_times_column(built: &Built, now: Option<usize>) -> Vec<Piece> {
    let space = Piece::Space(24.0, 0.0);
    let Some(now) = now else {
        let (_, n, _) = built.dim();
        let [row, column] = [(1, n), (n, 1)].map(|(rows, columns)| Block::empty(rows, columns));
        return vec![row.cells(CELL).into(), space, column.cells(CELL).into()];
    };
    let [row, column] = built.used(now);
    vec![
        part(&row, One),
        space,
        part(&column, Two),
        sign(format!("$= {}$", built.sum(now)), Three),
    ]
}

/// One column or one row: vectors with weights, and their sum.
fn weighted_sum(built: &Built, now: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (k, (weight, x)) in built.weighted(now).into_iter().enumerate() {
        let plus = if k > 0 { "+ " } else { "" };
        pieces.push(sign(format!("${plus}{}$", factor(weight)), Two));
        pieces.push(part(&x, One));
    }
    pieces.push(Piece::sign("="));
    pieces.push(part(&built.product(now), Three));
    pieces
}

/// The columns or rows that were built, with what they are.
fn finished(built: &Built) -> Vec<Piece> {
    let each = (0..built.steps).flat_map(|step| {
        let k = step + 1;
        let name = match built.reading {
            Columns => format!("$*Ab*_{{:{k}}} =$"),
            _ => format!("$*a*_{{{k}:}}*B* =$"),
        };
        let space = if step > 0 { "    " } else { "" };
        [
            Piece::Sign(space.into()),
            sign(name, Ink),
            part(&built.product(step), Three),
        ]
    });
    each.collect()
}

/// The outer products, those to come with empty cells, the one of now framed.
fn terms(built: &Built, now: Option<usize>) -> Vec<Piece> {
    let (m, _, p) = built.dim();
    let mut pieces = Vec::new();
    for step in 0..built.steps {
        if step > 0 {
            pieces.push(Piece::sign("+"));
        }
        let block = match step < built.made {
            true => Block::of(&built.product(step)),
            false => Block::empty(m, p),
        };
        let k = step + 1;
        let block = block.named(format!("$*a*_{{:{k}}}*b*_{{{k}:}}$"));
        let block = match now == Some(step) {
            true => block.mark([0, 0], [m, p], Four),
            false => block,
        };
        pieces.push(block.cells([44.0, 34.0]).into());
    }
    pieces
}
