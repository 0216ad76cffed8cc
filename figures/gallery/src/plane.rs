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
    let drawing = Drawing::beside([plane, chart]);
    Frame::new("The axes of a plane and of a chart", drawing).describe(
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
    let power = |n: f64| 3.0 * n.log10();
    let exponential = |n: f64| n * 2.0_f64.log10();
    panel.graph_between(exponential, [1.0, 30.0], Two.width(2.5));
    panel.label([23.0, exponential(23.0)], NorthWest, Two.name("$2^n$"));
    panel.graph_between(power, [1.0, 30.0], One.width(2.5));
    panel.label([23.0, power(23.0)], South, One.name("$n^3$"));
    let [power, exponential] = [power(30.0), exponential(30.0)].map(|log| 10.0_f64.powf(log));
    let title = "A power and an exponential on a scale of powers of ten";
    Frame::new(title, panel).describe(format!(
        "A chart whose heights are powers of ten, for n from 1 to 30. 2ⁿ is a straight line, n³ a \
         curve that flattens; they cross near n = 10. Both rise from 2 or less, 2ⁿ to \
         {exponential:.0} and n³ to {power:.0}."
    ))
}

/// Lines, a circle and a right angle on a slanted grid.
pub fn gallery_geometry() -> Frame {
    let (u, v) = ([1.5, 0.5], [-0.5, 1.5]);
    let p = [0, 1].map(|k| u[k] + v[k]);
    let distance = f64::hypot(v[0], v[1]);
    let mut panel = Panel::plane(WIDTH, [-2.6, 4.6], [-1.2, 3.9]);
    let faint = Ink.width(1.0).opacity(0.3);
    panel.lattice(u, v, faint, faint);
    panel.bare_plane_axes("$x_1$", "$x_2$");
    panel.polygon(&[ORIGIN, u, p], Three.area(0.16));
    panel.line_through(ORIGIN, u, One);
    panel.circle(p, distance, Four.width(1.5).dashed());
    panel.segment(p, u, Two.width(2.5));
    panel.right_angle(u, ORIGIN, p, 11.0);
    panel.dot(p, 5.0, Ink);
    panel.ring(p, 10.0, Ink);
    panel.label(p, NorthEast, Label::new("$*p*$").gap(13.0));
    panel.label(u, SouthEast, Label::new("foot").gap(12.0));
    let ([p, foot], distance) = ([p, u].map(pair), decimal(distance));
    Frame::new("From a point to a line", panel).describe(format!(
        "A line through the origin and the point p = {p} off it, ringed. A thick segment leads \
         from p to the foot {foot} on the line, which it meets at a right angle. The dashed circle \
         around p through the foot has the radius {distance} and touches the line. The triangle of \
         origin, foot and p is shaded, and a faint square grid, turned, runs along the line."
    ))
}

/// Arrows with labels that hold mathematics.
pub fn gallery_arrows() -> Frame {
    let (u, half) = (array![3.0, 1.0], scale(0.5, &array![-1.0, 2.0]));
    let sum = add(&u, &half);
    let mut panel = Panel::plane(WIDTH, [-1.6, 4.6], [-0.6, 2.8]);
    panel.sparse_plane_axes(2.0, "$x_1$", "$x_2$");
    panel.arrow(ORIGIN, &u, One.width(3.0)).right(0.6, "$*u*$");
    let arrow = panel.arrow(ORIGIN, &half, Two.width(3.0));
    arrow.left(0.8, "$½*v*$");
    panel.arrow(&u, &sum, Two.dashed());
    let arrow = panel.arrow(ORIGIN, &sum, Three.width(4.0));
    arrow.at_tip(North, format!("$*u* + ½*v* = {}$", pair(&sum)));
    let [u, half, sum] = [u, half, sum].map(pair);
    Frame::new("Arrows with labels", panel).describe(format!(
        "The plane with three arrows from the origin: u to {u}, half of v to {half}, and their \
         sum, the thickest, to {sum}. A dashed copy of half of v leads from the tip of u to the \
         tip of the sum."
    ))
}

/// The probabilities of the sum of two dice, those of at least 10 set apart.
pub fn gallery_bars() -> Frame {
    let ways = |sum: i32| f64::from(6 - (7 - sum).abs());
    let bars: Vec<_> = (2..=12)
        .map(|sum| (f64::from(sum), ways(sum) / 36.0))
        .collect();
    let (few, many) = bars.split_at(8);
    let tail = decimal(many.iter().map(|(_, height)| height).sum());
    let mut panel = Panel::chart(WIDTH, 200.0, [1.2, 12.8], [0.0, 0.18]);
    panel.chart_axes("sum of two dice", "probability");
    panel.bars(few, 0.8, One.area(0.35));
    panel.bars(many, 0.8, Two.filled(0.35));
    let name = Two.label(format!("$P(s ≥ 10) = {tail}$"));
    panel.label([11.0, 0.118], North, name);
    let [two, seven] = [few[0].1, few[5].1].map(decimal);
    Frame::new("The sum of two dice", panel).describe(format!(
        "A bar chart of the probabilities of the sums 2 to 12 of two dice: they rise evenly from \
         {two} at 2 to {seven} at 7 and fall evenly again. The bars of 10, 11 and 12 are outlined; \
         together they are {tail}."
    ))
}

/// Two features of Iris by species, with a legend.
pub fn gallery_scatter() -> Frame {
    let iris = iris();
    let markers = [(Circle, One), (Triangle, Two), (Square, Four)];
    let looks = ["circles", "triangles", "squares"].into_iter().zip(markers);
    let mut panel = Panel::chart(WIDTH, 260.0, [0.0, 7.5], [0.0, 2.8]);
    let [x_name, y_name] = [iris.features[2], iris.features[3]];
    panel.chart_axes(&format!("{x_name} (cm)"), &format!("{y_name} (cm)"));
    let petals = iris.x.select(Axis(1), &[2, 3]);
    let (mut entries, mut said) = (Vec::new(), Vec::new());
    for (species, (plural, (marker, colour))) in looks.enumerate() {
        let rows = (0..iris.y.len()).filter(|&i| iris.y[i] == species);
        let series = all_xy(rows.map(|i| petals.row(i)));
        let style = colour.width(1.25).filled(0.35);
        panel.scatter(&series, marker, 4.5, style);
        let name = iris.species[species];
        entries.push((Key::Point(marker, 5.5, style), name));
        said.push(format!("{} {name} ({plural})", series.len()));
    }
    panel.legend([0.4, 2.7], entries);
    let (count, said) = (iris.y.len(), joined(said, ", "));
    Frame::new("Petals of three kinds of iris", panel).describe(format!(
        "{count} flowers by {x_name} and {y_name} in cm: {said}. The points lie along a rising \
         line; setosa, with the smallest petals, is apart from the other two, which touch."
    ))
}
