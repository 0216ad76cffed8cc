use super::SolveError;
use super::errors::check_right_hand_side;
use super::triangular::{back_transposed, forward, in_range};
use crate::inverse::check_square;
use crate::inverse::trust::{self, Solver, residual};
use crate::matrices::transpose;
use crate::{Matrix, Vector};
use ndarray::s;

/// The factor of A = LLᵀ for a symmetric positive definite A.
#[derive(Debug, Clone, PartialEq)]
pub struct Cholesky {
    /// Kept for residuals.
    a: Matrix,
    lower: Matrix,
}

impl Cholesky {
    /// The factor of A, column by column; no rows are exchanged.
    ///
    /// It exists exactly for the symmetric positive definite matrices, so it is
    /// also the quickest way to find out whether A is one, up to rounding.
    /// What stands under a root of column j, counted from 1, may be nothing but
    /// rounding: it is refused if it is at most (j + 1)·2⁻⁵² times the sum of
    /// the sizes of its terms. Shapes: A of shape n×n. Cost: about n³/3
    /// operations, half of [`Lu::new`](super::Lu::new), and n square roots.
    ///
    /// # Errors
    ///
    /// [`SolveError::Matrix`] if A is empty, not square or not finite;
    /// [`SolveError::NotSymmetric`] if an entry and its mirror image differ by
    /// more than rounding, n·2⁻⁵²·√(aᵢᵢaⱼⱼ); [`SolveError::NotPositiveDefinite`]
    /// with the column and what stood under the root.
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
            let squares = known.dot(&known);
            let value = a[[j, j]] - squares;
            let rounding = (j + 2) as f64 * f64::EPSILON * (a[[j, j]] + squares);
            if value <= rounding || !value.is_finite() {
                return Err(SolveError::NotPositiveDefinite { step: j, value });
            }
            lower[[j, j]] = value.sqrt();
            for i in j + 1..n {
                let rest = a[[i, j]] - lower.slice(s![i, ..j]).dot(&known);
                lower[[i, j]] = rest / lower[[j, j]];
            }
        }
        // All finite: what overflows in a row leaves −∞ or NaN under its root.
        let a = a.clone();
        Ok(Cholesky { a, lower })
    }

    /// What the factor makes of b: Ly = b forwards, then Lᵀx = y backwards.
    ///
    /// Shapes: b of dimension n gives dimension n. Cost: 2n² operations.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`].
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Cholesky};
    ///
    /// let cholesky = Cholesky::new(&array![[4.0, 2.0], [2.0, 5.0]])?;
    /// assert_eq!(cholesky.substitute(&array![8.0, 12.0])?, array![1.0, 2.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.2.
    pub fn substitute(&self, b: &Vector) -> Result<Vector, SolveError> {
        check_right_hand_side(self.lower.nrows(), b)?;
        in_range(Solver::solve(self, b), (0..b.len()).rev())
    }

    /// The solution of Ax = b, refined and judged as by
    /// [`Lu::solve`](super::Lu::solve).
    ///
    /// Shapes: b of dimension n gives dimension n. Cost: about ten times that of
    /// [`Cholesky::substitute`]; where an entry of x has hardly a certain digit,
    /// that of an inverse besides.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`]; [`SolveError::Uncertain`].
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
        let x = self.substitute(b)?;
        let correction = Solver::solve(self, &residual(&self.a, b, &x));
        let x = in_range(x + correction, (0..b.len()).rev())?;
        trust::trusted(self, &self.a, b, x).map_err(SolveError::judged)
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

impl Solver for Cholesky {
    fn solve(&self, r: &Vector) -> Vector {
        back_transposed(&self.lower, &forward(&self.lower, r))
    }

    fn solve_transposed(&self, r: &Vector) -> Vector {
        Solver::solve(self, r)
    }

    fn sizes(&self, x: &Vector) -> Vector {
        let upper = transpose(&self.lower);
        trust::sizes(&self.lower, &trust::sizes(&upper, x))
    }
}

/// Refuses what is not symmetric up to rounding. As |aᵢⱼ| ≤ √(aᵢᵢaⱼⱼ) in a
/// positive definite matrix, that is the size to compare with.
fn check_symmetric(a: &Matrix) -> Result<(), SolveError> {
    let rounding = a.nrows() as f64 * f64::EPSILON;
    let root = a.diag().mapv(|a_ii| a_ii.abs().sqrt());
    for row in 0..a.nrows() {
        for column in 0..row {
            let apart = (a[[row, column]] - a[[column, row]]).abs();
            if apart > rounding * root[row] * root[column] {
                return Err(SolveError::NotSymmetric { row, column });
            }
        }
    }
    Ok(())
}
