//! The figures of chapter 1 that move.

use drawing::prelude::*;
use mlmath::vectors::{linear_combination as combine, norm_inf, norm_l1, norm_l2, norm_p, scale};
use std::f64::consts::TAU;

/// Where u and v can be, and where x can.
const PLANE: [[f64; 2]; 2] = [[-3.0, 6.0], [-1.5, 4.5]];
const SQUARE: [[f64; 2]; 2] = [[-1.2, 1.2]; 2];

parameters! {
    /// Two vectors and their weights.
    pub struct Combination {
        u: point("$*u*$", PLANE, 0.5, [2.0, 1.0]),
        v: point("$*v*$", PLANE, 0.5, [-1.0, 1.0]),
        a: slider("$a$", [-3.0, 3.0], 0.5, 2.0),
        b: slider("$b$", [-3.0, 3.0], 0.5, 1.5),
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

    let mut panel = Panel::plane(WIDTH, [-3.4, 6.2], [-1.9, 4.7]);
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
        .at_tip(North, name);
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
    /// The norm between the three, and a vector to measure.
    pub struct Ball {
        p: slider("$p$", [1.0, 10.0], 0.1, 4.0),
        x: point("$*x*$", SQUARE, 0.1, [-0.6, 0.4]),
    }
}

/// The unit balls of the 1-norm, the 2-norm and the maximum norm, and of one
/// between them.
pub fn unit_balls(Ball { p, x }: Ball) -> Frame {
    let balls = [
        (f64::INFINITY, "$ℓ_∞$", Three, NorthEast),
        (2.0, "$ℓ_2$", One, NorthEast),
        (1.0, "$ℓ_1$", Two, SouthWest),
    ];
    let tips = [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]];
    let corner = |p: f64| on_unit_ball(p, 1.0 / 8.0);

    let mut panel = Panel::plane(480.0, [-1.35, 1.35], [-1.3, 1.3]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (p, _, colour, _) in balls {
        let fill = if p == 1.0 { 0.16 } else { 0.08 };
        panel.polygon(&unit_ball(p), colour.width(3.0).filled(fill));
    }
    panel.polygon(&unit_ball(p), Ink.width(1.5).dashed());
    let [right, down] = xy(scale(1.03, &corner(p)));
    let name = Label::new(format!("$p = {}$", decimal(p))).gap(3.0);
    panel.label([right, -down], SouthEast, name);
    for (p, name, colour, place) in balls {
        panel.label(corner(p), place, colour.name(name).gap(5.0).bare());
    }
    for tip in tips {
        panel.dot(tip, 4.5, Ink);
    }
    panel.arrow(ORIGIN, x, Four.width(3.0)).left(0.6, "$*x*$");
    panel.handle(x, Four);

    let [square, circle, diamond] = balls.map(|(p, ..)| pair(corner(p)));
    let [right, top, left, bottom] = tips.map(pair);
    let (x, edge) = (vector(x), pair(corner(p)));
    let norms = [norm_l1(&x), norm_p(&x, p), norm_l2(&x), norm_inf(&x)];
    let [one, between, two, largest] = norms.map(decimal);
    let (x, p) = (pair(x), decimal(p));
    let state = format!(
        "x = {x} has the 1-norm {one}, the 2-norm {two} and the maximum norm {largest}; for p = \
         {p} it has {between}."
    );
    Frame::new(
        "The unit balls of three norms, and of one between them",
        panel,
    )
    .describe(format!(
        "Three unit balls around the origin, one inside the other: the diamond of the 1-norm, the \
         disc of the 2-norm and the square of the maximum norm. All three touch at {right}, {top}, \
         {left} and {bottom}. In the direction of the diagonal the diamond ends at {diamond}, the \
         disc at {circle} and the square at its corner {square}. A dashed curve through {edge} is \
         the edge of the ball for p = {p}. An arrow from the origin shows a vector: {state}"
    ))
    .state(state)
}

/// The vector of p-norm 1 at a part of a turn from the first axis.
fn on_unit_ball(p: f64, turn: f64) -> Vector {
    let angle = TAU * turn;
    let direction = array![angle.cos(), angle.sin()];
    scale(1.0 / norm_p(&direction, p), &direction)
}

/// The edge of the unit ball of the p-norm, as a polygon with corners on the
/// axes and the diagonals, where the balls have theirs.
fn unit_ball(p: f64) -> Vec<Vector> {
    (0..128)
        .map(|k| on_unit_ball(p, f64::from(k) / 128.0))
        .collect()
}
