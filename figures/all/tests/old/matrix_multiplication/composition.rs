//! What the figure of two maps in both orders claims.

use super::{PAGE, parse, tips};
use crate::matrices::{frames, numbers, words};
use crate::support::{self, CLOSE, Room, panels};
use mlmath::matrix_multiplication::matmul;
use mlmath::vectors::distance;
use mlmath::{Matrix, Vector};
use ndarray::array;

/// The maps of the choices.
fn maps() -> [Matrix; 5] {
    [
        array![[0.0, -1.0], [1.0, 0.0]],
        array![[1.0, 1.0], [0.0, 1.0]],
        array![[-1.0, 0.0], [0.0, 1.0]],
        array![[0.5, 0.0], [0.0, 1.0]],
        array![[1.0, 0.0], [0.0, 0.0]],
    ]
}

#[test]
fn both_orders_are_drawn_as_their_products_say() {
    let moving = support::figure("composition_order");
    let maps = maps();
    for (k, a) in maps.iter().enumerate() {
        for (l, b) in maps.iter().enumerate() {
            let [ba, ab] = [matmul(b, a), matmul(a, b)].map(|m| m.expect("2×2"));
            for step in 0..=2 {
                let shown = moving.at(&[k as f64, l as f64, step as f64]);
                let svg = shown.svg();
                let document = parse(&svg);
                let [_, _, left, right, below] = panels(&document)[..] else {
                    panic!("two headings, two planes and numbers")
                };
                let identity = Matrix::eye(2);
                let now = [[&identity, a, &ba][step], [&identity, b, &ab][step]];
                for (plane, matrix) in [left, right].into_iter().zip(now) {
                    // The frame of a plane runs from −2.5 to 2.5 and from −1.7
                    // to 1.7, inset by one unit of the page.
                    let frame = plane.children().find(|n| n.has_tag_name("rect"));
                    let [x, y] = support::drawn(frame.expect("a frame"))[..] else {
                        panic!("two corners")
                    };
                    let unit = (y[0] - x[0] + 2.0) / 5.0;
                    let origin = [0, 1].map(|axis| (x[axis] + y[axis]) / 2.0);
                    let world =
                        |p: [f64; 2]| array![(p[0] - origin[0]) / unit, (origin[1] - p[1]) / unit];
                    let tips: Vec<Vector> = tips(plane).into_iter().map(world).collect();
                    let columns = matrix.columns().into_iter();
                    let columns: Vec<Vector> = columns
                        .map(|column| column.to_owned())
                        .filter(|column| distance(column, &Vector::zeros(2)) > 0.0)
                        .collect();
                    assert_eq!(tips.len(), columns.len(), "{k} {l} {step}");
                    for (tip, column) in tips.iter().zip(&columns) {
                        assert!(distance(tip, column) < 2.0 * CLOSE, "{tip} {column}");
                    }
                    let letter = plane
                        .children()
                        .rfind(|n| n.has_tag_name("polygon") && n.has_attribute("stroke"))
                        .expect("a letter");
                    let end = world(support::drawn(letter)[0]);
                    let expected = matrix.dot(&array![0.5, 0.75]);
                    assert!(distance(&end, &expected) < 2.0 * CLOSE, "{end} {expected}");
                }
                let shown: Vec<Vec<f64>> = frames(below)
                    .into_iter()
                    .map(|frame| numbers(below, frame))
                    .collect();
                let columns =
                    [a, b, &ba, &ab].map(|m| [m.column(0).to_vec(), m.column(1).to_vec()]);
                assert_eq!(shown, columns.concat());
                let sign = if ab == ba { "=" } else { "≠" };
                assert!(words(below, PAGE).contains(&sign.to_owned()), "{k} {l}");
            }
        }
    }
    let first = moving.at_first().state;
    let expected = "BA has the rows (1, −1) and (1, 0), AB has the rows (0, −1) and (1, 1): the \
                    order matters.";
    assert_eq!(first.replace('\u{a0}', " "), expected);
}

/// Whether a stretch between two points of the page meets a rectangle.
fn meets([from, to]: [[f64; 2]; 2], room: Room) -> bool {
    (0..=200).any(|k| {
        let part = f64::from(k) / 200.0;
        let [x, y] = [0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis]));
        (room[0]..=room[2]).contains(&x) && (room[1]..=room[3]).contains(&y)
    })
}

#[test]
fn the_names_of_the_arrows_keep_off_each_other_the_letter_and_the_axes() {
    let moving = support::figure("composition_order");
    let flat = 4.0;
    for maps in (0..25).map(|k| [f64::from(k / 5), f64::from(k % 5)]) {
        for step in [0.0, 1.0, 2.0] {
            let svg = moving.at(&[maps[0], maps[1], step]).svg();
            let document = parse(&svg);
            for plane in &panels(&document)[2..4] {
                let rooms: Vec<Room> = plane
                    .descendants()
                    .filter(|n| n.has_tag_name("text") && n.attribute("fill") != Some("none"))
                    .map(support::room)
                    .collect();
                let [first, second] = rooms[..] else {
                    panic!("two names")
                };
                let apart = (0..2).any(|k| first[k + 2] < second[k] || second[k + 2] < first[k]);
                assert!(apart, "{maps:?} {step}");
                // A projection leaves no room beside an arrow of length 0.
                if maps.contains(&flat) {
                    continue;
                }
                let letter = plane
                    .children()
                    .rfind(|n| n.has_tag_name("polygon") && n.has_attribute("stroke"));
                let mut letter = support::drawn(letter.expect("a letter"));
                letter.push(letter[0]);
                let axes = plane
                    .children()
                    .filter(|n| n.has_tag_name("polyline"))
                    .filter(|n| n.attribute("stroke-width") == Some("1.25"))
                    .map(support::drawn);
                let lines: Vec<_> = axes.chain([letter]).collect();
                assert_eq!(lines.len(), 3);
                for room in rooms {
                    let hidden = |line: &Vec<[f64; 2]>| {
                        line.windows(2).any(|ends| meets([ends[0], ends[1]], room))
                    };
                    let hidden = lines.iter().position(hidden);
                    assert_eq!(hidden, None, "{maps:?} {step}");
                }
            }
        }
    }
}

#[test]
fn the_letter_is_seen_as_it_was_before() {
    let moving = support::figure("composition_order");
    let [dotted, dashed] = ["0 6", "7 5"];
    for (step, expected) in [vec![], vec![dotted], vec![dotted, dashed]]
        .into_iter()
        .enumerate()
    {
        let svg = moving.at(&[0.0, 1.0, step as f64]).svg();
        let document = parse(&svg);
        let panels = panels(&document);
        for plane in &panels[2..4] {
            let dashes: Vec<&str> = plane
                .children()
                .filter(|node| node.has_tag_name("polygon"))
                .filter_map(|node| node.attribute("stroke-dasharray"))
                .collect();
            assert_eq!(dashes, expected, "{step}");
        }
        let key: Vec<String> = words(panels[4], PAGE)
            .into_iter()
            .filter(|word| ["at first", "after one map", "now"].contains(&word.as_str()))
            .collect();
        let expected = [&["at first", "after one map"][..step], &["now"]].concat();
        assert_eq!(key, expected);
    }
}
