//! The points of a line, and how far each is from b.

use drawing::prelude::*;
use mlmath::projections::project_onto_line;
use mlmath::vectors::{distance, scale};

/// The direction of the line.
const A: [f64; 2] = [4.0, 2.0];

/// Where b can be.
const PLANE: [[f64; 2]; 2] = [[-1.0, 5.0], [-1.0, 3.0]];

parameters! {
    /// A point beside a line, and a point of the line.
    pub struct Shadow {
        b: point("$*b*$", PLANE, 0.5, [1.0, 3.0]),
        t: slider("$t$", [-0.25, 1.25], 0.05, 0.25),
    }
}

/// b, its shadow on the line of a, and another point of the line.
pub fn nearest_on_a_line(Shadow { b, t }: Shadow) -> Frame {
    let [a, at_b] = [vector(A), vector(b)];
    let shadow = project_onto_line(&at_b, &a).expect("a direction");
    let other = scale(t, &a);
    let [near, far, between] = [
        distance(&at_b, &shadow),
        distance(&at_b, &other),
        distance(&shadow, &other),
    ];

    let mut panel = Panel::plane(WIDTH, [-1.6, 5.6], [-1.4, 3.6]);
    panel.plane_axes("$x_1$", "$x_2$");
    panel.line_through(ORIGIN, A, Ink.width(1.5));
    panel.arrow(ORIGIN, A, Ink.width(3.0));
    panel.label(A, NorthWest, Label::new("$*a*$").large().gap(11.0));
    if far > TOLERANCE {
        panel.segment(b, &other, Four.width(2.5).dashed());
    }
    if between > TOLERANCE {
        panel.segment(&shadow, &other, Three.width(5.0).opacity(0.6));
    }
    if near > TOLERANCE {
        panel.segment(b, &shadow, Two.width(2.5));
        panel.right_angle(&shadow, b, ORIGIN, 11.0);
    }
    panel.arrow(ORIGIN, b, One.width(3.0));
    panel.scatter(&[xy(&shadow)], Circle, 5.0, Two.full());
    panel.scatter(&[xy(&other)], Square, 5.0, Four.full());
    panel.handle(b, One);
    let left = [-A[1], A[0]];
    let above = at_b[0] * left[0] + at_b[1] * left[1] > 0.0;
    let below = if above { SouthEast } else { NorthWest };
    panel.label(&shadow, below, Two.name("$*p*$"));
    panel.label(
        b,
        if above { NorthWest } else { SouthEast },
        One.name("$*b*$").gap(11.0),
    );

    let mut sheet = Panel::sheet(WIDTH, 44.0);
    let squares = [far, near, between].map(|d| decimal(d * d));
    let [whole, first, second] = &squares;
    let sum = [
        (60.0, Four, format!("$‖*b* - t*a*‖^2 = {whole}$")),
        (238.0, Two, format!("$= {first}$")),
        (330.0, Three, format!("$+ {second}$")),
    ];
    for (left, colour, text) in sum {
        sheet.label([left, 22.0], East, colour.label(text).size(18.0));
    }
    let (said_b, said_p) = (pair(b), pair(&shadow));
    let state = format!(
        "b = {said_b}, p = {said_p}; at t = {} the squared distance from b is {whole} = {first} + \
         {second}.",
        decimal(t)
    );
    Frame::new(
        "The nearest point of a line",
        Drawing::stack([panel, sheet]),
    )
    .describe(format!(
        "The plane with the line of a = {}, the arrow b and its shadow p, a round point of the \
             line. A solid segment from p to b stands on the line at a right angle. A square point \
             ta lies on the line too; a dashed segment leads from it to b, and a broad one along \
             the line to p. Below, Pythagoras: the square of the dashed segment is the sum of the \
             squares of the other two. {state}",
        pair(A)
    ))
    .state(state)
}
