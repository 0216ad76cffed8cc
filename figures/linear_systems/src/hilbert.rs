//! How far a solution can be trusted: systems of Hilbert's matrices.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::{condition_number, hilbert, solve};
use mlmath::vectors::norm_inf;

/// The sizes of Hilbert's matrices of which a digit is certain.
const SIZES: std::ops::RangeInclusive<usize> = 2..=11;

/// The unit roundoff of f64, 2⁻⁵³.
pub const ROUNDOFF: f64 = f64::EPSILON / 2.0;

/// A Hilbert system whose exact solution has only ones, solved: ‖x̂ − x‖/‖x‖,
/// where ‖x‖ = 1, ‖b − Ax̂‖/‖b‖, and κ(A)·u.
fn solved(n: usize) -> [f64; 3] {
    let (a, x) = (hilbert(n), Vector::ones(n));
    let b = product(&a, &x);
    let found = solve(&a, &b).expect("a Hilbert matrix has an inverse");
    let kappa = condition_number(&a, operator_norm_inf).expect("a Hilbert matrix has an inverse");
    let residual = norm_inf(&(&b - &product(&a, &found))) / norm_inf(&b);
    [norm_inf(&(&found - &x)), residual, kappa * ROUNDOFF]
}

/// Error and residual of Hilbert systems as they grow.
pub fn hilbert_digits() -> Frame {
    let all: Vec<_> = SIZES.map(|n| (n, solved(n))).collect();
    let [error, residual, bound] = [0, 1, 2].map(|k| {
        let points = all.iter().map(|(n, solved)| [*n as f64, solved[k].log10()]);
        points.collect::<Vec<_>>()
    });
    let mut panel = Panel::chart(WIDTH, 300.0, [1.4, 11.6], [-18.0, 4.0]);
    panel.chart_axes("size $n$ of the Hilbert matrix", "power of ten");
    let [one, two, ink] = [One, Two, Ink].map(|colour| colour.width(1.5));
    let u = ROUNDOFF.log10();
    panel.segment([1.4, u], [11.6, u], ink.dotted());
    panel.label([2.4, u], South, "$u$");
    panel.polyline(&bound, ink.dashed());
    panel.polyline(&residual, two);
    panel.polyline(&error, one);
    let [one, two] = [one, two].map(|line| line.width(1.25).filled(0.35));
    panel.scatter(&residual, Triangle, 4.5, two);
    panel.scatter(&error, Circle, 5.0, one);
    let entries = [
        (Key::Line(ink.dashed()), "$κ_∞(*A*) · u$"),
        (Key::Point(Circle, 5.0, one), "relative error"),
        (Key::Point(Triangle, 4.5, two), "relative residual"),
    ];
    panel.legend([1.8, 3.6], entries);

    let error = |n: usize| format!("{} for n = {n}", scientific(solved(n)[0]));
    let errors = joined([2, 5, 8, 10, 11].map(error), ", ");
    let largest = all.iter().map(|(_, solved)| solved[1]).fold(0.0, f64::max);
    let [least, most] = [0, all.len() - 1].map(|k| scientific(all[k].1[2]));
    let (largest, first, last) = (scientific(largest), SIZES.start(), SIZES.end());
    Frame::new("Hilbert systems: a small residual, a large error", panel).describe(format!(
        "A chart of powers of ten over the size n of the Hilbert matrix, from {first} to {last}, \
         for systems whose exact solution has only ones. The relative errors, circles, rise along \
         a straight line: {errors}. A dashed line, κ(A) times u in the maximum norm as f64 \
         computes it, rises along with them, a little above, from {least} to {most}. The relative \
         residuals, triangles, stay near the dotted line of u: none is greater than {largest}, and \
         for n = 2 and 3 they are 0 and not drawn."
    ))
}

/// A number with one digit and its power of ten.
pub fn scientific(x: f64) -> String {
    let text = format!("{x:.0e}");
    let (digit, power) = text.split_once('e').expect("a power of ten");
    match power {
        "0" => digit.into(),
        _ => format!("{digit}·10{}", raised(power)),
    }
}
