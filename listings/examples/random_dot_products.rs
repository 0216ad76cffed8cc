//! How large is the dot product of two random vectors? Entries are uniform,
//! with mean 0 and variance 1.

use mlmath::matrix_multiplication::dot;
use mlmath::prelude::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

const PAIRS: usize = 10_000;

fn main() {
    let mut generator = Xoshiro256PlusPlus::seed_from_u64(3);
    println!("   d  typical size  divided by the root of d");
    for d in [4, 16, 64, 256, 1024] {
        let mut random = || {
            let entry = |_| 12.0_f64.sqrt() * (generator.random::<f64>() - 0.5);
            Vector::from_shape_fn(d, entry)
        };
        let products = (0..PAIRS).map(|_| dot(&random(), &random()));
        let mean_square = products.map(|product| product.powi(2)).sum::<f64>() / PAIRS as f64;
        let size = mean_square.sqrt();
        println!("{d:>4}  {size:>12.1}  {:>24.2}", size / (d as f64).sqrt());
    }
}
