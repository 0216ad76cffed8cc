//! What any matrix makes of the unit circle.

use super::{outwards, rightwards, times};
use drawing::prelude::*;
use mlmath::eigen::svd;
use std::f64::consts::TAU;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-2.0, 2.0], [-2.0, 2.0]];

/// Corners of a circle that is drawn.
const CORNERS: u32 = 96;

parameters! {
    /// The columns of the matrix.
    pub struct Columns {
        a1: point("$*a*_1$", PLANE, 0.5, [2.0, 0.0]),
        a2: point("$*a*_2$", PLANE, 0.5, [1.0, 1.0]),
    }
}

/// Right singular vectors, singular values and left singular vectors, v₁ and v₂ such
/// that they point to the right.
pub fn parts(a: &Matrix) -> [([f64; 2], f64, [f64; 2]); 2] {
    let svd = svd(a).expect("finite entries");
    [0, 1].map(|k| {
        let v = xy(svd.v.column(k));
        let shown = rightwards(v);
        let kept = shown[0] * v[0] + shown[1] * v[1] > 0.0;
        let u = xy(svd.u.column(k));
        (shown, svd.sigma[k], if kept { u } else { times(-1.0, u) })
    })
}

/// The unit circle with v₁ and v₂, and its image with σ₁u₁ and σ₂u₂.
pub fn circle_to_ellipse(Columns { a1, a2 }: Columns) -> Frame {
    let a = of_columns([a1, a2]);
    let parts = parts(&a);
    let circle: Vec<[f64; 2]> = (0..CORNERS)
        .map(|k| {
            let turn = TAU * f64::from(k) / f64::from(CORNERS);
            [turn.cos(), turn.sin()]
        })
        .collect();
    let ellipse: Vec<[f64; 2]> = circle.iter().map(|x| image(&a, x)).collect();

    let mut before = Panel::plane(210.0, [-1.7, 1.7], [-1.7, 1.7]);
    before.sparse_plane_axes(1.0, "", "");
    before.polygon(&circle, One.filled(0.12));
    let mut after = Panel::plane(300.0, [-3.2, 3.2], [-3.2, 3.2]);
    after.plane_axes("", "");
    after.polygon(&ellipse, Three.filled(0.12));
    for (k, (v, sigma, u)) in parts.iter().enumerate() {
        let style = if k == 0 {
            Two.width(3.5)
        } else {
            Four.width(3.5).dashed()
        };
        let name = style.colour.name(format!("$*v*_{}$", k + 1));
        before.arrow(ORIGIN, *v, style).at_tip(outwards(*v), name);
        let tip = times(*sigma, *u);
        let name = style.colour.name(format!("$σ_{0}*u*_{0}$", k + 1));
        let arrow = after.arrow(ORIGIN, tip, style);
        match k {
            0 if *sigma > 0.6 => arrow.left(0.4, name),
            1 if *sigma > 0.3 => arrow.at_tip(outwards(tip), name),
            _ => arrow,
        };
    }
    for (handle, name, colour) in [(a1, "$*a*_1$", One), (a2, "$*a*_2$", One)] {
        after.handle(handle, colour);
        let place = if handle.at[1] < 0.5 {
            SouthEast
        } else {
            NorthEast
        };
        after.label(handle, place, colour.label(name).gap(11.0));
    }

    let [first, second] = parts;
    let [one, two] = [first.1, second.1].map(decimal);
    let area = decimal(first.1 * second.1);
    let [v1, u1] = [first.0, first.2].map(pair);
    let state = format!(
        "A with the rows {}: σ₁ = {one} from v₁ = {v1} to u₁ = {u1}, σ₂ = {two}; σ₁σ₂ = {area}.",
        rows(&a)
    );
    Frame::new(
        "The unit circle, and the ellipse that a matrix makes of it",
        Drawing::beside([before, after]),
    )
    .describe(format!(
        "Left, the unit circle with two arrows at a right angle, v₁ and v₂. Right, its image, an \
         ellipse whose half axes are the images of these arrows, σ₁u₁ and σ₂u₂, again at a right \
         angle; two points, the columns a₁ = {} and a₂ = {}, can be dragged. {state}",
        pair(a1),
        pair(a2)
    ))
    .state(state)
}
