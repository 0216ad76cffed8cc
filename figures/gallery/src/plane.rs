//! Axes, arrows, bars and points.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::vectors::{add, scale};

/// The axes of a plane, with one unit, and those of a chart.
pub fn gallery_axes() -> Frame {
    let mut plane = Panel::plane(Drawing::column(2), [-2.5, 2.5], [-1.5, 2.5]);
    plane.plane_axes("$x_1$", "$x_2$");
    let height = plane.size()[1] - 86.0;
    let mut chart = Panel::chart(Drawing::column(2), height, [0.0, 12.0], [0.0, 0.35]);
    chart.chart_axes("month", "share");
    Frame::new(
        "The axes of a plane and of a chart",
        Drawing::panels(2, vec![plane, chart]),
    )
    .describe(
        "Two empty panels. On the left a plane: its axes cross in the origin, a grid of units has \
         the same step in both directions, and the numbers stand at the edge. On the right a \
         chart: the month along the lower edge, a share from 0 to 0.35 along the left edge, each \
         with its own unit.",
    )
}

/// A power and an exponential on a scale of powers of ten.
pub fn gallery_log_axes() -> Frame {
    let mut panel = Panel::chart(WIDTH, 170.0, [0.0, 31.0], [0.0, 10.0]);
    panel.log_axes("$n$", "steps");
    let mut said = Vec::new();
    for (name, words, log, colour) in [
        (
            "$2^n$",
            "2ⁿ",
            (|n| n * 2.0_f64.log10()) as fn(f64) -> f64,
            Two,
        ),
        ("$n^3$", "n³", |n| 3.0 * n.log10(), One),
    ] {
        panel.graph_between(log, [1.0, 30.0], colour.width(2.5));
        let at = [23.0, log(23.0)];
        let place = if colour == Two { NorthWest } else { South };
        panel.label(at, place, colour.name(name));
        said.push(format!("{words} to {:.0}", 10.0_f64.powf(log(30.0))));
    }
    Frame::new(
        "A power and an exponential on a scale of powers of ten",
        panel,
    )
    .describe(format!(
        "A chart whose heights are powers of ten, for n from 1 to 30. 2ⁿ is a straight line, n³ a \
         curve that flattens; they cross near n = 10. Both rise from 2 or less, {}.",
        said.join(" and ")
    ))
}

/// Lines, a circle and a right angle on a slanted grid.
pub fn gallery_geometry() -> Frame {
    let origin = [0.0, 0.0];
    let (u, v) = ([1.5, 0.5], [-0.5, 1.5]);
    let p = [0, 1].map(|k| u[k] + v[k]);
    let distance = f64::hypot(v[0], v[1]);
    let mut panel = Panel::plane(WIDTH, [-2.6, 4.6], [-1.2, 3.9]);
    let faint = Ink.width(1.0).opacity(0.3);
    panel.lattice(u, v, &faint, &faint);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(&[origin, u, p], Three.area(0.16));
    panel.line_through(origin, u, One.line());
    panel.circle(p, distance, Four.width(1.5).dashed());
    panel.segment(p, u, Two.width(2.5));
    panel.right_angle(u, origin, p, 11.0);
    panel.dot(p, 5.0, Ink);
    panel.ring(p, 10.0, Ink);
    panel.label(p, NorthEast, Label::new("$*p*$").gap(13.0));
    panel.label(u, SouthEast, Label::new("foot").gap(12.0));
    Frame::new("From a point to a line", panel).describe(format!(
        "A line through the origin and the point p = {} off it, ringed. A thick segment leads from \
         p to the foot {} on the line, which it meets at a right angle. The dashed circle around p \
         through the foot has the radius {} and touches the line. The triangle of origin, foot and \
         p is shaded, and a faint square grid, turned, runs along the line.",
        pair(p),
        pair(u),
        decimal(distance)
    ))
}

/// Arrows with labels that hold mathematics.
pub fn gallery_arrows() -> Frame {
    let (u, v) = (array![3.0, 1.0], array![-1.0, 2.0]);
    let sum = xy(&add(&u, &scale(0.5, &v)));
    let [u, half] = [xy(&u), xy(&scale(0.5, &v))];
    let origin = [0.0, 0.0];
    let mut panel = Panel::plane(WIDTH, [-1.6, 4.6], [-0.6, 2.8]);
    panel.plane_axes("$x_1$", "$x_2$");
    panel.arrow(origin, u, One.width(3.0));
    panel.arrow(origin, half, Two.width(3.0));
    panel.arrow(u, sum, Two.dashed());
    panel.arrow(origin, sum, Three.width(4.0));
    let of = |name: &str, colour: Colour| colour.name(name);
    panel.label_right(origin, u, 0.6, of("$*u*$", One));
    panel.label_left(origin, half, 0.8, of("$½*v*$", Two));
    let name = format!("$*u* + ½*v* = {}$", pair(sum));
    panel.label(sum, North, of(&name, Three));
    Frame::new("Arrows with labels", panel).describe(format!(
        "The plane with three arrows from the origin: u to {}, half of v to {}, and their sum, the \
         thickest, to {}. A dashed copy of half of v leads from the tip of u to the tip of the \
         sum.",
        pair(u),
        pair(half),
        pair(sum)
    ))
}

/// The probabilities of the sum of two dice, those of at least 10 set apart.
pub fn gallery_bars() -> Frame {
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
    panel.bars(&few, 0.8, One.area(0.35));
    let strong = Two.width(2.0).filled(0.35);
    panel.bars(&many, 0.8, &strong);
    let name = Label::new(format!("$P(s ≥ 10) = {}$", decimal(tail)));
    panel.label([11.0, 0.118], North, name.colour(Two));
    Frame::new("The sum of two dice", panel).describe(format!(
        "A bar chart of the probabilities of the sums 2 to 12 of two dice: they rise evenly from \
         {} at 2 to {} at 7 and fall evenly again. The bars of 10, 11 and 12 are outlined; \
         together they are {}.",
        decimal(few[0].1),
        decimal(few[5].1),
        decimal(tail)
    ))
}

/// Two features of Iris by species, with a legend.
pub fn gallery_scatter() -> Frame {
    let iris = iris();
    let looks = [
        (Circle, "circles", One),
        (Triangle, "triangles", Two),
        (Square, "squares", Four),
    ];
    let mut panel = Panel::chart(WIDTH, 260.0, [0.0, 7.5], [0.0, 2.8]);
    let [x_name, y_name] = [iris.features[2], iris.features[3]];
    panel.chart_axes(&format!("{x_name} (cm)"), &format!("{y_name} (cm)"));
    let (mut entries, mut said) = (Vec::new(), Vec::new());
    for (species, (marker, plural, colour)) in looks.into_iter().enumerate() {
        let rows = (0..iris.y.len()).filter(|&i| iris.y[i] == species);
        let series: Vec<[f64; 2]> = rows.map(|i| [iris.x[[i, 2]], iris.x[[i, 3]]]).collect();
        let style = colour.width(1.25).filled(0.35);
        panel.scatter(&series, marker, 4.5, &style);
        let name = iris.species[species];
        entries.push((Key::Point(marker, 5.5, style), Label::new(name)));
        said.push(format!("{} {name} ({plural})", series.len()));
    }
    panel.legend([0.4, 2.7], entries);
    Frame::new("Petals of three kinds of iris", panel).describe(format!(
        "{} flowers by {x_name} and {y_name} in cm: {}. The points lie along a rising line; \
         setosa, with the smallest petals, is apart from the other two, which touch.",
        iris.y.len(),
        said.join(", ")
    ))
}
