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
    println!("{computed:.5}");

    let residual = &b - &times_vector(&a, &computed)?;
    println!("residual  {:.1e}", norm_inf(&residual) / norm_inf(&b));
    println!("backward  {:.1e}", backward_error(&a, &b, &computed)?);
    println!("error     {:.1e}", norm_inf(&(&computed - &x)));
    let kappa = condition_number(&a, operator_norm_inf)?;
    println!("condition {kappa:.1e}");

    // Up to here a digit or two are certain; then none is.
    for n in [11, 12] {
        let x = solve(&hilbert(n), &times_vector(&hilbert(n), &Vector::ones(n))?);
        match x {
            Ok(x) => println!("n = {n}: error {:.1e}", norm_inf(&(x - Vector::ones(n)))),
            Err(error) => println!("n = {n}: {error}"),
        }
    }
    Ok(())
}
