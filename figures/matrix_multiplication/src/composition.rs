//! Two maps of the plane, one after the other, in both orders.

use super::both_rows;
use drawing::prelude::*;
use mlmath::matrices::identity;
use mlmath::matrix_multiplication::matmul;
use names::Taken;

pub mod names;

/// The maps of the choices, in the order of [`matrix`].
const MAPS: [&str; 5] = ["quarter turn", "shear", "mirror", "squeeze", "projection"];

/// The matrix of a map.
fn matrix(map: usize) -> Matrix {
    match map {
        0 => array![[0.0, -1.0], [1.0, 0.0]],
        1 => array![[1.0, 1.0], [0.0, 1.0]],
        2 => array![[-1.0, 0.0], [0.0, 1.0]],
        3 => array![[0.5, 0.0], [0.0, 1.0]],
        _ => array![[1.0, 0.0], [0.0, 0.0]],
    }
}

/// The unit vectors.
const UNITS: [[f64; 2]; 2] = [[1.0, 0.0], [0.0, 1.0]];

/// The corners of the letter F, from the end of its long arm.
const LETTER: [[f64; 2]; 10] = [
    [0.5, 0.75],
    [-0.5, 0.75],
    [-0.5, -0.75],
    [-0.2, -0.75],
    [-0.2, -0.15],
    [0.3, -0.15],
    [0.3, 0.15],
    [-0.2, 0.15],
    [-0.2, 0.45],
    [0.5, 0.45],
];

parameters! {
    /// Two maps, and how many of them have been applied.
    pub struct Maps {
        a: choice("$*A*$", &MAPS),
        b: choice("$*B*$", &MAPS).first(1),
        step: steps("maps applied", 2, 2, 0.7),
    }
}

/// The letter F under A and B, in both orders.
pub fn composition_order(Maps { a, b, step }: Maps) -> Frame {
    let maps = [a, b].map(|map| MAPS[map]);
    let [a, b] = [a, b].map(matrix);
    let product = |left: &Matrix, right: &Matrix| matmul(left, right).expect("both are 2×2");
    let [ba, ab] = [product(&b, &a), product(&a, &b)];
    let same = ba == ab;
    let left = [identity(2), a.clone(), ba.clone()];
    let right = [identity(2), b.clone(), ab.clone()];
    let column = |words: &str, stages: &[Matrix; 3], names: [&str; 3]| {
        let heading = Piece::text(24.0, [Label::new(words).heavy()]);
        let heading = Panel::stack(Drawing::column(2), [heading, Piece::Space(0.0, 2.0)]);
        Drawing::stack([heading, plane(&stages[..=step], names[step]).0])
    };
    let planes = [
        column("first $*A*$, then $*B*$", &left, ["", "A", "BA"]),
        column("first $*B*$, then $*A*$", &right, ["", "B", "AB"]),
    ];
    let numbers = in_numbers([&a, &b, &ba, &ab], maps, step);

    // Where the letter was before.
    let earlier = [
        "The letter is where it is at first.",
        "A dotted line shows the letter as it is at first.",
        "A dotted line shows the letter as it is at first, a dashed one as it is after one map.",
    ][step];
    let tips = [left, right].map(|stages| UNITS.map(|unit| pair(image(&stages[step], unit))));
    let [[left_1, left_2], [right_1, right_2]] = tips;
    let [a, b, ba, ab] = [a, b, ba, ab].map(|matrix| both_rows(&matrix));
    let [of_a, of_b] = maps;
    let (verdict, equal) = match same {
        true => ("the order does not matter", "BA = AB"),
        false => ("the order matters", "BA ≠ AB"),
    };
    let state = match step {
        0 => "No map is applied yet: both pictures are the same.".into(),
        1 => format!("After one map: the {of_a} on the left, the {of_b} on the right."),
        _ => format!("BA has {ba}, AB has {ab}: {verdict}."),
    };
    Frame::new(
        "Two maps one after the other, in both orders",
        Drawing::stack([Drawing::beside(planes), numbers.into()]),
    )
    .describe(format!(
        "Two planes with a letter F, the grid and the images of the two unit vectors, after {step} \
         of 2 maps. On the left A, a {of_a}, comes first and then B, a {of_b}; on the right B \
         comes first. The first unit vector, at first (1, 0), is now {left_1} on the left and \
         {right_1} on the right; the second, at first (0, 1), is {left_2} and {right_2}. {earlier} \
         Below, in numbers: A has {a}, B has {b}, BA has {ba}, AB has {ab}, so that {equal}. \
         {state}"
    ))
    .state(state)
}

