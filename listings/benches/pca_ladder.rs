//! Five principal components: through singular values, through the covariance
//! matrix, and linfa's.
//!
//! The data are a product of random factors whose columns shrink by equal factors,
//! plus noise, or a data set of the book. linfa's time counts only where its
//! singular values are within 10⁻⁹σ₁ of ours, in the same run; otherwise the table
//! says how far they are off.

mod support;

use linfa::DatasetBase;
use linfa::traits::Fit;
use linfa_reduction::Pca as LinfaPca;
use mlmath::Matrix;
use mlmath::data::{diabetes, wine};
use mlmath::pca::{Pca, standardise};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::hint::black_box;
use std::time::Duration;
use support::{Ladder, median_of, milliseconds};

/// How many components.
const K: usize = 5;

fn main() {
    let mut ladder = Ladder::new(
        "Five principal components in f64, one thread, milliseconds",
        &[
            "data",
            "fit",
            "fit_covariance",
            "linfa, k = 5",
            "linfa, k = d",
        ],
    );
    let standard = |x: &Matrix| standardise(x).expect("columns that vary").z;
    for (name, x) in [
        ("10,000 x 20, falling", falling(10_000, 20)),
        ("10,000 x 20, noise", noise(10_000, 20)),
        ("100,000 x 50, falling", falling(100_000, 50)),
        ("100,000 x 50, noise", noise(100_000, 50)),
        ("Wine, standardised", standard(&wine().x)),
        ("Diabetes, standardised", standard(&diabetes().x)),
    ] {
        let x = black_box(x);
        let ours = timed(&x, || Pca::fit(&x, K).expect("components"));
        let fast = timed(&x, || Pca::fit_covariance(&x, K).expect("components"));
        let [few, all] = [K, x.ncols()].map(|k| linfas(&x, k));
        ladder.row([
            name.to_owned(),
            milliseconds(ours),
            milliseconds(fast),
            few,
            all,
        ]);
    }
    ladder.finish();
}

/// The median of so many runs as such data leave time for.
fn timed<T>(x: &Matrix, work: impl FnMut() -> T) -> Duration {
    median_of(if x.len() > 1_000_000 { 3 } else { 21 }, work)
}

/// linfa's time, or by how much its answer is wrong.
fn linfas(x: &Matrix, k: usize) -> String {
    let sigma = Pca::fit(x, K).expect("components").singular_values;
    let data = DatasetBase::from(x.clone());
    let fit = || LinfaPca::params(k).fit(&data).expect("components");
    let found = fit();
    let differences = sigma
        .iter()
        .zip(found.singular_values())
        .map(|(a, b)| (a - b).abs());
    let off = differences.fold(0.0, f64::max) / sigma[0];
    match off < 1e-9 {
        true => milliseconds(timed(x, fit)),
        false => format!("off by {off:.0e}"),
    }
}

fn noise(n: usize, d: usize) -> Matrix {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(10);
    Matrix::from_shape_simple_fn((n, d), || random.random_range(-1.0..1.0))
}

/// Columns that shrink by equal factors to a hundredth, mixed, plus noise.
fn falling(n: usize, d: usize) -> Matrix {
    let mut factors = noise(n, d);
    for (j, mut column) in factors.columns_mut().into_iter().enumerate() {
        column *= 0.01_f64.powf(j as f64 / (d - 1) as f64);
    }
    let mut random = Xoshiro256PlusPlus::seed_from_u64(11);
    let mixing = Matrix::from_shape_simple_fn((d, d), || random.random_range(-1.0..1.0));
    factors.dot(&mixing) + 0.001 * noise(n, d)
}
