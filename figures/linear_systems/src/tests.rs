//! What the figures of chapter 5 claim, read back from what they draw.

use super::conditioning::{Bands, lines_at};
use super::elimination::Elimination;
use super::elimination::stages::{N, SOLUTION, stages, system, three_digits};
use super::hilbert::{ROUNDOFF, scientific};
use super::iteration::{Iterations, turned};
use super::lines::Points;
use super::lost::Rounding;
use super::planes::Planes;
use super::ranks::Web;
use super::turning::Turn;
use super::*;
use mlmath::inverse::{inverse, operator_norm_inf};
use mlmath::linear_systems::{Lu, SolveError, condition_number, hilbert, solve};
use mlmath::vectors::{distance, norm_inf};

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < TOLERANCE
}

fn meet(x: impl drawing::Point, y: impl drawing::Point) -> bool {
    distance(&vector(x), &vector(y)) < TOLERANCE
}

#[test]
fn an_equation_is_written_as_one_writes_it() {
    for (row, written) in [
        ([3.0, -2.0, 4.0], "3x₁ − 2x₂ = 4"),
        ([-1.0, 1.0, -2.0], "−x₁ + x₂ = −2"),
        ([0.0, -1.0, 0.0], "−x₂ = 0"),
        ([0.0, 0.0, 0.0], "0 = 0"),
    ] {
        assert_eq!(plain(&equation(&row)), written);
    }
}

#[test]
fn each_sum_of_two_equations_holds_where_both_do() {
    for k in -8..=8 {
        let c = f64::from(k) / 4.0;
        let frame = turning_line(Turn { c });
        let plane = frame.drawing.panel(1);
        let [point] = plane.points()[..] else {
            panic!("one point in common")
        };
        assert!(meet(point.points[0], [3.0, 2.0]), "{c}");
        let lines = plane.lines();
        assert_eq!(lines.len(), if k == 0 { 2 } else { 3 });
        let equations = [[2.0, -1.0, 4.0], [1.0, 1.0, 5.0]];
        let sum = [1.0 + 2.0 * c, 1.0 - c, 5.0 + 4.0 * c];
        for ([a, b, right], line) in equations.into_iter().take(lines.len() - 1).zip(&lines) {
            let holds = |[x, y]: [f64; 2]| near(a * x + b * y, right);
            assert!(holds(line.start()) && holds(line.tip()), "{c}: {line:?}");
        }
        let [a, b, right] = sum;
        let last = lines[lines.len() - 1];
        let holds = |[x, y]: [f64; 2]| near(a * x + b * y, right);
        assert!(holds(last.start()) && holds(last.tip()), "{c}: {last:?}");
    }
    for (c, said) in [
        (0.0, "x + y = 5."),
        (0.5, "2x + 0.5y = 7."),
        (-0.5, "1.5y = 3."),
        (1.0, "3x = 9."),
    ] {
        let state = turning_line(Turn { c }).state;
        assert_eq!(
            state,
            format!("c = {}: the dashed line is {said}", decimal(c))
        );
    }
}

