//! What comes back of a digit that was blurred and rounded.

use drawing::prelude::*;
use mlmath::data::first_digit;
use mlmath::inverse::{inverse, operator_norm_inf};
use mlmath::matrices::blur;
use mlmath::matrix_multiplication::matmul;

/// The words of the choices.
const BLURS: [&str; 2] = ["across", "down and across"];
const STEPS: [&str; 5] = ["whole greys", "halves", "quarters", "eighths", "sixteenths"];

/// The darkest grey.
const INK: f64 = 16.0;

parameters! {
    /// How a digit is blurred, and to what it is rounded.
    pub struct Rounding {
        blur: choice("blur", &BLURS).first(1),
        steps: choice("rounded to", &STEPS),
    }
}

fn largest(a: &Matrix) -> f64 {
    a.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
}

/// The first digit, the same blurred and rounded, and that undone.
pub fn undone_no_more(Rounding { blur: way, steps }: Rounding) -> Frame {
    let digit = first_digit();
    let b = blur(digit.nrows());
    let undo = inverse(&b).expect("a blur that can be undone");
    let times = |a: &Matrix, b: &Matrix| matmul(a, b).expect("8 x 8 and 8 x 8");
    let both = |a: &Matrix, x: &Matrix| match way {
        0 => times(x, a),
        _ => times(&times(a, x), a),
    };
    let blurred = both(&b, &digit);
    let parts = f64::from(1 << steps);
    let rounded_to = blurred.mapv(|grey| (parts * grey).round() / parts);
    let undone = both(&undo, &rounded_to);

    let off = largest(&(&rounded_to - &blurred));
    let error = largest(&(&undone - &digit));
    let norm = operator_norm_inf(&undo).powi(if way == 0 { 1 } else { 2 });
    let [by, error, bound] = [off, error, norm * off].map(said);

    let in_range = Shades::sequential(0.0, INK);
    let block = |x: &Matrix, shades: Shades, words: &str| {
        let block = Block::empty(x.nrows(), x.ncols()).cells([18.0; 2]);
        block.heat(x, shades).shaped(Label::new(words))
    };
    // Up to rounding, or a 0 that comes back would be hatched.
    let shown = undone.mapv(|grey| (grey * 1e6).round() / 1e6 + 0.0);
    let mut last = block(&shown, Shades::diverging(INK), "undone");
    for ((i, j), _) in shown.indexed_iter().filter(|(_, grey)| **grey > INK) {
        last = last.mark_cell(i, j, Three);
    }
    let count = |outside: fn(f64) -> bool| shown.iter().filter(|grey| outside(**grey)).count();
    let [below, above] = [count(|grey| grey < 0.0), count(|grey| grey > INK)];
    let space = || Piece::Space(20.0, 0.0);
    let row = Piece::Row(vec![
        block(&digit, in_range, "digit").into(),
        space(),
        block(&rounded_to, in_range, "blurred and rounded").into(),
        space(),
        last.into(),
    ]);
    let notes = Piece::text(22.0, ["undone: hatched below 0, framed above 16"]);
    let panel = Panel::stack(WIDTH, [row, Piece::Space(0.0, 6.0), notes]);

    let (way, words) = (BLURS[way], STEPS[steps]);
    let capital = words[..1].to_uppercase() + &words[1..];
    let state =
        format!("{capital}: rounded by {by} at most, undone off by {error}; the bound is {bound}.");
    Frame::new("A digit, blurred and rounded, then undone", panel)
        .describe(format!(
            "Three pictures of 8 by 8 pixels beside each other, 0 for paper and 16 for ink: a \
             handwritten 0; the same, blurred {way} and rounded to {words}; and that with the blur \
             undone. In the last, {below} pixels are below 0 and {above} above 16. {state}"
        ))
        .state(state)
}

/// A number of greys, 0 where only rounding in f64 is left.
fn said(x: f64) -> String {
    rounded(
        if x < TOLERANCE { 0.0 } else { x },
        if x < 1.0 { 3 } else { 1 },
    )
}
