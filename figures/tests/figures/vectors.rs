//! What the figures of chapter 1 claim, read back from what they draw.

use crate::support::{self, Axes, CLOSE, panels};
use figures::vectors;
use mlmath::Vector;
use mlmath::vectors::{add, distance, linear_combination, norm_p, point_on_line, scale};
use ndarray::array;
use roxmltree::{Document, Node};

/// The tips of the arrows of a panel, in the coordinates of its axes.
fn tips(panel: Node<'_, '_>) -> Vec<Vector> {
    let axes = Axes::of(panel);
    panel
        .children()
        .filter(|node| node.attribute("class") == Some("arrowhead"))
        .map(|head| axes.world(support::corners(head)[0]))
        .map(|[x, y]| array![x, y])
        .collect()
}

fn count(tips: &[Vector], at: &Vector) -> usize {
    tips.iter().filter(|tip| distance(tip, at) < CLOSE).count()
}

#[test]
fn both_pictures_of_addition_end_at_the_sum() {
    let svg = vectors::vector_addition().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let panels = panels(&document);
    let sum = add(&array![3.0, 1.0], &array![1.0, 2.0]);
    let [left, right] = [tips(panels[0]), tips(panels[1])];
    assert_eq!(panels.len(), 2);
    assert_eq!(
        count(&left, &sum),
        2,
        "v from the tip of u, and u + v: {left:?}"
    );
    assert_eq!(count(&right, &sum), 1, "{right:?}");
}

#[test]
fn multiples_lie_on_the_line_through_0() {
    let svg = vectors::scalar_multiples().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let v = array![2.0, 1.0];
    let factors = [1.5, 0.5, -1.0, -1.5];
    let panels = panels(&document);
    assert_eq!(panels.len(), factors.len());
    for (panel, c) in panels.into_iter().zip(factors) {
        let tips = tips(panel);
        assert_eq!(tips.len(), 2);
        assert_eq!(count(&tips, &v), 1, "{tips:?}");
        assert_eq!(count(&tips, &scale(c, &v)), 1, "{c}: {tips:?}");
    }
}

#[test]
fn the_combination_is_where_its_two_ways_meet() {
    let svg = vectors::linear_combination().at_first().figure.svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let tips = tips(document.root_element());
    let [u, v] = [array![2.0, 1.0], array![-1.0, 1.0]];
    let result = linear_combination(&[2.0, 1.5], &[u.clone(), v.clone()]);
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
    let svg = vectors::segment_and_line().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let axes = Axes::of(document.root_element());
    let (u, v) = (array![1.0, 1.0], array![5.0, 3.0]);
    let mut found: Vec<f64> = document
        .descendants()
        .filter(|node| node.has_tag_name("circle"))
        .map(|dot| axes.world(support::centre(dot)))
        .map(|[x, y]| {
            // From the first entry alone; the second must then agree.
            let t = (x - u[0]) / (v[0] - u[0]);
            assert!(distance(&point_on_line(&u, &v, t), &array![x, y]) < CLOSE);
            t
        })
        .collect();
    found.sort_by(f64::total_cmp);
    let expected = [-0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5];
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < CLOSE, "{found}, not {expected}");
    }
}

#[test]
fn the_edge_of_each_unit_ball_has_norm_1() {
    let svg = vectors::unit_balls().at_first().figure.svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let axes = Axes::of(document.root_element());
    let balls: Vec<Vec<Vector>> = document
        .descendants()
        .filter(|node| node.has_tag_name("polygon") && node.attribute("class").is_none())
        .map(|ball| support::corners(ball).into_iter())
        .map(|ball| {
            ball.map(|p| axes.world(p))
                .map(|[x, y]| array![x, y])
                .collect()
        })
        .collect();
    let exponents = [1.0, 2.0, 4.0, f64::INFINITY];
    assert_eq!(balls.len(), exponents.len());
    for p in exponents {
        let of_norm_1 =
            |ball: &&Vec<Vector>| ball.iter().all(|x| (norm_p(x, p) - 1.0).abs() < CLOSE);
        assert_eq!(balls.iter().filter(of_norm_1).count(), 1, "p = {p}");
    }
    // Without its corners a diamond or a square would be drawn with blunt ones.
    for corner in [array![1.0, 0.0], array![1.0, 1.0], array![-1.0, 1.0]] {
        assert!(
            balls.iter().any(|ball| count(ball, &corner) == 1),
            "{corner}"
        );
    }
}

#[test]
fn no_flower_is_nearer_than_the_one_that_is_marked() {
    let svg = vectors::iris_neighbours().svg();
    let document = Document::parse(&svg).expect("well-formed XML");
    let axes = Axes::of(document.root_element());
    let at = |node| {
        let [x, y] = axes.world(support::centre(node));
        array![x, y]
    };
    let groups: Vec<Node<'_, '_>> = document
        .descendants()
        .filter(|node| node.has_tag_name("g"))
        .collect();
    let flowers: Vec<Vector> = groups
        .iter()
        .flat_map(|group| group.children().filter(Node::is_element))
        .map(at)
        .collect();
    assert_eq!((groups.len(), flowers.len()), (3, 150));
    let query = array![2.6, 5.4];
    let nearest = array![3.0, 5.1];
    let ring = document
        .root_element()
        .children()
        .filter(|node| node.has_tag_name("circle") && node.attribute("fill") == Some("none"));
    let ringed: Vec<Vector> = ring.map(at).collect();
    assert_eq!(
        (ringed.len(), count(&ringed, &nearest)),
        (1, 1),
        "{ringed:?}"
    );
    let radius = distance(&query, &nearest);
    let others = flowers.iter().filter(|x| distance(x, &nearest) > CLOSE);
    assert!(others.clone().all(|x| distance(x, &query) > radius));
    assert_eq!(others.count(), 149, "the nearest flower is one only");
}
