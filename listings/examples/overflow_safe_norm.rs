//! The norm of (3c, 4c) is 5c; for very large and very small c, its squares
//! leave the range of f64.

use mlmath::prelude::*;
use mlmath::vectors::norm_l2;

fn main() {
    println!("     c   by the formula     norm_l2");
    for c in [1.0, 1e200, 1e-162, 1e-200] {
        let x: Vector = array![3.0 * c, 4.0 * c];
        let formula = x.mapv(|x_i| x_i * x_i).sum().sqrt();
        println!("{c:>6e}   {formula:>14.2e}   {:>9.2e}", norm_l2(&x));
    }
}
