//! A map of the plane and the map that undoes it, if there is one.

use super::letter;
use drawing::prelude::*;
use mlmath::inverse::{determinant, inverse, rotation};
use mlmath::matrices::{identity, scale};
use mlmath::matrix_multiplication::matmul;
use std::f64::consts::{FRAC_PI_4, SQRT_2};

/// The words of the choice of a map.
const MAPS: [&str; 4] = ["general", "shear", "turn and stretch", "singular"];

/// The two marked points, which the singular map takes to one, and how they are
/// drawn.
const POINTS: [[f64; 2]; 2] = [[2.0, 0.0], [0.0, 2.0]];
const LOOKS: [(Marker, &str, Colour); 2] = [(Circle, "p", Two), (Square, "q", Four)];

/// The lower left corner of the letter.
const CORNER: [f64; 2] = [-2.0, -2.0];

/// What is seen.
const AS_AT_THE_START: &str =
    "The patch is a square of unit cells around the origin, the letter upright.";
const SLANTED: &str = "The patch is a slanted parallelogram of equal cells, and the letter is \
                       slanted or turned with it; dashed stands where the letter was, hollow where \
                       the points were.";
const FLAT: &str = "The patch and the letter are flattened into a piece of the line x₁ = x₂; \
                    dashed stands where the letter was, hollow where the points were.";
const LOST: &str = "Patch and letter lie flat on the line x₁ = x₂. From the one point there, two \
                    dashed arrows lead back to two hollow points with question marks, p and q.";

parameters! {
    /// A map, and how many have been applied: it, and the one that undoes it.
    pub struct Maps {
        map: choice("map $*A*$", &MAPS),
        steps: steps("maps applied", 2, 1, 0.5),
    }
}

/// A map, and what it is called.
fn map(choice: usize) -> (Matrix, &'static str) {
    match choice {
        0 => (array![[1.0, 1.0], [-0.5, 1.5]], "a general map"),
        1 => (array![[1.0, 1.0], [0.0, 1.0]], "a shear"),
        2 => (scale(SQRT_2, &rotation(FRAC_PI_4)), "a turn with a stretch"),
        // Onto the line x₁ = x₂.
        _ => (array![[0.5, 0.5], [0.5, 0.5]], "singular"),
    }
}

/// A map of the plane, and then the map that undoes it.
pub fn undo_a_map(Maps { map: choice, steps }: Maps) -> Frame {
    let (a, name) = map(choice);
    let back = inverse(&a).ok();
    // What has been done to the plane so far.
    let done = match (steps, &back) {
        (0, _) => identity(2),
        (2, Some(back)) => matmul(back, &a).expect("two shapes 2 × 2"),
        _ => a.clone(),
    };
    let [p, q] = POINTS.map(pair);
    let [at_p, at_q] = POINTS.map(|point| pair(image(&a, point)));
    let start = format!("At the start p = {p} and q = {q}.");
    let (headings, seen, states) = match &back {
        Some(_) => (
            ["start", "after $*A*$", "after $*A*^{-1}$"],
            [AS_AT_THE_START, SLANTED, AS_AT_THE_START],
            [
                start,
                format!("A, {name}, takes p to {at_p} and q to {at_q}."),
                format!(
                    "A⁻¹ takes {at_p} back to p = {p} and {at_q} back to q = {q}: everything is as \
                     at the start."
                ),
            ],
        ),
        None => (
            ["start", "after $*A*$", "no way back"],
            [AS_AT_THE_START, FLAT, LOST],
            [
                start,
                format!("A, {name}, takes both p = {p} and q = {q} to {at_p}."),
                format!(
                    "No way back: both p = {p} and q = {q} are taken to {at_p}, so there is no A⁻¹."
                ),
            ],
        ),
    };
    let (heading, seen, state) = (headings[steps], seen[steps], &states[steps]);
    let has_inverse = match &back {
        Some(back) => format!(", and its inverse with rows {}", rows(back)),
        None => ", which has no inverse".into(),
    };
    let (rows, det) = (rows(&a), det(&a));
    Frame::new(
        "A map of the plane and the way back",
        Drawing::beside([
            in_the_plane(&done, steps, back.is_none()),
            in_numbers(heading, &a, back.as_ref(), steps),
        ]),
    )
    .describe(format!(
        "A patch of the plane with grid lines, on it a letter F, a round point p and a square \
         point q, and beside it the matrix A with rows {rows}, determinant {det}{has_inverse}. \
         {seen} {state}"
    ))
    .state(state)
}

