//! A system that has a solution, one that has many, one that has none, and
//! four matrices that `solve` refuses.

use mlmath::linear_systems::{SolveError, solution_set, solve};
use mlmath::prelude::*;

fn main() -> Result<(), SolveError> {
    let a = array![[1.0, 2.0, 1.0], [2.0, 6.0, 4.0], [1.0, 4.0, 5.0]];
    println!("{}", solve(&a, &array![3.0, 6.0, 1.0])?);

    // Three equations, four unknowns; entries up to 1e-12 count as 0.
    let a = array![
        [1.0, 2.0, 1.0, 4.0],
        [2.0, 4.0, 3.0, 9.0],
        [1.0, 2.0, 0.0, 3.0]
    ];
    for b in [array![3.0, 7.0, 2.0], array![3.0, 7.0, 5.0]] {
        println!("{}", solution_set(&a, &b, 1e-12)?);
    }

    for refused in [
        array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]],
        array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        Matrix::zeros((0, 0)),
        array![[1.0, f64::NAN], [0.0, 1.0]],
    ] {
        match solve(&refused, &Vector::ones(refused.nrows())) {
            Ok(x) => println!("{x}"),
            // Of which entry, and how large its error may be, rounding decides.
            Err(SolveError::Uncertain { .. }) => println!("no digit is certain"),
            Err(error) => println!("{error}"),
        }
    }
    Ok(())
}
