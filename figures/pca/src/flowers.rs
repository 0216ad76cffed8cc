//! Iris by its first two components.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::pca::{Pca, standardise};

/// How the points of each species look.
const LOOKS: [(Marker, &str, Colour); 3] = [
    (Circle, "circles", One),
    (Triangle, "triangles", Two),
    (Square, "squares", Four),
];

/// The units that can be chosen, and how long the arrows are for each.
const UNITS: [&str; 2] = ["cm", "standard deviations"];
const LENGTHS: [f64; 2] = [2.4, 2.4];

/// The window, which has room for both.
const WINDOW: [[f64; 2]; 2] = [[-4.0, 4.6], [-4.6, 3.2]];

/// Where the names of the measurements stand: beside the tips of their arrows, or,
/// where flowers are in the way, around a point that a dotted line leads to.
const NAMES: [[([f64; 2], Place); 4]; 2] = [
    [
        (ORIGIN, NorthEast),
        (ORIGIN, NorthWest),
        ([3.2, -1.6], Centre),
        ([1.0, -2.2], Centre),
    ],
    [
        (ORIGIN, NorthEast),
        (ORIGIN, NorthWest),
        ([3.2, -3.4], Centre),
        ([0.4, -4.0], Centre),
    ],
];

parameters! {
    /// In what the flowers are measured.
    pub struct Measured {
        units: choice("measured in", &UNITS),
    }
}

/// The 150 flowers by their scores, and the four measurements as arrows.
pub fn iris_biplot(Measured { units }: Measured) -> Frame {
    let iris = iris();
    let x = match units {
        0 => iris.x.clone(),
        _ => standardise(&iris.x).expect("four lengths that vary").z,
    };
    let pca = Pca::fit(&x, 2).expect("150 flowers");
    let scores = pca.transform(&x).expect("150 flowers");
    let shares = pca.explained_variance_ratio().mapv(|share| 100.0 * share);

    let mut panel = Panel::equal_chart(WIDTH, WINDOW[0], WINDOW[1]);
    let percent = |j: usize| format!("component {} ({} %)", j + 1, rounded(shares[j], 1));
    panel.chart_axes(&percent(0), &percent(1));
    let mut entries = Vec::new();
    for (species, (marker, _, colour)) in LOOKS.into_iter().enumerate() {
        let rows = (0..iris.y.len()).filter(|&i| iris.y[i] == species);
        let style = colour.width(1.0).filled(0.25);
        panel.scatter(&all_xy(rows.map(|i| scores.row(i))), marker, 3.5, style);
        entries.push((Key::Point(marker, 5.0, style), iris.species[species]));
    }
    panel.legend([-3.8, -3.0], entries);
    for (j, loading) in pca.components.rows().into_iter().enumerate() {
        let tip = loading.mapv(|v| LENGTHS[units] * v);
        panel.arrow(ORIGIN, &tip, Ink.width(2.5));
        let (at, place) = NAMES[units][j];
        if place == Centre {
            panel.segment(&tip, at, Ink.width(1.0).dotted());
        }
        let at = if place == Centre { at } else { xy(&tip) };
        panel.label(at, place, Ink.name(iris.features[j]));
    }

    let list = |j: usize| {
        let loadings = pca.components.column(j);
        joined(loadings.iter().map(|v| rounded(*v, 2)), ", ")
    };
    let state = format!(
        "Measured in {}: component 1 has {} % of the variance, weights {}; component 2 {} %, \
         weights {}.",
        UNITS[units],
        rounded(shares[0], 1),
        list(0),
        rounded(shares[1], 1),
        list(1)
    );
    Frame::new("150 flowers by two components", panel)
        .describe(format!(
            "The scores of 150 flowers, component 1 across and component 2 up: setosa (circles) at \
             the left, apart from the others; versicolor (triangles) in the middle and virginica \
             (squares) at the right, which meet. Four arrows from the origin show the weights of \
             the measurements, in the order sepal length, sepal width, petal length, petal width. \
             {state}"
        ))
        .state(state)
}
