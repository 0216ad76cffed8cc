//! Three points with their line, and the same as arrows: y, its shadow on the
//! plane of all lines, and the residual.

use super::{sixths, triple};
use drawing::prelude::*;
use mlmath::projections::{Qr, project};
use mlmath::vectors::norm_l2;

/// Where the points stand.
const X: [f64; 3] = [1.0, 2.0, 3.0];

/// How high they can be.
const HEIGHTS: [f64; 2] = [0.5, 3.0];

/// The box of space, which holds the shadows of all that can be set.
const SEEN: [[f64; 2]; 3] = [[0.0, 3.5]; 3];

/// How far to the side and up or down what is seen of it can be, with room for the
/// names of its axes.
const REACH: [f64; 2] = [2.95, 2.75];

/// How many degrees above the floor the eye is.
const ELEVATION: f64 = 18.0;

parameters! {
    /// The heights of three points, and from where their arrow is seen.
    pub struct Lifted {
        y1: slider("$y_1$", HEIGHTS, 0.5, 1.0),
        y2: slider("$y_2$", HEIGHTS, 0.5, 2.0),
        y3: slider("$y_3$", HEIGHTS, 0.5, 2.0),
        azimuth: slider("azimuth", [-180.0, 180.0], 5.0, 5.0).unit("°"),
    }
}

/// A feature and a column of ones.
pub fn data_matrix() -> Matrix {
    array![[X[0], 1.0], [X[1], 1.0], [X[2], 1.0]]
}

/// Three points with their line, and y over the plane of what lines can predict.
pub fn line_and_shadow(
    Lifted {
        y1,
        y2,
        y3,
        azimuth,
    }: Lifted,
) -> Frame {
    let (x, y) = (data_matrix(), array![y1, y2, y3]);
    let qr = Qr::new(&x).expect("three rows, two columns");
    let w = qr.solve(&y).expect("independent columns");
    let fit = project(&x, &y).expect("independent columns");
    let rest = (&y - &fit).mapv(|r| if r.abs() < TOLERANCE { 0.0 } else { r });

    let [heights, predictions, missed] = [&y, &fit, &rest].map(triple);
    let [slope, bias] = [w[0], w[1]].map(|w| if w.abs() < TOLERANCE { 0.0 } else { w });
    let sum = sixths(norm_l2(&rest).powi(2));
    let azimuth_said = decimal(azimuth);
    let state = format!(
        "y = {heights}: w = {}, b = {}, ŷ = {predictions}, residual {missed}, sum of squares \
         {sum}. Seen from {azimuth_said}°.",
        sixths(slope),
        sixths(bias),
    );
    let drawing = Drawing::stack([
        scatter(&y, &fit, [slope, bias]),
        in_space(&y, &fit, Camera::new(azimuth, ELEVATION)),
        names(),
    ]);
    Frame::new("A line through points, and a shadow on a plane", drawing)
        .describe(format!(
            "Above, a plane with three points at x = 1, 2, 3 and the best line; dashed segments \
             lead from the line to the points. Below, a box of space with one axis for each of \
             the three samples. A tinted part of a plane holds all that a line can \
             predict: the points with first plus third coordinate twice the second. An arrow \
             leads from the origin to y, another within the plane to its shadow ŷ, and a dashed \
             segment with a right angle at its foot from ŷ to y. {state}"
        ))
        .state(state)
}

fn scatter(y: &Vector, fit: &Vector, [w, b]: [f64; 2]) -> Panel {
    let mut panel = Panel::chart(WIDTH, 190.0, [0.4, 3.6], [-0.3, 3.7]);
    panel.chart_axes("$x$", "$y$");
    panel.segment([0.5, w / 2.0 + b], [3.5, 3.5 * w + b], Two.width(3.0));
    for i in 0..X.len() {
        panel.segment([X[i], fit[i]], [X[i], y[i]], Four.dashed());
    }
    let at = |z: &Vector| X.iter().zip(z).map(|(&x, &y)| [x, y]).collect::<Vec<_>>();
    panel.scatter(&at(fit), Square, 4.5, Two.full());
    panel.scatter(&at(y), Circle, 6.5, One.full());
    panel
}

fn in_space(y: &Vector, fit: &Vector, camera: Camera) -> Panel {
    let space = Space::new(camera, SEEN);
    let [side, up] = REACH.map(|reach| [-reach, reach]);
    let mut panel = Panel::window(WIDTH, side, up);
    let [[low, high], ..] = SEEN;
    let middle = (low + high) / 2.0;
    let corners = [
        [low, low, low],
        [high, middle, low],
        [high, high, high],
        [low, middle, high],
    ];
    space.axes(&mut panel, ["$y_1$", "$y_2$", "$y_3$"]);
    space.polygon(&mut panel, &corners, Three.width(1.0).filled(0.16));
    // What a level line and the line y = x predict.
    for direction in [[1.0; 3], X] {
        let ends = [0.0, high / direction[2]].map(|t| direction.map(|d| t * d));
        space.polyline(&mut panel, &ends, Three.width(1.25));
    }
    let [origin, tip, foot] = [[0.0; 3], [y[0], y[1], y[2]], [fit[0], fit[1], fit[2]]];
    let apart = norm_l2(&(y - fit));
    if apart > TOLERANCE {
        space.polyline(&mut panel, &[foot, tip], Four.width(2.5).dashed());
        corner(&mut panel, &space, y, fit);
    }
    space.arrow(&mut panel, origin, foot, Two.width(3.0));
    space.arrow(&mut panel, origin, tip, One.width(3.0));
    panel
}

/// The mark of the right angle between the shadow and the residual.
fn corner(panel: &mut Panel, space: &Space, y: &Vector, fit: &Vector) {
    let rest = y - fit;
    let (up, along) = (norm_l2(&rest), norm_l2(fit));
    if along < TOLERANCE {
        return;
    }
    let side = 0.22_f64.min(up / 2.0).min(along / 2.0);
    let [up, back] = [&rest * (side / up), fit * (-side / along)];
    let at = |p: Vector| [p[0], p[1], p[2]];
    let way = [fit + &up, fit + &up + &back, fit + &back].map(at);
    space.polyline(panel, &way, Ink.width(1.25));
}

fn names() -> Panel {
    let mut panel = Panel::sheet(WIDTH, 34.0);
    for (left, style, name) in [
        (14.0, One.width(3.0), "$*y*$, measured"),
        (194.0, Two.width(3.0), "$*ŷ*$, its shadow"),
        (382.0, Four.width(2.5).dashed(), "residual"),
    ] {
        panel.segment([left, 17.0], [left + 30.0, 17.0], style);
        panel.label([left + 32.0, 17.0], East, style.colour.label(name));
    }
    panel
}
