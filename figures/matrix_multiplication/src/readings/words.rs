//! What the figure says of a step.

use super::super::{kept, rows};
use super::built::{Built, Reading, term};
use drawing::prelude::*;

/// The rows of a matrix in words.
pub fn table(matrix: &Matrix) -> String {
    let rows = matrix.rows().into_iter();
    let rows: Vec<String> = rows.map(|row| format!("({})", listed(row))).collect();
    match rows.as_slice() {
        [before @ .., last] => format!("the rows {} and {last}", before.join(", ")),
        [] => String::new(),
    }
}

/// What is there of the product, in words.
pub fn there(built: &Built) -> String {
    let there = built.entries.iter().flatten().count();
    match (built.reading, there) {
        (_, 0) => "nothing is filled in yet".into(),
        (Reading::Outer, _) if !built.is_complete() => {
            format!("the sum so far, {}, is filled in", rows(&built.so_far()))
        }
        (_, there) if there == built.entries.len() => {
            format!("all is filled in, {}", rows(&built.so_far()))
        }
        _ => {
            let p = built.b.ncols();
            let filled = built.entries.iter().enumerate();
            let filled = filled.filter_map(|(k, entry)| {
                let entry = decimal((*entry)?);
                Some(format!("{entry} at ({}, {})", k / p + 1, k % p + 1))
            });
            let filled: Vec<String> = filled.collect();
            format!("the entries {} are filled in", filled.join(", "))
        }
    }
}

/// What is framed, in words.
pub fn marks(built: &Built) -> String {
    let Some(now) = built.now else {
        return "Nothing is framed.".into();
    };
    let p = built.b.ncols();
    match built.reading {
        Reading::Entries => format!(
            "Framed are row {} of A, column {} of B and the entry of AB where they meet.",
            now / p + 1,
            now % p + 1
        ),
        Reading::Columns => format!(
            "Framed are each column of A, column {} of B, which weights them, and column {} of AB.",
            now + 1,
            now + 1
        ),
        Reading::Rows => format!(
            "Framed are row {} of A, each row of B, which it weights, and row {} of AB.",
            now + 1,
            now + 1
        ),
        Reading::Outer => format!(
            "Framed are column {} of A, row {} of B and the whole of AB.",
            now + 1,
            now + 1
        ),
    }
}

pub fn state(built: &Built) -> String {
    let Some(now) = built.now else {
        return match built.made {
            0 => format!("Step 0 of {}: nothing is computed yet.", built.steps),
            _ => format!("All steps are made: AB has {}.", rows(&built.so_far())),
        };
    };
    let step = format!("Step {} of {}", now + 1, built.steps);
    let p = built.b.ncols();
    let combination = |weights: Vector, vectors: Vec<Vector>, sum: Vector| {
        let vector = |x: &Vector| format!("({})", listed(x));
        let terms = weights.iter().zip(&vectors);
        let terms = terms.map(|(weight, x)| format!("{}·{}", factor(*weight), vector(x)));
        let terms: Vec<String> = terms.map(|term| kept(&term)).collect();
        // Too long for one line on a phone: it may break before its signs.
        let terms = terms.join(&format!(" {}", kept("+ ")));
        format!("{terms} {}", kept(&format!("= {}", vector(&sum))))
    };
    match built.reading {
        Reading::Entries => {
            let (i, j) = (now / p, now % p);
            let entry = format!("the entry ({}, {})", i + 1, j + 1);
            let what = format!("row {} of A times column {} of B", i + 1, j + 1);
            format!("{step}: {entry} is {what}, {}.", kept(&built.sum(i, j)))
        }
        Reading::Columns => {
            let columns = built.a.columns().into_iter().map(|x| x.to_owned());
            let sum = built.new_column(now);
            let sum = combination(built.column(now), columns.collect(), sum);
            format!("{step}: column {} of AB is {sum}.", now + 1)
        }
        Reading::Rows => {
            let rows = built.b.rows().into_iter().map(|x| x.to_owned());
            let sum = combination(built.row(now), rows.collect(), built.new_row(now));
            format!("{step}: row {} of AB is {sum}.", now + 1)
        }
        Reading::Outer => format!(
            "{step}: column {} of A times row {} of B has {}; the sum so far has {}.",
            now + 1,
            now + 1,
            rows(&term(&built.a, &built.b, now)),
            rows(&built.so_far())
        ),
    }
}

pub fn heading(built: &Built) -> Label {
    let p = built.b.ncols();
    let number = |k: usize| k + 1;
    let words = match (built.reading, built.now) {
        (_, None) if built.is_complete() => "$*AB*$ is complete".to_owned(),
        (Reading::Entries, None) => "each entry: a row of $*A*$ times a column of $*B*$".into(),
        (Reading::Columns, None) => "each column: a combination of the columns of $*A*$".into(),
        (Reading::Rows, None) => "each row: a combination of the rows of $*B*$".into(),
        (Reading::Outer, None) => "a sum of columns of $*A*$ times rows of $*B*$".into(),
        (Reading::Entries, Some(now)) => {
            let (i, j) = (number(now / p), number(now % p));
            format!("entry $({i}, {j})$: row ${i}$ of $*A*$ times column ${j}$ of $*B*$")
        }
        (Reading::Columns, Some(now)) => {
            let j = number(now);
            format!("column ${j}$: columns of $*A*$ with weights from column ${j}$ of $*B*$")
        }
        (Reading::Rows, Some(now)) => {
            let i = number(now);
            format!("row ${i}$: rows of $*B*$ with weights from row ${i}$ of $*A*$")
        }
        (Reading::Outer, Some(now)) => {
            let k = number(now);
            format!("term ${k}$: column ${k}$ of $*A*$ times row ${k}$ of $*B*$")
        }
    };
    Label::new(words)
}
