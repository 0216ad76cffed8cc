//! What the figures of chapter 4 claim, read back from what they draw.

use crate::support::{self, Axes, CLOSE, panels};
use mlmath::inverse::{determinant, inverse, is_orthogonal, rotation};
use mlmath::matrices::{scale, times_vector};
use mlmath::vectors::{distance, norm_l2};
use mlmath::{Matrix, Vector};
use ndarray::array;
use roxmltree::{Document, Node};

mod numbers;

fn parse(svg: &str) -> Document<'_> {
    Document::parse(svg).expect("well-formed XML")
}

/// The polygons of a panel without the heads of arrows, in its coordinates.
fn polygons(panel: Node<'_, '_>, axes: &Axes) -> Vec<Vec<Vector>> {
    panel
        .children()
        .filter(|node| node.has_tag_name("polygon") && node.attribute("class").is_none())
        .map(|node| support::corners(node).into_iter())
        .map(|corners| corners.map(|p| Vector::from_iter(axes.world(p))).collect())
        .collect()
}

/// The tips of the arrows of a panel.
fn tips(panel: Node<'_, '_>, axes: &Axes) -> Vec<Vector> {
    panel
        .children()
        .filter(|node| node.attribute("class") == Some("arrowhead"))
        .map(|head| Vector::from_iter(axes.world(support::corners(head)[0])))
        .collect()
}

fn words(within: Node<'_, '_>) -> Vec<String> {
    within
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("fill") != Some("none"))
        .map(support::letters)
        .collect()
}

/// The area of a polygon with a sign: positive if it is anticlockwise.
fn signed_area(corners: &[Vector]) -> f64 {
    let next = corners.iter().cycle().skip(1);
    let crosses = corners
        .iter()
        .zip(next)
        .map(|(a, b)| a[0] * b[1] - a[1] * b[0]);
    crosses.sum::<f64>() / 2.0
}

fn product(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("shapes that fit")
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 10.0 * CLOSE
}

#[test]
fn the_parallelogram_has_the_area_and_the_side_of_the_determinant() {
    let moving = support::figure("determinant_area");
    let mut sides = [0; 3];
    for values in moving.tour(60) {
        let a = array![[values[0], values[2]], [values[1], values[3]]];
        let det = determinant(&a).expect("a square matrix");
        let shown = moving.at(&values);
        let svg = shown.svg();
        let document = parse(&svg);
        let [above, below] = panels(&document)[..] else {
            panic!("numbers and a plane")
        };
        let axes = Axes::of(below);
        let areas: Vec<f64> = polygons(below, &axes)
            .iter()
            .map(|corners| signed_area(corners))
            .collect();
        // The square comes first; a rounded corner of a long side weighs more.
        assert!(near(areas[0], 1.0), "{areas:?}");
        assert!((areas[1] - det).abs() < 0.03, "{areas:?}, not {det}");
        let said = words(above).join("; ");
        let (number, area) = (figures::decimal(det), figures::decimal(det.abs()));
        assert!(said.contains(&format!(" = {number};")), "{said}");
        assert!(said.contains(&format!("area {area}")), "{said}");
        let side = match det {
            det if det > 0.0 => 0,
            det if det < 0.0 => 1,
            _ => 2,
        };
        sides[side] += 1;
        let word = ["not flipped", ", flipped", "on one line"][side];
        assert!(said.contains(word), "{det}: {said}");
        // The bent arrow ends on a₂.
        let black = below.children().filter(|node| {
            node.attribute("class") == Some("arrowhead")
                && node.attribute("fill") == Some("currentColor")
        });
        let ends: Vec<Vector> = black
            .map(|head| Vector::from_iter(axes.world(support::corners(head)[0])))
            .collect();
        assert_eq!(ends.len(), usize::from(side != 2), "{values:?}");
        for end in ends {
            let second = a.column(1);
            let cross = end[0] * second[1] - end[1] * second[0];
            assert!(cross.abs() < 0.02 && end.dot(&second) > 0.0, "{values:?}");
        }
    }
    assert!(sides.iter().all(|&count| count > 0), "{sides:?}");
    let state = moving.at_first().state;
    assert!(state.starts_with("det A = 3·2 − 1·1 = 5: "), "{state}");
}

