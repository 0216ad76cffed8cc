//! The figures of chapter 8, Projections and the geometry of data.

use drawing::prelude::*;

mod cosines;
mod diabetes;
mod fit;
mod lost;
mod nearest;
mod steps;
#[cfg(test)]
mod tests;

use cosines::cosines_by_dimension;
use diabetes::diabetes_shadow;
use fit::line_and_shadow;
use lost::lost_right_angles;
use nearest::nearest_on_a_line;
use steps::gram_schmidt_steps;

drawing::figures![
    line_and_shadow,
    nearest_on_a_line,
    diabetes_shadow,
    gram_schmidt_steps,
    lost_right_angles,
    cosines_by_dimension
];

/// What stands before a bracket: −1/6 and not −0.17 where a sixth is meant.
fn sixths(x: f64) -> String {
    let six = (6.0 * x).round();
    if (6.0 * x - six).abs() > TOLERANCE {
        return decimal(x);
    }
    let divisor = [6.0, 3.0, 2.0].into_iter().find(|d| six % d == 0.0);
    let divisor = divisor.unwrap_or(1.0);
    match (six / divisor, 6.0 / divisor) {
        (above, 1.0) => decimal(above),
        (above, below) => format!("{}/{}", decimal(above), decimal(below)),
    }
}

/// A list of three such numbers.
fn triple(x: &Vector) -> String {
    format!("({})", joined(x.iter().map(|&x_i| sixths(x_i)), ", "))
}