/// How the letter is drawn: at first, after one map of two, and now.
fn strokes() -> [Style; 3] {
    [
        Ink.opacity(0.7).dotted(),
        Ink.width(1.5).opacity(0.7).dashed(),
        Three.filled(0.35),
    ]
}

/// The plane after some maps, each stage given as one matrix, the last with the
/// name of its matrix; and what the names in it keep clear of.
pub fn plane(stages: &[Matrix], name: &str) -> (Panel, Taken) {
    let mut panel = Panel::window(Drawing::column(2), [-2.5, 2.5], [-1.7, 1.7]);
    let now = &stages[stages.len() - 1];
    let tips = UNITS.map(|unit| image(now, unit));
    let grid = Ink.width(1.0).opacity(0.22);
    panel.lattice(tips[0], tips[1], grid, grid);
    for unit in UNITS {
        panel.line_through(ORIGIN, unit, Ink.width(1.25).opacity(0.7));
    }
    let mut taken = Taken::default();
    // A stretch of an axis beside a name would look like a minus sign.
    let ends = [[-2.4, 0.0], [2.4, 0.0], ORIGIN, [0.0, 1.6], [0.0, -1.6]];
    taken.lines(&panel, &ends, 0.5);
    let [start, dashed, solid] = strokes();
    // A letter that was pressed flat is a thick line.
    let flat = tips[0][0] * tips[1][1] - tips[0][1] * tips[1][0] == 0.0;
    let solid = if flat { solid.width(9.0) } else { solid };
    for (k, stage) in stages.iter().enumerate() {
        let (style, weight) = match k + 1 == stages.len() {
            true => (solid, 4.0),
            false => ([start, dashed][k], 1.0),
        };
        let letter = LETTER.map(|corner| image(stage, corner));
        panel.polygon(&letter, style);
        taken.lines(&panel, &[&letter[..], &letter[..1]].concat(), weight);
    }
    for (tip, colour) in tips.into_iter().zip([One, Two]) {
        panel.arrow(ORIGIN, tip, colour.width(3.0));
        taken.lines(&panel, &[ORIGIN, tip], 4.0);
    }
    for ((tip, colour), k) in tips.into_iter().zip([One, Two]).zip(1..) {
        // An arrow of length 0 points nowhere.
        let ahead = if tip == ORIGIN { [-1.0, -1.0] } else { tip };
        let name = colour.label(format!("$*{name}e*_{k}$"));
        taken.name(&mut panel, tip, ahead, name);
    }
    let [width, height] = panel.size();
    let corners = [[1.0, 1.0], [width - 1.0, height - 1.0]];
    let [a, b] = corners.map(|corner| panel.world(corner));
    panel.rectangle(a, b, 4.0, Ink.width(1.0).opacity(0.5));
    (panel, taken)
}

/// The key to the letters, and the matrices of both maps and their products in
/// both orders.
fn in_numbers([a, b, ba, ab]: [&Matrix; 4], maps: [&str; 2], step: usize) -> Panel {
    let block = |matrix: &Matrix, name: &str, below: &str| {
        let block = Block::of(matrix).cells([42.0, 32.0]).bracketed();
        let block = block.named(name).shaped(below).mark_column(0, One);
        block.mark_column(1, Two).into()
    };
    let row = vec![
        block(a, "$*A*$", maps[0]),
        Piece::Space(24.0, 0.0),
        block(b, "$*B*$", maps[1]),
        Piece::Space(24.0, 0.0),
        block(ba, "$*BA*$", "left"),
        Piece::sign(if ba == ab { "=" } else { "≠" }),
        block(ab, "$*AB*$", "right"),
    ];
    let space = |height: f64| Piece::Space(0.0, height);
    let mut panel = Panel::stack(WIDTH, [space(36.0), Piece::Row(row), space(2.0)]);
    let [start, dashed, now] = strokes();
    let keys = [
        (40.0, Key::Line(start), "at first"),
        (180.0, Key::Line(dashed), "after one map"),
        (370.0, Key::Area(now), "now"),
    ];
    // What is there at this step: the letters before, and the letter now.
    for &(x, key, words) in keys[..step].iter().chain(&keys[2..]) {
        panel.legend([x, 0.0], [(key, words)]);
    }
    panel
}
