//! The signs of the eigenvalues decide between bowl, trough and saddle.

use super::at;
use drawing::prelude::*;
use mlmath::eigen::rayleigh_quotient;
use ndarray::arr2;

/// What stands on the diagonal.
const DIAGONAL: f64 = 2.0;

parameters! {
    /// What stands beside the diagonal, and a direction.
    pub struct Form {
        b: slider("$b$", [-3.0, 3.0], 0.25, 1.0),
        angle: slider("direction of $*x*$", [0.0, 180.0], 5.0, 20.0).unit("°"),
    }
}

/// The symmetric matrix with the rows (2, b) and (b, 2).
pub fn matrix(b: f64) -> Matrix {
    arr2(&[[DIAGONAL, b], [b, DIAGONAL]])
}

/// Level curves of a quadratic form, and its values round the unit circle.
pub fn bowl_or_saddle(Form { b, angle }: Form) -> Frame {
    let a = matrix(b);
    let quotient =
        |degrees: f64| rayleigh_quotient(&a, &vector(at(degrees))).expect("a vector of the plane");
    let value = quotient(angle);
    let values = [DIAGONAL + b, DIAGONAL - b];

    let mut plane = Panel::plane(300.0, [-1.6, 1.6], [-1.6, 1.6]);
    let form = |[x, y]: [f64; 2]| DIAGONAL * (x * x + y * y) + 2.0 * b * x * y;
    let levels = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0];
    plane.level_curves(form, &levels, One.width(1.25).opacity(0.7));
    plane.level_curves(form, &levels.map(|z| -z), Four.width(1.25).dashed());
    if b.abs() >= DIAGONAL {
        plane.level_curves(form, &[0.0], Ink.width(1.5));
    }
    plane.sparse_plane_axes(1.0, "", "");
    plane.circle(ORIGIN, 1.0, Ink.width(1.25).dotted());
    for end in [[1.0, 1.0], [1.0, -1.0]] {
        plane.line_through([-end[0], -end[1]], end, Two.width(1.75).dashed());
    }
    plane
        .arrow(ORIGIN, at(angle), Three.width(3.5))
        .at_tip(beyond(angle), "$*x*$");

    let mut chart = Panel::chart(210.0, 192.0, [0.0, 180.0], [-1.6, 5.6]);
    chart.chart_axes("angle of $*x*$ in °", "");
    chart.title("$*x*^⊤*Ax*$, $‖*x*‖ = 1$");
    chart.segment([0.0, 0.0], [180.0, 0.0], Ink.width(1.25));
    chart.graph(quotient, Three.width(2.5));
    for (degrees, value) in [45.0, 135.0].into_iter().zip(values) {
        chart.scatter(&[[degrees, value]], Diamond, 6.0, Two.full());
    }
    // A hair beyond the ends is at the ends.
    chart.dot([angle.clamp(0.0, 180.0), value], 5.0, Three);

    let least = values[0].min(values[1]);
    let kind = match (least > 0.0, least == 0.0) {
        (true, _) => "a bowl",
        (false, true) => "a trough",
        (false, false) => "a saddle",
    };
    let [one, other, b, angle, value] = [values[0], values[1], b, angle, value].map(decimal);
    let state = format!(
        "b = {b}: eigenvalues {one} along (1, 1) and {other} along (1, −1), {kind}. At {angle}°, \
         xᵀAx = {value}."
    );
    Frame::new(
        "A quadratic form, its level curves and its values on the unit circle",
        Drawing::beside([plane, chart]),
    )
    .describe(format!(
        "Left, level curves of xᵀAx for the matrix with the rows {}, solid above 0 and dashed \
         below; dashed lines through (1, 1) and (1, −1), which are their axes; the unit circle, \
         dotted, and an arrow x that ends on it. Right, xᵀAx over the angle of x: a wave whose \
         highest and lowest points, diamonds, stand at 45° and 135° and have the eigenvalues as \
         heights. {state}",
        rows(&a)
    ))
    .state(state)
}

/// Where the name of an arrow stands that ends at an angle.
fn beyond(angle: f64) -> Place {
    match angle {
        ..32.0 => East,
        ..148.0 => North,
        _ => West,
    }
}
