//! Two iterations: their paths across level curves.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::rotation;
use mlmath::linear_systems::{conjugate_gradient_steps, jacobi_steps};
use mlmath::matrices::{diagonal, symmetric_part, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::vectors::distance;

/// The most steps that are shown.
const MOST: usize = 20;

/// Conjugate gradients are done after as many steps as there are unknowns.
const UNKNOWNS: usize = 2;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[0.5, 4.5], [-2.0, 2.5]];

parameters! {
    /// A matrix by its condition number and its turn, the solution, and how far
    /// the iterations are.
    pub struct Iterations {
        kappa: slider("$κ$", [1.0, 25.0], 1.0, 9.0),
        turn: slider("turn of the axis", [0.0, 90.0], 5.0, 45.0).unit("°"),
        solution: point("solution", PLANE, 0.1, [3.4, 1.4]),
        steps: steps("steps", MOST, MOST, 3.0),
    }
}

/// The symmetric matrix with the factors 1 and κ along two directions at a
/// right angle, the first turned by so many degrees from the first axis.
pub fn turned(kappa: f64, degrees: f64) -> Matrix {
    let turn = rotation(degrees.to_radians());
    let times = |a: &Matrix, b: &Matrix| matmul(a, b).expect("2 x 2 and 2 x 2");
    let stretched = times(&turn, &diagonal(&array![1.0, kappa]));
    // What rounding has left of symmetry is made whole.
    symmetric_part(&times(&stretched, &transpose(&turn))).expect("a square matrix")
}

/// The iterates of Jacobi's method and of conjugate gradients from 0, the start
/// among them, up to the first that is the solution, but for rounding.
fn paths(a: &Matrix, solution: &Vector, steps: usize) -> [Vec<Vector>; 2] {
    let b = product(a, solution);
    let jacobi = jacobi_steps(a, &b).expect("a positive diagonal");
    let conjugate = conjugate_gradient_steps(|x| product(a, x), &b).expect("two finite entries");
    let conjugate = conjugate.map(|iterate| iterate.expect("a positive definite matrix").x);
    [
        up_to(solution, jacobi.take(steps + 1).map(|iterate| iterate.x)),
        up_to(solution, conjugate.take(steps.min(UNKNOWNS) + 1)),
    ]
}

fn up_to(solution: &Vector, iterates: impl Iterator<Item = Vector>) -> Vec<Vector> {
    let mut path = Vec::new();
    for x in iterates {
        path.push(x);
        if distance(&path[path.len() - 1], solution) < TOLERANCE {
            break;
        }
    }
    path
}

/// How far the end of a path is from the solution, and after how many steps.
fn distance_and_steps(solution: &Vector, path: &[Vector]) -> [String; 2] {
    let steps = path.len() - 1;
    let distance = match distance(&path[steps], solution) {
        distance if distance < TOLERANCE => "0".into(),
        distance if distance < 0.005 => "less than 0.01".into(),
        distance => decimal(distance),
    };
    let plural = if steps == 1 { "" } else { "s" };
    [distance, format!("{steps} step{plural}")]
}

/// Jacobi's iteration and conjugate gradients across the level curves.
pub fn descent_in_zigzags(at: Iterations) -> Frame {
    let a = turned(at.kappa, at.turn);
    let solution = vector(at.solution);
    let [jacobi, conjugate] = paths(&a, &solution, at.steps);
    let factor = decimal(a[[0, 1]] * a[[0, 1]] / (a[[0, 0]] * a[[1, 1]]));

    let mut panel = Panel::plane(WIDTH, [-1.6, 5.2], [-2.4, 3.0]);
    // Half of xᵀAx − 2bᵀx, but for a constant.
    let above = |x: [f64; 2]| {
        let x = &vector(x) - &solution;
        x.dot(&product(&a, &x)) / 2.0
    };
    let levels = geometric_levels(above(ORIGIN) / 16.0, 2.0, 7);
    panel.level_curves(above, &levels, Ink.width(1.0).opacity(0.35));
    panel.bare_plane_axes("$x_1$", "$x_2$");
    let [zigzag, straight] = [One.line(), Two.width(3.0).dashed()];
    panel.polyline(&jacobi, zigzag);
    panel.polyline(&conjugate, straight);
    panel.scatter(&jacobi[1..], Circle, 3.5, One.full());
    panel.scatter(&conjugate[1..], Square, 4.5, Two.full());
    panel.dot(ORIGIN, 5.0, Ink);
    panel.label(ORIGIN, SouthWest, "start");
    panel.handle(at.solution, Three);
    let name = Three.label("solution").gap(11.0);
    panel.label(at.solution, NorthEast, name);

    let [far, many] = distance_and_steps(&solution, &jacobi);
    let [near, few] = distance_and_steps(&solution, &conjugate);
    let mut names = Panel::sheet(WIDTH, 30.0);
    let names_of = [
        (24.0, Circle, zigzag, format!("Jacobi, {many}")),
        (
            214.0,
            Square,
            straight,
            format!("conjugate gradients, {few}"),
        ),
    ];
    for (left, marker, style, name) in names_of {
        let [middle, right] = [17.0, 34.0].map(|along| [left + along, 18.0]);
        names.segment([left, 18.0], right, style);
        names.scatter(&[middle], marker, 4.5, style.colour.full());
        names.label(right, East, style.colour.label(name));
    }

    let ([kappa, turn], solution) = ([at.kappa, at.turn].map(decimal), pair(solution));
    let state = format!(
        "κ = {kappa} at {turn}°, solution {solution}: Jacobi's iteration is {far} away from it \
         after {many}, conjugate gradients {near} after {few}. Two Jacobi steps multiply the error \
         by {factor}."
    );
    Frame::new(
        "Jacobi's iteration and conjugate gradients",
        Drawing::stack([names, panel]),
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
