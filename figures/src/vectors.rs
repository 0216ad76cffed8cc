//! The figures of chapter 1, Vectors.

use crate::{Colour, Drawing, Figure, Key, Label, Marker, Panel, Place, Style, WIDTH};
use crate::{decimal, pair, xy};
use mlmath::Vector;
use mlmath::data::iris;
use mlmath::vectors::{
    add, linear_combination as combine, nearest_neighbour, norm_l2, norm_p, point_on_line, scale,
};
use ndarray::{Axis, array};
use std::f64::consts::TAU;

const ORIGIN: [f64; 2] = [0.0, 0.0];

/// The size of labels that carry a figure.
const LARGE: f64 = 18.0;

/// u + v, tip to tail and as the diagonal of a parallelogram.
pub fn vector_addition() -> Figure {
    let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
    let sum = xy(&add(&u, &v));
    let [u, v] = [xy(&u), xy(&v)];
    let panel = |title: &str| {
        let mut panel = Panel::plane(Drawing::column(2), [-0.4, 4.6], [-0.4, 3.8]);
        panel.title(title);
        panel.plane_axes("", "");
        panel
    };
    let of = |name: &str, colour| Label::new(name).colour(colour).size(LARGE);
    let total = |panel: &mut Panel| {
        panel.arrow(ORIGIN, sum, &Style::line(Colour::Three).width(4.0));
        let label = format!("$*u* + *v* = {}$", pair(sum));
        panel.label(
            sum,
            Place::NorthWest,
            Label::new(label).colour(Colour::Three),
        );
    };
    let (first, second) = (
        Style::line(Colour::One).width(3.0),
        Style::line(Colour::Two).width(3.0),
    );

    let mut tip_to_tail = panel("tip to tail");
    tip_to_tail.arrow(ORIGIN, u, &first);
    tip_to_tail.arrow(u, sum, &second);
    total(&mut tip_to_tail);
    tip_to_tail.label_right(ORIGIN, u, 0.65, of("$*u*$", Colour::One));
    tip_to_tail.label_right(u, sum, 0.5, of("$*v*$", Colour::Two));

    let mut parallelogram = panel("parallelogram");
    parallelogram.polygon(&[ORIGIN, u, sum, v], &Style::area(Colour::Three, 0.12));
    parallelogram.segment(v, sum, &Style::line(Colour::One).dashed());
    parallelogram.segment(u, sum, &Style::line(Colour::Two).dashed());
    parallelogram.arrow(ORIGIN, u, &first);
    parallelogram.arrow(ORIGIN, v, &second);
    total(&mut parallelogram);
    parallelogram.label_right(ORIGIN, u, 0.65, of("$*u*$", Colour::One));
    parallelogram.label_left(ORIGIN, v, 0.65, of("$*v*$", Colour::Two));

    let [u, v, sum] = [u, v, sum].map(pair);
    Figure {
        id: "vector-addition",
        title: "Vector addition, tip to tail and as a parallelogram".into(),
        description: format!(
            "Two pictures of u + v for u = {u} and v = {v}. On the left, v begins at the tip of u, \
             and the sum runs from the origin to the tip of v, at {sum}. On the right, u and v both \
             begin at the origin; copies of them, dashed, close a parallelogram, whose diagonal \
             from the origin is the sum {sum}."
        ),
        drawing: Drawing::panels(2, vec![tip_to_tail, parallelogram]),
        source: file!(),
    }
}

