use std::array::from_fn;
use std::ops::{Add, Mul};

/// A matrix with M rows and N columns, whose shape is part of its type: where
/// shapes do not fit, the program does not compile.
///
/// ```
/// use mlmath::matrices::Mat;
///
/// let a = Mat([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// assert_eq!(a + a, Mat([[2.0, 4.0, 6.0], [8.0, 10.0, 12.0]]));
/// assert_eq!(a * [1.0, 0.0, -1.0], [-2.0, -2.0]);
/// ```
///
/// A 2×3 matrix plus its transpose is no sum:
///
/// ```compile_fail,E0308
/// use mlmath::matrices::Mat;
///
/// let a = Mat([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// let sum = a + a.transpose();
/// ```
///
/// Nor can it be multiplied by a vector with two entries:
///
/// ```compile_fail,E0277
/// use mlmath::matrices::Mat;
///
/// let a = Mat([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// let product = a * [1.0, 2.0];
/// ```
///
/// Source: the Rust Reference, section *Const generics*.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mat<const M: usize, const N: usize>(pub [[f64; N]; M]);

impl<const M: usize, const N: usize> Mat<M, N> {
    /// The transpose.
    ///
    /// Shapes: M×N gives N×M. Cost: MN copies.
    ///
    /// ```
    /// use mlmath::matrices::Mat;
    ///
    /// assert_eq!(Mat([[1.0, 2.0]]).transpose(), Mat([[1.0], [2.0]]));
    /// ```
    ///
    /// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
    /// section 6.3.
    pub fn transpose(self) -> Mat<N, M> {
        Mat(from_fn(|i| from_fn(|j| self.0[j][i])))
    }
}

/// The sum of two matrices of one shape.
///
/// Shapes: M×N and M×N give M×N. Cost: MN additions.
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.3.
impl<const M: usize, const N: usize> Add for Mat<M, N> {
    type Output = Mat<M, N>;

    fn add(self, b: Mat<M, N>) -> Mat<M, N> {
        Mat(from_fn(|i| from_fn(|j| self.0[i][j] + b.0[i][j])))
    }
}

/// The product with a vector, which has an entry for each column.
///
/// Shapes: M×N and N entries give M entries. Cost: MN multiplications and
/// additions.
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
impl<const M: usize, const N: usize> Mul<[f64; N]> for Mat<M, N> {
    type Output = [f64; M];

    fn mul(self, x: [f64; N]) -> [f64; M] {
        self.0.map(|row| (0..N).map(|j| row[j] * x[j]).sum())
    }
}
