//! What the figures of chapter 5 claim, read back from what they draw.

use crate::support::{self, Axes, CLOSE, panels};
use mlmath::linear_systems::{hilbert, jacobi, solve};
use mlmath::matrices::times_vector_by_rows;
use mlmath::vectors::{distance, norm_inf};
use mlmath::{Matrix, Vector};
use ndarray::array;
use roxmltree::{Document, Node};

fn parse(svg: &str) -> Document<'_> {
    Document::parse(svg).expect("well-formed XML")
}

/// The elements of a name whose attribute has a value.
fn with<'a, 'input>(
    within: Node<'a, 'input>,
    name: &'static str,
    attribute: &'static str,
    value: &str,
) -> Vec<Node<'a, 'input>> {
    within
        .descendants()
        .filter(|node| node.has_tag_name(name) && node.attribute(attribute) == Some(value))
        .collect()
}

/// All words of a figure.
fn words(within: Node<'_, '_>) -> Vec<String> {
    within
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("fill") != Some("none"))
        .map(support::letters)
        .collect()
}

fn product(a: &Matrix, x: &Vector) -> Vector {
    times_vector_by_rows(a, x).expect("shapes that fit")
}

const THIRD: &str = "var(--figure-3, #1a7d54)";

#[test]
fn the_two_lines_are_those_of_the_equations_and_meet_in_the_solution() {
    let moving = support::figure("two_lines");
    for (p, q, coefficients, right) in [
        ([0.0, -2.0], [4.0, 4.0], [3.0, -2.0], 4.0),
        ([-2.0, 4.0], [5.0, -1.0], [5.0, 7.0], 18.0),
        ([1.0, -2.0], [1.0, 4.0], [1.0, 0.0], 1.0),
    ] {
        let shown = moving.at(&[p, q].concat());
        let svg = shown.svg();
        let document = parse(&svg);
        let [_, plane] = panels(&document)[..] else {
            panic!("numbers and a plane")
        };
        let axes = Axes::of(plane);
        let lines = with(plane, "polyline", "stroke-width", "2.5");
        let rows = [([1.0, 2.0], 4.0), (coefficients, right)];
        assert_eq!(lines.len(), rows.len());
        for (line, (a, b)) in lines.into_iter().zip(rows) {
            for end in support::corners(line) {
                let [x, y] = axes.world(end);
                let left = a[0] * x + a[1] * y;
                assert!((left - b).abs() < 10.0 * CLOSE, "{x}, {y}: {left} {b}");
            }
        }
        let a = array![[1.0, 2.0], coefficients];
        let x = solve(&a, &array![4.0, right]).expect("lines that meet");
        let squares = with(plane, "polygon", "fill", THIRD);
        assert_eq!(squares.len(), 1);
        let middle = Vector::from_iter(axes.world(support::centre(squares[0])));
        assert!(distance(&middle, &x) < CLOSE, "{middle} {x}");
    }
}

#[test]
fn one_none_and_infinitely_many_solutions_can_be_reached() {
    let moving = support::figure("two_lines");
    for (p, q, start) in [
        (
            [0.0, -2.0],
            [4.0, 4.0],
            "3x₁ − 2x₂ = 4. One solution: the lines meet in (2, 1).",
        ),
        ([0.0, 0.0], [2.0, -1.0], "x₁ + 2x₂ = 0. No solution"),
        ([-2.0, 3.0], [4.0, 0.0], "x₁ + 2x₂ = 4. Infinitely many"),
        ([1.0, 1.0], [1.0, 1.0], "0 = 0. Infinitely many"),
    ] {
        let state = moving.at(&[p, q].concat()).state;
        assert!(state.starts_with(start), "{state}");
    }
}

#[test]
fn each_position_of_three_planes_has_its_kind_of_solutions() {
    let moving = support::figure("three_planes");
    for (case, outcome, lines, squares) in [
        (0, "the only common point is (0, 0, 1)", 0, 1),
        (1, "all points (0, 0, 1) + t(0, 1, 0) are common", 1, 0),
        (2, "plane 3 is parallel to that line, and no point", 0, 0),
        (3, "plane 3 is parallel to plane 1, and no point", 0, 0),
    ] {
        for azimuth in (-180..=180).step_by(15) {
            let shown = moving.at(&[f64::from(case), f64::from(azimuth)]);
            assert!(shown.state.contains(outcome), "{}", shown.state);
            let svg = shown.svg();
            let document = parse(&svg);
            let [space, _] = panels(&document)[..] else {
                panic!("space and numbers")
            };
            // The common line is always seen, whole; so is the common point.
            let common = with(space, "polyline", "stroke-width", "5");
            assert_eq!(common.len(), lines, "{case} {azimuth}");
            let points = with(space, "polygon", "fill", THIRD);
            assert_eq!(points.len(), squares, "{case} {azimuth}");
            let names = words(space);
            for name in ["1", "2", "3"] {
                assert!(names.contains(&name.into()), "{case} {azimuth}: {name}");
            }
        }
    }
}

