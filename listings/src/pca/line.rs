use super::{PcaError, centre};
use crate::matrix_multiplication::dot;
use crate::vectors::unit;
use crate::{Matrix, Vector};

/// How far the rows spread along the line through their mean in direction w, and
/// by how much they miss it: sums of squares.
///
/// Shapes: X of shape n×d and w of dimension d, at least 1 row. Cost: 8nd
/// operations.
///
/// # Errors
///
/// [`PcaError::Data`] if X is empty or not finite.
///
/// # Panics
///
/// If w is zero, not finite, or of another dimension.
///
/// ```
/// use mlmath::{pca::spread_and_misses, prelude::*};
///
/// let x = array![[2.0, 1.0], [-2.0, 1.0], [0.0, -2.0]];
/// assert_eq!(spread_and_misses(&x, &array![3.0, 0.0])?, (8.0, 6.0));
/// # Ok::<(), mlmath::pca::PcaError>(())
/// ```
///
/// Source: Pearson, *On Lines and Planes of Closest Fit* (1901).
#[track_caller]
pub fn spread_and_misses(x: &Matrix, w: &Vector) -> Result<(f64, f64), PcaError> {
    let w = unit(w).expect("a direction");
    let (mut spread, mut misses) = (0.0, 0.0);
    for row in centre(x)?.0.rows() {
        let row = row.to_owned();
        let along = dot(&w, &row);
        let miss = &row - along * &w;
        spread += along * along;
        misses += dot(&miss, &miss);
    }
    Ok((spread, misses))
}
