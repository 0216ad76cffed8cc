//! Elimination and back substitution, one stage after the other.

use drawing::prelude::*;

/// The number of unknowns.
pub const N: usize = 3;

/// The system whose first pivot is small, with its right-hand side.
fn system() -> Matrix {
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
#[derive(Clone)]
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

impl Stage {
    fn next(&self, rows: Vec<usize>, step: String) -> Stage {
        let rounded = Vec::new();
        Stage {
            rows,
            step,
            rounded,
            ..self.clone()
        }
    }
}

/// All stages of elimination and back substitution, each operation rounded by
/// `round`, with the largest pivot of the column or with what stands there.
pub fn stages(largest_pivot: bool, round: impl Fn(f64) -> f64) -> Vec<Stage> {
    let largest = |system: &Matrix| system.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let start = Stage {
        largest: largest(&system()),
        system: system(),
        x: [None; N],
        pivots: 0,
        rows: Vec::new(),
        rounded: Vec::new(),
        step: "the system".into(),
    };
    let mut stages = vec![start];
    for k in 0..N - 1 {
        let before = &stages[stages.len() - 1];
        stages.push(with_pivot(before, k, largest_pivot));
        for i in k + 1..N {
            let before = &stages[stages.len() - 1];
            let mut after = subtracted(before, i, k, &round);
            after.largest = before.largest.max(largest(&after.system));
            stages.push(after);
        }
    }
    for i in (0..N).rev() {
        let before = &stages[stages.len() - 1];
        stages.push(substituted(before, i, &round));
    }
    stages
}

/// The stage in which the pivot of column k has been chosen.
fn with_pivot(before: &Stage, k: usize, largest: bool) -> Stage {
    let size = |i: usize| before.system[[i, k]].abs();
    // The first of the largest.
    let row = (k + 1..N).fold(k, |best, i| if size(i) > size(best) { i } else { best });
    let chosen = if largest { row } else { k };
    let pivot = written(before.system[[chosen, k]]);
    let step = if chosen == k {
        format!("the pivot {pivot} of row {} stays", k + 1)
    } else {
        let (upper, lower) = (k + 1, chosen + 1);
        format!("swap rows {upper} and {lower}, the pivot is {pivot}")
    };
    let rows = if chosen == k {
        Vec::new()
    } else {
        vec![k, chosen]
    };
    let mut after = before.next(rows, step);
    for j in 0..=N {
        after.system.swap([k, j], [chosen, j]);
    }
    after.pivots = k + 1;
    after
}

/// The stage in which a multiple of row k has been taken from row i.
fn subtracted(before: &Stage, i: usize, k: usize, round: impl Fn(f64) -> f64) -> Stage {
    let system = &before.system;
    let factor = round(system[[i, k]] / system[[k, k]]);
    let sign = if factor < 0.0 { '+' } else { '−' };
    let times = written(factor.abs());
    let step = format!("row {} {sign} {times} · row {}", i + 1, k + 1);
    let mut after = before.next(vec![i], step);
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
fn substituted(before: &Stage, i: usize, round: impl Fn(f64) -> f64) -> Stage {
    let row = before.system.row(i);
    let known = |j: usize| before.x[j].expect("found before");
    let rest = (i + 1..N).fold(row[N], |sum, j| round(sum - round(row[j] * known(j))));
    let value = round(rest / row[i]);
    let [rest, pivot, found] = [rest, row[i], value].map(written);
    let pivot = if row[i] < 0.0 {
        format!("({pivot})")
    } else {
        pivot
    };
    let step = format!("row {0} gives $x_{0} = {rest} / {pivot} = {found}$", i + 1);
    let mut after = before.next(vec![i], step);
    after.x[i] = Some(value);
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use mlmath::linear_systems::solve;
    use ndarray::s;

    #[test]
    fn three_digits_are_kept() {
        for (x, rounded) in [
            (1001.0, 1000.0),
            (-1006.0, -1010.0),
            (0.0012345, 0.00123),
            (0.0, 0.0),
            (3.6666, 3.67),
        ] {
            assert_eq!(three_digits(x), rounded);
        }
    }

    #[test]
    fn without_rounding_both_ways_find_the_solution_of_the_book() {
        let a = system().slice(s![.., ..N]).to_owned();
        let x = solve(&a, &system().column(N).to_owned()).expect("invertible");
        for largest_pivot in [false, true] {
            let stages = stages(largest_pivot, |x| x);
            let found = stages[stages.len() - 1].x.map(|x| x.expect("found"));
            for i in 0..N {
                assert!((x[i] - SOLUTION[i]).abs() < 1e-12, "{x}");
                // Small pivots cost digits here, too.
                assert!((found[i] - x[i]).abs() < 1e-11, "{found:?}");
            }
        }
    }

    #[test]
    fn in_three_digits_only_the_largest_pivots_find_it() {
        let end = |largest_pivot: bool| {
            let mut stages = stages(largest_pivot, three_digits);
            stages.pop().expect("stages")
        };
        let [small, large] = [end(false), end(true)];
        assert_eq!(large.x.map(Option::unwrap), SOLUTION);
        assert_eq!(small.x.map(Option::unwrap), [0.0, 2.0, 3.0]);
        assert_eq!([small.largest, large.largest], [3010.0, 10.0]);
    }
}
