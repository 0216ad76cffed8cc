//! Lines through four points.

use drawing::prelude::*;
use mlmath::pca::{Pca, covariance, spread_and_misses};

/// The four points, in rows; their mean is 0.
pub fn four_points() -> Matrix {
    array![[2.0, 1.0], [1.0, 2.0], [-1.0, -2.0], [-2.0, -1.0]]
}

/// The window of the line that turns.
const WINDOW: [[f64; 2]; 2] = [[-3.2, 3.2], [-2.9, 2.9]];

parameters! {
    /// The direction of a line through the mean.
    pub struct Turned {
        angle: slider("angle", [0.0, 180.0], 1.0, 10.0).unit("°"),
    }
}

/// A line that turns: what lies along it, and what misses it.
pub fn line_through_a_cloud(Turned { angle }: Turned) -> Frame {
    let radians = angle.to_radians();
    let w = array![radians.cos(), radians.sin()];
    let x = four_points();
    let (spread, misses) = spread_and_misses(&x, &w).expect("four points");

    let mut panel = Panel::plane(Drawing::column(2), WINDOW[0], WINDOW[1]);
    panel.sparse_plane_axes(1.0, "", "");
    panel.line_through(ORIGIN, &w, One.width(2.5));
    for row in x.rows() {
        let foot = row.dot(&w) * &w;
        panel.segment(row, &foot, Two.width(2.0).dashed());
        panel.dot(&foot, 4.0, One);
    }
    for row in x.rows() {
        panel.dot(row, 5.5, Ink);
    }

    // Upright bars on a sheet, a unit of 9 for each of the 20 at most.
    let (unit, floor) = (9.0, 212.0);
    let mut bars = Panel::sheet(Drawing::column(2), 226.0);
    let all = [(64.0, "along", spread, One), (176.0, "misses", misses, Two)];
    for (middle, what, size, colour) in all {
        let top = floor - unit * size;
        let style = colour.width(2.0).filled(0.35);
        bars.rectangle([middle - 36.0, top], [middle + 36.0, floor], 0.0, style);
        let name = colour.label(format!("{what} {}", rounded(size, 1)));
        bars.label([middle, top], North, name);
    }
    bars.segment([10.0, floor], [230.0, floor], Ink.width(1.5));

    let [along, off, sum] = [spread, misses, spread + misses].map(|size| rounded(size, 1));
    let state = format!(
        "{}°: along the line {along}, misses {off}, together {sum}.",
        decimal(angle)
    );
    Frame::new(
        "A line through four points, what lies along it and what misses it",
        Drawing::beside([panel, bars]),
    )
    .describe(format!(
        "Left, four points around the origin, at (2, 1), (1, 2), (−1, −2) and (−2, −1), and a line \
         through the origin. A dashed segment joins each point to the nearest point of the line, at \
         a right angle. Right, two bars: the sum of the squared distances of these feet from the \
         origin, and the sum of the squared lengths of the dashed segments. {state}"
    ))
    .state(state)
}

/// Two regression lines and the first component, each with what it makes small.
pub fn three_lines() -> Frame {
    let x = four_points();
    let s = covariance(&x).expect("four points");
    let v = Pca::fit(&x, 1).expect("four points").components;
    // Upright misses, misses at a right angle, level misses.
    let slopes = [
        s[[0, 1]] / s[[0, 0]],
        v[[1, 0]] / v[[0, 0]],
        s[[1, 1]] / s[[0, 1]],
    ];
    let names = ["$x_2$ from $x_1$", "component", "$x_1$ from $x_2$"];
    let mut panels = Vec::new();
    for (k, slope) in slopes.into_iter().enumerate() {
        let mut panel = Panel::plane(Drawing::column(3), [-2.6, 2.6], [-2.6, 2.6]);
        let slope_here = rounded(slope, 2);
        panel.title(Label::new(format!("{}: {slope_here}", names[k])).size(15.0));
        panel.sparse_plane_axes(2.0, "", "");
        let colour = [Four, One, Two][k];
        panel.line_through(ORIGIN, [1.0, slope], colour.width(2.5));
        for row in x.rows() {
            let [a, b] = xy(row);
            let along = (a + slope * b) / (1.0 + slope * slope);
            let foot = [[a, slope * a], [along, slope * along], [b / slope, b]][k];
            panel.segment(row, foot, colour.width(2.0).dashed());
            panel.dot(row, 5.0, Ink);
        }
        panels.push(panel);
    }
    let [first, second, third] = slopes.map(|slope| rounded(slope, 2));
    Frame::new(
        "Two regression lines and the first component",
        Drawing::panels(3, panels),
    )
    .describe(format!(
        "Three pictures of the same four points, each with a line through the origin and dashed \
         segments from the points to it. Left, the segments are upright, and the line has the slope \
         {first}. In the middle they meet the line at a right angle, and its slope is {second}. \
         Right, they are level, and the slope is {third}."
    ))
}
