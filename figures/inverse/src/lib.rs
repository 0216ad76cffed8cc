//! The figures of chapter 4, Transpose, identity and inverse.

use drawing::prelude::*;
use mlmath::inverse::{determinant, reflection, rotation};
use mlmath::vectors::distance;

mod area;
mod blur;
mod costs;
mod norms;
mod steps;
#[cfg(test)]
mod tests;
mod undo;

use area::determinant_area;
use blur::undo_a_blur;
use costs::elimination_or_expansion;
use norms::operator_norm_circle;
use steps::gauss_jordan_steps;
use undo::undo_a_map;

drawing::figures![
    rotation_and_reflection,
    elimination_or_expansion,
    determinant_area,
    undo_a_map,
    undo_a_blur,
    gauss_jordan_steps,
    operator_norm_circle
];

/// A letter F, its lower left corner in the origin: no turn and no reflection
/// leaves it as it is. The corners follow each other anticlockwise.
const LETTER: [[f64; 2]; 10] = [
    [0.0, 0.0],
    [0.4, 0.0],
    [0.4, 0.8],
    [0.9, 0.8],
    [0.9, 1.2],
    [0.4, 1.2],
    [0.4, 1.6],
    [1.2, 1.6],
    [1.2, 2.0],
    [0.0, 2.0],
];

/// The letter in another size, its lower left corner elsewhere.
fn letter(size: f64, [x, y]: [f64; 2]) -> [[f64; 2]; 10] {
    LETTER.map(|[across, up]| [x + size * across, y + size * up])
}

/// Draws an arrow around the origin from one angle to another, in radians.
fn turn(panel: &mut Panel, radius: f64, [from, to]: [f64; 2], width: f64) {
    // Stretches long enough for the head, which lies on the last.
    let length = radius * (to - from).abs() * panel.unit();
    let stretches = (length / 13.0).round().max(1.0);
    let corner = |k: usize| {
        let (sin, cos) = (from + (to - from) * k as f64 / stretches).sin_cos();
        [radius * cos, radius * sin]
    };
    let route: Vec<_> = (0..=stretches as usize).map(corner).collect();
    panel.arrow_along(&route, 4.0, Ink.width(width));
}

/// The letter under a rotation and under a reflection, both orthogonal.
pub fn rotation_and_reflection() -> Frame {
    let degrees = 30.0_f64;
    let rotated = rotation(degrees.to_radians());
    let reflected = reflection(&array![1.0, -1.0]).expect("a normal that is not 0");
    let before = letter(0.6, [1.9, 0.1]);
    let foot = before[0];
    let det = |q: &Matrix| decimal(determinant(q).expect("a square matrix of numbers"));
    // From the foot of the letter to its head.
    let stem = |letter: &[[f64; 2]]| decimal(distance(&vector(letter[0]), &vector(letter[9])));
    let panel = |q: &Matrix, name: &str, colour: Colour| {
        let after = before.map(|corner| image(q, corner));
        let mut panel = Panel::window(Drawing::column(2), [-0.35, 2.85], [-0.3, 3.2]);
        let axis = Ink.width(1.25).opacity(0.5);
        panel.segment([-0.3, 0.0], [2.8, 0.0], axis);
        panel.segment([0.0, -0.25], [0.0, 2.8], axis);
        panel.label(ORIGIN, SouthEast, Label::new("$0$").gap(4.0));
        let title = format!("{name}: det $*Q* = {}$", det(q));
        panel.label([1.25, 3.03], Centre, title);
        panel.polygon(&before, One.dashed().filled(0.12));
        panel.polygon(&after, colour.width(2.5).filled(0.3));
        for (letter, colour) in [(before, One), (after, colour)] {
            let [foot, head, end_of_bar] = [0, 9, 8].map(|k| letter[k]);
            // Outside the letter, which a reflection turns inside out.
            let (from, to) = match colour {
                Four => (head, foot),
                _ => (foot, head),
            };
            panel.label_left(from, to, 0.5, colour.label(format!("${}$", stem(&letter))));
            panel.right_angle(head, foot, end_of_bar, 9.0);
        }
        (panel, after)
    };
    let faint = Ink.width(1.5).opacity(0.7).dotted();

    let (mut left, after) = panel(&rotated, "rotation", Three);
    for foot in [foot, after[0]] {
        left.segment(ORIGIN, foot, faint);
    }
    let from = foot[1].atan2(foot[0]);
    let to = from + degrees.to_radians();
    turn(&mut left, 1.0, [from, to], 1.75);
    let (sin, cos) = ((from + to) / 2.0).sin_cos();
    let angle = Label::new(format!("${degrees}°$"));
    left.label([cos, sin], East, angle.gap(6.0));

    let (mut right, after) = panel(&reflected, "reflection", Four);
    right.segment([-0.25, -0.25], [2.75, 2.75], Ink.width(2.5));
    right.label([2.0, 2.0], SouthEast, "mirror");
    right.segment(foot, after[0], faint);
    let halfway = part_of_the_way(foot, after[0], 0.5);
    right.right_angle(halfway, foot, ORIGIN, 9.0);

    let [turned, mirrored] = [&rotated, &reflected].map(det);
    Frame::new(
        "A letter under a rotation and under a reflection",
        Drawing::beside([left, right]),
    )
    .describe(format!(
        "Two pictures of a letter F, dashed, and its image under an orthogonal matrix Q. On the \
         left Q is the rotation by {degrees} degrees around the origin, with determinant {turned}: \
         an arc with an arrow turns from a dotted line to the foot of the letter to one to the \
         foot of its image, and as before the bars stand to the right of the stem, seen from its \
         foot. On the right Q is the reflection in the line x₁ = x₂, which exchanges the two \
         coordinates, with determinant {mirrored}: a dotted line between the two feet crosses the \
         mirror at a right angle, and now the bars stand to the left of the stem. In both, the \
         stem of the image is as long as that of the letter, {}, and the corner between stem and \
         upper bar stays a right angle.",
        stem(&before)
    ))
}
