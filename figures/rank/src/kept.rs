//! Directions of the input and of the output: kept, lost, and never reached.

use super::four_by_three;
use drawing::prelude::*;
use mlmath::rank::rank;

/// A cell stands for one direction.
const SIDE: f64 = 40.0;
const TOP: f64 = 66.0;
const LEFT: [f64; 2] = [148.0, 332.0];

/// Beside which edge a set of cells is named, its first cell and their number, on
/// which side, in which colour, and its name.
type Set = (f64, usize, usize, Place, Colour, [&'static str; 2]);

/// A 4×3 matrix of rank 2, one cell a dimension.
pub fn kept_and_lost() -> Frame {
    let a = four_by_three();
    let (m, n) = a.dim();
    let rank = rank(&a, TOLERANCE).expect("finite numbers");
    let mut panel = Panel::sheet(WIDTH, TOP + SIDE * m as f64 + 36.0);
    let cell = |side: usize, k: usize| {
        let [x, y] = [LEFT[side], TOP + SIDE * k as f64];
        [[x, y], [x + SIDE, y + SIDE]]
    };
    for (side, count) in [(0, n), (1, m)] {
        for k in 0..count {
            let [from, to] = cell(side, k);
            let style = match (k < rank, side) {
                (true, _) => Three.width(1.75).filled(0.3),
                (false, 0) => Two.width(1.75).filled(0.12),
                (false, _) => Ink.width(1.5).dashed(),
            };
            panel.rectangle(from, to, 3.0, style);
        }
        let middle = LEFT[side] + SIDE / 2.0;
        let words = [["input", "$\u{211d}^3$"], ["output", "$\u{211d}^4$"]][side];
        let lines = words.map(|line| Label::new(line).heavy().gap(0.0));
        panel.lines_of_text([middle, TOP - 34.0], Centre, 22.0, lines);
    }
    for k in 0..rank {
        let [from, to] = [cell(0, k)[1], cell(1, k)[0]];
        let y = TOP + SIDE * (k as f64 + 0.5);
        panel.arrow([from[0] + 4.0, y], [to[0] - 4.0, y], Three.width(2.5));
    }
    let lost = TOP + SIDE * (rank as f64 + 0.5);
    let end = (LEFT[0] + SIDE + LEFT[1]) / 2.0;
    let from = [LEFT[0] + SIDE + 4.0, lost];
    panel.arrow(from, [end, lost], Two.width(2.5).dashed());
    panel.label([end, lost], East, Two.name("$*0*$"));

    let middle = |first: usize, count: usize| TOP + SIDE * (first as f64 + count as f64 / 2.0);
    let text = |panel: &mut Panel, x: f64, y: f64, place: Place, lines: [Label; 2]| {
        panel.lines_of_text([x, y], place, 22.0, lines);
    };
    let sets: [Set; 4] = [
        (LEFT[0], 0, rank, West, Three, ["rank: 2", "kept"]),
        (LEFT[0], rank, n - rank, West, Two, ["$N(*A*)$: 1", "lost"]),
        (
            LEFT[1] + SIDE,
            0,
            rank,
            East,
            Three,
            ["$C(*A*)$: 2", "reached"],
        ),
        (
            LEFT[1] + SIDE,
            rank,
            m - rank,
            East,
            Ink,
            ["4 − 2", "never reached"],
        ),
    ];
    for (x, first, count, place, colour, lines) in sets {
        let lines = lines.map(|line| colour.label(line).gap(12.0));
        text(&mut panel, x, middle(first, count), place, lines);
    }
    let below = TOP + SIDE * m as f64 + 20.0;
    panel.label([end, below], Centre, "rank + dim $N(*A*)$ = 2 + 1 = 3");
    Frame::new("What a matrix keeps, loses and never reaches", panel).describe(format!(
        "Two columns of cells, one a direction: {n} of the input on the left, {m} of the output on \
         the right. Arrows lead from the first {rank} cells of the input to the first {rank} of \
         the output: these directions are kept, and they reach the column space. An arrow from the \
         last cell of the input, the null space, ends at 0: this direction is lost. The last {} \
         cells of the output, dashed, are never reached.",
        m - rank
    ))
}
