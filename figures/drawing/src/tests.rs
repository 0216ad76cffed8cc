//! What no picture of the book shows: what is refused, and what becomes of numbers that are
//! missing, infinite, equal up to rounding or beyond the frame. All else is seen by the
//! references of the figures and by the checks that they share.

use crate::prelude::*;
use crate::reference::numbers_apart;
use crate::scale::ticks;
use crate::svg::{Element, escape, number};
use crate::{Figure, html, raised};
use std::collections::BTreeMap;
use std::panic::catch_unwind;

const NAN: f64 = f64::NAN;
const CORNERS: [[f64; 2]; 2] = [[0.0, 0.0], [2.0, 2.0]];

/// A square that the frame cuts.
const CUT: [[f64; 2]; 4] = [[1.0, 0.5], [5.0, 0.5], [5.0, 3.5], [1.0, 3.5]];

/// A panel of two units by two, on the page from 42 to 242 and from 26 to 226.
fn square() -> Panel {
    Panel::plane(266.0, [0.0, 2.0], [0.0, 2.0])
}

/// A box of space whose first axis points at the camera.
fn cube() -> Space {
    Space::new(Camera::new(0.0, 0.0), [[-1.0, 1.0]; 3])
}

fn shades() -> Shades {
    Shades::diverging(2.0)
}

/// Rows of a message and what is refused with it.
macro_rules! refused {
    ($($message:literal: $act:expr;)*) => { [$(($message, (|| _ = $act) as fn())),*] };
}

#[test]
fn what_cannot_be_drawn_is_refused_with_its_numbers() {
    let rows = refused! {
        "low < high, got 3 and 3": Panel::plane(266.0, [3.0, 3.0], [0.0, 1.0]);
        "low < high, got 0 and 0": Shades::diverging(0.0);
        "cannot draw at NaN": number(NAN);
        "has two entries": xy(array![1.0, 2.0, 3.0]);
        "two columns": image(&array![[1.0, 2.0, 3.0]], ORIGIN);
        "no cells in 0 x 3": Block::empty(0, 3);
        "labels of a block of 2 x 1": Block::labelled(2, 1, vec!["".into()]);
        "a line before column 3 of 3": Block::empty(2, 3).augmented(3);
        "[3, 0] to [4, 4] in a block of [3, 4]": Block::empty(3, 4).mark_row(3, One);
        "row 2 of 2": Block::empty(2, 2).row_named(2, "x");
        "column 2 of 2": Block::empty(2, 2).column_named(2, "x");
        "shades of a block": Block::empty(1, 1).heat(&Matrix::zeros((1, 2)), shades());
        "361 cells, at most 324": square().heat_map(CORNERS, &Matrix::zeros((19, 19)), &shades());
        "cells, not 0 x 1": square().heat_map_of(|_| 0.0, [0, 1], &shades());
        "arrows, not 1 x 0": square().arrow_field(|at| at, [1, 0], One);
        "14 x 1 quads": cube().surface(&mut square(), |x, _| x, [14, 1], One);
        "rests nowhere": square().arrow_along(&[ORIGIN; 2], 1.0, One);
        "has two points": square().arrow_along(&[ORIGIN], 1.0, One);
    };
    for (message, refused) in rows {
        let panic = catch_unwind(refused).expect_err(message);
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or(panic.downcast_ref::<&str>().copied());
        assert!(said.is_some_and(|said| said.contains(message)), "{said:?}");
    }
}

/// Rows of what is drawn and the elements that it leaves.
macro_rules! draws {
    ($($what:literal: |$panel:ident| $act:expr => $left:literal;)*) => {
        [$(($what, (|$panel: &mut Panel| _ = $act) as fn(&mut Panel), $left)),*]
    };
}

