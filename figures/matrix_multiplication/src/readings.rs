//! One product, put together in the four ways in which it can be read.

use super::the_rows;
use built::Reading::{self, Columns, Rows};
use built::{Built, Part};
use calculation::calculation;
use drawing::prelude::*;
use words::{there, words};

mod built;
mod calculation;
mod overview;
mod words;

/// The words of the choice, in the order of [`Reading::ALL`].
const READINGS: [&str; 4] = ["entries", "columns", "rows", "outer products"];

/// The most steps that a reading takes: an entry each.
const STEPS: usize = 4;

parameters! {
    /// How the product is read, and how far.
    pub struct Steps {
        reading: choice("read by", &READINGS),
        step: steps("steps", STEPS, 0, 0.7),
    }
}

/// A product of 2×3 and 3×2, one entry, column, row or term after the other.
pub fn four_readings_of_a_product(Steps { reading, step }: Steps) -> Frame {
    let built = Built::new(Reading::ALL[reading], step);
    let [heading, framed, state] = words(&built);
    let (a, b, there) = (the_rows(&built.a), the_rows(&built.b), there(&built));
    let below = match built.made {
        0 => {
            "below it small boxes of A, B and AB for each of the four readings, without numbers. \
             In each is framed what its first step uses and what it builds: for entries row 1 of \
             A, column 1 of B and one entry; for columns all of A, column 1 of B and column 1 of \
             AB; for rows row 1 of A, all of B and row 1 of AB; for outer products column 1 of A, \
             row 1 of B and all of AB"
        }
        _ => "below it the calculation",
    };
    Frame::new(
        format!("A product of two matrices, read by {}", READINGS[reading]),
        Drawing::stack([factors(&built, heading), calculation(&built)]),
    )
    .describe(format!(
        "Above, A with {a} times B with {b} equals AB, of which {there}. {framed} In the middle \
         stands in words what is done, {below}. {state}"
    ))
    .state(state)
}

/// A B = AB, with frames around what is used and what is built, and a line
/// that says so.
fn factors(built: &Built, heading: String) -> Panel {
    let (m, n, p) = built.dim();
    let [mut a, mut b] = [(&built.a, "$*A*$"), (&built.b, "$*B*$")]
        .map(|(matrix, name)| Block::of(matrix).cells([44.0, 36.0]).named(name));
    let entries = built.entries.iter().map(|entry| entry.map(decimal));
    let entries = entries.map(|entry| Label::new(entry.unwrap_or_default()));
    let product = Block::labelled(m, p, entries.collect()).cells([50.0, 36.0]);
    let mut product = product.named("$*AB*$");
    if let Some(now) = built.now {
        let [of_a, of_b, made] = built.parts(now);
        // Each vector that has a weight has a frame; weights are in the second
        // colour.
        (a, b) = match built.reading {
            Columns => {
                let a = (0..n).fold(a, |a, k| a.mark_column(k, One));
                (a, mark(b, of_b, Two))
            }
            Rows => {
                let b = (0..n).fold(b, |b, k| b.mark_row(k, One));
                (mark(a, of_a, Two), b)
            }
            _ => (mark(a, of_a, One), mark(b, of_b, Two)),
        };
        product = mark(product, made, Three);
    }
    let space = |height: f64| Piece::Space(0.0, height);
    let equation = equation([a, b, product], 24.0);
    let heading = Piece::text(28.0, [heading]);
    Panel::stack(WIDTH, [space(2.0), equation, space(16.0), heading])
}

fn mark(block: Block, [first, end]: Part, colour: Colour) -> Block {
    block.mark(first, end, colour)
}

/// A B = AB, with a space between A and B.
fn equation([a, b, product]: [Block; 3], space: f64) -> Piece {
    Piece::Row(vec![
        a.into(),
        Piece::Space(space, 0.0),
        b.into(),
        Piece::sign("="),
        product.into(),
    ])
}
