//! A large matrix beside two thin factors, to scale.

use drawing::prelude::*;

/// Rows and columns of the matrix, and how long they are on the sheet.
const SIZE: f64 = 4096.0;
const SIDE: f64 = 150.0;

/// Inner sizes.
const RANKS: [usize; 5] = [8, 64, 512, 1024, 2048];
const WORDS: [&str; 5] = ["8", "64", "512", "1024", "2048"];

/// A strip thinner than this would not be seen.
const THINNEST: f64 = 1.0;

parameters! {
    /// The inner size.
    pub struct Inner {
        rank: choice("$r$", &WORDS),
    }
}

/// The numbers in both factors, and in the matrix.
pub fn counts(rank: usize) -> [usize; 2] {
    let size = SIZE as usize;
    [2 * rank * size, size * size]
}

/// W beside C and R, whose product has its shape.
pub fn low_rank_update(Inner { rank }: Inner) -> Frame {
    let rank = RANKS[rank];
    let [factors, all] = counts(rank);
    let thin = (SIDE * rank as f64 / SIZE).max(THINNEST);
    let mut panel = Panel::sheet(WIDTH, SIDE + 118.0);
    let top = 40.0;
    let lefts = [30.0, 236.0, 340.0];
    let block = |panel: &mut Panel, left: f64, size: [f64; 2], colour: Colour| {
        let style = colour.width(1.25).filled(0.35);
        panel.rectangle([left, top], [left + size[0], top + size[1]], 0.0, style);
    };
    block(&mut panel, lefts[0], [SIDE, SIDE], Six);
    block(&mut panel, lefts[1], [thin, SIDE], Three);
    block(&mut panel, lefts[2], [SIDE, thin], Three);
    let plus = [(lefts[0] + SIDE + lefts[1]) / 2.0, top + SIDE / 2.0];
    panel.label(plus, Centre, Label::new("$+$").size(25.0));
    let names = [
        (lefts[0] + SIDE / 2.0, Six, "$*W*$"),
        (lefts[1] + thin / 2.0, Three, "$*C*$"),
        (lefts[2] + SIDE / 2.0, Three, "$*R*$"),
    ];
    for (x, colour, name) in names {
        panel.label([x, top], North, colour.name(name));
    }
    let shapes = [
        (lefts[0] + SIDE / 2.0, top + SIDE, "4096 × 4096".to_owned()),
        (lefts[1] + thin / 2.0, top + SIDE, format!("4096 × {rank}")),
        (lefts[2] + SIDE / 2.0, top + thin, format!("{rank} × 4096")),
    ];
    for (x, y, shape) in shapes {
        panel.label([x, y], South, shape);
    }
    let share = factors as f64 / all as f64;
    let words = format!("{} of {} numbers", grouped(factors), grouped(all));
    let share = match share < 0.1 {
        true => format!("{} %", rounded(100.0 * share, 3)),
        false => format!("{:.0} %", 100.0 * share),
    };
    let lines = [
        Label::new(words.clone()),
        Three.label(format!("trained: {share}")).heavy(),
    ];
    panel.lines_of_text([WIDTH / 2.0, top + SIDE + 54.0], Centre, 24.0, lines);
    let state = format!("r = {rank}: {words} are trained, {share}.");
    Frame::new("A matrix and two thin factors, to scale", panel)
        .describe(format!(
            "A square for W, with 4096 rows and columns, plus an upright strip for C, as high as \
             W, times a strip for R, as wide as W; their thickness is r, at the same scale, but at \
             least as much as can be seen. {state}"
        ))
        .state(state)
}

/// A whole number with a thin space after each thousand.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (k, digit) in digits.chars().enumerate() {
        if k > 0 && (digits.len() - k).is_multiple_of(3) {
            grouped.push('\u{2009}');
        }
        grouped.push(digit);
    }
    grouped
}