#[test]
fn the_two_lines_are_those_of_the_equations_and_meet_in_the_solution() {
    for (p, q, said) in [
        ([1.0, 4.0], [4.0, 1.0], "x₁ + x₂ = 5. One"),
        ([-2.0, 4.0], [5.0, -1.0], "5x₁ + 7x₂ = 18. One"),
        ([1.0, -2.0], [1.0, 4.0], "x₁ = 1. One"),
        ([0.0, 0.0], [1.0, 2.0], "2x₁ − x₂ = 0. No solution"),
        ([2.0, 0.0], [3.0, 2.0], "2x₁ − x₂ = 4. Infinitely many"),
        ([1.0, 1.0], [1.0, 1.0], "0 = 0. Infinitely many"),
    ] {
        let mut at = Points::default();
        (at.p.at, at.q.at) = (p, q);
        let frame = two_lines(at);
        assert!(frame.state.starts_with(said), "{}", frame.state);
        let [above, below] = frame.drawing.all_panels()[..] else {
            panic!("numbers and a plane")
        };
        let [two, minus_one, four, a, b, right] = above.blocks()[0].0.numbers()[..] else {
            panic!("two rows")
        };
        assert_eq!([two, minus_one, four], [2.0, -1.0, 4.0]);
        assert!([p, q].iter().all(|[x, y]| a * x + b * y == right), "{said}");
        let x = solve(&array![[2.0, -1.0], [a, b]], &array![4.0, right]);
        match (&below.points()[..], x) {
            ([common], Ok(x)) => assert!(meet(common.points[0], &x), "{x}"),
            (points, x) => assert!(points.is_empty() && x.is_err(), "{said}"),
        }
        let lines = below.lines();
        for line in &lines {
            let second = line.colour() == Two;
            let [a, b, right] = if second {
                [a, b, right]
            } else {
                [2.0, -1.0, 4.0]
            };
            let on_it = |[x, y]: [f64; 2]| near(a * x + b * y, right);
            assert!(on_it(line.start()) && on_it(line.tip()), "{said}");
        }
        // A line through one point is none; a common line is marked.
        let many = usize::from(said.contains("many"));
        assert_eq!(lines.len() + usize::from(p == q), 2 + many, "{said}");
    }
    let state = two_lines(Points::default()).state;
    assert!(state.ends_with("the lines meet in (3, 2)."), "{state}");
}

#[test]
fn each_position_of_three_planes_has_its_kind_of_solutions() {
    for (case, outcome, common) in [
        (0, "the only common point is (0, 0, 1)", [0, 1]),
        (1, "all points (0, 0, 1) + t(0, 1, 0) are common", [1, 0]),
        (2, "plane 3 is parallel to that line, and no", [0, 0]),
        (3, "plane 3 is parallel to plane 1, and no", [0, 0]),
    ] {
        for azimuth in (-180..=180).step_by(15).map(f64::from) {
            let frame = three_planes(Planes { case, azimuth });
            assert!(frame.state.contains(outcome), "{}", frame.state);
            let space = frame.drawing.panel(0);
            // The common line is always seen, whole; so is the common point.
            let mut lines = space.lines();
            lines.retain(|line| line.colour() == Three);
            assert_eq!([lines.len(), space.points().len()], common, "{azimuth}");
            let mut names = space.labels();
            names.retain(|(label, _)| label.is_heavy());
            let names = joined(names.iter().map(|(label, _)| label.plain()), " ");
            assert_eq!(names, "1 2 3", "{case} {azimuth}");
        }
    }
}

#[test]
fn without_rounding_both_ways_find_the_solution_of_the_book() {
    let (a, b) = (
        system().slice(s![.., ..N]).to_owned(),
        system().column(N).to_owned(),
    );
    let solution = Vector::from_iter(SOLUTION);
    assert!(distance(&solve(&a, &b).expect("invertible"), &solution) < TOLERANCE);
    for largest_pivot in [false, true] {
        let found = stages(largest_pivot, |x| x).pop().expect("stages").x;
        let found = Vector::from_iter(found.into_iter().flatten());
        assert!(distance(&found, &solution) < TOLERANCE, "{found}");
    }
}

