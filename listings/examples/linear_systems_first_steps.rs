//! Rents, backwards: weights from three flats, from flats with doors, and from four
//! flats that contradict each other. Then four matrices that `solve` refuses.

use mlmath::linear_systems::{SolveError, solution_set, solve};
use mlmath::prelude::*;

fn main() -> Result<(), SolveError> {
    let rents = array![800.0, 1150.0, 1650.0];
    let flats = array![[1.0, 2.0, 50.0], [1.0, 3.0, 80.0], [1.0, 5.0, 120.0]];
    println!("{:.1}", solve(&flats, &rents)?);

    // With doors, rooms + 1. Up to 1e-12 of its terms, an entry counts as 0.
    let four = array![
        [1.0, 2.0, 3.0, 50.0],
        [1.0, 3.0, 4.0, 80.0],
        [1.0, 5.0, 6.0, 120.0],
        [1.0, 4.0, 5.0, 100.0]
    ];
    let three = four.slice(ndarray::s![..3, ..]).to_owned();
    println!("{:.1}", solution_set(&three, &rents, 1e-12)?);
    let rents = array![800.0, 1150.0, 1650.0, 1500.0];
    println!("{}", solution_set(&four, &rents, 1e-12)?);

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
