//! Two maps of the plane, one after the other, in both orders.

use drawing::prelude::*;
use mlmath::matrix_multiplication::matmul;
use names::Taken;

pub mod names;

/// The maps of the choices, in the order of [`matrix`].
const MAPS: [&str; 6] = [
    "A",
    "quarter turn R",
    "shear",
    "mirror",
    "squeeze",
    "flatten",
];

/// What they are called in headings.
const HEADINGS: [&str; 6] = [
    "$*A*$",
    "$*R*$",
    "the shear",
    "the mirror",
    "the squeeze",
    "the flattening",
];

/// What they are called in sentences.
const SAID: [&str; 6] = [
    "A",
    "the quarter turn R",
    "the shear",
    "the mirror",
    "the squeeze",
    "the flattening",
];

/// The letters that the text has for the first two.
const LETTERS: [&str; 2] = ["A", "R"];

/// The matrix of a map.
pub fn matrix(map: usize) -> Matrix {
    match map {
        0 => array![[2.0, -1.0], [1.0, 1.0]],
        1 => array![[0.0, -1.0], [1.0, 0.0]],
        2 => array![[1.0, 1.0], [0.0, 1.0]],
        3 => array![[-1.0, 0.0], [0.0, 1.0]],
        4 => array![[0.5, 0.0], [0.0, 1.0]],
        _ => array![[1.0, 0.0], [0.0, 0.0]],
    }
}

/// The unit vectors, and the unit square.
const UNITS: [[f64; 2]; 2] = [[1.0, 0.0], [0.0, 1.0]];
const SQUARE: [[f64; 2]; 4] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];

/// The corners of the letter F in the unit square, from the end of its long arm.
const LETTER: [[f64; 2]; 10] = [
    [0.8, 0.8],
    [0.2, 0.8],
    [0.2, 0.2],
    [0.38, 0.2],
    [0.38, 0.42],
    [0.68, 0.42],
    [0.68, 0.55],
    [0.38, 0.55],
    [0.38, 0.66],
    [0.8, 0.66],
];

/// The window of each plane: it holds every pair of maps.
const WINDOW: [[f64; 2]; 2] = [[-3.9, 3.9], [-1.8, 3.6]];

parameters! {
    /// Two maps.
    pub struct Maps {
        first: choice("one map", &MAPS),
        second: choice("the other", &MAPS).first(1),
    }
}

/// The plane after one map and after both, in both orders.
pub fn composition_order(Maps { first, second }: Maps) -> Frame {
    let orders = [[first, second], [second, first]];
    let rows = orders.map(row);
    let same = rows[0].1[1] == rows[1].1[1];
    let said = [0, 1].map(|k| {
        let [first, then] = orders[k].map(|map| SAID[map]);
        let [one, both] = &rows[k].1;
        let tips = |stage: &Matrix| {
            let [a, b] = UNITS.map(|unit| pair(image(stage, unit)));
            format!("{a} and {b}")
        };
        format!(
            "{first} comes first and takes the two unit vectors to {}; then comes {then}, and they \
             are at {}",
            tips(one),
            tips(both)
        )
    });
    let both = format!("{} and {}: ", SAID[first], SAID[second]);
    let verdict = match same {
        true => "both results are the same, so with these two the order does not matter.",
        false => "the two results differ, so the order matters.",
    };
    let state = upper(&both) + verdict;
    let [above, below] = said;
    let planes = rows.map(|(planes, _)| planes);
    Frame::new(
        "Two maps one after the other, in both orders",
        Drawing::stack(planes),
    )
    .describe(format!(
        "Two rows of two planes, each with its grid, the arrows of the two unit vectors and the \
         shaded unit square with a letter F in it, all of them moved: on the left after one map, \
         on the right after both. A dotted square on the left shows where the unit square was. \
         Above, {above}. Below, {below}. {state}"
    ))
    .state(state)
}

