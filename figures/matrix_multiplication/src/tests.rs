//! What the figures of chapter 3 claim, read back from what they draw.

use super::angle::Vectors;
use super::*;
use drawing::{Dash, Shape};
use mlmath::matrices::row_major_offset;
use mlmath::matrix_multiplication::{angle, dot};
use mlmath::vectors::{distance, scale};

mod composition;
mod flowers;
mod readings;

/// The blocks of a panel in the order in which they are drawn.
fn blocks(panel: &Panel) -> Vec<&Block> {
    panel.blocks().into_iter().map(|(block, _)| block).collect()
}

/// The tips of the arrows of a panel.
fn tips(panel: &Panel) -> Vec<[f64; 2]> {
    panel.arrows().iter().map(|arrow| arrow.tip()).collect()
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < TOLERANCE
}

#[test]
fn the_row_and_the_column_meet_at_their_entry() {
    let drawing = product_shapes().drawing;
    let panel = drawing.panel(0);
    let [a, b, product] = blocks(panel)[..] else {
        panic!("three boxes")
    };
    let ([m, n], [of_b, p]) = (a.shape(), b.shape());
    assert_eq!((of_b, product.shape()), (n, [m, p]));
    let [row, column, entry] = [a, b, product].map(|block| block.marked()[0].0.first);
    assert_eq!(entry, [row[0], column[1]]);
    assert_eq!(a.marked_entries(), [["ai1", "ai2", "…", "ain"]]);
    assert_eq!(b.marked_entries(), [["b1j", "b2j", "⋮", "bnj"]]);
    assert_eq!(product.marked_entries(), [["(AB)ij"]]);
    // In line with the entry are both indices at both ends, and two arrows.
    let places = |word: &str| -> Vec<[f64; 2]> {
        let labels = panel.labels().into_iter();
        let of_word = labels.filter(|(label, _)| label.plain() == word);
        of_word.map(|(_, at)| at).collect()
    };
    let middle = places("(AB)ij")[0];
    let arrows = panel.arrows().into_iter();
    let guides: Vec<_> = arrows
        .filter(|arrow| arrow.style.dash == Dash::Dashed)
        .collect();
    for (index, guide, axis) in [("i", guides[0], 1), ("j", guides[1], 0)] {
        let aligned = [places(index), guide.points.clone()].concat();
        assert_eq!(aligned.len(), 4, "{index}");
        assert!(
            aligned.iter().all(|at| same(at[axis], middle[axis])),
            "{index}"
        );
    }
}

#[test]
fn what_is_framed_in_b_is_filled_in_memory() {
    let frame = blocks_and_memory();
    let blocks = blocks(frame.drawing.panel(0));
    assert_eq!(blocks.len(), 3 * 4);
    let mut steps = Vec::new();
    for way in blocks.chunks(4) {
        let [a, b, product] = [0, 1, 2].map(|k| way[k].marked()[0].0);
        assert_eq!([a.first[1], a.end[1]], [b.first[0], b.end[0]], "they fit");
        assert_eq!(product.first, [a.first[0], b.first[1]]);
        assert_eq!(product.end, [a.end[0], b.end[1]]);
        let rows = b.first[0]..b.end[0];
        let cells = rows.flat_map(|i| (b.first[1]..b.end[1]).map(move |j| (i, j)));
        let framed: Vec<_> = cells.map(|(i, j)| row_major_offset(i, j, 8)).collect();
        let full = |k: &usize| way[3].value(0, *k) == Some(1.0);
        assert_eq!((0..64).filter(full).collect::<Vec<_>>(), framed);
        let said = joined(framed.iter().map(usize::to_string), ", ");
        assert!(frame.description.contains(&said), "{said}");
        let pairs = framed.windows(2).map(|pair| pair[1] - pair[0]);
        steps.push(pairs.collect::<Vec<_>>());
    }
    let leaps_and_neighbours = [vec![8; 7], vec![1; 7], vec![1; 3]];
    assert_eq!(steps, leaps_and_neighbours);
}

/// The middle between the feet of a staircase.
fn middle(outline: &Shape) -> f64 {
    (outline.start()[0] + outline.tip()[0]) / 2.0
}

/// The bars of a staircase: how far from the middle of all, and how high.
fn bars(outline: &Shape) -> Vec<[f64; 2]> {
    let points = &outline.points;
    let ([_, bottom], middle) = (points[0], middle(outline));
    let tops = points[1..points.len() - 1].chunks(2);
    let bar = |top: &[[f64; 2]]| [(top[0][0] + top[1][0]) / 2.0 - middle, bottom - top[0][1]];
    tops.map(bar).collect()
}

