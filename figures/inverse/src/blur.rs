//! A blurred digit, restored where the blur has an inverse.

use drawing::prelude::*;
use mlmath::data::first_digit;
use mlmath::inverse::inverse;
use mlmath::matrices::blur;
use mlmath::matrix_multiplication::{matmul, outer};

/// The words of the choice of a blur.
const BLURS: [&str; 2] = ["½ and two quarters", "the mean of three"];

/// The side of a pixel.
const CELL: f64 = 18.0;

parameters! {
    /// A blur, and how strong the stripes are that are added to the digit.
    pub struct Blurring {
        blur: choice("blur", &BLURS),
        stripes: slider("stripes", [0.0, 8.0], 1.0, 4.0),
    }
}

/// The blur that replaces each of n pixels by the mean of itself and its neighbours.
pub fn mean_of_three(n: usize) -> Matrix {
    Matrix::from_shape_fn((n, n), |(i, j)| match i.abs_diff(j) {
        0 | 1 => 1.0 / 3.0,
        _ => 0.0,
    })
}

/// A digit with stripes that the mean of three makes vanish.
fn striped(strength: f64) -> Matrix {
    let stripes = array![1.0, -1.0, 0.0, 1.0, -1.0, 0.0, 1.0, -1.0];
    first_digit() + strength * &outer(&Vector::ones(8), &stripes)
}

/// MXM, the picture after M, a symmetric matrix, has acted down and across.
fn down_and_across(m: &Matrix, x: &Matrix) -> Matrix {
    let product = |a: &Matrix, b: &Matrix| matmul(a, b).expect("two shapes 8 × 8");
    product(&product(m, x), m)
}

/// A digit with stripes, blurred, and undone if the blur has an inverse.
pub fn undo_a_blur(
    Blurring {
        blur: choice,
        stripes,
    }: Blurring,
) -> Frame {
    let matrix = if choice == 0 {
        blur(8)
    } else {
        mean_of_three(8)
    };
    let picture = striped(stripes);
    let blurred = down_and_across(&matrix, &picture);
    let back = inverse(&matrix).ok();
    let undone = back.map(|back| down_and_across(&back, &blurred));
    let (state, end) = match (&undone, stripes == 0.0) {
        (Some(_), true) => (
            "No stripes: B⁻¹ makes the digit of the blurred picture.".into(),
            "the third is the first again",
        ),
        (Some(_), false) => (
            format!(
                "Stripes of {stripes}: the blurred picture shows them weakened, and B⁻¹ brings \
                 everything back."
            ),
            "the third is the first again, stripes and all",
        ),
        (None, true) => (
            "No stripes: but the blurred picture would be the same with them, and there is no way \
             back."
                .into(),
            "the third is empty, with a question mark",
        ),
        (None, false) => (
            format!(
                "Stripes of {stripes}: the blurred picture is the same as without them, and there \
                 is no way back."
            ),
            "the third is empty, with a question mark",
        ),
    };
    let shades = Shades::sequential(0.0, 16.0);
    let shown = |name: &str, matrix: &Matrix| {
        let block = Block::empty(8, 8).cells([CELL, CELL]);
        Piece::from(block.heat(matrix, shades).named(name))
    };
    let third = match &undone {
        Some(undone) => shown("undone", undone),
        None => {
            let empty = Block::labelled(1, 1, vec![Label::new("?").size(40.0)]);
            let empty = empty.cells([8.0 * CELL, 8.0 * CELL]);
            Piece::from(empty.named("no inverse"))
        }
    };
    let pieces = vec![
        shown("picture", &picture),
        Piece::sign("→"),
        shown("blurred", &blurred),
        Piece::sign("→"),
        third,
    ];
    Frame::new(
        "A digit, blurred, and undone",
        Panel::stack(WIDTH, [Piece::Row(pieces)]),
    )
    .describe(format!(
        "Three pictures of 8 times 8 pixels in shades. The first is a handwritten 0 with upright \
         stripes of strength {stripes}; the second is blurred down and across, each pixel by {}; \
         {end}.",
        ["half of itself and a quarter of each neighbour", BLURS[1]][choice]
    ))
    .state(state)
}
