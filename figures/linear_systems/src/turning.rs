//! A line that turns about the point that it has in common with another.

use super::{equation_in, plain};
use drawing::prelude::*;
use mlmath::linear_systems::solve;

/// 2x − y = 4, which stays, and x + y = 5, to which multiples of it are added.
const FIRST: [f64; 3] = [2.0, -1.0, 4.0];
const SECOND: [f64; 3] = [1.0, 1.0, 5.0];

/// The part of the plane that is seen.
const SEEN: [[f64; 2]; 2] = [[-1.6, 6.6], [-1.6, 5.6]];

parameters! {
    /// How many times the first equation is added to the second.
    pub struct Turn {
        c: slider("$c$", [-2.0, 2.0], 0.25, 0.0),
    }
}

/// Two lines, the second with a multiple of the first equation added to its own.
pub fn turning_line(Turn { c }: Turn) -> Frame {
    let sum = [0, 1, 2].map(|k| SECOND[k] + c * FIRST[k]);
    let [[a, b, right], [d, e, other]] = [FIRST, SECOND];
    let meet = solve(&array![[a, b], [d, e]], &array![right, other]);
    let meet = xy(meet.expect("two lines that cross"));
    let turned = c != 0.0;

    let [solid, dashed] = [One.width(2.5), Two.width(2.5).dashed()];
    let before = Two.width(2.0).dotted().opacity(0.7);
    let mut plane = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    plane.plane_axes("$x$", "$y$");
    let mut line = |[a, b, _]: [f64; 3], style: Style| {
        plane.line_through(meet, [meet[0] - b, meet[1] + a], style);
    };
    line(FIRST, solid);
    if turned {
        line(SECOND, before);
    }
    line(sum, dashed);
    plane.dot(meet, 5.0, Three);

    let written = |row: &[f64]| equation_in(row, &["x", "y"]);
    let mut above = Panel::sheet(WIDTH, 30.0);
    let second = if turned { before } else { dashed };
    let mut keys = vec![(One, solid, FIRST), (Two, second, SECOND)];
    if turned {
        keys.push((Two, dashed, sum));
    }
    for (left, (colour, style, row)) in [8.0, 172.0, 334.0].into_iter().zip(keys) {
        let entry = (Key::Line(style), colour.label(written(&row)));
        above.legend([left, 4.0], [entry]);
    }

    let [first, second, sum] = [FIRST, SECOND, sum].map(|row| plain(&written(&row)));
    let state = format!("c = {}: the dashed line is {sum}.", decimal(c));
    let dots = match turned {
        true => format!(" A dotted line shows where it was at c = 0, {second}."),
        false => String::new(),
    };
    let drawing = Drawing::stack([above, plane]);
    Frame::new("A line that turns about a point", drawing)
        .describe(format!(
            "The plane with a solid line, of {first}, and a dashed line, of x + y = 5 with c \
             times the first equation added. They cross in a dot, the same for each c.{dots} {state}"
        ))
        .state(state)
}
