//! A matrix as columns times rows, read by columns and by rows.

use super::four_by_three;
use drawing::prelude::*;
use mlmath::rank::rank_factorisation;

/// What can be read.
const WORDS: [&str; 7] = [
    "column 1", "column 2", "column 3", "row 1", "row 2", "row 3", "row 4",
];

/// Width and height of a cell.
const CELL: [f64; 2] = [34.0, 32.0];

parameters! {
    /// A column or a row.
    pub struct Reading {
        read: choice("read", &WORDS).first(2),
    }
}

/// The factors, without the sign of a zero.
pub fn factors() -> [Matrix; 2] {
    let factors = rank_factorisation(&four_by_three(), TOLERANCE).expect("finite numbers");
    factors.map(|factor| factor + 0.0)
}

/// A sum of multiples of things with these names, 0 times left out.
fn combination(weights: &[f64], names: [&str; 2]) -> String {
    let mut sum = String::new();
    for (&weight, name) in weights
        .iter()
        .zip(names)
        .filter(|(weight, _)| **weight != 0.0)
    {
        sum += match (sum.is_empty(), weight < 0.0) {
            (true, false) => "",
            (true, true) => "−",
            (false, false) => " + ",
            (false, true) => " − ",
        };
        if weight.abs() != 1.0 {
            sum += &decimal(weight.abs());
        }
        sum += name;
    }
    sum
}

/// A = CR with one column or one row of A, and what it is made of.
pub fn columns_and_rows(Reading { read }: Reading) -> Frame {
    let a = four_by_three();
    let [c, r] = factors();
    let block = |matrix: &Matrix| Block::of(matrix).cells(CELL).bracketed();
    let [mut left, mut middle, mut right] = [&a, &c, &r].map(block);
    let (result, sum, said);
    if read < 3 {
        let weights = r.column(read).to_vec();
        left = left.mark_column(read, Three);
        right = right.mark_column(read, Three);
        middle = middle.mark_column(0, One).mark_column(1, Two);
        result = tuple(&a.column(read).to_vec());
        sum = combination(&weights, ["$*c*_1$", "$*c*_2$"]);
        said = combination(&weights, ["column 1 of C", "column 2 of C"]);
    } else {
        let row = read - 3;
        let weights = c.row(row).to_vec();
        left = left.mark_row(row, Three);
        middle = middle.mark_row(row, Three);
        right = right.mark_row(0, One).mark_row(1, Two);
        result = tuple(&a.row(row).to_vec());
        sum = combination(&weights, ["row 1", "row 2"]);
        said = combination(&weights, ["row 1 of R", "row 2 of R"]);
    }
    let [left, middle, right] = [
        left.named("$*A*$").shaped("4 × 3"),
        middle.named("$*C*$").shaped("4 × 2"),
        right.named("$*R*$").shaped("2 × 3"),
    ];
    let row = Piece::Row(vec![
        left.into(),
        Piece::sign("="),
        middle.into(),
        Piece::Space(14.0, 1.0),
        right.into(),
    ]);
    let from = if read < 3 { "" } else { " of $*R*$" };
    let sum = match (read < 3, sum.contains("row 2")) {
        (true, _) => sum,
        (false, _) => format!("{sum}{from}"),
    };
    let words = Label::new(format!("{} = {result} = {sum}", WORDS[read])).large();
    let text = Piece::text(28.0, [words]);
    let panel = Panel::stack(WIDTH, [row, Piece::Space(1.0, 12.0), text]);
    let state = format!("{} of A is {result}: {said}.", WORDS[read]);
    let state = state.replacen('c', "C", usize::from(state.starts_with('c')));
    let state = state.replacen('r', "R", usize::from(state.starts_with('r')));
    Frame::new("A matrix as columns times rows", panel)
        .describe(format!(
            "A matrix A of 4 rows and 3 columns, equal to C, its first two columns, times R, two \
             rows: {}. A column of A and the column of R with its weights are marked, and the \
             columns of C; or a row of A and that of C with its weights, and the rows of R. {state}",
            rows(&r)
        ))
        .state(state)
}
