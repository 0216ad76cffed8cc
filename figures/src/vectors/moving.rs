//! The figures of chapter 1 that move.

use super::{LARGE, ORIGIN};
use crate::{Colour, Control, Figure, Label, Moving, Panel, Parameters, Place, Shown, Style};
use crate::{WIDTH, decimal, pair, xy};
use mlmath::Vector;
use mlmath::vectors::{linear_combination as combine, norm_inf, norm_l1, norm_l2, norm_p, scale};
use ndarray::array;
use std::f64::consts::TAU;

/// au + bv on the grid that u and v generate.
pub fn linear_combination() -> Moving {
    let plane = [[-3.0, 6.0], [-1.5, 4.5]];
    Moving {
        id: "linear-combination",
        controls: vec![
            Control::point("u", "$*u*$", plane, 0.5, [2.0, 1.0]),
            Control::point("v", "$*v*$", plane, 0.5, [-1.0, 1.0]),
            Control::slider("a", "$a$", [-3.0, 3.0], 0.5, 2.0),
            Control::slider("b", "$b$", [-3.0, 3.0], 0.5, 1.5),
        ],
        draw: draw_linear_combination,
    }
}

fn draw_linear_combination(at: &Parameters) -> Shown {
    let [u, v] = [at.point("u"), at.point("v")];
    let [a, b] = [at.number("a"), at.number("b")];
    let [x, y] = [u, v].map(Vector::from_iter);
    let result = xy(&combine(&[a, b], &[x.clone(), y.clone()]));
    let [a_u, b_v] = [xy(&scale(a, &x)), xy(&scale(b, &y))];
    let [of_u, of_v] = [Style::line(Colour::One), Style::line(Colour::Two)];

    let mut panel = Panel::plane(WIDTH, [-3.4, 6.2], [-1.9, 4.7]);
    let faint = |style: Style| style.width(1.25).opacity(0.4);
    panel.lattice(u, v, &faint(of_u), &faint(of_v));
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(
        &[ORIGIN, a_u, result, b_v],
        &Style::area(Colour::Three, 0.12),
    );
    panel.segment(b_v, result, &of_u.dashed());
    panel.arrow(a_u, result, &of_v.dashed());
    panel.arrow(ORIGIN, a_u, &of_u);
    panel.arrow(ORIGIN, b_v, &of_v);
    panel.arrow(ORIGIN, u, &of_u.width(4.0));
    panel.arrow(ORIGIN, v, &of_v.width(4.0));
    panel.arrow(ORIGIN, result, &Style::line(Colour::Three).width(4.0));
    panel.handle(u, "u", Colour::One);
    panel.handle(v, "v", Colour::Two);

    let [times_u, times_v] = [a, b].map(decimal);
    let of = |name: String, colour| Label::new(name).colour(colour).size(LARGE);
    panel.label_right(ORIGIN, u, 0.6, of("$*u*$".into(), Colour::One));
    panel.label_left(ORIGIN, v, 0.5, of("$*v*$".into(), Colour::Two));
    // Where the multiple is the vector, one name is enough.
    if a != 1.0 {
        let name = format!("${times_u}*u*$");
        panel.label(a_u, Place::SouthEast, of(name, Colour::One));
    }
    if b != 1.0 {
        let name = format!("${times_v}*v*$");
        panel.label(b_v, Place::NorthWest, of(name, Colour::Two));
    }
    let plus = if b < 0.0 { "−" } else { "+" };
    let combination = |u: &str, v: &str| {
        let weight = decimal(b.abs());
        format!("{times_u}{u} {plus} {weight}{v}")
    };
    let sum = format!("${} = {}$", combination("*u*", "*v*"), pair(result));
    panel.label(result, Place::North, of(sum, Colour::Three));

    let combination = combination("u", "v");
    let parallel = (u[0] * v[1] - u[1] * v[0]).abs() < 1e-9;
    let grid = if parallel {
        "Both lie on one line through the origin, and so do all their combinations."
    } else {
        "Lines in the direction of u and lines in the direction of v, through their whole \
         multiples, make a slanted grid."
    };
    let figure = Figure {
        id: "linear-combination",
        title: "A linear combination on the grid of u and v".into(),
        description: format!(
            "The plane with u = {} and v = {}. {grid} From the origin, {times_u}u ends at {} and \
             {times_v}v ends at {}. One after the other, in either order, they end at \
             {combination} = {}{}.",
            pair(u),
            pair(v),
            pair(a_u),
            pair(b_v),
            pair(result),
            if parallel {
                ""
            } else {
                ", the far corner of a parallelogram"
            },
        ),
        drawing: panel.into(),
        source: file!(),
    };
    let state = format!("{combination} = {}.", pair(result));
    Shown { figure, state }
}

