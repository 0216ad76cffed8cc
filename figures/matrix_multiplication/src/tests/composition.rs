//! What the figure of two maps in both orders claims.

use super::*;
use crate::composition::names::hides;
use crate::composition::{Maps, matrix, names_of, plane};
use mlmath::matrix_multiplication::matmul;

/// All choices of two maps.
fn everywhere() -> impl Iterator<Item = [usize; 2]> {
    (0..36).map(|k| [k / 6, k % 6])
}

/// After the first map and after both.
fn stages([first, then]: [usize; 2]) -> [Matrix; 2] {
    let both = matmul(&matrix(then), &matrix(first)).expect("2×2");
    [matrix(first), both]
}

#[test]
fn both_orders_are_drawn_as_their_products_say() {
    for [first, second] in everywhere() {
        let frame = composition_order(Maps { first, second });
        let rows = [[first, second], [second, first]].map(stages);
        // Each plane stands behind its heading.
        for (place, stage) in [1, 3, 5, 7].into_iter().zip(rows.iter().flatten()) {
            let plane = frame.drawing.panel(place);
            let units = [[1.0, 0.0], [0.0, 1.0]].map(|unit| image(stage, unit));
            assert_eq!(tips(plane), units, "{first} {second}");
            let shapes = plane.polygons();
            let (of_dots, moved) = shapes.split_at(shapes.len() - 2);
            let [square, letter] = [0, 1].map(|k| &moved[k].points);
            let far = image(stage, [1.0, 1.0]);
            assert_eq!(square[..], [ORIGIN, units[0], far, units[1]]);
            assert_eq!(letter[0], image(stage, [0.8, 0.8]));
            let dotted = of_dots.iter().map(|shape| shape.style.dash);
            let expected = [Dash::Dotted; 1];
            let expected = if place % 4 == 1 { &expected[..] } else { &[] };
            assert_eq!(dotted.collect::<Vec<_>>(), expected);
        }
        let same = rows[0][1] == rows[1][1];
        let said = frame.state.contains("does not matter");
        assert_eq!(said, same, "{}", frame.state);
    }
}

#[test]
fn the_text_speaks_of_what_is_drawn_at_first() {
    let frame = composition_order(Maps::default());
    let (a, r) = (matrix(0), matrix(1));
    assert_eq!(a, array![[2.0, -1.0], [1.0, 1.0]]);
    assert_eq!(r, array![[0.0, -1.0], [1.0, 0.0]]);
    let both = |place: usize| tips(frame.drawing.panel(place));
    assert_eq!(both(3), [[-1.0, 2.0], [-1.0, -1.0]], "RA");
    assert_eq!(both(7), [[-1.0, 1.0], [-2.0, -1.0]], "AR");
    let words = [0, 2, 4, 6].map(|place| frame.drawing.panel(place).words().join(""));
    assert_eq!(words, ["first A", "then R", "first R", "then A"]);
    let names = [1, 3, 5, 7].map(|place| frame.drawing.panel(place).words().join(" "));
    assert_eq!(names, ["Ae1 Ae2", "RAe1 RAe2", "Re1 Re2", "ARe1 ARe2"]);
    let expected = "A and the quarter turn R: the two results differ, so the order matters.";
    assert_eq!(frame.state, expected);
    let mirror_and_squeeze = Maps {
        first: 3,
        second: 4,
    };
    let state = composition_order(mirror_and_squeeze).state;
    assert!(state.starts_with("The mirror and the squeeze: both results are the same"));
}

#[test]
fn the_names_of_the_arrows_keep_off_each_other_the_letter_and_the_axes() {
    for maps in everywhere() {
        for (stage, name) in stages(maps).iter().zip(names_of(maps)) {
            let (panel, taken) = plane(stage, name.as_deref(), false);
            assert_eq!(panel.words().len(), taken.rooms.len());
            let [first, second] = taken.rooms[..] else {
                assert!(taken.rooms.is_empty() && name.is_none(), "{maps:?}");
                continue;
            };
            assert!(!first.meets(&second), "{maps:?}");
            let mut points = taken.points.iter().filter(|(_, weight)| *weight == 4.0);
            let hidden = points.any(|(point, _)| hides(&first, *point) || hides(&second, *point));
            assert!(!hidden, "{maps:?} {name:?}");
        }
    }
}
