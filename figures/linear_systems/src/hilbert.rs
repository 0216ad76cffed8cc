//! How far a solution can be trusted: systems of Hilbert's matrices.

use super::{listed, product};
use drawing::prelude::*;
use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::{condition_number, hilbert, solve};
use mlmath::vectors::norm_inf;

/// The sizes of Hilbert's matrices of which a digit is certain.
const SIZES: std::ops::RangeInclusive<usize> = 2..=11;

/// The unit roundoff of f64, 2⁻⁵³.
const ROUNDOFF: f64 = f64::EPSILON / 2.0;

/// A Hilbert system whose exact solution has only ones, solved.
struct Solved {
    n: usize,
    /// ‖x̂ − x‖/‖x‖ and ‖b − Ax̂‖/‖b‖.
    error: f64,
    residual: f64,
    /// κ(A)·u.
    bound: f64,
}

fn solved(n: usize) -> Solved {
    let a = hilbert(n);
    let x = Vector::ones(n);
    let b = product(&a, &x);
    let found = solve(&a, &b).expect("a Hilbert matrix has an inverse");
    let kappa = condition_number(&a, operator_norm_inf);
    Solved {
        n,
        error: norm_inf(&(&found - &x)) / norm_inf(&x),
        residual: norm_inf(&(&b - &product(&a, &found))) / norm_inf(&b),
        bound: kappa.expect("a Hilbert matrix has an inverse") * ROUNDOFF,
    }
}

/// Error and residual of Hilbert systems as they grow.
pub fn hilbert_digits() -> Frame {
    let all: Vec<Solved> = SIZES.map(solved).collect();
    let (bottom, top) = (-18.0, 4.0);
    let mut panel = Panel::chart(WIDTH, 300.0, [1.4, 11.6], [bottom, top]);
    panel.chart_axes("size $n$ of the Hilbert matrix", "power of ten");
    let series = |of: fn(&Solved) -> f64| -> Vec<[f64; 2]> {
        let points = all.iter().map(|s| [s.n as f64, of(s).log10()]);
        points.collect()
    };
    let line = |colour: Colour| colour.width(1.5);
    let (low, u) = (1.4, ROUNDOFF.log10());
    panel.segment([low, u], [11.6, u], line(Ink).dotted());
    panel.label([2.4, u], South, "$u$");
    let bound = series(|s| s.bound);
    panel.polyline(&bound, line(Ink).dashed());
    let residual = series(|s| s.residual);
    panel.polyline(&residual, line(Two));
    let error = series(|s| s.error);
    panel.polyline(&error, line(One));
    let full = |colour: Colour| colour.width(1.25).filled(0.35);
    panel.scatter(&residual, Triangle, 4.5, full(Two));
    panel.scatter(&error, Circle, 5.0, full(One));
    panel.legend(
        [1.8, 3.6],
        [
            (Key::Line(line(Ink).dashed()), "$κ_∞(*A*) · u$"),
            (Key::Point(Circle, 5.0, full(One)), "relative error"),
            (Key::Point(Triangle, 4.5, full(Two)), "relative residual"),
        ],
    );
    let digits = |n: usize| {
        let found = all.iter().find(|s| s.n == n).expect("one of the sizes");
        format!("{} for n = {n}", scientific(found.error))
    };
    let said = listed([2, 5, 8, 10, 11].map(digits).into_iter());
    let largest = all.iter().map(|s| s.residual).fold(0.0, f64::max);
    Frame::new("Hilbert systems: a small residual, a large error", panel).describe(format!(
        "A chart of powers of ten over the size n of the Hilbert matrix, from {} to {}, for \
         systems whose exact solution has only ones. The relative errors, circles, rise along a \
         straight line: {said}. A dashed line, κ(A) times u in the maximum norm as f64 computes \
         it, rises along with them, a little above, from {} to {}. The relative residuals, \
         triangles, stay near the dotted line of u: none is greater than {}, and for n = 2 and 3 \
         they are 0 and not drawn.",
        SIZES.start(),
        SIZES.end(),
        scientific(all[0].bound),
        scientific(all[all.len() - 1].bound),
        scientific(largest),
    ))
}

/// A number with one digit and its power of ten.
fn scientific(x: f64) -> String {
    let text = format!("{x:.0e}");
    let (digit, power) = text.split_once('e').expect("a power of ten");
    let raised = power.chars().map(|c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        // The others stand together.
        other => char::from_u32('⁰' as u32 + other as u32 - '0' as u32).unwrap_or(other),
    });
    match power {
        "0" => digit.into(),
        _ => format!("{digit}·10{}", raised.collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hilbert_systems_have_small_residuals_and_errors_below_the_bound() {
        for n in SIZES {
            let Solved {
                error,
                residual,
                bound,
                ..
            } = solved(n);
            assert!(error < bound, "{n}: {error} above {bound}");
            assert!(residual < 8.0 * ROUNDOFF, "{n}: {residual}");
        }
        assert!(solved(10).error > 1e-4 && solved(11).error > 1e-3);
        let beyond = SIZES.end() + 1;
        let a = hilbert(beyond);
        // No digit is certain any more.
        assert!(solve(&a, &product(&a, &Vector::ones(beyond))).is_err());
    }

    #[test]
    fn powers_of_ten_are_written_as_a_reader_expects_them() {
        for (x, written) in [(3.2e-5, "3·10⁻⁵"), (1.6e13, "2·10¹³"), (4.0, "4")] {
            assert_eq!(scientific(x), written);
        }
    }
}
