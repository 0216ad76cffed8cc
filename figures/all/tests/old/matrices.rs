//! What the figures of chapter 2 claim, read back from what they draw.

use crate::support::{self, Axes, CLOSE, Room, panels};
use mlmath::matrices::{column_major_offset, row_major_offset, times_vector};
use mlmath::vectors::{distance, scale};
use mlmath::{Matrix, Vector};
use ndarray::{Array2, array};
use roxmltree::{Document, Node};

fn parse(svg: &str) -> Document<'_> {
    Document::parse(svg).expect("well-formed XML")
}

fn rectangles<'a, 'input>(within: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    within
        .descendants()
        .filter(|node| node.has_tag_name("rect"))
}

/// A rectangle of the page.
pub fn area(node: Node<'_, '_>) -> Room {
    match support::drawn(node).as_slice() {
        &[[left, top], [right, bottom]] => [left, top, right, bottom],
        other => panic!("{other:?} is no rectangle"),
    }
}

/// The frames around marked rows, columns and cells.
pub fn frames(within: Node<'_, '_>) -> Vec<Room> {
    rectangles(within)
        .filter(|node| node.attribute("stroke-width") == Some("2.5"))
        .map(area)
        .collect()
}

/// The outlines of matrices.
pub fn outlines(within: Node<'_, '_>) -> Vec<Room> {
    rectangles(within)
        .filter(|node| node.attribute("rx") == Some("2"))
        .map(area)
        .collect()
}

/// The words whose middle is in a rectangle, with that middle, in the order in
/// which they are drawn: row by row.
pub fn placed(within: Node<'_, '_>, [left, top, right, bottom]: Room) -> Vec<(String, [f64; 2])> {
    within
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("fill") != Some("none"))
        .map(|text| (support::letters(text), support::room(text)))
        .map(|(letters, room)| (letters, [room[0] + room[2], room[1] + room[3]]))
        .map(|(letters, sum)| (letters, sum.map(|twice| twice / 2.0)))
        .filter(|(_, [x, y])| (left..=right).contains(x) && (top..=bottom).contains(y))
        .collect()
}

pub fn words(within: Node<'_, '_>, room: Room) -> Vec<String> {
    let placed = placed(within, room).into_iter();
    placed.map(|(letters, _)| letters).collect()
}

pub fn numbers(within: Node<'_, '_>, room: Room) -> Vec<f64> {
    let words = words(within, room).into_iter();
    words
        .map(|word| word.replace('−', "-").parse().expect("a number"))
        .collect()
}

#[test]
fn sides_with_the_same_letter_are_equally_long() {
    let svg = support::figure("matrix_shapes").at_first().svg();
    let document = parse(&svg);
    let root = document.root_element();
    let outlines = outlines(root);
    let [data, vector, weights, image] = outlines[..] else {
        panic!("four boxes: {outlines:?}")
    };
    let width = |[left, _, right, _]: Room| right - left;
    let height = |[_, top, _, bottom]: Room| bottom - top;
    assert_eq!(height(data), height(vector), "n");
    assert_eq!(width(data), height(weights), "d");
    assert_eq!(width(vector), width(data) / 4.0, "1 and d = 4");
    assert_eq!(width(weights), width(data) * 3.0 / 4.0, "k = 3 and d = 4");
    assert_eq!(width(image), height(image));
    let frames = frames(root);
    let [column, row] = frames[..] else {
        panic!("a feature and a sample: {frames:?}")
    };
    assert_eq!((height(column), width(row)), (height(data), width(data)));
    assert_eq!(width(column), width(data) / 4.0);
    assert!((height(row) - height(data) / 150.0).abs() < 0.01, "{row:?}");
    let pixels: Vec<Room> = rectangles(root)
        .filter(|node| node.attribute("stroke").is_none() && node.attribute("rx").is_none())
        .map(area)
        .collect();
    for pixel in &pixels {
        assert!((width(*pixel) - width(image) / 28.0).abs() < 0.02);
        assert!(pixel[0] >= image[0] - 0.01 && pixel[2] <= image[2] + 0.01);
    }
    assert!(pixels.len() > 100, "{} pixels", pixels.len());
}

