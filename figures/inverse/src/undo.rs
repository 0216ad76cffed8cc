//! A map of the plane and the map that undoes it, if there is one.

use super::{image, letter};
use drawing::prelude::*;
use mlmath::inverse::{determinant, inverse, rotation};
use mlmath::matrices::{identity, scale};
use mlmath::matrix_multiplication::matmul;
use std::f64::consts::{FRAC_PI_4, SQRT_2};

/// The words of the choice of a map.
const MAPS: [&str; 4] = ["general", "shear", "turn and stretch", "singular"];

/// The number of the map that cannot be undone.
const SINGULAR: usize = 3;

/// The two marked points, which the singular map takes to one, and how they are
/// drawn.
const POINTS: [[f64; 2]; 2] = [[2.0, 0.0], [0.0, 2.0]];
const LOOKS: [(Marker, &str, Colour); 2] = [(Circle, "p", Two), (Square, "q", Four)];

/// Half the side of the patch of the plane that is drawn.
const HALF: i32 = 2;

/// The lower left corner of the letter.
const CORNER: [f64; 2] = [-2.0, -2.0];

parameters! {
    /// What a reader sets.
    pub struct UndoAMap {
        map: choice("map $*A*$", &MAPS),
        steps: steps("maps applied", 2, 1, 0.5),
    }
}

fn map(choice: usize) -> Matrix {
    match choice {
        0 => array![[1.0, 1.0], [-0.5, 1.5]],
        1 => array![[1.0, 1.0], [0.0, 1.0]],
        2 => scale(SQRT_2, &rotation(FRAC_PI_4)),
        // Onto the line x₁ = x₂.
        _ => array![[0.5, 0.5], [0.5, 0.5]],
    }
}

/// A map of the plane, and then the map that undoes it.
pub fn undo_a_map(at: UndoAMap) -> Frame {
    let (choice, steps) = (at.map, at.steps);
    let a = map(choice);
    let back = inverse(&a).ok();
    // What has been done to the plane so far.
    let done = match (steps, &back) {
        (0, _) => identity(2),
        (2, Some(back)) => matmul(back, &a).expect("two shapes 2 × 2"),
        _ => a.clone(),
    };
    let images = POINTS.map(|point| image(&a, point));
    let [p, q] = POINTS.map(pair);
    let [at_p, at_q] = images.map(pair);
    let name = [
        "a general map",
        "a shear",
        "a turn with a stretch",
        "singular",
    ][choice];
    let state = match (steps, &back) {
        (0, _) => format!("At the start p = {p} and q = {q}."),
        (1, Some(_)) => format!("A, {name}, takes p to {at_p} and q to {at_q}."),
        (1, None) => format!("A, {name}, takes both p = {p} and q = {q} to {at_p}."),
        (_, Some(_)) => format!(
            "A⁻¹ takes {at_p} back to p = {p} and {at_q} back to q = {q}: everything is as at the \
             start."
        ),
        (_, None) => {
            format!(
                "No way back: both p = {p} and q = {q} are taken to {at_p}, so there is no A⁻¹."
            )
        }
    };
    let seen = match (steps, &back) {
        (0 | 2, Some(_)) | (0, None) => {
            "The patch is a square of unit cells around the origin, the letter upright."
        }
        (_, Some(_)) => {
            "The patch is a slanted parallelogram of equal cells, and the letter is slanted or \
             turned with it; dashed stands where the letter was, hollow where the points were."
        }
        (1, None) => {
            "The patch and the letter are flattened into a piece of the line x₁ = x₂; dashed \
             stands where the letter was, hollow where the points were."
        }
        (_, None) => {
            "Patch and letter lie flat on the line x₁ = x₂. From the one point there, two dashed \
             arrows lead back to two hollow points with question marks, p and q."
        }
    };
    Frame::new(
        "A map of the plane and the way back",
        Drawing::panels(
            2,
            vec![
                in_the_plane(&done, steps, choice == SINGULAR),
                in_numbers(&a, back.as_ref(), steps),
            ],
        ),
    )
    .describe(format!(
        "A patch of the plane with grid lines, on it a letter F, a round point p and a square \
         point q, and beside it the matrix A with rows {} and {}, {}. {seen} {state}",
        listed(&a, 0),
        listed(&a, 1),
        match &back {
            Some(back) => format!(
                "determinant {}, and its inverse with rows {} and {}",
                det(&a),
                listed(back, 0),
                listed(back, 1)
            ),
            None => format!("determinant {}, which has no inverse", det(&a)),
        },
    ))
    .state(state)
}

