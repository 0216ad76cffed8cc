//! What the figures of the four readings claim.

use super::*;
use crate::readings::Steps;
use mlmath::matrix_multiplication::{matmul, outer};

fn of_step(reading: usize, step: usize) -> Frame {
    four_readings_of_a_product(Steps { reading, step })
}

fn factors() -> [Matrix; 2] {
    [
        array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]],
        array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]],
    ]
}

/// All that is framed in a block, as one matrix, with its first row and column.
fn framed(block: &Block) -> ([usize; 2], Matrix) {
    let marked = block.marked();
    let ([top, left], [bottom, right]) = (marked[0].0.first, marked[marked.len() - 1].0.end);
    let entry = |(i, j)| {
        let entry = block.entry(top + i, left + j).replace('−', "-");
        entry.parse().expect("a number")
    };
    let matrix = Matrix::from_shape_fn((bottom - top, right - left), entry);
    ([top, left], matrix)
}

/// What is framed in A times what is framed in B makes what is framed in AB, or
/// in a term of it.
fn the_framed_parts_fit(reading: usize, above: &[&Block], calculation: &[&Block]) {
    let [(of_a, a), (of_b, b), (of_product, product)] = [0, 1, 2].map(|k| framed(above[k]));
    let (rows, inner, columns) = [(1, 3, 1), (2, 3, 1), (1, 3, 2), (2, 1, 2)][reading];
    assert_eq!((a.dim(), b.dim()), ((rows, inner), (inner, columns)));
    assert_eq!(of_product, [of_a[0], of_b[1]]);
    let made = matmul(&a, &b).expect("what is framed fits");
    match reading {
        3 => {
            let term = of_a[1];
            assert_eq!(product.dim(), (2, 2), "all of it");
            assert_eq!(framed(calculation[term]).1, made, "one of the terms");
        }
        _ => assert_eq!(product, made),
    }
}

#[test]
fn every_reading_builds_the_product_from_what_is_framed() {
    let [a, b] = factors();
    let product = matmul(&a, &b).expect("shapes that fit");
    assert_eq!(product, array![[2.0, 7.0], [7.0, -2.0]]);
    for (reading, step) in (0..20).map(|k| (k / 5, k % 5)) {
        let drawing = of_step(reading, step).drawing;
        let above = blocks(drawing.panel(0));
        assert_eq!(above[0].numbers(), a.flatten().to_vec());
        assert_eq!(above[1].numbers(), b.flatten().to_vec());
        let steps = [4, 2, 2, 3][reading];
        let made = step.min(steps);
        let terms = (0..made).map(|k| outer(&a.column(k).to_owned(), &b.row(k).to_owned()));
        let so_far = match reading {
            3 => terms.fold(Matrix::zeros((2, 2)), |sum, term| sum + term),
            _ => product.clone(),
        };
        for ((i, j), entry) in so_far.indexed_iter() {
            let there = [2 * i + j < made, j < made, i < made, made > 0][reading];
            let expected = if there { decimal(*entry) } else { "".into() };
            assert_eq!(above[2].entry(i, j), expected, "{reading} {step}");
        }
        if step == 0 || step > steps {
            assert!(above.iter().all(|block| block.marked().is_empty()));
            continue;
        }
        the_framed_parts_fit(reading, &above, &blocks(drawing.panel(1)));
        let k = step - 1;
        let [of_a, of_product] = [0, 2].map(|k| framed(above[k]).0);
        let expected = [[k / 2, k % 2], [0, k], [k, 0], [0, 0]][reading];
        assert_eq!(of_product, expected, "{reading} {step}");
        assert!(reading != 3 || of_a == [0, k], "term {k}");
    }
}

#[test]
fn weights_stand_before_the_vectors_that_they_weight() {
    let said = |reading: usize| {
        let frame = of_step(reading, 2);
        frame.drawing.panel(1).words().join(" ")
    };
    assert_eq!(said(0), "1 2 0 1 3 −2 = 1·1 + 2·3 + 0·(−2) = 7");
    assert_eq!(said(1), "1 1 3 + 3 2 −1 + (−2) 0 1 = 7 −2");
    assert_eq!(said(2), "3 2 1 + (−1) 0 3 + 1 1 −2 = 7 −2");
    assert_eq!(said(3), "2 1 6 3 a:1b1: + 0 6 0 −3 a:2b2: + a:3b3:");
}

#[test]
fn a_sentence_says_each_step_and_breaks_before_signs_only() {
    let first = four_readings_of_a_product(Steps::default()).state;
    assert_eq!(first, "Step 0 of 4: nothing is computed yet.");
    let third = of_step(0, 3).state;
    let expected = "Step 3 of 4: the entry (2, 1) is row 2 of A times column 1 of B, \
                    3·2_+_(−1)·0_+_1·1_=_7.";
    assert_eq!(third.replace('\u{a0}', "_"), expected);
    let columns = of_step(1, 1).state;
    let expected = "Step 1 of 2: column 1 of AB is 2·(1,_3) +_0·(2,_−1) +_1·(0,_1) =_(2,_7).";
    assert_eq!(columns.replace('\u{a0}', "_"), expected);
}

#[test]
fn before_the_first_step_the_framed_parts_of_each_reading_fit() {
    for reading in 0..4 {
        let drawing = of_step(reading, 0).drawing;
        let below = drawing.panel(1);
        let blocks = blocks(below);
        assert_eq!(blocks.len(), 4 * 3);
        // The parts of A, B and AB of one step, in the order of the readings.
        let parts = [
            [[1, 3], [3, 1], [1, 1]],
            [[2, 3], [3, 1], [2, 1]],
            [[1, 3], [3, 2], [1, 2]],
            [[2, 1], [1, 2], [2, 2]],
        ];
        for (way, parts) in blocks.chunks(3).zip(parts) {
            let framed = [0, 1, 2].map(|k| {
                let marked = way[k].marked();
                let [(part, _)] = marked[..] else {
                    panic!("one frame")
                };
                assert_eq!(part.first, [0, 0]);
                part.end
            });
            assert_eq!(framed, parts);
            assert!(way.iter().all(|block| block.entries().concat().is_empty()));
        }
        let headings: Vec<_> = below.labels();
        let headings = headings.iter().filter(|(label, _)| label.is_heavy());
        let headings: Vec<_> = headings.map(|(label, _)| label.plain()).collect();
        assert_eq!(headings.join(" "), "entries columns rows outer products");
    }
}
