//! Three right predictions, and a loss that says they are wrong.

use mlmath::prelude::*;

fn main() {
    let y: Vector = array![1.0, 2.0, 3.0];
    // What a model returns for three samples: a column, 3×1.
    let y_hat: Matrix = array![[1.0], [2.0], [3.0]];

    let difference = &y - &y_hat;
    println!("y - y_hat has the shape {:?}:", difference.dim());
    println!("{difference}");
    let loss = difference.mapv(|d| d * d).mean();
    println!("mean of the squares: {:.4}", loss.unwrap_or(f64::NAN));

    let difference = &y - &y_hat.column(0);
    println!(
        "\ny - y_hat.column(0) has the shape {:?}:",
        difference.dim()
    );
    println!("{difference}");
    let loss = difference.mapv(|d| d * d).mean();
    println!("mean of the squares: {:.4}", loss.unwrap_or(f64::NAN));
}
