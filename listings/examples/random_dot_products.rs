//! How large is the dot product of two random vectors, and what does the softmax
//! make of ten of them? Entries are uniform, with mean 0 and variance 1.

use mlmath::matrix_multiplication::dot;
use mlmath::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

fn main() {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(3);
    println!("   d  typical  largest weight  over root");
    for d in [4, 16, 64, 256, 1024] {
        let root = (d as f64).sqrt();
        // Between −√3 and √3, that is 2√3 wide.
        let mut entry = |_| 12.0_f64.sqrt() * (generator.random::<f64>() - 0.5);
        let (mut squares, mut without, mut with) = (0.0, 0.0, 0.0);
        for _ in 0..10_000 {
            let query = Vector::from_shape_fn(d, &mut entry);
            let key = |_| Vector::from_shape_fn(d, &mut entry);
            let scores: Vector = (0..10).map(key).map(|key| dot(&query, &key)).collect();
            // Means of 10 000 queries, with ten scores each.
            squares += dot(&scores, &scores) / 1e5;
            without += largest_weight(&scores) / 1e4;
            with += largest_weight(&(scores / root)) / 1e4;
        }
        let typical = squares.sqrt();
        println!("{d:>4}  {typical:>7.1}  {without:>14.2}  {with:>9.2}");
    }
}

/// The largest of the weights that the softmax makes of some scores.
fn largest_weight(scores: &Vector) -> f64 {
    let powers = scores.mapv(f64::exp);
    powers.iter().copied().fold(0.0, f64::max) / powers.sum()
}