#[test]
fn growth_ruins_the_answer_in_three_digits_and_large_pivots_save_it() {
    let moving = support::figure("elimination_steps");
    let state = |pivots: f64, steps: f64| moving.at(&[pivots, steps]).state;
    let ruined = state(0.0, 8.0);
    assert_eq!(ruined, moving.at_first().state);
    assert!(ruined.contains("so far is 3010."), "{ruined}");
    assert!(ruined.ends_with("In three digits x = (0, 2, 3); exactly, x = (1, 1, 2)."));
    let saved = state(1.0, 8.0);
    assert!(saved.contains("so far is 10."), "{saved}");
    assert!(saved.ends_with("In three digits x = (1, 1, 2); exactly, x = (1, 1, 2)."));
    let swapped = state(1.0, 1.0);
    assert!(
        swapped.contains("swap rows 1 and 3, the pivot is 3"),
        "{swapped}"
    );
    let svg = moving.at(&[0.0, 2.0]).svg();
    let document = parse(&svg);
    let words = words(document.root_element());
    // 1 + 1000 and 7 + 999 have four digits, 4 − 1000 has three.
    for entry in ["−996", "1000*", "1010*"] {
        assert!(words.contains(&entry.into()), "{entry}: {words:?}");
    }
    let a = array![[0.001, 1.0, -1.0], [1.0, 4.0, 1.0], [3.0, 1.0, 3.0]];
    let x = solve(&a, &array![-0.999, 7.0, 10.0]).expect("invertible");
    assert!(distance(&x, &array![1.0, 1.0, 2.0]) < 1e-12, "{x}");
}

#[test]
fn the_parallelogram_holds_what_both_bands_allow() {
    let moving = support::figure("nearly_parallel");
    for (degrees, delta) in [(15.0, 0.2), (10.0, 0.05), (60.0, 0.1), (90.0, 0.2)] {
        let svg = moving.at(&[degrees, delta]).svg();
        let document = parse(&svg);
        let [_, plane] = panels(&document)[..] else {
            panic!("numbers and a plane")
        };
        let axes = Axes::of(plane);
        let [parallelogram] = with(plane, "polygon", "fill-opacity", "0.3")[..] else {
            panic!("a parallelogram")
        };
        let angle = degrees.to_radians();
        let a = array![[0.0, 1.0], [f64::sin(angle), -f64::cos(angle)]];
        let b = product(&a, &array![3.0, 1.0]);
        for corner in support::corners(parallelogram) {
            let left = product(&a, &Vector::from_iter(axes.world(corner)));
            for beyond in &left - &b {
                assert!((beyond.abs() - delta).abs() < CLOSE, "{degrees}: {beyond}");
            }
        }
    }
    let state = moving.at_first().state;
    let expected = "At 15° with δ = 0.2, κ(A) = 9.3 in the maximum norm: x₁ may be anything from \
                    1.48 to 4.52, x₂ from 0.8 to 1.2.";
    assert_eq!(state, expected);
}

#[test]
fn the_errors_of_hilbert_systems_stand_where_they_should() {
    let frame = support::figure("hilbert_digits").at_first();
    let panel = frame.drawing.panel(0);
    let points: Vec<[f64; 2]> = panel
        .points()
        .into_iter()
        .flat_map(|series| series.points.clone())
        .collect();
    for n in 2..=11 {
        let a = hilbert(n);
        let ones = Vector::ones(n);
        let x = solve(&a, &product(&a, &ones)).expect("an inverse");
        let error = norm_inf(&(&x - &ones)).log10();
        let found = points
            .iter()
            .any(|[at, power]| (at - n as f64).abs() < 0.01 && (power - error).abs() < 0.05);
        assert!(found, "{n}: {error} in {points:?}");
    }
}

