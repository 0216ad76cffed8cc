//! What the figures of chapter 8 claim, read back from what they draw.

use super::cosines::shares;
use super::diabetes::sides;
use super::fit::Lifted;
use super::lost::{laeuchli, ways};
use super::nearest::Shadow;
use super::steps::Columns;
use super::*;
use mlmath::vectors::{distance, norm_l2};

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < TOLERANCE
}

#[test]
fn sixths_are_written_as_fractions() {
    for (x, said) in [
        (0.5, "1/2"),
        (-1.0 / 6.0, "−1/6"),
        (5.0 / 3.0, "5/3"),
        (2.0, "2"),
        (0.0, "0"),
        (0.21, "0.21"),
    ] {
        assert_eq!(sixths(x), said);
    }
}

#[test]
fn the_line_of_three_points_is_that_of_the_text() {
    let state = line_and_shadow(Lifted::default()).state;
    assert_eq!(
        state,
        "y = (1, 2, 2): w = 1/2, b = 2/3, ŷ = (7/6, 5/3, 13/6), residual (−1/6, 1/3, −1/6), sum of \
         squares 1/6. Seen from 5°."
    );
}

#[test]
fn the_drawn_line_passes_through_the_predictions() {
    for y2 in [0.0, 1.5, 3.0] {
        let frame = line_and_shadow(Lifted {
            y2,
            ..Lifted::default()
        });
        let scatter = frame.drawing.panel(0);
        let points = scatter.points();
        let [fit, measured] = &points[..] else {
            panic!("two series")
        };
        assert!(near(measured.points[1][1], y2));
        let rest: f64 = (0..3)
            .map(|i| measured.points[i][1] - fit.points[i][1])
            .sum();
        assert!(near(rest, 0.0));
        let [a, b, c] = [0, 1, 2].map(|i| fit.points[i][1]);
        assert!(near(a + c, 2.0 * b));
    }
}

#[test]
fn no_point_of_the_line_is_nearer_than_the_shadow() {
    let frame = |t| {
        nearest_on_a_line(Shadow {
            t,
            ..Shadow::default()
        })
    };
    let at = |t| {
        let frame = frame(t);
        let points = frame.drawing.panel(0).points();
        [points[0].points[0], points[1].points[0]]
    };
    let b = vector([1.0, 3.0]);
    for k in -5..=25 {
        let [shadow, other] = at(f64::from(k) / 20.0).map(vector);
        assert!(near(distance(&shadow, &vector([2.0, 1.0])), 0.0));
        assert!(distance(&b, &other) > distance(&b, &shadow) - TOLERANCE);
    }
    let state = frame(1.0).state;
    assert!(state.ends_with("is 10 = 5 + 5."), "{state}");
}

#[test]
fn the_triangle_has_a_right_angle_and_the_sides_of_the_text() {
    let [whole, shadow, rest] = sides();
    assert!((whole * whole - shadow * shadow - rest * rest).abs() < 1e-6);
    assert_eq!(
        [whole, shadow, rest].map(f64::round),
        [1619.0, 949.0, 1311.0]
    );
}

#[test]
fn the_steps_end_with_two_columns_at_a_right_angle() {
    let frame = gram_schmidt_steps(Columns {
        step: 3,
        ..Columns::default()
    });
    let lines = frame.drawing.panel(0).arrows();
    let thick: Vec<_> = lines
        .iter()
        .filter(|line| line.colour() == Three)
        .map(|line| vector(line.tip()))
        .collect();
    let [q1, q2] = &thick[..] else {
        panic!("two unit columns")
    };
    assert!(near(norm_l2(q1), 1.0) && near(norm_l2(q2), 1.0));
    assert!(near(q1[0] * q2[0] + q1[1] * q2[1], 0.0));
}

#[test]
fn right_angles_are_lost_as_the_chart_says() {
    let [classical, modified, turned] = ways(&laeuchli(1e-8));
    assert!((classical - 0.5).abs() < 1e-6);
    assert!((1e-9..1e-7).contains(&modified));
    assert!(turned < 1e-15);
}

#[test]
fn the_mean_squared_cosine_is_one_over_n() {
    for n in [2, 3, 10, 100] {
        let shares = shares(n);
        let middle = |k: usize| (2.0 * k as f64 + 1.0) / shares.len() as f64 - 1.0;
        let mean: f64 = (0..shares.len())
            .map(|k| shares[k] * middle(k).powi(2))
            .sum();
        // A bar is 0.05 wide, so its squares differ by a little from that in its middle.
        assert!((mean - 1.0 / n as f64).abs() < 0.01, "{n}: {mean}");
    }
}
