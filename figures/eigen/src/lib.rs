//! The figures of chapter 9, Eigenvalues and eigenvectors.

use drawing::prelude::*;

mod circle;
mod digit;
mod ellipse;
mod forms;
mod jacobi;
mod orbits;
mod powers;
mod ranks;
#[cfg(test)]
mod tests;
mod weights;

use circle::arrow_and_its_image;
use digit::digit_in_few_terms;
use ellipse::circle_to_ellipse;
use forms::bowl_or_saddle;
use jacobi::towards_a_diagonal;
use orbits::orbits_by_trace_and_determinant;
use powers::towards_one_line;
use ranks::crates_by_rank;
use weights::along_eigenvectors;

drawing::figures![
    arrow_and_its_image,
    towards_one_line,
    crates_by_rank,
    along_eigenvectors,
    bowl_or_saddle,
    circle_to_ellipse,
    digit_in_few_terms,
    towards_a_diagonal,
    orbits_by_trace_and_determinant
];

/// The unit vector at an angle in degrees.
fn at(degrees: f64) -> [f64; 2] {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    [cosine, sine]
}

/// A direction from the right half of the plane, or straight up: of v and −v the
/// one that a picture shows.
fn rightwards([x, y]: [f64; 2]) -> [f64; 2] {
    let leftwards = x < -TOLERANCE || (x < TOLERANCE && y < 0.0);
    // `+ 0.0` turns -0 into 0.
    if leftwards {
        [0.0 - x, 0.0 - y]
    } else {
        [x + 0.0, y + 0.0]
    }
}

/// The point so many times as far from the origin.
fn times(factor: f64, [x, y]: [f64; 2]) -> [f64; 2] {
    [factor * x, factor * y]
}

/// The side of a point that is away from the origin.
fn outwards([x, y]: [f64; 2]) -> Place {
    let steep = y.abs() > 2.0 * x.abs() + TOLERANCE;
    let flat = x.abs() > 2.0 * y.abs() + TOLERANCE;
    match (flat, steep, x > 0.0, y > 0.0) {
        (true, _, true, _) => East,
        (true, _, false, _) => West,
        (_, true, _, true) => North,
        (_, true, _, false) => South,
        (_, _, true, true) => NorthEast,
        (_, _, true, false) => SouthEast,
        (_, _, false, true) => NorthWest,
        (_, _, false, false) => SouthWest,
    }
}
