//! Two formulas for the angle between (1, 0) and a vector that is turned away
//! from it by a small angle.

use mlmath::matrix_multiplication::{angle, cosine_similarity};
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = array![1.0, 0.0];
    println!("true  from the cosine  from sum and difference");
    for exponent in [-1, -3, -5, -7, -9] {
        let true_angle = 10.0_f64.powi(exponent);
        let y = array![true_angle.cos(), true_angle.sin()];
        let from_cosine = cosine_similarity(&x, &y)?.acos();
        println!(
            "1e{exponent}  {from_cosine:>15.2e}  {:>23.2e}",
            angle(&x, &y)?
        );
    }
    Ok(())
}
