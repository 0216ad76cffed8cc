//! Gauss–Jordan elimination, operation by operation.

use drawing::prelude::*;
use mlmath::inverse::{RowOperation, row_operations};
use mlmath::matrices::identity;
use ndarray::{Axis, array, concatenate};

/// The size of a cell of the table.
const CELL: [f64; 2] = [62.0, 42.0];

parameters! {
    /// What a reader sets.
    pub struct GaussJordanSteps {
        step: steps("row operations", tables().0.len(), 4, 0.5),
    }
}

/// The table [A | I] after each of the operations, and before the first.
fn tables() -> (Vec<RowOperation>, Vec<Matrix>) {
    let a = array![[1.0, 1.0, 2.0], [2.0, 1.0, 2.0], [-1.0, 0.0, 1.0]];
    let operations = row_operations(&a).expect("a matrix with an inverse");
    let mut tables = vec![concatenate![Axis(1), a, identity(3)]];
    for operation in &operations {
        let mut table = tables[tables.len() - 1].clone();
        operation.apply(&mut table);
        tables.push(table);
    }
    (operations, tables)
}

/// An operation in words, its rows counted from 1.
fn said(operation: RowOperation) -> String {
    match operation {
        RowOperation::Exchange { rows: [i, k] } => {
            format!("row {} ↔ row {}", i + 1, k + 1)
        }
        RowOperation::Divide { row, by } => format!("row {} ÷ {}", row + 1, decimal(by)),
        RowOperation::Subtract {
            multiple,
            row,
            from,
        } => {
            let sign = if multiple < 0.0 { '+' } else { '−' };
            let times = match multiple.abs() {
                1.0 => String::new(),
                size => format!("{} · ", decimal(size)),
            };
            format!("row {} {sign} {times}row {}", from + 1, row + 1)
        }
    }
}

/// The rows that an operation changes, and the row of the pivot, which is also
/// its column.
fn rows(operation: RowOperation) -> (Vec<usize>, usize) {
    match operation {
        RowOperation::Exchange { rows } => (rows.to_vec(), rows[0]),
        RowOperation::Divide { row, .. } => (vec![row], row),
        RowOperation::Subtract { row, from, .. } => (vec![from], row),
    }
}

/// What an operation is for: first zeros are made below the pivots, then above.
fn phase(operation: RowOperation) -> &'static str {
    match operation {
        RowOperation::Subtract { row, from, .. } if from < row => UPWARDS,
        RowOperation::Divide { .. } => UPWARDS,
        _ => DOWNWARDS,
    }
}

const DOWNWARDS: &str = "downwards: zeros below the pivots";
const UPWARDS: &str = "upwards: zeros above the pivots, and pivots of 1";

/// [A | I] becomes [I | A⁻¹].
pub fn gauss_jordan_steps(at: GaussJordanSteps) -> Frame {
    let step = at.step;
    let (operations, tables) = tables();
    let (table, count) = (&tables[step], operations.len());
    let last = step.checked_sub(1).map(|k| operations[k]);
    let state = match last {
        None => "The table is [A | I].".into(),
        Some(operation) if step == count => format!(
            "Operation {step} of {count}, {}: the table is [I | A⁻¹].",
            said(operation)
        ),
        Some(operation) => format!("Operation {step} of {count}, {}.", said(operation)),
    };
    let framed = last.map_or("Nothing is framed yet.".into(), |operation| {
        let (changed, pivot) = rows(operation);
        let changed: Vec<String> = changed
            .iter()
            .map(|row| format!("row {}", row + 1))
            .collect();
        let changed = changed.join(" and ");
        let pivot = pivot + 1;
        format!(
            "Framed are {changed}, which the operation changed, and the pivot in row {pivot} and \
             column {pivot}. It belongs to the way {}.",
            phase(operation)
        )
    });
    let n = table.nrows();
    let listed: Vec<String> = table
        .rows()
        .into_iter()
        .map(|row| {
            let numbers: Vec<String> = row.iter().map(|&x| decimal(x)).collect();
            format!("{} | {}", numbers[..n].join(", "), numbers[n..].join(", "))
        })
        .collect();
    Frame::new(
        "From [A | I] to [I | A⁻¹] by row operations",
        drawn(table, last, step == count),
    )
    .describe(format!(
        "A table of {n} rows and {} columns with an upright line in its middle. Its rows are {}. \
         {state} {framed}",
        2 * n,
        listed.join("; "),
    ))
    .state(state)
}

fn drawn(table: &Matrix, last: Option<RowOperation>, at_the_end: bool) -> Panel {
    let n = table.nrows();
    let mut block = Block::of(table).cells(CELL).bracketed();
    for row in 0..n {
        block = block.row_named(row, format!("row {}", row + 1));
    }
    if let Some(operation) = last {
        let (changed, pivot) = rows(operation);
        for row in changed {
            block = block.mark_row(row, Two);
        }
        block = block.mark_cell(pivot, pivot, One);
    }
    let mut panel = Panel::sheet(WIDTH, 270.0);
    let [width, height] = block.size();
    let (left, top) = ((WIDTH - width) / 2.0, 38.0);
    panel.block([left, top], &block);
    let middle = left + block.middle();
    let bar = Ink.width(1.5).opacity(0.6);
    panel.segment([middle, top], [middle, top + height], &bar);
    let names = match last {
        None => ["$*A*$", "$*I*$"],
        Some(_) if at_the_end => ["$*I*$", "$*A*^{-1}$"],
        Some(_) => ["", ""],
    };
    let half = CELL[0] * n as f64 / 2.0;
    for (side, name) in [-half, half].into_iter().zip(names) {
        let name = Label::new(name).size(19.0);
        panel.label([middle + side, 18.0], Centre, name);
    }
    let lines = match last {
        None => [
            Label::new("before the first operation"),
            "the largest number of column 1 becomes the first pivot".into(),
        ],
        Some(operation) => [Two.label(said(operation)), Label::new(phase(operation))],
    };
    let [operation, phase] = lines;
    let below = top + height + 28.0;
    panel.label([middle, below], Centre, operation.size(19.0));
    panel.label([WIDTH / 2.0, below + 30.0], Centre, phase);
    if last.is_some() {
        let key = Label::new("framed: changed rows, and the pivot");
        panel.label([WIDTH / 2.0, below + 56.0], Centre, key);
    }
    panel
}
