use super::singular::{SMALLEST, complete, orthogonalise_columns, pivoted_qr};
use super::{EigenError, unit_of};
use crate::inverse::{check_entries, check_range};
use crate::matrices::transpose;
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};
use ndarray::s;

/// The singular value decomposition A = UΣVᵀ, without what Σ would multiply by
/// 0 in any case: r = min(m, n) columns of U and of V.
#[derive(Debug, Clone, PartialEq)]
pub struct Svd {
    /// Shape m×r, orthonormal columns: the left singular vectors.
    pub u: Matrix,
    /// The r singular values, in descending order, none negative.
    pub sigma: Vector,
    /// Shape n×r, orthonormal columns: the right singular vectors.
    pub v: Matrix,
}

/// The singular value decomposition of any matrix, by one-sided Jacobi
/// rotations.
///
/// A tall A = QRPᵀ is first made triangular by reflections, with columns in the
/// order P; then the columns of Rᵀ are rotated, two at a time, until all are
/// orthogonal. A wide A is transposed. Each singular value is off by a small
/// multiple of 2⁻⁵³σ₁; where A has columns of different sizes, small ones are
/// often known far better. Shapes: A of shape m×n gives m×r, r and n×r, r =
/// min(m, n). Cost, for m ≥ n: about 4mn² operations, and about 10n³ for each of
/// some six sweeps.
///
/// # Errors
///
/// [`EigenError::Matrix`] if A is empty or not finite, or a singular value is
/// too large for f64.
///
/// ```
/// use mlmath::{eigen::svd, prelude::*};
///
/// let svd = svd(&array![[0.0, 3.0], [2.0, 0.0], [0.0, 0.0]])?;
/// assert_eq!(svd.sigma, array![3.0, 2.0]);
/// assert_eq!(svd.v.mapv(f64::abs), array![[0.0, 1.0], [1.0, 0.0]]);
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 8.6.3; Drmač and
/// Veselić, *New Fast and Accurate Jacobi SVD Algorithm I* (2008).
pub fn svd(a: &Matrix) -> Result<Svd, EigenError> {
    check_entries(a)?;
    if a.nrows() < a.ncols() {
        let Svd { u, sigma, v } = svd(&transpose(a))?;
        return Ok(Svd { u: v, sigma, v: u });
    }
    let unit = unit_of(a);
    let mut columns: Vec<Vector> = a.columns().into_iter().map(|c| &c / unit).collect();
    let n = columns.len();
    let (order, reflections) = pivoted_qr(&mut columns);
    // Row i of R is column i of Rᵀ.
    let entry = |i: usize, j: usize| if i <= j { columns[j][i] } else { 0.0 };
    let mut rows_of_r: Vec<Vector> = (0..n)
        .map(|i| Vector::from_shape_fn(n, |j| entry(i, j)))
        .collect();
    let rotations = orthogonalise_columns(&mut rows_of_r)?;
    let (sigma, directions, by_size) = split(rows_of_r);
    let mut u = Matrix::zeros(a.dim());
    let mut v = Matrix::zeros((n, n));
    for (k, &j) in by_size.iter().enumerate() {
        let mut column = u.column_mut(k);
        column.slice_mut(s![..n]).assign(&rotations[j]);
        for (i, reflection) in reflections.iter().enumerate().rev() {
            reflection.apply(column.slice_mut(s![i..]));
        }
        for (i, &place) in order.iter().enumerate() {
            v[[place, k]] = directions[k][i];
        }
    }
    let sigma = sigma * unit;
    check_range(&sigma)?;
    Ok(Svd { u, sigma, v })
}

/// The lengths of orthogonal vectors in descending order, their directions,
/// with others in place of zero vectors, and where each stood.
fn split(vectors: Vec<Vector>) -> (Vector, Vec<Vector>, Vec<usize>) {
    let lengths: Vec<f64> = vectors.iter().map(norm_l2).collect();
    let mut by_size: Vec<usize> = (0..vectors.len()).collect();
    by_size.sort_by(|&i, &j| lengths[j].total_cmp(&lengths[i]));
    let long = |&&j: &&usize| lengths[j] >= SMALLEST;
    let mut directions: Vec<Vector> = by_size
        .iter()
        .take_while(long)
        .map(|&j| &vectors[j] / lengths[j])
        .collect();
    complete(&mut directions, vectors.len());
    let sigma = by_size.iter().map(|&j| lengths[j]).collect();
    (sigma, directions, by_size)
}

