//! The table of Gauss–Jordan elimination, the balls of operator norms and the
//! costs of a determinant.

use super::{near, parse, polygons, product, tips, words};
use crate::support::{self, Axes, CLOSE, panels};
use mlmath::inverse::{inverse, operator_norm_1, operator_norm_inf, row_operations, stretches};
use mlmath::matrices::{Mat, identity};
use mlmath::vectors::{distance, norm_inf, norm_l1, norm_l2};
use mlmath::{Matrix, Vector};
use ndarray::{Axis, array, concatenate, s};
use roxmltree::Document;

/// The numbers of the table, and the rows and the cell that are framed.
fn table(document: &Document<'_>) -> (Matrix, Vec<usize>, Option<[usize; 2]>) {
    let numbers: Vec<f64> = words(document.root_element())
        .iter()
        .filter_map(|word| word.replace('−', "-").parse().ok())
        .collect();
    let table = Matrix::from_shape_vec((3, 6), numbers).expect("18 numbers");
    let frames: Vec<Vec<[f64; 2]>> = document
        .descendants()
        .filter(|node| node.has_tag_name("rect") && node.attribute("stroke-width") == Some("2.5"))
        .map(support::drawn)
        .collect();
    let Some((pivot, rows)) = frames.split_last() else {
        return (table, Vec::new(), None);
    };
    // A marked row tells where the table begins, and how large a cell is.
    let [left, _] = rows[0][0];
    let [width, height] = [0, 1].map(|k| pivot[1][k] - pivot[0][k]);
    let above = 39.0;
    let place = |y: f64| ((y - above) / height).round() as usize;
    let rows = rows.iter().map(|row| place(row[0][1])).collect();
    let column = ((pivot[0][0] - left) / width).round() as usize;
    (table, rows, Some([place(pivot[0][1]), column]))
}

#[test]
fn row_operations_turn_the_table_into_the_inverse() {
    let moving = support::figure("gauss_jordan_steps");
    let last = moving.dials()[0].range[1] as usize;
    let read = |step: usize| table(&parse(&moving.at(&[step as f64]).svg()));
    let (start, framed, pivot) = read(0);
    assert_eq!((framed.len(), pivot), (0, None));
    let a = start.slice(s![.., ..3]).to_owned();
    assert_eq!(start.slice(s![.., 3..]), identity(3));
    let operations = row_operations(&a).expect("a matrix with an inverse");
    assert_eq!(operations.len(), last);
    let mut exact = concatenate![Axis(1), a, identity(3)];
    let mut before = start;
    for (k, operation) in operations.into_iter().enumerate() {
        operation.apply(&mut exact);
        let (now, framed, pivot) = read(k + 1);
        // The numbers have few digits, so they are shown as they are.
        assert_eq!(now, exact, "{operation}");
        let changed: Vec<usize> = (0..3).filter(|&i| now.row(i) != before.row(i)).collect();
        let mut rows = framed.clone();
        rows.sort_unstable();
        assert_eq!(rows, changed, "{operation}");
        let [row, column] = pivot.expect("a pivot");
        assert_eq!(row, column);
        assert_ne!(now[[row, column]], 0.0, "{operation}");
        before = now;
    }
    assert_eq!(before.slice(s![.., ..3]), identity(3));
    let found = inverse(&a).expect("an inverse");
    assert_eq!(before.slice(s![.., 3..]), found);
    assert_eq!(
        found,
        array![[-1.0, 1.0, 0.0], [4.0, -3.0, -2.0], [-1.0, 1.0, 1.0]]
    );
    let state = moving.at_first().state;
    assert_eq!(state, "Operation 4 of 9, row 3 − row 2.");
    // There the way down ends: only zeros below the diagonal.
    let (middle, ..) = read(moving.dials()[0].default as usize);
    assert_eq!([middle[[1, 0]], middle[[2, 0]], middle[[2, 1]]], [0.0; 3]);
}

