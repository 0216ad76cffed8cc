//! Powers of a matrix bend every arrow to one line.

use super::at;
use drawing::prelude::*;
use mlmath::eigen::power_steps;
use mlmath::matrices::diagonal;
use std::f64::consts::FRAC_1_SQRT_2;

/// The eigenvalue that wins, of (1, 1).
const FIRST: f64 = 3.0;

/// The most steps that are shown.
const MOST: usize = 12;

/// The powers of ten that are seen.
const SEEN: [f64; 2] = [-6.6, 0.6];

parameters! {
    /// The other eigenvalue, of (1, −1), the start, and how often A is applied.
    pub struct Powers {
        second: slider("$λ_2$", [-2.75, 2.75], 0.25, 1.0),
        start: slider("start", [0.0, 180.0], 5.0, 0.0).unit("°"),
        steps: steps("steps", MOST, 4, 2.0),
    }
}

/// How far a unit vector is from the line of (1, 1): the sine of the angle.
fn miss(v: [f64; 2]) -> f64 {
    (v[1] - v[0]).abs() * FRAC_1_SQRT_2
}

/// The unit vectors of A⁰x, A¹x and so on. They are computed in weights of the
/// eigenvectors, so that a start on a line stays on it: in the usual weights
/// rounding would give it a part in the other, which then wins.
pub fn path(second: f64, start: f64, steps: usize) -> Vec<[f64; 2]> {
    let [x, y] = at(start);
    let parts = [(x + y) * FRAC_1_SQRT_2, (x - y) * FRAC_1_SQRT_2];
    let parts = parts.map(|part| if part.abs() < TOLERANCE { 0.0 } else { part });
    let a = diagonal(&array![FIRST, second]);
    let start = vector(parts);
    let iterates = power_steps(&a, &start).expect("a start with a direction");
    let back = |parts: &Vector| {
        let [p, q] = xy(parts);
        [(p + q) * FRAC_1_SQRT_2, (p - q) * FRAC_1_SQRT_2]
    };
    let back = iterates.take(steps + 1).map(|pair| back(&pair.vector));
    back.collect()
}

/// Power iteration, step by step, and its error.
pub fn towards_one_line(
    Powers {
        second,
        start,
        steps,
    }: Powers,
) -> Frame {
    let path = path(second, start, steps);
    let last = path[path.len() - 1];
    let error = miss(last);

    let mut plane = Panel::plane(300.0, [-1.3, 1.3], [-1.3, 1.3]);
    plane.sparse_plane_axes(1.0, "", "");
    plane.circle(ORIGIN, 1.0, Grid.width(1.0));
    plane.line_through([-1.0, -1.0], [1.0, 1.0], Two.width(2.0).dashed());
    plane.line_through([-1.0, 1.0], [1.0, -1.0], Two.width(1.5).dotted());
    // The names stand on the far sides of the first and the last arrow.
    let [x, y] = path[0];
    let turned_left = x * last[1] - y * last[0] > -TOLERANCE;
    for (k, v) in path[..path.len() - 1].iter().enumerate() {
        let arrow = plane.arrow(ORIGIN, *v, One.width(1.75).opacity(0.55));
        if k == 0 {
            arrow.beside(!turned_left, 0.8, One.label("$*v*_0$"));
        }
    }
    let name = One.name(format!("$*v*_{}$", braced(path.len() - 1)));
    plane
        .arrow(ORIGIN, last, One.width(4.0))
        .beside(turned_left, 0.75, name);

    let mut chart = Panel::chart(210.0, 192.0, [0.0, MOST as f64], SEEN);
    chart.log_axes("step", "error");
    let predicted = |k: f64| miss(path[0]).log10() + k * (second.abs() / FIRST).log10();
    if second != 0.0 && miss(path[0]) > TOLERANCE {
        chart.graph(predicted, Two.width(1.5).dashed());
    }
    let errors = path
        .iter()
        .enumerate()
        .map(|(k, v)| [k as f64, miss(*v).log10()]);
    let errors: Vec<_> = errors
        .filter(|[_, e]| (SEEN[0]..=SEEN[1]).contains(e))
        .collect();
    chart.scatter(&errors, Circle, 4.0, One.full());

    let ratio = rounded(second.abs() / FIRST, 3);
    let error = if error < 1e-9 {
        "0".into()
    } else {
        scientific(error)
    };
    let (count, [second, start]) = (path.len() - 1, [second, start].map(decimal));
    let plural = if count == 1 { "" } else { "s" };
    let state = format!(
        "λ₂ = {second}, start {start}°: after {count} step{plural} v = {} is off the line by \
         {error}; |λ₂/λ₁| = {ratio}.",
        pair(last)
    );
    Frame::new(
        "Applied again and again, a matrix turns arrows to one line",
        Drawing::beside([plane, chart]),
    )
    .describe(format!(
        "Left, unit arrows from the origin: the start v₀, and behind it the directions of Av₀, \
         A²v₀ and so on, the last one thick. A dashed line through (1, 1) belongs to the \
         eigenvalue 3, a dotted one through (1, −1) to λ₂. Right, a dot for each step: the sine \
         of the angle to the dashed line, on a scale of powers of ten, and the dashed line of \
         powers of |λ₂/λ₁|. {state}"
    ))
    .state(state)
}

/// An index as markup, in braces if it has two digits.
fn braced(k: usize) -> String {
    if k < 10 {
        k.to_string()
    } else {
        format!("{{{k}}}")
    }
}

/// A number with two digits and its power of ten.
fn scientific(x: f64) -> String {
    if x >= 0.01 {
        return rounded(x, 3);
    }
    let text = format!("{x:.1e}");
    let (digits, power) = text.split_once('e').expect("a power of ten");
    format!("{digits}·10{}", raised(power))
}
