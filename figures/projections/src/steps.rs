//! Gram–Schmidt on two columns, step by step.

use drawing::prelude::*;
use mlmath::projections::project_onto_line;
use mlmath::vectors::{norm_l2, unit};

/// Where the columns can be.
const PLANE: [[f64; 2]; 2] = [[-1.0, 3.0], [-1.0, 3.0]];

/// A column shorter than this has no direction to speak of.
const SHORT: f64 = 0.4;

parameters! {
    /// Two columns, and how many steps have been taken.
    pub struct Columns {
        a1: point("$*a*_1$", PLANE, 0.5, [2.0, 1.0]),
        a2: point("$*a*_2$", PLANE, 0.5, [0.5, 2.5]),
        step: steps("steps", 3, 2, 0.5),
    }
}

/// Two columns, and what the steps so far have made of them.
pub fn gram_schmidt_steps(Columns { a1, a2, step }: Columns) -> Frame {
    let [first, second] = [a1, a2].map(vector);
    let q1 = unit(&first).ok();
    let shadow = q1.as_ref().and_then(|q| project_onto_line(&second, q).ok());
    let left = shadow.as_ref().map(|shadow| &second - shadow);
    let q2 = left
        .as_ref()
        .filter(|left| norm_l2(left) > TOLERANCE)
        .and_then(|left| unit(left).ok());

    let mut panel = Panel::plane(WIDTH, [-2.4, 3.8], [-2.0, 3.6]);
    panel.bare_plane_axes("", "");
    panel.circle(ORIGIN, 1.0, Ink.width(1.0).opacity(0.5));
    if let (true, Some(q)) = (step > 0, &q1) {
        panel.line_through(ORIGIN, q, Ink.width(1.0).dashed());
    }
    panel.arrow(ORIGIN, a1, One.width(2.0).opacity(0.7));
    panel.arrow(ORIGIN, a2, Two.width(2.0).opacity(0.7));
    if let (true, Some(shadow), Some(left)) = (step > 1, &shadow, &left) {
        panel.segment(a2, shadow, Four.width(2.0).dashed());
        panel.arrow(ORIGIN, left, Two.width(4.0));
        if norm_l2(left) > SHORT && norm_l2(shadow) > SHORT {
            panel.right_angle(shadow, a2, ORIGIN, 10.0);
        }
    }
    if let (true, Some(q)) = (step > 0, &q1) {
        panel
            .arrow(ORIGIN, q, Three.width(5.0))
            .right(0.6, "$*q*_1$");
    }
    if let (true, Some(q)) = (step > 2, &q2) {
        panel
            .arrow(ORIGIN, q, Three.width(5.0))
            .left(0.6, "$*q*_2$");
    }
    panel.handle(a1, One);
    panel.handle(a2, Two);
    panel.label(a1, SouthEast, One.name("$*a*_1$").gap(11.0));
    panel.label(a2, NorthEast, Two.name("$*a*_2$").gap(11.0));

    let lines = match (step, &q1, &shadow, &left, &q2) {
        (0, ..) => [
            "Two columns, and the circle".to_owned(),
            "of length 1".to_owned(),
        ],
        (_, None, ..) => [
            "The first column is 0".to_owned(),
            "and has no direction".to_owned(),
        ],
        (1, Some(q), ..) => [
            "The first column gets length 1:".to_owned(),
            format!("q₁ = {}", pair(q)),
        ],
        (2, _, Some(shadow), Some(left), _) => [
            format!("The second column loses its shadow {}:", pair(shadow)),
            format!("{} is left", pair(left)),
        ],
        (_, _, _, _, Some(q)) => [
            "What is left gets length 1:".to_owned(),
            format!("q₂ = {}", pair(q)),
        ],
        _ => [
            "Nothing is left:".to_owned(),
            "the columns lie on one line".to_owned(),
        ],
    };
    let said = lines.join(" ");
    let mut words = Panel::sheet(WIDTH, 56.0);
    words.lines_of_text([14.0, 28.0], East, 24.0, lines);
    let state = format!("a₁ = {}, a₂ = {}. Step {step}: {said}.", pair(a1), pair(a2));
    Frame::new("Gram–Schmidt, step by step", Drawing::stack([panel, words]))
        .describe(format!(
            "The plane with the circle of radius 1 and two arrows from the origin, the columns. In \
             step 1 a thick arrow of length 1 appears along the first column, with its line \
             dashed. In step 2 a dashed segment leads from the second column to its shadow on that \
             line, and a thick arrow from the origin shows what is left of it, at a right angle to \
             the line. In step 3 that gets length 1. {state}"
        ))
        .state(state)
}
