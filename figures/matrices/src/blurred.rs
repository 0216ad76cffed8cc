//! A line of a digit, and what the blur makes of it.

use drawing::prelude::*;
use mlmath::data::first_digit;
use mlmath::matrices::{blur, times_vector};

/// The lines of the digit, by the words of the choice.
const LINES: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// The widths of the two panels, and the height of the rows of matrices.
const WIDTHS: [f64; 2] = [144.0, 366.0];
const HIGH: f64 = 22.0;

parameters! {
    /// The line that is blurred.
    pub struct Line {
        line: choice("line", &LINES).first(3),
    }
}

/// A digit, and one of its lines times the blur.
pub fn blurred_line(Line { line }: Line) -> Frame {
    let (digit, b) = (first_digit(), blur(8));
    let x = digit.row(line).to_owned();
    let product = times_vector(&b, &x).expect("8 pixels");
    let shades = Shades::sequential(0.0, 16.0).colours(Ink, Ink);

    let image = Block::empty(8, 8).cells([16.0; 2]).heat(&digit, shades);
    let image = image.mark_row(line, Two).named("digit");
    let name = Two.label(format!("line {}", line + 1));
    let picture = [image.into(), Piece::text(30.0, [name])];

    let written = |&entry: &f64| match entry {
        0.5 => "½".into(),
        0.25 => "¼".into(),
        _ => "·".into(),
    };
    let weights = Block::labelled(8, 8, b.iter().map(written).collect());
    let weights = weights.cells([HIGH; 2]).named("$*B*$").bracketed();
    let weights = weights.heat(&b, Shades::sequential(0.0, 0.5).for_numbers());
    let column = |x: &Vector, wide: f64, name: Label| {
        let x = x.clone().insert_axis(Axis(1));
        let block = Block::of(&x)
            .cells([wide, HIGH])
            .heat(&x, shades.for_numbers());
        Piece::from(block.named(name).bracketed())
    };
    let row = vec![
        weights.into(),
        Piece::Space(8.0, 0.0),
        column(&x, 34.0, Two.label("$*x*$")),
        Piece::sign("="),
        column(&product, 46.0, Three.label("$*Bx*$")),
    ];
    let panels = [
        Panel::stack(WIDTHS[0], picture),
        Panel::stack(WIDTHS[1], [Piece::Row(row)]),
    ];

    let [x, product] = [x, product].map(|x| tuple(&x));
    let state = format!("Line {}: {x} becomes {product}.", line + 1);
    let lines = digit.rows().into_iter().map(|row| listed(row.iter()));
    Frame::new("A line of a digit, blurred", Drawing::beside(panels))
        .describe(format!(
            "Left, a handwritten 0 of 8 by 8 pixels in shades, from 0 for paper to 16 for ink: {}. \
             One of its lines is framed. Right, the blur B, 8 × 8 with ½ on the diagonal, ¼ beside \
             it and 0 elsewhere, times this line x as a column, and the product Bx. {state}",
            joined(lines, "; ")
        ))
        .state(state)
}
