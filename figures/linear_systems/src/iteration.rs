//! Two iterations: their paths across level curves.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::rotation;
use mlmath::linear_systems::{conjugate_gradient_steps, jacobi_steps};
use mlmath::matrices::{diagonal, symmetric_part, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::vectors::norm_l2;

/// The most steps that are shown.
const MOST: usize = 20;

/// Conjugate gradients are done after as many steps as there are unknowns.
const UNKNOWNS: usize = 2;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[0.5, 4.5], [-2.0, 2.5]];

parameters! {
    /// What a reader sets.
    pub struct DescentInZigzags {
        kappa: slider("$κ$", [1.0, 25.0], 1.0, 9.0),
        turn: slider("turn of the axis", [0.0, 90.0], 5.0, 45.0).unit("°"),
        solution: point("solution", PLANE, 0.1, [3.4, 1.4]),
        steps: steps("steps", MOST, 12, 3.0),
    }
}

/// The symmetric matrix with the factors 1 and κ along two directions at a
/// right angle, the first turned by so many degrees from the first axis.
fn turned(kappa: f64, degrees: f64) -> Matrix {
    let turn = rotation(degrees.to_radians());
    let times = |a: &Matrix, b: &Matrix| matmul(a, b).expect("2 x 2 and 2 x 2");
    let a = times(
        &times(&turn, &diagonal(&array![1.0, kappa])),
        &transpose(&turn),
    );
    // What rounding has left of symmetry is made whole.
    symmetric_part(&a).expect("a square matrix")
}

/// The iterates of both methods from 0, the start among them, up to the solution.
struct Paths {
    jacobi: Vec<[f64; 2]>,
    conjugate: Vec<[f64; 2]>,
}

fn paths(a: &Matrix, solution: [f64; 2], steps: usize) -> Paths {
    let b = product(a, &Vector::from_iter(solution));
    let jacobi = jacobi_steps(a, &b).expect("a positive diagonal");
    let times_a = |x: &Vector| product(a, x);
    let conjugate = conjugate_gradient_steps(times_a, &b).expect("two finite entries");
    let conjugate = conjugate.map(|iterate| iterate.expect("a positive definite matrix"));
    let [most, fewest] = [steps, steps.min(UNKNOWNS)].map(|steps| steps + 1);
    Paths {
        jacobi: up_to(solution, jacobi.take(most).map(|i| xy(&i.x))),
        conjugate: up_to(solution, conjugate.take(fewest).map(|i| xy(&i.x))),
    }
}

/// The points up to the first that is the solution, but for rounding.
fn up_to(solution: [f64; 2], points: impl Iterator<Item = [f64; 2]>) -> Vec<[f64; 2]> {
    let mut path = Vec::new();
    for point in points {
        path.push(point);
        if distance(point, solution) < TOLERANCE {
            break;
        }
    }
    path
}

fn distance(x: [f64; 2], y: [f64; 2]) -> f64 {
    norm_l2(&array![x[0] - y[0], x[1] - y[1]])
}

/// How far a point is from the solution, as a reader expects it.
fn distance_to(solution: [f64; 2], path: &[[f64; 2]]) -> String {
    let distance = distance(path[path.len() - 1], solution);
    if distance < TOLERANCE {
        "0".into()
    } else if distance < 0.005 {
        "less than 0.01".into()
    } else {
        decimal(distance)
    }
}

