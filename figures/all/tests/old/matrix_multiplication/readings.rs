//! What the figures of the four readings claim.

use super::{PAGE, height, parse, width};
use crate::matrices::{frames, numbers, outlines, placed, words};
use crate::support::{Room, panels};
use mlmath::Matrix;
use mlmath::matrix_multiplication::{matmul, outer};
use ndarray::{Axis, array};
use roxmltree::Node;

fn factors() -> [Matrix; 2] {
    [
        array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]],
        array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]],
    ]
}

/// The three matrices of the upper row: their outlines, and the cells of the
/// last with a number in them.
fn upper_row(panel: Node<'_, '_>) -> ([Room; 3], Vec<([usize; 2], f64)>) {
    let outlines = outlines(panel);
    let [a, b, product] = outlines[..] else {
        panic!("three matrices: {outlines:?}")
    };
    let cell = [width(product) / 2.0, height(product) / 2.0];
    let cells = placed(panel, product).into_iter().map(|(entry, [x, y])| {
        let place = [(y - product[1]) / cell[1], (x - product[0]) / cell[0]];
        let entry = entry.replace('−', "-").parse().expect("a number");
        (place.map(|z| z as usize), entry)
    });
    ([a, b, product], cells.collect())
}

#[test]
fn every_reading_builds_the_product_from_what_is_framed() {
    let [a, b] = factors();
    let product = matmul(&a, &b).expect("shapes that fit");
    assert_eq!(product, array![[2.0, 7.0], [7.0, -2.0]]);
    let moving = crate::support::figure("four_readings_of_a_product");
    for (reading, steps) in [4, 2, 2, 3].into_iter().enumerate() {
        for step in 0..=4 {
            let shown = moving.at(&[reading as f64, step as f64]);
            let svg = shown.svg();
            let document = parse(&svg);
            let [above, below] = panels(&document)[..] else {
                panic!("factors and a calculation")
            };
            let (boxes, cells) = upper_row(above);
            let of_a: Vec<f64> = a.iter().copied().collect();
            let of_b: Vec<f64> = b.iter().copied().collect();
            assert_eq!(numbers(above, boxes[0]), of_a);
            assert_eq!(numbers(above, boxes[1]), of_b);
            let made = step.min(steps);
            let sum_of = |terms: usize| {
                let mut sum = Matrix::zeros((2, 2));
                for k in 0..terms {
                    sum += &outer(&a.column(k).to_owned(), &b.row(k).to_owned());
                }
                sum
            };
            let expected: Vec<([usize; 2], f64)> = [[0, 0], [0, 1], [1, 0], [1, 1]]
                .into_iter()
                .filter(|&[i, j]| match reading {
                    0 => 2 * i + j < made,
                    1 => j < made,
                    2 => i < made,
                    _ => made > 0,
                })
                .map(|[i, j]| match reading {
                    3 => ([i, j], sum_of(made)[[i, j]]),
                    _ => ([i, j], product[[i, j]]),
                })
                .collect();
            assert_eq!(cells, expected, "{reading} {step}");

            let framed: Vec<Vec<f64>> = frames(above)
                .into_iter()
                .map(|frame| numbers(above, frame))
                .collect();
            if step == 0 || step > steps {
                assert!(framed.is_empty(), "{reading} {step}");
                continue;
            }
            let k = step - 1;
            let lines = |matrix: &Matrix, axis: usize| -> Vec<Vec<f64>> {
                let lines = matrix.axis_iter(Axis(axis));
                lines.map(|line| line.to_vec()).collect()
            };
            let [rows, columns] = [0, 1];
            let used: Vec<Vec<f64>> = match reading {
                0 => vec![
                    a.row(k / 2).to_vec(),
                    b.column(k % 2).to_vec(),
                    vec![product[[k / 2, k % 2]]],
                ],
                1 => [
                    lines(&a, columns),
                    vec![b.column(k).to_vec(), product.column(k).to_vec()],
                ]
                .concat(),
                2 => [
                    vec![a.row(k).to_vec()],
                    lines(&b, rows),
                    vec![product.row(k).to_vec()],
                ]
                .concat(),
                _ => vec![
                    a.column(k).to_vec(),
                    b.row(k).to_vec(),
                    sum_of(step).iter().copied().collect(),
                ],
            };
            assert_eq!(framed, used, "{reading} {step}");
            // The calculation holds the same vectors, and what they make.
            let calculated: Vec<Vec<f64>> = frames(below)
                .into_iter()
                .map(|frame| numbers(below, frame))
                .collect();
            let expected: Vec<Vec<f64>> = match reading {
                0 => used[..2].to_vec(),
                1 => [lines(&a, columns), vec![product.column(k).to_vec()]].concat(),
                2 => [lines(&b, rows), vec![product.row(k).to_vec()]].concat(),
                _ => {
                    let term = outer(&a.column(k).to_owned(), &b.row(k).to_owned());
                    vec![term.iter().copied().collect()]
                }
            };
            assert_eq!(calculated, expected, "{reading} {step}");
        }
    }
    let first = moving.at_first().state;
    let expected = "Step 3 of 4: the entry (2, 1) is row 2 of A times column 1 of B, 3·2 + (−1)·0 \
                    + 1·1 = 7.";
    assert_eq!(first.replace('\u{a0}', " "), expected);
    assert!(first.ends_with("B, 3·2\u{a0}+\u{a0}(−1)·0\u{a0}+\u{a0}1·1\u{a0}=\u{a0}7."));
    let columns = moving.at(&[1.0, 1.0]).state;
    let expected = "Step 1 of 2: column 1 of AB is 2·(1, 3) + 0·(2, −1) + 1·(0, 1) = (2, 7).";
    assert_eq!(columns.replace('\u{a0}', " "), expected);
    // It may break before a sign, but neither behind one nor in a vector.
    let parts: Vec<&str> = columns.split(' ').skip(9).collect();
    let expected = [
        "2·(1,\u{a0}3)",
        "+\u{a0}0·(2,\u{a0}−1)",
        "+\u{a0}1·(0,\u{a0}1)",
        "=\u{a0}(2,\u{a0}7).",
    ];
    assert_eq!(parts, expected);
}

