use super::gram;
use crate::matrices::{add, identity, scale};
use crate::matrix_multiplication::outer;
use crate::vectors::{NoDirection, unit};
use crate::{Matrix, Vector};

/// The rotation of the plane by an angle θ, in radians, anticlockwise.
///
/// Shapes: 2×2. Cost: a sine and a cosine.
///
/// ```
/// use mlmath::{inverse::rotation, prelude::*};
///
/// let quarter_turn = rotation(std::f64::consts::FRAC_PI_2);
/// let difference = quarter_turn - array![[0.0, -1.0], [1.0, 0.0]];
/// assert!(difference.iter().all(|d| d.abs() < 1e-16));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 4.4.
pub fn rotation(theta: f64) -> Matrix {
    let (sine, cosine) = theta.sin_cos();
    ndarray::array![[cosine, -sine], [sine, cosine]]
}

/// The reflection I − 2uuᵀ, u the unit vector of the normal: it turns the
/// normal around and leaves all that is orthogonal to it.
///
/// Shapes: a normal of dimension n gives n×n. Cost: n² multiplications and
/// subtractions.
///
/// # Errors
///
/// [`NoDirection`] if the normal is zero, or has an entry that is infinite or
/// NaN.
///
/// ```
/// use mlmath::{inverse::reflection, prelude::*};
///
/// let exchange = array![[1.0, 0.0], [0.0, -1.0]];
/// assert_eq!(reflection(&array![0.0, 3.0]), Ok(exchange));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 5.1.
pub fn reflection(normal: &Vector) -> Result<Matrix, NoDirection> {
    let u = unit(normal)?;
    let change = scale(-2.0, &outer(&u, &u));
    Ok(add(&identity(u.len()), &change).expect("two shapes n×n"))
}

/// Whether Q is square and no entry of QᵀQ is further from that of I than the
/// tolerance, such as 1e-12.
///
/// Shapes: any m×n. Cost: that of a Gram matrix.
///
/// ```
/// use mlmath::{inverse::{is_orthogonal, rotation}, prelude::*};
///
/// assert!(is_orthogonal(&rotation(1.0), 1e-15));
/// assert!(!is_orthogonal(&array![[1.0, 1.0], [0.0, 1.0]], 1e-15));
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.1.
pub fn is_orthogonal(q: &Matrix, tolerance: f64) -> bool {
    let difference = gram(q) - identity(q.ncols());
    q.nrows() == q.ncols() && difference.iter().all(|d| d.abs() <= tolerance)
}