fn det(a: &Matrix) -> String {
    decimal(determinant(a).expect("a square matrix of numbers"))
}

fn listed(a: &Matrix, row: usize) -> String {
    pair([a[[row, 0]], a[[row, 1]]])
}

fn in_the_plane(done: &Matrix, steps: usize, singular: bool) -> Panel {
    let mut panel = Panel::plane(364.0, [-4.4, 4.4], [-4.3, 4.3]);
    panel.bare_plane_axes("", "");
    let now = |point: [f64; 2]| image(done, point);
    let away = steps == 1 || (steps == 2 && singular);
    if away {
        let was = One.width(1.5).opacity(0.7).dashed();
        panel.polygon(&letter(1.0, CORNER), &was);
    }
    let far = f64::from(HALF);
    let patch = [[-far, -far], [far, -far], [far, far], [-far, far]].map(now);
    panel.polygon(&patch, Three.area(0.1));
    let grid = Three.width(1.5).opacity(0.7);
    for k in -HALF..=HALF {
        let k = f64::from(k);
        panel.segment(now([k, -far]), now([k, far]), &grid);
        panel.segment(now([-far, k]), now([far, k]), &grid);
    }
    let strong = One.width(2.5).filled(0.35);
    panel.polygon(&letter(1.0, CORNER).map(now), &strong);
    let together = singular && steps > 0;
    for ((marker, name, colour), point) in LOOKS.into_iter().zip(POINTS) {
        let of = |name: String| colour.name(name);
        let at = now(point);
        if away {
            panel.scatter(&[point], marker, 5.0, colour.line());
        }
        if together && steps == 2 {
            let most_of_it = |k: usize| at[k] + 0.84 * (point[k] - at[k]);
            let tip = [0, 1].map(most_of_it);
            panel.arrow(at, tip, colour.dashed());
            panel.label(point, NorthEast, of(format!("$*{name}*$ ?")).gap(10.0));
        } else if !away {
            panel.label(at, NorthEast, of(format!("$*{name}*$")));
        } else if !together {
            panel.label(at, SouthEast, of(format!("$*A{name}*$")));
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

fn in_numbers(a: &Matrix, back: Option<&Matrix>, steps: usize) -> Panel {
    let mut panel = Panel::sheet(146.0, 356.0);
    let heading = match (steps, back) {
        (0, _) => "start",
        (1, _) => "after $*A*$",
        (_, Some(_)) => "after $*A*^{-1}$",
        (_, None) => "no way back",
    };
    let middle = 76.0;
    panel.label([middle, 40.0], Centre, Label::new(heading).heavy());
    let of = |matrix: &Matrix, name: &str, applied: bool| {
        let block = Block::of(matrix)
            .cells([48.0, 32.0])
            .bracketed()
            .named(name);
        match applied {
            true => block.mark([0, 0], [2, 2], Three),
            false => block,
        }
    };
    let block = of(a, "$*A*$", steps >= 1);
    panel.block([middle - block.middle(), 62.0], &block);
    panel.label([middle, 182.0], Centre, format!("det $*A* = {}$", det(a)));
    match back {
        Some(back) => {
            let block = of(back, "$*A*^{-1}$", steps == 2);
            panel.block([middle - block.middle(), 212.0], &block);
        }
        None => {
            let lines = ["$*A*^{-1}$", "does not exist"];
            panel.lines_of_text([middle, 250.0], Centre, 24.0, lines);
        }
    }
    panel
}
