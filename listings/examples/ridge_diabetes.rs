//! Ridge regression on 441 patients: ten weights from one system each.

use linfa_datasets::diabetes;
use mlmath::inverse::{gram, operator_norm_inf};
use mlmath::linear_systems::{Cholesky, condition_number, solve};
use mlmath::matrices::{identity, times_vector, transpose};
use mlmath::prelude::*;
use mlmath::vectors::norm_l2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = diabetes();
    let mean = data.records.mean_axis(ndarray::Axis(0)).ok_or("no rows")?;
    let x: Matrix = &data.records - &mean;
    let y: Vector = &data.targets - data.targets.mean().ok_or("no targets")?;
    let right = times_vector(&transpose(&x), &y)?;

    println!("lambda  condition  ||w||  typical error");
    for lambda in [0.0, 0.01, 0.1, 1.0] {
        let a = gram(&x) + lambda * identity(x.ncols());
        let w = Cholesky::new(&a)?.solve(&right)?;
        let error = norm_l2(&(&y - &times_vector(&x, &w)?)) / (y.len() as f64).sqrt();
        let kappa = condition_number(&a, operator_norm_inf)?;
        println!(
            "{lambda:<6}  {kappa:>9.1}  {:>5.0}  {error:>13.2}",
            norm_l2(&w)
        );
    }

    // The third column twice, as features 3 and 11: which of them counts?
    let twice = ndarray::concatenate![ndarray::Axis(1), x, x.slice(ndarray::s![.., 2..3])];
    let right = times_vector(&transpose(&twice), &y)?;
    for lambda in [0.0, 0.01] {
        let a = gram(&twice) + lambda * identity(twice.ncols());
        match solve(&a, &right) {
            Ok(w) => println!("lambda {lambda}: weights {:.2} and {:.2}", w[2], w[10]),
            Err(error) => println!("lambda {lambda}: {error}"),
        }
    }
    Ok(())
}
