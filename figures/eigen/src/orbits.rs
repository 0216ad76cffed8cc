//! Where vectors go if a matrix is applied again and again, by its trace and
//! determinant.

use drawing::prelude::*;
use mlmath::eigen::{PlaneEigenvalues, plane_eigenvalues};
use mlmath::matrices::Mat;
use ndarray::arr2;

/// The traces and determinants that can be chosen.
const PLANE: [[f64; 2]; 2] = [[-2.5, 2.5], [-1.5, 1.5]];

/// The part of the plane in which vectors are followed, and for how many steps.
const SEEN: f64 = 2.2;
const STEPS: usize = 24;

/// Where vectors start.
const STARTS: [[f64; 2]; 4] = [[2.0, 0.6], [-2.0, -0.6], [-0.5, 1.0], [0.5, -1.0]];

parameters! {
    /// Trace and determinant.
    pub struct Chosen {
        p: point("(trace, determinant)", PLANE, 0.05, [1.6, 0.9]),
    }
}

/// A matrix with this trace and determinant: along the diagonals a stretch, or a
/// rotation with a factor.
pub fn matrix([trace, det]: [f64; 2]) -> Matrix {
    let mean = trace / 2.0;
    let under_root = mean * mean - det;
    let beside = under_root.abs().sqrt();
    arr2(&[[mean, beside.copysign(under_root)], [beside, mean]])
}

/// The orbits of the starts.
pub fn orbits(a: &Matrix) -> Vec<Vec<[f64; 2]>> {
    let orbit = |start: [f64; 2]| {
        let mut orbit = vec![start];
        while orbit.len() <= STEPS {
            let next = image(a, orbit[orbit.len() - 1]);
            orbit.push(next);
            if next.iter().any(|x| x.abs() > 3.0 * SEEN) {
                break;
            }
        }
        orbit
    };
    STARTS.map(orbit).to_vec()
}

/// Trace and determinant as a point, and orbits of a matrix that has them.
pub fn orbits_by_trace_and_determinant(Chosen { p }: Chosen) -> Frame {
    let [trace, det] = p.at;
    let a = matrix(p.at);
    let values = plane_eigenvalues(Mat([[a[[0, 0]], a[[0, 1]]], [a[[1, 0]], a[[1, 1]]]]));
    let (said, radius) = match values {
        PlaneEigenvalues::Real([x, y]) => {
            let said = format!("real eigenvalues {} and {}", decimal(x), decimal(y));
            (said, x.abs().max(y.abs()))
        }
        PlaneEigenvalues::Pair { real, imaginary } => {
            let said = format!("the pair {} ± {}i", decimal(real), decimal(imaginary));
            (said, real.hypot(imaginary))
        }
    };
    let fate = match radius {
        r if r < 1.0 - TOLERANCE => "all vectors shrink to 0",
        r if r > 1.0 + TOLERANCE => "almost all vectors grow without bound",
        _ => "some vector keeps its size",
    };

    let mut map = Panel::plane(300.0, [-2.9, 2.9], [-1.7, 1.7]);
    map.polygon(
        &[[-2.0, 1.0], [2.0, 1.0], [0.0, -1.0]],
        Three.width(1.5).filled(0.16),
    );
    map.sparse_plane_axes(1.0, "tr", "det");
    map.graph(|trace| trace * trace / 4.0, Two.width(2.0).dashed());
    map.label([-1.0, 1.34], Centre, Two.label("pairs").bare());
    map.label([1.75, -0.9], Centre, Label::new("real").bare());
    map.handle(p, One);

    let mut plane = Panel::plane(210.0, [-SEEN, SEEN], [-SEEN, SEEN]);
    plane.sparse_plane_axes(1.0, "", "");
    for (k, orbit) in orbits(&a).iter().enumerate() {
        let colour = if k % 2 == 0 { One } else { Four };
        plane.polyline(orbit, colour.width(1.0).opacity(0.6));
        plane.scatter(orbit, Circle, 2.6, colour.full());
        plane.ring(orbit[0], 5.0, colour);
    }

    let [trace, det, radius] = [trace, det, radius].map(decimal);
    let state = format!("Trace {trace}, determinant {det}: {said}, ρ = {radius}; {fate}.");
    Frame::new(
        "Trace and determinant decide where vectors go",
        Drawing::beside([map, plane]),
    )
    .describe(format!(
        "Left, the plane of trace and determinant with a point to drag, the dashed parabola det = \
         tr²/4, above which eigenvalues are complex pairs, and a filled triangle with the corners \
         (−2, 1), (2, 1) and (0, −1), within which the spectral radius is below 1. Right, for a \
         matrix with this trace and determinant, four starts, rings, and where each goes if the \
         matrix is applied again and again, a dot for each step. {state}"
    ))
    .state(state)
}
