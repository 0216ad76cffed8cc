//! What the figures of chapter 2 claim, read back from what they draw.

use super::moving::{Memory, Product};
use super::*;
use mlmath::matrices::{column_major_offset, row_major_offset};

/// The blocks of a panel in the order in which they are drawn.
fn blocks(panel: &Panel) -> Vec<&Block> {
    panel.blocks().into_iter().map(|(block, _)| block).collect()
}

/// All rows and columns of a block, row by row.
fn cells(block: &Block) -> impl Iterator<Item = [usize; 2]> {
    let [rows, columns] = block.shape();
    (0..rows).flat_map(move |i| (0..columns).map(move |j| [i, j]))
}

#[test]
fn sides_with_the_same_letter_are_equally_long() {
    let drawing = matrix_shapes().drawing;
    let [data, vector, weights, image] = blocks(drawing.panel(0))[..] else {
        panic!("four boxes")
    };
    let (n, d, k) = (150, 4, 3);
    assert_eq!(data.shape(), [n, d]);
    assert_eq!(vector.shape(), [n, 1]);
    assert_eq!(weights.shape(), [d, k]);
    let shapes = [data, vector, weights].map(Block::caption);
    assert_eq!(shapes, ["n × d", "n × 1", "d × k"]);
    let marked: Vec<_> = data.marked_entries().iter().map(Vec::len).collect();
    assert_eq!(marked, [n, d], "a feature of n numbers, a sample of d");
    // A slanted 0 turned upside down is itself; its middle is a hole.
    for [i, j] in cells(image) {
        assert_eq!(image.value(i, j), image.value(27 - i, 27 - j));
    }
    let dark = cells(image).filter(|&[i, j]| image.value(i, j) == Some(1.0));
    assert!(dark.count() > 50 && image.value(13, 13) == Some(0.0));
}

#[test]
fn free_entries_are_as_many_as_the_formulas_say() {
    let drawing = matrix_types().drawing;
    let panels = drawing.all_panels();
    let n = 4;
    let triangle = n * (n + 1) / 2;
    // In the order of the panels; the last is the key.
    // A free entry is #, a 0 a dot.
    let expected = [
        ("any square", n * n, "################"),
        ("diagonal", n, "#....#....#....#"),
        ("identity", 0, "1....1....1....1"),
        ("upper triangular", triangle, "####.###..##...#"),
        ("lower triangular", triangle, "#...##..###.####"),
        ("permutation", 0, "..1.1......1.1.."),
        ("symmetric", triangle, "#abda#cebc#fdef#"),
        ("skew-symmetric", triangle - n, ".−a−b−da.−c−ebc.−fdef."),
        ("block diagonal", 2 * 2 + 2 * 2, "##..##....##..##"),
    ];
    assert_eq!(panels.len(), expected.len() + 1);
    for (panel, (name, count, pattern)) in panels.into_iter().zip(expected) {
        assert_eq!(panel.words()[0], name);
        let block = blocks(panel)[0];
        let is_free = |[i, j]: [usize; 2]| block.value(i, j) == Some(1.0);
        let found = cells(block).map(|[i, j]| match block.entry(i, j) {
            entry if entry.is_empty() && is_free([i, j]) => "#".into(),
            entry if entry.is_empty() => ".".into(),
            entry => entry,
        });
        assert_eq!(joined(found, ""), pattern, "{name}");
        let free = cells(block).filter(|&cell| is_free(cell));
        assert_eq!(free.count(), count, "{name}");
    }
}

