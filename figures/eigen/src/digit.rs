//! A picture from few terms.

use drawing::prelude::*;
use mlmath::data::first_digit;
use mlmath::eigen::svd;
use mlmath::matrices::norm_frobenius;

/// Ink.
const MOST: f64 = 16.0;

parameters! {
    /// How many terms are summed.
    pub struct Terms {
        k: steps("terms", 8, 2, 1.0),
    }
}

/// A digit, the sum of its first terms, and its singular values.
pub fn digit_in_few_terms(Terms { k }: Terms) -> Frame {
    let picture = first_digit();
    let svd = svd(&picture).expect("finite shades");
    let near = svd.truncated(k);
    let missed = norm_frobenius(&(&picture - &near)) / norm_frobenius(&picture);
    let shades = Shades::sequential(0.0, MOST);

    let panel = |matrix: &Matrix, title: String| {
        let mut panel = Panel::sheet(160.0, 184.0);
        panel.heat_map([[2.0, 26.0], [158.0, 182.0]], matrix, &shades);
        panel.label([80.0, 12.0], Centre, title);
        panel
    };
    let within = near.mapv(|shade| shade.clamp(0.0, MOST));
    let plural = if k == 1 { "" } else { "s" };
    let mut chart = Panel::chart(184.0, 108.0, [0.4, 8.6], [0.0, 60.0]);
    chart.chart_axes("$k$", "$σ_k$");
    let bars = |range: std::ops::Range<usize>| -> Vec<(f64, f64)> {
        range.map(|j| ((j + 1) as f64, svd.sigma[j])).collect()
    };
    chart.bars(&bars(0..k), 0.7, One.width(1.0).filled(0.6));
    chart.bars(&bars(k..8), 0.7, One.width(1.0).filled(0.1));

    let percent = decimal(100.0 * missed);
    let state = format!("{k} term{plural}: {percent} % of the picture's norm is missed.");
    let panels = [
        panel(&picture, "picture".into()),
        panel(&within, format!("{k} term{plural}")),
        chart,
    ];
    Frame::new(
        "A digit, and the sum of its first terms",
        Drawing::beside(panels),
    )
    .describe(format!(
        "Left, a handwritten 0 in 8 by 8 shades. In the middle, the sum of {k} of its terms \
             σuvᵀ. Right, its singular values as bars, {}, those of the terms that are summed \
             filled. {state}",
        listed(&svd.sigma)
    ))
    .state(state)
}
