use crate::Vector;
use crate::vectors::{NoDirection, add, norm_l2, scale, unit};

/// The dot product xᵀy = x₁y₁ + … + xₙyₙ.
///
/// Shapes: x and y of the same dimension n give a number, (1×n)(n×1). Cost: n
/// multiplications and additions.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::dot};
///
/// assert_eq!(dot(&array![3.0, 1.0], &array![1.0, 2.0]), 5.0);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.4.
pub fn dot(x: &Vector, y: &Vector) -> f64 {
    let (m, n) = (x.len(), y.len());
    assert_eq!(m, n, "the vectors have dimensions {m} and {n}");
    x.iter().zip(y).map(|(x_i, y_i)| x_i * y_i).sum()
}

/// The cosine of the angle between x and y: the dot product of their unit
/// vectors, from −1 to 1.
///
/// Shapes: x and y of the same dimension n give a number. Cost: that of two
/// unit vectors and a dot product.
///
/// # Errors
///
/// [`NoDirection`] if x or y is zero, or has an entry that is infinite or NaN.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::cosine_similarity};
///
/// let (x, y) = (array![3.0, 4.0], array![40.0, 30.0]);
/// assert!((cosine_similarity(&x, &y)? - 0.96).abs() < 1e-15);
/// # Ok::<(), mlmath::vectors::NoDirection>(())
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 3.4.
pub fn cosine_similarity(x: &Vector, y: &Vector) -> Result<f64, NoDirection> {
    let cosine = dot(&unit(x)?, &unit(y)?);
    // Rounding may carry it past 1, and then it is the cosine of no angle.
    Ok(cosine.clamp(-1.0, 1.0))
}

/// The angle between x and y, in radians from 0 to π.
///
/// Accurate for small angles too, where the cosine is too flat to tell them
/// apart. Shapes: x and y of the same dimension n give a number. Cost: that of
/// two unit vectors, their sum, their difference and two norms.
///
/// # Errors
///
/// [`NoDirection`] if x or y is zero, or has an entry that is infinite or NaN.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, matrix_multiplication::angle};
///
/// let right_angle = std::f64::consts::FRAC_PI_2;
/// assert_eq!(angle(&array![2.0, 0.0], &array![0.0, 3.0]), Ok(right_angle));
/// ```
///
/// Source: Kahan, *How Futile are Mindless Assessments of Roundoff in
/// Floating-Point Computation?* (2006), section 12.
pub fn angle(x: &Vector, y: &Vector) -> Result<f64, NoDirection> {
    let (u, v) = (unit(x)?, unit(y)?);
    let difference = norm_l2(&add(&u, &scale(-1.0, &v)));
    let sum = norm_l2(&add(&u, &v));
    Ok(2.0 * difference.atan2(sum))
}
