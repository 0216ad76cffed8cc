//! What the figures of chapter 3 claim, read back from what they draw.

use crate::matrices::{area, frames, outlines, placed, words};
use crate::support::{self, Room, panels};
use mlmath::Vector;
use mlmath::matrix_multiplication::{dot, multiplications};
use roxmltree::{Document, Node};

mod angle;
mod composition;
mod readings;

fn parse(svg: &str) -> Document<'_> {
    Document::parse(svg).expect("well-formed XML")
}

/// The whole page, however high.
const PAGE: Room = [0.0, 0.0, 520.0, 2000.0];

fn width([left, _, right, _]: Room) -> f64 {
    right - left
}

fn height([_, top, _, bottom]: Room) -> f64 {
    bottom - top
}

/// Whether two numbers of the page are the same, apart from its decimals.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.02
}

/// The tips of arrows, on the page.
fn tips(within: Node<'_, '_>) -> Vec<[f64; 2]> {
    within
        .descendants()
        .filter(|node| node.attribute("class") == Some("arrowhead"))
        .map(|head| support::drawn(head)[0])
        .collect()
}

#[test]
fn the_row_and_the_column_meet_at_their_entry() {
    let svg = support::figure("product_shapes").at_first().svg();
    let document = parse(&svg);
    let root = document.root_element();
    let [a, b, product] = outlines(root)[..] else {
        panic!("three boxes")
    };
    assert!(same(width(a), height(b)), "n");
    assert!(same(height(a), height(product)), "m");
    assert!(same(width(b), width(product)), "p");
    assert_eq!((a[1], b[0]), (product[1], product[0]));
    assert!(a[2] < product[0] && b[3] < product[1]);
    let [row, column, entry] = frames(root)[..] else {
        panic!("a row, a column and an entry")
    };
    assert_eq!([row[1], row[3]], [entry[1], entry[3]]);
    assert_eq!([column[0], column[2]], [entry[0], entry[2]]);
    assert_eq!(words(root, row), ["ai1", "ai2", "…", "ain"]);
    assert_eq!(words(root, column), ["b1j", "b2j", "⋮", "bnj"]);
    assert_eq!(words(root, entry), ["(AB)ij"]);
    // The indices stand beside the row and the column, at both of their ends.
    let indices = |letter: &str| -> Vec<[f64; 2]> {
        let placed = placed(root, PAGE).into_iter();
        let placed = placed.filter(|(word, _)| word == letter);
        placed.map(|(_, at)| at).collect()
    };
    let [beside_a, beside_product] = indices("i")[..] else {
        panic!("i twice")
    };
    assert!((row[1]..row[3]).contains(&beside_a[1]) && beside_a[0] < a[0]);
    assert!((row[1]..row[3]).contains(&beside_product[1]) && beside_product[0] > product[2]);
    let [above_b, below_product] = indices("j")[..] else {
        panic!("j twice")
    };
    assert!((column[0]..column[2]).contains(&above_b[0]) && above_b[1] < b[1]);
    assert!((column[0]..column[2]).contains(&below_product[0]) && below_product[1] > product[3]);
    // The two arrows that lead to the entry.
    let middle = [0, 1].map(|k| (entry[k] + entry[k + 2]) / 2.0);
    let close = width(entry) / 2.0 + 5.0;
    let near = |tip: &&[f64; 2]| {
        let off = [0, 1].map(|k| (tip[k] - middle[k]).abs());
        (off[0] < 0.02 && off[1] < close) || (off[1] < 0.02 && off[0] < close)
    };
    assert_eq!(tips(root).iter().filter(near).count(), 2);
}

#[test]
fn the_sizes_of_three_factors_are_in_proportion() {
    let svg = support::figure("order_of_three").at_first().svg();
    let document = parse(&svg);
    let panels = panels(&document);
    let (short, long) = (10.0, 1000.0);
    let wide = (10, 1000);
    let counts = [
        [
            multiplications(wide, (1000, 10)),
            multiplications((10, 10), wide),
        ],
        [
            multiplications((1000, 10), wide),
            multiplications(wide, (1000, 1000)),
        ],
    ];
    let middle = [[short, short], [long, long]];
    assert_eq!(panels.len(), 2);
    for ((panel, counts), middle) in panels.into_iter().zip(counts).zip(middle) {
        let boxes: Vec<[f64; 2]> = panel
            .children()
            .filter(|node| node.has_tag_name("rect"))
            .map(area)
            .map(|room| [width(room), height(room)])
            .collect();
        let unit = boxes[0][0] / long;
        // A, B, ABC, what is between, and C.
        let expected = [
            [long, short],
            [short, long],
            [long, short],
            middle,
            [long, short],
        ];
        assert_eq!(boxes.len(), expected.len());
        for (found, expected) in boxes.iter().zip(expected) {
            for k in [0, 1] {
                assert!(same(found[k], unit * expected[k]), "{found:?} {expected:?}");
            }
        }
        let [first, second] = counts.map(|count| count.expect("shapes that fit"));
        let said = words(panel, PAGE).join("; ").replace('\u{a0}', "");
        for count in [format!(": {first};"), format!(": {second};")] {
            assert!(said.contains(&count), "{said}");
        }
        let together = format!("together {};", first + second);
        assert!(said.contains(&together), "{said}");
        let small = middle == [short; 2];
        assert_eq!(said.contains("; the dot, to scale;"), small, "{said}");
    }
}

