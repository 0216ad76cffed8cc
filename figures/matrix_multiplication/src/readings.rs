//! One product, put together in the four ways in which it can be read.

use built::{Built, Reading};
use calculation::calculation;
use drawing::prelude::*;
use words::{heading, marks, state, table, there};

mod built;
mod calculation;
mod glance;
mod words;

pub use glance::readings_at_a_glance;

/// The words of the choice, in the order of [`Reading`].
const READINGS: [&str; 4] = ["entries", "columns", "rows", "outer products"];

/// The most steps that a reading takes: an entry each.
const STEPS: usize = 4;

parameters! {
    /// What a reader sets.
    pub struct FourReadingsOfAProduct {
        reading: choice("read by", &READINGS),
        step: steps("steps", STEPS, 3, 0.7),
    }
}

/// A product of 2×3 and 3×2, one entry, column, row or term after the other.
pub fn four_readings_of_a_product(at: FourReadingsOfAProduct) -> Frame {
    let reading = match at.reading {
        0 => Reading::Entries,
        1 => Reading::Columns,
        2 => Reading::Rows,
        _ => Reading::Outer,
    };
    let built = Built::new(reading, at.step);
    let state = state(&built);
    Frame::new(
        format!(
            "A product of two matrices, read by {}",
            READINGS[reading as usize]
        ),
        Drawing::panels(1, vec![factors(&built), calculation(&built)]),
    )
    .describe(format!(
        "Above, A with {} times B with {} equals AB, of which {}. {} In the middle stands in words \
         what is done, below it the calculation. {state}",
        table(&built.a),
        table(&built.b),
        there(&built),
        marks(&built),
    ))
    .state(state)
}

/// A B = AB, with frames around what is used and what is built, and a line
/// that says so.
fn factors(built: &Built) -> Panel {
    let (m, n, p) = (built.a.nrows(), built.a.ncols(), built.b.ncols());
    let [mut a, mut b] = [(&built.a, "$*A*$"), (&built.b, "$*B*$")]
        .map(|(matrix, name)| Block::of(matrix).cells([44.0, 36.0]).named(name));
    let labels = built.entries.iter().map(|entry| match entry {
        Some(entry) => Label::new(decimal(*entry)),
        None => "".into(),
    });
    let product = Block::labelled(m, p, labels.collect()).cells([50.0, 36.0]);
    let mut product = product.named("$*AB*$");
    if let Some(now) = built.now {
        (a, b, product) = match built.reading {
            Reading::Entries => (
                a.mark_row(now / p, One),
                b.mark_column(now % p, Two),
                product.mark_cell(now / p, now % p, Three),
            ),
            Reading::Columns => (
                (0..n).fold(a, |a, k| a.mark_column(k, One)),
                b.mark_column(now, Two),
                product.mark_column(now, Three),
            ),
            Reading::Rows => (
                a.mark_row(now, Two),
                (0..n).fold(b, |b, k| b.mark_row(k, One)),
                product.mark_row(now, Three),
            ),
            Reading::Outer => (
                a.mark_column(now, One),
                b.mark_row(now, Two),
                product.mark([0, 0], [m, p], Three),
            ),
        };
    }
    let pieces = [
        Piece::Block(a),
        Piece::Sign("".into()),
        Piece::Block(b),
        Piece::sign("="),
        Piece::Block(product),
    ];
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, height + 46.0);
    panel.row([(WIDTH - width) / 2.0, 2.0], &pieces);
    panel.label([WIDTH / 2.0, height + 32.0], Centre, heading(built));
    panel
}
