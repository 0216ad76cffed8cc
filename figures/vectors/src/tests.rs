//! What the figures of chapter 1 claim, read back from what they draw.

use super::moving::{Ball, Combination, linear_combination, unit_balls};
use super::*;
use mlmath::vectors::{distance, linear_combination as combine, norm_p};

/// How many of some points are at one.
fn count(points: &[[f64; 2]], at: &Vector) -> usize {
    let here = |p: &&[f64; 2]| distance(&vector(**p), at) < TOLERANCE;
    points.iter().filter(here).count()
}

/// The tips of the arrows of a panel.
fn tips(panel: &Panel) -> Vec<[f64; 2]> {
    panel.arrows().iter().map(|arrow| arrow.tip()).collect()
}

#[test]
fn both_pictures_of_addition_end_at_the_sum() {
    let drawing = vector_addition().drawing;
    let sum = add(&array![3.0, 1.0], &array![1.0, 2.0]);
    let [left, right] = [0, 1].map(|k| tips(drawing.panel(k)));
    assert_eq!(
        count(&left, &sum),
        2,
        "v from the tip of u, and u + v: {left:?}"
    );
    assert_eq!(count(&right, &sum), 1, "{right:?}");
}

#[test]
fn multiples_lie_on_the_line_through_0() {
    let drawing = scalar_multiples().drawing;
    let (v, factors) = (array![2.0, 1.0], [1.5, 0.5, -1.0, -1.5]);
    let panels = drawing.all_panels();
    assert_eq!(panels.len(), factors.len());
    for (panel, c) in panels.into_iter().zip(factors) {
        let tips = tips(panel);
        assert_eq!((tips.len(), count(&tips, &v)), (2, 1), "{tips:?}");
        assert_eq!(count(&tips, &scale(c, &v)), 1, "{c}: {tips:?}");
    }
}

#[test]
fn the_combination_is_where_its_two_ways_meet() {
    let tips = tips(linear_combination(Combination::default()).drawing.panel(0));
    let [u, v] = [array![2.0, 1.0], array![-1.0, 1.0]];
    let result = combine(&[2.0, 1.5], &[u.clone(), v.clone()]);
    assert_eq!(
        count(&tips, &result),
        2,
        "the sum, and bv from the tip of au"
    );
    for once in [&u, &v, &scale(2.0, &u), &scale(1.5, &v)] {
        assert_eq!(count(&tips, once), 1, "{once}");
    }
    assert_eq!(tips.len(), 6);
}

#[test]
fn the_marked_points_are_affine_combinations() {
    let drawing = segment_and_line().drawing;
    let dots = drawing
        .panel(0)
        .points()
        .into_iter()
        .map(|dot| dot.points[0]);
    let (u, v) = (array![1.0, 1.0], array![5.0, 3.0]);
    let mut found: Vec<f64> = dots
        .map(|dot| {
            // From the first entry alone; the second must then agree.
            let t = (dot[0] - u[0]) / (v[0] - u[0]);
            assert!(distance(&point_on_line(&u, &v, t), &vector(dot)) < TOLERANCE);
            t
        })
        .collect();
    found.sort_by(f64::total_cmp);
    assert_eq!(found, [-0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5]);
}

#[test]
fn the_edge_of_each_unit_ball_has_norm_1() {
    let drawing = unit_balls(Ball::default()).drawing;
    let balls = drawing.panel(0).polygons();
    let exponents = [1.0, 2.0, 4.0, f64::INFINITY];
    assert_eq!(balls.len(), exponents.len());
    for p in exponents {
        let of_norm_1 = |x: &[f64; 2]| (norm_p(&vector(*x), p) - 1.0).abs() < TOLERANCE;
        let edges = balls
            .iter()
            .filter(|ball| ball.points.iter().all(of_norm_1));
        assert_eq!(edges.count(), 1, "p = {p}");
    }
    // Without its corners a diamond or a square would be drawn with blunt ones.
    for corner in [array![1.0, 0.0], array![1.0, 1.0], array![-1.0, 1.0]] {
        assert!(
            balls.iter().any(|ball| count(&ball.points, &corner) == 1),
            "{corner}"
        );
    }
}

#[test]
fn no_flower_is_nearer_than_the_one_that_is_marked() {
    let drawing = iris_neighbours().drawing;
    let series = drawing.panel(0).points();
    let (flowers, others): (Vec<_>, Vec<_>) = series.into_iter().partition(|s| s.points.len() > 1);
    let flowers: Vec<_> = flowers
        .iter()
        .flat_map(|series| series.points.clone())
        .collect();
    let [ring, star] = others[..] else {
        panic!("a ring and a star: {others:?}")
    };
    let [query, nearest] = [star, ring].map(|mark| vector(mark.points[0]));
    assert_eq!((xy(&query), xy(&nearest)), ([2.6, 5.4], [3.0, 5.1]));
    let radius = distance(&query, &nearest);
    let no_nearer = |x: &&[f64; 2]| distance(&vector(**x), &query) > radius - TOLERANCE;
    assert_eq!(
        (flowers.len(), flowers.iter().filter(no_nearer).count()),
        (150, 150)
    );
    assert_eq!(
        count(&flowers, &nearest),
        1,
        "the nearest flower is one only"
    );
}