#[test]
fn what_is_beyond_the_frame_or_no_number_leaves_what_is_within() {
    let rows = draws! {
        "an arrow that leaves": |p| p.arrow([1.0, 1.0], [3.0, 1.0], One) => "1 polyline";
        "an arrow outside": |p| p.arrow([3.0, 1.0], [4.0, 1.0], One) => "";
        "the zero vector": |p| p.arrow([1.0, 1.0], [1.0, 1.0], One) => "1 circle";
        "the zero vector outside": |p| p.arrow([3.0, 1.0], [3.0, 1.0], One) => "";
        "a line that returns": |p| p.polyline(&[[0.2, 1.0], [0.2, 3.0], [1.0, 3.0], [1.0, 1.0]], One)
            => "2 polyline";
        "a line with a hole": |p| p.polyline(&[[0.0, 1.0], [1.0, 1.0], [NAN, 0.0], [1.0, 0.5], ORIGIN], One)
            => "2 polyline";
        "a line through one point": |p| p.line_through([1.0, 1.0], [1.0, 1.0], One) => "";
        "a polygon without an edge along the frame": |p| p.polygon(&CUT, One.filled(0.2))
            => "1 polygon, 2 polyline";
        "a polygon outside": |p| p.polygon(&CUT.map(|[x, y]| [x + 5.0, y]), One.filled(0.2)) => "";
        "points": |p| p.scatter(&[[1.0, 1.0], [2.0, 0.0], [2.1, 1.0], [1.0, NAN]], Circle, 4.0, One)
            => "2 circle, 1 g";
        "a rectangle that leaves": |p| p.rectangle([1.0, 1.0], [3.0, 1.5], 0.0, One) => "";
        "bars of no height or width": |p| p.bars(&[(1.0, 0.0), (5.0, 1.0)], 0.5, One) => "";
        "a label outside": |p| p.label([3.0, 1.0], North, "x") => "";
        "a label without words": |p| p.label([1.0, 1.0], North, "") => "";
        "a graph with a pole": |p| p.graph(|x| 1.0 + 0.1 / (x - 1.003), One) => "2 polyline";
        "a graph that jumps": |p| p.graph(|x| if x < 0.777 { 0.5 } else { 1.5 }, One) => "2 polyline";
        "a steep graph": |p| p.graph(|x| 1.0 + ((x - 0.777) * 1e4).tanh() / 2.0, One) => "1 polyline";
        "a graph with a gap": |p| p.graph(|x| ((x - 1.0).powi(2) - 0.25).sqrt(), One) => "2 polyline";
        "no graph": |p| p.graph(|_| NAN, One) => "";
        "a hole in a map": |p| p.heat_map(CORNERS, &array![[NAN, 1.0]], &shades()) => "1 g, 1 rect";
        "a map without negatives": |p| p.heat_map(CORNERS, &array![[2.0]], &shades()) => "1 g, 1 rect";
        "numbers on curves": |p| p.level_labels(|[x, _]| x * x, &[1.0, 1.01, 3.0, 9.0], [[0.0, 1.0], [2.0, 1.0]])
            => "2 text, 2 tspan";
        "no curves": |p| p.level_curves(|_| NAN, &[0.0], One) => "";
        "a curve that ends": |p| p.level_curves(|[x, y]| (x - 1.0).sqrt() + y - 1.5, &[0.0, 9.0], One)
            => "1 path of 1";
        "parallel vectors": |p| p.lattice([1.0, 0.5], [2.0, 1.0], One, One) => "2 path of 1";
        "a field of zeros": |p| p.arrow_field(|_| ORIGIN, [2, 2], One) => "1 path of 4";
        "no field": |p| p.arrow_field(|[x, _]| [1.0 / (x - 0.5), NAN], [2, 2], One) => "";
        "an axis towards the camera": |p| {
            *p = cube().panel(300.0);
            cube().axes(p, ["x", "y", "z"]);
        } => "2 polygon, 2 polyline, 2 text";
        "quads within the box": |p| {
            *p = cube().panel(300.0);
            cube().surface(p, |x, _| if x < -0.6 { NAN } else { 4.0 * x }, [8, 1], One);
        } => "1 g, 4 polygon";
    };
    for (what, draw, left) in rows {
        let mut panel = square();
        draw(&mut panel);
        let svg = panel.draw_in(Element::new("g")).into_svg();
        let mut counts = BTreeMap::new();
        for tag in svg.split('<').skip(2).filter(|tag| !tag.starts_with('/')) {
            let name = tag.split([' ', '>']).next().unwrap_or_default();
            let strokes = match name {
                "path" => format!(" of {}", tag.matches('M').count()),
                _ => String::new(),
            };
            *counts.entry(name.to_owned() + &strokes).or_insert(0) += 1;
        }
        let counts = counts.iter().map(|(name, count)| format!("{count} {name}"));
        assert_eq!(joined(counts, ", "), left, "{what}: {svg}");
    }
}

