//! How far diabetes progressed, from the body mass index and from all ten
//! measurements of 442 patients: least squares, and linfa's answer beside it.

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_linear::LinearRegression;
use mlmath::data::diabetes;
use mlmath::matrix_multiplication::dot;
use mlmath::prelude::*;
use mlmath::projections::{least_squares, with_ones};
use ndarray::s;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = diabetes();
    let bmi = data.x.slice(s![.., 2..3]).to_owned();
    let mean = bmi.mean().ok_or("no patients")?;
    let centred: Vector = bmi.column(0).mapv(|x| x - mean);
    let slope = dot(&centred, &data.y) / dot(&centred, &centred);
    let bias = data.y.mean().ok_or("no patients")? - slope * mean;
    println!("a shadow on a line: {slope:.6} {bias:.5}");

    for (name, x) in [("body mass", bmi), ("all ten", data.x.clone())] {
        let ours = least_squares(&with_ones(&x), &data.y)?;
        let theirs = LinearRegression::new().fit(&Dataset::new(x, data.y.clone()))?;
        let mut linfa = theirs.params().to_vec();
        linfa.push(theirs.intercept());
        if let [w, b] = ours.to_vec()[..] {
            println!("least squares:      {w:.6} {b:.5}");
            println!("linfa-linear:       {:.6} {:.5}", linfa[0], linfa[1]);
        }
        let apart = ours.iter().zip(&linfa).map(|(w, v)| ((w - v) / v).abs());
        let most = apart.fold(0.0, f64::max);
        println!(
            "{name}: {} weights, less than 1e-10 apart: {}",
            ours.len(),
            most < 1e-10
        );
    }
    Ok(())
}
