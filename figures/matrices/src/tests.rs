//! What the figures of chapter 2 claim, read back from what they draw.

use super::blurred::Line;
use super::memory::Memory;
use super::product::Product;
use super::recipes::{Batches, GRAM, LEFT};
use super::training::{LOSSES, Petals, Training};
use super::*;
use mlmath::matrices::{blur, column_major_offset, row_major_offset};

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
    let (n, d, d_out) = (150, 4, 3);
    assert_eq!(data.shape(), [n, d]);
    assert_eq!(vector.shape(), [n, 1]);
    assert_eq!(weights.shape(), [d, d_out]);
    let shapes = [data, vector, weights].map(Block::caption);
    assert_eq!(shapes, ["n × d", "n × 1", "d × dout"]);
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
fn the_bars_are_as_long_as_the_product_says() {
    for (shortbread, cake, needed) in [
        (4.0, 5.0, [2200, 1800, 1400]),
        (1.0, 1.0, [500, 400, 300]),
        (0.0, 8.0, [1600; 3]),
        (8.0, 8.0, [4000, 3200, 2400]),
    ] {
        let frame = recipe_bars(Batches { shortbread, cake });
        let panel = frame.drawing.panel(0);
        let words = panel.words();
        // The first two show what the parts look like.
        let parts = &panel.rectangles()[2..];
        let mut tops: Vec<f64> = parts.iter().map(|part| part.start()[1]).collect();
        tops.dedup();
        assert_eq!(tops.len(), 3);
        for (top, grams) in tops.into_iter().zip(needed) {
            let bar = parts.iter().filter(|part| part.start()[1] == top);
            let mut end = LEFT;
            for part in bar.clone() {
                assert!(
                    (part.start()[0] - end).abs() < TOLERANCE,
                    "after the other part"
                );
                end += part.size()[0];
            }
            assert_eq!(((end - LEFT) / GRAM).round(), f64::from(grams));
            let colours: Vec<_> = bar.map(|part| part.colour()).collect();
            let expected: &[Colour] = if shortbread > 0.0 {
                &[One, Two]
            } else {
                &[Two]
            };
            assert_eq!(colours, expected);
            assert!(words.contains(&format!("{grams} g")), "{words:?}");
            assert!(frame.state.contains(&format!("{grams} g of ")));
        }
    }
    let state = recipe_bars(Batches::default()).state;
    assert_eq!(
        state,
        "1 batch of shortbread and 1 of pound cake: 500 g of flour, 400 g of butter, 300 g of sugar."
    );
}

/// The ways of the arrows in the two planes of a product, before and after.
fn ways(at: Product) -> [Vec<[[f64; 2]; 2]>; 2] {
    let drawing = matrix_vector_product(at).drawing;
    [0, 1].map(|k| {
        let arrows = drawing.panel(k).arrows().into_iter();
        arrows.map(|arrow| [arrow.start(), arrow.tip()]).collect()
    })
}

#[test]
fn the_way_to_x_becomes_a_way_along_the_columns() {
    let at = Product::default();
    let [before, after] = ways(at);
    let ([e1, e2], [a1, a2]) = ([[1.0, 0.0], [0.0, 1.0]], [at.a1.at, at.a2.at]);
    let way = |u: [f64; 2], v: [f64; 2], half_way: [f64; 2], end: [f64; 2]| {
        [
            [ORIGIN, half_way],
            [half_way, end],
            [ORIGIN, u],
            [ORIGIN, v],
            [ORIGIN, end],
        ]
    };
    assert_eq!(before, way(e1, e2, [3.0, 0.0], [3.0, 2.0]));
    assert_eq!(after, way(a1, a2, [6.0, 3.0], [4.0, 5.0]));
    let frame = matrix_vector_product(at);
    assert_eq!(
        frame.state,
        "Ax = 3·(2, 1) + 2·(−1, 1) = (6, 3) + (−2, 2) = (4, 5)."
    );
    assert!(
        frame
            .drawing
            .panel(1)
            .words()
            .contains(&"Ax = (4, 5)".into())
    );
}

#[test]
fn the_plane_moves_from_where_it_was_along_straight_ways() {
    let at = |t: f64| Product {
        t,
        ..Product::default()
    };
    let [[before, start], [_, half], [_, end]] = [0.0, 0.5, 1.0].map(|t| ways(at(t)));
    assert_eq!(start, before);
    for ((start, half), end) in start.iter().zip(&half).zip(&end) {
        for k in 0..2 {
            assert_eq!(half[k], part_of_the_way(start[k], end[k], 0.5));
        }
    }
    let state = matrix_vector_product(at(0.5)).state;
    assert_eq!(state, "0.5 of the way: x is at (3.5, 3.5).");
}

#[test]
fn parallel_columns_are_said_to_be() {
    let mut at = Product::default();
    at.a2.at = [-2.0, -1.0];
    let says = |at| matrix_vector_product(at).state;
    assert!(says(at).ends_with(" The grid has collapsed onto a line."));
    (at.a1.at, at.a2.at) = (ORIGIN, ORIGIN);
    assert!(says(at).ends_with(" The grid has collapsed into the origin."));
}

