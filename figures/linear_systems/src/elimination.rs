//! Elimination in three digits, step by step.

use super::plain;
use drawing::prelude::*;
use stages::{N, SOLUTION, Stage, stages, three_digits, written};

pub mod stages;

/// The words of the choice of pivots.
const PIVOTS: [&str; 2] = ["as they come", "of the largest size"];

parameters! {
    /// Which pivots are taken, and how many steps have been made.
    pub struct Elimination {
        pivots: choice("pivots", &PIVOTS),
        steps: steps("steps", last(), 0, 0.8),
    }
}

/// The most steps that are shown.
fn last() -> usize {
    stages(false, three_digits).len() - 1
}

/// Elimination with a small pivot, and with the largest.
pub fn elimination_steps(Elimination { pivots, steps }: Elimination) -> Frame {
    let stages = stages(pivots == 1, three_digits);
    let (stage, last) = (&stages[steps], stages.len() - 1);

    let [above, below] = [38.0, 112.0].map(|height| Piece::Space(0.0, height));
    let mut panel = Panel::stack(WIDTH, [above, in_blocks(stage), below]);
    let height = panel.size()[1] - 150.0;
    let title = format!("step {steps} of {last}");
    panel.label([14.0, 18.0], East, Label::new(title).gap(0.0));
    let step = Label::new(&stage.step).large().heavy().gap(0.0);
    panel.label([132.0, 18.0], East, step);
    if !stage.rounded.is_empty() {
        let note = "* rounded to three digits in this step";
        panel.label([WIDTH / 2.0, 54.0 + height], Centre, note);
    }
    growth(&mut panel, 86.0 + height, stages[0].largest, stage.largest);

    let x = joined(stage.x.map(|x| x.map_or("?".into(), written)), ", ");
    let exact = joined(SOLUTION.map(written), ", ");
    let outcome = match stage.x[0] {
        Some(_) => format!(" In three digits x = ({x}); exactly, x = ({exact})."),
        None => String::new(),
    };
    let (step, largest, ways) = (plain(&stage.step), written(stage.largest), PIVOTS[pivots]);
    let state = format!(
        "Step {steps} of {last} with the pivots {ways}: {step}. The largest entry so far is \
         {largest}.{outcome}"
    );
    let row = |row: &[f64]| joined(row.iter().map(|&x| written(x)), ", ");
    let rows = stage.system.rows().into_iter().map(|x| row(&x.to_vec()));
    let (rows, pivots) = (joined(rows, "; "), stage.pivots);
    Frame::new("Elimination in three significant digits", panel)
        .describe(format!(
            "A system of three equations as a matrix of three rows and four columns, the \
             right-hand side behind a line, after some steps of elimination and back substitution \
             in which every result is rounded to three digits. Its rows are now {rows}. The pivots \
             found so far are framed: {pivots}. A frame also marks the rows of the step. Beside \
             stand the unknowns found so far, ({x}), and the exact solution, ({exact}). A bar \
             below shows the largest entry on a scale of powers of ten. {state}"
        ))
        .state(state)
}

/// The system, the unknowns found so far, and the solution.
fn in_blocks(stage: &Stage) -> Piece {
    let entry = |((i, j), &x): ((usize, usize), &f64)| {
        let sign = if stage.rounded.contains(&[i, j]) {
            "*"
        } else {
            ""
        };
        Label::new(written(x) + sign)
    };
    let entries = stage.system.indexed_iter().map(entry).collect();
    let mut system = Block::labelled(N, N + 1, entries).cells([66.0, 36.0]);
    for i in 0..N {
        system = system.row_named(i, format!("row {}", i + 1));
    }
    for &row in &stage.rows {
        system = system.mark_row(row, Two);
    }
    for k in 0..stage.pivots {
        system = system.mark_cell(k, k, Three);
    }
    let column = |entries: [String; N], name: &str| {
        let block = Block::labelled(N, 1, entries.map(Label::from).to_vec());
        block.cells([40.0, 36.0]).bracketed().named(name)
    };
    let mut found = column(stage.x.map(|x| x.map_or("?".into(), written)), "$*x*$");
    if let Some(row) = stage.x.iter().position(Option::is_some) {
        found = found.mark_cell(row, 0, Two);
    }
    let space = || Piece::Sign("".into());
    Piece::Row(vec![
        system.bracketed().augmented(N).into(),
        space(),
        found.into(),
        space(),
        column(SOLUTION.map(written), "exact").into(),
    ])
}

/// A bar from 1 to the largest entry, on a scale of powers of ten.
fn growth(panel: &mut Panel, top: f64, before: f64, now: f64) {
    let (left, right) = (26.0, WIDTH - 40.0);
    let at = |x: f64| left + (right - left) * x.log10() / 4.0;
    let [first, largest] = [before, now].map(written);
    let words = format!("largest entry so far: {largest}, at first {first}");
    panel.label([left, top], East, Label::new(words).gap(0.0));
    let [upper, lower] = [top + 16.0, top + 36.0];
    let bar = One.width(1.5).filled(0.35);
    panel.rectangle([left, upper], [at(now), lower], 0.0, bar);
    let ink = Ink.width(1.25).opacity(0.6);
    panel.segment([left, lower], [right, lower], ink);
    for power in [1.0, 10.0, 100.0, 1000.0, 10000.0] {
        let x = at(power);
        panel.segment([x, lower], [x, lower + 5.0], ink);
        let label = Label::new(written(power)).size(15.0);
        panel.label([x, lower + 4.0], South, label);
    }
    let x = at(before);
    panel.segment([x, upper - 5.0], [x, lower], ink.dashed());
}
