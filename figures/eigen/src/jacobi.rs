//! Rotations that make a symmetric matrix diagonal.

use drawing::prelude::*;
use mlmath::eigen::{JacobiStep, jacobi_steps};

/// The number of rows.
const N: usize = 5;

/// The most rotations that are shown.
const MOST: usize = 24;

/// The powers of ten that are seen.
const SEEN: [f64; 2] = [-9.5, 1.5];

parameters! {
    /// How many rotations were made.
    pub struct Rotations {
        steps: steps("rotations", MOST, 8, 3.0),
    }
}

/// The symmetric matrix: 4 − |i − j| but for a change of sign.
pub fn start() -> Matrix {
    Matrix::from_shape_fn((N, N), |(i, j)| {
        let sign = if (i * j) % 3 == 2 { -1.0 } else { 1.0 };
        sign * (4.0 - i.abs_diff(j) as f64)
    })
}

/// The steps of Jacobi's method, as many as are shown; the unit is 4.
fn steps() -> Vec<JacobiStep> {
    let a = start();
    let steps = jacobi_steps(&a).expect("a symmetric matrix");
    steps.take(MOST + 1).collect()
}

/// The matrix after some rotations, and what is left beside the diagonal.
pub fn towards_a_diagonal(Rotations { steps: count }: Rotations) -> Frame {
    const UNIT: f64 = 4.0;
    let steps = steps();
    let count = count.min(steps.len() - 1);
    let now = &steps[count].matrix * UNIT;
    let largest = now.iter().fold(0.0, |most: f64, x| most.max(x.abs()));

    let mut picture = Panel::sheet(270.0, 284.0);
    let shades = Shades::diverging(largest).for_numbers();
    let corners = [[5.0, 16.0], [265.0, 276.0]];
    picture.heat_map(corners, &now, &shades);
    picture.cell_numbers(corners, &now, decimal);

    let mut chart = Panel::chart(240.0, 194.0, [0.0, MOST as f64], SEEN);
    chart.log_axes("rotations", "beside the diagonal");
    let rest = |step: &JacobiStep| UNIT * step.beside_the_diagonal();
    let dots: Vec<[f64; 2]> = steps
        .iter()
        .enumerate()
        .map(|(k, step)| [k as f64, rest(step).log10()])
        .filter(|[_, power]| *power >= SEEN[0])
        .collect();
    chart.scatter(&dots, Circle, 3.0, One.width(1.0));
    let reached = [count as f64, rest(&steps[count]).log10()];
    if reached[1] >= SEEN[0] {
        chart.dot(reached, 5.5, One);
    }

    let left = rest(&steps[count]);
    let left = if left < 1e-9 {
        "less than 10⁻⁹".into()
    } else {
        scientific(left)
    };
    let plural = if count == 1 { "" } else { "s" };
    let state = format!(
        "After {count} rotation{plural} the norm beside the diagonal is {left}; on it stand {}.",
        listed(now.diag())
    );
    Frame::new(
        "Rotations make a symmetric matrix diagonal",
        Drawing::beside([picture, chart]),
    )
    .describe(format!(
        "Left, a symmetric 5 by 5 matrix with its numbers, shaded by size: \
         after each rotation the largest entry beside the diagonal has become 0. Right, the norm \
         of all that is beside the diagonal, a dot for each rotation, on a scale of powers of \
         ten: it falls slowly at first, then ever faster. {state}"
    ))
    .state(state)
}

/// A number with two digits and its power of ten.
fn scientific(x: f64) -> String {
    if x >= 0.01 {
        return decimal(x);
    }
    let text = format!("{x:.0e}");
    let (digits, power) = text.split_once('e').expect("a power of ten");
    format!("{digits}·10{}", raised(power))
}
