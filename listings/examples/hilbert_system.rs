//! A Hilbert system with ten unknowns, all of them 1.

use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::{backward_error, condition_number, hilbert, solve};
use mlmath::matrices::times_vector;
use mlmath::prelude::*;
use mlmath::vectors::norm_inf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let a = hilbert(10);
    let x = Vector::ones(10);
    let b = times_vector(&a, &x)?;
    let computed = solve(&a, &b)?;
    println!("{computed:.2}");

    let residual = &b - &times_vector(&a, &computed)?;
    let kappa = condition_number(&a, operator_norm_inf)?;
    println!("condition {kappa:.1e}");
    println!("residual  {}", size(norm_inf(&residual) / norm_inf(&b)));
    println!("backward  {}", size(backward_error(&a, &b, &computed)?));
    println!("error     {}", size(norm_inf(&(&computed - &x))));

    // Up to here a digit or two are right; then none is certain.
    for n in [11, 12] {
        let x = solve(&hilbert(n), &times_vector(&hilbert(n), &Vector::ones(n))?);
        match x {
            Ok(x) => println!("n = {n}: error {}", size(norm_inf(&(x - Vector::ones(n))))),
            Err(_) => println!("n = {n}: no digit is certain"),
        }
    }
    Ok(())
}

/// The nearest power of ten: of what rounding leaves, no more is certain.
fn size(x: f64) -> String {
    format!("1e{}", x.log10().round())
}
