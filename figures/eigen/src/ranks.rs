//! The crates that this book is built on, by rank.

use drawing::prelude::*;
use mlmath::data::crates;
use mlmath::eigen::pagerank;

/// How many are shown, and the damping.
const SHOWN: usize = 10;
const ALPHA: f64 = 0.85;

/// The width of a bar for the rank 1.
const WHOLE: f64 = 4000.0;

/// The first crates by rank: name, rank, and how many crates need it.
pub fn first() -> Vec<(&'static str, f64, usize)> {
    let crates = crates();
    let ranks = pagerank(&crates.links, ALPHA, 1e-12).expect("links that lead somewhere");
    let places: Vec<usize> = (0..ranks.len()).collect();
    let sorted = sort_up_to_tolerance(places, |&place| -ranks[place]);
    let needed = |place: usize| crates.links.iter().filter(|to| to.contains(&place)).count();
    let shown = sorted.into_iter().take(SHOWN);
    shown
        .map(|place| (crates.names[place], ranks[place], needed(place)))
        .collect()
}

/// The ten crates of the highest rank.
pub fn crates_by_rank() -> Frame {
    let first = first();
    let mut panel = Panel::sheet(WIDTH, 40.0 + 27.0 * SHOWN as f64);
    panel.label([146.0, 14.0], West, "crate");
    panel.label([150.0, 14.0], East, "rank");
    panel.label([516.0, 14.0], West, "needed by");
    for (k, (name, rank, needed)) in first.iter().enumerate() {
        let middle = 42.0 + 27.0 * k as f64;
        let end = 152.0 + WHOLE * rank;
        panel.label([146.0, middle], West, *name);
        panel.rectangle(
            [152.0, middle - 9.0],
            [end, middle + 9.0],
            2.0,
            One.width(1.5).filled(0.3),
        );
        panel.label([end, middle], East, One.label(four(*rank)));
        panel.label([500.0, middle], West, needed.to_string());
    }
    let said = first
        .iter()
        .map(|(name, rank, needed)| format!("{name}, {}, needed by {needed}", four(*rank)));
    Frame::new("The ten crates of the highest rank", panel).describe(format!(
        "Ten bars, as long as the ranks of ten crates, the highest first, and how many crates \
         need each: {}.",
        joined(said, "; ")
    ))
}

/// A rank with four decimals.
fn four(rank: f64) -> String {
    format!("{rank:.4}")
}
