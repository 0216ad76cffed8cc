//! A picture is a row of 64 greys, line after line.

use mlmath::inverse::{InverseError, inverse};
use mlmath::matrices::blur;
use mlmath::prelude::*;

/// The pictures, one a row, blurred and rounded to whole greys; and these, undone.
///
/// # Errors
///
/// Those of the inverse of the blur; there are none.
pub fn restored_digits(x: &Matrix) -> Result<[Matrix; 2], InverseError> {
    let b = blur(8);
    let undo = inverse(&b)?;
    let rounded = changed(x, |picture| b.dot(&picture).dot(&b).mapv(f64::round));
    let restored = changed(&rounded, |picture| undo.dot(&picture).dot(&undo));
    Ok([rounded, restored])
}

/// Each row, stood up as a picture of 8 lines, after a change.
fn changed(x: &Matrix, change: impl Fn(Matrix) -> Matrix) -> Matrix {
    let mut pictures = x.clone();
    for mut row in pictures.rows_mut() {
        let picture = Matrix::from_shape_fn((8, 8), |(i, j)| row[8 * i + j]);
        row.assign(&change(picture).iter().copied().collect::<Vector>());
    }
    pictures
}
