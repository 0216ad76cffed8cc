use crate::{Matrix, Vector};

/// Ten measurements of 442 patients with diabetes, and how the illness went on.
#[derive(Debug, Clone, PartialEq)]
pub struct Diabetes {
    /// The data matrix, 442×10: a row for each patient.
    pub x: Matrix,
    /// How far the illness had progressed a year later, from 25 to 346.
    pub y: Vector,
    /// What the columns of `x` measure.
    pub features: [&'static str; 10],
}

/// The diabetes data, rows and columns in the order of their publication: age
/// in years; sex, coded 1 and 2; body mass index; mean blood pressure; six
/// values of the blood serum, s1 to s6.
///
/// Nothing is centred or scaled. s1 is the total cholesterol, s2 the low- and
/// s3 the high-density lipoproteins, s4 the quotient of s1 and s3, mostly
/// rounded, s5 the logarithm of the triglycerides, s6 the blood sugar. Each
/// column is whole when multiplied by a power of ten, at most 10⁴.
///
/// Shapes: the data matrix is 442×10, and there are 442 progressions. Cost: a
/// text of 18 KB is parsed at each call.
///
/// ```
/// use mlmath::{data::diabetes, prelude::*};
///
/// let diabetes = diabetes();
/// let first = array![59.0, 2.0, 32.1, 101.0, 157.0, 93.2, 38.0, 4.0, 4.8598, 87.0];
/// assert_eq!(diabetes.x.row(0), first);
/// assert_eq!((diabetes.features[2], diabetes.y[0]), ("bmi", 151.0));
/// ```
///
/// Source: Efron, Hastie, Johnstone and Tibshirani, *Least Angle Regression*
/// (2004), table 1.
pub fn diabetes() -> Diabetes {
    let features = [
        "age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6",
    ];
    let mut entries = Vec::new();
    let mut y = Vec::new();
    for row in include_str!("diabetes.csv").lines().skip(1) {
        let (measured, progression) = row.rsplit_once(',').expect("measurements, progression");
        for field in measured.split(',') {
            entries.push(field.parse().expect("a measurement"));
        }
        y.push(progression.parse().expect("a progression"));
    }
    let x = Matrix::from_shape_vec((y.len(), features.len()), entries).expect("10 a row");
    Diabetes {
        x,
        y: Vector::from(y),
        features,
    }
}
