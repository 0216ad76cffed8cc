//! Two other ways to the same components, through eigenvalues.

use super::centre::largest_unit;
use super::fit::prepared;
use super::{Pca, PcaError};
use crate::eigen::{SymmetricEigen, symmetric_eigen};
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};
use ndarray::s;

impl Pca {
    /// The first k principal components, from the eigenvalues of X_cᵀX_c.
    ///
    /// Quicker than [`Pca::fit`] where n is far above d; but singular values below
    /// 10⁻⁸σ₁ have no digit. Shapes: X of shape n×d gives d×k. Cost: nd²
    /// multiplications and additions, and about 9d³ operations.
    ///
    /// # Errors
    ///
    /// As [`Pca::fit`].
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[2.0, 1.0], [1.0, 2.0], [-1.0, -2.0], [-2.0, -1.0]];
    /// let variance = Pca::fit_covariance(&x, 1)?.explained_variance();
    /// assert!((variance[0] - 6.0).abs() < 1e-14);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 1.1.
    pub fn fit_covariance(x: &Matrix, k: usize) -> Result<Pca, PcaError> {
        let (means, x_c) = prepared(x, k)?;
        let (x_c, unit) = in_unit(x_c);
        let SymmetricEigen { values, vectors } = symmetric_eigen(&x_c.t().dot(&x_c))?;
        let r = x.nrows().min(x.ncols());
        let sigma = roots(&values, r, unit);
        Pca::of(
            means,
            vectors.slice(s![.., ..k]).to_owned(),
            sigma,
            x.nrows(),
        )
    }

    /// The first k principal components, from the eigenvalues of X_cX_cᵀ, the dot
    /// products of the rows with each other: for data with far more columns than
    /// rows.
    ///
    /// An eigenvector u for σ² gives the component X_cᵀu/σ. It is off by about
    /// 2⁻⁵²(σ₁/σ)². Shapes: X of shape n×d gives d×k. Cost: n²d multiplications
    /// and additions, and about 9n³ operations.
    ///
    /// # Errors
    ///
    /// [`PcaError::NoVariance`] if one of the k eigenvalues is at most
    /// max(n, d)·2⁻⁵² times the largest, and as [`Pca::fit`].
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 4.0, 0.0], [-3.0, -4.0, 0.0]];
    /// let pca = Pca::fit_samples(&x, 1)?;
    /// let expected = array![[0.6], [0.8], [0.0]];
    /// assert!((pca.components - expected).iter().all(|d| d.abs() < 1e-15));
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Bishop, *Pattern Recognition and Machine Learning*, section 12.1.4.
    pub fn fit_samples(x: &Matrix, k: usize) -> Result<Pca, PcaError> {
        let (means, x_c) = prepared(x, k)?;
        let (x_c, unit) = in_unit(x_c);
        let SymmetricEigen { values, vectors } = symmetric_eigen(&x_c.dot(&x_c.t()))?;
        if values[0] <= 0.0 {
            return Err(PcaError::NoSpread);
        }
        let least = x.nrows().max(x.ncols()) as f64 * f64::EPSILON * values[0];
        if let Some(component) = (0..k).find(|&j| values[j] <= least) {
            return Err(PcaError::NoVariance { component });
        }
        let mut components = x_c.t().dot(&vectors.slice(s![.., ..k]));
        for mut component in components.columns_mut() {
            component /= norm_l2(&component.to_owned());
        }
        let r = x.nrows().min(x.ncols());
        Pca::of(means, components, roots(&values, r, unit), x.nrows())
    }
}

/// The centred data divided by a power of two near their largest entry, so that no
/// square leaves the range of f64, and this power.
fn in_unit(x_c: Matrix) -> (Matrix, f64) {
    let unit = largest_unit(&x_c);
    (x_c / unit, unit)
}

/// Singular values from their squares; what rounding made negative is 0.
fn roots(squares: &Vector, r: usize, unit: f64) -> Vector {
    squares
        .slice(s![..r])
        .mapv(|square| square.max(0.0).sqrt() * unit)
}
