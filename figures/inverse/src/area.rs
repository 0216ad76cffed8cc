//! The determinant as an area with a sign.

use super::turn;
use drawing::prelude::*;
use mlmath::inverse::{determinant, inverse};
use mlmath::vectors::{add, norm_l2};
use std::f64::consts::TAU;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-3.0, 3.0], [-2.0, 2.0]];

parameters! {
    /// The columns of the matrix.
    pub struct Columns {
        a1: point("$*a*_1$", PLANE, 1.0, [2.0, 1.0]),
        a2: point("$*a*_2$", PLANE, 1.0, [-1.0, 1.0]),
    }
}

/// The unit square and the parallelogram that A makes of it.
pub fn determinant_area(at: Columns) -> Frame {
    let a = of_columns([at.a1, at.a2]);
    let det = determinant(&a).expect("a square matrix of numbers");
    let [p, q, r, s] = [[0, 0], [1, 1], [0, 1], [1, 0]].map(|entry| factor(a[entry]));
    let computed = format!("{p}·{q} − {r}·{s} = {}", decimal(det));
    let area = decimal(det.abs());
    let (flip, side, as_in_the_square) = match det < 0.0 {
        true => ("flipped", "right", "while one turns left"),
        false => ("not flipped", "left", "as one turns"),
    };
    let mut becomes = format!("a parallelogram of area {area}, {flip}");
    let mut turn = format!(
        "A bent arrow turns from a₁ to the {side} to a₂, {as_in_the_square} from e₁ to e₂."
    );
    let mut lines = [
        format!("area ${area}$, {flip}"),
        format!("$*a*_2$ is to the {side} of $*a*_1$"),
    ];
    if det.abs() <= TOLERANCE {
        becomes = "flat, of area 0".into();
        turn = "Both arrows lie on one line through the origin.".into();
        lines = ["area $0$", "$*a*_1$ and $*a*_2$ lie on one line"].map(String::from);
    }
    let name = colour(det).label(format!("det $*A* = {computed}$"));
    let panels = [in_the_plane(at, &a, det), in_numbers(&a, name, det, lines)];
    let far = pair(add(&vector(at.a1), &vector(at.a2)));
    let [one, two] = [at.a1, at.a2].map(pair);
    Frame::new(
        "The unit square and the parallelogram that a matrix makes of it",
        Drawing::stack(panels),
    )
    .describe(format!(
        "In the plane, the unit square, pale with a dotted edge, and the arrows a₁ = {one} and \
         a₂ = {two} from the origin, which with dashed copies of themselves close a parallelogram \
         with the far corner {far}. {turn} Below, the matrix A with these columns, and its \
         determinant {computed}. The unit square becomes {becomes}."
    ))
    .state(format!(
        "det A = {computed}: the unit square becomes {becomes}."
    ))
}

/// The colour of the parallelogram; words say the same.
fn colour(det: f64) -> Colour {
    if det < -TOLERANCE { Four } else { Three }
}

/// How the unit square and its image are filled.
fn fillings(det: f64) -> [Style; 2] {
    [Ink.dotted().filled(0.12), colour(det).area(0.18)]
}

fn in_numbers(a: &Matrix, name: Label, det: f64, [area, turn]: [String; 2]) -> Panel {
    let block = Block::of(a).cells([42.0, 34.0]).bracketed();
    let block = block
        .column_named(0, One.label("$*a*_1$"))
        .column_named(1, Two.label("$*a*_2$"))
        .mark_column(0, One)
        .mark_column(1, Two);
    let [_, height] = block.size();
    // The middle of the entries, below the names of the columns.
    let middle = height / 2.0 + 14.0;
    let mut panel = Panel::sheet(WIDTH, height + 36.0);
    let of_the_block = Label::new("$*A* =$").size(19.0).gap(0.0);
    panel.label([4.0, middle], East, of_the_block);
    panel.block([43.0, 2.0], &block);
    let lines = [name, area.into(), turn.into()];
    panel.lines_of_text([151.0, middle], East, 25.0, lines);
    let [square, image] = fillings(det).map(Key::Area);
    panel.legend([4.0, height + 8.0], [(square, "unit square")]);
    panel.legend([172.0, height + 8.0], [(image, "its image")]);
    panel
}

fn in_the_plane(Columns { a1, a2 }: Columns, a: &Matrix, det: f64) -> Panel {
    let far = xy(add(&vector(a1), &vector(a2)));
    let (flat, flipped) = (det.abs() <= TOLERANCE, det < -TOLERANCE);
    let mut panel = Panel::plane(WIDTH, [-6.3, 6.3], [-4.3, 4.3]);
    panel.plane_axes("", "");
    let [square, image] = fillings(det);
    panel.polygon(&[ORIGIN, [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]], square);
    panel.polygon(&[ORIGIN, xy(a1), far, xy(a2)], image);
    panel.segment(a2, far, One.dashed());
    panel.segment(a1, far, Two.dashed());
    // Names stand outside the parallelogram.
    let arrows = [
        (a1, "$*a*_1$", One, flipped),
        (a2, "$*a*_2$", Two, !flipped),
    ];
    for (tip, name, colour, on_the_left) in arrows {
        let arrow = panel.arrow(ORIGIN, tip, colour.width(4.0));
        match tip.at == ORIGIN {
            true => arrow.at_tip(SouthWest, name),
            false => arrow.beside(on_the_left, 0.7, name),
        };
    }
    if !flat {
        let [from, to] = [a1, a2].map(|Handle { at: [x, y], .. }| y.atan2(x));
        // The way round that is less than a half turn.
        let whole = TAU * ((to - from) / TAU).round();
        let lengths = [a1, a2].map(|column| norm_l2(&vector(column)));
        let radius = 0.6 * lengths.into_iter().fold(1.5, f64::min);
        turn(&mut panel, radius, [from, to - whole], 2.0);
    }
    panel.handle(a1, One);
    panel.handle(a2, Two);
    let middle = part_of_the_way(ORIGIN, far, 0.5);
    if has_room(a, &panel, middle, if flipped { 22.0 } else { 11.0 }) {
        let lines = [format!("det $= {}$", decimal(det)), "flipped".into()];
        let lines = lines.map(|line| colour(det).label(line));
        let count = if flipped { 2 } else { 1 };
        panel.lines_of_text(middle, Centre, 21.0, lines[..count].to_vec());
    }
    panel
}

/// Whether words around a point lie within the parallelogram.
fn has_room(a: &Matrix, panel: &Panel, [x, y]: [f64; 2], half_height: f64) -> bool {
    let Ok(back) = inverse(a) else { return false };
    let [across, up] = [44.0, half_height].map(|side| side / panel.unit());
    let corners = [[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]];
    corners.iter().all(|[right, above]| {
        let parts = image(&back, [x + right * across, y + above * up]);
        parts.iter().all(|part| (0.0..=1.0).contains(part))
    })
}
