//! Directions without a pattern in n dimensions, and distances between points
//! without one; then the digits, and the digits with each pixel shuffled.

use mlmath::data::digits;
use mlmath::matrix_multiplication::cosine_similarity;
use mlmath::prelude::*;
use mlmath::vectors::{NoDirection, distance};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A direction to which none is preferred: its entries are sums of twelve
/// numbers, which is normal enough.
fn direction(n: usize, random: &mut Xoshiro256PlusPlus) -> Vector {
    let mut entry = || (0..12).map(|_| random.random::<f64>() - 0.5).sum();
    Vector::from_shape_simple_fn(n, &mut entry)
}

/// The mean, over the first 200 rows, of the distance of the nearest other row
/// divided by that of the farthest.
fn contrast(x: &Matrix) -> f64 {
    let rows: Vec<Vector> = x
        .rows()
        .into_iter()
        .take(200)
        .map(|row| row.to_owned())
        .collect();
    let of = |i: usize| {
        let others = rows.iter().enumerate().filter(|(k, _)| *k != i);
        let far = others.map(|(_, row)| distance(row, &rows[i]));
        let (near, far) = far.fold((f64::INFINITY, 0.0), |(near, far), d| {
            (d.min(near), d.max(far))
        });
        near / far
    };
    (0..rows.len()).map(of).sum::<f64>() / rows.len() as f64
}

fn main() -> Result<(), NoDirection> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(8);
    println!("    n  n mean cos²  beyond 60°  nearest / farthest");
    for n in [2, 10, 100, 1000] {
        let (mut squares, mut beyond, pairs) = (0.0, 0, 4000);
        for _ in 0..pairs {
            let [u, v] = [0; 2].map(|_| direction(n, &mut random));
            let cosine = cosine_similarity(&u, &v)?;
            squares += cosine * cosine / pairs as f64;
            beyond += usize::from(cosine.abs() <= 0.5);
        }
        let cube = Matrix::from_shape_simple_fn((200, n), || random.random::<f64>());
        let share = 100.0 * beyond as f64 / pairs as f64;
        let mean = n as f64 * squares;
        println!(
            "{n:>5}  {mean:>11.2}  {share:>8.0} %  {:>18.2}",
            contrast(&cube)
        );
    }
    let digits = digits().x;
    let mut shuffled = digits.clone();
    for mut pixel in shuffled.columns_mut() {
        for i in (1..pixel.len()).rev() {
            pixel.swap(i, random.random_range(0..=i));
        }
    }
    println!(
        "digits, 64 pixels: nearest / farthest {:.2}",
        contrast(&digits)
    );
    println!(
        "each pixel shuffled by itself:        {:.2}",
        contrast(&shuffled)
    );
    Ok(())
}
