//! An inverse, a system, and five matrices that are refused.

use mlmath::inverse::{InverseError, determinant, gauss_jordan, inverse};
use mlmath::prelude::*;

fn main() -> Result<(), InverseError> {
    let a = array![[1.0, 1.0, 2.0], [2.0, 1.0, 2.0], [-1.0, 0.0, 1.0]];
    println!("inverse\n{}", inverse(&a)?);
    println!("determinant {}", determinant(&a)?);
    let b = array![[4.0], [5.0], [0.0]];
    println!("solution of Ax = b\n{}", gauss_jordan(&a, &b)?);

    let rows_in_step = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    for hopeless in [
        array![[1.0, 2.0], [2.0, 4.0]],
        array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        Matrix::zeros((0, 0)),
        array![[1.0, f64::NAN], [0.0, 1.0]],
    ] {
        match inverse(&hopeless) {
            Ok(inverse) => println!("{inverse}"),
            Err(error) => println!("{error}"),
        }
    }
    match inverse(&rows_in_step) {
        Err(InverseError::Uncertain { bound, .. }) => {
            println!("an entry has no certain digit: {}", bound >= 1.0);
        }
        other => println!("{other:?}"),
    }
    Ok(())
}