fn det(a: &Matrix) -> String {
    decimal(determinant(a).expect("a square matrix of numbers"))
}

fn in_the_plane(done: &Matrix, steps: usize, singular: bool) -> Panel {
    let mut panel = Panel::plane(364.0, [-4.4, 4.4], [-4.3, 4.3]);
    panel.bare_plane_axes("", "");
    let now = |point: [f64; 2]| image(done, point);
    let away = steps == 1 || (steps == 2 && singular);
    if away {
        let was = One.width(1.5).opacity(0.7).dashed();
        panel.polygon(&letter(1.0, CORNER), was);
    }
    let patch = [[-2.0, -2.0], [2.0, -2.0], [2.0, 2.0], [-2.0, 2.0]].map(now);
    panel.polygon(&patch, Three.area(0.1));
    let grid = Three.width(1.5).opacity(0.7);
    for k in [-2.0, -1.0, 0.0, 1.0, 2.0] {
        panel.segment(now([k, -2.0]), now([k, 2.0]), grid);
        panel.segment(now([-2.0, k]), now([2.0, k]), grid);
    }
    let strong = One.width(2.5).filled(0.35);
    panel.polygon(&letter(1.0, CORNER).map(now), strong);
    let together = singular && steps > 0;
    for ((marker, name, colour), point) in LOOKS.into_iter().zip(POINTS) {
        let at = now(point);
        if away {
            panel.scatter(&[point], marker, 5.0, colour);
        }
        if together && steps == 2 {
            panel.arrow(at, part_of_the_way(at, point, 0.84), colour.dashed());
            let name = colour.name(format!("$*{name}*$ ?")).gap(10.0);
            panel.label(point, NorthEast, name);
        } else if !away {
            panel.label(at, NorthEast, colour.name(format!("$*{name}*$")));
        } else if !together {
            panel.label(at, SouthEast, colour.name(format!("$*A{name}*$")));
        }
        // Where they fall together the square lies in the circle.
        if together && name == "p" {
            panel.ring(at, 9.0, colour);
        } else {
            panel.scatter(&[at], marker, 5.0, colour.full());
        }
    }
    if together {
        let name = Label::new("$*Ap* = *Aq*$").large().gap(12.0);
        panel.label(now(POINTS[0]), NorthEast, name);
    }
    panel
}

fn in_numbers(heading: &str, a: &Matrix, back: Option<&Matrix>, steps: usize) -> Panel {
    let mut panel = Panel::sheet(146.0, 356.0);
    let middle = 76.0;
    panel.label([middle, 40.0], Centre, Label::new(heading).heavy());
    let mut block = |matrix: &Matrix, name: &str, applied: bool, top: f64| {
        let block = Block::of(matrix).cells([48.0, 32.0]).bracketed();
        let block = match applied {
            true => block.mark([0, 0], [2, 2], Three),
            false => block,
        };
        let block = block.named(name);
        panel.block([middle - block.middle(), top], &block);
    };
    block(a, "$*A*$", steps >= 1, 62.0);
    if let Some(back) = back {
        block(back, "$*A*^{-1}$", steps == 2, 212.0);
    } else {
        let lines = ["$*A*^{-1}$", "does not exist"];
        panel.lines_of_text([middle, 250.0], Centre, 24.0, lines);
    }
    panel.label([middle, 182.0], Centre, format!("det $*A* = {}$", det(a)));
    panel
}
