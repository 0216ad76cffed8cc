//! The figures of chapter 1, Vectors.

use drawing::prelude::*;
use mlmath::vectors::{add, point_on_line, scale};

pub mod flowers;
mod moving;
#[cfg(test)]
mod tests;

use flowers::{iris_neighbours, two_petals};
use moving::{linear_combination, unit_balls};

drawing::figures![
    two_petals,
    vector_addition,
    scalar_multiples,
    segment_and_line,
    iris_neighbours,
    linear_combination,
    unit_balls
];

/// u + v, tip to tail and as the diagonal of a parallelogram.
pub fn vector_addition() -> Frame {
    let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
    let sum = add(&u, &v);
    let (first, second, third) = (One.width(3.0), Two.width(3.0), Three.width(4.0));
    let name = Three
        .label(format!("$*u* + *v* = {}$", pair(&sum)))
        .gap(14.0);
    let panel = |title: &str| {
        let mut panel = Panel::plane(Drawing::column(2), [-0.4, 4.6], [-0.4, 4.4]);
        panel.title(title);
        panel.plane_axes("", "");
        panel
    };

    let mut tip_to_tail = panel("tip to tail");
    tip_to_tail.arrow(ORIGIN, &u, first).right(0.65, "$*u*$");
    tip_to_tail.arrow(&u, &sum, second).right(0.5, "$*v*$");
    tip_to_tail.arrow(ORIGIN, &sum, third);
    tip_to_tail.label(&sum, NorthWest, name.clone());

    let mut parallelogram = panel("parallelogram");
    parallelogram.polygon(&[ORIGIN, xy(&u), xy(&sum), xy(&v)], Three.area(0.12));
    parallelogram.segment(&v, &sum, One.dashed());
    parallelogram.segment(&u, &sum, Two.dashed());
    parallelogram.arrow(ORIGIN, &u, first).right(0.65, "$*u*$");
    parallelogram.arrow(ORIGIN, &v, second).left(0.65, "$*v*$");
    parallelogram.arrow(ORIGIN, &sum, third);
    parallelogram.label(&sum, NorthWest, name);

    let [u, v, sum] = [u, v, sum].map(pair);
    Frame::new(
        "Vector addition, tip to tail and as a parallelogram",
        Drawing::beside([tip_to_tail, parallelogram]),
    )
    .describe(format!(
        "Two pictures of u + v for u = {u} and v = {v}. On the left, v begins at the tip of u, and \
         the sum runs from the origin to the tip of v, at {sum}. On the right, u and v both begin \
         at the origin; copies of them, dashed, close a parallelogram, whose diagonal from the \
         origin is the sum {sum}."
    ))
}

/// A vector stretched, shrunk, flipped, and both at once.
pub fn scalar_multiples() -> Frame {
    let v = array![2.0, 1.0];
    let cases = [
        (1.5, "stretched", NorthWest),
        (0.5, "shrunk", North),
        (-1.0, "flipped", SouthEast),
        (-1.5, "flipped and stretched", SouthEast),
    ];
    let (mut panels, mut said) = (Vec::new(), Vec::new());
    for (c, what, place) in cases {
        let multiple = scale(c, &v);
        let factor = if c == -1.0 { "−".into() } else { decimal(c) };
        let mut panel = Panel::plane(Drawing::column(2), [-3.5, 3.5], [-2.2, 2.2]);
        panel.title(what);
        panel.sparse_plane_axes(2.0, "", "");
        panel.line_through(ORIGIN, &v, Ink.width(1.5).opacity(0.6).dashed());
        let arrow = |panel: &mut Panel, of_v: bool| {
            if of_v {
                let name = One.label("$*v*$");
                panel.arrow(ORIGIN, &v, One.width(2.5)).right(0.8, name);
            } else {
                let name = Three.label(format!("${factor}*v*$")).gap(11.0);
                let arrow = panel.arrow(ORIGIN, &multiple, Three.width(5.0));
                arrow.at_tip(place, name);
            }
        };
        // The longer arrow first, so that the shorter one lies on top of it.
        arrow(&mut panel, c <= 1.0);
        arrow(&mut panel, c > 1.0);
        said.push(format!("{what}, {factor}v = {}", pair(multiple)));
        panels.push(panel);
    }
    Frame::new(
        "Multiples of a vector lie on the line through 0",
        Drawing::panels(2, panels),
    )
    .describe(format!(
        "Four pictures of v = {} and a multiple of it, both on the dashed line through the origin \
         in the direction of v: {}.",
        pair(v),
        said.join("; ")
    ))
}

/// The line through two points and the segment between them.
pub fn segment_and_line() -> Frame {
    let (u, v) = (array![1.0, 1.0], array![5.0, 3.0]);
    let at = |t: f64| point_on_line(&u, &v, t);
    let (outside, inside) = ([-0.5, 1.5], [0.25, 0.5, 0.75]);

    let mut panel = Panel::plane(WIDTH, [-2.8, 7.6], [-0.7, 4.7]);
    panel.plane_axes("$x_1$", "$x_2$");
    panel.line_through(&u, &v, Six.dashed());
    panel.segment(&u, &v, Three.width(5.0));
    let mut mark = |t: f64, radius: f64, label: String, colour: Colour| {
        panel.dot(at(t), radius, colour);
        panel.label(at(t), NorthWest, colour.label(label).gap(radius + 4.0));
    };
    for t in outside {
        mark(t, 5.0, format!("$t = {}$", decimal(t)), Six);
    }
    for t in inside {
        mark(t, 5.0, format!("${}$", decimal(t)), Three);
    }
    mark(0.0, 7.0, "$t = 0$".into(), One);
    mark(1.0, 7.0, "$t = 1$".into(), Two);
    panel.label(&u, SouthEast, One.name(format!("$*u* = {}$", pair(&u))));
    panel.label(&v, SouthEast, Two.name(format!("$*v* = {}$", pair(&v))));
    panel.label(at(0.5), SouthEast, Three.label("$0 ≤ t ≤ 1$"));
    let others = outside.iter().chain(&inside);
    let said: Vec<_> = others
        .map(|&t| format!("t = {} at {}", decimal(t), pair(at(t))))
        .collect();
    let [u, v] = [&u, &v].map(pair);
    Frame::new(
        "The line through two points and the segment between them",
        panel,
    )
    .describe(format!(
        "The points (1 − t)u + tv for u = {u} and v = {v}. All of them make the dashed line \
         through u, where t = 0, and v, where t = 1. The segment between u and v is thick: there t \
         runs from 0 to 1. Also marked are {}.",
        said.join(", ")
    ))
}
