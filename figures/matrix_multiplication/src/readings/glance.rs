//! The four readings of one product side by side, for a page that stands still.

use super::built::Built;
use super::built::Reading::{self, Columns, Entries, Outer, Rows};
use super::calculation::terms;
use super::{READINGS, STEPS, equation, mark, the_rows};
use drawing::prelude::*;

/// Cells so small that a whole product fits into half the width.
const CELL: [f64; 2] = [26.0, 27.0];

/// What each reading is good for, in the order of [`READINGS`].
const USES: [&str; 4] = [
    "how alike",
    "vectors, column by column",
    "a batch, row by row",
    "a sum of simple tables",
];

/// The step of each reading whose parts are framed: the entry (2, 1), column 2,
/// row 1 and term 1.
const STEP: [usize; 4] = [2, 1, 0, 0];

/// The height of a calculation: a line of text, or tables in the lower row.
const LINE: f64 = 40.0;
const TABLES: f64 = 76.0;

/// One product in its four readings.
pub fn readings_at_a_glance() -> Frame {
    let built = Reading::ALL.map(|reading| Built::new(reading, STEPS));
    let [a, b] = [&built[0].a, &built[0].b].map(the_rows);
    let product = the_rows(&built[0].so_far());
    let [entries, columns, rows, outer] =
        [0, 1, 2, 3].map(|k| format!("{}: {}", READINGS[k], USES[k]));
    let sum = built[0].sum(STEP[0]);
    let of_columns = combination(&built[1], |k| format!(" times column {k}"));
    let of_rows = combination(&built[2], |k| format!(" times row {k}"));
    let terms = (0..built[3].steps).map(|step| the_rows(&built[3].product(step)));
    let terms = joined(terms, "; ");
    Frame::new(
        "One product in its four readings",
        Drawing::panels(2, built.iter().map(panel).collect()),
    )
    .describe(format!(
        "Four times A with {a} times B with {b} equals AB with {product}; each time other parts \
         are framed. By {entries}. Framed are row 2 of A, column 1 of B and the entry (2, 1) of \
         AB: {sum}. By {columns}. Framed are all of A, column 2 of B and column 2 of AB: \
         {of_columns} of A. By {rows}. Framed are row 1 of A, all of B and row 1 of AB: {of_rows} \
         of B. By {outer}. Framed are column 1 of A, row 1 of B and all of AB. Below, AB is the \
         sum of three tables: {terms}. Number 1 is framed."
    ))
}

/// A combination of columns or rows with their names: `1b_1: + 2b_2:`.
fn combination(built: &Built, name: impl Fn(usize) -> String) -> String {
    let terms = built.weighted(STEP[built.reading as usize]);
    let terms = terms.iter().zip(1..);
    let terms = terms.map(|((weight, _), k)| factor(*weight) + &name(k));
    joined(terms, " + ")
}

fn panel(built: &Built) -> Panel {
    let place = built.reading as usize;
    let step = STEP[place];
    let [of_a, of_b, made] = built.parts(step);
    let block = |matrix: &Matrix, name: &str| Block::of(matrix).cells(CELL).named(name);
    let equation = equation([
        mark(block(&built.a, "$*A*$"), of_a, One),
        mark(block(&built.b, "$*B*$"), of_b, Two),
        mark(block(&built.so_far(), "$*AB*$"), made, Three),
    ]);
    let line =
        |formula: String, height: f64| Piece::text(height, [Three.label(format!("${formula}$"))]);
    let space = |height: f64| Piece::Space(0.0, height);
    let calculation = match built.reading {
        Entries => line(built.sum(step), LINE),
        Columns => line(combination(built, |k| format!("*a*_{{:{k}}}")), LINE),
        Rows => line(combination(built, |k| format!("*b*_{{{k}:}}")), TABLES),
        Outer => {
            let terms = Piece::Row(terms(built, Some(step), CELL, false));
            let [_, height] = terms.size();
            let rest = space((TABLES - height) / 2.0);
            Piece::Stack(vec![rest.clone(), terms, rest])
        }
    };
    let words = [Label::new(READINGS[place]).heavy(), USES[place].into()];
    let words = Piece::text(21.0, words);
    let (top, gap, rest) = (space(2.0), space(1.0), space(9.0));
    let pieces = [top, equation, calculation, gap, words, rest];
    Panel::stack(Drawing::column(2), pieces)
}