/// A vector stretched, shrunk, flipped, and both at once.
pub fn scalar_multiples() -> Figure {
    let v = array![2.0, 1.0];
    let cases = [
        (1.5, "stretched", Place::NorthWest),
        (0.5, "shrunk", Place::North),
        (-1.0, "flipped", Place::SouthEast),
        (-1.5, "flipped and stretched", Place::SouthEast),
    ];
    let mut panels = Vec::new();
    let mut said = Vec::new();
    for (c, what, place) in cases {
        let multiple = xy(&scale(c, &v));
        let factor = if c == -1.0 { "−".into() } else { decimal(c) };
        let mut panel = Panel::plane(Drawing::column(2), [-3.5, 3.5], [-2.2, 2.2]);
        panel.title(what);
        panel.plane_axes("", "");
        let line = Style::line(Colour::Ink).width(1.5).opacity(0.6).dashed();
        panel.line_through(ORIGIN, xy(&v), &line);
        // The longer arrow first, so that the shorter one lies on top of it.
        let of_v = (xy(&v), Style::line(Colour::One).width(2.5));
        let of_multiple = (multiple, Style::line(Colour::Three).width(5.0));
        let in_order = if c > 1.0 {
            [of_multiple, of_v]
        } else {
            [of_v, of_multiple]
        };
        for (tip, style) in in_order {
            panel.arrow(ORIGIN, tip, &style);
        }
        let name = |name: &str, colour| Label::new(format!("${name}*v*$")).colour(colour);
        panel.label_right(ORIGIN, xy(&v), 0.8, name("", Colour::One));
        panel.label(multiple, place, name(&factor, Colour::Three).gap(11.0));
        said.push(format!("{what}, {factor}v = {}", pair(multiple)));
        panels.push(panel);
    }
    Figure {
        id: "scalar-multiples",
        title: "Multiples of a vector lie on the line through 0".into(),
        description: format!(
            "Four pictures of v = {} and a multiple of it, both on the dashed line through the \
             origin in the direction of v: {}.",
            pair(xy(&v)),
            said.join("; ")
        ),
        drawing: Drawing::panels(2, panels),
        source: file!(),
    }
}