/// Jacobi's iteration and conjugate gradients across the level curves.
pub fn descent_in_zigzags(at: DescentInZigzags) -> Frame {
    let [kappa, turn] = [at.kappa, at.turn];
    let (solution, steps) = (at.solution.at, at.steps);
    let a = turned(kappa, turn);
    let Paths { jacobi, conjugate } = paths(&a, solution, steps);
    let factor = a[[0, 1]] * a[[0, 1]] / (a[[0, 0]] * a[[1, 1]]);

    let mut panel = Panel::plane(WIDTH, [-1.6, 5.2], [-2.4, 3.0]);
    // Half of xᵀAx − 2bᵀx, but for a constant.
    let above = |[x, y]: [f64; 2]| {
        let [x, y] = [x - solution[0], y - solution[1]];
        (a[[0, 0]] * x * x + 2.0 * a[[0, 1]] * x * y + a[[1, 1]] * y * y) / 2.0
    };
    let levels = geometric_levels(above(ORIGIN) / 16.0, 2.0, 7);
    let faint = Ink.width(1.0).opacity(0.35);
    panel.level_curves(above, &levels, &faint);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let [zigzag, straight] = styles();
    panel.polyline(&jacobi, &zigzag);
    panel.polyline(&conjugate, &straight);
    let full = zigzag.colour.full();
    panel.scatter(&jacobi[1..], Circle, 3.5, &full);
    let full = straight.colour.full();
    panel.scatter(&conjugate[1..], Square, 4.5, &full);
    panel.dot(ORIGIN, 5.0, Ink);
    panel.label(ORIGIN, SouthWest, Label::new("start"));
    panel.handle(at.solution, Three);
    let name = Three.label("solution").gap(11.0);
    panel.label(solution, NorthEast, name);

    let counts = [jacobi.len() - 1, conjugate.len() - 1];
    let [far, near] = [&jacobi, &conjugate].map(|path| distance_to(solution, path));
    let state = format!(
        "κ = {} at {}°, solution {}: Jacobi's iteration is {far} away from it after {}, conjugate \
         gradients {near} after {}. Two Jacobi steps multiply the error by {}.",
        decimal(kappa),
        decimal(turn),
        pair(solution),
        steps_of(counts[0]),
        steps_of(counts[1]),
        decimal(factor),
    );
    Frame::new(
        "Jacobi's iteration and conjugate gradients",
        Drawing::panels(1, vec![names(counts), panel]),
    )
    .describe(format!(
        "Level curves of ½xᵀAx − bᵀx: ellipses around the solution of Ax = b, √κ times as long as \
         wide, their long axis turned from the first axis. Two paths lead from the start, the \
         origin: that of Jacobi's iteration, solid with a circle for each step, and that of \
         conjugate gradients, dashed with a square for each step, which is at the solution after \
         at most two. {state}"
    ))
    .state(state)
}

fn steps_of(count: usize) -> String {
    match count {
        1 => "1 step".into(),
        _ => format!("{count} steps"),
    }
}

/// How the two paths are drawn.
fn styles() -> [Style; 2] {
    let zigzag = One.width(2.0);
    [zigzag, Two.width(3.0).dashed()]
}

/// Which path is which.
fn names([jacobi, conjugate]: [usize; 2]) -> Panel {
    let mut panel = Panel::sheet(WIDTH, 30.0);
    let [zigzag, straight] = styles();
    let names = [
        (
            24.0,
            Circle,
            zigzag,
            format!("Jacobi, {}", steps_of(jacobi)),
        ),
        (
            214.0,
            Square,
            straight,
            format!("conjugate gradients, {}", steps_of(conjugate)),
        ),
    ];
    for (left, marker, style, name) in names {
        panel.segment([left, 18.0], [left + 34.0, 18.0], &style);
        let full = style.colour.full();
        panel.scatter(&[[left + 17.0, 18.0]], marker, 4.5, &full);
        let name = style.colour.label(name);
        panel.label([left + 34.0, 18.0], East, name);
    }
    panel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_matrix_has_its_factors_along_the_turned_directions() {
        let a = turned(9.0, 30.0);
        let (sin, cos) = 30f64.to_radians().sin_cos();
        for (direction, factor) in [(array![cos, sin], 1.0), (array![-sin, cos], 9.0)] {
            let image = product(&a, &direction);
            for k in 0..2 {
                assert!((image[k] - factor * direction[k]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn two_steps_of_jacobi_multiply_the_error_and_two_of_the_other_end_it() {
        let solution = [3.4, 1.4];
        for (kappa, turn) in [(9.0, 45.0), (25.0, 20.0), (2.0, 70.0)] {
            let a = turned(kappa, turn);
            let Paths { jacobi, conjugate } = paths(&a, solution, 6);
            let factor = a[[0, 1]] * a[[0, 1]] / (a[[0, 0]] * a[[1, 1]]);
            for (now, after) in jacobi.iter().zip(&jacobi[2..]) {
                for k in 0..2 {
                    let expected = solution[k] + factor * (now[k] - solution[k]);
                    assert!((after[k] - expected).abs() < 1e-12, "{jacobi:?}");
                }
            }
            assert_eq!(conjugate.len(), 3);
            assert_eq!(distance_to(solution, &conjugate), "0");
        }
    }
}
