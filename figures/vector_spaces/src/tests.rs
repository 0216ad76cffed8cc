//! What the figures of chapter 6 claim, read back from what they draw.

use super::bias::Boundary;
use super::differences::{Places, witness};
use super::duel::{Duel, judged};
use super::seen::{MATRIX, Sent};
use super::*;
use mlmath::vector_spaces::Membership;

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < TOLERANCE
}

#[test]
fn only_a_third_target_of_3_is_in_the_plane() {
    for k in 0..=8 {
        let target = f64::from(k) / 2.0;
        match judged([1.0, 2.0, target]) {
            Membership::Inside(halves) => {
                assert_eq!((target, halves.numbers()), (3.0, vec![2.0, 0.0]));
            }
            Membership::Outside(y) => assert_eq!(y, [1, -2, 1]),
        }
    }
    let said = |w, b, target| {
        let azimuth = 0.0;
        duel_with_a_witness(Duel {
            w,
            b,
            target,
            azimuth,
        })
        .state
    };
    let state = duel_with_a_witness(Duel::default()).state;
    let expected = "Predictions (1, 1.5, 2), targets (1, 2, 2). The witness (1, −2, 1) gives 0 \
                    with the predictions and −1 with the targets: no weights meet them. Seen from 15°.";
    assert_eq!(state, expected);
    assert!(said(1.0, 0.0, 3.0).contains("They meet: w = 1, b = 0."));
    assert!(said(0.5, 1.0, 3.0).contains("w = 1, b = 0 would meet them."));
}

#[test]
fn the_line_and_the_point_of_space_say_the_same() {
    for azimuth in [-180.0, -95.0, 0.0, 40.0] {
        let frame = duel_with_a_witness(Duel {
            w: 0.75,
            b: 0.5,
            target: 1.0,
            azimuth,
        });
        let [chart, space] = frame.drawing.all_panels()[..] else {
            panic!("a chart and space")
        };
        let points = chart.points();
        assert_eq!(points[0].points, [[1.0, 1.25], [2.0, 2.0], [3.0, 2.75]]);
        assert_eq!(points[1].points, [[1.0, 1.0], [2.0, 2.0], [3.0, 1.0]]);
        // The dashed line joins the two points of space.
        let lines = space.lines();
        let dashed = lines.last().expect("a line");
        let [from, to] = [0, 1].map(|k| space.points()[k].points[0]);
        for k in 0..2 {
            assert!(near(dashed.start()[k], from[k]) && near(dashed.tip()[k], to[k]));
        }
    }
}

#[test]
fn what_leads_out_of_a_set_is_not_in_it() {
    let drawing = subspaces_or_not().drawing;
    let tips = |place: usize| -> Vec<[f64; 2]> {
        let arrows = drawing.panel(place).arrows();
        arrows.iter().map(|arrow| arrow.tip()).collect()
    };
    assert!(tips(0).iter().all(|[x, y]| near(*x, 2.0 * y)));
    let [[x, y], [u, v]] = tips(2)[..] else {
        panic!("two arrows")
    };
    assert_eq!(([u, v], x > 0.0 && y > 0.0), ([-x, -y], true));
    let [x, y, sum] = tips(3)[..] else {
        panic!("three arrows")
    };
    assert!(near(x[0], 2.0 * x[1]) && near(y[1], -2.0 * y[0]));
    assert!((0..2).all(|k| near(x[k] + y[k], sum[k])));
    assert!(!near(sum[0], 2.0 * sum[1]) && !near(sum[1], -2.0 * sum[0]));
}

#[test]
fn a_line_parallel_to_the_null_space_goes_to_one_point() {
    for at in [
        [1.0, 2.0],
        [-2.0, 0.5],
        [0.0, 0.0],
        [2.0, -2.0],
        [-2.0, -2.0],
    ] {
        let mut sent = Sent::default();
        sent.x.at = at;
        let frame = what_a_matrix_cannot_see(sent);
        let [before, after] = frame.drawing.all_panels()[..] else {
            panic!("two planes")
        };
        let result = after.points()[0].points[0];
        let lines = before.lines();
        let line = lines
            .iter()
            .find(|line| line.colour() == Three)
            .expect("a line");
        for end in [line.start(), line.tip()] {
            for (row, expected) in MATRIX.iter().zip(result) {
                assert!(near(row[0] * end[0] + row[1] * end[1], expected), "{at:?}");
            }
        }
        assert!(near(result[0], 2.0 * result[1]));
        assert_eq!(frame.state.contains("null space"), at[0] == -at[1]);
    }
    let state = what_a_matrix_cannot_see(Sent::default()).state;
    assert_eq!(state, "A sends (1, 2) and all (1, 2) + t(1, −1) to (6, 3).");
}

#[test]
fn the_boundary_is_where_the_line_crosses_the_height_1() {
    for (w, b) in [
        (1.0, -1.5),
        (0.5, 2.0),
        (0.5, -2.0),
        (2.0, 0.0),
        (1.25, 0.75),
    ] {
        let frame = a_bias_one_dimension_up(Boundary { w, b });
        let panel = frame.drawing.panel(0);
        let [x, height] = panel.points()[0].points[0];
        assert!(near(w * x + b, 0.0) && height == 1.0);
        let lines = panel.lines();
        let line = lines
            .iter()
            .find(|line| line.colour() == Three)
            .expect("a line");
        for [x, y] in [line.start(), line.tip()] {
            assert!(near(w * x + b * y, 0.0), "orthogonal to (w, b)");
        }
        assert_eq!(frame.state.contains("only subspace"), b == 0.0);
    }
    let state = a_bias_one_dimension_up(Boundary::default()).state;
    assert_eq!(state, "x − 1.5 = 0 at x = 1.5.");
}

#[test]
fn the_parabola_misses_by_what_the_witness_says() {
    assert_eq!(witness(), [-1.0, 3.0, -3.0, 1.0]);
    for (first, step) in [(-1.0, 0.65), (-2.0, 0.25), (0.0, 0.65), (-1.25, 0.4)] {
        let frame = a_parabola_never_catches_a_cubic(Places { first, step });
        let panel = frame.drawing.panel(0);
        let [cubic, parabola] = &panel.points()[..] else {
            panic!("points of both curves")
        };
        let missed = cubic.points[3][1] - parabola.points[0][1];
        assert!(near(missed, 6.0 * step.powi(3)), "{missed}");
        assert!(frame.state.contains(&rounded(missed, 3)));
    }
}
