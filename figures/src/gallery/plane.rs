//! Axes, arrows, bars and points.

use crate::{Colour, Drawing, Figure, Key, Label, Marker, Panel, Place, Style, WIDTH};
use crate::{decimal, pair, xy};
use mlmath::data::iris;
use mlmath::vectors::{add, scale};
use ndarray::array;

/// The axes of a plane, with one unit, and those of a chart.
pub fn gallery_axes() -> Figure {
    let mut plane = Panel::plane(Drawing::column(2), [-2.5, 2.5], [-1.5, 2.5]);
    plane.plane_axes("$x_1$", "$x_2$");
    let height = plane.size()[1] - 86.0;
    let mut chart = Panel::chart(Drawing::column(2), height, [0.0, 12.0], [0.0, 0.35]);
    chart.chart_axes("month", "share");
    Figure {
        id: "gallery-axes",
        title: "The axes of a plane and of a chart".into(),
        description: "Two empty panels. On the left a plane: its axes cross in the origin, a grid \
                      of units has the same step in both directions, and the numbers stand at the \
                      edge. On the right a chart: the month along the lower edge, a share from 0 \
                      to 0.35 along the left edge, each with its own unit."
            .into(),
        drawing: Drawing::panels(2, vec![plane, chart]),
        source: file!(),
    }
}

