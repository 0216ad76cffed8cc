//! Three ways to orthogonalise the Läuchli matrix, and a second family: how far
//! are the columns of Q from right angles? The largest entry of QᵀQ − I.

use mlmath::inverse::gram;
use mlmath::matrices::identity;
use mlmath::prelude::*;
use mlmath::projections::{GramSchmidt, ProjectionError, Qr, gram_schmidt};

/// A row of ones above a diagonal of ε.
fn laeuchli(epsilon: f64) -> Matrix {
    Matrix::from_shape_fn((4, 3), |(i, j)| match i {
        0 => 1.0,
        i if i == j + 1 => epsilon,
        _ => 0.0,
    })
}

/// The powers 1, t, …, t⁷ at t = 1, 1 + h, …, 1 + 19h.
fn powers(h: f64) -> Matrix {
    Matrix::from_shape_fn((20, 8), |(i, j)| (1.0 + h * i as f64).powi(j as i32))
}

fn lost(q: &Matrix) -> f64 {
    let apart = gram(q) - identity(q.ncols());
    apart.iter().fold(0.0, |most, d| d.abs().max(most))
}

fn main() -> Result<(), ProjectionError> {
    println!(
        "{:<16}{:>10}{:>10}{:>12}",
        "", "classical", "modified", "Householder"
    );
    let of_laeuchli = [1e-2, 1e-5, 1e-8].map(|e| (format!("epsilon {e:.0e}"), laeuchli(e)));
    let of_powers = [1.0, 0.1, 0.03].map(|h| (format!("powers, h {h}"), powers(h)));
    for (name, a) in of_laeuchli.into_iter().chain(of_powers) {
        let (classical, _) = gram_schmidt(&a, GramSchmidt::Classical)?;
        let (modified, _) = gram_schmidt(&a, GramSchmidt::Modified)?;
        let turned = Qr::new(&a)?.q()?;
        let [c, m, h] = [&classical, &modified, &turned].map(lost);
        // The last digit is a matter of rounding.
        let h = match h < 1e-15 {
            true => "< 1e-15".to_owned(),
            false => format!("{h:.0e}"),
        };
        println!("{name:<16}{c:>10.0e}{m:>10.0e}{h:>12}");
    }
    Ok(())
}
