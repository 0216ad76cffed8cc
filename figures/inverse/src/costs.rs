//! What a determinant costs in two ways.

use drawing::prelude::*;

/// The largest n that is drawn.
const LAST: u64 = 20;

/// Operations that a machine carries out in a second, and seconds in a year of
/// 365 days.
const A_SECOND: u64 = 1_000_000_000;
const YEAR: u64 = 365 * 24 * 60 * 60;

/// Multiplications of the expansion along a row: n minors, and each times an
/// entry.
pub fn by_expansion(n: u64) -> u64 {
    match n {
        0 | 1 => 0,
        _ => n * (by_expansion(n - 1) + 1),
    }
}

/// Multiplications and divisions of elimination: in each row below the first a
/// division for the multiple and a multiplication for every entry that is left,
/// then the smaller matrix, and its determinant times the pivot.
pub fn by_elimination(n: u64) -> u64 {
    match n {
        0 | 1 => 0,
        _ => (n - 1) * n + by_elimination(n - 1) + 1,
    }
}

/// A count in the markup of labels, a large one as a multiple of a power of ten.
fn value(count: u64) -> String {
    if count < 10_000 {
        return format!("${count}$");
    }
    let power = count.ilog10();
    format!(
        "${:.1} · 10^{{{power}}}$",
        count as f64 / 10f64.powi(power as i32)
    )
}

/// The operations of a determinant by expansion and by elimination.
pub fn elimination_or_expansion() -> Frame {
    // n = 1 needs none, which has no logarithm.
    let counts = |count: fn(u64) -> u64| -> Vec<[f64; 2]> {
        (2..=LAST)
            .map(|n| [n as f64, (count(n) as f64).log10()])
            .collect()
    };
    let mut panel = Panel::chart(WIDTH, 270.0, [0.4, 20.6], [0.0, 20.0]);
    panel.log_axes(
        "$n$, for a matrix of $n × n$",
        "multiplications and divisions",
    );
    let ink = Ink.width(1.75).dashed();
    for (count, words) in [
        (A_SECOND, "one second"),
        (A_SECOND * YEAR, "one year, at $10^9$ a second"),
    ] {
        let height = (count as f64).log10();
        panel.segment([0.4, height], [20.6, height], &ink);
        panel.label([0.4, height], NorthEast, Label::new(words).gap(11.0));
    }
    let ways = [
        (
            "expansion",
            by_expansion as fn(u64) -> u64,
            Circle,
            Two,
            NorthWest,
        ),
        ("elimination", by_elimination, Square, One, North),
    ];
    for (name, count, marker, colour, place) in ways {
        let line = counts(count);
        panel.polyline(&line, colour.width(2.5));
        panel.scatter(&line, marker, 4.0, colour.full());
        let (at, end) = (line[12], line[line.len() - 1]);
        let label = |text: &str| colour.label(text).gap(11.0);
        panel.label(at, place, label(name).large());
        panel.label(end, place, label(&value(count(LAST))));
    }
    let in_time = |limit: u64| {
        let fits = (1..=LAST).filter(|&n| by_expansion(n) <= limit);
        fits.max().unwrap_or(0)
    };
    Frame::new(
        "What a determinant costs by expansion and by elimination",
        panel,
    )
    .describe(format!(
        "A chart of the multiplications and divisions for the determinant of an n × n matrix, n \
         from 2 to {LAST}, on a scale of powers of ten. Expansion rises from {} at n = 2 to {} at \
         n = 10 and about {:.1}·10¹⁸ at n = {LAST}, ever faster. Elimination rises from {} to {} \
         at n = 10 and {} at n = {LAST}. Dashed lines mark what a machine does at 10⁹ operations a \
         second: in one second expansion reaches n = {}, in one year n = {}.",
        by_expansion(2),
        by_expansion(10),
        by_expansion(LAST) as f64 / 1e18,
        by_elimination(2),
        by_elimination(10),
        by_elimination(LAST),
        in_time(A_SECOND),
        in_time(A_SECOND * YEAR),
    ))
}