#[test]
fn no_direction_is_stretched_more_than_the_dashed_ball_says() {
    let moving = support::figure("operator_norm_circle");
    let a = array![[2.0, 1.0], [0.0, 1.0]];
    let spectral = stretches(Mat([[2.0, 1.0], [0.0, 1.0]]))[0];
    let norms: [fn(&Vector) -> f64; 3] = [norm_l2, norm_inf, norm_l1];
    let largest = [spectral, operator_norm_inf(&a), operator_norm_1(&a)];
    for (choice, (norm, largest)) in norms.into_iter().zip(largest).enumerate() {
        for degrees in [0.0, 90.0, 32.0, 211.0, 360.0] {
            let shown = moving.at(&[degrees, choice as f64]);
            let svg = shown.svg();
            let document = parse(&svg);
            let plane = panels(&document)[0];
            let axes = Axes::of(plane);
            let drawn = polygons(plane, &axes);
            let [bound, images, ball] = &drawn[..3] else {
                panic!("two balls and an image")
            };
            for ((far, y), x) in bound.iter().zip(images).zip(ball) {
                assert!(near(norm(x), 1.0), "{x}");
                assert!(near(norm(far), largest), "{far}");
                assert!(distance(&product(&a, x), y) < 10.0 * CLOSE);
                assert!(norm(y) < largest + 10.0 * CLOSE, "{y}");
            }
            // The diamonds: a vector of norm 1, and its image, as long as can be.
            let group = plane.children().filter(|node| node.has_tag_name("g"));
            let diamonds: Vec<Vector> = group
                .flat_map(|group| group.children())
                .filter(|node| node.has_tag_name("polygon"))
                .map(|node| Vector::from_iter(axes.world(support::centre(node))))
                .collect();
            let [x, y] = &diamonds[..] else {
                panic!("two diamonds")
            };
            assert!(near(norm(x), 1.0) && near(norm(y), largest), "{x} {y}");
            assert!(distance(&product(&a, x), y) < 10.0 * CLOSE);
            let tips = tips(plane, &axes);
            let [y, x] = &tips[..] else {
                panic!("Ax and x")
            };
            assert!(distance(&product(&a, x), y) < 10.0 * CLOSE);
            assert!(near(norm(x), 1.0));
            let turned = x[1].atan2(x[0]).to_degrees().rem_euclid(360.0);
            let off = (turned - degrees).rem_euclid(360.0);
            assert!(off.min(360.0 - off) < 0.1, "{turned}, not {degrees}");
        }
        let said = moving.at(&[90.0, choice as f64]).state;
        let expected = format!("‖A‖ = {}.", figures::decimal(largest));
        assert!(said.ends_with(&expected), "{said}");
    }
    let state = moving.at_first().state;
    assert!(state.contains("x = (0, 1) and Ax = (1, 1): ‖Ax‖/‖x‖ = 1.41"));
}

#[test]
fn the_chart_shows_the_counts_of_both_ways() {
    let svg = support::figure("elimination_or_expansion").at_first().svg();
    let document = parse(&svg);
    let series: Vec<Vec<[f64; 2]>> = document
        .descendants()
        .filter(|node| node.has_tag_name("g"))
        .map(|group| {
            let points = group
                .children()
                .filter(|node| node.has_tag_name("circle") || node.has_tag_name("polygon"));
            points.map(support::centre).collect::<Vec<_>>()
        })
        .filter(|points| points.len() == 19)
        .collect();
    let [expansion, elimination] = &series[..] else {
        panic!("two series of 19 points")
    };
    // Between the heights of two counts that everybody knows: 2 and 40.
    let (low, high) = (expansion[0][1], expansion[2][1]);
    let count = |y: f64| {
        let part = (y - low) / (high - low);
        10f64.powf(2f64.log10() + part * 20f64.log10())
    };
    let mut factorial = 1.0;
    let mut sum = 0.0;
    for k in 0..19 {
        let n = k as f64 + 2.0;
        // n!(1/1! + … + 1/(n − 1)!) and (n − 1)(n² + n + 3)/3.
        sum += 1.0 / factorial;
        factorial *= n;
        let exact = [factorial * sum, (n - 1.0) * (n * n + n + 3.0) / 3.0];
        for (found, exact) in [expansion[k][1], elimination[k][1]].into_iter().zip(exact) {
            let ratio = count(found) / exact;
            assert!((0.98..1.02).contains(&ratio), "n = {n}: {ratio}");
        }
    }
    let said = support::figure("elimination_or_expansion")
        .at_first()
        .description;
    for number in ["6235300 at n = 10", "339 at n = 10", "2679 at n = 20"] {
        assert!(said.contains(number), "{number}: {said}");
    }
    assert!(said.contains("in one second expansion reaches n = 12, in one year n = 18"));
}
