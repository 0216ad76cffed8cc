//! A matrix of rank 1: whole lines of vectors that it sends to one.

use drawing::prelude::*;
use mlmath::vector_spaces::membership;

/// The entries of the matrix, by rows.
pub(crate) const MATRIX: [[f64; 2]; 2] = [[2.0, 2.0], [1.0, 1.0]];

/// Where x can be, and what is seen before and after.
const SQUARE: [[f64; 2]; 2] = [[-2.0, 2.0]; 2];
const BEFORE: [[f64; 2]; 2] = [[-3.4, 3.4]; 2];
const AFTER: [[f64; 2]; 2] = [[-9.5, 9.5], [-6.5, 6.5]];
const WIDTHS: [f64; 2] = [230.0, 280.0];

parameters! {
    /// The vector that the matrix is applied to.
    pub struct Sent {
        x: point("$*x*$", SQUARE, 0.5, [1.0, 2.0]),
    }
}

/// The null space and a shifted copy of it, and what becomes of them.
pub fn what_a_matrix_cannot_see(Sent { x }: Sent) -> Frame {
    let matrix = of_columns([0, 1].map(|j| MATRIX.map(|row| row[j])));
    let result = image(&matrix, x);
    // What the second column is of the first: the null space is (c, −1).
    let columns = [0, 1].map(|j| MATRIX.map(|row| row[j] as i128).to_vec());
    let same = membership(&columns[..1], &columns[1]);
    assert!(same.is_ok_and(|answer| answer.to_string() == "inside, weights [1]"));
    let silent = [1.0, -1.0];
    let shifted = [x.at[0] + silent[0], x.at[1] + silent[1]];

    let mut before = Panel::plane(WIDTHS[0], BEFORE[0], BEFORE[1]);
    before.title("$*x*$");
    before.bare_plane_axes("", "");
    before.line_through(ORIGIN, MATRIX[1], One.width(2.0));
    before.line_through(ORIGIN, silent, Two.width(3.0));
    before.line_through(x, shifted, Three.width(2.5).dashed());
    before.label([-2.9, -2.9], East, One.label("rows").gap(10.0));
    before.label([2.9, -2.9], West, Two.label("$N(*A*)$").gap(10.0));
    before.handle(x, Three);
    before.label(x, NorthEast, Three.name("$*x*$"));

    let mut after = Panel::plane(WIDTHS[1], AFTER[0], AFTER[1]);
    after.title("$*Ax*$");
    after.bare_plane_axes("", "");
    after.line_through(ORIGIN, [2.0, 1.0], One.width(2.5));
    after.label([-5.0, -2.5], NorthWest, One.label("$C(*A*)$").gap(14.0));
    after.scatter(&[result], Circle, 7.0, Three.full());
    let place = if result[0] < 0.0 {
        SouthEast
    } else {
        NorthWest
    };
    after.label(result, place, Three.name(format!("${}$", pair(result))));

    let is_null = result == ORIGIN;
    let state = match is_null {
        true => format!("A sends {} to (0, 0): it is in the null space.", pair(x)),
        false => format!(
            "A sends {} and all {} + t(1, −1) to {}.",
            pair(x),
            pair(x),
            pair(result)
        ),
    };
    Frame::new(
        "What a matrix of rank 1 cannot see",
        Drawing::beside([before, after]),
    )
    .describe(format!(
        "Two planes. Left, the row space, the line through (1, 1), and across it the null space, \
         the line through (1, −1); the vector x = {} as a point, and through it a dashed line \
         parallel to the null space. Right, the column space, the line through (2, 1), and on it \
         the point Ax = {}. {state}",
        pair(x),
        pair(result)
    ))
    .state(state)
}
