//! How far the solution moves: two lines that are nearly parallel.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::{inverse, operator_norm_inf};
use mlmath::linear_systems::solve;

/// The solution in the middle of the bands.
const MIDDLE: [f64; 2] = [3.0, 1.0];

/// The part of the plane that is seen.
const SEEN: [[f64; 2]; 2] = [[-0.4, 6.2], [-0.5, 2.5]];

parameters! {
    /// The angle between two lines, and how far the right-hand side may be off.
    pub struct Bands {
        angle: slider("angle", [10.0, 90.0], 1.0, 15.0).unit("°"),
        delta: slider("$δ$", [0.05, 0.2], 0.01, 0.2),
    }
}

/// The matrix of two lines that meet at an angle: its rows are at right angles
/// to them, and 1 long. The first line is level.
pub fn lines_at(degrees: f64) -> Matrix {
    let (sin, cos) = degrees.to_radians().sin_cos();
    // Exactly 0 where it should be, or −0.00 would be printed.
    let cos = if degrees == 90.0 { 0.0 } else { cos };
    array![[0.0, 1.0], [sin, -cos + 0.0]]
}

/// The solutions for the four corners of the bands, once around.
fn corners(a: &Matrix, delta: f64) -> [[f64; 2]; 4] {
    let b = product(a, &vector(MIDDLE));
    let signs = [[1.0, 1.0], [1.0, -1.0], [-1.0, -1.0], [-1.0, 1.0]];
    signs.map(|[s, t]| {
        let b = &b + &array![s * delta, t * delta];
        xy(solve(a, &b).expect("lines that meet"))
    })
}

/// Two lines with bands around them, and the angle between them.
pub fn nearly_parallel(Bands { angle, delta }: Bands) -> Frame {
    let a = lines_at(angle);
    let corners = corners(&a, delta);
    let [across, up] = [0, 1].map(|k| {
        let along = corners.map(|corner| corner[k]);
        [f64::min, f64::max].map(|most| along.into_iter().fold(along[0], most))
    });
    let reach = decimal(delta * operator_norm_inf(&inverse(&a).expect("lines that meet")));
    let plane = in_the_plane(&a, delta, corners, across);
    let [[left, right], [low, high]] = [across, up].map(|ends| ends.map(decimal));

    let block = Block::of(&a).cells([58.0, 32.0]).bracketed().named("$*A*$");
    let block = block
        .row_named(0, "solid")
        .row_named(1, "dashed")
        .mark_row(0, One)
        .mark_row(1, Two);
    let mut numbers = Panel::sheet(WIDTH, 104.0);
    numbers.block([6.0, 2.0], &block);
    let farthest = Ink.label(format!("$δ‖*A*^{{-1}}‖_∞ = {reach}$"));
    numbers.label([220.0, 64.0], East, farthest);
    let lines = [
        Three.label(format!("${left} ≤ x_1 ≤ {right}$")),
        Three.label(format!("${low} ≤ x_2 ≤ {high}$")),
    ];
    numbers.lines_of_text([370.0, 64.0], East, 28.0, lines);

    let ([angle, delta], middle) = ([angle, delta].map(decimal), pair(MIDDLE));
    let state = format!(
        "At {angle}° with δ = {delta}, x₁ may be anything from {left} to {right}, x₂ from {low} to \
         {high}: the farthest corner is δ‖A⁻¹‖ = {reach} from the middle."
    );
    Frame::new("Two lines known up to δ", Drawing::stack([numbers, plane]))
        .describe(format!(
            "The plane with a level line and one that crosses it in {middle} at an angle. Around \
             each line is a band of points whose left-hand side differs from b by at most δ; \
             together they have a parallelogram in common, outlined, within which the solution may \
             be anywhere. The smaller the angle, the longer it is. Above stand the matrix, whose \
             rows have length 1, and δ‖A⁻¹‖. Distances are in the maximum norm. {state}"
        ))
        .state(state)
}

/// The lines with their bands, and what the bands have in common.
fn in_the_plane(a: &Matrix, delta: f64, corners: [[f64; 2]; 4], across: [f64; 2]) -> Panel {
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (row, line) in a.rows().into_iter().zip([One.line(), Two.dashed()]) {
        let [x, y] = xy(row);
        let at = |s: f64, t: f64| [MIDDLE[0] + s * y + t * x, MIDDLE[1] - s * x + t * y];
        let band = [
            [-20.0, delta],
            [20.0, delta],
            [20.0, -delta],
            [-20.0, -delta],
        ];
        let band = band.map(|[s, t]| at(s, t));
        panel.polygon(&band, line.colour.width(1.0).filled(0.16));
        panel.line_through(at(0.0, 0.0), at(1.0, 0.0), line);
    }
    panel.polygon(&corners, Three.width(2.5).filled(0.3));
    panel.dot(MIDDLE, 4.5, Three);
    for x in across {
        if let Some(from) = first_least(corners, |corner| (corner[0] - x).abs()) {
            panel.segment(from, [x, SEEN[1][0]], Three.dotted());
        }
    }
    panel
}
