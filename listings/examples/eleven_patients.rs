//! Eleven columns fit any eleven patients; with twelve there is a witness.

use mlmath::data::diabetes;
use mlmath::prelude::*;
use mlmath::vector_spaces::{Membership, membership};
use ndarray::{Axis, concatenate, s};

/// The first n entries as whole numbers; they have at most four decimals.
fn whole(column: &Vector, n: usize) -> Vec<i128> {
    let entries = column.iter().take(n);
    entries.map(|x| (x * 1e4).round() as i128).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let patients = diabetes();
    let x = concatenate![Axis(1), patients.x, Matrix::ones((442, 1))];
    let columns: Vec<Vector> = x.columns().into_iter().map(|v| v.to_owned()).collect();
    let of_first = |n: usize| -> Vec<_> { columns.iter().map(|v| whole(v, n)).collect() };

    let measured = whole(&patients.y, 11);
    let mut ascending = measured.clone();
    ascending.sort_unstable();
    for (order, y) in [("as measured", measured), ("ascending", ascending)] {
        if let Membership::Inside(weights) = membership(&of_first(11), &y)? {
            let w: Vector = weights.numbers().into();
            let missed = (&patients.y - &x.dot(&w)).slice(s![11..]).to_owned();
            let error = (missed.dot(&missed) / 431.0).sqrt();
            println!("11 patients, {order}: fitted exactly");
            println!("  weight of bmi {:.1}, bias {:.1}", w[2], w[10]);
            println!("  typical error on the other 431: {error:.1}");
        }
    }
    if let Membership::Outside(y) = membership(&of_first(12), &whole(&patients.y, 12))? {
        let largest = y
            .iter()
            .fold(0.0, |most: f64, &y_i| most.max((y_i as f64).abs()));
        let y: Vector = y.iter().map(|&y_i| y_i as f64 / largest).collect();
        println!("12 patients: out of reach, by the witness\n{y:.2}");
    }
    Ok(())
}
