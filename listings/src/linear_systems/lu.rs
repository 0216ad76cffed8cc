use super::errors::check_right_hand_side;
use super::triangular::{back, back_transposed, forward, forward_transposed, in_range};
use super::{Pivoting, SolveError};
use crate::inverse::trust::{self, Solver, residual};
use crate::inverse::{InverseError, RowOperation, check_range, check_square, product_in_range};
use crate::matrices::{identity, permutation_matrix};
use crate::{Matrix, Vector};

/// The factors of PA = LU: elimination, kept.
///
/// Computed once in about 2n³/3 operations, they solve Ax = b for each new b in
/// about 2n².
#[derive(Debug, Clone, PartialEq)]
pub struct Lu {
    /// Kept for residuals.
    a: Matrix,
    lower: Matrix,
    upper: Matrix,
    order: Vec<usize>,
}

impl Lu {
    /// The factors of A, with partial pivoting: the largest entry of a column
    /// becomes the pivot, so no entry of L is larger than 1.
    ///
    /// Any pivot but 0 is taken, however small: whether the factors are good for
    /// something, [`Lu::solve`] says of each solution. Shapes: A of shape n×n.
    /// Cost: 2n³/3 − n²/2 − n/6 operations, and memory for both factors and A.
    ///
    /// # Errors
    ///
    /// [`SolveError::Matrix`] if A is empty, not square or not finite, if no
    /// pivot but 0 is left, or if an entry of L or U is too large for f64.
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
    /// are exchanged only where a 0 forces it.
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
        for k in 0..n {
            let rows = (k..n).filter(|&row| upper[[row, k]] != 0.0);
            let row = pivoting.choose(&upper, k, rows);
            let row = row.ok_or(InverseError::Singular { column: k })?;
            let exchange = RowOperation::Exchange { rows: [k, row] };
            exchange.apply(&mut upper);
            exchange.apply_within(0..k, &mut lower);
            order.swap(k, row);
            for i in k + 1..n {
                let multiple = upper[[i, k]] / upper[[k, k]];
                lower[[i, k]] = multiple;
                upper[[i, k]] = 0.0;
                RowOperation::subtract(multiple, k, i).apply_within(k + 1..n, &mut upper);
            }
        }
        check_range(lower.iter().chain(&upper))?;
        let a = a.clone();
        Ok(Lu {
            a,
            lower,
            upper,
            order,
        })
    }

    /// What the factors make of b: Ly = Pb forwards, then Ux = y backwards.
    ///
    /// The factors are those of A up to rounding only; [`Lu::solve`] makes good
    /// for it. Shapes: b of dimension n gives dimension n. Cost: 2n² operations.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`].
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[2.0, 1.0], [4.0, 3.0]])?;
    /// assert_eq!(lu.substitute(&array![5.0, 11.0])?, array![2.0, 1.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 3.4.
    pub fn substitute(&self, b: &Vector) -> Result<Vector, SolveError> {
        check_right_hand_side(self.order.len(), b)?;
        in_range(Solver::solve(self, b), (0..b.len()).rev())
    }

    /// The solution of Ax = b, refined and judged: what the factors make of b,
    /// and then of what is missing. With this one step of iterative refinement
    /// the units of rows and columns mostly do not matter.
    ///
    /// What is returned solves a system whose entries differ from those of A and
    /// b by at most 1.6(n + 1)·2⁻⁵² of each, A is not singular, and each entry is
    /// certain enough: no error eⱼ weighs more in an equation than its terms,
    /// |aᵢⱼ|eⱼ ≤ (|A||x| + |b|)ᵢ wherever bᵢ ≠ 0. So an entry has a certain digit,
    /// or it hardly counts, as mostly one that is 0. If f64 cannot promise that, the
    /// solution is refused, with an entry, and a bound of 1 or more on its error.
    /// Shapes: b of dimension n gives dimension n. Cost: about ten times
    /// that of [`Lu::substitute`]; where an entry of x has hardly a certain digit,
    /// or the sizes of the factors leave it open whether they are good ones, that
    /// of an inverse besides.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b;
    /// [`SolveError::Overflow`]; [`SolveError::Uncertain`].
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[1.0, 1e20], [1.0, 1.0]])?;
    /// let b = array![1e20, 2.0];
    /// assert_eq!(lu.substitute(&b)?, array![0.0, 1.0]);
    /// assert_eq!(lu.solve(&b)?, array![1.0, 1.0]);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Skeel, *Iterative Refinement Implies Numerical Stability for
    /// Gaussian Elimination* (1980); Higham, *Accuracy and Stability of
    /// Numerical Algorithms*, section 12.2.
    pub fn solve(&self, b: &Vector) -> Result<Vector, SolveError> {
        let x = self.substitute(b)?;
        let correction = Solver::solve(self, &residual(&self.a, b, &x));
        let x = in_range(x + correction, (0..b.len()).rev())?;
        trust::trusted(self, &self.a, b, x).map_err(SolveError::judged)
    }

    /// How far a solution x of Ax = b can be trusted: its least certain entry,
    /// and a bound on the error of that entry as a multiple of its size.
    ///
    /// With r = b − Ax and u = 2⁻⁵³ the bound for entry i is
    /// (|A⁻¹|(|r| + 2(n + 1)u(|A||x| + |b|)))ᵢ/|xᵢ|, the bars meaning absolute
    /// values entry by entry.
    /// No scaling of rows or columns by powers of two changes it. Entries that are
    /// 0 are left out. The largest entry is searched for with a few systems, which
    /// seldom misses it, and then finds one of its size. Where x, or the sizes of
    /// the factors, leave it open whether they are good ones, an inverse is
    /// computed for A⁻¹. It is known up to rounding only: so the error may be
    /// twice the bound. If it is known less well, the bound is infinite; if
    /// `inverse` refuses A, at least 1. Shapes: b and x of dimension n. Cost:
    /// seldom more than 50n² operations, and that of the inverse.
    ///
    /// # Errors
    ///
    /// [`SolveError::RightHandSide`] and [`SolveError::NotFinite`] for b.
    ///
    /// # Panics
    ///
    /// If x has not an entry for each column.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Lu};
    ///
    /// let lu = Lu::new(&array![[2.0, 0.0], [0.0, 1e-9]])?;
    /// let b = array![1.0, 1.0];
    /// let (_, bound) = lu.error_bound(&b, &lu.solve(&b)?)?;
    /// assert!(bound < 2e-15);
    /// # Ok::<(), mlmath::linear_systems::SolveError>(())
    /// ```
    ///
    /// Source: Higham, *Accuracy and Stability of Numerical Algorithms*,
    /// section 7.7; LAPACK's `DGERFS`.
    pub fn error_bound(&self, b: &Vector, x: &Vector) -> Result<(usize, f64), SolveError> {
        check_right_hand_side(self.order.len(), b)?;
        Ok(trust::error_bound(self, &self.a, b, x))
    }

    /// The determinant of A: the product of the pivots, times −1 for each
    /// exchange of rows.
    ///
    /// Cost: n multiplications, and n²/2 comparisons for the sign. It is infinite
    /// where it is too large for f64.
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
        let sign = if is_odd(&self.order) { -1.0 } else { 1.0 };
        sign * product_in_range(self.upper.diag().to_vec())
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