#[test]
fn growth_ruins_the_answer_in_three_digits_and_large_pivots_save_it() {
    let rounded = [1001.0, -1006.0, 0.0012345, 0.0, 3.6666].map(three_digits);
    assert_eq!(rounded, [1000.0, -1010.0, 0.00123, 0.0, 3.67]);
    let frame = |pivots, steps| elimination_steps(Elimination { pivots, steps });
    for (pivots, largest, x) in [(0, "3010", "(0, 2, 3)"), (1, "10", "(1, 1, 2)")] {
        let frame = frame(pivots, 8);
        let said = format!("so far is {largest}. In three digits x = {x}; exactly, x = (1, 1, 2).");
        assert!(frame.state.ends_with(&said), "{}", frame.state);
        let [_, found, exact] = frame.drawing.panel(0).blocks()[..] else {
            panic!("a system and two columns")
        };
        assert_eq!(tuple(&found.0.numbers()), x);
        assert_eq!(exact.0.numbers(), SOLUTION);
    }
    assert!(frame(0, 0).state.contains("pivot is in row 1"));
    assert!(frame(1, 0).state.contains("pivot is in row 3"));
    let state = frame(1, 1).state;
    assert!(state.contains("swap rows 1 and 3, the pivot is 3"));
    let drawing = frame(0, 2).drawing;
    let block = drawing.panel(0).blocks()[0].0;
    // 1 + 1000 and 7 + 999 have four digits, 4 − 1000 has three.
    let marked = [&["0", "−996", "1000*", "1010*"][..], &["0.001"]];
    assert_eq!(block.marked_entries(), marked);
}

#[test]
fn the_parallelogram_holds_what_both_bands_allow() {
    for (angle, delta) in [(15.0, 0.2), (10.0, 0.05), (60.0, 0.1), (90.0, 0.2)] {
        let drawing = nearly_parallel(Bands { angle, delta }).drawing;
        let parallelogram = drawing.panel(1).polygons()[2];
        let (sin, cos) = f64::to_radians(angle).sin_cos();
        let a = array![[0.0, 1.0], [sin, -cos]];
        let middle = array![3.0, 1.0];
        for corner in &parallelogram.points {
            let off = product(&a, &(&vector(corner) - &middle));
            assert!(off.iter().all(|z| near(z.abs(), delta)), "{angle}: {off}");
        }
        let far = |corner: &[f64; 2]| norm_inf(&(&vector(corner) - &middle));
        let farthest = parallelogram.points.iter().map(far).fold(0.0, f64::max);
        let reach = operator_norm_inf(&inverse(&a).expect("lines that meet"));
        assert!(near(farthest, delta * reach), "{angle}: {farthest}");
    }
    assert_eq!(lines_at(90.0), array![[0.0, 1.0], [1.0, 0.0]]);
    let expected = "At 15° with δ = 0.2, x₁ may be anything from 1.48 to 4.52, x₂ from 0.8 to \
                    1.2: the farthest corner is δ‖A⁻¹‖ = 1.52 from the middle.";
    assert_eq!(nearly_parallel(Bands::default()).state, expected);
}

#[test]
fn a_rounded_digit_comes_back_only_in_small_parts_of_a_grey() {
    let errors = [
        ["12.8", "5.1", "0", "0", "0"],
        ["39.2", "37.8", "9.5", "5.3", "0"],
    ];
    let digit = mlmath::data::first_digit();
    let blurring = mlmath::matrices::blur(8);
    let norm = operator_norm_inf(&inverse(&blurring).expect("a blur that can be undone"));
    let largest = |x: Matrix| x.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    for (blur, errors) in errors.into_iter().enumerate() {
        let blurred = |x: &Matrix| match blur {
            0 => x.dot(&blurring),
            _ => blurring.dot(x).dot(&blurring),
        };
        for (steps, error) in errors.into_iter().enumerate() {
            let frame = undone_no_more(Rounding { blur, steps });
            let said = format!("undone off by {error}; ");
            assert!(frame.state.contains(&said), "{}", frame.state);
            let panel = frame.drawing.panel(0);
            let pictures = panel.blocks().into_iter();
            let pictures = pictures.map(|(block, _)| {
                Matrix::from_shape_fn((8, 8), |(i, j)| block.value(i, j).expect("a grey"))
            });
            let [before, seen, back] = &pictures.collect::<Vec<_>>()[..] else {
                panic!("three pictures")
            };
            assert_eq!(before, digit);
            let parts = f64::from(1 << steps);
            assert!(seen.iter().all(|grey| (grey * parts).fract() == 0.0));
            // What is shown last is rounded to six decimals.
            assert!(largest(blurred(back) - seen) < 1e-5);
            let bound = norm.powi(blur as i32 + 1) * largest(seen - blurred(&digit));
            assert!(largest(back - &digit) <= bound + 1e-5, "{blur} {steps}");
            let above = back.iter().filter(|grey| **grey > 16.0).count();
            assert_eq!(frame.drawing.panel(0).blocks()[2].0.marked().len(), above);
        }
    }
    let state = undone_no_more(Rounding::default()).state;
    let said = "Whole greys: rounded by 0.5 at most, undone off by 39.2; the bound is 800.";
    assert_eq!(state, said);
}