#[test]
fn where_x_can_be_taken_is_in_view_and_nothing_around_moves() {
    let figures = figures();
    let figure = figures
        .iter()
        .find(|figure| figure.id == "matrix-vector-product");
    let figure = figure.expect("the figure");
    let mut sizes: Vec<_> = figure
        .tour(200)
        .into_iter()
        .map(|values| {
            let frame = figure.at(&values);
            let panel = frame.drawing.panel(1);
            let [x, y] = [panel.coordinates().x.domain, panel.coordinates().y.domain];
            for [across, up] in panel.arrows().into_iter().map(|arrow| arrow.tip()) {
                let seen = x[0] < across && across < x[1] && y[0] < up && up < y[1];
                assert!(seen, "{across}, {up} of {x:?}, {y:?}");
            }
            panel.size().map(|side| (10.0 * side).round())
        })
        .collect();
    sizes.dedup();
    assert_eq!(sizes.len(), 1, "the page around it moves: {sizes:?}");
    let panels = matrix_vector_product(Product::default()).drawing;
    let [before, after] = [0, 1].map(|k| panels.panel(k).unit());
    assert!(
        (before - after).abs() < TOLERANCE,
        "{before} and {after} to a step"
    );
}

#[test]
fn both_losses_fall_and_one_of_the_lines_goes_flat() {
    let petals = Petals::new();
    let trained = LOSSES.each_ref().map(|loss| loss.trained(&petals));
    let fitted = {
        let [xy, xx] = [&petals.y, &petals.x].map(|z| (&petals.x * z).sum());
        xy / xx
    };
    for (k, (loss, goal)) in LOSSES.iter().zip([fitted, 0.0]).enumerate() {
        let losses: Vec<f64> = trained[k].iter().map(|&w| (loss.of)(&petals, w)).collect();
        assert!(
            losses.windows(2).all(|pair| pair[1] < pair[0]),
            "{losses:?}"
        );
        let last = trained[k][12];
        assert!((last - goal).abs() < 0.003, "{last}, not {goal}");
    }
    for &w in &trained[1] {
        // What broadcasting makes of a column and a list.
        let column = petals.predicted(w).insert_axis(Axis(1));
        let pairs = (&column - &petals.y).mapv(|d| d * d);
        assert_eq!(pairs.len(), 22_500);
        let mean = pairs.sum() / pairs.len() as f64;
        assert!((mean - (LOSSES[1].of)(&petals, w)).abs() < TOLERANCE);
    }
    let frame = the_line_goes_flat(Training::default());
    assert_eq!(
        frame.state,
        "Step 12. Right loss 0.042, slope 0.413. Wrong loss 0.577, slope 0.002."
    );
    for (panel, slopes) in frame.drawing.all_panels().into_iter().zip(&trained) {
        let drawn = panel.lines().into_iter().map(|line| {
            let ([x0, y0], [x1, y1]) = (line.start(), line.tip());
            (y1 - y0) / (x1 - x0)
        });
        let drawn: Vec<f64> = drawn.collect();
        assert_eq!(drawn.len(), slopes.len());
        let same = |(a, b): (&f64, &f64)| (a - b).abs() < TOLERANCE;
        assert!(
            drawn.iter().zip(slopes).all(same),
            "{drawn:?} and {slopes:?}"
        );
    }
    let frame = the_line_goes_flat(Training { step: 3 });
    let counts = frame
        .drawing
        .all_panels()
        .into_iter()
        .map(|panel| panel.lines().len());
    assert_eq!(counts.collect::<Vec<_>>(), [4, 4]);
}

#[test]
fn the_blur_of_the_line_that_is_framed_stands_beside_it() {
    for line in 0..8 {
        let frame = blurred_line(Line { line });
        let drawing = frame.drawing;
        let digit = blocks(drawing.panel(0))[0];
        let [weights, x, product] = blocks(drawing.panel(1))[..] else {
            panic!("B, x and Bx")
        };
        let framed = digit.marked()[0].0;
        assert_eq!((framed.first, framed.end), ([line, 0], [line + 1, 8]));
        let shades: Vec<_> = (0..8).filter_map(|j| digit.value(line, j)).collect();
        assert_eq!(x.numbers(), shades);
        let b = blur(8);
        for [i, j] in cells(weights) {
            let entry = match b[[i, j]] {
                0.5 => "½",
                0.25 => "¼",
                _ => "·",
            };
            assert_eq!(weights.entry(i, j), entry);
            assert_eq!(weights.value(i, j), Some(b[[i, j]]));
        }
        let dot = |i: usize| (0..8).map(|j| b[[i, j]] * shades[j]).sum::<f64>();
        assert_eq!(product.numbers(), (0..8).map(dot).collect::<Vec<_>>());
    }
    let state = blurred_line(Line::default()).state;
    assert_eq!(
        state,
        "Line 4: (0, 4, 12, 0, 0, 8, 8, 0) becomes (1, 5, 7, 3, 2, 6, 6, 2)."
    );
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
