use super::SolveError;
use super::errors::check_right_hand_side;
use super::triangular::{back_transposed, forward};
use crate::inverse::check_square;
use crate::{Matrix, Vector};
use ndarray::s;

/// The factor of A = LLᵀ for a symmetric positive definite A.
#[derive(Debug, Clone, PartialEq)]
pub struct Cholesky {
    lower: Matrix,
}

impl Cholesky {
    /// The factor of A, column by column; no rows are exchanged.
    ///
    /// It exists exactly for the symmetric positive definite matrices, so it is
    /// also the quickest way to find out whether A is one, up to rounding.
    /// Shapes: A of shape n×n. Cost: about n³/3 operations, half of
    /// [`Lu::new`](super::Lu::new), and n square roots.
    ///
    /// # Errors
    ///
    /// [`SolveError::Matrix`] if A is empty, not square or not finite;
    /// [`SolveError::NotSymmetric`] if it is not exactly symmetric (then take
    /// its symmetric part, if only rounding is to blame);
    /// [`SolveError::NotPositiveDefinite`] with the column and what stood
    /// under the root.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Cholesky};
    ///
    /// let cholesky = Cholesky::new(&array![[4.0, 2.0], [2.0, 5.0]])?;
    /// assert_eq!(cholesky.lower(), array![[2.0, 0.0], [1.0, 2.0]]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.2.
    pub fn new(a: &Matrix) -> Result<Cholesky, SolveError> {
        check_square(a)?;
        check_symmetric(a)?;
        let n = a.nrows();
        let mut lower = Matrix::zeros((n, n));
        for j in 0..n {
            let known = lower.slice(s![j, ..j]).to_owned();
            let value = a[[j, j]] - known.dot(&known);
            if value <= 0.0 || value.is_nan() {
                return Err(SolveError::NotPositiveDefinite { step: j, value });
            }
            lower[[j, j]] = value.sqrt();
            for i in j + 1..n {
                let rest = a[[i, j]] - lower.slice(s![i, ..j]).dot(&known);
                lower[[i, j]] = rest / lower[[j, j]];
            }
        }
        // All finite: what overflows in a row leaves −∞ or NaN under its root.
        Ok(Cholesky { lower })
    }

    /// The solution of Ax = b: Ly = b forwards, then Lᵀx = y backwards.
    ///
    /// Shapes: b of dimension n gives dimension n. Cost: 2n² operations.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`] if x is too large for f64.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Cholesky};
    ///
    /// let cholesky = Cholesky::new(&array![[4.0, 2.0], [2.0, 5.0]])?;
    /// assert_eq!(cholesky.solve(&array![8.0, 12.0])?, array![1.0, 2.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.2.
    pub fn solve(&self, b: &Vector) -> Result<Vector, SolveError> {
        check_right_hand_side(self.lower.nrows(), b)?;
        let y = forward(&self.lower, b)?;
        back_transposed(&self.lower, &y)
    }

    /// The natural logarithm of det A, which is (l₁₁⋯lₙₙ)²: twice the sum of
    /// the logarithms on the diagonal of L.
    ///
    /// Cost: n logarithms. It stays in range where the determinant does not.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Cholesky};
    ///
    /// let cholesky = Cholesky::new(&array![[4.0, 2.0], [2.0, 5.0]])?;
    /// assert!((cholesky.log_determinant() - 16.0_f64.ln()).abs() < 1e-15);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Rasmussen and Williams, *Gaussian Processes for Machine
    /// Learning*, section A.4.
    pub fn log_determinant(&self) -> f64 {
        2.0 * self.lower.diag().mapv(f64::ln).sum()
    }

    /// The lower triangular factor L; its diagonal is positive.
    ///
    /// Shape: n×n.
    pub fn lower(&self) -> &Matrix {
        &self.lower
    }
}

fn check_symmetric(a: &Matrix) -> Result<(), SolveError> {
    for row in 0..a.nrows() {
        for column in 0..row {
            if a[[row, column]] != a[[column, row]] {
                return Err(SolveError::NotSymmetric { row, column });
            }
        }
    }
    Ok(())
}
