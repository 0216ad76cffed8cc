//! Two maps of the plane, one after the other, in both orders.

use drawing::prelude::*;
mod names;

use super::rows;
use mlmath::matrices::{identity, times_vector};
use mlmath::matrix_multiplication::matmul;
use names::Taken;

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

/// Room for the key to the letters.
const ABOVE: f64 = 34.0;

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
    /// What a reader sets.
    pub struct CompositionOrder {
        a: choice("$*A*$", &MAPS),
        b: choice("$*B*$", &MAPS).first(1),
        step: steps("maps applied", 2, 2, 0.7),
    }
}

/// The letter F under A and B, in both orders.
pub fn composition_order(at: CompositionOrder) -> Frame {
    let [first, second] = [at.a, at.b];
    let step = at.step;
    let [a, b] = [first, second].map(matrix);
    let product = |left: &Matrix, right: &Matrix| matmul(left, right).expect("both are 2×2");
    let [ba, ab] = [product(&b, &a), product(&a, &b)];
    let same = ba == ab;

    let heading = |words: &str| {
        let width = Drawing::column(2);
        let mut panel = Panel::sheet(width, 26.0);
        panel.label([width / 2.0, 12.0], Centre, Label::new(words).heavy());
        panel
    };
    let ways = [[&a, &ba], [&b, &ab]].map(|[once, twice]| {
        let stages = [identity(2), once.clone(), twice.clone()];
        stages[..=step].to_vec()
    });
    let drawing = Drawing::panels(
        2,
        vec![
            heading("first $*A*$, then $*B*$"),
            heading("first $*B*$, then $*A*$"),
            plane(&ways[0], ["", "A", "BA"][step]),
            plane(&ways[1], ["", "B", "AB"][step]),
            in_numbers([&a, &b, &ba, &ab], [MAPS[first], MAPS[second]], same, step),
        ],
    );

    let verdict = if same {
        "the order does not matter"
    } else {
        "the order matters"
    };
    let state = match step {
        0 => "No map is applied yet: both pictures are the same.".to_owned(),
        1 => format!(
            "After one map: the {} on the left, the {} on the right.",
            MAPS[first], MAPS[second]
        ),
        _ => format!("BA has {}, AB has {}: {verdict}.", rows(&ba), rows(&ab)),
    };
    let unit = |way: usize, column: usize| {
        let stages: &Vec<Matrix> = &ways[way];
        let units = [[1.0, 0.0], [0.0, 1.0]];
        pair(image(&stages[step], units[column]))
    };
    Frame::new("Two maps one after the other, in both orders", drawing)
        .describe(format!(
            "Two planes with a letter F, the grid and the images of the two unit vectors, after \
             {step} of 2 maps. On the left A, a {}, comes first and then B, a {}; on the right B \
             comes first. The first unit vector, at first (1, 0), is now {} on the left and {} on \
             the right; the second, at first (0, 1), is {} and {}. {earlier} Below, in numbers: A \
             has {}, B has {}, BA has {}, AB has {}, so that {}. {state}",
            MAPS[first],
            MAPS[second],
            unit(0, 0),
            unit(1, 0),
            unit(0, 1),
            unit(1, 1),
            rows(&a),
            rows(&b),
            rows(&ba),
            rows(&ab),
            if same { "BA = AB" } else { "BA ≠ AB" },
            earlier = earlier(step),
        ))
        .state(state)
}

/// Where the letter was before, in words.
fn earlier(step: usize) -> &'static str {
    match step {
        0 => "The letter is where it is at first.",
        1 => "A dotted line shows the letter as it is at first.",
        _ => {
            "A dotted line shows the letter as it is at first, a dashed one as it is after one map."
        }
    }
}

fn image(matrix: &Matrix, point: [f64; 2]) -> [f64; 2] {
    let image = times_vector(matrix, &Vector::from_iter(point));
    xy(&image.expect("two columns and two entries"))
}

/// How the letter is drawn: at first, after one map of two, and now.
fn strokes() -> [Style; 3] {
    let line = Ink.line();
    [
        line.width(2.0).opacity(0.7).dotted(),
        line.width(1.5).opacity(0.7).dashed(),
        Three.width(2.0).filled(0.35),
    ]
}

/// The corners with the first at the end again.
fn closed(corners: &[[f64; 2]]) -> Vec<[f64; 2]> {
    [corners, &corners[..1]].concat()
}