#[test]
fn what_is_framed_in_b_is_filled_in_memory() {
    let figure = support::figure("blocks_and_memory").at_first();
    let svg = figure.svg();
    let document = parse(&svg);
    let root = document.root_element();
    let side = 8;
    let outlines = outlines(root);
    let frames = frames(root);
    assert_eq!((outlines.len(), frames.len()), (12, 9));
    let cells: Vec<(Room, f64)> = root
        .descendants()
        .filter(|node| node.has_tag_name("rect"))
        .filter(|node| !node.has_attribute("rx"))
        .map(|node| (area(node), support::value(node, "fill-opacity")))
        .collect();
    let within = |cell: &Room, room: &Room| {
        let middle = [0, 1].map(|k| (cell[k] + cell[k + 2]) / 2.0);
        (0..2).all(|k| room[k] < middle[k] && middle[k] < room[k + 2])
    };
    let mut lengths = Vec::new();
    for row in 0..3 {
        let [b, strip] = [outlines[4 * row + 1], outlines[4 * row + 3]];
        let frame = frames[3 * row + 1];
        let cell = width(b) / side as f64;
        let mut expected = Vec::new();
        for i in 0..side {
            for j in 0..side {
                let corner = [b[0] + cell * j as f64, b[1] + cell * i as f64];
                let room = [corner[0], corner[1], corner[0] + cell, corner[1] + cell];
                if within(&room, &frame) {
                    expected.push(side * i + j);
                }
            }
        }
        let place = |room: &Room| ((room[0] - strip[0]) / width(strip) * 64.0).round() as usize;
        let filled: Vec<usize> = cells
            .iter()
            .filter(|(room, opacity)| within(room, &strip) && *opacity > 0.5)
            .map(|(room, _)| place(room))
            .collect();
        assert_eq!(filled, expected, "row {row}");
        let said: Vec<String> = filled.iter().map(usize::to_string).collect();
        let said = said.join(", ");
        assert!(figure.description.contains(&said), "{said}");
        lengths.push(filled);
    }
    let steps = |offsets: &[usize]| -> Vec<usize> {
        offsets.windows(2).map(|pair| pair[1] - pair[0]).collect()
    };
    assert_eq!(steps(&lengths[0]), [side; 7], "leaps");
    assert_eq!(steps(&lengths[1]), [1; 7], "neighbours");
    assert_eq!(steps(&lengths[2]), [1; 3], "neighbours in a block");
}

/// The values of qᵀk for all pairs of sign vectors, with their probabilities.
fn by_counting(d: usize) -> Vec<f64> {
    let signs = |bits: usize| {
        let sign = |k: usize| if bits >> k & 1 == 1 { 1.0 } else { -1.0 };
        Vector::from_iter((0..d).map(sign))
    };
    let count = 1 << d;
    let mut probabilities = vec![0.0; d + 1];
    for q in 0..count {
        for k in 0..count {
            let product = dot(&signs(q), &signs(k));
            let different = ((d as f64 - product) / 2.0) as usize;
            probabilities[different] += 1.0 / (count * count) as f64;
        }
    }
    probabilities
}

/// The heights of the bars of a staircase from the right, between its feet.
fn heights(outline: &[[f64; 2]]) -> Vec<f64> {
    let bottom = outline[0][1];
    outline[1..outline.len() - 1]
        .chunks(2)
        .map(|top| bottom - top[0][1])
        .collect()
}

#[test]
fn the_spread_is_the_root_of_the_dimension() {
    let svg = support::figure("attention_scale").at_first().svg();
    let document = parse(&svg);
    let root = document.root_element();
    let outlines: Vec<Vec<[f64; 2]>> = root
        .children()
        .filter(|node| node.has_tag_name("polygon"))
        .map(support::corners)
        .collect();
    assert_eq!(outlines.len(), 8);
    let counted = by_counting(4);
    let highest = counted.iter().copied().fold(0.0, f64::max);
    let found = heights(&outlines[0]);
    assert_eq!(found.len(), counted.len());
    for (height, probability) in found.iter().zip(&counted) {
        let part = height / found[2];
        assert!((part - probability / highest).abs() < 1e-3, "{part}");
    }
    let said = words(root, PAGE);
    let spreads: Vec<&String> = said.iter().filter(|word| word.starts_with('±')).collect();
    let expected = ["±2", "±1", "±4", "±1", "±8", "±1", "±16", "±1"];
    assert_eq!(spreads, expected, "±√d and ±1");
    // A staircase says the same: its own root mean square, on the page.
    let of = |outline: &[[f64; 2]]| {
        let middle = (outline[0][0] + outline[outline.len() - 1][0]) / 2.0;
        let tops = &outline[1..outline.len() - 1];
        let (mut squares, mut total) = (0.0, 0.0);
        for (top, height) in tops.chunks(2).zip(heights(outline)) {
            let x = (top[0][0] + top[1][0]) / 2.0 - middle;
            squares += height * x * x;
            total += height;
        }
        (squares / total).sqrt()
    };
    let left: Vec<f64> = outlines.iter().step_by(2).map(|o| of(o)).collect();
    let right: Vec<f64> = outlines.iter().skip(1).step_by(2).map(|o| of(o)).collect();
    for pair in left.windows(2) {
        // Tails that are too low to draw are missing.
        assert!((pair[1] / pair[0] - 2.0).abs() < 0.03, "{left:?}");
    }
    for spread in &right {
        assert!((spread / right[0] - 1.0).abs() < 0.02, "{right:?}");
    }
}