/// Whether it takes an odd number of exchanges to put rows into this order.
fn is_odd(order: &[usize]) -> bool {
    let larger = |i: usize| order[..i].iter().filter(|&&row| row > order[i]).count();
    (0..order.len()).map(larger).sum::<usize>() % 2 == 1
}

impl Solver for Lu {
    fn solve(&self, r: &Vector) -> Vector {
        let permuted = self.order.iter().map(|&row| r[row]).collect();
        back(&self.upper, &forward(&self.lower, &permuted))
    }

    /// Aᵀ = UᵀLᵀP.
    fn solve_transposed(&self, r: &Vector) -> Vector {
        let permuted = back_transposed(&self.lower, &forward_transposed(&self.upper, r));
        let mut x = Vector::zeros(r.len());
        for (&row, &entry) in self.order.iter().zip(&permuted) {
            x[row] = entry;
        }
        x
    }

    fn sizes(&self, x: &Vector) -> Vector {
        let permuted = trust::sizes(&self.lower, &trust::sizes(&self.upper, x));
        let mut sizes = Vector::zeros(x.len());
        for (&row, &size) in self.order.iter().zip(&permuted) {
            sizes[row] = size;
        }
        sizes
    }
}

/// The solution of Ax = b, by PA = LU with partial pivoting, refined and judged.
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