#[test]
fn the_spread_is_the_root_of_the_dimension() {
    let drawing = attention_scale().drawing;
    let outlines = drawing.panel(0).polygons();
    assert_eq!(outlines.len(), 8);
    // Of the 16 sets of places where four signs differ, so many have each size.
    let counts = [1.0, 4.0, 6.0, 4.0, 1.0];
    let four = bars(outlines[0]);
    assert_eq!(four.len(), counts.len());
    for ([_, height], count) in four.iter().zip(counts) {
        assert!(same(height / four[2][1], count / counts[2]), "{four:?}");
    }
    let mut spreads = drawing.panel(0).labels();
    spreads.retain(|(label, _)| label.plain().starts_with('±'));
    let said: Vec<_> = spreads.iter().map(|(label, _)| label.plain()).collect();
    let expected = ["±2", "±1", "±4", "±1", "±8", "±1", "±16", "±1"];
    assert_eq!(said, expected, "±√d and ±1");
    // The label ends a line of that length, which is the root mean square of the
    // bars; tails that are too low to draw are missing.
    let ends = spreads.iter().zip(&outlines);
    let ends: Vec<f64> = ends
        .map(|((_, [x, _]), outline)| x - middle(outline))
        .collect();
    for (k, outline) in outlines.iter().enumerate() {
        let bars = bars(outline);
        let squares: f64 = bars.iter().map(|[x, height]| height * x * x).sum();
        let total: f64 = bars.iter().map(|[_, height]| height).sum();
        let found = (squares / total).sqrt() / ends[k];
        assert!((found - 1.0).abs() < 0.03, "{found}");
        let growth = if k % 2 == 0 { 2.0 } else { 1.0 };
        assert!(k < 2 || same(ends[k] / ends[k - 2], growth), "{ends:?}");
    }
}

#[test]
fn the_angle_and_the_sign_are_those_of_the_dot_product() {
    for (u, v, kind) in [
        ([4.0, 2.0], [1.0, 3.0], "acute"),
        ([0.5, 0.0], [0.5, 2.5], "acute"),
        ([4.0, -2.0], [1.0, 2.0], "right"),
        ([-2.0, 1.0], [3.0, 2.5], "obtuse"),
        ([-1.5, -2.0], [3.0, 0.5], "obtuse"),
    ] {
        let mut at = Vectors::default();
        (at.u.at, at.v.at) = (u, v);
        let [x, y] = [u, v].map(vector);
        let frame = dot_and_angle(at);
        let [plane, below] = [0, 1].map(|k| frame.drawing.panel(k));
        assert_eq!(tips(plane), [u, v]);
        // The dashed line ends on the line of u, at a right angle to it; the
        // shadow ends there.
        let lines = plane.lines();
        let fall = lines.iter().find(|line| line.style.dash == Dash::Dashed);
        let fall = fall.expect("a dashed line");
        let foot = vector(fall.tip());
        assert_eq!(fall.start(), v);
        assert!(distance(&foot, &scale(dot(&x, &y) / dot(&x, &x), &x)) < TOLERANCE);
        assert!(dot(&(&y - &foot), &x).abs() < TOLERANCE);
        let shadow = lines.iter().find(|line| line.colour() == Three);
        let ends = shadow.map(|shadow| [shadow.start(), shadow.tip()]);
        assert_eq!(ends, Some([ORIGIN, fall.tip()]));
        let boxes = below.rectangles();
        let framed = boxes.iter().position(|shape| shape.colour() == Four);
        let kinds = ["obtuse", "right", "acute"];
        assert_eq!(framed, kinds.iter().position(|other| *other == kind));
        let degrees = angle(&x, &y).expect("two directions").to_degrees();
        let (product, degrees) = (decimal(dot(&x, &y)), rounded(degrees, 1));
        let said = format!("= {product}, and the angle is {kind}: {degrees}°.");
        assert!(frame.state.ends_with(&said), "{} {said}", frame.state);
    }
    let first = dot_and_angle(Vectors::default()).state;
    let expected = "uᵀv = 4 · 1 + 2 · 3 = 10, and the angle is acute: 45°.";
    assert_eq!(first, expected);
}

#[test]
fn the_zero_vector_has_no_angle() {
    for (u, v) in [(ORIGIN, [1.0, 2.0]), ([1.0, 2.0], ORIGIN), (ORIGIN, ORIGIN)] {
        let mut at = Vectors::default();
        (at.u.at, at.v.at) = (u, v);
        let frame = dot_and_angle(at);
        assert!(frame.state.contains("= 0. "), "{}", frame.state);
        let said = frame.description;
        assert!(!said.contains('°'), "{said}");
        assert!(said.ends_with("None is framed: the vector 0 has no angle."));
        let boxes = frame.drawing.panel(1).rectangles();
        assert!(boxes.iter().all(|shape| shape.colour() != Four));
    }
}
