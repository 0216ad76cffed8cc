//! An arrow that goes round, and its image.

use super::{at, times};
use drawing::prelude::*;
use ndarray::arr2;

/// The words of the choice, and the matrices.
const WORDS: [&str; 4] = ["stretch", "slanted", "shear", "quarter turn"];
const MATRICES: [[[f64; 2]; 2]; 4] = [
    [[2.0, 1.0], [1.0, 2.0]],
    [[2.0, 1.0], [0.0, 1.0]],
    [[1.0, 1.0], [0.0, 1.0]],
    [[0.0, -1.0], [1.0, 0.0]],
];

/// The part of the plane that is seen.
const SEEN: [f64; 2] = [-3.3, 3.3];

parameters! {
    /// The direction of a unit vector, and a matrix.
    pub struct Arrow {
        angle: slider("direction of $*v*$", [0.0, 180.0], 1.0, 20.0).unit("°"),
        matrix: choice("matrix", &WORDS),
    }
}

/// The area with a sign that v and Av span, for v at an angle in degrees.
pub fn area(a: &Matrix, degrees: f64) -> f64 {
    let [x, y] = at(degrees);
    let [u, v] = image(a, [x, y]);
    x * v - y * u
}

/// A unit vector and its image, and how far they are from one line.
pub fn arrow_and_its_image(Arrow { angle, matrix }: Arrow) -> Frame {
    let a = arr2(&MATRICES[matrix]);
    let v = at(angle);
    let av = image(&a, v);
    let span = area(&a, angle);
    let lined_up = span.abs() < TOLERANCE;
    let along = v[0] * av[0] + v[1] * av[1];

    let mut plane = Panel::plane(318.0, SEEN, SEEN);
    plane.plane_axes("", "");
    plane.circle(ORIGIN, 1.0, One.width(1.75).dotted());
    plane.polygon(&[ORIGIN, v, av], Six.area(0.16));
    let line = if lined_up {
        Two.width(3.0)
    } else {
        Two.width(1.25)
    };
    plane.line_through(times(-1.0, v), v, line.dashed());
    let turned_left = span > -TOLERANCE;
    let arrow = plane.arrow(ORIGIN, av, Three.width(4.5));
    arrow.beside(turned_left, 0.72, "$*Av*$");
    let arrow = plane.arrow(ORIGIN, v, One.width(3.5));
    arrow.beside(!turned_left, 0.75, "$*v*$");

    let mut chart = Panel::chart(192.0, 284.0 - 54.0, [0.0, 180.0], [-1.4, 1.4]);
    chart.chart_axes("angle of $*v*$ in °", "");
    chart.title("$*v* × *Av*$");
    chart.segment([0.0, 0.0], [180.0, 0.0], Ink.width(1.25));
    chart.graph(|degrees| area(&a, degrees), Six.width(2.5));
    // A hair beyond the ends is at the ends.
    let shown = angle.clamp(0.0, 180.0);
    chart.segment([shown, 0.0], [shown, span], Six.width(1.5).dotted());
    chart.dot([shown, span], 5.5, if lined_up { Two } else { Six });

    let side = match (lined_up, span > 0.0) {
        (true, _) => format!("they are on one line, and Av = {} v", decimal(along)),
        (false, true) => "Av is turned to the left".into(),
        (false, false) => "Av is turned to the right".into(),
    };
    let ([angle, span], [v, av]) = ([angle, span].map(decimal), [v, av].map(pair));
    let state = format!("At {angle}°, v = {v} and Av = {av}; v × Av = {span}: {side}.");
    Frame::new(
        "An arrow on the unit circle, and its image",
        Drawing::beside([plane, chart]),
    )
    .describe(format!(
        "Left, the unit circle, dotted, an arrow v that ends on it, a dashed line through it, and \
         the arrow Av for the matrix {} with the rows {}. The triangle between the arrows is \
         shaded. Right, over the angle of v from 0° to 180°, the curve of v × Av, twice the area \
         of the triangle, positive where Av is to the left of v; it is 0 where both are on one \
         line. {state}",
        WORDS[matrix],
        rows(&a)
    ))
    .state(state)
}
