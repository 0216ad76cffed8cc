//! The largest and the smallest stretch of a matrix, searched for and by the formula.

use mlmath::inverse::stretches;
use mlmath::matrices::{Mat, ShapeError, times_vector};
use mlmath::prelude::*;
use mlmath::vectors::norm_l2;
use std::f64::consts::PI;

fn main() -> Result<(), ShapeError> {
    let a = array![[2.0, -1.0], [1.0, 1.0]];
    let (mut largest, mut smallest) = (0.0_f64, f64::INFINITY);
    for step in 0..1000 {
        let t = PI * f64::from(step) / 1000.0;
        let length = norm_l2(&times_vector(&a, &array![t.cos(), t.sin()])?);
        (largest, smallest) = (largest.max(length), smallest.min(length));
    }
    println!("a thousand directions: {largest:.4} and {smallest:.4}");
    let [largest, smallest] = stretches(Mat([[2.0, -1.0], [1.0, 1.0]]));
    println!("by the formula:        {largest:.4} and {smallest:.4}");
    Ok(())
}
