//! The invertible matrix theorem as a map of its proof.

use drawing::prelude::*;

/// The statements, by the line.
pub const STATEMENTS: [&[&str]; 10] = [
    &["$*A*$ is", "invertible"],
    &["$*B**A* = *I*$", "for some $*B*$"],
    &["$N(*A*)$ has", "only $*0*$ in it"],
    &["columns are", "independent"],
    &["rank $*A* = n$"],
    &["columns are", "a basis of $ℝ^n$"],
    &["a solution", "for every $*b*$"],
    &["$*A**B* = *I*$", "for some $*B*$"],
    &["$*A*^⊤$ is", "invertible"],
    &["det $*A* ≠ 0$"],
];

/// The upper left corner of each box.
const PLACES: [[f64; 2]; 10] = [
    [10.0, 88.0],
    [10.0, 10.0],
    [190.0, 10.0],
    [370.0, 10.0],
    [370.0, 88.0],
    [370.0, 230.0],
    [190.0, 230.0],
    [10.0, 230.0],
    [190.0, 152.0],
    [190.0, 88.0],
];

const WIDE: f64 = 140.0;
const HIGH: f64 = 56.0;

/// The boxes from which others hang.
const HIGHER: f64 = 120.0;

/// The arrows round the circle, and those that go both ways.
pub const CIRCLE: [[usize; 2]; 8] = [
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 7],
    [7, 8],
    [8, 1],
];
pub const BOTH_WAYS: [[usize; 2]; 2] = [[5, 9], [1, 10]];

/// The height of a box.
fn height(number: usize) -> f64 {
    let hangs = BOTH_WAYS.iter().any(|[holds, _]| *holds == number);
    if hangs { HIGHER } else { HIGH }
}

/// The middle of a box.
fn middle(number: usize) -> [f64; 2] {
    let [left, top] = PLACES[number - 1];
    [left + WIDE / 2.0, top + height(number) / 2.0]
}

/// Ten statements and the arrows of the proof.
pub fn proof_map() -> Frame {
    let mut panel = Panel::sheet(WIDTH, 296.0);
    for [from, to] in CIRCLE {
        let [a, b] = [from, to].map(middle);
        let [start, end] = match a[0] == b[0] {
            true => {
                let down = (b[1] - a[1]).signum();
                let edge = |number: usize, sign: f64| {
                    let [x, y] = middle(number);
                    [x, y + sign * down * (height(number) / 2.0 + 2.0)]
                };
                [edge(from, 1.0), edge(to, -1.0)]
            }
            false => {
                let right = (b[0] - a[0]).signum();
                let edge = |number: usize, sign: f64| {
                    let [x, y] = middle(number);
                    [x + sign * right * (WIDE / 2.0 + 2.0), y]
                };
                [edge(from, 1.0), edge(to, -1.0)]
            }
        };
        panel.arrow(start, end, One.width(2.5));
    }
    for [circle, hanging] in BOTH_WAYS {
        let y = middle(hanging)[1];
        let [a, b] = [middle(circle)[0], middle(hanging)[0]];
        let right = (b - a).signum();
        let ends = [
            [a + right * (WIDE / 2.0 + 2.0), y],
            [b - right * (WIDE / 2.0 + 2.0), y],
        ];
        let half = part_of_the_way(ends[0], ends[1], 0.5);
        for end in ends {
            panel.arrow(half, end, Two.width(2.5));
        }
    }
    for (k, lines) in STATEMENTS.iter().enumerate() {
        let number = k + 1;
        let ([left, top], [_, y]) = (PLACES[k], middle(number));
        let colour = if number > 8 { Two } else { One };
        let corner = [left + WIDE, top + height(number)];
        panel.rectangle([left, top], corner, 6.0, Background.full());
        panel.rectangle([left, top], corner, 6.0, colour.width(1.5).filled(0.08));
        let badge = colour.label(number.to_string()).size(15.0).heavy().bare();
        // Two digits need more room.
        let room = if number > 9 { 16.0 } else { 12.0 };
        panel.label([left + room, y], Centre, badge.gap(0.0));
        let text = lines.iter().map(|line| Label::new(*line).size(15.0).bare());
        let text: Vec<_> = text.collect();
        panel.lines_of_text([left + WIDE / 2.0 + 9.0, y], Centre, 20.0, text);
    }
    let plain = |lines: &&[&str]| joined(lines.iter(), " ").replace(['*', '$'], "");
    let said = (1..)
        .zip(STATEMENTS.iter())
        .map(|(k, lines)| format!("{k}, {}", plain(lines)));
    Frame::new("The invertible matrix theorem as a map of its proof", panel).describe(format!(
        "Ten boxes with statements: {}. Arrows lead in a circle from 1 to 2, 3, 4, 5, 6, 7, 8 and \
         back to 1. Between 5 and 9 and between 1 and 10 they lead both ways.",
        joined(said, "; ")
    ))
}
