//! How much of the variance lies along each component.

use drawing::prelude::*;
use mlmath::data::{digits, wine};
use mlmath::pca::{Pca, standardise};

/// The shares of all components, in percent.
pub fn shares(x: &Matrix) -> Vector {
    let k = x.nrows().min(x.ncols());
    let pca = Pca::fit_covariance(x, k).expect("data that vary");
    100.0 * pca.explained_variance_ratio()
}

/// The scree plots of Wine, as measured and standardised.
pub fn shares_of_wine() -> Frame {
    let x = wine().x;
    let z = standardise(&x).expect("columns that vary").z;
    let both = [shares(&x), shares(&z)];
    let mut panels = Vec::new();
    for (k, shares) in both.iter().enumerate() {
        let mut panel = Panel::chart(Drawing::column(2), 200.0, [0.3, 11.7], [0.0, 100.0]);
        panel.title(Label::new(["as measured, in %", "standardised, in %"][k]).size(15.0));
        panel.chart_axes("component", "");
        let bars: Vec<_> = shares
            .iter()
            .enumerate()
            .map(|(j, s)| (j as f64 + 1.0, *s))
            .collect();
        panel.bars(&bars, 0.7, [Two, One][k].filled(0.35));
        let name = Label::new(format!("{} %", rounded(shares[0], 1))).size(15.0);
        panel.label([1.5, shares[0].min(94.0)], East, name);
        panels.push(panel);
    }
    let said = both.map(|shares| {
        let first = shares.iter().take(3).map(|s| rounded(*s, 1));
        joined(first, ", ")
    });
    Frame::new(
        "The shares of the components of Wine",
        Drawing::beside(panels),
    )
    .describe(format!(
        "Two bar charts of the shares of 11 components. Left, for the measurements as they are: \
         the first three have {} percent, the others next to nothing. Right, standardised: {} \
         percent, and then the bars fall slowly.",
        said[0], said[1]
    ))
}

/// How many components rebuild how much of the digits.
pub fn shares_of_digits() -> Frame {
    let shares = shares(&digits().x);
    let mut sum = 0.0;
    let sums: Vec<f64> = shares
        .iter()
        .map(|share| {
            sum += share;
            sum
        })
        .collect();
    let first_above = |least: f64| sums.iter().position(|s| *s >= least).map_or(64, |j| j + 1);
    let mut panel = Panel::chart(WIDTH, 220.0, [0.0, 65.0], [0.0, 104.0]);
    panel.chart_axes("components kept", "% of variance");
    let line: Vec<[f64; 2]> = sums
        .iter()
        .enumerate()
        .map(|(j, s)| [j as f64 + 1.0, *s])
        .collect();
    panel.polyline(&line, One.width(2.5));
    let bars: Vec<_> = shares
        .iter()
        .enumerate()
        .map(|(j, s)| (j as f64 + 1.0, *s))
        .collect();
    panel.bars(&bars, 0.7, Four.filled(0.35));
    let mut said = Vec::new();
    for least in [50.0, 90.0] {
        let k = first_above(least);
        let at = [k as f64, sums[k - 1]];
        panel.dot(at, 5.0, Ink);
        let name = format!("{k} components: {} %", rounded(at[1], 1));
        panel.label(at, SouthEast, Label::new(&name).gap(9.0));
        said.push(name);
    }
    Frame::new("The shares of the components of the digits", panel).describe(format!(
        "A bar for the share of each of 64 components, the first at {} percent, falling to 0 at the \
         last three; above them a line for the sum of the first k shares, which bends towards 100. \
         Marked are {}.",
        rounded(shares[0], 1),
        said.join(" and ")
    ))
}
