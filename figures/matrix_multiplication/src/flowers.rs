//! Flowers that are named after the average most like them.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::matrices::{add_to_rows, selection_matrix, transpose};
use mlmath::matrix_multiplication::{dot, matmul};
use mlmath::vectors::norm_l2;

/// How the flowers of each species look.
const LOOKS: [(Marker, Colour, &str); 3] = [
    (Circle, One, "circles"),
    (Triangle, Two, "triangles"),
    (Square, Four, "squares"),
];

/// The lengths in view: of the sepal across, of the petal up.
const LENGTHS: [[f64; 2]; 2] = [[0.0, 8.2], [0.0, 7.2]];

/// The words of the choice of a rule.
const RULES: [&str; 3] = ["dot product", "nearest", "cosine"];

parameters! {
    /// By which rule flowers are named.
    pub struct Rule {
        rule: choice("rule", &RULES).first(2),
    }
}

/// The flowers by the lengths of sepal and petal, and their averages.
pub struct Flowers {
    pub x: Matrix,
    pub species: Vec<usize>,
    pub names: Vec<&'static str>,
    /// A column for each species.
    pub means: Matrix,
}

impl Flowers {
    pub fn new() -> Self {
        let iris = iris();
        let x = iris.x.select(Axis(1), &[0, 2]);
        let one_hot = selection_matrix(&iris.y, 3);
        let sums = matmul(&transpose(&x), &one_hot).expect("a row for each flower");
        Flowers {
            means: sums / one_hot.sum_axis(Axis(0)),
            x,
            species: iris.y,
            names: iris.species.to_vec(),
        }
    }

    /// The weights, a column for each species, and the biases with which a layer
    /// has the scores of a rule.
    pub fn layer(&self, rule: usize) -> (Matrix, Vector) {
        let columns = self.means.columns().into_iter();
        let norms: Vector = columns.map(|mean| norm_l2(&mean.to_owned())).collect();
        match rule {
            0 => (self.means.clone(), Vector::zeros(3)),
            1 => (self.means.clone(), norms.mapv(|norm| -norm * norm / 2.0)),
            _ => (&self.means / &norms, Vector::zeros(3)),
        }
    }

    /// The flowers that a rule names wrongly.
    pub fn wrong(&self, rule: usize) -> Vec<usize> {
        let (w, b) = self.layer(rule);
        let scores = matmul(&self.x, &w).expect("a weight for each length");
        let scores = add_to_rows(&scores, &b).expect("a bias for each species");
        let named = |i: &usize| first_least(0..3, |&j| -scores[[*i, j]]);
        let is_wrong = |i: &usize| named(i) != Some(self.species[*i]);
        (0..self.species.len()).filter(is_wrong).collect()
    }

    /// The stretches, in view, where two species have one score and the third a
    /// lower one.
    pub fn borders(&self, rule: usize) -> Vec<[[f64; 2]; 2]> {
        let (w, b) = self.layer(rule);
        let weights = |j: usize| w.column(j).to_owned();
        let stretch = |[i, j, k]: [usize; 3]| {
            // Scores are level where a·x = c; along the line, x = p + td.
            let (a, c) = (weights(i) - weights(j), b[j] - b[i]);
            let p = &a * (c / dot(&a, &a));
            let d = array![-a[1], a[0]];
            let lead = weights(i) - weights(k);
            // What must not be negative: the lead over the third species, and the
            // distances from the four edges.
            let mut bounds = vec![(dot(&lead, &p) + b[i] - b[k], dot(&lead, &d))];
            for (at, [low, high]) in LENGTHS.into_iter().enumerate() {
                bounds.push((p[at] - low, d[at]));
                bounds.push((high - p[at], -d[at]));
            }
            let [from, to] = stretch_of(&bounds)?;
            Some([from, to].map(|t| xy(&p + &(t * &d))))
        };
        let pairs = [[0, 1, 2], [0, 2, 1], [1, 2, 0]];
        pairs.into_iter().filter_map(stretch).collect()
    }
}

/// Where all s + rt are at least 0, if that is more than a point.
fn stretch_of(bounds: &[(f64, f64)]) -> Option<[f64; 2]> {
    let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
    for &(start, rate) in bounds {
        if rate.abs() > TOLERANCE {
            let end = -start / rate;
            if rate > 0.0 {
                from = from.max(end);
            } else {
                to = to.min(end);
            }
        } else if start < -TOLERANCE {
            return None;
        }
    }
    (to - from > TOLERANCE).then_some([from, to])
}

/// The irises, named after the average most like them by one of three rules.
pub fn size_or_shape(Rule { rule }: Rule) -> Frame {
    let flowers = Flowers::new();
    let mut panel = Panel::equal_chart(WIDTH, LENGTHS[0], LENGTHS[1]);
    panel.chart_axes("sepal length (cm)", "petal length (cm)");
    for ends in flowers.borders(rule) {
        panel.segment(ends[0], ends[1], Ink.width(2.5).dashed());
    }
    let mut key = Vec::new();
    for (species, (marker, colour, _)) in LOOKS.into_iter().enumerate() {
        let rows = (0..flowers.species.len()).filter(|&i| flowers.species[i] == species);
        let style = colour.width(1.25).filled(0.35);
        let points = all_xy(rows.map(|i| flowers.x.row(i)));
        panel.scatter(&points, marker, 4.5, style);
        key.push((Key::Point(marker, 5.5, style), flowers.names[species]));
    }
    for (mean, (_, colour, _)) in flowers.means.columns().into_iter().zip(LOOKS) {
        panel.arrow(ORIGIN, mean, colour.width(4.5));
    }
    let wrong = flowers.wrong(rule);
    let ringed = all_xy(wrong.iter().map(|&i| flowers.x.row(i)));
    panel.scatter(&ringed, Circle, 7.5, Ink.width(1.5));
    key.push((Key::Line(Ink.width(4.5)), "average, as an arrow"));
    key.push((Key::Point(Circle, 7.5, Ink.width(1.5)), "named wrongly"));
    panel.legend([0.25, 7.05], key);

    let all = flowers.species.len();
    let right = [0, 1, 2].map(|rule| all - flowers.wrong(rule).len());
    let by = ["the dot product", "the nearest average", "cosine"];
    let others = [[1, 2], [2, 0], [1, 0]][rule];
    let [second, third] = others.map(|other| format!("by {} {}", by[other], right[other]));
    let state = format!(
        "By {} {} of {all} are named correctly; {second}, {third}.",
        by[rule], right[rule]
    );
    let parted = [
        "No line is drawn: every flower is named virginica.",
        "Dashed lines, each half way between two averages, part the flowers that are named after \
         different ones.",
        "Dashed rays from the origin part the flowers that are named after different averages.",
    ][rule];
    let averages = flowers.means.columns().into_iter().map(pair);
    let clouds = (0..3).map(|k| format!("{} ({})", flowers.names[k], LOOKS[k].2));
    Frame::new("Irises named after the average most like them", panel)
        .describe(format!(
            "{all} irises by the lengths of sepal and petal in cm: {}. Three thick arrows from the \
             origin end at the averages of the species, {}. Setosa lies low, far from the other \
             two, which overlap and rise together to the upper right. {parted} Flowers that are \
             named wrongly are ringed. {state}",
            joined(clouds, ", "),
            joined(averages, ", "),
        ))
        .state(state)
}
