//! A rotation of the plane for each pair.

use mlmath::Vector;
use mlmath::inverse::rotation;
use ndarray::s;

/// The vector x, rotated pair by pair for its position.
///
/// # Panics
///
/// If x has an odd number of entries.
pub fn rotary_embedding(x: &Vector, position: f64) -> Vector {
    let d = x.len();
    assert!(d.is_multiple_of(2), "{d} entries do not make pairs");
    let mut rotated = Vector::zeros(d);
    for first in (0..d).step_by(2) {
        let angle = position * 10_000_f64.powf(-(first as f64) / d as f64);
        let pair = s![first..first + 2];
        rotated
            .slice_mut(pair)
            .assign(&rotation(angle).dot(&x.slice(pair)));
    }
    rotated
}