#[test]
fn the_product_is_the_same_by_arrows_and_by_entries() {
    let mut other = Product::default();
    (other.a1.at, other.a2.at) = ([1.0, 2.0], [3.0, 1.0]);
    (other.x1, other.x2) = (0.5, -0.5);
    for at in [Product::default(), other] {
        let Product { a1, a2, x1, x2 } = at;
        let ([a1, a2], x) = ([a1.at, a2.at], [x1, x2]);
        let result = image(&array![[a1[0], a2[0]], [a1[1], a2[1]]], x);
        let [x_a1, x_a2] = [a1.map(|z| x1 * z), a2.map(|z| x2 * z)];
        let drawing = matrix_vector_product(at).drawing;
        let arrows = drawing.panel(1).arrows();
        for (name, ends) in [
            ("a1", [ORIGIN, a1]),
            ("a2", [ORIGIN, a2]),
            ("x1a1", [ORIGIN, x_a1]),
            ("x2a2", [x_a1, result]),
            ("Ax = ", [ORIGIN, result]),
        ] {
            let arrow = arrows.iter().find(|arrow| arrow.name.starts_with(name));
            let found = arrow.map(|arrow| [arrow.start(), arrow.tip()]);
            assert_eq!(found, Some(ends), "{name}");
        }
        let blocks = blocks(drawing.panel(0));
        let columns = [a1, a2].map(|column| column.map(decimal));
        assert_eq!(blocks[0].marked_entries(), columns);
        let names = ["x", "x1a1", "x2a2", "Ax"];
        for ((block, name), numbers) in blocks[1..].iter().zip(names).zip([x, x_a1, x_a2, result]) {
            assert_eq!(block.name(), name);
            assert_eq!(block.numbers(), numbers);
        }
    }
    let state = matrix_vector_product(Product::default()).state;
    assert!(state.ends_with("= (2, 2.5)."), "{state}");
}

#[test]
fn the_cursor_is_at_the_same_entry_in_the_matrix_and_in_memory() {
    for (order, offset) in (0..24).map(|k| (k / 12, k % 12)) {
        let frame = memory_order(Memory { order, offset });
        let [matrix, strip] = blocks(frame.drawing.panel(0))[..] else {
            panic!("a matrix and its memory")
        };
        let [[i, j], place] = [matrix, strip].map(|block| block.marked()[0].0.first);
        let expected = match order {
            0 => row_major_offset(i, j, 4),
            _ => column_major_offset(i, j, 3),
        };
        assert_eq!((place, expected), ([0, offset], offset));
        // The digits of an entry are its row and its column from 1.
        let entry = format!("{}{}", i + 1, j + 1);
        assert!(frame.state.contains(&format!("the entry {entry}, ")));
        assert_eq!(matrix.marked_entries(), [[entry.clone()]]);
        assert_eq!(strip.marked_entries(), [[entry]]);
        let mut all = strip.numbers();
        all.sort_by(f64::total_cmp);
        assert_eq!(all, matrix.numbers(), "every entry once");
    }
    let state = memory_order(Memory::default()).state;
    assert!(state.starts_with("Offset 6 holds the entry 23, row 2, column 3"));
    assert!(state.ends_with("6 = 1·4 + 2."), "{state}");
}

#[test]
fn a_row_of_the_matrix_is_a_column_of_the_transpose_and_a_piece_of_memory() {
    let drawing = transpose_view().drawing;
    let [a, transposed, memory] = blocks(drawing.panel(0))[..] else {
        panic!("two matrices and their memory")
    };
    for block in [a, transposed, memory] {
        assert_eq!(block.marked_entries(), [["4", "5", "6"]]);
    }
    assert_eq!(memory.numbers(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let mut strides = drawing.panel(0).words();
    strides.retain(|words| words.starts_with("strides"));
    assert_eq!(strides, ["strides (3, 1)", "strides (1, 3)"]);
    for (block, [down, right]) in [(a, [3, 1]), (transposed, [1, 3])] {
        for [i, j] in cells(block) {
            assert_eq!(block.entry(i, j), memory.entry(0, down * i + right * j));
        }
    }
}

#[test]
fn the_wrong_table_holds_every_difference_and_its_mean_square() {
    let drawing = broadcasting_trap().drawing;
    let [left, right] = [0, 1].map(|k| drawing.panel(k));
    let of = [1.0, 2.0, 3.0];
    let meant = blocks(left).into_iter().map(Block::numbers);
    assert_eq!(meant.collect::<Vec<_>>(), [of, of, [0.0; 3]]);
    assert!(left.words().contains(&"0 / 3 = 0".to_owned()));
    let [row, column, table] = blocks(right)[..] else {
        panic!("a table and its sides")
    };
    assert_eq!([row.shape(), column.shape()], [[1, 3], [3, 1]]);
    let [y, predicted, differences] = [row, column, table].map(Block::numbers);
    assert_eq!([&y, &predicted], [&of, &of]);
    for ([i, j], difference) in cells(table).zip(&differences) {
        assert_eq!(*difference, y[j] - predicted[i], "row {i}, column {j}");
    }
    let total: f64 = differences.iter().map(|d| d * d).sum();
    assert_eq!((total, differences.len()), (12.0, 9));
    assert!(right.words().contains(&"12 / 9 = 4/3".to_owned()));
}
