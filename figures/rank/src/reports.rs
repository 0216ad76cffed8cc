//! Two reports of one model: weights that move, predictions that do not.

use drawing::prelude::*;
use mlmath::data::iris;
use mlmath::matrices::times_vector;

/// The columns of the model.
const COLUMNS: [&str; 4] = ["intercept", "setosa", "versicolor", "virginica"];
const COLOURS: [Colour; 4] = [Ink, One, Two, Four];

/// Where 0 is on the sheet, how long a centimetre is, and where names end.
const ZERO: f64 = 248.0;
const CM: f64 = 27.0;
const NAMES: f64 = 104.0;

/// The middle of the first bar, from each to the next, and how high they are.
const FIRST: f64 = 48.0;
const PITCH: f64 = 34.0;
const HIGH: f64 = 18.0;

/// The middle of the first line of flowers.
const FLOWERS: f64 = 232.0;

parameters! {
    /// How much is added to the intercept and taken from the other weights.
    pub struct Shift {
        t: slider("$t$", [-2.0, 6.0], 0.5, 2.0).unit(" cm"),
    }
}

/// The species of the flowers as three columns beside an intercept.
pub fn design(y: &[usize]) -> Matrix {
    Matrix::from_shape_fn((y.len(), 4), |(i, j)| match j {
        0 => 1.0,
        _ => f64::from(u8::from(y[i] == j - 1)),
    })
}

/// The mean petal length of each species.
pub fn means(lengths: &Vector, y: &[usize]) -> [f64; 3] {
    [0, 1, 2].map(|species| {
        let of = lengths.iter().zip(y).filter(|(_, of)| **of == species);
        let of: Vec<f64> = of.map(|(length, _)| *length).collect();
        of.iter().sum::<f64>() / of.len() as f64
    })
}

/// Four weights as bars, and 150 flowers with what is predicted for them.
pub fn same_predictions(Shift { t }: Shift) -> Frame {
    let iris = iris();
    let lengths = iris.x.column(2).to_owned();
    let [setosa, versicolor, virginica] = means(&lengths, &iris.y);
    let weights = array![t, setosa - t, versicolor - t, virginica - t];
    let predictions = times_vector(&design(&iris.y), &weights).expect("four weights");
    let of_species = [0, 50, 100].map(|i| predictions[i]);

    let bottom = FLOWERS + 2.0 * PITCH + 24.0;
    let mut panel = Panel::sheet(WIDTH, bottom + 26.0);
    let at = |cm: f64| ZERO + CM * cm;
    for cm in [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0] {
        let style = if cm == 0.0 { Ink } else { Grid };
        for [top, end] in [
            [FIRST - 18.0, FIRST + 3.0 * PITCH + 16.0],
            [FLOWERS - 16.0, bottom],
        ] {
            panel.segment([at(cm), top], [at(cm), end], style.width(1.25));
        }
        let unit = if cm == 8.0 { " cm" } else { "" };
        let number = format!("{}{unit}", decimal(cm));
        let number = Label::new(number).size(15.0).gap(6.0);
        panel.label([at(cm), bottom], South, number);
    }
    panel.label([2.0, 12.0], East, Label::new("weights").heavy().gap(0.0));
    let below = [2.0, FLOWERS - 32.0];
    let title = Label::new("flowers, and predictions").heavy().gap(0.0);
    panel.label(below, East, title);

    for (k, &weight) in weights.iter().enumerate() {
        let middle = FIRST + PITCH * k as f64;
        let colour = COLOURS[k];
        panel.label([NAMES, middle], West, colour.label(COLUMNS[k]));
        let (left, right) = (at(weight.min(0.0)), at(weight.max(0.0)));
        if right > left {
            let [top, end] = [middle - HIGH / 2.0, middle + HIGH / 2.0];
            let bar = colour.width(1.5).filled(0.3);
            panel.rectangle([left, top], [right, end], 0.0, bar);
        }
        // A negative one has its number where the bar begins.
        let number = colour.label(three(weight)).heavy();
        panel.label([right, middle], East, number);
    }
    for (species, &prediction) in of_species.iter().enumerate() {
        let middle = FLOWERS + PITCH * species as f64;
        let colour = COLOURS[species + 1];
        panel.label([NAMES, middle], West, colour.label(COLUMNS[species + 1]));
        let own = (0..150).filter(|&i| iris.y[i] == species);
        // Equal lengths beside each other would be one dot.
        let dots = own.map(|i| [at(lengths[i]), middle + 3.0 * ((i % 5) as f64 - 2.0)]);
        let dots: Vec<_> = dots.collect();
        panel.scatter(&dots, Circle, 2.5, colour.width(0.0).filled(0.5));
        let [top, end] = [middle - 14.0, middle + 14.0];
        panel.segment([at(prediction), top], [at(prediction), end], Ink.width(3.0));
        let number = Label::new(three(prediction)).heavy();
        // Setosa has room on its right, the others, below 3 cm, on their left.
        let (x, side) = match species {
            0 => (at(2.0), East),
            1 => (at(2.9), West),
            _ => (at(4.4), West),
        };
        panel.label([x, middle], side, number);
    }

    let listed = |numbers: &[f64]| joined(numbers.iter().map(|&x| three(x)), ", ");
    let [weights, predictions] = [weights.to_vec(), of_species.to_vec()].map(|x| listed(&x));
    let state = format!(
        "t = {} cm: weights {weights}; predictions {predictions} cm.",
        decimal(t)
    );
    Frame::new("Weights that move while predictions stand still", panel)
        .describe(format!(
            "Above, four bars from 0 along an axis in cm: the weights of an intercept, setosa, \
             versicolor and virginica. Below, on the same axis, the petal lengths of 150 irises as \
             dots, a line for each species, with an upright line where the model predicts. {state}"
        ))
        .state(state)
}

/// A number with three decimals.
fn three(x: f64) -> String {
    // Never -0.000.
    let number = format!("{:.3}", (1000.0 * x).round() / 1000.0 + 0.0);
    number.replace('-', "−")
}
