//! What the figures of chapter 4 claim, read back from what they draw.

use super::area::Columns;
use super::blur::Blurring;
use super::norms::Direction;
use super::steps::Operations;
use super::undo::Maps;
use super::*;
use mlmath::inverse::{inverse, is_orthogonal, row_operations};
use mlmath::inverse::{operator_norm_1, operator_norm_inf, stretches};
use mlmath::matrices::{Mat, identity};
use mlmath::vectors::{norm_inf, norm_l1, norm_l2};
use ndarray::{concatenate, s};

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < TOLERANCE
}

/// Whether a matrix takes some points to others.
fn takes(a: &Matrix, from: &[[f64; 2]], to: &[[f64; 2]]) -> bool {
    let far = |(x, y): (_, _)| distance(&vector(image(a, x)), &vector(y));
    from.len() == to.len() && from.iter().zip(to).all(|pair| far(pair) < TOLERANCE)
}

fn cross(x: [f64; 2], y: [f64; 2]) -> f64 {
    x[0] * y[1] - x[1] * y[0]
}

/// The area of a polygon with a sign: positive if it is anticlockwise.
fn signed_area(corners: &[[f64; 2]]) -> f64 {
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let crosses = sides.map(|(a, b)| cross(*a, *b));
    crosses.sum::<f64>() / 2.0
}

/// The letters of a panel, the one before the map first.
fn letters(panel: &Panel) -> Vec<Vec<[f64; 2]>> {
    let polygons = panel.polygons().into_iter();
    let letters = polygons.filter(|polygon| polygon.points.len() == LETTER.len());
    letters.map(|letter| letter.points.clone()).collect()
}

/// The numbers of a block, which have so few digits that they are shown as they are.
fn table(block: &Block, shape: [usize; 2]) -> Matrix {
    Matrix::from_shape_vec(shape, block.numbers()).expect("a number in each cell")
}

#[test]
fn the_parallelogram_has_the_area_and_the_side_of_the_determinant() {
    for (a1, a2, said) in [
        ([2.0, 1.0], [-1.0, 1.0], "area 3, not flipped"),
        ([-3.0, 2.0], [1.0, -2.0], "area 4, not flipped"),
        ([-1.0, 1.0], [2.0, 1.0], "area 3, flipped"),
        ([2.0, 1.0], [-2.0, -1.0], "area 0"),
        ([0.0, 0.0], [1.0, 2.0], "area 0"),
    ] {
        let mut at = Columns::default();
        (at.a1.at, at.a2.at) = (a1, a2);
        let det = determinant(&of_columns([a1, a2])).expect("a square matrix");
        let frame = determinant_area(at);
        let [plane, numbers] = frame.drawing.all_panels()[..] else {
            panic!("a plane and numbers")
        };
        assert!(numbers.words().contains(&said.into()), "{said}");
        let number = format!(" = {}: the unit square becomes", decimal(det));
        assert!(frame.state.contains(&number), "{}", frame.state);
        let areas = plane.polygons().into_iter().map(|p| signed_area(&p.points));
        let areas: Vec<f64> = areas.collect();
        assert!(near(areas[0], 1.0) && near(areas[1], det), "{areas:?}");
        // The bent arrow turns from a₁ to a₂, the shorter way.
        let arrows = plane.arrows().into_iter();
        let bent: Vec<_> = arrows.filter(|arrow| arrow.colour() == Ink).collect();
        assert_eq!(bent.len(), usize::from(det != 0.0), "{said}");
        for arrow in bent {
            let [from, to] = [arrow.start(), arrow.tip()];
            let off = [cross(from, a1), cross(to, a2)];
            assert!(off.iter().all(|&z| near(z, 0.0)), "{said}");
            let sector = [&[ORIGIN], &arrow.points[..]].concat();
            assert!(signed_area(&sector) * det > 0.0, "{said}");
        }
    }
}

