//! How far a solution can be trusted: systems of Hilbert's matrices.

use super::product;
use drawing::prelude::*;
use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::{Lu, condition_number, hilbert};
use mlmath::vectors::norm_inf;

/// The sizes of Hilbert's matrices.
const SIZES: std::ops::RangeInclusive<usize> = 2..=13;

/// The unit roundoff of f64, 2⁻⁵³.
pub const ROUNDOFF: f64 = f64::EPSILON / 2.0;

/// What is drawn, in powers of ten: the range across and up.
const SEEN: [[f64; 2]; 2] = [[1.4, 13.6], [-18.0, 9.0]];

/// Where a size is marked that is refused.
const REFUSED: f64 = 1.5;

/// A Hilbert system whose exact solution has only ones.
struct Solved {
    size: f64,
    /// κ(A)·u, unless it is infinite.
    condition: Option<f64>,
    /// What is known of the solution, unless it is refused: ‖x̂ − x‖/‖x‖, where
    /// ‖x‖ = 1; the bound for the least certain entry; ‖b − Ax̂‖/‖b‖.
    found: Option<[f64; 3]>,
}

fn solved(n: usize) -> Solved {
    let (a, x) = (hilbert(n), Vector::ones(n));
    let b = product(&a, &x);
    let kappa = condition_number(&a, operator_norm_inf).expect("a square matrix");
    let lu = Lu::new(&a).expect("pivots that are not 0");
    let found = lu.solve(&b).ok().map(|found| {
        let residual = norm_inf(&(&b - &product(&a, &found))) / norm_inf(&b);
        let (_, bound) = lu.error_bound(&b, &found).expect("a vector that fits");
        [norm_inf(&(&found - &x)), bound, residual]
    });
    Solved {
        size: n as f64,
        condition: kappa.is_finite().then_some(kappa * ROUNDOFF),
        found,
    }
}

/// Error, bound and residual of Hilbert systems as they grow.
pub fn hilbert_digits() -> Frame {
    let all: Vec<Solved> = SIZES.map(solved).collect();
    let powers = |of: &dyn Fn(&Solved) -> Option<f64>| {
        let points = all
            .iter()
            .filter_map(|one| Some([one.size, of(one)?.log10()]));
        // What is 0 has no power.
        points
            .filter(|[_, power]| power.is_finite())
            .collect::<Vec<_>>()
    };
    let [error, bound, residual] =
        [0, 1, 2].map(|k: usize| powers(&|one| one.found.map(|found| found[k])));
    let condition = powers(&|one| one.condition);
    let refused: Vec<_> = all.iter().filter(|one| one.found.is_none()).collect();

    let [x, y] = SEEN;
    let mut panel = Panel::chart(WIDTH, 360.0, x, y);
    panel.chart_axes("size $n$ of the Hilbert matrix", "power of ten");
    let [one, two, three, ink] = [One, Two, Three, Ink].map(|colour| colour.width(1.5));
    let u = ROUNDOFF.log10();
    panel.segment([x[0], u], [x[1], u], ink.dotted());
    panel.label([2.0, u], South, "$u$");
    panel.segment([x[0], 0.0], [x[1], 0.0], ink.dotted());
    panel.label([x[1], 0.0], SouthWest, "no digit");
    panel.polyline(&condition, ink.dashed());
    panel.polyline(&residual, two);
    panel.polyline(&error, one);
    let [one, two, three] = [one, two, three].map(|line| line.width(1.25).filled(0.35));
    panel.scatter(&residual, Triangle, 4.5, two);
    panel.scatter(&bound, Square, 4.0, three);
    panel.scatter(&error, Circle, 5.0, one);
    let at = |one: &&Solved| [one.size, REFUSED];
    let marked: Vec<_> = refused.iter().map(at).collect();
    panel.scatter(&marked, Circle, 5.0, Ink.width(1.5));
    if let Some(first) = marked.first() {
        panel.label([first[0] + 0.5, REFUSED], North, "refused");
    }
    let entries = [
        (Key::Point(Square, 4.0, three), "bound of `solve`"),
        (Key::Line(ink.dashed()), "$κ_∞(*A*) · u$"),
        (Key::Point(Circle, 5.0, one), "relative error"),
        (Key::Point(Triangle, 4.5, two), "relative residual"),
    ]
    .map(|(key, label)| (key, label.replace('`', "")));
    panel.legend([1.8, 8.6], entries);

    let with = |points: &[[f64; 2]], sizes: &[f64]| {
        let chosen = points.iter().filter(|[n, _]| sizes.contains(n));
        let said =
            chosen.map(|[n, power]| format!("{} for n = {n}", scientific(10_f64.powf(*power))));
        joined(said, ", ")
    };
    let errors = with(&error, &[5.0, 8.0, 10.0, 11.0]);
    let bounds = with(&bound, &[5.0, 8.0, 10.0]);
    let sizes = joined(refused.iter().map(|one| decimal(one.size)), " and ");
    let (first, last) = (SIZES.start(), SIZES.end());
    Frame::new("Hilbert systems: a small residual, a large error", panel).describe(format!(
        "A chart of powers of ten over the size n of the Hilbert matrix, from {first} to {last}, \
         for systems whose exact solution has only ones. The relative errors, circles, rise along \
         a straight line: {errors}. The bounds of solve, squares, are above them: {bounds}; where \
         one reaches the dotted line of 1, no digit is sure. A dashed line, κ(A) times u in the \
         maximum norm, rises along with them. The relative residuals, triangles, stay near the \
         dotted line of u. For n = {sizes} hollow circles say that solve refuses."
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
