//! The inverse of XᵀX when one more flower arrives: updated, and computed anew.

use mlmath::data::iris;
use mlmath::inverse::{gram, inverse, sherman_morrison};
use mlmath::matrices::scale;
use mlmath::prelude::*;
use ndarray::{Axis, concatenate, s};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let lengths = iris().x;
    let x = concatenate![Axis(1), lengths, Matrix::ones((150, 1))];
    let before = x.slice(s![..149, ..]).to_owned();
    let flower = x.row(149).to_owned();

    let updated = sherman_morrison(&inverse(&gram(&before))?, &flower, &flower)?;
    let fresh = inverse(&gram(&x))?;
    println!("1000 times the inverse\n{:.2}", scale(1000.0, &fresh));
    let difference = (&updated - &fresh).fold(0.0, |most: f64, d| most.max(d.abs()));
    println!("the update agrees to 10 decimals: {}", difference < 0.5e-10);
    Ok(())
}
