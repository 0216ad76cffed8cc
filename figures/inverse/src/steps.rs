//! Gauss–Jordan elimination, operation by operation.

use drawing::prelude::*;
use mlmath::inverse::{RowOperation, row_operations};
use mlmath::matrices::identity;
use ndarray::concatenate;

/// The size of a cell of the table.
const CELL: [f64; 2] = [62.0, 42.0];

parameters! {
    /// How many row operations have been made.
    pub struct Operations {
        step: steps("row operations", stages().len() - 1, 0, 0.5),
    }
}

/// The table after an operation, or before the first.
struct Stage {
    table: Matrix,
    /// The operation in words, its rows counted from 1.
    said: String,
    /// The rows that it has changed, and the row of the pivot, which is also its column.
    changed: Vec<usize>,
    pivot: Option<usize>,
    /// What it is for: first zeros are made below the pivots, then above.
    phase: &'static str,
}

const DOWNWARDS: &str = "downwards: zeros below the pivots";
const UPWARDS: &str = "upwards: zeros above the pivots, and pivots of 1";

/// [A | I], and the table after each operation.
fn stages() -> Vec<Stage> {
    let a = array![[1.0, 1.0, 2.0], [2.0, 1.0, 2.0], [-1.0, 0.0, 1.0]];
    let operations = row_operations(&a).expect("a matrix with an inverse");
    let mut stages = vec![Stage {
        table: concatenate![Axis(1), a, identity(3)],
        said: "before the first operation".into(),
        changed: Vec::new(),
        pivot: None,
        phase: "the largest number of column 1 becomes the first pivot",
    }];
    for operation in operations {
        let mut table = stages[stages.len() - 1].table.clone();
        operation.apply(&mut table);
        stages.push(Stage::after(operation, table));
    }
    stages
}

impl Stage {
    fn after(operation: RowOperation, table: Matrix) -> Stage {
        let row_of = |row: usize| format!("row {}", row + 1);
        let (said, changed, pivot, phase) = match operation {
            RowOperation::Exchange { rows: [i, k] } => {
                let said = format!("{} ↔ {}", row_of(i), row_of(k));
                (said, vec![i, k], i, DOWNWARDS)
            }
            RowOperation::Divide { row, by } => {
                let said = format!("{} ÷ {}", row_of(row), decimal(by));
                (said, vec![row], row, UPWARDS)
            }
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
                let said = format!("{} {sign} {times}{}", row_of(from), row_of(row));
                let phase = if from < row { UPWARDS } else { DOWNWARDS };
                (said, vec![from], row, phase)
            }
        };
        Stage {
            table,
            said,
            changed,
            pivot: Some(pivot),
            phase,
        }
    }
}

/// [A | I] becomes [I | A⁻¹].
pub fn gauss_jordan_steps(Operations { step }: Operations) -> Frame {
    let stages = stages();
    let (stage, last) = (&stages[step], stages.len() - 1);
    let Stage { said, phase, .. } = stage;
    let state = match step {
        0 => "The table is [A | I].".into(),
        _ if step == last => {
            format!("Operation {step} of {last}, {said}: the table is [I | A⁻¹].")
        }
        _ => format!("Operation {step} of {last}, {said}."),
    };
    let framed = stage.pivot.map_or("Nothing is framed yet.".into(), |pivot| {
        let changed = stage.changed.iter().map(|row| format!("row {}", row + 1));
        let (changed, pivot) = (joined(changed, " and "), pivot + 1);
        format!(
            "Framed are {changed}, which the operation changed, and the pivot in row {pivot} and \
             column {pivot}. It belongs to the way {phase}."
        )
    });
    let n = stage.table.nrows();
    let row = |row: Vec<f64>| format!("{} | {}", listed(&row[..n]), listed(&row[n..]));
    let rows = stage.table.rows().into_iter().map(|x| row(x.to_vec()));
    let (rows, columns) = (joined(rows, "; "), 2 * n);
    let names = match step {
        0 => ["$*A*$", "$*I*$"],
        _ if step == last => ["$*I*$", "$*A*^{-1}$"],
        _ => ["", ""],
    };
    let panel = drawn(stage, names);
    Frame::new("From [A | I] to [I | A⁻¹] by row operations", panel)
        .describe(format!(
            "A table of {n} rows and {columns} columns with an upright line in its middle. Its \
             rows are {rows}. {state} {framed}"
        ))
        .state(state)
}

fn drawn(stage: &Stage, names: [&str; 2]) -> Panel {
    let n = stage.table.nrows();
    let mut block = Block::of(&stage.table).cells(CELL).bracketed();
    for row in 0..n {
        block = block.row_named(row, format!("row {}", row + 1));
    }
    for &row in &stage.changed {
        block = block.mark_row(row, Two);
    }
    let mut colour = Ink;
    let mut lines = vec![stage.phase];
    if let Some(pivot) = stage.pivot {
        block = block.mark_cell(pivot, pivot, One);
        colour = Two;
        lines.push("framed: changed rows, and the pivot");
    }
    let mut panel = Panel::sheet(WIDTH, 270.0);
    let [width, height] = block.size();
    let (left, top) = ((WIDTH - width) / 2.0, 38.0);
    panel.block([left, top], &block);
    let middle = left + block.middle();
    let bar = Ink.width(1.5).opacity(0.6);
    panel.segment([middle, top], [middle, top + height], bar);
    let half = CELL[0] * n as f64 / 2.0;
    for (side, name) in [-half, half].into_iter().zip(names) {
        panel.label([middle + side, 18.0], Centre, Label::new(name).size(19.0));
    }
    let below = top + height + 28.0;
    panel.label(
        [middle, below],
        Centre,
        colour.label(&stage.said).size(19.0),
    );
    let at = [WIDTH / 2.0, below + 17.0 + 13.0 * lines.len() as f64];
    panel.lines_of_text(at, Centre, 26.0, lines);
    panel
}
