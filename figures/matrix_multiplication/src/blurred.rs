//! A digit, blurred across and down.

use drawing::prelude::*;
use mlmath::data::first_digit;
use mlmath::matrices::{blur, transpose};
use mlmath::matrix_multiplication::matmul;

/// Where a pixel can be: columns across, lines down, counted from 1.
const PIXELS: [[f64; 2]; 2] = [[1.0, 8.0], [1.0, 8.0]];

/// From a picture to the one beside it or below it, in pixels.
const APART: f64 = 12.0;

parameters! {
    /// The pixel that is framed, by its column and its line.
    pub struct Pixel {
        pixel: point("column and line", PIXELS, 1.0, [3.0, 4.0]),
    }
}

/// The digit X and its blurs XBᵀ, BX and BXBᵀ.
pub fn pictures() -> [Matrix; 4] {
    let (x, b) = (first_digit(), blur(8));
    let product = |a: &Matrix, b: &Matrix| matmul(a, b).expect("8×8 both");
    let (across, down) = (product(&x, &transpose(&b)), product(&b, &x));
    let both = product(&down, &transpose(&b));
    [x, across, down, both]
}

/// The digit as it is, blurred across, blurred down, and both.
pub fn blurred_digit(Pixel { pixel }: Pixel) -> Frame {
    let pictures = pictures();
    let [column, line] = pixel.at;
    let values = pictures.each_ref().map(|picture| {
        let value = picture[[line as usize - 1, column as usize - 1]];
        rounded(value, 4)
    });
    let window = [[-1.3, 22.3], [-0.1, 22.4]];
    let mut panel = Panel::picture(WIDTH, window[0], window[1]);
    let names = ["$*X*$", "$*XB*^⊤$", "$*BX*$", "$*BXB*^⊤$"];
    for (k, picture) in pictures.iter().enumerate() {
        let [x, y] = corner(k);
        let shades = Shades::sequential(0.0, 16.0);
        let ends = [[x + 0.5, y + 0.5], [x + 8.5, y + 8.5]];
        panel.heat_map(ends, picture, &shades);
        panel.rectangle(ends[0], ends[1], 0.0, Ink.width(1.0).opacity(0.6));
        let name = Label::new(format!("{}: ${}$", names[k], values[k])).large();
        panel.label([x + 4.5, y + 8.5], South, name);
        for [i, j] in neighbours(k, pixel.at) {
            frame(&mut panel, [x + i, y + j], Two.width(1.5));
        }
        frame(&mut panel, [x + column, y + line], Two.width(4.0));
    }
    let arrow = Ink.width(2.5);
    for y in [4.5, APART + 4.5] {
        let across = panel.arrow([9.2, y], [APART - 0.2, y], arrow);
        across.left(0.5, Label::new("across"));
    }
    for x in [4.5, APART + 4.5] {
        let down = panel.arrow([x, 10.0], [x, APART + 0.2], arrow);
        down.left(0.5, Label::new("down"));
    }
    panel.handle(pixel, Two);

    let [here, across, down, both] = values;
    let (line, column) = (decimal(line), decimal(column));
    let state =
        format!("Line {line}, column {column}: {here}; across {across}, down {down}, both {both}.");
    Frame::new("A digit, blurred across and down", panel)
        .describe(format!(
            "Four pictures of 8 × 8 pixels in a square, the stronger the shade, the larger the \
             number. On the upper left X, a handwritten 0 with sharp edges; an arrow named across \
             leads to its right to XBᵀ, in which the edges run out to the left and the right, and \
             one named down leads below it to BX, in which they run out upwards and downwards. \
             From both an arrow leads to BXBᵀ on the lower right, soft on all sides. One pixel is \
             framed in all four, and thinly the neighbours that its next blur uses. {state}"
        ))
        .state(state)
}

/// The corner of a picture, half a pixel above and to the left of its first.
fn corner(place: usize) -> [f64; 2] {
    [place % 2, place / 2].map(|k| APART * k as f64)
}

/// What the next blur of a pixel uses beside it: to the left and to the right
/// where the way leads across, above and below where it leads down.
fn neighbours(place: usize, [column, line]: [f64; 2]) -> Vec<[f64; 2]> {
    let (across, down) = (place.is_multiple_of(2), place < 2);
    let ways = [
        (across, [-1.0, 0.0]),
        (across, [1.0, 0.0]),
        (down, [0.0, -1.0]),
        (down, [0.0, 1.0]),
    ];
    let ways = ways.into_iter().filter(|(leads, _)| *leads);
    let pixels = ways.map(|(_, [i, j])| [column + i, line + j]);
    let inside = |at: &[f64; 2]| at.iter().all(|k| (1.0..=8.0).contains(k));
    pixels.filter(inside).collect()
}

/// A frame around a pixel.
fn frame(panel: &mut Panel, [x, y]: [f64; 2], style: Style) {
    panel.rectangle([x - 0.5, y - 0.5], [x + 0.5, y + 0.5], 1.0, style);
}