#[test]
fn pages_are_as_large_as_their_ranks() {
    for (add, alpha, ranks) in [
        (0, 0.85, [0.388, 0.215, 0.397]),
        (1, 0.85, [0.433, 0.234, 0.333]),
        (2, 0.85, [0.234, 0.333, 0.433]),
        (0, 0.5, [14.0 / 39.0, 10.0 / 39.0, 15.0 / 39.0]),
        (1, 0.5, [6.0 / 15.0, 4.0 / 15.0, 5.0 / 15.0]),
        (2, 0.5, [4.0 / 15.0, 5.0 / 15.0, 6.0 / 15.0]),
    ] {
        let frame = page_ranks(Web { add, alpha });
        let panel = frame.drawing.panel(0);
        let circles = panel.polygons().into_iter();
        let areas = Vector::from_iter(circles.map(|circle| circle.size()[0].powi(2)));
        let found = &areas / areas.sum();
        for (page, rank) in ranks.into_iter().enumerate() {
            assert!((found[page] - rank).abs() < 6e-4, "{add} {alpha}: {found}");
            let words = panel.words();
            assert!(words.contains(&rounded(rank, 3)), "{words:?}");
        }
        let kappa = decimal((1.0 + alpha) / (1.0 - alpha));
        assert!(
            frame.state.ends_with(&format!("κ₁ = {kappa}.")),
            "{}",
            frame.state
        );
        let arrows = panel.arrows();
        assert_eq!(arrows.len(), if add == 0 { 4 } else { 5 });
        let added = arrows.into_iter().filter(|arrow| arrow.colour() == Two);
        assert_eq!(added.count(), usize::from(add > 0));
    }
    let state = page_ranks(Web::default()).state;
    assert_eq!(state, "α = 0.85: ranks 0.388, 0.215, 0.397; κ₁ = 12.33.");
}

#[test]
fn hilbert_systems_have_small_residuals_and_errors_below_the_bound() {
    let drawing = hilbert_digits().drawing;
    let panel = drawing.panel(0);
    let [residuals, bounds, errors, refused] = panel.points()[..] else {
        panic!("four series")
    };
    let at = |series: &drawing::Series, n: usize| {
        let found = series.points.iter().find(|point| point[0] == n as f64);
        found.map(|point| point[1])
    };
    for n in 2..=13 {
        let (a, ones) = (hilbert(n), Vector::ones(n));
        let b = product(&a, &ones);
        let lu = Lu::new(&a).expect("pivots");
        match lu.solve(&b) {
            Ok(x) => {
                let (_, bound) = lu.error_bound(&b, &x).expect("a vector that fits");
                let error = norm_inf(&(&x - &ones));
                assert!(error < bound, "{n}: {error:e}");
                assert_eq!(at(bounds, n), Some(bound.log10()));
                let drawn = Some(error.log10()).filter(|power| power.is_finite());
                assert_eq!(at(errors, n), drawn);
                // From 1u to 5u, as the sums in Ax are ordered.
                let most = (8.0 * ROUNDOFF).log10();
                let small = at(residuals, n).is_none_or(|power| power < most);
                assert!(small && at(refused, n).is_none(), "{n}");
            }
            Err(error) => {
                assert!(matches!(error, SolveError::Uncertain { .. }), "{error}");
                assert!(at(refused, n).is_some() && at(errors, n).is_none());
            }
        }
    }
    let refused: Vec<_> = refused.points.iter().map(|point| point[0]).collect();
    assert_eq!(refused, [12.0, 13.0]);
    let lines = panel.lines();
    let dashed = lines
        .iter()
        .find(|line| line.points.len() > 5 && line.colour() == Ink);
    let dashed = dashed.expect("a line of conditions");
    assert_eq!(dashed.points.len(), 10);
    for [n, power] in &dashed.points {
        let kappa = condition_number(&hilbert(*n as usize), operator_norm_inf).expect("a number");
        assert_eq!(*power, (kappa * ROUNDOFF).log10());
    }
    for (x, written) in [(3.2e-5, "3·10⁻⁵"), (1.6e13, "2·10¹³"), (4.0, "4")] {
        assert_eq!(scientific(x), written);
    }
}

