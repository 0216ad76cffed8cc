//! What is computed at a step, in numbers.

use super::built::{Built, Reading, term};
use drawing::prelude::*;

/// The size of the cells of the calculation, its signs, and its height.
const CELL: [f64; 2] = [38.0, 34.0];
const SIGN: f64 = 19.0;
const HEIGHT: f64 = 116.0;

/// What is computed at this step, in numbers.
pub fn calculation(built: &Built) -> Panel {
    let pieces = match (built.reading, built.now) {
        (Reading::Outer, _) => terms(built),
        (Reading::Columns, None) if built.made > 0 => finished(built),
        (Reading::Rows, None) if built.made > 0 => finished(built),
        (Reading::Entries, now) => row_times_column(built, now),
        (_, now) => weighted_sum(built, now),
    };
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, HEIGHT);
    let at = [(WIDTH - width) / 2.0, (HEIGHT - height) / 2.0];
    panel.row(at, &pieces);
    panel
}

/// A vector in cells, upright or lying, framed; empty cells before it is used.
fn vector(entries: &Vector, upright: bool, colour: Colour, shown: bool) -> Piece {
    let count = entries.len();
    let labels = entries.iter().map(|entry| match shown {
        true => decimal(*entry).into(),
        false => Label::new(""),
    });
    let (rows, columns) = if upright { (count, 1) } else { (1, count) };
    let block = Block::labelled(rows, columns, labels.collect()).cells(CELL);
    Piece::Block(match shown {
        true => block.mark([0, 0], [rows, columns], colour),
        false => block,
    })
}

fn sign(words: String, colour: Colour) -> Piece {
    Piece::Sign(Label::new(words).size(SIGN).colour(colour))
}

/// One entry: the row, the column, and the sum of their products.
fn row_times_column(built: &Built, now: Option<usize>) -> Vec<Piece> {
    let p = built.b.ncols();
    let (i, j) = now.map_or((0, 0), |now| (now / p, now % p));
    let mut pieces = vec![
        vector(&built.row(i), false, One, now.is_some()),
        Piece::Sign("".into()),
        vector(&built.column(j), true, Two, now.is_some()),
    ];
    if now.is_some() {
        let sum = format!("$= {}$", built.sum(i, j));
        pieces.push(sign(sum, Three));
    }
    pieces
}

/// One column or one row: vectors with weights, and their sum.
fn weighted_sum(built: &Built, now: Option<usize>) -> Vec<Piece> {
    let upright = built.reading == Reading::Columns;
    let k = now.unwrap_or(0);
    let shown = now.is_some();
    let (weights, vectors, sum) = if upright {
        let columns = built.a.columns().into_iter().map(|x| x.to_owned());
        (built.column(k), columns.collect(), built.new_column(k))
    } else {
        let rows = built.b.rows().into_iter().map(|x| x.to_owned());
        (built.row(k), rows.collect::<Vec<_>>(), built.new_row(k))
    };
    let mut pieces = Vec::new();
    for (term, (weight, x)) in weights.iter().zip(&vectors).enumerate() {
        let weight = if shown {
            factor(*weight)
        } else {
            String::new()
        };
        let plus = if term > 0 { "+ " } else { "" };
        pieces.push(sign(format!("${plus}{weight}$"), Two));
        pieces.push(vector(x, upright, One, shown));
    }
    pieces.push(Piece::sign("="));
    pieces.push(vector(&sum, upright, Three, shown));
    pieces
}

/// The columns or rows that were built, with what they are.
fn finished(built: &Built) -> Vec<Piece> {
    let upright = built.reading == Reading::Columns;
    let each = (0..built.steps).flat_map(|k| {
        let index = k + 1;
        let (name, x) = if upright {
            (format!("$*Ab*_{{:{index}}} =$"), built.new_column(k))
        } else {
            (format!("$*a*_{{{index}:}}*B* =$"), built.new_row(k))
        };
        let space = if k > 0 { "    " } else { "" };
        [
            Piece::Sign(space.into()),
            sign(name, Ink),
            vector(&x, upright, Three, true),
        ]
    });
    each.collect()
}

/// The outer products, those to come with empty cells.
fn terms(built: &Built) -> Vec<Piece> {
    let (m, p) = (built.a.nrows(), built.b.ncols());
    let mut pieces = Vec::new();
    for k in 0..built.steps {
        if k > 0 {
            pieces.push(Piece::sign("+"));
        }
        let block = if k < built.made {
            Block::of(&term(&built.a, &built.b, k))
        } else {
            Block::empty(m, p)
        };
        let index = k + 1;
        let block = block.cells([44.0, 34.0]);
        let block = block.named(format!("$*a*_{{:{index}}}*b*_{{{index}:}}$"));
        pieces.push(Piece::Block(match built.now == Some(k) {
            true => block.mark([0, 0], [m, p], Four),
            false => block,
        }));
    }
    pieces
}
