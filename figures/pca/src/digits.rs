//! A picture rebuilt from the components of 1797 digits.

use drawing::prelude::*;
use mlmath::data::digits;
use mlmath::pca::Pca;
use mlmath::vectors::norm_l2;
use std::sync::LazyLock;

/// What can be rebuilt: the first ten images show 0 to 9 in this order, and two
/// pictures show no digit.
const PICTURES: [&str; 12] = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "cross",
    "chessboard",
];

/// How many components there are before rounding alone is left.
const RANK: usize = 61;

/// The side of a pixel.
const CELL: f64 = 19.0;

/// The mean, the components and the first ten digits: the same at each redraw.
static DIGITS: LazyLock<(Pca, Matrix)> = LazyLock::new(|| {
    let x = digits().x;
    let pca = Pca::fit_covariance(&x, RANK).expect("1797 digits");
    (pca, x.slice(ndarray::s![..10, ..]).to_owned())
});

parameters! {
    /// A picture, and how many components it is rebuilt from.
    pub struct Rebuilding {
        picture: choice("picture", &PICTURES).first(3),
        k: slider("$k$", [0.0, 61.0], 1.0, 20.0),
    }
}

/// A picture in 64 pixels.
pub fn picture(which: usize) -> Vector {
    let ink = |on: fn(usize, usize) -> bool| {
        Vector::from_shape_fn(64, |p| if on(p / 8, p % 8) { 16.0 } else { 0.0 })
    };
    match which {
        10 => ink(|i, j| i == j || i + j == 7),
        11 => ink(|i, j| (i + j) % 2 == 1),
        digit => DIGITS.1.row(digit).to_owned(),
    }
}

/// What the first k components make of a picture, and by which part of its
/// distance from the mean they miss it.
pub fn rebuilt(x: &Vector, k: usize) -> (Vector, f64) {
    let mean = &DIGITS.0.mean;
    let v = DIGITS.0.components.slice(ndarray::s![.., ..k]);
    let centred = x - mean;
    let part = v.dot(&v.t().dot(&centred));
    let missed = norm_l2(&(&centred - &part)) / norm_l2(&centred);
    (part + mean, missed)
}

/// A picture, what k components make of it, and what is missing.
pub fn rebuilt_digit(Rebuilding { picture: which, k }: Rebuilding) -> Frame {
    let x = picture(which);
    let k = k as usize;
    let (new, missed) = rebuilt(&x, k);
    let as_picture = |x: &Vector| Matrix::from_shape_fn((8, 8), |(i, j)| x[8 * i + j]);
    let shown = |name: &str, x: &Vector, shades: Shades| {
        let block = Block::empty(8, 8).cells([CELL, CELL]);
        Piece::from(block.heat(&as_picture(x), shades).named(name))
    };
    let grey = Shades::sequential(0.0, 16.0);
    let clipped = new.mapv(|shade| shade.clamp(0.0, 16.0));
    let pieces = vec![
        shown("picture", &x, grey),
        Piece::sign("→"),
        shown("rebuilt", &clipped, grey),
        Piece::Space(14.0, 0.0),
        shown("missing", &(&x - &new), Shades::diverging(16.0)),
    ];
    let name = PICTURES[which];
    let state = format!(
        "{name}, from {k} components: {} % of its distance from the mean are missing.",
        rounded(100.0 * missed, 0)
    );
    Frame::new(
        "A picture rebuilt from k components",
        Panel::stack(WIDTH, [Piece::Row(pieces)]),
    )
    .describe(format!(
        "Three pictures of 8 times 8 pixels. The first shows {}; the second what the mean of 1797 \
         digits and their first {k} components make of it; the third the difference, where ink \
         that is missing is in one colour, and ink that is too much in another, hatched. {state}",
        match which {
            10 => "a cross of both diagonals".to_owned(),
            11 => "a chessboard".to_owned(),
            digit => format!("a handwritten {digit}"),
        }
    ))
    .state(state)
}
