//! Sums and products entry by entry, and what is said of shapes that do not
//! fit, beside ndarray's operators.

use mlmath::matrices::{add, hadamard, scale};
use mlmath::prelude::*;

fn main() {
    let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let mask = array![[1.0, 0.0, 0.0], [1.0, 1.0, 0.0]];
    println!("2a\n{}", scale(2.0, &a));
    match hadamard(&a, &mask) {
        Ok(product) => println!("a times the mask, entry by entry\n{product}"),
        Err(error) => println!("{error}"),
    }

    let row = array![[10.0, 20.0, 30.0]];
    match add(&a, &row) {
        Ok(sum) => println!("a + row\n{sum}"),
        Err(error) => println!("a + row: {error}"),
    }
    println!("ndarray repeats the row:\n{}", &a + &row);
}