/// The plane after some maps, each stage given as one matrix, the last with the
/// name of its matrix.
fn plane(stages: &[Matrix], name: &str) -> Panel {
    let width = Drawing::column(2);
    let mut panel = Panel::window(width, [-2.5, 2.5], [-1.7, 1.7]);
    let now = &stages[stages.len() - 1];
    let [e_1, e_2] = [[1.0, 0.0], [0.0, 1.0]].map(|unit| image(now, unit));
    let grid = Ink.width(1.0).opacity(0.22);
    panel.lattice(e_1, e_2, &grid, &grid);
    let axis = Ink.width(1.25).opacity(0.7);
    panel.line_through(ORIGIN, [1.0, 0.0], &axis);
    panel.line_through(ORIGIN, [0.0, 1.0], &axis);
    let letter = |matrix: &Matrix| LETTER.map(|corner| image(matrix, corner));
    let [start, dashed, _] = strokes();
    let mut taken = Taken::nothing();
    // A stretch of an axis beside a name would look like a minus sign.
    let ends = [[-2.4, 0.0], [2.4, 0.0], ORIGIN, [0.0, 1.6], [0.0, -1.6]];
    taken.lines(&panel, &ends, 0.5);
    let before = &stages[..stages.len() - 1];
    for (stage, style) in before.iter().zip([start, dashed]) {
        panel.polygon(&letter(stage), &style);
        taken.lines(&panel, &closed(&letter(stage)), 1.0);
    }
    // A letter that was pressed flat is a thick line.
    let cross = e_1[0] * e_2[1] - e_1[1] * e_2[0];
    let width = if cross == 0.0 { 9.0 } else { 2.0 };
    let [.., solid] = strokes();
    panel.polygon(&letter(now), &solid.width(width));
    taken.lines(&panel, &closed(&letter(now)), 4.0);
    panel.arrow(ORIGIN, e_1, One.width(3.0));
    panel.arrow(ORIGIN, e_2, Two.width(3.0));
    let label = |index: usize, colour| {
        let label = Label::new(format!("$*{name}e*_{index}$"));
        label.colour(colour)
    };
    let labels = [label(1, One), label(2, Two)];
    for tip in [e_1, e_2] {
        taken.lines(&panel, &[ORIGIN, tip], 4.0);
    }
    for (tip, label) in [e_1, e_2].into_iter().zip(labels) {
        // An arrow of length 0 points nowhere.
        let ahead = if tip == ORIGIN { [-1.0, -1.0] } else { tip };
        taken.name(&mut panel, tip, ahead, &label);
    }
    let area = panel.area();
    let [a, b] = [
        [area.left + 1.0, area.top + 1.0],
        [area.right - 1.0, area.bottom - 1.0],
    ];
    let [a, b] = [a, b].map(|corner| panel.world(corner));
    panel.rectangle(a, b, 4.0, Ink.width(1.0).opacity(0.5));
    panel
}

/// The key to the letters, and the matrices of both maps and their products in
/// both orders.
fn in_numbers(matrices: [&Matrix; 4], maps: [&str; 2], same: bool, step: usize) -> Panel {
    let block = |matrix: &Matrix, name: &str, below: &str| {
        let block = Block::of(matrix).cells([42.0, 32.0]).bracketed();
        let block = block.named(name).shaped(below);
        let block = block.mark_column(0, One);
        Piece::Block(block.mark_column(1, Two))
    };
    let [a, b, ba, ab] = matrices;
    let space = || Piece::Sign("".into());
    let pieces = [
        block(a, "$*A*$", maps[0]),
        space(),
        block(b, "$*B*$", maps[1]),
        space(),
        block(ba, "$*BA*$", "left"),
        Piece::sign(if same { "=" } else { "≠" }),
        block(ab, "$*AB*$", "right"),
    ];
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, ABOVE + height + 4.0);
    let words = ["at first", "after one map", "now"];
    let keys = strokes().into_iter().zip(words).zip([40.0, 180.0, 370.0]);
    for (k, ((style, word), x)) in keys.enumerate() {
        // What is there at this step: the letter now, and those before.
        if k < step || k == 2 {
            let key = if k == 2 {
                Key::Area(style)
            } else {
                Key::Line(style)
            };
            panel.legend([x, 0.0], [(key, word)]);
        }
    }
    panel.row([(WIDTH - width) / 2.0, ABOVE + 2.0], &pieces);
    panel
}
