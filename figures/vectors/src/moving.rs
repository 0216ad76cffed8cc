//! The figures of chapter 1 that move.

use crate::flowers::{Norm, unit_ball};
use drawing::prelude::*;
use mlmath::vectors::{linear_combination as combine, norm_inf, norm_l1, norm_l2, scale};

/// Where u and v can be, and where x can.
const STEPS: [[f64; 2]; 2] = [[-2.0, 2.0]; 2];
const SQUARE: [[f64; 2]; 2] = [[-1.2, 1.2]; 2];

parameters! {
    /// Two vectors and their weights.
    pub struct Combination {
        u: point("$*u*$", STEPS, 0.5, [2.0, 1.0]),
        v: point("$*v*$", STEPS, 0.5, [-1.0, 1.0]),
        a: slider("$a$", [-3.0, 3.0], 0.5, 3.0),
        b: slider("$b$", [-3.0, 3.0], 0.5, 2.0),
    }
}

/// The window at first, which has room for the name of (4, 5), and the room
/// beside a point for its name.
const WINDOW: [[f64; 2]; 2] = [[-3.4, 8.4], [-1.9, 6.2]];
const ROOM: [f64; 2] = [2.4, 1.2];

/// The side of a tip on which an arrow from the origin does not come.
fn beyond(tip: &Vector) -> Place {
    match (tip[0] < 0.0, tip[1] < 0.0) {
        (false, false) => NorthEast,
        (true, false) => NorthWest,
        (false, true) => SouthEast,
        (true, true) => SouthWest,
    }
}

/// au + bv on the grid that u and v generate.
pub fn linear_combination(Combination { u, v, a, b }: Combination) -> Frame {
    let [x, y] = [u, v].map(vector);
    let result = combine(&[a, b], &[x.clone(), y.clone()]);
    let [a_u, b_v] = [scale(a, &x), scale(b, &y)];
    let [times_u, times_v] = [a, b].map(decimal);
    let plus = if b < 0.0 { "−" } else { "+" };
    let said = |u: &str, v: &str| format!("{times_u}{u} {plus} {}{v}", decimal(b.abs()));

    let points = [&x, &y, &a_u, &b_v, &result].map(xy);
    let window = grown(WINDOW, ROOM, &points);
    let mut panel = Panel::plane(WIDTH, window[0], window[1]);
    let faint = |colour: Colour| colour.width(1.25).opacity(0.4);
    panel.lattice(u, v, faint(One), faint(Two));
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(&[ORIGIN, xy(&a_u), xy(&result), xy(&b_v)], Three.area(0.12));
    panel.segment(&b_v, &result, One.dashed());
    panel.arrow(&a_u, &result, Two.dashed());
    // Where the multiple is the vector, one name is enough.
    let unless_1 = |c: f64, name: String| if c == 1.0 { String::new() } else { name };
    let name = unless_1(a, format!("${times_u}*u*$"));
    panel.arrow(ORIGIN, &a_u, One).at_tip(SouthEast, name);
    let name = unless_1(b, format!("${times_v}*v*$"));
    panel.arrow(ORIGIN, &b_v, Two).at_tip(NorthWest, name);
    panel.arrow(ORIGIN, u, One.width(4.0)).right(0.6, "$*u*$");
    panel.arrow(ORIGIN, v, Two.width(4.0)).left(0.5, "$*v*$");
    let name = format!("${} = {}$", said("*u*", "*v*"), pair(&result));
    panel
        .arrow(ORIGIN, &result, Three.width(4.0))
        .at_tip(beyond(&result), name);
    panel.handle(u, One);
    panel.handle(v, Two);

    let parallel = (x[0] * y[1] - x[1] * y[0]).abs() < TOLERANCE;
    let (grid, corner) = match parallel {
        true => (
            "Both lie on one line through the origin, and so do all their combinations.",
            "",
        ),
        false => (
            "Lines in the direction of u and lines in the direction of v, through their whole \
             multiples, make a slanted grid.",
            ", the far corner of a parallelogram",
        ),
    };
    let state = format!("{} = {}", said("u", "v"), pair(result));
    let [u, v, a_u, b_v] = [x, y, a_u, b_v].map(pair);
    Frame::new("A linear combination on the grid of u and v", panel)
        .describe(format!(
            "The plane with u = {u} and v = {v}. {grid} From the origin, {times_u}u ends at {a_u} \
             and {times_v}v ends at {b_v}. One after the other, in either order, they end at \
             {state}{corner}."
        ))
        .state(state + ".")
}

parameters! {
    /// A vector to measure.
    pub struct Measured {
        x: point("$*x*$", SQUARE, 0.1, [-0.6, 0.4]),
    }
}

/// Roots instead of squares: what has a ball with dents and is no norm.
pub(crate) fn of_roots(x: &Vector) -> f64 {
    norm_l1(&x.mapv(|x_i| x_i.abs().sqrt())).powi(2)
}

/// The unit balls of the three norms, and the one with dents, of roots.
pub fn unit_balls(Measured { x }: Measured) -> Frame {
    let balls: [(Norm, &str, Colour, [f64; 2]); 3] = [
        (norm_inf, "maximum norm", Three, [0.62, 1.09]),
        (norm_l2, "2-norm", One, [0.6, -0.61]),
        (norm_l1, "1-norm", Two, [-0.34, -0.385]),
    ];
    let tips = [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]];

    let mut panel = Panel::plane(480.0, [-1.35, 1.35], [-1.3, 1.3]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (norm, _, colour, _) in balls {
        let fill = if colour == Two { 0.16 } else { 0.08 };
        panel.polygon(&unit_ball(norm), colour.width(3.0).filled(fill));
    }
    panel.polygon(&unit_ball(of_roots), Ink.width(1.5).dashed());
    panel.segment(tips[0], tips[1], Ink.width(1.25));
    panel.dot([0.5, 0.5], 4.5, Ink);
    let half_way = Label::new("$(½, ½)$").gap(6.0).bare();
    panel.label([0.5, 0.5], SouthWest, half_way);
    for (_, name, colour, at) in balls {
        panel.label(at, Centre, colour.label(name).size(15.0).bare());
    }
    for tip in tips {
        panel.dot(tip, 4.5, Ink);
    }
    panel.label(tips[0], SouthEast, "$*e*_1$");
    panel.label(tips[1], NorthWest, Label::new("$*e*_2$").gap(14.0));
    panel.arrow(ORIGIN, x, Four.width(3.0)).left(0.6, "$*x*$");
    panel.handle(x, Four);

    let x = vector(x);
    let norms = [norm_l1(&x), norm_l2(&x), norm_inf(&x)];
    let [one, two, largest] = norms.map(decimal);
    let [right, top, left, bottom] = tips.map(pair);
    let state = format!(
        "x = {} has the 1-norm {one}, the 2-norm {two} and the maximum norm {largest}.",
        pair(x)
    );
    Frame::new(
        "The unit balls of three norms, and a shape with dents",
        panel,
    )
    .describe(format!(
        "Three unit balls around the origin, one inside the other: the diamond of the 1-norm, the \
         disc of the 2-norm and the square of the maximum norm. All three touch at {right}, {top}, \
         {left} and {bottom}. A dashed curve through the same four points bends inwards between \
         them; the point (½, ½), half way between two of them, lies on the edge of the diamond and \
         outside the dashed curve. An arrow from the origin shows a vector: {state}"
    ))
    .state(state)
}
