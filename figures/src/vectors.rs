//! The figures of chapter 1, Vectors.

use crate::{Colour, Drawing, Figure, Key, Label, Marker, Moving, Panel, Place, Style, WIDTH};
use crate::{decimal, pair, xy};
use mlmath::data::iris;
use mlmath::vectors::{add, nearest_neighbour, norm_l2, point_on_line, scale};
use ndarray::{Axis, array};

mod moving;

pub use moving::{linear_combination, unit_balls};

/// Those that stand still.
pub fn still() -> Vec<Figure> {
    vec![
        vector_addition(),
        scalar_multiples(),
        segment_and_line(),
        iris_neighbours(),
    ]
}

/// Those that move.
pub fn moving() -> Vec<Moving> {
    vec![linear_combination(), unit_balls()]
}

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
