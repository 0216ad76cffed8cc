use super::errors::check_right_hand_side;
use super::triangular::{back, forward};
use super::{Pivoting, SolveError};
use crate::inverse::{Sizes, check_entries, check_square};
use crate::matrices::{identity, permutation_matrix};
use crate::{Matrix, Vector};
use ndarray::{Axis, s};

/// The factors of PA = LU: elimination, kept.
///
/// Computed once in about 2n³/3 operations, they solve Ax = b for each new b in
/// about 2n².
#[derive(Debug, Clone, PartialEq)]
pub struct Lu {
    lower: Matrix,
    upper: Matrix,
    order: Vec<usize>,
    /// det P: −1 for an odd number of exchanges.
    sign: f64,
}

impl Lu {
    /// The factors of A, with partial pivoting: the largest entry of a column
    /// becomes the pivot, so no entry of L is larger than 1.
    ///
    /// As in [`inverse`](crate::inverse::inverse), a pivot that is nothing but
    /// rounding counts as 0. Shapes: A of shape n×n. Cost: 2n³/3 − n²/2 − n/6
    /// operations, and memory for both factors.
    ///
    /// # Errors
    ///
    /// [`SolveError::Matrix`] if A is empty, not square, not finite, or
    /// singular up to rounding, or if an entry of L or U is too large for f64.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[1.0, 3.0], [2.0, 4.0]])?;
    /// assert_eq!(lu.order(), [1, 0]);
    /// assert_eq!(lu.lower(), array![[1.0, 0.0], [0.5, 1.0]]);
    /// assert_eq!(lu.upper(), array![[2.0, 4.0], [0.0, 1.0]]);
    /// assert_eq!(lu.solve(&array![4.0, 6.0])?, array![1.0, 1.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 3.4.
    pub fn new(a: &Matrix) -> Result<Lu, SolveError> {
        Lu::with_pivoting(a, Pivoting::Largest)
    }

    /// The same with another choice of pivots. With [`Pivoting::First`], rows
    /// are exchanged only where a 0 forces it, and every other pivot is taken,
    /// however small.
    ///
    /// Shapes and cost as for [`Lu::new`].
    ///
    /// # Errors
    ///
    /// Those of [`Lu::new`].
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::{Lu, Pivoting}};
    ///
    /// let lu = Lu::with_pivoting(&array![[1.0, 3.0], [2.0, 4.0]], Pivoting::First)?;
    /// assert_eq!(lu.lower(), array![[1.0, 0.0], [2.0, 1.0]]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, sections 3.2 and 3.4.
    pub fn with_pivoting(a: &Matrix, pivoting: Pivoting) -> Result<Lu, SolveError> {
        check_square(a)?;
        let n = a.nrows();
        let (mut lower, mut upper) = (identity(n), a.clone());
        let mut order: Vec<usize> = (0..n).collect();
        let mut sign = 1.0;
        let mut sizes = match pivoting {
            Pivoting::First => Sizes::zero(n),
            Pivoting::Largest => Sizes::of(a),
        };
        for k in 0..n {
            let row = pivoting.choose(&upper, k, k, 0.0).unwrap_or(k);
            sizes.check(upper[[row, k]], row, k)?;
            if row != k {
                order.swap(k, row);
                sign = -sign;
                sizes.swap(k, row);
                swap_rows(&mut upper, k, row, n);
                swap_rows(&mut lower, k, row, k);
            }
            let (done, mut rest) = upper.view_mut().split_at(Axis(0), k + 1);
            let pivot_row = done.row(k);
            for (below, mut row) in rest.rows_mut().into_iter().enumerate() {
                let factor = row[k] / pivot_row[k];
                lower[[k + 1 + below, k]] = factor;
                row[k] = 0.0;
                let mut right = row.slice_mut(s![k + 1..]);
                right.scaled_add(-factor, &pivot_row.slice(s![k + 1..]));
            }
        }
        check_entries(&lower)?;
        check_entries(&upper)?;
        Ok(Lu {
            lower,
            upper,
            order,
            sign,
        })
    }

    /// The solution of Ax = b: Ly = Pb forwards, then Ux = y backwards.
    ///
    /// Shapes: b of dimension n gives dimension n. Cost: 2n² operations.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`] if x is too large for f64.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[2.0, 1.0], [4.0, 3.0]])?;
    /// assert_eq!(lu.solve(&array![5.0, 11.0])?, array![2.0, 1.0]);
    /// assert_eq!(lu.solve(&array![2.0, 4.0])?, array![1.0, 0.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 3.4.
    pub fn solve(&self, b: &Vector) -> Result<Vector, SolveError> {
        check_right_hand_side(self.order.len(), b)?;
        let permuted = self.order.iter().map(|&row| b[row]).collect();
        let y = forward(&self.lower, &permuted)?;
        back(&self.upper, &y)
    }

    /// The determinant of A: the product of the pivots, times −1 for each
    /// exchange of rows.
    ///
    /// Cost: n multiplications.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[1.0, 3.0], [2.0, 4.0]])?;
    /// assert_eq!(lu.determinant(), -2.0);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Strang, *Introduction to Linear Algebra*, section 5.1.
    pub fn determinant(&self) -> f64 {
        self.sign * self.upper.diag().product()
    }

    /// The lower triangular factor L, with ones on its diagonal.
    ///
    /// Shape: n×n.
    pub fn lower(&self) -> &Matrix {
        &self.lower
    }

    /// The upper triangular factor U, with the pivots on its diagonal.
    ///
    /// Shape: n×n.
    pub fn upper(&self) -> &Matrix {
        &self.upper
    }

    /// Which row of A became which row of PA, counted from 0.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The permutation matrix P.
    ///
    /// Shape: n×n. Cost: n² entries.
    pub fn permutation(&self) -> Matrix {
        permutation_matrix(&self.order)
    }
}

/// Exchanges two rows in the columns before `end`.
fn swap_rows(a: &mut Matrix, i: usize, j: usize, end: usize) {
    for column in 0..end {
        a.swap([i, column], [j, column]);
    }
}

/// The solution of Ax = b, by PA = LU with partial pivoting.
///
/// For several right-hand sides keep the [`Lu`]. Shapes: A of shape n×n and b
/// of dimension n give dimension n. Cost: about 2n³/3 operations.
///
/// # Errors
///
/// Those of [`Lu::new`] and [`Lu::solve`].
///
/// ```
/// use mlmath::{prelude::*, linear_systems::solve};
///
/// let a = array![[2.0, 1.0], [4.0, 3.0]];
/// assert_eq!(solve(&a, &array![5.0, 11.0]), Ok(array![2.0, 1.0]));
/// let a = array![[2.0, 1.0], [4.0, 2.0]];
/// assert!(solve(&a, &array![5.0, 11.0]).is_err());
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 3.4.
pub fn solve(a: &Matrix, b: &Vector) -> Result<Vector, SolveError> {
    Lu::new(a)?.solve(b)
}
