//! Sums and multiples of two vectors, beside ndarray's operators.

use mlmath::prelude::*;
use mlmath::vectors::{add, axpy, scale};

fn main() {
    let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
    println!("                 mlmath    ndarray");
    println!("u + v            {}    {}", add(&u, &v), &u + &v);
    println!("2u               {}    {}", scale(2.0, &u), 2.0 * &u);

    let mut w = v.clone();
    axpy(-2.0, &u, &mut w);
    println!("v - 2u           {w}  {}", &v - 2.0 * &u);

    println!("\nndarray repeats a vector of dimension 1; add panics instead:");
    println!("u + (10)                   {}", &u + &array![10.0]);
}
