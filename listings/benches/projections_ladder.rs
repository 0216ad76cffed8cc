//! Least squares on tall data: reflections on blocks of rows, the normal equations,
//! and linfa. The features have no pattern, once as they are and once with each
//! column in units of its own; the target is a combination of them with noise.

mod support;

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_linear::LinearRegression;
use mlmath::projections::{Qr, least_squares, normal_equations, with_ones};
use mlmath::{Matrix, Vector};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::hint::black_box;
use std::time::Duration;
use support::{Ladder, is_measuring, median_of, milliseconds};

fn main() {
    let mut ladder = Ladder::new(
        "Milliseconds for least squares with n samples, d features and a bias, one thread",
        &[
            "what",
            "n = 10 000, d = 20",
            "n = 100 000, d = 50",
            "the same, other units",
        ],
    );
    // `cargo test` only wants to know whether it works.
    let smaller = if is_measuring() { 1 } else { 100 };
    let columns = [
        times(10_000 / smaller, 20, 0),
        times(100_000 / smaller, 50, 0),
        times(100_000 / smaller, 50, 12),
    ];
    for (i, (name, _)) in columns[0].iter().enumerate() {
        let [a, b, c] = columns.each_ref().map(|column| milliseconds(column[i].1));
        ladder.row([(*name).to_owned(), a, b, c]);
    }
    ladder.finish();
}

/// Numbers between −1 and 1, the columns multiplied by powers of two of at most this
/// exponent, and a target.
fn data(n: usize, d: usize, most: i32) -> (Matrix, Vector) {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(8);
    let unit = Vector::from_shape_simple_fn(d, || 2.0_f64.powi(random.random_range(-most..=most)));
    let x = Matrix::from_shape_simple_fn((n, d), || random.random_range(-1.0..1.0)) * &unit;
    let weights = Vector::from_shape_fn(d, |j| (j as f64).cos() / unit[j]);
    let noise = Vector::from_shape_simple_fn(n, || random.random_range(-1.0..1.0));
    let y = x.dot(&weights) + noise;
    (x, y)
}

/// What was done, and how long it took.
fn times(n: usize, d: usize, most: i32) -> [(&'static str, Duration); 4] {
    let (x, y) = black_box(data(n, d, most));
    let all = with_ones(&x);
    let dataset = Dataset::new(x, y.clone());
    let runs = 21;
    [
        ("least_squares", median_of(runs, || least_squares(&all, &y))),
        (
            "Qr::new, then Qr::solve",
            median_of(runs, || Qr::new(&all).and_then(|qr| qr.solve(&y))),
        ),
        (
            "normal_equations",
            median_of(runs, || normal_equations(&all, &y)),
        ),
        (
            "linfa-linear 0.8.1",
            median_of(runs, || LinearRegression::new().fit(&dataset)),
        ),
    ]
}
