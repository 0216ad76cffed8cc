use crate::Matrix;

/// Fisher's Iris: 150 flowers of three species.
#[derive(Debug, Clone, PartialEq)]
pub struct Iris {
    /// The data matrix, 150×4: a row for each flower, lengths in cm.
    pub x: Matrix,
    /// The species of each row, as an index into `species`.
    pub y: Vec<usize>,
    /// What the columns of `x` measure.
    pub features: [&'static str; 4],
    /// The names of the species, in alphabetical order.
    pub species: [&'static str; 3],
}

/// The Iris data, rows in Fisher's order: 50 setosa, 50 versicolor, 50
/// virginica.
///
/// Shapes: the data matrix is 150×4, and there are 150 labels. Cost: a text
/// of 4 KB is parsed at each call.
///
/// ```
/// use mlmath::{data::iris, prelude::*};
///
/// let iris = iris();
/// assert_eq!(iris.x.row(0), array![5.1, 3.5, 1.4, 0.2]);
/// assert_eq!(iris.species[iris.y[0]], "setosa");
/// ```
///
/// Source: Fisher, *The Use of Multiple Measurements in Taxonomic Problems*
/// (1936), table I.
pub fn iris() -> Iris {
    let features = ["sepal length", "sepal width", "petal length", "petal width"];
    let species = ["setosa", "versicolor", "virginica"];
    let mut entries = Vec::new();
    let mut y = Vec::new();
    for row in include_str!("iris.csv").lines().skip(1) {
        for field in row.split(',') {
            match species.iter().position(|name| *name == field) {
                Some(label) => y.push(label),
                None => entries.push(field.parse().expect("a length in cm")),
            }
        }
    }
    let x = Matrix::from_shape_vec((y.len(), features.len()), entries).expect("4 lengths a row");
    Iris {
        x,
        y,
        features,
        species,
    }
}