#[test]
fn what_a_map_moves_its_inverse_brings_back() {
    for map in 0..4 {
        let frame = undo_a_map(Maps { map });
        let [start, after, end, numbers] = frame.drawing.all_panels()[..] else {
            panic!("three planes and numbers")
        };
        let now = |panel: &Panel| letters(panel).pop().expect("a letter");
        let [before, moved, last] = [start, after, end].map(now);
        // The letter F, 0.4 times as large.
        assert!(near(signed_area(&before), 0.16 * 1.32), "{before:?}");
        let blocks = numbers.blocks();
        let a = table(blocks[0].0, [2, 2]);
        assert!(takes(&a, &before, &moved), "{map}");
        // The patch, and the points: round p, square q.
        let patch = |panel: &Panel| panel.polygons()[0].points.clone();
        assert!(takes(&a, &patch(start), &patch(after)), "{map}");
        match blocks.get(1) {
            Some((back, _)) => {
                let exact = inverse(&a).expect("an inverse");
                // Shown with two decimals.
                let shown = table(back, [2, 2]);
                assert!((exact - shown).iter().all(|d| d.abs() < 0.005), "{map}");
                assert_eq!((last, patch(end)), (before, patch(start)));
            }
            // It stays flat.
            None => assert!(map == 3 && inverse(&a).is_err() && last == moved),
        }
    }
}

/// Where the point p or q is now, by its marker.
fn full(panel: &Panel, marker: Marker) -> [f64; 2] {
    let points = panel.points().into_iter();
    let mut of = points.filter(|series| series.marker == marker);
    of.next_back().expect("a point").points[0]
}

#[test]
fn the_grid_takes_both_points_where_the_page_says() {
    let drawing = undo_a_map(Maps::default()).drawing;
    for (stage, p, q) in [
        (0, [3.0, 2.0], [2.0, 1.0]),
        (1, [4.0, 5.0], [3.0, 3.0]),
        (2, [3.0, 2.0], [2.0, 1.0]),
    ] {
        let panel = drawing.panel(stage);
        assert_eq!([full(panel, Circle), full(panel, Square)], [p, q]);
    }
    let state = undo_a_map(Maps::default()).state;
    assert!(state.starts_with("A takes p = (3, 2) to (4, 5)"), "{state}");
}

#[test]
fn a_singular_map_shows_both_points_that_it_takes_to_one() {
    let drawing = undo_a_map(Maps { map: 3 }).drawing;
    assert_eq!(full(drawing.panel(1), Square), [2.0, 1.0]);
    // q is where both have arrived, so only p has a way to go.
    let [arrow] = drawing.panel(2).arrows()[..] else {
        panic!("an arrow back to p")
    };
    assert_eq!(arrow.start(), [2.0, 1.0], "both are taken to one point");
    let [x, y] = [0, 1].map(|k| (arrow.tip()[k] - [2.0, 1.0][k]) / ([3.0, 2.0][k] - [2.0, 1.0][k]));
    assert!(near(x, y) && (0.6..1.0).contains(&x), "{x} {y}");
    let words = [1, 2, 3].map(|k| drawing.panel(k).words()).concat();
    for said in ["no way back", "p ?", "q ?", "Ap = Aq", "A−1 does not exist"] {
        assert!(words.iter().any(|word| word == said), "{said}: {words:?}");
    }
}

/// The shades of a picture of 8 × 8 pixels.
fn shades(block: &Block) -> Matrix {
    Matrix::from_shape_fn((8, 8), |(i, j)| block.value(i, j).expect("a shade"))
}