#[test]
fn lines_and_areas_end_at_the_frame() {
    let mut panel = square();
    panel.segment([-1.0, 1.0], [3.0, 1.0], One);
    panel.polygon(&CUT, One.filled(0.2));
    let svg = panel.draw_in(Element::new("g")).into_svg();
    let drawn = svg.split("points=\"").skip(1);
    let drawn = drawn.map(|rest| (rest.split('"').next(), rest.contains("stroke=")));
    let expected = [
        ("42,126 242,126", true),
        ("142,26 142,176 242,176 242,26", false),
        ("142,176 242,176", true),
        ("142,26 142,176", true),
    ];
    assert!(
        drawn.eq(expected.map(|(points, line)| (Some(points), line))),
        "{svg}"
    );
}

#[test]
fn last_digits_decide_nothing() {
    for digit in [-1e-13, 0.0, 1e-13] {
        let keys = [0.5, NAN, 0.0, -2.0, digit, 0.5 + digit];
        let sorted = sort_up_to_tolerance((0..6).collect(), |&k| keys[k]);
        assert_eq!(sorted, [3, 2, 4, 0, 5, 1]);
        assert_eq!(first_least([2, 4], |&k| keys[k]), Some(2));
        // The curve goes through corners of its grid.
        let curve = |digit: f64| {
            let mut panel = square();
            panel.level_curves(|[x, y]| x + y + digit, &[2.0], One);
            panel.paths().concat().concat()
        };
        let (curve, other) = (curve(0.0), curve(digit));
        assert!(curve.windows(2).all(|pair| pair[0] != pair[1]), "{curve:?}");
        assert_eq!(curve.len(), other.len());
        for (a, b) in curve.iter().flatten().zip(other.iter().flatten()) {
            assert!((a - b).abs() < 1e-9, "{curve:?}, {other:?}");
        }
    }
    assert_eq!(first_least([] as [i32; 0], |_| 0.0), None);
}

#[test]
fn the_middle_of_a_saddle_decides_which_corners_are_cut_off() {
    // The middle of the frame is the middle of a cell.
    for middle in [0.5, -0.5] {
        let saddle = |x: f64, y: f64| if x.hypot(y) < 1e-9 { middle } else { x * y };
        let mut panel = square();
        panel.level_curves(|[x, y]| saddle(x - 1.0, y - 1.0), &[0.0], One);
        let curves = panel.paths().concat();
        assert_eq!(curves.len(), 2);
        for curve in curves {
            let [x, y] = [0, 1].map(|k| curve.iter().map(|p| p[k] - 1.0).sum::<f64>());
            // A high middle joins the high corners, where the product is positive.
            assert!(x * y * middle < 0.0, "{curve:?}");
        }
    }
}

#[test]
fn ticks_are_round_and_not_too_many() {
    assert_eq!(ticks(-3.5, 3.0, 10), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0]);
    // Strictly between the ends.
    assert_eq!(nice_levels(0.0, 10.0, 6), [2.0, 4.0, 6.0, 8.0]);
    for high in (1..400).map(|k| f64::from(k) / 20.0) {
        for at_most in 2..9 {
            let found = ticks(-0.37, high, at_most);
            assert!(
                (1..=at_most).contains(&found.len()),
                "{high}, {at_most}: {found:?}"
            );
        }
    }
    for (low, high, at_most) in [
        (1.0, 1.0, 5),
        (2.0, 1.0, 5),
        (NAN, 1.0, 5),
        (0.0, f64::INFINITY, 5),
        (0.0, f64::MIN_POSITIVE / 4.0, 5),
        (0.0, 1.0, 1),
    ] {
        assert_eq!(ticks(low, high, at_most), [], "{low}..{high}");
    }
}