/// A sentence with a capital letter at its beginning.
fn upper(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

/// Two planes, after the first map and after both; and the matrices that lead
/// there.
fn row([first, then]: [usize; 2]) -> (Drawing, [Matrix; 2]) {
    let one = matrix(first);
    let both = matmul(&matrix(then), &one).expect("both are 2×2");
    let headings = [
        format!("first {}", HEADINGS[first]),
        format!("then {}", HEADINGS[then]),
    ];
    let names = names_of([first, then]);
    let of = |k: usize, stage: &Matrix| {
        let heading = Piece::text(24.0, [Label::new(headings[k].clone()).heavy()]);
        let heading = Panel::stack(Drawing::column(2), [heading, Piece::Space(0.0, 2.0)]);
        Drawing::stack([heading, plane(stage, names[k].as_deref(), k == 0).0])
    };
    let planes = Drawing::beside([of(0, &one), of(1, &both)]);
    (planes, [one, both])
}

/// The letters of the matrix of one map and of that of two different ones, where
/// the text has letters.
pub fn names_of([first, then]: [usize; 2]) -> [Option<String>; 2] {
    let letter = |map: usize| LETTERS.get(map).copied();
    let one = letter(first);
    let other = letter(then).filter(|_| then != first);
    let both = one.zip(other).map(|(a, b)| format!("{b}{a}"));
    [one.map(String::from), both]
}

/// The plane after a map with this matrix, with the unit square as it was if
/// that is asked for; and what the names in it keep clear of.
pub fn plane(stage: &Matrix, name: Option<&str>, with_square: bool) -> (Panel, Taken) {
    let mut panel = Panel::window(Drawing::column(2), WINDOW[0], WINDOW[1]);
    let tips = UNITS.map(|unit| image(stage, unit));
    let still = Ink.width(1.0).opacity(0.14);
    panel.lattice(UNITS[0], UNITS[1], still, still);
    let [one, two] = [One, Two].map(|colour| colour.width(1.25).opacity(0.45));
    panel.lattice(tips[0], tips[1], one, two);
    for unit in UNITS {
        panel.line_through(ORIGIN, unit, Ink.width(1.25).opacity(0.6));
    }
    let mut taken = Taken::default();
    // A stretch of an axis beside a name would look like a minus sign.
    let ends = [[-3.8, 0.0], [3.8, 0.0], ORIGIN, [0.0, 3.5], [0.0, -1.7]];
    taken.lines(&panel, &ends, 0.5);
    if with_square {
        panel.polygon(&SQUARE, Ink.opacity(0.8).dotted());
    }
    // A square that was pressed flat is a thick line.
    let flat = tips[0][0] * tips[1][1] - tips[0][1] * tips[1][0] == 0.0;
    let edge = if flat { 8.0 } else { 1.0 };
    let square = SQUARE.map(|corner| image(stage, corner));
    panel.polygon(&square, Three.width(edge).filled(0.22));
    taken.lines(&panel, &[&square[..], &square[..1]].concat(), 2.0);
    let letter = LETTER.map(|corner| image(stage, corner));
    panel.polygon(&letter, Three.full());
    taken.lines(&panel, &[&letter[..], &letter[..1]].concat(), 4.0);
    for (tip, colour) in tips.into_iter().zip([One, Two]) {
        panel.arrow(ORIGIN, tip, colour.width(3.5));
        taken.lines(&panel, &[ORIGIN, tip], 4.0);
    }
    if let Some(name) = name {
        for ((tip, colour), k) in tips.into_iter().zip([One, Two]).zip(1..) {
            let name = colour.name(format!("$*{name}e*_{k}$"));
            taken.name(&mut panel, tip, tip, name);
        }
    }
    let [width, height] = panel.size();
    let corners = [[1.0, 1.0], [width - 1.0, height - 1.0]];
    let [a, b] = corners.map(|corner| panel.world(corner));
    panel.rectangle(a, b, 4.0, Ink.width(1.0).opacity(0.5));
    (panel, taken)
}
