//! Elimination in three digits, step by step.

use super::{listed, plain};
use drawing::prelude::*;
use stages::{N, SOLUTION, Stage, stages, three_digits, written};

mod stages;

/// The words of the choice of pivots.
const PIVOTS: [&str; 2] = ["as they come", "of the largest size"];

/// The most steps that are shown.
fn last() -> usize {
    stages(false, three_digits).len() - 1
}

parameters! {
    /// What a reader sets.
    pub struct EliminationSteps {
        pivots: choice("pivots", &PIVOTS),
        steps: steps("steps", last(), last(), 0.8),
    }
}

/// Elimination with a small pivot, and with the largest.
pub fn elimination_steps(at: EliminationSteps) -> Frame {
    let largest_pivot = at.pivots == 1;
    let stages = stages(largest_pivot, three_digits);
    let last = stages.len() - 1;
    let count = at.steps.min(last);
    let stage = &stages[count];
    let start = &stages[0];

    let pieces = in_blocks(stage);
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, 150.0 + height);
    let title = format!("step {count} of {last}");
    panel.label([14.0, 18.0], East, Label::new(title).gap(0.0));
    let step = Label::new(&stage.step).large().heavy().gap(0.0);
    panel.label([132.0, 18.0], East, step);
    panel.row([(WIDTH - width) / 2.0, 38.0], &pieces);
    let note = if stage.rounded.is_empty() {
        ""
    } else {
        "* rounded to three digits in this step"
    };
    panel.label([WIDTH / 2.0, 54.0 + height], Centre, note);
    growth(&mut panel, 86.0 + height, start.largest, stage.largest);

    let plain = plain(&stage.step);
    let x = stage.x.map(|x| x.map_or("?".into(), written)).join(", ");
    let exact = SOLUTION.map(written).join(", ");
    let outcome = match stage.x[0] {
        Some(_) => format!(" In three digits x = ({x}); exactly, x = ({exact})."),
        None => String::new(),
    };
    let state = format!(
        "Step {count} of {last} with the pivots {}: {plain}. The largest entry so far is {}.{outcome}",
        PIVOTS[usize::from(largest_pivot)],
        written(stage.largest)
    );
    let rows: Vec<String> = stage
        .system
        .rows()
        .into_iter()
        .map(|row| listed(row.iter().map(|&x| written(x))))
        .collect();
    Frame::new("Elimination in three significant digits", panel)
        .describe(format!(
            "A system of three equations as a matrix of three rows and four columns, the \
             right-hand side behind a line, after some steps of elimination and back substitution \
             in which every result is rounded to three digits. Its rows are now {}. The pivots \
             found so far are framed: {}. A frame also marks the rows of the step. Beside stand \
             the unknowns found so far, ({x}), and the exact solution, ({exact}). A bar below \
             shows the largest entry on a scale of powers of ten. {state}",
            rows.join("; "),
            stage.pivots,
        ))
        .state(state)
}

/// The system, the unknowns found so far, and the solution.
fn in_blocks(stage: &Stage) -> [Piece; 5] {
    let entry = |(at, &x): ((usize, usize), &f64)| {
        let about = stage.rounded.contains(&[at.0, at.1]);
        let sign = if about { "*" } else { "" };
        Label::new(format!("{}{sign}", written(x)))
    };
    let entries = stage.system.indexed_iter().map(entry).collect();
    let mut system = Block::labelled(N, N + 1, entries)
        .cells([66.0, 36.0])
        .bracketed()
        .augmented(N);
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
        let labels = entries.map(Label::from).to_vec();
        let block = Block::labelled(N, 1, labels).cells([40.0, 36.0]);
        block.bracketed().named(name)
    };
    let found = stage.x.map(|x| x.map_or("?".into(), written));
    let mut found = column(found, "$*x*$");
    if let Some(row) = stage.x.iter().position(Option::is_some) {
        found = found.mark_cell(row, 0, Two);
    }
    [
        Piece::Block(system),
        Piece::Sign("".into()),
        Piece::Block(found),
        Piece::Sign("".into()),
        Piece::Block(column(SOLUTION.map(written), "exact")),
    ]
}

/// A bar from 1 to the largest entry, on a scale of powers of ten.
fn growth(panel: &mut Panel, top: f64, before: f64, now: f64) {
    let (left, right, powers) = (26.0, WIDTH - 40.0, 4);
    let at = |x: f64| left + (right - left) * x.log10() / f64::from(powers);
    let words = Label::new(format!(
        "largest entry so far: {}, at first {}",
        written(now),
        written(before)
    ));
    panel.label([left, top], East, words.gap(0.0));
    let [upper, lower] = [top + 16.0, top + 36.0];
    let bar = One.width(1.5).filled(0.35);
    panel.rectangle([left, upper], [at(now), lower], 0.0, &bar);
    let ink = Ink.width(1.25).opacity(0.6);
    panel.segment([left, lower], [right, lower], &ink);
    for power in 0..=powers {
        let x = at(10f64.powi(power));
        panel.segment([x, lower], [x, lower + 5.0], &ink);
        let label = Label::new(written(10f64.powi(power))).size(15.0);
        panel.label([x, lower + 4.0], South, label);
    }
    let x = at(before);
    panel.segment([x, upper - 5.0], [x, lower], &ink.dashed());
}
