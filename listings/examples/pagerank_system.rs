//! The ranks of six pages as a linear system, solved at once and step by step.

use mlmath::inverse::operator_norm_1;
use mlmath::linear_systems::{condition_number, solve};
use mlmath::matrices::{identity, times_vector};
use mlmath::prelude::*;
use mlmath::vectors::norm_l1;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let links: [&[usize]; 6] = [&[1, 2], &[2], &[0], &[2, 4], &[3, 5], &[0, 2, 4]];
    let (n, alpha) = (links.len(), 0.85);
    // Column j shares the rank of page j out among the pages it links to.
    let mut shares = Matrix::zeros((n, n));
    for (j, to) in links.iter().enumerate() {
        for &i in *to {
            shares[[i, j]] = 1.0 / to.len() as f64;
        }
    }
    let a = identity(n) - alpha * &shares;
    let b = Vector::from_elem(n, (1.0 - alpha) / n as f64);

    let ranks = solve(&a, &b)?;
    println!("{ranks:.3}, sum {:.3}", ranks.sum());
    println!("condition {:.2}", condition_number(&a, operator_norm_1)?);
    let mut x = Vector::from_elem(n, 1.0 / n as f64);
    for step in 1..=40 {
        x = alpha * &times_vector(&shares, &x)? + &b;
        if [1, 2, 5, 10, 20, 40].contains(&step) {
            let off = norm_l1(&(&x - &ranks));
            println!("step {step:>2}: {x:.3}, off by {off:.1e}");
        }
    }
    Ok(())
}
