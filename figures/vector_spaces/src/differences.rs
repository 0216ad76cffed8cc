//! A parabola through three points of x³, and the fourth point that it misses.

use drawing::prelude::*;
use mlmath::vector_spaces::{Membership, membership};

/// What is seen.
const SEEN: [[f64; 2]; 2] = [[-2.2, 2.2], [-9.0, 9.0]];
const HEIGHT: f64 = 250.0;

parameters! {
    /// The first place, and the step to each of the next.
    pub struct Places {
        first: slider("first place", [-2.0, 0.0], 0.25, -1.0),
        step: slider("step", [0.25, 0.65], 0.05, 0.65),
    }
}

/// The witness of the cubic at four places a step apart, from powers 1, x and x²
/// at 0, 1, 2, 3: other places are combinations of these columns.
pub(crate) fn witness() -> [f64; 4] {
    let powers = [0, 1, 2].map(|k| [0, 1, 2, 3].map(|x: i128| x.pow(k)).to_vec());
    match membership(&powers, &[0, 1, 8, 27]) {
        Ok(Membership::Outside(y)) => [0, 1, 2, 3].map(|k| y[k] as f64),
        other => unreachable!("x³ is no parabola: {other:?}"),
    }
}

/// The parabola through three points, by Newton's differences.
fn parabola(x: [f64; 3], y: [f64; 3]) -> impl Fn(f64) -> f64 {
    let slopes = [0, 1].map(|k| (y[k + 1] - y[k]) / (x[k + 1] - x[k]));
    let bend = (slopes[1] - slopes[0]) / (x[2] - x[0]);
    move |z| y[0] + (z - x[0]) * (slopes[0] + (z - x[1]) * bend)
}

/// x³ and the parabola through three of its points.
pub fn a_parabola_never_catches_a_cubic(Places { first, step }: Places) -> Frame {
    let places = [0.0, 1.0, 2.0, 3.0].map(|k| first + k * step);
    let values = places.map(|x| x.powi(3));
    let through = parabola(
        [places[0], places[1], places[2]],
        [values[0], values[1], values[2]],
    );
    let at_fourth = [places[3], through(places[3])];
    let with: f64 = witness().iter().zip(values).map(|(y_i, v)| y_i * v).sum();

    let mut panel = Panel::chart(WIDTH, HEIGHT, SEEN[0], SEEN[1]);
    panel.chart_axes("$x$", "");
    panel.graph(&through, Two.width(2.5).dashed());
    panel.graph(|x| x.powi(3), One.width(2.5));
    panel.segment(at_fourth, [places[3], values[3]], Ink.width(2.5));
    let points = [0, 1, 2, 3].map(|k| [places[k], values[k]]);
    panel.scatter(&points, Circle, 5.5, One.full());
    panel.scatter(&[at_fourth], Square, 5.5, Two.full());
    let legend = [
        (Key::Line(One.width(2.5)), One.label("$x^3$")),
        (Key::Line(Two.width(2.5).dashed()), Two.label("parabola")),
    ];
    panel.legend([-1.0, 8.7], legend);

    let y = witness();
    let state = format!(
        "Places {}: the witness {} gives {} with x³, by which the parabola misses the fourth.",
        joined(places.map(decimal), ", "),
        tuple(&y),
        rounded(with, 3)
    );
    Frame::new("A parabola through three points of a cubic", panel)
        .describe(format!(
            "The curve of x³, solid, with four points a step apart, and the parabola through the \
             first three of them, dashed. At the fourth place the parabola has another value, \
             marked by a square and joined to the curve. {state}"
        ))
        .state(state)
}
