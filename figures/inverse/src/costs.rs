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

/// The operations of a determinant by expansion and by elimination.
pub fn elimination_or_expansion() -> Frame {
    let mut panel = Panel::chart(WIDTH, 270.0, [0.4, 20.6], [0.0, 20.0]);
    panel.log_axes(
        "$n$, for a matrix of $n × n$",
        "multiplications and divisions",
    );
    let times = [
        (A_SECOND, "one second"),
        (A_SECOND * YEAR, "one year, at $10^9$ a second"),
    ];
    for (count, words) in times {
        let height = (count as f64).log10();
        panel.segment([0.4, height], [20.6, height], Ink.width(1.75).dashed());
        panel.label([0.4, height], NorthEast, Label::new(words).gap(11.0));
    }
    type Count = fn(u64) -> u64;
    let expansion = (by_expansion as Count, "expansion", Circle, Two, NorthWest);
    let elimination = (by_elimination as Count, "elimination", Square, One, North);
    for (count, name, marker, colour, place) in [expansion, elimination] {
        // n = 1 needs none, which has no logarithm.
        let line = (2..=LAST).map(|n| [n as f64, (count(n) as f64).log10()]);
        let line: Vec<_> = line.collect();
        panel.polyline(&line, colour.width(2.5));
        panel.scatter(&line, marker, 4.0, colour.full());
        panel.label(line[12], place, colour.name(name).gap(11.0));
        let end = match count(LAST) {
            count if count < 10_000 => format!("${count}$"),
            count => {
                let power = count.ilog10();
                let digits = count as f64 / 10f64.powi(power as i32);
                format!("${digits:.1} · 10^{{{power}}}$")
            }
        };
        panel.label(line[line.len() - 1], place, colour.label(end).gap(11.0));
    }

    let in_time = |limit: u64| (1..=LAST).rfind(|&n| by_expansion(n) <= limit).unwrap_or(0);
    let [second, year] = [A_SECOND, A_SECOND * YEAR].map(in_time);
    let [two, ten, last] = [2, 10, LAST].map(by_expansion);
    let last = last as f64 / 1e18;
    let [two_rows, ten_rows, last_rows] = [2, 10, LAST].map(by_elimination);
    Frame::new(
        "What a determinant costs by expansion and by elimination",
        panel,
    )
    .describe(format!(
        "A chart of the multiplications and divisions for the determinant of an n × n matrix, n \
         from 2 to {LAST}, on a scale of powers of ten. Expansion rises from {two} at n = 2 to \
         {ten} at n = 10 and about {last:.1}·10¹⁸ at n = {LAST}, ever faster. Elimination rises \
         from {two_rows} to {ten_rows} at n = 10 and {last_rows} at n = {LAST}. Dashed lines mark \
         what a machine does at 10⁹ operations a second: in one second expansion reaches n = \
         {second}, in one year n = {year}."
    ))
}
