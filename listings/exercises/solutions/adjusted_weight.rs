//! The weight of one feature beside the others, as the slope between two residuals.

use mlmath::projections::{ProjectionError, Qr, least_squares};
use mlmath::{Matrix, Vector};
use ndarray::Axis;

/// The weight of column j in a least squares fit to y by all columns of X.
///
/// # Errors
///
/// Those of [`Qr::new`], [`Qr::project`] and [`least_squares`].
pub fn adjusted_weight(x: &Matrix, y: &Vector, j: usize) -> Result<f64, ProjectionError> {
    let others: Vec<usize> = (0..x.ncols()).filter(|&k| k != j).collect();
    let qr = Qr::new(&x.select(Axis(1), &others))?;
    let column = x.column(j).to_owned();
    let rest = &column - &qr.project(&column)?;
    // Rounding may have made all of it: then the columns are dependent.
    Qr::new(x)?.project(y)?;
    let slope = least_squares(&rest.insert_axis(Axis(1)), &(y - &qr.project(y)?))?;
    Ok(slope[0])
}
