//! What the figure of the dot product and the angle claims.

use super::{parse, tips};
use crate::matrices::{area, words};
use crate::support::{self, Axes, CLOSE, Room, panels};
use mlmath::Vector;
use mlmath::matrix_multiplication::{angle, dot};
use mlmath::vectors::{distance, scale};
use roxmltree::Node;

/// The lines of a kind of dash that lie directly in a panel.
fn lines<'a>(panel: Node<'a, 'a>, dash: &str) -> Vec<Vec<[f64; 2]>> {
    panel
        .children()
        .filter(|node| node.has_tag_name("polyline"))
        .filter(|node| node.attribute("stroke-dasharray") == Some(dash))
        .map(support::corners)
        .collect()
}

#[test]
fn the_angle_and_the_sign_are_those_of_the_dot_product() {
    let moving = support::figure("dot_and_angle");
    let cases = [
        ([4.0, 2.0], [1.0, 3.0], "acute"),
        ([4.0, -2.0], [1.0, 2.0], "right"),
        ([-2.0, 1.0], [3.0, 2.5], "obtuse"),
        ([-1.5, -2.0], [3.0, 0.5], "obtuse"),
    ];
    for (u, v, kind) in cases {
        let [x, y] = [u, v].map(Vector::from_iter);
        let shown = moving.at(&[u, v].concat());
        let svg = shown.svg();
        let document = parse(&svg);
        let [plane, below] = panels(&document)[..] else {
            panic!("a plane and numbers")
        };
        let axes = Axes::of(plane);
        let tips: Vec<[f64; 2]> = tips(plane).into_iter().map(|p| axes.world(p)).collect();
        for (tip, of) in tips.iter().zip([u, v]) {
            let at = distance(&Vector::from_iter(*tip), &Vector::from_iter(of));
            assert!(at < CLOSE, "{tip:?} {of:?}");
        }
        assert_eq!(tips.len(), 2);
        // The dashed line ends on the line of u, at a right angle to it.
        let foot = scale(dot(&x, &y) / dot(&x, &x), &x);
        let [fall] = &lines(plane, "7 5")[..] else {
            panic!("one dashed line")
        };
        let [from, to] = [0, 1].map(|k| Vector::from_iter(axes.world(fall[k])));
        assert!(distance(&from, &y) < CLOSE && distance(&to, &foot) < CLOSE);
        assert!(dot(&(&from - &to), &x).abs() < 0.01);
        let shadow = plane
            .children()
            .find(|node| node.attribute("stroke-width") == Some("11"));
        let shadow = shadow.map(support::corners);
        let ends: Vec<_> = shadow
            .iter()
            .flatten()
            .map(|&p| Vector::from_iter(axes.world(p)))
            .collect();
        if kind == "right" {
            assert!(distance(&foot, &Vector::zeros(2)) < CLOSE);
        } else {
            assert!(distance(&ends[0], &Vector::zeros(2)) < CLOSE, "{ends:?}");
            assert!(distance(&ends[1], &foot) < CLOSE, "{ends:?}");
        }
        let framed: Vec<Room> = below
            .children()
            .filter(|node| node.has_tag_name("rect"))
            .filter(|node| node.attribute("stroke-width") == Some("3"))
            .map(area)
            .collect();
        let [framed] = framed[..] else {
            panic!("one kind is framed: {framed:?}")
        };
        assert!(words(below, framed)[0].starts_with(&format!("{kind}: ")));
        let degrees = angle(&x, &y).expect("two directions").to_degrees();
        let degrees = (10.0 * degrees).round() / 10.0;
        let said = format!("{kind}: {degrees}°.");
        assert!(shown.state.ends_with(&said), "{} {said}", shown.state);
        let product = format!("= {}", dot(&x, &y)).replace('-', "−");
        assert!(shown.state.contains(&format!("{product}, ")), "{product}");
    }
    let first = moving.at_first().state;
    assert_eq!(
        first,
        "uᵀv = 4 · 1 + 2 · 3 = 10, and the angle is acute: 45°."
    );
}

#[test]
fn the_zero_vector_has_no_angle() {
    let moving = support::figure("dot_and_angle");
    for values in [[0.0, 0.0, 1.0, 2.0], [1.0, 2.0, 0.0, 0.0], [0.0; 4]] {
        let shown = moving.at(&values);
        assert!(shown.state.contains("= 0. "), "{}", shown.state);
        let description = &shown.description;
        assert!(!description.contains('°'), "{description}");
        assert!(description.ends_with("None is framed: the vector 0 has no angle."));
    }
}
