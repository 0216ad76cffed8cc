//! The four readings of one product side by side, before the first step.

use super::built::Built;
use super::built::Reading;
use super::{READINGS, equation, mark};
use drawing::prelude::*;

/// Cells so small that all four products stand where later one calculation does.
const CELL: [f64; 2] = [12.0, 12.0];

/// For each reading small boxes A, B and AB: framed is what its first step uses,
/// and what it builds.
pub fn overview(width: f64, height: f64) -> Panel {
    let mut panel = Panel::sheet(width, height);
    let rule = Ink.width(1.0).opacity(0.4);
    let (half_width, half_height) = (width / 2.0, height / 2.0);
    panel.segment([half_width, 4.0], [half_width, height - 4.0], rule);
    panel.segment([4.0, half_height], [width - 4.0, half_height], rule);
    for (place, (reading, name)) in Reading::ALL.into_iter().zip(READINGS).enumerate() {
        let left = half_width * (place % 2) as f64;
        let y = half_height * ((place / 2) as f64 + 0.5);
        let lines: Vec<_> = name.split(' ').collect();
        let lines = lines.iter().map(|&line| Label::new(line).heavy().gap(0.0));
        panel.lines_of_text([left + 12.0, y], East, 19.0, lines);
        panel.piece([left + 178.0, y], &boxes(&Built::new(reading, 0)));
    }
    panel
}

/// A B = AB without numbers.
fn boxes(built: &Built) -> Piece {
    let (m, n, p) = built.dim();
    let parts = built.parts(0);
    let block = |k: usize, rows: usize, columns: usize, colour: Colour| {
        mark(Block::empty(rows, columns).cells(CELL), parts[k], colour)
    };
    equation(
        [
            block(0, m, n, One),
            block(1, n, p, Two),
            block(2, m, p, Three),
        ],
        8.0,
    )
}