impl Svd {
    /// The numerical rank: how many singular values are above max(m, n)·2⁻⁵²·σ₁,
    /// which is what rounding the entries of A may leave in place of 0.
    ///
    /// ```
    /// use mlmath::{eigen::svd, prelude::*};
    ///
    /// let a = array![[0.1, 0.2, 0.3], [0.2, 0.4, 0.6], [0.3, 0.7, 0.5]];
    /// assert_eq!(svd(&a)?.rank(), 2);
    /// # Ok::<(), mlmath::eigen::EigenError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.4.1.
    pub fn rank(&self) -> usize {
        let longer = self.u.nrows().max(self.v.nrows()) as f64;
        self.rank_above(longer * f64::EPSILON)
    }

    /// How many singular values are above the tolerance times σ₁: the rank if
    /// entries are known only up to that.
    ///
    /// ```
    /// use mlmath::{eigen::svd, prelude::*};
    ///
    /// let svd = svd(&array![[1.0, 0.0], [0.0, 1e-6]])?;
    /// assert_eq!((svd.rank_above(1e-9), svd.rank_above(1e-3)), (2, 1));
    /// # Ok::<(), mlmath::eigen::EigenError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.4.1.
    pub fn rank_above(&self, tolerance: f64) -> usize {
        // Divided, since a product may leave the range of f64.
        let counts = |sigma: &&f64| **sigma > 0.0 && **sigma / self.sigma[0] > tolerance;
        self.sigma.iter().filter(counts).count()
    }

    /// The first k terms of A = σ₁u₁v₁ᵀ + … + σᵣuᵣvᵣᵀ: a nearest matrix of rank
    /// k, if there are k singular values above 0.
    ///
    /// Shape: m×n. All of A for k ≥ r. Cost: 2mnk operations.
    ///
    /// ```
    /// use mlmath::{eigen::svd, prelude::*};
    ///
    /// let a = array![[3.0, 0.0], [0.0, 2.0]];
    /// assert_eq!(svd(&a)?.truncated(1), array![[3.0, 0.0], [0.0, 0.0]]);
    /// # Ok::<(), mlmath::eigen::EigenError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 2.4.3.
    pub fn truncated(&self, k: usize) -> Matrix {
        let mut sum = Matrix::zeros((self.u.nrows(), self.v.nrows()));
        for j in 0..k.min(self.sigma.len()) {
            let (sigma, v) = (self.sigma[j], self.v.column(j));
            for (mut row, u_i) in sum.rows_mut().into_iter().zip(self.u.column(j)) {
                row.scaled_add(sigma * u_i, &v);
            }
        }
        sum
    }

    /// The pseudo-inverse A⁺ = VΣ⁺Uᵀ: of Σ, the entries above max(m, n)·2⁻⁵²·σ₁
    /// are inverted, and the others count as 0.
    ///
    /// A⁺b is the shortest of the vectors x with the least ‖Ax − b‖. Shape: n×m.
    /// Cost: 2mnr operations.
    ///
    /// # Errors
    ///
    /// [`EigenError::Matrix`] if an entry is too large for f64.
    ///
    /// ```
    /// use mlmath::{eigen::svd, prelude::*};
    ///
    /// let a = array![[2.0, 0.0], [0.0, 0.0], [0.0, 0.0]];
    /// let expected = array![[0.5, 0.0, 0.0], [0.0, 0.0, 0.0]];
    /// assert_eq!(svd(&a)?.pseudo_inverse()?, expected);
    /// # Ok::<(), mlmath::eigen::EigenError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.5.2.
    pub fn pseudo_inverse(&self) -> Result<Matrix, EigenError> {
        let mut sum = Matrix::zeros((self.v.nrows(), self.u.nrows()));
        for j in 0..self.rank() {
            let (sigma, u) = (self.sigma[j], self.u.column(j));
            for (mut row, v_i) in sum.rows_mut().into_iter().zip(self.v.column(j)) {
                row.scaled_add(v_i / sigma, &u);
            }
        }
        check_range(&sum)?;
        Ok(sum)
    }

    /// The condition number in the 2-norm, σ₁/σₙ; infinite if σₙ = 0.
    ///
    /// Of a matrix that is not square it is that of its best fit: σ₁/σᵣ.
    ///
    /// ```
    /// use mlmath::{eigen::svd, prelude::*};
    ///
    /// assert_eq!(svd(&array![[4.0, 0.0], [0.0, 2.0]])?.condition_number(), 2.0);
    /// # Ok::<(), mlmath::eigen::EigenError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 2.6.2.
    pub fn condition_number(&self) -> f64 {
        let least = self.sigma[self.sigma.len() - 1];
        match least == 0.0 {
            true => f64::INFINITY,
            false => self.sigma[0] / least,
        }
    }
}
