//! How far the solution moves: two lines that are nearly parallel.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::{inverse, operator_norm_inf};
use mlmath::linear_systems::{condition_number, solve};

/// The solution in the middle of the bands.
const MIDDLE: [f64; 2] = [3.0, 1.0];

/// The part of the plane that is seen.
const SEEN: [[f64; 2]; 2] = [[-0.4, 6.2], [-0.5, 2.5]];

parameters! {
    /// What a reader sets.
    pub struct NearlyParallel {
        angle: slider("angle", [10.0, 90.0], 1.0, 15.0).unit("°"),
        delta: slider("$δ$", [0.05, 0.2], 0.01, 0.2),
    }
}

/// The matrix of two lines that meet at an angle: its rows are at right angles
/// to them, and 1 long. The first line is level.
fn lines_at(degrees: f64) -> Matrix {
    let (sin, cos) = degrees.to_radians().sin_cos();
    // Exactly 0 where it should be, or −0.00 would be printed.
    let cos = if degrees == 90.0 { 0.0 } else { cos };
    array![[0.0, 1.0], [sin, -cos + 0.0]]
}

/// The solutions for the four corners of the bands, once around.
fn corners(a: &Matrix, delta: f64) -> [[f64; 2]; 4] {
    let b = product(a, &Vector::from_iter(MIDDLE));
    let signs = [[1.0, 1.0], [1.0, -1.0], [-1.0, -1.0], [-1.0, 1.0]];
    signs.map(|[s, t]| {
        let b = &b + &array![s * delta, t * delta];
        xy(&solve(a, &b).expect("lines that meet"))
    })
}

/// Two lines with bands around them, and the angle between them.
pub fn nearly_parallel(at: NearlyParallel) -> Frame {
    let (angle, delta) = (at.angle, at.delta);
    let a = lines_at(angle);
    let corners = corners(&a, delta);
    let extent = |k: usize| {
        let along = corners.map(|corner| corner[k]);
        [
            along.into_iter().fold(f64::INFINITY, f64::min),
            along.into_iter().fold(f64::NEG_INFINITY, f64::max),
        ]
    };
    let [across, up] = [extent(0), extent(1)];
    let kappa = condition_number(&a, operator_norm_inf).expect("lines that meet");
    let reach = operator_norm_inf(&inverse(&a).expect("lines that meet"));

    let from_to = |[low, high]: [f64; 2]| format!("{} to {}", decimal(low), decimal(high));
    let state = format!(
        "At {}° with δ = {}, κ(A) = {} in the maximum norm: x₁ may be anything from {}, x₂ from {}.",
        decimal(angle),
        decimal(delta),
        decimal(kappa),
        from_to(across),
        from_to(up)
    );
    Frame::new(
        "Two lines known up to δ",
        Drawing::panels(
            1,
            vec![
                in_numbers(&a, kappa, delta * reach, [across, up]),
                in_the_plane(&a, delta, corners, across),
            ],
        ),
    )
    .describe(format!(
        "The plane with a level line and one that crosses it in {} at an angle. Around each line \
         is a band of points whose left-hand side differs from b by at most δ; together they have \
         a parallelogram in common, outlined, within which the solution may be anywhere. The \
         smaller the angle, the longer it is. In the maximum norm its farthest corner is δ‖A⁻¹‖ = \
         {} from the middle. Above stand the matrix, whose rows have length 1, and its condition \
         number in the maximum norm. {state}",
        crate::pair(MIDDLE),
        decimal(delta * reach),
    ))
    .state(state)
}

fn in_numbers(a: &Matrix, kappa: f64, reach: f64, [across, up]: [[f64; 2]; 2]) -> Panel {
    let block = Block::of(a).cells([58.0, 32.0]).bracketed().named("$*A*$");
    let block = block
        .row_named(0, "solid")
        .row_named(1, "dashed")
        .mark_row(0, One)
        .mark_row(1, Two);
    let mut panel = Panel::sheet(WIDTH, 104.0);
    panel.block([6.0, 2.0], &block);
    let between = |[low, high]: [f64; 2], name: &str| {
        format!("${} ≤ {name} ≤ {}$", decimal(low), decimal(high))
    };
    let middle = vec![
        large_maths(format!("$κ_∞(*A*) = {}$", decimal(kappa))),
        Label::new(format!("$δ‖*A*^{{-1}}‖_∞ = {}$", decimal(reach))),
    ];
    panel.lines_of_text([220.0, 64.0], East, 28.0, middle);
    let right = vec![
        Three.label(between(across, "x_1")),
        Three.label(between(up, "x_2")),
    ];
    panel.lines_of_text([370.0, 64.0], East, 28.0, right);
    panel
}

fn large_maths(markup: String) -> Label {
    Label::new(markup).large()
}

/// The lines with their bands, and what the bands have in common.
fn in_the_plane(a: &Matrix, delta: f64, corners: [[f64; 2]; 4], across: [f64; 2]) -> Panel {
    let mut panel = Panel::plane(WIDTH, SEEN[0], SEEN[1]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (row, colour) in a.rows().into_iter().zip([One, Two]) {
        let normal = [row[0], row[1]];
        let along = [normal[1], -normal[0]];
        let at = |s: f64, t: f64| [0, 1].map(|k| MIDDLE[k] + s * along[k] + t * normal[k]);
        let band = [
            at(-20.0, delta),
            at(20.0, delta),
            at(20.0, -delta),
            at(-20.0, -delta),
        ];
        let edge = colour.width(1.0).filled(0.16);
        panel.polygon(&band, &edge);
        let line = colour.width(2.0);
        let line = if colour == Two { line.dashed() } else { line };
        panel.line_through(at(0.0, 0.0), at(1.0, 0.0), &line);
    }
    let both = Three.width(2.5).filled(0.3);
    panel.polygon(&corners, &both);
    panel.dot(MIDDLE, 4.5, Three);
    for x in across {
        let drop = Three.width(2.0).dotted();
        if let Some(from) = first_least(corners, |corner| (corner[0] - x).abs()) {
            panel.segment(from, [x, SEEN[1][0]], &drop);
        }
    }
    panel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parallelogram_is_as_long_as_the_norm_of_the_inverse_says() {
        for degrees in [10.0, 33.0, 90.0] {
            let a = lines_at(degrees);
            let reach = operator_norm_inf(&inverse(&a).expect("lines that meet"));
            let corners = corners(&a, 0.2);
            let farthest = corners
                .iter()
                .map(|corner| {
                    (corner[0] - MIDDLE[0])
                        .abs()
                        .max((corner[1] - MIDDLE[1]).abs())
                })
                .fold(0.0, f64::max);
            assert!(
                (farthest - 0.2 * reach).abs() < 1e-12,
                "{degrees}: {farthest}"
            );
        }
    }
}
