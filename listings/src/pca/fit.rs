use super::PcaError;
use super::centre::{Means, less_means, means};
use crate::eigen::{Svd, svd};
use crate::inverse::check_range;
use crate::{Matrix, Vector};
use ndarray::s;

/// The first k principal components of a data matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Pca {
    /// The means of the d columns.
    pub mean: Vector,
    /// What rounding the means has left of them.
    pub(super) rest: Vector,
    /// Shape d×k: column j is component j, and the columns are orthonormal. Of an
    /// entry that is at least half as large as the largest one, the first is
    /// positive.
    pub components: Matrix,
    /// All r = min(n, d) singular values of the centred data matrix, in descending
    /// order.
    pub singular_values: Vector,
    /// How many rows there were.
    pub rows: usize,
}

impl Pca {
    /// The first k principal components, from the singular value decomposition
    /// X_c = UΣVᵀ of the centred data matrix.
    ///
    /// Each singular value is off by a small multiple of 2⁻⁵³σ₁. Shapes: X of shape
    /// n×d gives d×k. Cost: that of [`svd`], about 4nd² operations for n far above
    /// d.
    ///
    /// # Errors
    ///
    /// [`PcaError::Data`] if X is empty or not finite, or a sum of squares is too
    /// large for f64; [`PcaError::OneRow`]; [`PcaError::NoSpread`] if all rows are
    /// equal; [`PcaError::Components`] unless 1 ≤ k ≤ min(n, d).
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[2.0, 1.0], [1.0, 2.0], [-1.0, -2.0], [-2.0, -1.0]];
    /// let pca = Pca::fit(&x, 1)?;
    /// assert!((pca.components[[0, 0]] - pca.components[[1, 0]]).abs() < 1e-15);
    /// assert!((pca.explained_variance_ratio()[0] - 0.9).abs() < 1e-15);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 2.4; Jolliffe,
    /// *Principal Component Analysis*, section 3.5.
    pub fn fit(x: &Matrix, k: usize) -> Result<Pca, PcaError> {
        let (means, x_c) = prepared(x, k)?;
        let Svd { sigma, v, .. } = svd(&x_c)?;
        Pca::of(means, v.slice(s![.., ..k]).to_owned(), sigma, x.nrows())
    }

    /// Components with their signs made firm, if there is any spread.
    pub(super) fn of(
        Means { near, rest }: Means,
        mut components: Matrix,
        singular_values: Vector,
        rows: usize,
    ) -> Result<Pca, PcaError> {
        if singular_values[0] == 0.0 {
            return Err(PcaError::NoSpread);
        }
        for mut component in components.columns_mut() {
            let largest = component.iter().fold(0.0, |most, v_i| v_i.abs().max(most));
            let leads = component.iter().find(|v_i| v_i.abs() >= largest / 2.0);
            if leads.is_some_and(|v_i| *v_i < 0.0) {
                component *= -1.0;
            }
        }
        let mean = &near + &rest;
        let rest = (near - &mean) + rest;
        let pca = Pca {
            mean,
            rest,
            components,
            singular_values,
            rows,
        };
        check_range(&[pca.squares_from(0)])?;
        Ok(pca)
    }

    /// How many components there are.
    pub fn k(&self) -> usize {
        self.components.ncols()
    }

    /// The variances λ₁, …, λₖ along the components: λⱼ = σⱼ²/(n − 1).
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
    /// let variances = Pca::fit(&x, 2)?.explained_variance();
    /// assert!((variances - array![6.0, 2.0 / 3.0]).iter().all(|d| d.abs() < 1e-14));
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 3.5.
    pub fn explained_variance(&self) -> Vector {
        self.deviations().mapv(|s_j| s_j * s_j)
    }

    /// The standard deviations √λ₁, …, √λₖ along the components.
    pub(super) fn deviations(&self) -> Vector {
        let first = self.singular_values.slice(s![..self.k()]);
        first.mapv(|sigma| sigma / (self.rows as f64 - 1.0).sqrt())
    }

    /// Which part of the total variance, that of all components there are, lies
    /// along each of the first k: λⱼ/(λ₁ + λ₂ + …).
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
    /// let ratio = Pca::fit(&x, 1)?.explained_variance_ratio();
    /// assert!((ratio[0] - 0.9).abs() < 1e-15);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 6.1.1.
    pub fn explained_variance_ratio(&self) -> Vector {
        // In units of σ₁, since squares may leave the range of f64.
        let squares = self
            .singular_values
            .mapv(|sigma| (sigma / self.singular_values[0]).powi(2));
        let total: f64 = squares.iter().sum();
        squares.slice(s![..self.k()]).mapv(|square| square / total)
    }

    /// The least sum of squared distances between the rows and k-dimensional
    /// replacements: what lies along the components that are left out.
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
    /// assert!((Pca::fit(&x, 1)?.squared_error() - 2.0).abs() < 1e-14);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 3.5.
    pub fn squared_error(&self) -> f64 {
        self.squares_from(self.k())
    }

    fn squares_from(&self, first: usize) -> f64 {
        let left = self.singular_values.slice(s![first..]);
        left.iter().rev().map(|sigma| sigma * sigma).sum()
    }

    /// The numerical rank of the centred data: how many singular values are above
    /// max(n, d)·2⁻⁵²·σ₁. Components beyond it are directions of no spread, in any
    /// order.
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[1.0, 2.0], [2.0, 4.0], [4.0, 8.0]];
    /// assert_eq!(Pca::fit(&x, 2)?.rank(), 1);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.4.1.
    pub fn rank(&self) -> usize {
        let longer = self.rows.max(self.mean.len()) as f64;
        let least = longer * f64::EPSILON;
        let first = self.singular_values[0];
        let counts = |sigma: &&f64| **sigma / first > least;
        self.singular_values.iter().filter(counts).count()
    }

    /// The scores of rows: Z = (X − 1x̄ᵀ)V, each row's coordinates along the
    /// components.
    ///
    /// Shapes: (n×d)(d×k) = n×k. Cost: ndk multiplications and additions.
    ///
    /// # Errors
    ///
    /// [`PcaError::Columns`] if X has not d columns; [`PcaError::Data`] if it has no
    /// row or is not finite, or a score is too large for f64.
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let pca = Pca::fit(&array![[0.0, 0.0], [3.0, 4.0]], 1)?;
    /// let scores = pca.transform(&array![[6.0, 8.0]])?;
    /// assert!((scores[[0, 0]] - 7.5).abs() < 1e-14);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 1.1.
    pub fn transform(&self, x: &Matrix) -> Result<Matrix, PcaError> {
        check_columns(x, self.mean.len())?;
        let scores = less_means(x, &self.mean, &self.rest)?.dot(&self.components);
        check_range(&scores)?;
        Ok(scores)
    }

    /// The rows with these scores: 1x̄ᵀ + ZVᵀ, the nearest that k components can
    /// say.
    ///
    /// Shapes: (n×k)(k×d) = n×d. Cost: ndk multiplications and additions.
    ///
    /// # Errors
    ///
    /// [`PcaError::Columns`] if Z has not k columns; [`PcaError::Data`] if it has no
    /// row or is not finite, or an entry is too large for f64.
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let pca = Pca::fit(&array![[0.0, 0.0], [3.0, 4.0]], 1)?;
    /// let x = pca.inverse_transform(&array![[7.5]])?;
    /// assert!((x - array![[6.0, 8.0]]).iter().all(|d| d.abs() < 1e-14));
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Jolliffe, *Principal Component Analysis*, section 3.5.
    pub fn inverse_transform(&self, z: &Matrix) -> Result<Matrix, PcaError> {
        check_columns(z, self.k())?;
        let x = z.dot(&self.components.t()) + &self.mean;
        check_range(&x)?;
        Ok(x)
    }

    /// Whitened scores: each divided by the standard deviation √λⱼ along its
    /// component. The covariance matrix of the rows that were fitted becomes I.
    ///
    /// Shapes: n×d gives n×k. Cost: that of [`Pca::transform`].
    ///
    /// # Errors
    ///
    /// [`PcaError::NoVariance`] if k is above [`Pca::rank`], and as
    /// [`Pca::transform`].
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
    /// let white = Pca::fit(&x, 2)?.whiten(&x)?;
    /// assert!((white[[0, 0]] - 1.5_f64.sqrt()).abs() < 1e-15);
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Bishop, *Pattern Recognition and Machine Learning*, section 12.1.3.
    pub fn whiten(&self, x: &Matrix) -> Result<Matrix, PcaError> {
        if self.rank() < self.k() {
            return Err(PcaError::NoVariance {
                component: self.rank(),
            });
        }
        let white = self.transform(x)? / &self.deviations();
        check_range(&white)?;
        Ok(white)
    }

    /// The rows with these whitened scores: what [`Pca::whiten`] divided by is
    /// multiplied again before the way back.
    ///
    /// Shapes: n×k gives n×d. Cost: that of [`Pca::inverse_transform`].
    ///
    /// # Errors
    ///
    /// As [`Pca::inverse_transform`].
    ///
    /// ```
    /// use mlmath::{pca::Pca, prelude::*};
    ///
    /// let x = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
    /// let pca = Pca::fit(&x, 2)?;
    /// let back = pca.unwhiten(&pca.whiten(&x)?)?;
    /// assert!((back - x).iter().all(|d| d.abs() < 1e-14));
    /// # Ok::<(), mlmath::pca::PcaError>(())
    /// ```
    ///
    /// Source: Bishop, *Pattern Recognition and Machine Learning*, section 12.1.3.
    pub fn unwhiten(&self, white: &Matrix) -> Result<Matrix, PcaError> {
        check_columns(white, self.k())?;
        self.inverse_transform(&(white * &self.deviations()))
    }
}

/// The means and the centred data, if k components of them can be asked for.
pub(super) fn prepared(x: &Matrix, k: usize) -> Result<(Means, Matrix), PcaError> {
    let means = means(x)?;
    if x.nrows() == 1 {
        return Err(PcaError::OneRow);
    }
    let most = x.nrows().min(x.ncols());
    if !(1..=most).contains(&k) {
        return Err(PcaError::Components { asked: k, most });
    }
    let x_c = less_means(x, &means.near, &means.rest)?;
    Ok((means, x_c))
}

/// Refuses what has another number of columns, or is empty or not finite.
fn check_columns(x: &Matrix, expected: usize) -> Result<(), PcaError> {
    if x.ncols() != expected {
        return Err(PcaError::Columns {
            expected,
            found: x.ncols(),
        });
    }
    Ok(crate::inverse::check_entries(x)?)
}