#[test]
fn what_a_map_moves_its_inverse_brings_back() {
    let moving = support::figure("undo_a_map");
    let maps = [
        array![[1.0, 1.0], [-0.5, 1.5]],
        array![[1.0, 1.0], [0.0, 1.0]],
        scale(2.0_f64.sqrt(), &rotation(std::f64::consts::FRAC_PI_4)),
        array![[0.5, 0.5], [0.5, 0.5]],
    ];
    let drawn = |map: usize, step: usize| {
        let shown = moving.at(&[map as f64, step as f64]);
        let svg = shown.svg();
        let document = parse(&svg);
        let plane = panels(&document)[0];
        // The letter where it is now is the last polygon of ten corners.
        let all = polygons(plane, &Axes::of(plane));
        let mut letters = all.into_iter().filter(|corners| corners.len() == 10);
        (letters.next_back().expect("a letter"), shown.state)
    };
    for (map, a) in maps.iter().enumerate() {
        let (start, _) = drawn(map, 0);
        assert!(near(signed_area(&start), 1.32), "the letter as it was cut");
        let (after, _) = drawn(map, 1);
        for (x, y) in start.iter().zip(&after) {
            assert!(distance(&product(a, x), y) < 10.0 * CLOSE, "{map}");
        }
        let (back, said) = drawn(map, 2);
        match inverse(a) {
            Ok(_) => {
                for (x, y) in start.iter().zip(&back) {
                    assert!(distance(x, y) < CLOSE, "{map}");
                }
                assert!(said.contains("back to"), "{said}");
            }
            Err(_) => {
                assert_eq!(map, 3);
                assert_eq!(after, back, "it stays flat");
                assert!(said.starts_with("No way back"), "{said}");
            }
        }
    }
}

#[test]
fn a_singular_map_shows_both_points_that_it_takes_to_one() {
    let moving = support::figure("undo_a_map");
    let svg = moving.at(&[3.0, 2.0]).svg();
    let document = parse(&svg);
    let plane = panels(&document)[0];
    let axes = Axes::of(plane);
    let singular = array![[0.5, 0.5], [0.5, 0.5]];
    let [p, q] = [array![2.0, 0.0], array![0.0, 2.0]];
    let one = product(&singular, &p);
    assert_eq!(one, product(&singular, &q));
    // Arrows lead most of the way from the one point to the two.
    let tips = tips(plane, &axes);
    assert_eq!(tips.len(), 2);
    for (tip, point) in tips.iter().zip([&p, &q]) {
        let part = (tip - &one) / (point - &one);
        assert!(near(part[0], part[1]) && near(part[0], 0.84), "{part}");
    }
    let said = words(plane);
    for name in ["p ?", "q ?", "Ap = Aq"] {
        assert!(said.contains(&name.to_owned()), "{name}: {said:?}");
    }
    let beside = words(panels(&document)[1]);
    assert!(beside.contains(&"det A = 0".to_owned()), "{beside:?}");
    assert!(beside.contains(&"does not exist".to_owned()), "{beside:?}");
}

#[test]
fn the_letter_keeps_its_lengths_and_only_a_rotation_its_side() {
    let svg = support::figure("rotation_and_reflection").at_first().svg();
    let document = parse(&svg);
    let unit = (520.0 - 10.0) / 2.0 / 3.2;
    for (panel, (name, det)) in panels(&document).into_iter().zip([
        ("rotation: det Q = 1", 1.0),
        ("reflection: det Q = −1", -1.0),
    ]) {
        assert!(words(panel).contains(&name.to_owned()), "{name}");
        let world = |[x, y]: [f64; 2]| array![x / unit - 0.35, 3.2 - y / unit];
        let letters: Vec<Vec<Vector>> = panel
            .children()
            .filter(|node| node.has_tag_name("polygon"))
            .map(support::corners)
            .filter(|corners| corners.len() == 10)
            .map(|corners| corners.into_iter().map(world).collect())
            .collect();
        let [before, after] = &letters[..] else {
            panic!("a letter and its image")
        };
        // Q from two corners, then all ten.
        let columns = |letter: &[Vector]| {
            let [x, y] = [&letter[1] - &letter[0], &letter[9] - &letter[0]];
            array![[x[0], y[0]], [x[1], y[1]]]
        };
        let back = inverse(&columns(before)).expect("two directions");
        let q = columns(after).dot(&back);
        assert!(is_orthogonal(&q, 1e-3), "{q}");
        assert!(near(determinant(&q).expect("a square matrix"), det), "{q}");
        for (x, y) in before.iter().zip(after) {
            assert!(distance(&product(&q, x), y) < 0.01, "{name}: {x} {y}");
            assert!(near(norm_l2(x), norm_l2(y)), "as far from the origin");
        }
        let stem = distance(&after[0], &after[9]);
        assert!(near(stem, 1.2) && words(panel).iter().filter(|w| *w == "1.2").count() == 2);
    }
}
