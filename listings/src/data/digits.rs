use crate::Matrix;

/// A line for each image: a sign for each of its 64 pixels, a space, the digit.
const LINES: &str = include_str!("digits.txt");

/// The shades from 0 to 16 are written 0 to 9 and a to g.
const SHADES: u32 = 17;

const PIXELS: usize = 64;

/// The first image by itself: what needs no other one does not carry them all.
const FIRST: [u8; PIXELS] = {
    let mut first = [0; PIXELS];
    let mut p = 0;
    while p < PIXELS {
        first[p] = LINES.as_bytes()[p];
        p += 1;
    }
    first
};

/// 1797 handwritten digits by 13 people.
#[derive(Debug, Clone, PartialEq)]
pub struct Digits {
    /// The data matrix, 1797×64: a row for each image, which holds the lines
    /// of 8 pixels one after the other, from 0 for paper to 16 for ink.
    pub x: Matrix,
    /// The digit of each row, from 0 to 9.
    pub y: Vec<usize>,
}

impl Digits {
    /// Image k, counted from 0, as an 8×8 matrix.
    ///
    /// # Panics
    ///
    /// If there is no image k.
    pub fn image(&self, k: usize) -> Matrix {
        Matrix::from_shape_fn((8, 8), |(i, j)| self.x[[k, 8 * i + j]])
    }
}

/// The test set of the Optical Recognition of Handwritten Digits, in its order.
///
/// Shapes: the data matrix is 1797×64, and there are 1797 labels. Cost: a text
/// of 119 KB is parsed at each call.
///
/// ```
/// use mlmath::{data::digits, prelude::*};
///
/// let digits = digits();
/// assert_eq!(digits.x.dim(), (1797, 64));
/// assert_eq!(digits.y[..3], [0, 1, 2]);
/// assert_eq!(digits.image(0).row(3), array![0.0, 4.0, 12.0, 0.0, 0.0, 8.0, 8.0, 0.0]);
/// ```
///
/// Source: Alpaydin and Kaynak, *Optical Recognition of Handwritten Digits*
/// (1998), UCI Machine Learning Repository.
pub fn digits() -> Digits {
    let mut entries = Vec::new();
    let mut y = Vec::new();
    for line in LINES.lines() {
        let (pixels, digit) = line.split_once(' ').expect("pixels and a digit");
        entries.extend(pixels.chars().map(shade));
        y.push(digit.parse().expect("a digit"));
    }
    let x = Matrix::from_shape_vec((y.len(), PIXELS), entries).expect("64 pixels a line");
    Digits { x, y }
}

/// The first image of [`digits`], a 0, without the others: 8×8.
///
/// ```
/// use mlmath::data::{digits, first_digit};
///
/// assert_eq!(first_digit(), digits().image(0));
/// ```
///
/// Source: as [`digits`].
pub fn first_digit() -> Matrix {
    Matrix::from_shape_fn((8, 8), |(i, j)| shade(char::from(FIRST[8 * i + j])))
}

fn shade(sign: char) -> f64 {
    f64::from(sign.to_digit(SHADES).expect("a shade from 0 to g"))
}
