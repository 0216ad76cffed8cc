//! 1797 digits from k numbers each, and what no digit has shown.

use mlmath::data::digits;
use mlmath::pca::Pca;
use mlmath::prelude::*;
use mlmath::vectors::norm_l2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let digits = digits();
    let ink = |on: fn(usize, usize) -> bool| {
        Matrix::from_shape_fn((1, 64), |(_, p)| if on(p / 8, p % 8) { 16.0 } else { 0.0 })
    };
    let cross = ink(|i, j| i == j || i + j == 7);
    let chessboard = ink(|i, j| (i + j) % 2 == 1);

    println!(" k   share   digits: median, most   cross   chessboard");
    for k in [1, 5, 20, 61] {
        let pca = Pca::fit(&digits.x, k)?;
        let mut of_digits = misses(&pca, &digits.x)?;
        of_digits.sort_by(f64::total_cmp);
        let percent = |part: f64| format!("{:.0} %", 100.0 * part);
        println!(
            "{k:2}  {:5.1} %  {:>15}, {:>5}   {:>5}   {:>9}",
            100.0 * pca.explained_variance_ratio().sum(),
            percent(of_digits[of_digits.len() / 2]),
            percent(of_digits[of_digits.len() - 1]),
            percent(misses(&pca, &cross)?[0]),
            percent(misses(&pca, &chessboard)?[0])
        );
    }
    Ok(())
}

/// How far each row is from what k components rebuild, as a part of its distance
/// from the mean.
fn misses(pca: &Pca, x: &Matrix) -> Result<Vec<f64>, Box<dyn std::error::Error>> {
    let rebuilt = pca.inverse_transform(&pca.transform(x)?)?;
    let rows = x.rows().into_iter().zip(rebuilt.rows());
    Ok(rows
        .map(|(row, new)| norm_l2(&(&row - &new)) / norm_l2(&(&row - &pca.mean)))
        .collect())
}
