//! The four readings of one product side by side, for a page that stands still.

use super::built::{Built, Reading, term};
use super::words::table;
use super::{READINGS, STEPS};
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

/// The row, column or term that is framed, counted from 0.
const ROW: usize = 1;
const COLUMN: usize = 0;
const WHOLE_COLUMN: usize = 1;
const WHOLE_ROW: usize = 0;
const TERM: usize = 0;

/// The upper end of the factors, and their height with their names.
const TOP: f64 = 2.0;
const FACTORS: f64 = 112.0;

/// The height of a calculation: a line of text, or tables in the lower row.
const LINE: f64 = 40.0;
const TABLES: f64 = 76.0;

/// The height of the words.
const WORDS: f64 = 52.0;

/// One product in its four readings.
pub fn readings_at_a_glance() -> Frame {
    let readings = [
        Reading::Entries,
        Reading::Columns,
        Reading::Rows,
        Reading::Outer,
    ];
    let built = readings.map(|reading| Built::new(reading, STEPS));
    let [entries, columns, rows, outer] =
        [0, 1, 2, 3].map(|k| format!("{}: {}", READINGS[k], USES[k]));
    let terms = (0..3).map(|k| table(&term(&built[3].a, &built[3].b, k)));
    let terms: Vec<String> = terms.collect();
    let [i, j, column, row, k] = [ROW, COLUMN, WHOLE_COLUMN, WHOLE_ROW, TERM].map(|x| x + 1);
    Frame::new(
        "One product in its four readings",
        Drawing::panels(2, built.iter().map(panel).collect()),
    )
    .describe(format!(
        "Four times A with {} times B with {} equals AB with {}; each time other parts are framed. \
         By {entries}. Framed are row {i} of A, column {j} of B and the entry ({i}, {j}) of AB: \
         {}. By {columns}. Framed are all of A, column {column} of B and column {column} of AB: \
         {}. By {rows}. Framed are row {row} of A, all of B and row {row} of AB: {}. By {outer}. \
         Framed are column {k} of A, row {k} of B and all of AB. Below, AB is the sum of three \
         tables: {}. Number {k} is framed.",
        table(&built[0].a),
        table(&built[0].b),
        table(&built[0].so_far()),
        built[0].sum(ROW, COLUMN),
        said(&built[1]),
        said(&built[2]),
        terms.join("; "),
    ))
}

/// A combination of columns or rows with its names: `1 b_1: + 2 b_2:`.
fn combination(weights: &Vector, name: impl Fn(usize) -> String) -> String {
    let terms = weights.iter().enumerate();
    let terms = terms.map(|(k, weight)| format!("{}{}", factor(*weight), name(k + 1)));
    terms.collect::<Vec<_>>().join(" + ")
}

/// A combination in words.
fn said(built: &Built) -> String {
    match built.reading {
        Reading::Columns => {
            let name = |k| format!(" times column {k}");
            combination(&built.column(WHOLE_COLUMN), name) + " of A"
        }
        _ => {
            let name = |k| format!(" times row {k}");
            combination(&built.row(WHOLE_ROW), name) + " of B"
        }
    }
}

fn panel(built: &Built) -> Panel {
    let width = Drawing::column(2);
    let calculation = match built.reading {
        Reading::Entries | Reading::Columns => LINE,
        Reading::Rows | Reading::Outer => TABLES,
    };
    let mut panel = Panel::sheet(width, TOP + FACTORS + calculation + WORDS);
    let at = TOP + FACTORS + calculation / 2.0;
    let middle = width / 2.0;
    let [a, b, product] = framed(built);
    let words_at = TOP + FACTORS + calculation + WORDS / 2.0 - 4.0;
    let pieces = [
        Piece::Block(a),
        Piece::Sign("".into()),
        Piece::Block(b),
        Piece::sign("="),
        Piece::Block(product),
    ];
    let [wide, _] = row_size(&pieces);
    panel.row([middle - wide / 2.0, TOP], &pieces);
    let green = |words: String| Three.label(words);
    let line = match built.reading {
        Reading::Entries => green(format!("${}$", built.sum(ROW, COLUMN))),
        Reading::Columns => {
            let sum = combination(&built.column(WHOLE_COLUMN), |k| format!("*a*_{{:{k}}}"));
            green(format!("${sum}$"))
        }
        Reading::Rows => {
            let sum = combination(&built.row(WHOLE_ROW), |k| format!("*b*_{{{k}:}}"));
            green(format!("${sum}$"))
        }
        Reading::Outer => {
            let pieces = terms(built);
            let [wide, high] = row_size(&pieces);
            panel.row([middle - wide / 2.0, at - high / 2.0], &pieces);
            "".into()
        }
    };
    panel.label([middle, at], Centre, line);
    let reading = built.reading as usize;
    let words = vec![
        Label::new(READINGS[reading]).heavy(),
        Label::new(USES[reading]),
    ];
    panel.lines_of_text([middle, words_at], Centre, 21.0, words);
    panel
}

/// A, B and AB with frames around what is used and what it makes.
fn framed(built: &Built) -> [Block; 3] {
    let (m, n, p) = (built.a.nrows(), built.a.ncols(), built.b.ncols());
    let block = |matrix, name: &str| Block::of(matrix).cells(CELL).named(name);
    let a = block(&built.a, "$*A*$");
    let b = block(&built.b, "$*B*$");
    let product = block(&built.so_far(), "$*AB*$");
    let [first, second, third] = [One, Two, Three];
    match built.reading {
        Reading::Entries => [
            a.mark_row(ROW, first),
            b.mark_column(COLUMN, second),
            product.mark_cell(ROW, COLUMN, third),
        ],
        Reading::Columns => [
            a.mark([0, 0], [m, n], first),
            b.mark_column(WHOLE_COLUMN, second),
            product.mark_column(WHOLE_COLUMN, third),
        ],
        Reading::Rows => [
            a.mark_row(WHOLE_ROW, first),
            b.mark([0, 0], [n, p], second),
            product.mark_row(WHOLE_ROW, third),
        ],
        Reading::Outer => [
            a.mark_column(TERM, first),
            b.mark_row(TERM, second),
            product.mark([0, 0], [m, p], third),
        ],
    }
}

/// The outer products whose sum the product is.
fn terms(built: &Built) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for k in 0..built.steps {
        if k > 0 {
            pieces.push(Piece::sign("+"));
        }
        let term = term(&built.a, &built.b, k);
        let block = Block::of(&term).cells(CELL);
        pieces.push(Piece::Block(match k {
            TERM => block.mark([0, 0], [term.nrows(), term.ncols()], Four),
            _ => block,
        }));
    }
    pieces
}
