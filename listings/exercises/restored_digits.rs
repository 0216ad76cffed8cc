//! Undo the blur of pictures that were rounded, to see what comes back.
//!
//! A picture is a row of 64 greys, line after line. Stood up as a matrix X of
//! 8 lines, it is blurred down and across by BXB, with the B of `blur(8)`.

use mlmath::Matrix;
use mlmath::inverse::InverseError;

/// The pictures, one a row, blurred and rounded to whole greys; and these, undone.
pub fn restored_digits(x: &Matrix) -> Result<[Matrix; 2], InverseError> {
    todo!("stand each row up, and multiply it from both sides")
}

/// What the harness asks of the function.
pub fn check(restored_digits: fn(&Matrix) -> Result<[Matrix; 2], InverseError>) {
    use mlmath::matrices::blur;

    // One dark pixel in line 2 and column 3: 16 becomes 4 and, around it, 2 and 1.
    let mut x = Matrix::zeros((1, 64));
    x[[0, 8 * 2 + 3]] = 16.0;
    let [rounded, restored] = restored_digits(&x).expect("the blur can be undone");
    for (at, grey) in [(19, 4.0), (18, 2.0), (27, 2.0), (10, 1.0), (40, 0.0)] {
        assert_eq!(rounded[[0, at]], grey, "pixel {at} of a blurred dot");
    }
    let off = (&restored - &x)
        .iter()
        .fold(0.0, |most: f64, x| most.max(x.abs()));
    assert!(
        off < 1e-9,
        "nothing was rounded, and the dot is missed by {off}"
    );

    // With digits, something is: what is undone has the rounded picture as its blur.
    let x = mlmath::data::digits().x;
    let [rounded, restored] = restored_digits(&x).expect("the blur can be undone");
    assert!(
        rounded.iter().all(|grey| grey.fract() == 0.0),
        "whole greys"
    );
    for (before, after) in restored.rows().into_iter().zip(rounded.rows()) {
        let picture = Matrix::from_shape_fn((8, 8), |(i, j)| before[8 * i + j]);
        let again = blur(8).dot(&picture).dot(&blur(8));
        for (grey, expected) in again.iter().zip(after) {
            assert!(
                (grey - expected).abs() < 1e-9,
                "blurred once more: {grey}, not {expected}"
            );
        }
    }
}
