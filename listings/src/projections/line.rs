use super::ProjectionError;
use super::errors::{check_vector, in_range};
use crate::Vector;
use crate::matrix_multiplication::dot;
use crate::vectors::{norm_inf, norm_l2, scale, unit};

/// The projection of b on the line through the origin along a: its nearest point.
///
/// It is (aᵀb/aᵀa)a, computed as (uᵀb)u with the unit vector u of a, so that no
/// square leaves the range of f64. Shapes: a and b of dimension n give dimension n.
/// Cost: that of a unit vector, and 3n operations.
///
/// # Errors
///
/// [`ProjectionError::NoDirection`] if a is zero or not finite;
/// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`] for
/// b; [`ProjectionError::Overflow`].
///
/// ```
/// use mlmath::{prelude::*, projections::project_onto_line};
///
/// let p = project_onto_line(&array![1.0, 3.0], &array![4.0, 2.0])?;
/// assert!((p - array![2.0, 1.0]).iter().all(|d| d.abs() < 1e-15));
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 4.2.
pub fn project_onto_line(b: &Vector, a: &Vector) -> Result<Vector, ProjectionError> {
    check_vector(a.len(), b)?;
    let u = unit(a)?;
    let along = dot(&u, b);
    in_range(scale(along, &u))
}

/// The distance of a point x from the hyperplane of all z with wᵀz + c = 0.
///
/// It is |wᵀx + c|/‖w‖. Shapes: x and w of dimension n give a number. Cost: that of
/// a unit vector and a norm, and 2n operations.
///
/// # Errors
///
/// [`ProjectionError::NoDirection`] if w is zero or not finite;
/// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`] for
/// x; [`ProjectionError::Overflow`], also if c is not finite.
///
/// ```
/// use mlmath::{prelude::*, projections::distance_to_hyperplane};
///
/// let d = distance_to_hyperplane(&array![5.0, 2.0], &array![3.0, 4.0], -3.0)?;
/// assert!((d - 4.0).abs() < 1e-15);
/// # Ok::<(), mlmath::projections::ProjectionError>(())
/// ```
///
/// Source: Bishop, *Pattern Recognition and Machine Learning*, section 4.1.1.
pub fn distance_to_hyperplane(x: &Vector, w: &Vector, c: f64) -> Result<f64, ProjectionError> {
    check_vector(w.len(), x)?;
    let direction = unit(w)?;
    let largest = norm_inf(w);
    let offset = c / largest / norm_l2(&(w / largest));
    let distance = (dot(&direction, x) + offset).abs();
    match distance.is_finite() {
        true => Ok(distance),
        false => Err(ProjectionError::Overflow { entry: 0 }),
    }
}