#[test]
fn a_blur_with_an_inverse_is_undone_and_the_other_loses_the_stripes() {
    let pictures = |blur, stripes| {
        let frame = undo_a_blur(Blurring { blur, stripes });
        let blocks = frame.drawing.panel(0).blocks().into_iter();
        let blocks: Vec<Block> = blocks.map(|(block, _)| block.clone()).collect();
        (blocks, frame.state)
    };
    let apart = |a: &Block, b: &Block| {
        let differences = (shades(a) - shades(b)).mapv(f64::abs);
        differences.into_iter().fold(0.0, f64::max)
    };
    for stripes in [0.0, 8.0] {
        let (blocks, _) = pictures(0, stripes);
        assert!(apart(&blocks[0], &blocks[2]) < 1e-10);
        // A picture is not the one that is blurred.
        assert!(apart(&blocks[0], &blocks[1]) > 1.0);
    }
    let [(without, _), (with, state)] = [0.0, 8.0].map(|stripes| pictures(1, stripes));
    assert_eq!(apart(&without[0], &with[0]), 8.0);
    assert!(apart(&without[1], &with[1]) < 1e-12);
    assert!(inverse(&super::blur::mean_of_three(8)).is_err());
    let third = (with[2].name(), with[2].entries());
    assert_eq!(third, ("no inverse".into(), vec!["?".into()]));
    assert!(state.ends_with("there is no way back."), "{state}");
    let [(without, _), (with, _)] = [0.0, 8.0].map(|stripes| pictures(0, stripes));
    assert!(
        apart(&without[1], &with[1]) > 1.0,
        "B weakens the stripes only"
    );
}

#[test]
fn the_letter_keeps_its_lengths_and_only_a_rotation_its_side() {
    let drawing = rotation_and_reflection().drawing;
    let titles = ["rotation: det Q = 1", "reflection: det Q = −1"];
    for (k, title) in titles.into_iter().enumerate() {
        let panel = drawing.panel(k);
        let [before, after] = &letters(panel)[..] else {
            panic!("a letter and its image")
        };
        // Q from two sides, then all ten corners.
        let sides = |letter: &[[f64; 2]]| {
            of_columns([1, 9].map(|k| [0, 1].map(|i| letter[k][i] - letter[0][i])))
        };
        let q = sides(after).dot(&inverse(&sides(before)).expect("two directions"));
        assert!(is_orthogonal(&q, TOLERANCE), "{q}");
        let det = determinant(&q).expect("a square matrix");
        assert!(near(det, [1.0, -1.0][k]) && takes(&q, before, after), "{q}");
        assert!(near(distance(&vector(after[0]), &vector(after[9])), 1.2));
        let words = panel.words();
        for (said, times) in [(title, 1), ("1.2", 2)] {
            assert_eq!(
                words.iter().filter(|word| *word == said).count(),
                times,
                "{said}"
            );
        }
    }
}

#[test]
fn row_operations_turn_the_table_into_the_inverse() {
    let read = |step: usize| {
        let drawing = gauss_jordan_steps(Operations { step }).drawing;
        let block = drawing.panel(0).blocks()[0].0;
        (table(block, [3, 6]), block.marked())
    };
    let (start, marked) = read(0);
    assert!(marked.is_empty());
    let a = start.slice(s![.., ..3]).to_owned();
    assert_eq!(start, concatenate![Axis(1), a, identity(3)]);
    let operations = row_operations(&a).expect("a matrix with an inverse");
    let mut before = start;
    for (k, operation) in operations.into_iter().enumerate() {
        let mut exact = before.clone();
        operation.apply(&mut exact);
        let (now, mut marked) = read(k + 1);
        assert_eq!(now, exact, "{operation}");
        let (pivot, _) = marked.pop().expect("a pivot");
        let [i, j] = pivot.first;
        assert_eq!((i, pivot.end), (j, [i + 1, i + 1]), "{operation}");
        assert_ne!(now[[i, j]], 0.0, "{operation}");
        let mut rows: Vec<usize> = marked.iter().map(|(row, _)| row.first[0]).collect();
        rows.sort_unstable();
        let changed = (0..3).filter(|&i| now.row(i) != before.row(i));
        assert_eq!(rows, changed.collect::<Vec<_>>(), "{operation}");
        before = now;
    }
    let found = array![[-1.0, 1.0, 0.0], [4.0, -3.0, -2.0], [-1.0, 1.0, 1.0]];
    assert_eq!(inverse(&a).expect("an inverse"), found);
    assert_eq!(before, concatenate![Axis(1), identity(3), found]);
    // After four operations the way down has ended: only zeros below the diagonal.
    let (middle, _) = read(4);
    assert_eq!([middle[[1, 0]], middle[[2, 0]], middle[[2, 1]]], [0.0; 3]);
    let state = gauss_jordan_steps(Operations { step: 4 }).state;
    assert_eq!(state, "Operation 4 of 9, row 3 − row 2.");
    assert_eq!(Operations::default().step, 0);
}

