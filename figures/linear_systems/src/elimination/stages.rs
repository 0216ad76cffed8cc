//! Elimination and back substitution, one stage after the other.

use drawing::prelude::*;

/// The number of unknowns.
pub const N: usize = 3;

/// The system whose first pivot is small, with its right-hand side.
pub fn system() -> Matrix {
    array![
        [0.001, 1.0, -1.0, -0.999],
        [1.0, 4.0, 1.0, 7.0],
        [3.0, 1.0, 3.0, 10.0]
    ]
}

/// Its solution.
pub const SOLUTION: [f64; N] = [1.0, 1.0, 2.0];

/// The nearest number with three significant digits.
pub fn three_digits(x: f64) -> f64 {
    // The formatter rounds correctly.
    format!("{x:.2e}").parse().expect("a number")
}

/// A number of at most three digits as a reader expects it.
pub fn written(x: f64) -> String {
    format!("{}", x + 0.0).replace('-', "−")
}

/// The system after some steps, and what the last step was.
#[derive(Clone, Default)]
pub struct Stage {
    pub system: Matrix,
    pub x: [Option<f64>; N],
    pub pivots: usize,
    /// The rows that the step changed or used, and the entries it rounded.
    pub rows: Vec<usize>,
    pub rounded: Vec<[usize; 2]>,
    /// The largest entry so far, without its sign.
    pub largest: f64,
    /// The step in words, as markup of a label.
    pub step: String,
}

/// All stages of elimination and back substitution, each operation rounded by
/// `round`, with the largest pivot of the column or with what stands there.
pub fn stages(largest_pivot: bool, round: impl Fn(f64) -> f64) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut reached = |mut stage: Stage| {
        let largest = stage.system.iter().map(|x| x.abs()).fold(0.0, f64::max);
        stage.largest = largest.max(stage.largest);
        stages.push(stage.clone());
        stage
    };
    let mut now = Stage {
        system: system(),
        ..Stage::default()
    };
    let first = now.pivot_row(0, largest_pivot);
    now.step = format!("the system; the pivot is in row {}", first + 1);
    now.rows = vec![first];
    now = reached(now);
    for k in 0..N - 1 {
        now = reached(now.with_pivot(k, largest_pivot));
        for i in k + 1..N {
            now = reached(now.subtracted(i, k, &round));
        }
    }
    for i in (0..N).rev() {
        now = reached(now.substituted(i, &round));
    }
    stages
}

impl Stage {
    fn next(&self, rows: Vec<usize>, step: String) -> Stage {
        Stage {
            rows,
            step,
            rounded: Vec::new(),
            ..self.clone()
        }
    }

    /// The row of the pivot of column k: the first of the largest, or row k.
    fn pivot_row(&self, k: usize, largest: bool) -> usize {
        let size = |i: usize| self.system[[i, k]].abs();
        let row = (k + 1..N).fold(k, |best, i| if size(i) > size(best) { i } else { best });
        if largest { row } else { k }
    }

    /// The stage in which the pivot of column k has been chosen.
    fn with_pivot(&self, k: usize, largest: bool) -> Stage {
        let chosen = self.pivot_row(k, largest);
        let pivot = written(self.system[[chosen, k]]);
        let (upper, lower) = (k + 1, chosen + 1);
        let mut after = match chosen == k {
            true => self.next(
                Vec::new(),
                format!("the pivot {pivot} of row {upper} stays"),
            ),
            false => {
                let step = format!("swap rows {upper} and {lower}, the pivot is {pivot}");
                self.next(vec![k, chosen], step)
            }
        };
        for j in 0..=N {
            after.system.swap([k, j], [chosen, j]);
        }
        after.pivots = k + 1;
        after
    }

    /// The stage in which a multiple of row k has been taken from row i.
    fn subtracted(&self, i: usize, k: usize, round: impl Fn(f64) -> f64) -> Stage {
        let system = &self.system;
        let factor = round(system[[i, k]] / system[[k, k]]);
        let sign = if factor < 0.0 { '+' } else { '−' };
        let times = written(factor.abs());
        let step = format!("row {} {sign} {times} · row {}", i + 1, k + 1);
        let mut after = self.next(vec![i], step);
        after.system[[i, k]] = 0.0;
        for j in k + 1..=N {
            let exact = system[[i, j]] - factor * system[[k, j]];
            let entry = round(system[[i, j]] - round(factor * system[[k, j]]));
            after.system[[i, j]] = entry;
            if (entry - exact).abs() > 1e-9 * exact.abs() {
                after.rounded.push([i, j]);
            }
        }
        if i == N - 1 && k == N - 2 {
            after.pivots = N;
        }
        after
    }

    /// The stage in which the unknown of row i has been found from those below.
    fn substituted(&self, i: usize, round: impl Fn(f64) -> f64) -> Stage {
        let row = self.system.row(i);
        let known = |j: usize| self.x[j].expect("found before");
        let rest = (i + 1..N).fold(row[N], |sum, j| round(sum - round(row[j] * known(j))));
        let value = round(rest / row[i]);
        let [rest, pivot, found] = [rest, row[i], value].map(written);
        let pivot = match row[i] < 0.0 {
            true => format!("({pivot})"),
            false => pivot,
        };
        let step = format!("row {0} gives $x_{0} = {rest} / {pivot} = {found}$", i + 1);
        let mut after = self.next(vec![i], step);
        after.x[i] = Some(value);
        after
    }
}
