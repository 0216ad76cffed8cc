//! A matrix multiplies weights of eigenvectors.

use super::times;
use drawing::prelude::*;
use ndarray::arr2;

/// The matrix, its eigenvectors and eigenvalues, and the weights of a vector.
pub const A: [[f64; 2]; 2] = [[2.0, 1.0], [0.0, 1.0]];
pub const VECTORS: [[f64; 2]; 2] = [[1.0, 0.0], [-1.0, 1.0]];
pub const VALUES: [f64; 2] = [2.0, 1.0];
pub const WEIGHTS: [f64; 2] = [1.0, 2.0];

/// The combination of the eigenvectors with these weights.
fn combination(weights: [f64; 2]) -> [f64; 2] {
    let [[a, b], [c, d]] = VECTORS;
    [
        weights[0] * a + weights[1] * c,
        weights[0] * b + weights[1] * d,
    ]
}

/// A vector and its image on the lattice of the eigenvectors.
pub fn along_eigenvectors() -> Frame {
    let x = combination(WEIGHTS);
    let ax = image(&arr2(&A), x);
    let weights = [0, 1].map(|k| VALUES[k] * WEIGHTS[k]);
    let before = panel(WEIGHTS, x, One, "$*x*$", "$*x* = *v*_1 + 2*v*_2$");
    let after = panel(weights, ax, Three, "$*Ax*$", "$*Ax* = 2*v*_1 + 2*v*_2$");
    Frame::new(
        "A vector and its image in weights of eigenvectors",
        Drawing::beside([before, after]),
    )
    .describe(format!(
        "Twice the plane with the lattice of v₁ = {} and v₂ = {}. Left, x = {} is reached by one \
         v₁ and two v₂. Right, Ax = {} for the matrix with the rows {}, reached by two v₁ and two \
         v₂: the weight of v₁ was multiplied by its eigenvalue 2, that of v₂ by its eigenvalue 1.",
        pair(VECTORS[0]),
        pair(VECTORS[1]),
        pair(x),
        pair(ax),
        rows(&arr2(&A))
    ))
}

/// The lattice, and the way to a vector along it.
fn panel(weights: [f64; 2], x: [f64; 2], colour: Colour, name: &str, title: &str) -> Panel {
    let mut panel = Panel::plane(Drawing::column(2), [-3.3, 2.3], [-1.3, 3.3]);
    panel.bare_plane_axes("", "");
    panel.lattice(
        VECTORS[0],
        VECTORS[1],
        Two.width(1.0).opacity(0.35),
        Two.width(1.0).opacity(0.35),
    );
    panel.title(Label::new(title));
    let corner = times(weights[0], VECTORS[0]);
    panel.segment(ORIGIN, corner, Two.width(5.0).opacity(0.5));
    panel.segment(corner, x, Two.width(5.0).opacity(0.5));
    for (k, v) in VECTORS.iter().enumerate() {
        let arrow = panel.arrow(ORIGIN, *v, Two.width(2.5));
        let label = Two.label(format!("$*v*_{}$", k + 1));
        match k {
            0 => arrow.right(0.6, label),
            _ => arrow.left(0.6, label),
        };
    }
    panel
        .arrow(ORIGIN, x, colour.width(4.0))
        .at_tip(NorthEast, name);
    panel
}
