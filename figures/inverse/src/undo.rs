//! A map of the plane and the map that undoes it, if there is one.

use super::letter;
use drawing::prelude::*;
use mlmath::inverse::{determinant, inverse, rotation};
use mlmath::matrices::{identity, scale};
use std::f64::consts::{FRAC_PI_4, SQRT_2};

/// The words of the choice of a map.
const MAPS: [&str; 4] = ["the grid's A", "shear", "turn and stretch", "singular"];

/// The two marked points, which the singular map takes to one, how they are
/// drawn, and on which side their names stand.
const POINTS: [[f64; 2]; 2] = [[3.0, 2.0], [2.0, 1.0]];
const LOOKS: [(Marker, &str, Colour, Place); 2] = [
    (Circle, "p", Two, NorthEast),
    (Square, "q", Four, SouthWest),
];

/// The patch of the plane that is moved, its lower left and its upper right corner.
const PATCH: [[f64; 2]; 2] = [[-1.0, -1.0], [3.0, 2.0]];

parameters! {
    /// Which map is undone.
    pub struct Maps {
        map: choice("map $*A*$", &MAPS),
    }
}

/// A map, and what it is called.
fn map(choice: usize) -> (Matrix, &'static str) {
    match choice {
        0 => (array![[2.0, -1.0], [1.0, 1.0]], "the matrix of the grid"),
        1 => (array![[1.0, 1.0], [0.0, 1.0]], "a shear"),
        2 => (scale(SQRT_2, &rotation(FRAC_PI_4)), "a turn with a stretch"),
        // Onto the line through (2, 1).
        _ => (array![[2.0, -2.0], [1.0, -1.0]], "a singular matrix"),
    }
}

/// The plane, what a map makes of it, and what the map that undoes it makes of that.
pub fn undo_a_map(Maps { map: choice }: Maps) -> Frame {
    let (a, name) = map(choice);
    let back = inverse(&a).ok();
    let start = plane("at the start", &identity(2), Stage::Start);
    let after = plane("after $*A*$", &a, Stage::Moved);
    let end = match &back {
        Some(_) => plane("after $*A*^{-1}$", &identity(2), Stage::Start),
        None => plane("no way back", &a, Stage::Lost),
    };
    let [p, q] = POINTS.map(pair);
    let [at_p, at_q] = POINTS.map(|point| pair(image(&a, point)));
    let det = decimal(determinant(&a).expect("a square matrix of numbers"));
    let (seen, state, has_inverse) = match &back {
        Some(back) => (
            format!(
                "In the second the cells are equal parallelograms, p is at {at_p} and q at {at_q}, \
                 hollow where they were. The third is like the first."
            ),
            format!("A takes p = {p} to {at_p}, and A⁻¹ takes {at_p} back to p = {p}."),
            format!("and its inverse has the rows {}", rows(back)),
        ),
        None => (
            format!(
                "In the second all lies flat on the line through (2, 1), both points at {at_p}, \
                 hollow where they were. In the third a dashed arrow leads from there back to p; both \
                 names have a question mark."
            ),
            format!("A takes both p = {p} and q = {q} to {at_p}: there is no way back."),
            "and it has no inverse".into(),
        ),
    };
    let numbers = in_numbers(&a, back.as_ref());
    Frame::new(
        "A map of the plane and the way back",
        Drawing::panels(2, vec![start, after, end, numbers]),
    )
    .describe(format!(
        "Three planes. In the first a patch of unit cells with a letter F in one, a round point \
         p = {p} and a square point q = {q}. {seen} A is {name} with the rows {} and the \
         determinant {det}, {has_inverse}.",
        rows(&a)
    ))
    .state(state)
}

/// What a plane shows.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Start,
    Moved,
    Lost,
}

/// The patch, the letter and the points after what has been done to them.
fn plane(heading: &str, done: &Matrix, stage: Stage) -> Panel {
    let mut panel = Panel::window(Drawing::column(2), [-6.5, 8.5], [-3.5, 6.9]);
    panel.label([1.0, 6.3], Centre, Label::new(heading).heavy());
    let axis = Ink.width(1.25).opacity(0.5);
    panel.segment([-6.4, 0.0], [8.4, 0.0], axis);
    panel.segment([0.0, -3.4], [0.0, 5.5], axis);
    let now = |point: [f64; 2]| image(done, point);
    let [[left, low], [right, high]] = PATCH;
    let corners = [[left, low], [right, low], [right, high], [left, high]].map(now);
    panel.polygon(&corners, Three.area(0.12));
    let grid = Three.width(1.0).opacity(0.7);
    for x in -1..=3 {
        let x = f64::from(x);
        panel.segment(now([x, low]), now([x, high]), grid);
    }
    for y in -1..=2 {
        let y = f64::from(y);
        panel.segment(now([left, y]), now([right, y]), grid);
    }
    // The letter in the unit square.
    let letter = letter(0.4, [0.25, 0.1]).map(now);
    panel.polygon(&letter, One.width(1.5).filled(0.5));
    let together = now(POINTS[0]) == now(POINTS[1]);
    for ((marker, name, colour, place), point) in LOOKS.into_iter().zip(POINTS) {
        let at = now(point);
        if stage != Stage::Start {
            panel.scatter(&[point], marker, 4.0, colour);
        }
        if stage == Stage::Lost {
            // q is where both have arrived.
            if point != at {
                panel.arrow(at, part_of_the_way(at, point, 0.8), colour.dashed());
            }
            panel.label(point, place, colour.label(format!("$*{name}*$ ?")));
        } else if !together {
            let name = match stage {
                Stage::Start => format!("$*{name}*$"),
                _ => format!("$*A{name}*$"),
            };
            panel.label(at, place, colour.label(name));
        }
        // Where they fall together the square lies in the circle.
        if together && name == "p" {
            panel.ring(at, 8.0, colour);
        } else {
            panel.scatter(&[at], marker, 4.0, colour.full());
        }
    }
    if together && stage == Stage::Moved {
        let name = Label::new("$*Ap* = *Aq*$").gap(11.0);
        panel.label(now(POINTS[0]), NorthEast, name);
    }
    panel
}

fn in_numbers(a: &Matrix, back: Option<&Matrix>) -> Panel {
    let row = |name: &str, matrix: &Matrix| {
        let name = Label::new(name).size(19.0);
        let block = Block::of(matrix).cells([58.0, 32.0]).bracketed();
        Piece::Row(vec![Piece::Sign(name), block.into()])
    };
    // Both ends have the same height, so that the page below does not move.
    let (way_back, room) = match back {
        Some(back) => (row("$*A*^{-1} =$", back), 0.0),
        None => (Piece::text(24.0, ["$*A*^{-1}$ does not exist"]), 21.0),
    };
    let pieces = [
        Piece::Space(0.0, 14.0),
        row("$*A* =$", a),
        Piece::Space(0.0, 14.0 + room),
        way_back,
        Piece::Space(0.0, room),
    ];
    Panel::stack(Drawing::column(2), pieces)
}
