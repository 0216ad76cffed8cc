//! How the cosine of two random directions is spread.

use drawing::prelude::*;

/// The dimensions, and how many bars each has.
const DIMENSIONS: [usize; 5] = [2, 3, 10, 100, 1000];
const BARS: usize = 40;

/// How many stretches of a bar are added up.
const STRETCHES: usize = 200;

/// The share of directions whose cosine with a fixed one is in each of equal
/// stretches from −1 to 1.
///
/// At the angle θ the directions form a sphere of radius sin θ in n − 1 dimensions,
/// so their number goes with sinⁿ⁻² θ, for each equal step of θ.
pub fn shares(n: usize) -> Vec<f64> {
    let edge = |k: usize| (1.0 - 2.0 * k as f64 / BARS as f64).acos();
    let density = |theta: f64| theta.sin().powi(n as i32 - 2);
    let bar = |k: usize| {
        let (from, to) = (edge(k), edge(k + 1));
        let step = (to - from) / STRETCHES as f64;
        let middle = |i: usize| from + (i as f64 + 0.5) * step;
        (0..STRETCHES)
            .map(|i| density(middle(i)) * step)
            .sum::<f64>()
    };
    let bars: Vec<f64> = (0..BARS).map(bar).collect();
    let all: f64 = bars.iter().sum();
    bars.into_iter().map(|bar| bar / all).collect()
}

/// The spread of the cosine in several dimensions, one below the other.
pub fn cosines_by_dimension() -> Frame {
    const PITCH: f64 = 74.0;
    const HIGH: f64 = 52.0;
    let (left, right) = (96.0, 500.0);
    let page = |cosine: f64| left + (cosine + 1.0) / 2.0 * (right - left);
    let bottom = 70.0 + PITCH * (DIMENSIONS.len() - 1) as f64;
    let mut panel = Panel::sheet(WIDTH, bottom + 62.0);
    for (row, n) in DIMENSIONS.into_iter().enumerate() {
        let base = 70.0 + PITCH * row as f64;
        let shares = shares(n);
        let most = shares.iter().copied().fold(0.0, f64::max);
        for (k, share) in shares.iter().enumerate() {
            let height = HIGH * share / most;
            if height > 0.4 {
                let [from, to] = [k, k + 1].map(|k| page(2.0 * k as f64 / BARS as f64 - 1.0));
                let corners = [
                    [from, base],
                    [from, base - height],
                    [to, base - height],
                    [to, base],
                ];
                panel.polygon(&corners, One.width(0.75).filled(0.35));
            }
        }
        panel.segment([left, base], [right, base], Ink.width(1.25).opacity(0.6));
        panel.label(
            [14.0, base - 14.0],
            East,
            Label::new(format!("$n = {n}$")).size(17.0),
        );
    }
    for tick in [-1.0, -0.5, 0.0, 0.5, 1.0] {
        let x = page(tick);
        panel.segment([x, bottom], [x, bottom + 5.0], Ink.width(1.25).opacity(0.6));
        panel.label(
            [x, bottom],
            South,
            Label::new(decimal(tick)).size(15.0).gap(9.0),
        );
    }
    panel.label(
        [(left + right) / 2.0, bottom + 46.0],
        Centre,
        Label::new("cosine of the angle"),
    );
    Frame::new("The cosine of two random directions", panel).describe(
        "Five rows of bars over the cosine from −1 to 1, for 2, 3, 10, 100 and 1000 dimensions, \
         each as high as its highest bar. In 2 dimensions the bars are highest at both ends, in 3 \
         all are equal, in 10 they form a wide hill around 0, in 100 a narrow one, and in 1000 \
         hardly more than two bars at 0 are left.",
    )
}
