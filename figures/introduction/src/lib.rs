//! The figures of the introduction: what the book is about, and which chapter
//! stands on which.

use drawing::prelude::*;

mod petals;
#[cfg(test)]
mod tests;

use petals::nearest_petals;

drawing::figures![nearest_petals, chapter_map];

/// The six parts, by the line, each of five chapters.
const PARTS: [&[&str]; 6] = [
    &["Linear algebra", "basics"],
    &["Linear algebra", "for ML"],
    &["Calculus", "basics"],
    &["Calculus", "for ML"],
    &["Probability and", "distributions"],
    &["Information", "theory and ML", "maths tools"],
];

/// A chapter: its number, its title, shortened to what fits in a box, by the line,
/// and the chapters that it uses and that none of these uses already.
type Chapter = (usize, &'static [&'static str], &'static [usize]);

const CHAPTERS: [Chapter; 30] = [
    (1, &["Vectors"], &[]),
    (2, &["Matrices"], &[1]),
    (3, &["Matrix", "multiplication"], &[2]),
    (4, &["Transpose", "and inverse"], &[3]),
    (5, &["Linear", "systems"], &[4]),
    (6, &["Vector spaces", "and span"], &[5]),
    (7, &["Independence", "and rank"], &[6]),
    (8, &["Projections"], &[7]),
    (9, &["Eigenvalues"], &[8]),
    (10, &["Principal", "components"], &[9]),
    (11, &["Limits and", "derivatives"], &[]),
    (12, &["Rules of", "differentiation"], &[11]),
    // The gradient meets a step in a dot product.
    (13, &["Partial", "derivatives"], &[3, 12]),
    // The contours of a quadratic form lie along eigenvectors.
    (14, &["Gradients", "and contours"], &[9, 13]),
    (15, &["Gradient", "descent"], &[14]),
    (16, &["Taylor", "series"], &[15]),
    (17, &["Jacobian", "and Hessian"], &[16]),
    (18, &["Convex", "functions"], &[17]),
    (19, &["Back-", "propagation"], &[17]),
    (20, &["Autograd", "in PyTorch"], &[19]),
    (21, &["Probability,", "Bayes’ rule"], &[]),
    // Expectations are integrals (16), and obey Jensen's inequality (18).
    (22, &["Random", "variables"], &[18, 21]),
    (23, &["Common", "distributions"], &[22]),
    (24, &["Multivariate", "distributions"], &[23]),
    (25, &["Maximum", "likelihood"], &[24]),
    (26, &["Entropy and", "KL divergence"], &[25]),
    (27, &["Decision", "trees"], &[26]),
    (28, &["Linear", "regression"], &[25]),
    (29, &["Logistic", "regression"], &[26, 28]),
    (30, &["Regularisation"], &[28]),
];

/// How many chapters stand in a column of the map, and in a part.
const IN_COLUMN: usize = 10;
const IN_PART: usize = 5;

/// A box, the room between boxes of a column and between columns.
const BOX: [f64; 2] = [147.0, 40.0];
const GAP: f64 = 18.0;
const GUTTER: f64 = 31.0;
const LEFT: f64 = 2.0;

/// Room between the lowest boxes and the caption.
const BELOW: f64 = 10.0;

/// Height of a line of text, and room for the heading of an upper and of a
/// lower part, whose longest title has a line more.
const LINE: f64 = 18.0;
const HEADINGS: [f64; 2] = [42.0, 72.0];

/// From the left edge of a box to the middle of its number, to its name, and to
/// the heading of its part, which keeps clear of the arrow from number to number.
const NUMBER: f64 = 13.0;
const NAME: f64 = 27.0;
const TITLE: f64 = 22.0;

/// The size of all letters.
const SIZE: f64 = 15.0;

/// How far the two lanes of a gutter are from the boxes: one for arrows to the
/// next column from the left, one for arrows within a column from the right.
const ACROSS: f64 = 9.0;
const WITHIN: f64 = 14.0;

/// How far from the middle of a side arrows leave and reach it.
const ASIDE: f64 = 7.0;

/// The radius of the corners of boxes and of arrows.
const ROUND: f64 = 6.0;
const CORNER: f64 = 5.0;

/// The thirty chapters, in six parts, with an arrow from each to those that
/// stand on it.
pub fn chapter_map() -> Frame {
    let height = place(IN_COLUMN)[1] + BOX[1] + BELOW;
    let mut panel = Panel::sheet(WIDTH, height);
    for (part, title) in PARTS.into_iter().enumerate() {
        heading(&mut panel, part, title);
    }
    let mut taken = Vec::new();
    for (number, _, stands_on) in CHAPTERS {
        for &before in stands_on {
            let route = route(before, number, &mut taken);
            panel.arrow_along(&route, CORNER, colour(before).width(1.75));
        }
    }
    for (number, name, _) in CHAPTERS {
        numbered_box(&mut panel, number, name);
    }
    Frame::new("Which chapter stands on which", panel).describe(description())
}

