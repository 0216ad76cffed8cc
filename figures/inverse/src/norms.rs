//! By how much a matrix stretches, in three norms.

use super::image;
use drawing::prelude::*;
use mlmath::inverse::{operator_norm_1, operator_norm_inf, stretches};
use mlmath::matrices::Mat;
use mlmath::matrix_multiplication::dot;
use mlmath::vectors::{norm_inf, norm_l1, norm_l2, scale};
use std::f64::consts::TAU;

/// The words of the choice of a norm.
const NORMS: [&str; 3] = ["2-norm", "maximum norm", "1-norm"];

/// Corners of a ball that is drawn: the axes and the diagonals among them.
const CORNERS: i32 = 96;

parameters! {
    /// What a reader sets.
    pub struct OperatorNormCircle {
        angle: slider("direction of $*x*$", [0.0, 360.0], 1.0, 90.0).unit("°"),
        norm: choice("norm", &NORMS),
    }
}

/// The norm of a choice.
fn norm(choice: usize, x: &Vector) -> f64 {
    match choice {
        0 => norm_l2(x),
        1 => norm_inf(x),
        _ => norm_l1(x),
    }
}

/// The vector of norm 1 in a direction, in radians.
fn on_unit_ball(choice: usize, angle: f64) -> [f64; 2] {
    let direction = array![angle.cos(), angle.sin()];
    xy(&scale(1.0 / norm(choice, &direction), &direction))
}

/// The operator norm of A, and a vector of norm 1 that A stretches so much.
fn largest(choice: usize, a: &Matrix) -> (f64, [f64; 2]) {
    match choice {
        0 => {
            let [first, second] = [0, 1].map(|j| a.column(j).to_owned());
            // The squared length of Ax is a wave of twice the angle of x.
            let wave = [
                dot(&first, &first) - dot(&second, &second),
                2.0 * dot(&first, &second),
            ];
            let norm = stretches(Mat([[a[[0, 0]], a[[0, 1]]], [a[[1, 0]], a[[1, 1]]]]))[0];
            (norm, on_unit_ball(0, wave[1].atan2(wave[0]) / 2.0))
        }
        1 => {
            let norm = operator_norm_inf(a);
            // The signs of the row with the largest sum.
            let row = a
                .rows()
                .into_iter()
                .find(|row| norm_l1(&row.to_owned()) == norm);
            let row = row.expect("the row of the largest sum");
            (norm, [row[0].signum(), row[1].signum()])
        }
        _ => {
            let norm = operator_norm_1(a);
            let sums = [0, 1].map(|j| norm_l1(&a.column(j).to_owned()));
            (
                norm,
                if sums[0] == norm {
                    [1.0, 0.0]
                } else {
                    [0.0, 1.0]
                },
            )
        }
    }
}

/// The unit ball and its image, and the ratio of two lengths.
pub fn operator_norm_circle(at: OperatorNormCircle) -> Frame {
    let (degrees, choice) = (at.angle, at.norm);
    let a = array![[2.0, 1.0], [0.0, 1.0]];
    let x = on_unit_ball(choice, degrees.to_radians());
    let ax = image(&a, x);
    let of = |x: [f64; 2]| norm(choice, &Vector::from_iter(x));
    let ratio = decimal(of(ax) / of(x));
    let (most, longest) = largest(choice, &a);
    let name = NORMS[choice];
    let [ball, becomes] = [
        ["circle", "an ellipse"],
        ["square", "a parallelogram"],
        ["diamond", "a parallelogram"],
    ][choice];

    let mut panel = Panel::plane(338.0, [-3.4, 3.4], [-3.4, 3.4]);
    panel.plane_axes("", "");
    let edge: Vec<[f64; 2]> = (0..CORNERS)
        .map(|k| on_unit_ball(choice, TAU * f64::from(k) / f64::from(CORNERS)))
        .collect();
    let looks = [
        One.filled(0.14),
        Three.width(4.0).filled(0.14),
        Ink.width(1.75).dashed(),
    ];
    let [of_ball, of_image, of_largest] = looks;
    let images: Vec<[f64; 2]> = edge.iter().map(|&x| image(&a, x)).collect();
    let bound: Vec<[f64; 2]> = edge.iter().map(|x| x.map(|z| most * z)).collect();
    panel.polygon(&bound, &of_largest);
    panel.polygon(&images, &of_image);
    panel.polygon(&edge, &of_ball);
    let stretched = image(&a, longest);
    let diamond = Ink.full();
    panel.arrow(ORIGIN, ax, Three.width(5.0));
    panel.arrow(ORIGIN, x, One.width(3.5));
    panel.scatter(&[longest, stretched], Diamond, 5.0, &diamond);
    let label = |name: &str, colour: Colour| colour.name(name);
    let [of_x, of_ax] = [label("$*x*$", One), label("$*Ax*$", Three)];
    // On the side where the other arrow is not.
    if ax[0] * x[1] - ax[1] * x[0] > -TOLERANCE {
        panel.label_left(ORIGIN, x, 0.7, of_x);
    } else {
        panel.label_right(ORIGIN, x, 0.7, of_x);
    }
    // Outside the image, whose edge runs anticlockwise.
    let [before, after] = [-1.0, 1.0].map(|turn| {
        let direction = degrees + turn;
        image(&a, on_unit_ball(choice, direction.to_radians()))
    });
    if ax[0].abs() < 2.8 {
        panel.label_right(before, after, 0.5, of_ax);
    } else {
        // Beside it the frame ends.
        let place = if ax[1] > 0.0 { North } else { South };
        panel.label(ax, place, of_ax);
    }

    let mut beside = Panel::sheet(172.0, panel.size()[1]);
    let block = Block::of(&a).cells([40.0, 32.0]).bracketed().named("$*A*$");
    beside.block([86.0 - block.middle(), 4.0], &block);
    let lines = vec![
        One.label(format!("$*x* = {}$", pair(x))),
        Three.label(format!("$*Ax* = {}$", pair(ax))),
        Label::new(format!("$‖*Ax*‖ / ‖*x*‖ = {ratio}$")),
        Label::new(format!("$‖*A*‖ = {}$", decimal(most))),
    ];
    beside.lines_of_text([86.0, 154.0], Centre, 26.0, lines);
    let entries = [
        (Key::Line(of_ball), "unit ball"),
        (Key::Line(of_image), "its image"),
        (Key::Line(of_largest), "ball $· ‖*A*‖$"),
        (Key::Point(Diamond, 5.0, diamond), "largest ratio"),
    ];
    beside.legend([16.0, 216.0], entries);

    let state = format!(
        "In the {name}, x = {} and Ax = {}: ‖Ax‖/‖x‖ = {ratio}; the largest ratio is ‖A‖ = {}.",
        pair(x),
        pair(ax),
        decimal(most)
    );
    Frame::new(
        "The unit ball, its image, and the largest stretch",
        Drawing::panels(2, vec![panel, beside]),
    )
    .describe(format!(
        "For A with the rows (2, 1) and (0, 1), the unit ball of the {name}, a {ball} around the \
         origin, and its image, {becomes}. An arrow x ends on the edge of the ball, an arrow Ax on \
         the edge of the image. A dashed {ball}, {} times as large as the unit ball, holds the \
         image and touches it at {}, the image of {}; both points are marked by diamonds. {state}",
        decimal(most),
        pair(stretched),
        pair(longest),
    ))
    .state(state)
}
