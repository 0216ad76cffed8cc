//! What the figure says of a step.

use super::super::{both_rows, kept};
use super::built::Built;
use super::built::Reading::{Columns, Entries, Outer, Rows};
use drawing::prelude::*;

/// What is there of the product.
pub fn there(built: &Built) -> String {
    let so_far = || both_rows(&built.so_far());
    if built.made == 0 {
        "nothing is filled in yet".into()
    } else if built.made == built.steps {
        format!("all is filled in, {}", so_far())
    } else if built.reading == Outer {
        format!("the sum so far, {}, is filled in", so_far())
    } else {
        let filled = built.entries.indexed_iter().filter_map(|((i, j), entry)| {
            let entry = decimal((*entry)?);
            Some(format!("{entry} at ({}, {})", i + 1, j + 1))
        });
        format!("the entries {} are filled in", joined(filled, ", "))
    }
}

/// A heading, what is framed, and the sentence of the state.
pub fn words(built: &Built) -> [String; 3] {
    let Some(now) = built.now else {
        return between_steps(built);
    };
    let (_, _, p) = built.dim();
    let (i, j, k) = (now / p + 1, now % p + 1, now + 1);
    let sum = match built.reading {
        Entries => kept(&built.sum(now)),
        Columns | Rows => combination(built, now),
        Outer => {
            let [term, so_far] = [built.product(now), built.so_far()].map(|x| both_rows(&x));
            format!("{term}; the sum so far has {so_far}")
        }
    };
    let (heading, framed, said) = match built.reading {
        Entries => (
            format!("entry $({i}, {j})$: row ${i}$ of $*A*$ times column ${j}$ of $*B*$"),
            format!("row {i} of A, column {j} of B and the entry of AB where they meet"),
            format!("the entry ({i}, {j}) is row {i} of A times column {j} of B, {sum}"),
        ),
        Columns => (
            format!("column ${k}$: columns of $*A*$ with weights from column ${k}$ of $*B*$"),
            format!("each column of A, column {k} of B, which weights them, and column {k} of AB"),
            format!("column {k} of AB is {sum}"),
        ),
        Rows => (
            format!("row ${k}$: rows of $*B*$ with weights from row ${k}$ of $*A*$"),
            format!("row {k} of A, each row of B, which it weights, and row {k} of AB"),
            format!("row {k} of AB is {sum}"),
        ),
        Outer => (
            format!("term ${k}$: column ${k}$ of $*A*$ times row ${k}$ of $*B*$"),
            format!("column {k} of A, row {k} of B and the whole of AB"),
            format!("column {k} of A times row {k} of B has {sum}"),
        ),
    };
    let said = format!("Step {k} of {}: {said}.", built.steps);
    [heading, format!("Framed are {framed}."), said]
}

/// The words before the first step and after the last.
fn between_steps(built: &Built) -> [String; 3] {
    let (heading, state) = if built.made > 0 {
        let rows = both_rows(&built.so_far());
        let state = format!("All steps are made: AB has {rows}.");
        ("$*AB*$ is complete", state)
    } else {
        let heading = match built.reading {
            Entries => "each entry: a row of $*A*$ times a column of $*B*$",
            Columns => "each column: a combination of the columns of $*A*$",
            Rows => "each row: a combination of the rows of $*B*$",
            Outer => "a sum of columns of $*A*$ times rows of $*B*$",
        };
        let state = format!("Step 0 of {}: nothing is computed yet.", built.steps);
        (heading, state)
    };
    [heading.into(), "Nothing is framed.".into(), state]
}

/// A column or a row of AB: `2·(1, 3) + 0·(2, −1) + 1·(0, 1) = (2, 7)`.
fn combination(built: &Built, step: usize) -> String {
    let terms = built.weighted(step).into_iter();
    let terms = terms.map(|(weight, x)| format!("{}·{}", factor(weight), tuple(&x)));
    let terms = joined(terms, " + ");
    let sum = kept(&format!("{terms} = {}", tuple(&built.product(step))));
    // Too long for one line on a phone: it may break before its signs.
    sum.replace("\u{a0}+", " +").replace("\u{a0}=", " =")
}