/// The part of a chapter, from 0.
fn part(chapter: usize) -> usize {
    (chapter - 1) / IN_PART
}

fn colour(chapter: usize) -> Colour {
    Colour::SERIES[part(chapter)]
}

/// The column and the row of a chapter, from 0.
fn cell(chapter: usize) -> [usize; 2] {
    [(chapter - 1) / IN_COLUMN, (chapter - 1) % IN_COLUMN]
}

/// The upper left corner of a chapter's box.
fn place(chapter: usize) -> [f64; 2] {
    let [column, row] = cell(chapter);
    let headings: f64 = HEADINGS[..=row / IN_PART].iter().sum();
    // Between the two parts stands a heading instead of a gap.
    let gaps = row - row / IN_PART;
    [
        LEFT + (BOX[0] + GUTTER) * column as f64,
        headings + BOX[1] * row as f64 + GAP * gaps as f64,
    ]
}

fn heading(panel: &mut Panel, part: usize, title: &[&str]) {
    let first = IN_PART * part + 1;
    let [left, top] = place(first);
    let line = |line: &&str| colour(first).label(*line).size(SIZE).heavy().gap(0.0);
    let middle = top - 8.0 - LINE * title.len() as f64 / 2.0;
    panel.lines_of_text([left + TITLE, middle], East, LINE, title.iter().map(line));
}

fn numbered_box(panel: &mut Panel, number: usize, name: &[&str]) {
    let [left, top] = place(number);
    let [right, bottom] = [left + BOX[0], top + BOX[1]];
    let (middle, colour) = ((top + bottom) / 2.0, colour(number));
    for style in [Background.full(), colour.width(1.5).filled(0.06)] {
        panel.rectangle([left, top], [right, bottom], ROUND, style);
    }
    let badge = [[left + 3.0, top + 3.0], [left + 23.0, bottom - 3.0]];
    panel.rectangle(badge[0], badge[1], 4.0, colour.area(0.2));
    let text = |text: &str| Label::new(text).size(SIZE).gap(0.0).bare();
    panel.label([left + NUMBER, middle], Centre, text(&number.to_string()));
    let lines = name.iter().map(|line| text(line));
    panel.lines_of_text([left + NAME, middle], East, LINE, lines);
}

/// The corners of the arrow between two chapters, from edge to edge. `taken`
/// holds the chapters between which a lane to the left of a column is in use;
/// there the next arrow runs on the right.
fn route(from: usize, to: usize, taken: &mut Vec<[usize; 2]>) -> Vec<[f64; 2]> {
    let [[column, row], [to_column, to_row]] = [cell(from), cell(to)];
    let [[left, top], [to_left, to_top]] = [place(from), place(to)];
    let [middle, to_middle] = [top, to_top].map(|top| top + BOX[1] / 2.0);
    let aside = ASIDE * (to_row as f64 - row as f64).clamp(-1.0, 1.0);
    let [leave, reach] = [middle + aside, to_middle - aside];
    let right = left + BOX[0];
    if column == to_column && to == from + 1 {
        let x = left + NUMBER;
        return vec![[x, top + BOX[1]], [x, to_top]];
    }
    let is_apart = |&[first, last]: &[usize; 2]| last <= from || to <= first;
    let (from_side, lane, to_side) = if column != to_column {
        assert_eq!(to_column, column + 1, "no lane from {from} to {to}");
        (right, right + ACROSS, to_left)
    } else if taken.iter().all(is_apart) {
        taken.push([from, to]);
        (left, left - WITHIN, left)
    } else {
        (right, right + WITHIN, right)
    };
    let [start, end] = [[from_side, leave], [to_side, reach]];
    match row == to_row {
        true => vec![start, end],
        false => vec![start, [lane, leave], [lane, reach], end],
    }
}

/// A name on one line, a word that was parted put together.
fn whole(name: &[&str]) -> String {
    name.join(" ").replace("- ", "")
}

fn description() -> String {
    let mut said = String::from(
        "A map of boxes in three columns, two parts to a column, with arrows that lead from a \
         chapter to those that stand on it.",
    );
    for (number, name, stands_on) in CHAPTERS {
        if (number - 1) % IN_PART == 0 {
            said += &format!(" {}:", whole(PARTS[part(number)]));
        }
        let on = match stands_on {
            [] => "no other".into(),
            on => joined(on.iter().map(usize::to_string), " and "),
        };
        let end = if number % IN_PART == 0 { '.' } else { ';' };
        said += &format!(" {number}, {}, stands on {on}{end}", whole(name));
    }
    said
}
