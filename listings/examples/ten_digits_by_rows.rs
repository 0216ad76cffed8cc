//! Ten digits of 64 pixels: components from the dot products of the rows.

use mlmath::data::digits;
use mlmath::eigen::symmetric_eigen;
use mlmath::pca::{Pca, centre, covariance};
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = digits().x.slice(ndarray::s![..10, ..]).to_owned();
    let (n, d) = x.dim();
    let (x_c, _) = centre(&x)?;

    // The same eigenvalues but for zeros, of a matrix 10×10 and of one 64×64.
    let of_rows = symmetric_eigen(&(x_c.dot(&x_c.t()) / (n as f64 - 1.0)))?.values;
    let of_columns = symmetric_eigen(&covariance(&x)?)?.values;
    for j in [0, 1, 8] {
        println!(
            "lambda {}: {:.4} and {:.4}",
            j + 1,
            of_rows[j],
            of_columns[j]
        );
    }
    let above = |values: &Vector| values.iter().filter(|v| **v > 1e-9 * values[0]).count();
    println!(
        "above 0: {} of {n} and {} of {d}",
        above(&of_rows),
        above(&of_columns)
    );

    let (few, all) = (Pca::fit_samples(&x, n - 1)?, Pca::fit(&x, n - 1)?);
    let apart = (&few.components - &all.components).fold(0.0, |m: f64, v| v.abs().max(m));
    println!("components agree: {}", apart < 1e-12);
    println!("one more: {}", Pca::fit_samples(&x, n).expect_err("rank 9"));

    let white = all.whiten(&x)?;
    let distance = |a: usize, b: usize| {
        let way = &white.row(a) - &white.row(b);
        way.dot(&way).sqrt()
    };
    println!(
        "whitened, from image 0 to 1, 2, 3: {:.3} {:.3} {:.3}",
        distance(0, 1),
        distance(0, 2),
        distance(0, 3)
    );
    Ok(())
}
