use crate::matrices::Mat;
use std::array::from_fn;
use std::ops::Mul;

/// The product AB, where A has as many columns as B has rows by their types.
///
/// Shapes: M×N and N×P give M×P. Cost: MNP multiplications and additions.
///
/// ```
/// use mlmath::matrices::Mat;
///
/// let a = Mat([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// assert_eq!(a * a.transpose(), Mat([[14.0, 32.0], [32.0, 77.0]]));
/// ```
///
/// A 2×3 matrix times itself is no product:
///
/// ```compile_fail,E0277
/// use mlmath::matrices::Mat;
///
/// let a = Mat([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// let product = a * a;
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.1.
impl<const M: usize, const N: usize, const P: usize> Mul<Mat<N, P>> for Mat<M, N> {
    type Output = Mat<M, P>;

    fn mul(self, b: Mat<N, P>) -> Mat<M, P> {
        let entry = |i: usize, j: usize| (0..N).map(|k| self.0[i][k] * b.0[k][j]).sum();
        Mat(from_fn(|i| from_fn(|j| entry(i, j))))
    }
}
