//! The figures of chapter 4, Transpose, identity and inverse.

use drawing::prelude::*;
use mlmath::inverse::{determinant, reflection, rotation};
use mlmath::matrices::times_vector;
use mlmath::vectors::distance;

mod area;
mod costs;
mod norms;
mod steps;
mod undo;

pub use area::determinant_area;
pub use costs::elimination_or_expansion;
pub use norms::operator_norm_circle;
pub use steps::gauss_jordan_steps;
pub use undo::undo_a_map;

drawing::figures![
    rotation_and_reflection,
    elimination_or_expansion,
    determinant_area,
    undo_a_map,
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

/// Ax for points of the plane.
fn image(a: &Matrix, x: [f64; 2]) -> [f64; 2] {
    let product = times_vector(a, &Vector::from_iter(x));
    xy(&product.expect("two columns and two entries"))
}

/// Draws an arrow around the origin from one angle to another, in radians.
fn turn(panel: &mut Panel, radius: f64, [from, to]: [f64; 2], style: &Style) {
    // Stretches long enough for the head, which lies on the last.
    let length = radius * (to - from).abs() * panel.unit();
    let stretches = (length / 13.0).round().max(1.0) as usize;
    let corner = |k: usize| {
        let angle = from + (to - from) * k as f64 / stretches as f64;
        [radius * angle.cos(), radius * angle.sin()]
    };
    let route: Vec<[f64; 2]> = (0..=stretches).map(corner).collect();
    panel.arrow_along(&route, 4.0, style);
}

/// The letter under a rotation and under a reflection, both orthogonal.
pub fn rotation_and_reflection() -> Frame {
    let degrees = 30.0_f64;
    let rotated = rotation(degrees.to_radians());
    let reflected = reflection(&array![1.0, -1.0]).expect("a normal that is not 0");
    let before = letter(0.6, [1.9, 0.1]);
    let det = |q: &Matrix| decimal(determinant(q).expect("a square matrix of numbers"));
    let panel = |q: &Matrix, name: &str, colour: Colour| {
        let mut panel = Panel::window(Drawing::column(2), [-0.35, 2.85], [-0.3, 3.2]);
        let axis = Ink.width(1.25).opacity(0.5);
        panel.segment([-0.3, 0.0], [2.8, 0.0], &axis);
        panel.segment([0.0, -0.25], [0.0, 2.8], &axis);
        panel.label(ORIGIN, SouthEast, Label::new("$0$").gap(4.0));
        let title = Label::new(format!("{name}: det $*Q* = {}$", det(q)));
        panel.label([1.25, 3.03], Centre, title);
        let dashed = One.dashed().filled(0.12);
        panel.polygon(&before, &dashed);
        let strong = colour.width(2.5).filled(0.3);
        panel.polygon(&before.map(|corner| image(q, corner)), &strong);
        panel
    };
    // The stem from its foot to its head, the far end of the upper bar, and the
    // near end of the foot.
    let corners = [0, 9, 8, 1].map(|k| before[k]);
    let images = [&rotated, &reflected].map(|q| corners.map(|corner| image(q, corner)));
    let stem = |[foot, head, ..]: [[f64; 2]; 4]| {
        decimal(distance(&Vector::from_iter(foot), &Vector::from_iter(head)))
    };
    let faint = Ink.width(1.5).opacity(0.7).dotted();

    let mut left = panel(&rotated, "rotation", Three);
    let [foot, foot_image] = [corners[0], images[0][0]];
    left.segment(ORIGIN, foot, &faint);
    left.segment(ORIGIN, foot_image, &faint);
    let from = foot[1].atan2(foot[0]);
    let to = from + degrees.to_radians();
    let arrow = Ink.width(1.75);
    turn(&mut left, 1.0, [from, to], &arrow);
    let [x, y] = [(from + to) / 2.0; 2];
    let angle = Label::new(format!("${}°$", decimal(degrees)));
    left.label([x.cos(), y.sin()], East, angle.gap(6.0));

    let mut right = panel(&reflected, "reflection", Four);
    let mirror = Ink.width(2.5);
    right.segment([-0.25, -0.25], [2.75, 2.75], &mirror);
    right.label([2.0, 2.0], SouthEast, "mirror");
    let halfway = [0, 1].map(|k| (foot[k] + images[1][0][k]) / 2.0);
    right.segment(foot, images[1][0], &faint);
    right.right_angle(halfway, foot, ORIGIN, 9.0);

    let sides = [(&mut left, Three), (&mut right, Four)];
    for ((panel, colour), images) in sides.into_iter().zip(images) {
        for (k, (corners, colour)) in [(corners, One), (images, colour)].into_iter().enumerate() {
            let [foot, head, end, _] = corners;
            let name = colour.label(format!("${}$", stem(corners)));
            // Outside the letter, which a reflection turns inside out.
            if k == 1 && colour == Four {
                panel.label_right(foot, head, 0.5, name);
            } else {
                panel.label_left(foot, head, 0.5, name);
            }
            panel.right_angle(head, foot, end, 9.0);
        }
    }
    Frame::new(
        "A letter under a rotation and under a reflection",
        Drawing::panels(2, vec![left, right]),
    )
    .describe(format!(
        "Two pictures of a letter F, dashed, and its image under an orthogonal matrix Q. On the \
         left Q is the rotation by {} degrees around the origin, with determinant {}: an arc with \
         an arrow turns from a dotted line to the foot of the letter to one to the foot of its \
         image, and as before the bars stand to the right of the stem, seen from its foot. On the \
         right Q is the reflection in the line x₁ = x₂, which exchanges the two coordinates, with \
         determinant {}: a dotted line between the two feet crosses the mirror at a right angle, \
         and now the bars stand to the left of the stem. In both, the stem of the image is as long \
         as that of the letter, {}, and the corner between stem and upper bar stays a right angle.",
        decimal(degrees),
        det(&rotated),
        det(&reflected),
        stem(corners)
    ))
}