#[test]
fn free_entries_are_as_many_as_the_formulas_say() {
    let svg = support::figure("matrix_types").at_first().svg();
    let document = parse(&svg);
    let panels = panels(&document);
    let n = 4;
    let triangle = n * (n + 1) / 2;
    // In the order of the panels; the last is the key.
    let expected = [
        ("any square", n * n),
        ("diagonal", n),
        ("identity", 0),
        ("upper triangular", triangle),
        ("lower triangular", triangle),
        ("permutation", 0),
        ("symmetric", triangle),
        ("skew-symmetric", n * (n - 1) / 2),
        ("block diagonal", 2 * 2 + 2 * 2),
    ];
    assert_eq!(panels.len(), expected.len() + 1);
    for (panel, (name, count)) in panels.into_iter().zip(expected) {
        let title = panel.first_element_child().expect("a title");
        assert_eq!(support::letters(title), name);
        let free = rectangles(panel).filter(|node| node.attribute("fill-opacity") == Some("0.3"));
        assert_eq!(free.count(), count, "{name}");
        let [outline] = outlines(panel)[..] else {
            panic!("{name} is one matrix")
        };
        let cell = (outline[2] - outline[0]) / n as f64;
        let mut entries = Array2::from_elem((n, n), String::new());
        for (letters, [x, y]) in placed(panel, outline) {
            let [i, j] = [y - outline[1], x - outline[0]].map(|z| (z / cell) as usize);
            entries[[i, j]] = letters;
        }
        for ((i, j), entry) in entries.indexed_iter().filter(|((i, j), _)| j < i) {
            let mirror = match name {
                "symmetric" => entry.clone(),
                "skew-symmetric" => format!("−{entry}"),
                _ => continue,
            };
            assert!(!entry.is_empty(), "{name} {i} {j}");
            assert_eq!(entries[[j, i]], mirror, "{name}");
        }
        if name == "identity" || name == "permutation" {
            let lines = entries.rows().into_iter().chain(entries.columns());
            for line in lines {
                let ones = line.iter().filter(|entry| *entry == "1").count();
                assert_eq!(ones, 1, "{name}: {line}");
            }
            let identity = entries.diag().iter().all(|entry| entry == "1");
            assert_eq!(identity, name == "identity");
        }
    }
}

/// The matrix and the vector that a place of the dials stands for.
fn product(values: &[f64]) -> (Matrix, Vector) {
    let [a, c, b, d, x_1, x_2] = values[..] else {
        panic!("two points and two numbers: {values:?}")
    };
    (array![[a, b], [c, d]], array![x_1, x_2])
}

#[test]
fn the_product_is_the_same_by_arrows_and_by_entries() {
    let moving = support::figure("matrix_vector_product");
    let first: Vec<f64> = moving.dials().iter().map(|dial| dial.default).collect();
    let other = vec![1.0, 2.0, 3.0, 0.0, 0.5, -0.5];
    for values in [first, other] {
        let (a, x) = product(&values);
        let result = times_vector(&a, &x).expect("shapes that fit");
        let shown = moving.at(&values);
        let svg = shown.svg();
        let document = parse(&svg);
        let [above, below] = panels(&document)[..] else {
            panic!("numbers and a plane")
        };
        let axes = Axes::of(below);
        let tips: Vec<Vector> = below
            .children()
            .filter(|node| node.attribute("class") == Some("arrowhead"))
            .map(|head| Vector::from_iter(axes.world(support::corners(head)[0])))
            .collect();
        let count = |at: &Vector| tips.iter().filter(|tip| distance(tip, at) < CLOSE).count();
        assert_eq!(count(&result), 2, "the sum, and its second part: {tips:?}");
        let part = |j: usize| scale(x[j], &a.column(j).to_owned());
        assert_eq!(count(&part(0)), 1, "{tips:?}");
        let shown_columns: Vec<Vec<f64>> = frames(above)
            .into_iter()
            .map(|frame| numbers(above, frame))
            .collect();
        let columns = [a.column(0).to_vec(), a.column(1).to_vec()];
        let parts = [part(0).to_vec(), part(1).to_vec()];
        let expected = [&columns[..], &parts, &[result.to_vec()]].concat();
        assert_eq!(shown_columns, expected);
    }
    let state = moving.at_first().state;
    assert!(state.ends_with("= (2, 2.5)."), "{state}");
}