/// The unit balls of the 1-norm, the 2-norm and the maximum norm, and of one
/// between them.
pub fn unit_balls() -> Moving {
    let square = [[-1.2, 1.2], [-1.2, 1.2]];
    Moving {
        id: "unit-balls",
        controls: vec![
            Control::slider("p", "$p$", [1.0, 10.0], 0.1, 4.0),
            Control::point("x", "$*x*$", square, 0.1, [-0.6, 0.4]),
        ],
        draw: draw_unit_balls,
    }
}

fn draw_unit_balls(at: &Parameters) -> Shown {
    let (p, x) = (at.number("p"), at.point("x"));
    let balls = [
        (f64::INFINITY, "$ℓ_∞$", Colour::Three),
        (2.0, "$ℓ_2$", Colour::One),
        (1.0, "$ℓ_1$", Colour::Two),
    ];
    let tips = [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]];
    let corner = |p: f64| xy(&on_unit_ball(p, 1.0 / 8.0));

    let mut panel = Panel::plane(480.0, [-1.35, 1.35], [-1.3, 1.3]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (p, _, colour) in balls {
        let fill = if p == 1.0 { 0.16 } else { 0.08 };
        let style = Style::line(colour).width(3.0).filled(fill);
        panel.polygon(&unit_ball(p), &style);
    }
    panel.polygon(&unit_ball(p), &Style::line(Colour::Ink).width(1.5).dashed());
    let [right, down] = corner(p).map(|z| z * 1.03);
    let name = Label::new(format!("$p = {}$", decimal(p))).gap(3.0);
    panel.label([right, -down], Place::SouthEast, name);
    for (p, name, colour) in balls {
        let place = if p == 1.0 {
            Place::SouthWest
        } else {
            Place::NorthEast
        };
        let name = Label::new(name).colour(colour).size(LARGE).gap(5.0);
        panel.label(corner(p), place, name.bare());
    }
    for tip in tips {
        panel.dot(tip, 4.5, Colour::Ink);
    }
    panel.arrow(ORIGIN, x, &Style::line(Colour::Four).width(3.0));
    panel.handle(x, "x", Colour::Four);
    let name = Label::new("$*x*$").colour(Colour::Four).size(LARGE);
    panel.label_left(ORIGIN, x, 0.6, name);

    let [square, circle, diamond] = balls.map(|(p, ..)| pair(corner(p)));
    let [right, top, left, bottom] = tips.map(pair);
    let vector = array![x[0], x[1]];
    let norms = [
        norm_l1(&vector),
        norm_p(&vector, p),
        norm_l2(&vector),
        norm_inf(&vector),
    ];
    let [one, between, two, largest] = norms.map(decimal);
    let state = format!(
        "x = {} has the 1-norm {one}, the 2-norm {two} and the maximum norm {largest}; for \
         p = {} it has {between}.",
        pair(x),
        decimal(p)
    );
    let figure = Figure {
        id: "unit-balls",
        title: "The unit balls of three norms, and of one between them".into(),
        description: format!(
            "Three unit balls around the origin, one inside the other: the diamond of the 1-norm, \
             the disc of the 2-norm and the square of the maximum norm. All three touch at {right}, \
             {top}, {left} and {bottom}. In the direction of the diagonal the diamond ends at \
             {diamond}, the disc at {circle} and the square at its corner {square}. A dashed \
             curve through {} is the edge of the ball for p = {}. An arrow from the origin shows \
             a vector: {state}",
            pair(corner(p)),
            decimal(p),
        ),
        drawing: panel.into(),
        source: file!(),
    };
    Shown { figure, state }
}

/// The vector of p-norm 1 at a part of a turn from the first axis.
fn on_unit_ball(p: f64, turn: f64) -> Vector {
    let angle = TAU * turn;
    let direction = array![angle.cos(), angle.sin()];
    scale(1.0 / norm_p(&direction, p), &direction)
}

/// The edge of the unit ball of the p-norm, as a polygon with corners on the
/// axes and the diagonals, where the balls have theirs.
fn unit_ball(p: f64) -> Vec<[f64; 2]> {
    (0..128)
        .map(|k| xy(&on_unit_ball(p, f64::from(k) / 128.0)))
        .collect()
}
