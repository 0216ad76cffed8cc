//! What is computed at a step, in numbers.

use super::built::Built;
use super::built::Reading::{Columns, Entries, Outer};
use drawing::prelude::*;

/// The size of the cells of the calculation, and its height.
const CELL: [f64; 2] = [38.0, 34.0];
const HEIGHT: f64 = 116.0;

/// What is computed at this step, in numbers.
pub fn calculation(built: &Built) -> Panel {
    let pieces = match built.reading {
        Outer => terms(built, built.now, [44.0, 34.0], true),
        Entries => row_times_column(built),
        _ if built.made > 0 && built.now.is_none() => finished(built),
        _ => weighted_sum(built),
    };
    let mut panel = Panel::sheet(WIDTH, HEIGHT);
    // In a stack names count as part of the height.
    let pieces = Piece::Stack(vec![Piece::Row(pieces)]);
    panel.piece([WIDTH / 2.0, HEIGHT / 2.0], &pieces);
    panel
}

/// A framed part of a matrix; before it is used, empty cells.
fn part(matrix: &Matrix, colour: Colour, shown: bool) -> Piece {
    let (rows, columns) = matrix.dim();
    let block = match shown {
        true => Block::of(matrix).mark([0, 0], [rows, columns], colour),
        false => Block::empty(rows, columns),
    };
    block.cells(CELL).into()
}

fn sign(words: String, colour: Colour) -> Piece {
    Piece::Sign(colour.label(words).size(19.0))
}

/// One entry: the row, the column, and the sum of their products.
fn row_times_column(built: &Built) -> Vec<Piece> {
    let (step, shown) = (built.now.unwrap_or(0), built.now.is_some());
    let [row, column] = built.used(step);
    let mut pieces = vec![
        part(&row, One, shown),
        Piece::Space(24.0, 0.0),
        part(&column, Two, shown),
    ];
    if shown {
        pieces.push(sign(format!("$= {}$", built.sum(step)), Three));
    }
    pieces
}

/// One column or one row: vectors with weights, and their sum.
fn weighted_sum(built: &Built) -> Vec<Piece> {
    let (step, shown) = (built.now.unwrap_or(0), built.now.is_some());
    let mut pieces = Vec::new();
    for (k, (weight, x)) in built.weighted(step).into_iter().enumerate() {
        let plus = if k > 0 { "+ " } else { "" };
        let weight = if shown { factor(weight) } else { String::new() };
        pieces.push(sign(format!("${plus}{weight}$"), Two));
        pieces.push(part(&x, One, shown));
    }
    pieces.push(Piece::sign("="));
    pieces.push(part(&built.product(step), Three, shown));
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
            part(&built.product(step), Three, true),
        ]
    });
    each.collect()
}

/// The outer products, those to come with empty cells, one of them framed.
pub fn terms(built: &Built, framed: Option<usize>, cell: [f64; 2], named: bool) -> Vec<Piece> {
    let (m, _, p) = built.dim();
    let mut pieces = Vec::new();
    for step in 0..built.steps {
        if step > 0 {
            pieces.push(Piece::sign("+"));
        }
        let mut block = match step < built.made {
            true => Block::of(&built.product(step)),
            false => Block::empty(m, p),
        };
        if named {
            let k = step + 1;
            block = block.named(format!("$*a*_{{:{k}}}*b*_{{{k}:}}$"));
        }
        if framed == Some(step) {
            block = block.mark([0, 0], [m, p], Four);
        }
        pieces.push(block.cells(cell).into());
    }
    pieces
}