/// au + bv on the grid that u and v generate.
pub fn linear_combination() -> Figure {
    let (u, v) = (array![2.0, 1.0], array![-1.0, 1.0]);
    let (a, b) = (2.0, 1.5);
    let result = xy(&combine(&[a, b], &[u.clone(), v.clone()]));
    let [a_u, b_v] = [xy(&scale(a, &u)), xy(&scale(b, &v))];
    let [u, v] = [xy(&u), xy(&v)];
    let [of_u, of_v] = [Style::line(Colour::One), Style::line(Colour::Two)];

    let mut panel = Panel::plane(WIDTH, [-3.4, 6.2], [-1.9, 4.7]);
    let faint = |style: Style| style.width(1.25).opacity(0.4);
    panel.lattice(u, v, &faint(of_u), &faint(of_v));
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(
        &[ORIGIN, a_u, result, b_v],
        &Style::area(Colour::Three, 0.12),
    );
    panel.segment(b_v, result, &of_u.dashed());
    panel.arrow(a_u, result, &of_v.dashed());
    panel.arrow(ORIGIN, a_u, &of_u);
    panel.arrow(ORIGIN, b_v, &of_v);
    panel.arrow(ORIGIN, u, &of_u.width(4.0));
    panel.arrow(ORIGIN, v, &of_v.width(4.0));
    panel.arrow(ORIGIN, result, &Style::line(Colour::Three).width(4.0));

    let [times_u, times_v] = [a, b].map(decimal);
    let of = |name: String, colour| Label::new(name).colour(colour).size(LARGE);
    panel.label_right(ORIGIN, u, 0.6, of("$*u*$".into(), Colour::One));
    panel.label_left(ORIGIN, v, 0.5, of("$*v*$".into(), Colour::Two));
    panel.label(
        a_u,
        Place::SouthEast,
        of(format!("${times_u}*u*$"), Colour::One),
    );
    panel.label(
        b_v,
        Place::NorthWest,
        of(format!("${times_v}*v*$"), Colour::Two),
    );
    let sum = format!("${times_u}*u* + {times_v}*v* = {}$", pair(result));
    panel.label(result, Place::North, of(sum, Colour::Three));

    Figure {
        id: "linear-combination",
        title: "A linear combination on the grid of u and v".into(),
        description: format!(
            "The plane with u = {} and v = {}. Lines in the direction of u and lines in the \
             direction of v, through their whole multiples, make a slanted grid. From the origin, \
             {times_u}u ends at {} and {times_v}v ends at {}. One after the other, in either \
             order, they end at {times_u}u + {times_v}v = {}, the far corner of a parallelogram.",
            pair(u),
            pair(v),
            pair(a_u),
            pair(b_v),
            pair(result),
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// The line through two points and the segment between them.
pub fn segment_and_line() -> Figure {
    let (u, v) = (array![1.0, 1.0], array![5.0, 3.0]);
    let at = |t: f64| xy(&point_on_line(&u, &v, t));
    let (outside, inside) = ([-0.5, 1.5], [0.25, 0.5, 0.75]);

    let mut panel = Panel::plane(WIDTH, [-2.8, 7.6], [-0.7, 4.7]);
    panel.plane_axes("$x_1$", "$x_2$");
    panel.line_through(at(0.0), at(1.0), &Style::line(Colour::Six).dashed());
    panel.segment(at(0.0), at(1.0), &Style::line(Colour::Three).width(5.0));
    let mark = |panel: &mut Panel, t: f64, radius: f64, label: String, colour: Colour| {
        panel.dot(at(t), radius, colour);
        panel.label(
            at(t),
            Place::NorthWest,
            Label::new(label).colour(colour).gap(radius + 4.0),
        );
    };
    for t in outside {
        mark(
            &mut panel,
            t,
            5.0,
            format!("$t = {}$", decimal(t)),
            Colour::Six,
        );
    }
    for t in inside {
        mark(
            &mut panel,
            t,
            5.0,
            format!("${}$", decimal(t)),
            Colour::Three,
        );
    }
    for (t, name, colour) in [(0.0, "u", Colour::One), (1.0, "v", Colour::Two)] {
        mark(&mut panel, t, 7.0, format!("$t = {}$", decimal(t)), colour);
        let name = Label::new(format!("$*{name}* = {}$", pair(at(t))));
        let name = name.colour(colour).size(LARGE);
        panel.label(at(t), Place::SouthEast, name);
    }
    let between = Label::new("$0 ≤ t ≤ 1$").colour(Colour::Three);
    panel.label(at(0.5), Place::SouthEast, between);
    let said: Vec<String> = outside
        .iter()
        .chain(&inside)
        .map(|&t| format!("t = {} at {}", decimal(t), pair(at(t))))
        .collect();
    Figure {
        id: "segment-and-line",
        title: "The line through two points and the segment between them".into(),
        description: format!(
            "The points (1 − t)u + tv for u = {} and v = {}. All of them make the dashed line \
             through u, where t = 0, and v, where t = 1. The segment between u and v is thick: \
             there t runs from 0 to 1. Also marked are {}.",
            pair(xy(&u)),
            pair(xy(&v)),
            said.join(", ")
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// The unit balls of the 1-norm, the 2-norm and the maximum norm.
pub fn unit_balls() -> Figure {
    let balls = [
        (f64::INFINITY, "$ℓ_∞$", Colour::Three),
        (2.0, "$ℓ_2$", Colour::One),
        (1.0, "$ℓ_1$", Colour::Two),
    ];
    let between = [(4.0, "$p=4$"), (4.0 / 3.0, "$p=4/3$")];
    let tips = [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]];
    let corner = |p: f64| xy(&on_unit_ball(p, 1.0 / 8.0));

    let mut panel = Panel::plane(480.0, [-1.3, 1.3], [-1.25, 1.25]);
    panel.plane_axes("$x_1$", "$x_2$");
    for (p, _, colour) in balls {
        let fill = if p == 1.0 { 0.16 } else { 0.08 };
        let style = Style::line(colour).width(3.0).filled(fill);
        panel.polygon(&unit_ball(p), &style);
    }
    for (p, name) in between {
        let style = Style::line(Colour::Ink).width(1.25).opacity(0.5);
        panel.polygon(&unit_ball(p), &style);
        let [x, y] = corner(p);
        panel.label([-x, y], Place::Centre, Label::new(name).size(15.0));
    }
    for (p, name, colour) in balls {
        let place = if p == 1.0 {
            Place::SouthWest
        } else {
            Place::NorthEast
        };
        let name = Label::new(name).colour(colour).size(LARGE).gap(5.0);
        panel.label(corner(p), place, name.bare());
    }
    for tip in tips {
        panel.dot(tip, 4.5, Colour::Ink);
    }

    let [square, circle, diamond] = balls.map(|(p, ..)| pair(corner(p)));
    let [outer, inner] = between.map(|(p, _)| pair(corner(p)));
    let [right, top, left, bottom] = tips.map(pair);
    Figure {
        id: "unit-balls",
        title: "The unit balls of three norms".into(),
        description: format!(
            "Three unit balls around the origin, one inside the other: the diamond of the 1-norm, \
             the disc of the 2-norm and the square of the maximum norm. All three touch at {right}, \
             {top}, {left} and {bottom}. In the direction of the diagonal the diamond ends at \
             {diamond}, the disc at {circle} and the square at its corner {square}. Two faint \
             curves lie between them, that of p = 4/3 through {inner} and that of p = 4 through \
             {outer}."
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// The vector of p-norm 1 at a part of a turn from the first axis.
fn on_unit_ball(p: f64, turn: f64) -> Vector {
    let angle = TAU * turn;
    let direction = array![angle.cos(), angle.sin()];
    scale(1.0 / norm_p(&direction, p), &direction)
}

/// The edge of the unit ball of the p-norm, as a polygon with corners on the
/// axes and the diagonals, where the balls have theirs.
fn unit_ball(p: f64) -> Vec<[f64; 2]> {
    (0..128)
        .map(|k| xy(&on_unit_ball(p, f64::from(k) / 128.0)))
        .collect()
}

/// A new flower among the 150 of Iris, and the one nearest to it.
pub fn iris_neighbours() -> Figure {
    let iris = iris();
    let [across, up] = [2, 0];
    let flowers = iris.x.select(Axis(1), &[across, up]);
    let query = array![2.6, 5.4];
    let (row, radius) = nearest_neighbour(&flowers, &query, norm_l2).expect("150 flowers");
    let [query, nearest] = [xy(&query), xy(&flowers.row(row).to_owned())];
    let looks = [
        (Marker::Circle, "circles", Colour::One),
        (Marker::Triangle, "triangles", Colour::Two),
        (Marker::Square, "squares", Colour::Four),
    ];

    let mut panel = Panel::equal_chart(WIDTH, [0.6, 7.2], [4.1, 8.1]);
    let [x_name, y_name] = [across, up].map(|feature| iris.features[feature]);
    panel.chart_axes(&format!("{x_name} (cm)"), &format!("{y_name} (cm)"));
    let ink = Style::line(Colour::Ink);
    let disc = ink.width(1.5).dashed().filled(0.06);
    panel.circle(query, radius, &disc);
    let mut entries = Vec::new();
    let mut said = Vec::new();
    for (species, (marker, plural, colour)) in looks.into_iter().enumerate() {
        let series: Vec<[f64; 2]> = (0..iris.y.len())
            .filter(|&i| iris.y[i] == species)
            .map(|i| xy(&flowers.row(i).to_owned()))
            .collect();
        let style = Style::line(colour).width(1.25).filled(0.35);
        panel.scatter(&series, marker, 4.5, &style);
        let name = iris.species[species];
        entries.push((Key::Point(marker, 5.5, style), Label::new(name)));
        said.push(format!("{} {name} ({plural})", series.len()));
    }
    let star = Style::area(Colour::Ink, 1.0);
    entries.push((Key::Point(Marker::Star, 6.5, star), "new flower".into()));
    panel.legend([0.8, 8.0], entries);
    panel.segment(query, nearest, &ink);
    panel.ring(nearest, 9.0, Colour::Ink);
    panel.scatter(&[query], Marker::Star, 6.5, &star);
    let below = [nearest[0], query[1] - radius];
    let length = format!("nearest: {} cm", decimal(radius));
    panel.label(below, Place::South, length);

    Figure {
        id: "iris-neighbours",
        title: "A new flower and its nearest neighbour".into(),
        description: format!(
            "{} flowers by {x_name} and {y_name} in cm: {}. The three species form clouds; setosa lies \
             apart from the other two, which overlap. A star marks a new flower at {} between \
             setosa and versicolor. The nearest flower, ringed, is a {} at {}, {} cm away; the \
             dashed circle of that radius around the star holds no other.",
            iris.y.len(),
            said.join(", "),
            pair(query),
            iris.species[iris.y[row]],
            pair(nearest),
            decimal(radius),
        ),
        drawing: panel.into(),
        source: file!(),
    }
}
