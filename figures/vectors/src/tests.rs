//! What the figures of chapter 1 claim, read back from what they draw.

use super::flowers::{Neighbours, Norm};
use super::moving::{Combination, Measured, linear_combination, of_roots, unit_balls};
use super::*;
use mlmath::vectors::{distance, linear_combination as combine, norm_inf, norm_l1, norm_l2};

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
    let result = combine(&[3.0, 2.0], &[u.clone(), v.clone()]);
    assert_eq!(xy(&result), [4.0, 5.0]);
    assert_eq!(
        count(&tips, &result),
        2,
        "the sum, and bv from the tip of au"
    );
    for once in [&u, &v, &scale(3.0, &u), &scale(2.0, &v)] {
        assert_eq!(count(&tips, once), 1, "{once}");
    }
    assert_eq!(tips.len(), 6);
}

#[test]
fn all_that_can_be_combined_is_in_view() {
    let figure = figures()
        .into_iter()
        .find(|figure| figure.id == "linear-combination")
        .expect("the figure");
    let sizes = figure.tour(200).into_iter().map(|values| {
        let frame = figure.at(&values);
        let panel = frame.drawing.panel(0);
        let [x, y] = [panel.coordinates().x.domain, panel.coordinates().y.domain];
        for [across, up] in tips(panel) {
            let seen = x[0] < across && across < x[1] && y[0] < up && up < y[1];
            assert!(seen, "{across}, {up} of {x:?}, {y:?}");
        }
        panel.size().map(f64::round)
    });
    let mut sizes: Vec<_> = sizes.collect();
    sizes.dedup();
    assert_eq!(sizes.len(), 1, "the page around it moves: {sizes:?}");
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
    let drawing = unit_balls(Measured::default()).drawing;
    let panel = drawing.panel(0);
    let balls = panel.polygons();
    let norms: [Norm; 4] = [norm_l1, norm_l2, norm_inf, of_roots];
    assert_eq!(balls.len(), norms.len());
    for norm in norms {
        let of_norm_1 = |x: &[f64; 2]| (norm(&vector(*x)) - 1.0).abs() < TOLERANCE;
        let edges = balls
            .iter()
            .filter(|ball| ball.points.iter().all(of_norm_1));
        assert_eq!(edges.count(), 1);
    }
    // Without its corners a diamond or a square would be drawn with blunt ones.
    for corner in [array![1.0, 0.0], array![1.0, 1.0], array![-1.0, 1.0]] {
        assert!(
            balls.iter().any(|ball| count(&ball.points, &corner) == 1),
            "{corner}"
        );
    }
    // Half way between two points of the dashed shape, and not in it.
    let dots = panel.points().into_iter().map(|dot| dot.points[0]);
    let half_way = array![0.5, 0.5];
    assert_eq!(count(&dots.collect::<Vec<_>>(), &half_way), 1);
    assert!(of_roots(&half_way) > 1.0);
}

/// What the figure shows: all flowers, the star, and the rings around others.
fn neighbours(at: Neighbours) -> (Vec<[f64; 2]>, Vector, Vec<[f64; 2]>) {
    let drawing = iris_neighbours(at).drawing;
    let (mut flowers, mut star, mut rings) = (Vec::new(), None, Vec::new());
    for series in drawing.panel(0).points() {
        match (series.marker, series.points.len()) {
            (_, 50) => flowers.extend(&series.points),
            (Star, 1) => star = Some(vector(series.points[0])),
            _ => rings.extend(&series.points),
        }
    }
    (flowers, star.expect("a star"), rings)
}

#[test]
fn no_flower_is_nearer_than_the_one_that_is_ringed() {
    let norms: [Norm; 3] = [norm_l1, norm_l2, norm_inf];
    let flower = Neighbours::default().flower;
    for (choice, norm) in norms.into_iter().enumerate() {
        for stretch in [1.0, 1.3, 10.0] {
            let (flowers, star, rings) = neighbours(Neighbours {
                norm: choice,
                stretch,
                flower,
            });
            let units = array![stretch, 1.0];
            let far = |x: &[f64; 2]| norm(&(&(&vector(*x) - &star) * &units));
            let least = flowers.iter().map(far).fold(f64::INFINITY, f64::min);
            assert_eq!(flowers.len(), 150);
            assert!(!rings.is_empty());
            let nearest = flowers.iter().filter(|x| far(x) < least + TOLERANCE);
            assert_eq!(nearest.count(), rings.len());
            assert!(rings.iter().all(|ring| far(ring) < least + TOLERANCE));
        }
    }
}

#[test]
fn the_norm_and_the_unit_decide_which_flower_of_the_preview_is_nearer() {
    let (a, b) = ([4.7, 1.2], [5.1, 1.5]);
    let flower = Neighbours::default().flower;
    let (_, star, rings) = neighbours(Neighbours::default());
    assert_eq!((xy(star), rings), ([5.1, 0.9], vec![a]));
    for (norm, stretch, nearest) in [
        (0, 1.0, b),
        (0, 10.0, b),
        (1, 1.2, a),
        (1, 1.3, b),
        (1, 10.0, b),
        (2, 1.2, a),
        (2, 10.0, b),
    ] {
        let at = Neighbours {
            norm,
            stretch,
            flower,
        };
        assert_eq!(neighbours(at).2, [nearest], "{norm}, {stretch}");
    }
}

#[test]
fn the_ways_of_the_preview_are_those_between_its_points() {
    let drawing = two_petals().drawing;
    let petals = drawing.panel(0).polygons();
    let sizes = petals.iter().map(|petal| {
        let extent = |k: usize| {
            let of = |pick: fn(f64, f64) -> f64| {
                petal
                    .points
                    .iter()
                    .map(|x| x[k])
                    .reduce(pick)
                    .expect("an outline")
            };
            of(f64::max) - of(f64::min)
        };
        [0, 1].map(|k| (10.0 * extent(k)).round() / 10.0)
    });
    let (yours, a, b) = ([5.1, 0.9], [4.7, 1.2], [5.1, 1.5]);
    assert_eq!(sizes.collect::<Vec<_>>(), [yours, a, b]);
    let points = drawing.panel(1).points().into_iter();
    let points: Vec<_> = points.map(|series| series.points[0]).collect();
    assert_eq!(points, [yours, a, b]);
    let words = drawing.panel(1).words();
    for length in ["0.4", "0.3", "0.6"] {
        let times = words.iter().filter(|word| *word == length).count();
        assert_eq!(times, 1, "{length} of {words:?}");
    }
}