#[test]
fn numbers_and_markup_are_written_for_readers() {
    let numbers = [-0.0, -0.004, -1.255, 0.999, 1e7];
    let written = ["0", "0", "-1.25", "1", "10000000"];
    assert_eq!(numbers.map(number), written);
    assert_eq!(numbers.map(decimal), written.map(|x| x.replace('-', "−")));
    let words = [decimal(NAN), factor(-3.0), tuple(&[4.0, -0.5])];
    assert_eq!(words, ["NaN", "(−3)", "(4, −0.5)"]);
    assert_eq!([raised(-15), raised("28")], ["⁻¹⁵", "²⁸"]);
    let reserved = escape("a < 'b' & \"c\" > d");
    assert_eq!(reserved, "a &lt; &#39;b&#39; &amp; &quot;c&quot; &gt; d");
    // Outside dollar signs nothing is markup.
    assert_eq!(html("a_b-c*"), "a_b-c*");
    let maths = "<i class=\"maths\">x</i><sub><b class=\"maths\">u</b></sub>";
    assert_eq!(html("$x_{*u*}$"), maths);
}

parameters! {
    struct All {
        a: slider("$a$", [-1.0, 2.0], 0.1, 0.5).unit(" °"),
        u: point("$*u*$", [[0.0, 4.0], [0.0, 3.0]], 0.25, [1.0, 2.0]),
        norm: choice("norm", &["1", "2", "∞"]).first(1),
        steps: steps("steps", 20, 20, 4.0),
    }
}

fn all_kinds(at: All) -> Frame {
    let said = format!("{} {:?} {} {}", at.a, at.u.at, at.norm, at.steps);
    Frame::new("Test", square()).state(said)
}

#[test]
fn what_cannot_be_set_is_moved_to_what_can() {
    let figure = Figure::new(module_path!(), "all-kinds", all_kinds);
    assert_eq!(all_kinds(All::default()).state, figure.at_first().state);
    // What is missing is as at first, what lies between two steps is moved to the nearer.
    assert_eq!(figure.at(&[1.0]).state, "1 [1.0, 2.0] 1 20");
    let between = figure.at(&[0.3000001, 1.1, 1.9, 1.4, 7.6]);
    assert_eq!(between.state, "0.3 [1.0, 2.0] 1 8");
    let (tour, dials) = (figure.tour(50), figure.dials());
    assert_eq!(tour.len(), 3 + 2 * 5 + 50);
    for (k, dial) in dials.iter().enumerate() {
        let mut seen: Vec<f64> = tour.iter().map(|place| place[k]).collect();
        assert!(seen.iter().all(|&value| dial.clamp(value) == value));
        seen.sort_by(f64::total_cmp);
        seen.dedup();
        assert!(seen.len() > 2, "{dial:?}: {seen:?}");
        assert_eq!([seen[0], seen[seen.len() - 1]], dial.range);
    }
}

#[test]
fn colours_without_a_theme_are_legible_on_white_and_visible_on_black() {
    for css in Colour::SERIES.map(Colour::css) {
        // Relative luminance, as WCAG 2.2 defines it.
        let hex = &css[css.find('#').expect("a fallback") + 1..];
        let channel = |k: usize| {
            let value = u8::from_str_radix(&hex[2 * k..2 * k + 2], 16).expect("two digits");
            let value = f64::from(value) / 255.0;
            if value > 0.04045 {
                ((value + 0.055) / 1.055).powf(2.4)
            } else {
                value / 12.92
            }
        };
        let light = 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2) + 0.05;
        assert!(1.05 / light >= 4.5 && light / 0.05 >= 3.0, "{css}: {light}");
    }
}

#[test]
fn texts_are_compared_by_their_numbers_and_all_else() {
    let near = |a: &str, b: &str| numbers_apart(a, b, 1e-9).is_none();
    assert!(near("x=\"0.1\" is 2.", "x=\"0.1000000001\" is 2.") && near("M-1e", "M-1.0e"));
    for other in ["x 0.11", "x -0.1", "y 0.1", "x 0.1 0", "x 0.1z", "x"] {
        assert!(!near("x 0.1", other) && !near(other, "x 0.1"), "{other}");
    }
}
