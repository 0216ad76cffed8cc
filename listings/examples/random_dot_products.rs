//! How large is the dot product of two random vectors, and what does the softmax
//! make of ten of them? Entries are uniform, with mean 0 and variance 1.

use mlmath::matrix_multiplication::dot;
use mlmath::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

const QUERIES: usize = 10_000;
const KEYS: usize = 10;

fn main() {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(3);
    println!("      typical dot product    largest of ten weights");
    println!("   d  as it is  over root    as it is  over root");
    for d in [4, 16, 64, 256, 1024] {
        let root = (d as f64).sqrt();
        let mut random = || {
            let entry = |_| 12.0_f64.sqrt() * (generator.random::<f64>() - 0.5);
            Vector::from_shape_fn(d, entry)
        };
        let (mut squares, mut without, mut with) = (0.0, 0.0, 0.0);
        for _ in 0..QUERIES {
            let query = random();
            let scores: Vector = (0..KEYS).map(|_| dot(&query, &random())).collect();
            squares += dot(&scores, &scores);
            without += largest_weight(&scores);
            with += largest_weight(&(scores / root));
        }
        let size = (squares / (QUERIES * KEYS) as f64).sqrt();
        let [without, with] = [without, with].map(|sum| sum / QUERIES as f64);
        let over_root = size / root;
        println!("{d:>4}  {size:>8.1}  {over_root:>9.2}    {without:>8.2}  {with:>9.2}");
    }
}

/// The largest of the weights that the softmax makes of some scores.
fn largest_weight(scores: &Vector) -> f64 {
    let powers = scores.mapv(f64::exp);
    powers.iter().copied().fold(0.0, f64::max) / powers.sum()
}