#[test]
fn weights_stand_before_the_vectors_that_they_weight() {
    let [a, b] = factors();
    let moving = crate::support::figure("four_readings_of_a_product");
    let all = |matrix: Vec<f64>| -> Vec<String> {
        let weight = |x: &f64| match *x < 0.0 {
            true => format!("({x})").replace('-', "−"),
            false => x.to_string(),
        };
        matrix.iter().map(weight).collect()
    };
    for (reading, weights) in [(1.0, b.column(1).to_vec()), (2.0, a.row(1).to_vec())] {
        let svg = moving.at(&[reading, 2.0]).svg();
        let document = parse(&svg);
        let below = panels(&document)[1];
        let frames = frames(below);
        let mut found = placed(below, PAGE);
        found.retain(|(_, at)| {
            frames
                .iter()
                .all(|frame| !(frame[0]..=frame[2]).contains(&at[0]))
        });
        found.sort_by(|a, b| a.1[0].total_cmp(&b.1[0]));
        let words: Vec<String> = found.into_iter().map(|(word, _)| word).collect();
        let [first, second, third] = &all(weights)[..] else {
            panic!("three weights")
        };
        let plus = |weight: &String| format!("+ {weight}");
        let expected = [first.clone(), plus(second), plus(third), "=".into()];
        assert_eq!(words, expected);
    }
}

#[test]
fn at_a_glance_what_is_framed_in_the_factors_makes_what_is_framed_in_the_product() {
    let svg = crate::support::figure("readings_at_a_glance")
        .at_first()
        .svg();
    let document = parse(&svg);
    let [a, b] = factors();
    let panels = panels(&document);
    assert_eq!(panels.len(), 4);
    let says = [
        ["3·2 + (−1)·0 + 1·1 = 7", "entries", "how alike"],
        [
            "1a:1 + 3a:2 + (−2)a:3",
            "columns",
            "vectors, column by column",
        ],
        ["1b1: + 2b2: + 0b3:", "rows", "a batch, row by row"],
        ["+", "outer products", "a sum of simple tables"],
    ];
    for (k, (panel, says)) in panels.into_iter().zip(says).enumerate() {
        let outlines = outlines(panel);
        let read = |room: Room, columns: usize| {
            let entries = numbers(panel, room);
            Matrix::from_shape_vec((entries.len() / columns, columns), entries)
                .expect("a table of numbers")
        };
        assert_eq!(read(outlines[0], 3), a);
        assert_eq!(read(outlines[1], 2), b);
        let product = matmul(&a, &b).expect("shapes that fit");
        assert_eq!(read(outlines[2], 2), product);
        // The shapes of what is framed: (1 × 3)(3 × 1), (2 × 3)(3 × 1),
        // (1 × 3)(3 × 2) and (2 × 1)(1 × 2).
        let [rows, inner, columns] = [[1, 3, 1], [2, 3, 1], [1, 3, 2], [2, 1, 2]][k];
        let frames = frames(panel);
        let made = matmul(&read(frames[0], inner), &read(frames[1], columns));
        let made = made.expect("what is framed fits");
        assert_eq!(made.dim(), (rows, columns));
        if k < 3 {
            assert_eq!((outlines.len(), frames.len()), (3, 3));
            assert_eq!(read(frames[2], columns), made);
        } else {
            assert_eq!(read(frames[2], 2), product, "all of it");
            assert_eq!(read(frames[3], 2), made, "one of the terms");
            let terms = outlines[3..].iter().map(|&room| read(room, 2));
            let terms: Vec<Matrix> = terms.collect();
            assert_eq!(terms.len(), 3);
            let sum = terms
                .iter()
                .fold(Matrix::zeros((2, 2)), |sum, term| sum + term);
            assert_eq!(sum, product);
        }
        let words = words(panel, PAGE);
        for said in says {
            assert!(words.iter().any(|word| word == said), "{said}: {words:?}");
        }
    }
}