#[test]
fn the_cursor_is_at_the_same_entry_in_the_matrix_and_in_memory() {
    let moving = support::figure("memory_order");
    for order in [0, 1] {
        for offset in 0..12 {
            let shown = moving.at(&[f64::from(order), f64::from(offset)]);
            let svg = shown.svg();
            let document = parse(&svg);
            let root = document.root_element();
            let [cell, place] = frames(root)[..] else {
                panic!("two frames")
            };
            let [entry] = numbers(root, cell)[..] else {
                panic!("one entry")
            };
            assert_eq!(numbers(root, place), [entry]);
            // The digits of an entry are its row and its column from 1.
            let [i, j] = [entry as usize / 10 - 1, entry as usize % 10 - 1];
            let expected = match order {
                0 => row_major_offset(i, j, 4),
                _ => column_major_offset(i, j, 3),
            };
            assert_eq!(expected, offset as usize, "{}", shown.state);
            let below = [place[0], place[3], place[2], place[3] + 24.0];
            assert_eq!(numbers(root, below), [f64::from(offset)]);
            let [matrix, strip] = outlines(root)[..] else {
                panic!("a matrix and its memory")
            };
            let height = (matrix[3] - matrix[1]) / 3.0;
            let width = (matrix[2] - matrix[0]) / 4.0;
            let at = [cell[0] - matrix[0], cell[1] - matrix[1]];
            assert!((at[0] - j as f64 * width).abs() < 0.01, "{at:?}");
            assert!((at[1] - i as f64 * height).abs() < 0.01, "{at:?}");
            let mut sorted = numbers(root, strip);
            sorted.sort_by(f64::total_cmp);
            assert_eq!(sorted, numbers(root, matrix), "every entry once");
            assert!(shown.state.contains(&format!("the entry {entry}, ")));
        }
    }
    let state = moving.at_first().state;
    assert!(state.starts_with("Offset 6 holds the entry 23, row 2, column 3"));
    assert!(state.ends_with("6 = 1·4 + 2."), "{state}");
}

#[test]
fn a_row_of_the_matrix_is_a_column_of_the_transpose_and_a_piece_of_memory() {
    let svg = support::figure("transpose_view").at_first().svg();
    let document = parse(&svg);
    let root = document.root_element();
    let frames = frames(root);
    assert_eq!(frames.len(), 3);
    for frame in frames {
        assert_eq!(numbers(root, frame), [4.0, 5.0, 6.0]);
    }
    let outlines = outlines(root);
    let entries: Vec<_> = outlines.iter().map(|&o| numbers(root, o)).collect();
    let in_order = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    assert_eq!(entries[0], in_order, "A");
    assert_eq!(entries[1], [1.0, 4.0, 2.0, 5.0, 3.0, 6.0], "its transpose");
    assert_eq!(entries[2], in_order, "memory");
    let said = words(root, [0.0, 0.0, 520.0, 400.0]);
    for (strides, k) in [("strides (3, 1)", 0), ("strides (1, 3)", 1)] {
        let [left, _, right, _] = outlines[k];
        assert!(said.contains(&strides.to_owned()), "{said:?}");
        let below = words(root, [left, 0.0, right, 400.0]);
        assert!(below.contains(&strides.to_owned()), "{strides}: {below:?}");
    }
}

#[test]
fn the_wrong_table_holds_every_difference_and_its_mean_square() {
    let svg = support::figure("broadcasting_trap").at_first().svg();
    let document = parse(&svg);
    let [left, right] = panels(&document)[..] else {
        panic!("two panels")
    };
    let meant: Vec<_> = outlines(left)
        .into_iter()
        .map(|outline| numbers(left, outline))
        .collect();
    assert_eq!(meant, [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [0.0; 3]]);
    let shown: Vec<_> = outlines(right)
        .into_iter()
        .map(|outline| numbers(right, outline))
        .collect();
    let [table, y, predicted] = &shown[..] else {
        panic!("a table and its sides: {shown:?}")
    };
    assert_eq!((y, predicted), (&meant[0], &meant[1]));
    for (k, difference) in table.iter().enumerate() {
        let (i, j) = (k / 3, k % 3);
        assert_eq!(*difference, y[j] - predicted[i], "row {i}, column {j}");
    }
    let total: f64 = table.iter().map(|d| d * d).sum();
    assert_eq!((total, table.len()), (12.0, 9));
    let said = words(right, [0.0, 0.0, 520.0, 400.0]);
    assert!(said.contains(&"12 / 9 = 4/3".to_owned()), "{said:?}");
    let said = words(left, [0.0, 0.0, 520.0, 400.0]);
    assert!(said.contains(&"0 / 3 = 0".to_owned()), "{said:?}");
}