/// A power and an exponential on a scale of powers of ten.
pub fn gallery_log_axes() -> Figure {
    let mut panel = Panel::chart(WIDTH, 170.0, [0.0, 31.0], [0.0, 10.0]);
    panel.log_axes("$n$", "steps");
    let mut said = Vec::new();
    for (name, words, log, colour) in [
        (
            "$2^n$",
            "2ⁿ",
            (|n| n * 2.0_f64.log10()) as fn(f64) -> f64,
            Colour::Two,
        ),
        ("$n^3$", "n³", |n| 3.0 * n.log10(), Colour::One),
    ] {
        panel.graph_between(log, [1.0, 30.0], &Style::line(colour).width(2.5));
        let at = [23.0, log(23.0)];
        let place = if colour == Colour::Two {
            Place::NorthWest
        } else {
            Place::South
        };
        panel.label(at, place, Label::new(name).colour(colour).size(18.0));
        said.push(format!("{words} to {:.0}", 10.0_f64.powf(log(30.0))));
    }
    Figure {
        id: "gallery-log-axes",
        title: "A power and an exponential on a scale of powers of ten".into(),
        description: format!(
            "A chart whose heights are powers of ten, for n from 1 to 30. 2ⁿ is a straight line, n³ \
             a curve that flattens; they cross near n = 10. Both rise from 2 or less, {}.",
            said.join(" and ")
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// Lines, a circle and a right angle on a slanted grid.
pub fn gallery_geometry() -> Figure {
    let origin = [0.0, 0.0];
    let (u, v) = ([1.5, 0.5], [-0.5, 1.5]);
    let p = [0, 1].map(|k| u[k] + v[k]);
    let distance = f64::hypot(v[0], v[1]);
    let mut panel = Panel::plane(WIDTH, [-2.6, 4.6], [-1.2, 3.9]);
    let faint = Style::line(Colour::Ink).width(1.0).opacity(0.3);
    panel.lattice(u, v, &faint, &faint);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(&[origin, u, p], &Style::area(Colour::Three, 0.16));
    panel.line_through(origin, u, &Style::line(Colour::One));
    panel.circle(p, distance, &Style::line(Colour::Four).width(1.5).dashed());
    panel.segment(p, u, &Style::line(Colour::Two).width(2.5));
    panel.right_angle(u, origin, p, 11.0);
    panel.dot(p, 5.0, Colour::Ink);
    panel.ring(p, 10.0, Colour::Ink);
    panel.label(p, Place::NorthEast, Label::new("$*p*$").gap(13.0));
    panel.label(u, Place::SouthEast, Label::new("foot").gap(12.0));
    Figure {
        id: "gallery-geometry",
        title: "From a point to a line".into(),
        description: format!(
            "A line through the origin and the point p = {} off it, ringed. A thick segment leads from p \
             to the foot {} on the line, which it meets at a right angle. The dashed circle \
             around p through the foot has the radius {} and touches the line. The triangle of \
             origin, foot and p is shaded, and a faint square grid, turned, runs along the line.",
            pair(p),
            pair(u),
            decimal(distance)
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// Arrows with labels that hold mathematics.
pub fn gallery_arrows() -> Figure {
    let (u, v) = (array![3.0, 1.0], array![-1.0, 2.0]);
    let sum = xy(&add(&u, &scale(0.5, &v)));
    let [u, half] = [xy(&u), xy(&scale(0.5, &v))];
    let origin = [0.0, 0.0];
    let mut panel = Panel::plane(WIDTH, [-1.6, 4.6], [-0.6, 2.8]);
    panel.plane_axes("$x_1$", "$x_2$");
    panel.arrow(origin, u, &Style::line(Colour::One).width(3.0));
    panel.arrow(origin, half, &Style::line(Colour::Two).width(3.0));
    panel.arrow(u, sum, &Style::line(Colour::Two).dashed());
    panel.arrow(origin, sum, &Style::line(Colour::Three).width(4.0));
    let of = |name: &str, colour| Label::new(name).colour(colour).size(18.0);
    panel.label_right(origin, u, 0.6, of("$*u*$", Colour::One));
    panel.label_left(origin, half, 0.8, of("$½*v*$", Colour::Two));
    let name = format!("$*u* + ½*v* = {}$", pair(sum));
    panel.label(sum, Place::North, of(&name, Colour::Three));
    Figure {
        id: "gallery-arrows",
        title: "Arrows with labels".into(),
        description: format!(
            "The plane with three arrows from the origin: u to {}, half of v to {}, and their sum, \
             the thickest, to {}. A dashed copy of half of v leads from the tip of u to the tip of \
             the sum.",
            pair(u),
            pair(half),
            pair(sum)
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// The probabilities of the sum of two dice, those of at least 10 set apart.
pub fn gallery_bars() -> Figure {
    let ways = |sum: i32| 6 - (7 - sum).abs();
    let bars = |from: i32, to: i32| -> Vec<(f64, f64)> {
        (from..=to)
            .map(|sum| (f64::from(sum), f64::from(ways(sum)) / 36.0))
            .collect()
    };
    let (few, many) = (bars(2, 9), bars(10, 12));
    let tail: f64 = many.iter().map(|bar| bar.1).sum();
    let mut panel = Panel::chart(WIDTH, 200.0, [1.2, 12.8], [0.0, 0.18]);
    panel.chart_axes("sum of two dice", "probability");
    panel.bars(&few, 0.8, &Style::area(Colour::One, 0.35));
    let strong = Style::line(Colour::Two).width(2.0).filled(0.35);
    panel.bars(&many, 0.8, &strong);
    let name = Label::new(format!("$P(s ≥ 10) = {}$", decimal(tail)));
    panel.label([11.0, 0.118], Place::North, name.colour(Colour::Two));
    Figure {
        id: "gallery-bars",
        title: "The sum of two dice".into(),
        description: format!(
            "A bar chart of the probabilities of the sums 2 to 12 of two dice: they rise evenly from \
             {} at 2 to {} at 7 and fall evenly again. The bars of 10, 11 and 12 are outlined; \
             together they are {}.",
            decimal(few[0].1),
            decimal(few[5].1),
            decimal(tail)
        ),
        drawing: panel.into(),
        source: file!(),
    }
}

/// Two features of Iris by species, with a legend.
pub fn gallery_scatter() -> Figure {
    let iris = iris();
    let looks = [
        (Marker::Circle, "circles", Colour::One),
        (Marker::Triangle, "triangles", Colour::Two),
        (Marker::Square, "squares", Colour::Four),
    ];
    let mut panel = Panel::chart(WIDTH, 260.0, [0.0, 7.5], [0.0, 2.8]);
    let [x_name, y_name] = [iris.features[2], iris.features[3]];
    panel.chart_axes(&format!("{x_name} (cm)"), &format!("{y_name} (cm)"));
    let (mut entries, mut said) = (Vec::new(), Vec::new());
    for (species, (marker, plural, colour)) in looks.into_iter().enumerate() {
        let rows = (0..iris.y.len()).filter(|&i| iris.y[i] == species);
        let series: Vec<[f64; 2]> = rows.map(|i| [iris.x[[i, 2]], iris.x[[i, 3]]]).collect();
        let style = Style::line(colour).width(1.25).filled(0.35);
        panel.scatter(&series, marker, 4.5, &style);
        let name = iris.species[species];
        entries.push((Key::Point(marker, 5.5, style), Label::new(name)));
        said.push(format!("{} {name} ({plural})", series.len()));
    }
    panel.legend([0.4, 2.7], entries);
    Figure {
        id: "gallery-scatter",
        title: "Petals of three kinds of iris".into(),
        description: format!(
            "{} flowers by {x_name} and {y_name} in cm: {}. The points lie along a rising line; \
             setosa, with the smallest petals, is apart from the other two, which touch.",
            iris.y.len(),
            said.join(", ")
        ),
        drawing: panel.into(),
        source: file!(),
    }
}
