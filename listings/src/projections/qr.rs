use super::ProjectionError;
use super::errors::{check_shape, check_vector, in_range};
use super::least_squares::judged;
use super::triangle::{BLOCK, Reflections, Triangle, exponent, inverse_of_triangle, times_power};
use crate::matrices::transpose;
use crate::vectors::{norm_inf, norm_l2, standard_basis};
use crate::{Matrix, Vector};
use ndarray::{Axis, s};

/// The factors of A = QR by Householder's reflections: the columns of Q are at
/// right angles and have length 1, R is upper triangular, and no number on its
/// diagonal is negative.
///
/// Rows are folded in block after block, so that tall data stay in a cache. Q is
/// kept as the reflections that made it.
pub struct Qr {
    triangle: Triangle,
    blocks: Vec<Reflections>,
    rows: usize,
}

impl Qr {
    /// The factors of A.
    ///
    /// Shapes: A of shape m×n with m ≥ n. Cost: about 2mn² operations, and a copy
    /// of A.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::Empty`], [`ProjectionError::TooFewRows`] and
    /// [`ProjectionError::NotFinite`]; [`ProjectionError::Overflow`] if an entry
    /// of R is too large for f64.
    ///
    /// ```
    /// use mlmath::{prelude::*, projections::Qr};
    ///
    /// let qr = Qr::new(&array![[3.0, 1.0], [4.0, 3.0], [0.0, 2.0]])?;
    /// let expected = array![[5.0, 3.0], [0.0, 5.0_f64.sqrt()]];
    /// assert!((qr.r() - expected).iter().all(|d| d.abs() < 1e-15));
    /// # Ok::<(), mlmath::projections::ProjectionError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, sections 5.1 and 5.2;
    /// Demmel, Grigori, Hoemmen and Langou (2012), section 2, for the blocks.
    pub fn new(a: &Matrix) -> Result<Qr, ProjectionError> {
        check_shape(a)?;
        let mut triangle = Triangle::new(a.ncols());
        let mut blocks = Vec::new();
        for (k, rows) in a.axis_chunks_iter(Axis(0), BLOCK).enumerate() {
            let block = triangle.absorb(transpose(&rows.to_owned()));
            blocks.push(block.map_err(|error| error.further_down(k * BLOCK))?);
        }
        let qr = Qr {
            triangle,
            blocks,
            rows: a.nrows(),
        };
        match qr.r().indexed_iter().find(|(_, r_ij)| !r_ij.is_finite()) {
            None => Ok(qr),
            Some(((_, entry), _)) => Err(ProjectionError::Overflow { entry }),
        }
    }

    /// The factor R.
    ///
    /// Shape: n×n.
    pub fn r(&self) -> Matrix {
        let exponents = self.triangle.exponents();
        let entry = |(i, j)| times_power(self.triangle.r()[[i, j]], exponents[j]);
        Matrix::from_shape_fn(self.triangle.r().dim(), entry)
    }

    /// The factor Q: its columns are at right angles and have length 1.
    ///
    /// Shape: m×n. Cost: about 4mn² operations.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::Dependent`].
    ///
    /// ```
    /// use mlmath::{prelude::*, projections::Qr};
    ///
    /// let q = Qr::new(&array![[3.0], [4.0]])?.q()?;
    /// assert!((q - array![[0.6], [0.8]]).iter().all(|d| d.abs() < 1e-15));
    /// # Ok::<(), mlmath::projections::ProjectionError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.1.
    pub fn q(&self) -> Result<Matrix, ProjectionError> {
        self.check_independent()?;
        let n = self.triangle.r().ncols();
        let mut q = Matrix::zeros((self.rows, n));
        for (mut column, e_j) in q.columns_mut().into_iter().zip(standard_basis(n)) {
            column.assign(&self.turned_back(e_j));
        }
        Ok(q)
    }

