//! By how much a matrix stretches, in three norms.

use drawing::prelude::*;
use mlmath::inverse::{operator_norm_1, operator_norm_inf, stretches};
use mlmath::matrices::Mat;
use mlmath::matrix_multiplication::dot;
use mlmath::vectors::{norm_inf, norm_l1, norm_l2, scale};
use ndarray::arr2;
use std::f64::consts::TAU;

const A: [[f64; 2]; 2] = [[2.0, -1.0], [1.0, 1.0]];

/// The words of the choice of a norm, and the norms.
const WORDS: [&str; 3] = ["2-norm", "maximum norm", "1-norm"];
const NORMS: [fn(&Vector) -> f64; 3] = [norm_l2, norm_inf, norm_l1];

/// Corners of a ball that is drawn: the axes and the diagonals among them.
const CORNERS: i32 = 96;

parameters! {
    /// The direction of a vector, and the norm by which it is measured.
    pub struct Direction {
        angle: slider("direction of $*x*$", [0.0, 360.0], 1.0, 90.0).unit("°"),
        norm: choice("norm", &WORDS),
    }
}

/// The vector of norm 1 in a direction, in radians.
fn on_unit_ball(choice: usize, angle: f64) -> [f64; 2] {
    let direction = array![angle.cos(), angle.sin()];
    xy(scale(1.0 / NORMS[choice](&direction), &direction))
}

/// A vector of norm 1 that a matrix stretches most.
fn longest(choice: usize, a: &Matrix) -> [f64; 2] {
    if choice == 0 {
        // The squared length of Ax is a wave of twice the angle of x.
        let [u, v] = [0, 1].map(|j| a.column(j).to_owned());
        let wave = [dot(&u, &u) - dot(&v, &v), 2.0 * dot(&u, &v)];
        return on_unit_ball(0, wave[1].atan2(wave[0]) / 2.0);
    }
    // A corner of the square or the diamond.
    let corners = [0.0, 1.0, 2.0, 3.0].map(|k| on_unit_ball(choice, TAU * k / 8.0));
    let stretch = |x: &[f64; 2]| NORMS[choice](&vector(image(a, x)));
    first_least(corners, |x| -stretch(x)).expect("four corners")
}

/// The unit ball and its image, and the ratio of two lengths.
pub fn operator_norm_circle(Direction { angle, norm }: Direction) -> Frame {
    let a = arr2(&A);
    let most = [
        stretches(Mat(A))[0],
        operator_norm_inf(&a),
        operator_norm_1(&a),
    ][norm];
    let at = |degrees: f64| on_unit_ball(norm, degrees.to_radians());
    let (x, ax) = (at(angle), image(&a, at(angle)));
    let [of_x, of_ax] = [x, ax].map(|x| NORMS[norm](&vector(x)));
    let ratio = decimal(of_ax / of_x);
    let longest = longest(norm, &a);
    let stretched = image(&a, longest);

    let mut panel = Panel::plane(338.0, [-3.4, 3.4], [-3.4, 3.4]);
    panel.plane_axes("", "");
    let turn = |k: i32| TAU * f64::from(k) / f64::from(CORNERS);
    let edge: Vec<_> = (0..CORNERS).map(|k| on_unit_ball(norm, turn(k))).collect();
    let images: Vec<_> = edge.iter().map(|x| image(&a, x)).collect();
    let bound: Vec<_> = edge.iter().map(|x| x.map(|z| most * z)).collect();
    let [of_ball, of_image, of_largest] = [
        One.filled(0.14),
        Three.width(4.0).filled(0.14),
        Ink.width(1.75).dashed(),
    ];
    panel.polygon(&bound, of_largest);
    panel.polygon(&images, of_image);
    panel.polygon(&edge, of_ball);
    panel.arrow(ORIGIN, ax, Three.width(5.0));
    // On the side where the other arrow is not.
    let is_left = ax[0] * x[1] - ax[1] * x[0] > -TOLERANCE;
    let arrow = panel.arrow(ORIGIN, x, One.width(3.5));
    arrow.beside(is_left, 0.7, "$*x*$");
    for point in [longest, stretched] {
        panel.segment(ORIGIN, point, Ink.width(1.5));
    }
    panel.scatter(&[longest, stretched], Circle, 5.0, Ink.full());
    panel.label(stretched, SouthEast, "largest");
    let name = Three.name("$*Ax*$");
    if ax[0].abs() < 2.8 {
        // Outside the image, whose edge runs anticlockwise.
        let [before, after] = [-1.0, 1.0].map(|turn| image(&a, at(angle + turn)));
        panel.label_right(before, after, 0.5, name);
    } else {
        // Beside it the frame ends.
        panel.label(ax, if ax[1] > -TOLERANCE { North } else { South }, name);
    }

    let [x, ax, stretched, longest] = [x, ax, stretched, longest].map(pair);
    let most = decimal(most);
    let mut beside = Panel::sheet(172.0, panel.size()[1]);
    let block = Block::of(&a).cells([40.0, 32.0]).bracketed().named("$*A*$");
    beside.block([86.0 - block.middle(), 4.0], &block);
    let lines = [
        One.label(format!("$*x* = {x}$")),
        Three.label(format!("$*Ax* = {ax}$")),
        Label::new(format!("$‖*Ax*‖ / ‖*x*‖ = {ratio}$")),
        Label::new(format!("$‖*A*‖ = {most}$")),
    ];
    beside.lines_of_text([86.0, 154.0], Centre, 26.0, lines);
    let entries = [
        (Key::Line(of_ball), "unit ball"),
        (Key::Line(of_image), "its image"),
        (Key::Line(of_largest), "ball $· ‖*A*‖$"),
    ];
    beside.legend([16.0, 216.0], entries);

    let (name, ball) = (WORDS[norm], ["circle", "square", "diamond"][norm]);
    let becomes = ["an ellipse", "a parallelogram", "a parallelogram"][norm];
    let state = format!(
        "In the {name}, x = {x} and Ax = {ax}: ‖Ax‖/‖x‖ = {ratio}; the largest ratio is ‖A‖ = \
         {most}."
    );
    Frame::new(
        "The unit ball, its image, and the largest stretch",
        Drawing::beside([panel, beside]),
    )
    .describe(format!(
        "For A with the rows {}, the unit ball of the {name}, a {ball} around the origin, and its \
         image, {becomes}. An arrow x ends on the edge of the ball, an arrow Ax on the edge of the \
         image. A dashed {ball}, {most} times as large as the unit ball, holds the image and \
         touches it at {stretched}, the image of {longest}; dots mark both, joined to the origin. \
         {state}",
        rows(&a)
    ))
    .state(state)
}
