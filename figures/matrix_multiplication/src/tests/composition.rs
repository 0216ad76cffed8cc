//! What the figure of two maps in both orders claims.

use super::*;
use crate::composition::names::hides;
use crate::composition::{Maps, plane};
use mlmath::matrix_multiplication::matmul;

/// The stages of two maps of the choices, on the left and on the right.
fn stages(k: usize, l: usize) -> [[Matrix; 3]; 2] {
    let maps = [
        array![[0.0, -1.0], [1.0, 0.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
        array![[-1.0, 0.0], [0.0, 1.0]],
        array![[0.5, 0.0], [0.0, 1.0]],
        array![[1.0, 0.0], [0.0, 0.0]],
    ];
    [[k, l], [l, k]].map(|[first, then]| {
        let [first, then] = [&maps[first], &maps[then]];
        let both = matmul(then, first).expect("2×2");
        [Matrix::eye(2), first.clone(), both]
    })
}

/// All choices of two maps and of a step.
fn everywhere() -> impl Iterator<Item = [usize; 3]> {
    (0..75).map(|k| [k / 15, k / 3 % 5, k % 3])
}

#[test]
fn both_orders_are_drawn_as_their_products_say() {
    for [a, b, step] in everywhere() {
        let drawing = composition_order(Maps { a, b, step }).drawing;
        let [left, right] = stages(a, b);
        for (panel, stages) in [(1, &left), (3, &right)] {
            let plane = drawing.panel(panel);
            let units = [[1.0, 0.0], [0.0, 1.0]].map(|unit| image(&stages[step], unit));
            assert_eq!(tips(plane), units, "{a} {b} {step}");
            // The letter as it was and as it is, each stage with its own stroke.
            let letters = plane.polygons();
            let ends: Vec<_> = letters.iter().map(|letter| letter.start()).collect();
            let expected = stages.each_ref().map(|stage| image(stage, [0.5, 0.75]));
            assert_eq!(ends, expected[..=step], "{a} {b} {step}");
            let dashes: Vec<_> = letters.iter().map(|letter| letter.style.dash).collect();
            assert_eq!(dashes[..step], [Dash::Dotted, Dash::Dashed][..step]);
            assert_eq!(dashes[step], Dash::Solid);
        }
        let below = drawing.panel(4);
        let numbers: Vec<_> = blocks(below).into_iter().map(Block::numbers).collect();
        let matrices = [&left[1], &right[1], &left[2], &right[2]];
        assert_eq!(numbers, matrices.map(|matrix| matrix.flatten().to_vec()));
        let words = below.words();
        let sign = if left[2] == right[2] { "=" } else { "≠" };
        assert!(words.iter().any(|word| word == sign), "{a} {b}");
        for (k, stage) in ["at first", "after one map", "now"].into_iter().enumerate() {
            let told = words.iter().any(|word| word == stage);
            assert_eq!(told, k < step || k == 2, "{stage} at {step}");
        }
    }
    let first = composition_order(Maps::default()).state;
    let expected = "BA has the rows (1, −1) and (1, 0), AB has the rows (0, −1) and (1, 1): the \
                    order matters.";
    assert_eq!(first.replace('\u{a0}', " "), expected);
}

#[test]
fn the_names_of_the_arrows_keep_off_each_other_the_letter_and_the_axes() {
    let flat = 4;
    for [a, b, step] in everywhere() {
        for (stages, names) in stages(a, b).iter().zip([["", "A", "BA"], ["", "B", "AB"]]) {
            let (_, taken) = plane(&stages[..=step], names[step]);
            let [first, second] = taken.rooms[..] else {
                panic!("two names")
            };
            assert!(!first.meets(&second), "{a} {b} {step}");
            // A projection leaves no room beside an arrow of length 0; a letter
            // of an earlier stage may be hidden.
            let mut points = taken.points.iter().filter(|(_, weight)| *weight != 1.0);
            let hidden = points.any(|(point, _)| hides(&first, *point) || hides(&second, *point));
            assert!(!hidden || [a, b].contains(&flat), "{a} {b} {step}");
        }
    }
}