    /// Qᵀb, and the length of what is left of b beside the columns of Q.
    ///
    /// Shapes: b of dimension m gives dimension n. Cost: about 4mn operations.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::RightHandSide`], [`ProjectionError::NotFiniteEntry`] and
    /// [`ProjectionError::Overflow`].
    ///
    /// ```
    /// use mlmath::{prelude::*, projections::Qr};
    ///
    /// let qr = Qr::new(&array![[1.0], [0.0], [0.0]])?;
    /// let (along, left) = qr.turn(&array![2.0, 3.0, 4.0])?;
    /// assert!((along[0] - 2.0).abs() < 1e-15 && (left - 5.0).abs() < 1e-15);
    /// # Ok::<(), mlmath::projections::ProjectionError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.3.
    pub fn turn(&self, b: &Vector) -> Result<(Vector, f64), ProjectionError> {
        let (unit, along, left) = self.turned(b)?;
        let along = in_range(along.mapv(|x| times_power(x, unit)))?;
        match times_power(left, unit) {
            left if left.is_finite() => Ok((along, left)),
            _ => Err(ProjectionError::Overflow { entry: along.len() }),
        }
    }

    /// The weights x̂ for which ‖b − Ax‖ is least: Rx̂ = Qᵀb, upwards.
    ///
    /// Each weight is judged by a bound on its error that units of columns do not
    /// change. Shapes: b of dimension m gives dimension n. Cost: about 4mn + n³/3
    /// operations.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`]
    /// for b; [`ProjectionError::Dependent`], [`ProjectionError::Uncertain`] and
    /// [`ProjectionError::Overflow`].
    ///
    /// ```
    /// use mlmath::{prelude::*, projections::Qr};
    ///
    /// let qr = Qr::new(&array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])?;
    /// let w = qr.solve(&array![1.0, 2.0, 2.0])?;
    /// assert!((w - array![1.0 / 2.0, 2.0 / 3.0]).iter().all(|d| d.abs() < 1e-14));
    /// # Ok::<(), mlmath::projections::ProjectionError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.3.
    pub fn solve(&self, b: &Vector) -> Result<Vector, ProjectionError> {
        let (unit, along, left) = self.turned(b)?;
        let r = self.triangle.r().view();
        let x = judged(r, &along, left, self.triangle.rounding())?;
        let exponents = self.triangle.exponents().iter();
        let x = x.iter().zip(exponents);
        in_range(x.map(|(x_j, e)| times_power(*x_j, unit - e)).collect())
    }

    /// The projection of b on C(A): QQᵀb.
    ///
    /// Shapes: b of dimension m gives dimension m. Cost: about 8mn operations.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::RightHandSide`] and [`ProjectionError::NotFiniteEntry`]
    /// for b; [`ProjectionError::Dependent`] and [`ProjectionError::Overflow`].
    ///
    /// ```
    /// use mlmath::{prelude::*, projections::Qr};
    ///
    /// let qr = Qr::new(&array![[1.0], [1.0]])?;
    /// let p = qr.project(&array![1.0, 3.0])?;
    /// assert!((p - array![2.0, 2.0]).iter().all(|d| d.abs() < 1e-15));
    /// # Ok::<(), mlmath::projections::ProjectionError>(())
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 5.3.
    pub fn project(&self, b: &Vector) -> Result<Vector, ProjectionError> {
        self.check_independent()?;
        let (unit, along, _) = self.turned(b)?;
        let p = self.turned_back(along);
        in_range(p.mapv(|x| times_power(x, unit)))
    }

    /// Refuses columns that depend on each other, up to rounding.
    pub(super) fn check_independent(&self) -> Result<(), ProjectionError> {
        let rounding = self.triangle.rounding();
        inverse_of_triangle(self.triangle.r().view(), rounding).map(drop)
    }

    /// Qᵀb and the length that is left, in units of a power of two.
    fn turned(&self, b: &Vector) -> Result<(i32, Vector, f64), ProjectionError> {
        check_vector(self.rows, b)?;
        let unit = exponent(norm_inf(b));
        let mut left = b.mapv(|b_i| times_power(b_i, -unit));
        let mut along = Vector::zeros(self.triangle.r().ncols());
        for (k, block) in self.blocks.iter().enumerate() {
            let mut rows = left.slice_mut(s![k * BLOCK..k * BLOCK + block.tails.ncols()]);
            block.apply(&mut along, &mut rows);
        }
        Ok((unit, along, norm_l2(&left)))
    }

    /// Qc for a vector c of dimension n.
    fn turned_back(&self, mut c: Vector) -> Vector {
        let mut b = Vector::zeros(self.rows);
        for (k, block) in self.blocks.iter().enumerate().rev() {
            let mut rows = b.slice_mut(s![k * BLOCK..k * BLOCK + block.tails.ncols()]);
            block.undo(&mut c, &mut rows);
        }
        b
    }
}
