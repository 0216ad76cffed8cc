use crate::{Matrix, Vector};

/// 'Wine': 1599 red wines from Portugal, with the marks of their tasters.
#[derive(Debug, Clone, PartialEq)]
pub struct Wine {
    /// The data matrix, 1599×11: a row for each wine.
    pub x: Matrix,
    /// The quality of each, a whole number of marks from 0 to 10.
    pub y: Vector,
    /// What the columns of `x` measure.
    pub features: [&'static str; 11],
}

/// The red wines of the Wine Quality data, in the order of the file.
///
/// Shapes: the data matrix is 1599×11, and there are 1599 marks. Cost: a text of
/// 84 KB is parsed at each call.
///
/// ```
/// use mlmath::data::wine;
///
/// let wine = wine();
/// assert_eq!(wine.features[10], "alcohol");
/// assert_eq!((wine.x[[0, 10]], wine.y[0]), (9.4, 5.0));
/// ```
///
/// Source: Cortez, Cerdeira, Almeida, Matos and Reis, *Wine Quality*, UCI Machine
/// Learning Repository (2009).
pub fn wine() -> Wine {
    let features = [
        "fixed acidity",
        "volatile acidity",
        "citric acid",
        "residual sugar",
        "chlorides",
        "free sulfur dioxide",
        "total sulfur dioxide",
        "density",
        "pH",
        "sulphates",
        "alcohol",
    ];
    let (mut entries, mut y) = (Vec::new(), Vec::new());
    for row in include_str!("wine.csv").lines().skip(1) {
        let numbers: Vec<f64> = row
            .split(',')
            .map(|field| field.parse().expect("a number"))
            .collect();
        entries.extend(&numbers[..features.len()]);
        y.push(numbers[features.len()]);
    }
    let x = Matrix::from_shape_vec((y.len(), features.len()), entries).expect("11 numbers a row");
    Wine {
        x,
        y: y.into(),
        features,
    }
}