#[test]
fn a_turned_matrix_has_its_factors_along_the_turned_directions() {
    let (sin, cos) = f64::to_radians(30.0).sin_cos();
    let directions = [([cos, sin], 1.0), ([-sin, cos], 9.0)];
    for (x, factor) in directions {
        assert!(meet(image(&turned(9.0, 30.0), x), x.map(|z| factor * z)));
    }
}

#[test]
fn two_steps_of_jacobi_multiply_the_error_and_two_of_the_other_end_it() {
    let solution = [3.4, 1.4];
    for (kappa, turn) in [(9.0, 45.0), (25.0, 20.0), (2.0, 70.0)] {
        let mut at = Iterations::default();
        (at.kappa, at.turn, at.solution.at) = (kappa, turn, solution);
        at.steps = 12;
        let drawing = descent_in_zigzags(at).drawing;
        let [zigzag, straight] = drawing.panel(1).lines()[..] else {
            panic!("two paths")
        };
        let a = turned(kappa, turn);
        let b = product(&a, &vector(solution));
        assert_eq!(zigzag.points.len(), at.steps + 1);
        // From 0 the first step divides b by the diagonal.
        let first = [b[0] / a[[0, 0]], b[1] / a[[1, 1]]];
        assert!(zigzag.start() == ORIGIN && meet(zigzag.points[1], first));
        let factor = a[[0, 1]] * a[[0, 1]] / (a[[0, 0]] * a[[1, 1]]);
        for (&before, after) in zigzag.points.iter().zip(&zigzag.points[2..]) {
            let expected = part_of_the_way(solution, before, factor);
            assert!(meet(after, expected), "{after:?}");
        }
        // The first direction is that of b.
        let [_, x, end] = straight.points[..] else {
            panic!("two steps: {straight:?}")
        };
        assert!(near(x[0] * b[1] - x[1] * b[0], 0.0) && meet(end, solution));
        let names = ["Jacobi, 12 steps", "conjugate gradients, 2 steps"];
        assert_eq!(drawing.panel(0).words(), names);
    }
}

#[test]
fn each_point_of_the_plate_is_as_warm_as_its_neighbours_on_average() {
    let (warmth, _) = plate::plate();
    assert!(warmth.row(0).iter().all(|&w| w == 100.0));
    for i in 1..14 {
        for j in 1..14 {
            let around = [[i - 1, j], [i + 1, j], [i, j - 1], [i, j + 1]];
            let mean = around.map(|at| warmth[at]).iter().sum::<f64>() / 4.0;
            assert!((warmth[[i, j]] - mean).abs() < 1e-5, "{i} {j}: {mean}");
        }
    }
    assert!((warmth[[7, 7]] - 25.0).abs() < 1e-5);
    let drawing = heat_on_a_grid().drawing;
    let panel = drawing.panel(0);
    let pattern = panel.blocks()[0].0;
    let filled = (0..256).filter(|k| pattern.value(k / 16, k % 16) != Some(0.0));
    assert_eq!(filled.count(), 64);
    let words = panel.words();
    for said in ["169 unknowns, 37 steps", "64 of 256 not 0"] {
        assert!(words.contains(&said.into()), "{said}: {words:?}");
    }
}