#[test]
fn both_paths_go_where_their_iterations_do() {
    let moving = support::figure("descent_in_zigzags");
    let (kappa, solution, steps) = (9.0, array![3.4, 1.4], 12);
    let svg = moving.at_first().svg();
    let document = parse(&svg);
    let [names, plane] = panels(&document)[..] else {
        panic!("names and a plane")
    };
    assert_eq!(
        words(names),
        ["Jacobi, 12 steps", "conjugate gradients, 2 steps"]
    );
    let axes = Axes::of(plane);
    let path = |width: &str| -> Vec<Vector> {
        let lines = with(plane, "polyline", "stroke-width", width);
        assert_eq!(lines.len(), 1, "{width}");
        let corners = support::corners(lines[0]).into_iter();
        corners
            .map(|at| Vector::from_iter(axes.world(at)))
            .collect()
    };
    // At 45° the diagonal is the mean of 1 and κ.
    let (half, off) = ((1.0 + kappa) / 2.0, (1.0 - kappa) / 2.0);
    let a = array![[half, off], [off, half]];
    let b = product(&a, &solution);
    let zigzag = path("2");
    assert_eq!(zigzag.len(), steps + 1);
    for (k, point) in zigzag.iter().enumerate() {
        // Along the axis each step keeps 0.8 of the error, across it −0.8.
        let [along, across] = [0.8f64.powi(k as i32), (-0.8f64).powi(k as i32)];
        let [sum, difference] = [solution[0] + solution[1], solution[0] - solution[1]];
        let error = [
            (along * sum + across * difference) / 2.0,
            (along * sum - across * difference) / 2.0,
        ];
        let expected = &solution - &Vector::from_iter(error);
        assert!(
            distance(point, &expected) < 2.0 * CLOSE,
            "{k}: {point} {expected}"
        );
    }
    let converged = jacobi(&a, &b, 1e-12, 200).expect("dominant diagonal");
    assert!(distance(&converged.x, &solution) < 1e-9);
    let straight = path("3");
    assert_eq!(straight.len(), 3);
    assert!(distance(&straight[2], &solution) < CLOSE, "{straight:?}");
    // The first direction is that of b.
    let turn = straight[1][0] * b[1] - straight[1][1] * b[0];
    assert!(turn.abs() < 0.05, "{turn}");
}

#[test]
fn each_point_of_the_plate_is_as_warm_as_its_neighbours_on_average() {
    let svg = support::figure("heat_on_a_grid").at_first().svg();
    let document = parse(&svg);
    let root = document.root_element();
    let shaded = |side: &str| -> Vec<Node<'_, '_>> {
        let cells = with(root, "rect", "width", side).into_iter();
        cells
            .filter(|cell| cell.has_attribute("fill-opacity"))
            .collect()
    };
    let side = 15;
    let mut warmth = Matrix::zeros((side, side));
    let cells = shaded("15");
    let [left, top] = ["x", "y"].map(|name| {
        let along = cells.iter().map(|&cell| support::value(cell, name));
        along.fold(f64::INFINITY, f64::min)
    });
    for &cell in &cells {
        let [j, i] = [("x", left), ("y", top)]
            .map(|(name, start)| ((support::value(cell, name) - start) / 15.0).round() as usize);
        // The full shade is 0.9, for 100 degrees.
        warmth[[i, j]] = support::value(cell, "fill-opacity") / 0.9 * 100.0;
    }
    assert!(
        warmth.row(0).iter().all(|&w| w == 100.0),
        "{}",
        warmth.row(0)
    );
    // An opacity has two decimals, and the faintest are left out.
    let step = 0.006 / 0.9 * 100.0;
    for i in 1..side - 1 {
        for j in 1..side - 1 {
            let around =
                warmth[[i - 1, j]] + warmth[[i + 1, j]] + warmth[[i, j - 1]] + warmth[[i, j + 1]];
            let [at, mean] = [warmth[[i, j]], around / 4.0];
            assert!((at - mean).abs() <= 2.0 * step, "{i} {j}: {at} {mean}");
        }
    }
    assert!((warmth[[7, 7]] - 25.0).abs() <= step, "{}", warmth[[7, 7]]);
    assert_eq!(shaded("13").len(), 64, "entries of the small matrix");
    let words = words(root);
    for said in ["169 unknowns, 37 steps", "64 of 256 not 0"] {
        assert!(words.contains(&said.into()), "{said}: {words:?}");
    }
}
