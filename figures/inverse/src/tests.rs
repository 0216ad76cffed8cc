//! What the figures of chapter 4 claim, read back from what they draw.

use super::area::Columns;
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
        ([3.0, 1.0], [1.0, 2.0], "area 5, not flipped"),
        ([-2.0, 1.5], [0.5, -1.5], "area 2.25, not flipped"),
        ([1.0, 2.0], [3.0, 1.0], "area 5, flipped"),
        ([2.0, -1.0], [-1.0, 0.5], "area 0"),
        ([0.0, 0.0], [1.0, 2.0], "area 0"),
    ] {
        let mut at = Columns::default();
        (at.a1.at, at.a2.at) = (a1, a2);
        let det = determinant(&of_columns([a1, a2])).expect("a square matrix");
        let frame = determinant_area(at);
        let [above, below] = frame.drawing.all_panels()[..] else {
            panic!("numbers and a plane")
        };
        assert!(above.words().contains(&said.into()), "{said}");
        let number = format!(" = {}: the unit square becomes", decimal(det));
        assert!(frame.state.contains(&number), "{}", frame.state);
        let areas = below.polygons().into_iter().map(|p| signed_area(&p.points));
        let areas: Vec<f64> = areas.collect();
        assert!(near(areas[0], 1.0) && near(areas[1], det), "{areas:?}");
        // The bent arrow turns from a₁ to a₂, the shorter way.
        let arrows = below.arrows().into_iter();
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
        let [start, after, end] = [0, 1, 2].map(|steps| undo_a_map(Maps { map, steps }));
        let now = |frame: &Frame| letters(frame.drawing.panel(0)).pop().expect("a letter");
        let [before, moved, last] = [&start, &after, &end].map(now);
        assert!(near(signed_area(&before), 1.32), "the letter as it was cut");
        let blocks = end.drawing.panel(1).blocks();
        let a = table(blocks[0].0, [2, 2]);
        assert!(takes(&a, &before, &moved), "{map}");
        match blocks.get(1) {
            Some((back, _)) => {
                assert_eq!(inverse(&a), Ok(table(back, [2, 2])));
                assert_eq!(last, before);
            }
            // It stays flat.
            None => assert!(map == 3 && inverse(&a).is_err() && last == moved),
        }
    }
}

#[test]
fn a_singular_map_shows_both_points_that_it_takes_to_one() {
    let drawing = undo_a_map(Maps { map: 3, steps: 2 }).drawing;
    let arrows = drawing.panel(0).arrows();
    assert_eq!(arrows.len(), 2);
    for (arrow, point) in arrows.into_iter().zip([[2.0, 0.0], [0.0, 2.0]]) {
        assert_eq!(arrow.start(), [1.0, 1.0], "both are taken to one point");
        let [x, y] = [0, 1].map(|k| (arrow.tip()[k] - 1.0) / (point[k] - 1.0));
        assert!(near(x, y) && (0.7..1.0).contains(&x), "{x} {y}");
    }
    let words = [drawing.panel(0).words(), drawing.panel(1).words()].concat();
    for said in ["p ?", "q ?", "Ap = Aq", "det A = 0", "does not exist"] {
        assert!(words.iter().any(|word| word == said), "{said}: {words:?}");
    }
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
    // At first the way down has ended: only zeros below the diagonal.
    let (middle, _) = read(Operations::default().step);
    assert_eq!([middle[[1, 0]], middle[[2, 0]], middle[[2, 1]]], [0.0; 3]);
    let state = gauss_jordan_steps(Operations::default()).state;
    assert_eq!(state, "Operation 4 of 9, row 3 − row 2.");
}

#[test]
fn no_direction_is_stretched_more_than_the_dashed_ball_says() {
    let a = array![[2.0, 1.0], [0.0, 1.0]];
    let spectral = stretches(Mat([[2.0, 1.0], [0.0, 1.0]]))[0];
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
            // The diamonds: a vector of norm 1, and its image, as long as can be.
            let [x, y] = panel.points()[0].points[..] else {
                panic!("two diamonds")
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
    assert!(state.contains("x = (0, 1) and Ax = (1, 1): ‖Ax‖/‖x‖ = 1.41"));
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