#[test]
fn no_direction_is_stretched_more_than_the_dashed_ball_says() {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let spectral = stretches(Mat([[2.0, -1.0], [1.0, 1.0]]))[0];
    let norms: [fn(&Vector) -> f64; 3] = [norm_l2, norm_inf, norm_l1];
    let largest = [spectral, operator_norm_inf(&a), operator_norm_1(&a)];
    for (norm, (of, largest)) in norms.into_iter().zip(largest).enumerate() {
        let of = |x: &[f64; 2]| of(&vector(x));
        for angle in [0.0, 90.0, 32.0, 211.0, 360.0] {
            let frame = operator_norm_circle(Direction { angle, norm });
            let panel = frame.drawing.panel(0);
            let [bound, images, ball] = panel.polygons()[..] else {
                panic!("two balls and an image")
            };
            assert!(takes(&a, &ball.points, &images.points));
            assert!(ball.points.iter().all(|x| near(of(x), 1.0)));
            assert!(bound.points.iter().all(|x| near(of(x), largest)));
            assert!(images.points.iter().all(|x| of(x) < largest + TOLERANCE));
            // The dots: a vector of norm 1, and its image, as long as can be.
            let [x, y] = panel.points()[0].points[..] else {
                panic!("two dots")
            };
            assert!(takes(&a, &[x], &[y]) && near(of(&x), 1.0) && near(of(&y), largest));
            let [y, x] = panel.arrows()[..] else {
                panic!("Ax and x")
            };
            assert!(takes(&a, &[x.tip()], &[y.tip()]) && near(of(&x.tip()), 1.0));
            let (sin, cos) = f64::to_radians(angle).sin_cos();
            let scaled = norm_l2(&vector(x.tip()));
            let on_circle = [cos, sin].map(|z| scaled * z);
            assert!(takes(&identity(2), &[on_circle], &[x.tip()]));
            let said = format!("‖A‖ = {}.", decimal(largest));
            assert!(frame.state.ends_with(&said), "{}", frame.state);
        }
    }
    let state = operator_norm_circle(Direction::default()).state;
    assert!(state.contains("x = (0, 1) and Ax = (−1, 1): ‖Ax‖/‖x‖ = 1.41"));
}

#[test]
fn the_chart_shows_the_counts_of_both_ways() {
    let frame = elimination_or_expansion();
    let [expansion, elimination] = frame.drawing.panel(0).points()[..] else {
        panic!("two series")
    };
    assert_eq!([expansion.points.len(), elimination.points.len()], [19; 2]);
    let (mut factorial, mut sum) = (1.0, 0.0);
    for k in 0..19 {
        let n = k as f64 + 2.0;
        // n!(1/1! + … + 1/(n − 1)!) and (n − 1)(n² + n + 3)/3.
        sum += 1.0 / factorial;
        factorial *= n;
        let counts = [factorial * sum, (n - 1.0) * (n * n + n + 3.0) / 3.0];
        for (series, count) in [expansion, elimination].into_iter().zip(counts) {
            let [at, height] = series.points[k];
            assert!(at == n && near(height, count.log10()), "n = {n}: {height}");
        }
    }
    let said = "in one second expansion reaches n = 12, in one year n = 18";
    assert!(frame.description.contains(said), "{}", frame.description);
}
