use super::tridiagonal::{Tridiagonal, implicit_ql, tridiagonalise};
use super::{EigenError, unit_of};
use crate::inverse::{check_range, check_square, quadratic_form};
use crate::matrices::{ShapeError, symmetric_part, transpose};
use crate::matrix_multiplication::dot;
use crate::vectors::{norm_inf, power_of_two};
use crate::{Matrix, Vector};

/// The factors of a symmetric matrix A = QΛQᵀ.
#[derive(Debug, Clone, PartialEq)]
pub struct SymmetricEigen {
    /// The eigenvalues, in descending order.
    pub values: Vector,
    /// The orthogonal matrix Q: column j is a unit eigenvector for value j. Its
    /// sign is as it happens to come.
    pub vectors: Matrix,
}

impl SymmetricEigen {
    /// Values with their vectors as rows of a matrix, sorted, and in the unit of A.
    pub(super) fn sorted(
        values: &Vector,
        rows: &Matrix,
        unit: f64,
    ) -> Result<SymmetricEigen, EigenError> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&i, &j| values[j].total_cmp(&values[i]));
        let values: Vector = order.iter().map(|&i| values[i] * unit).collect();
        check_range(&values)?;
        let vectors = transpose(&rows.select(ndarray::Axis(0), &order));
        Ok(SymmetricEigen { values, vectors })
    }
}

/// All eigenvalues and eigenvectors of a symmetric matrix, A = QΛQᵀ: A is made
/// tridiagonal by reflections, then diagonal by rotations, the implicit QL
/// algorithm.
///
/// With n·2⁻⁵² as a unit, AQ − QΛ is at most ten units times ‖A‖₂, and QᵀQ − I
/// at most ten units. So eigenvalues far smaller than the largest may have no
/// digit. Shapes: A of shape n×n gives n values and n×n. Cost: about 9n³
/// operations.
///
/// # Errors
///
/// [`EigenError::Matrix`] if A is empty, not square or not finite, or an
/// eigenvalue is too large for f64; [`EigenError::NotSymmetric`] if an entry
/// and its mirror image differ by more than rounding, which is n·2⁻⁵² times
/// |aᵢⱼ| + |aⱼᵢ| + √|aᵢᵢaⱼⱼ| here. [`symmetric_part`] makes a matrix symmetric.
///
/// ```
/// use mlmath::{eigen::symmetric_eigen, prelude::*};
///
/// let eigen = symmetric_eigen(&array![[2.0, 1.0], [1.0, 2.0]])?;
/// assert!((eigen.values - array![3.0, 1.0]).iter().all(|d| d.abs() < 1e-15));
/// let ratio = eigen.vectors[[0, 0]] / eigen.vectors[[1, 0]];
/// assert!((ratio - 1.0).abs() < 1e-15);
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 8.3.
pub fn symmetric_eigen(a: &Matrix) -> Result<SymmetricEigen, EigenError> {
    let (a, unit) = symmetric_in_unit(a)?;
    let Tridiagonal {
        mut diagonal,
        mut beside,
        q,
    } = tridiagonalise(&a)?;
    let mut rows = transpose(&q);
    implicit_ql(&mut diagonal, &mut beside, &mut rows)?;
    SymmetricEigen::sorted(&diagonal, &rows, unit)
}

/// A symmetric matrix divided by a power of two near its largest entry, exactly
/// symmetric, and this power.
pub(super) fn symmetric_in_unit(a: &Matrix) -> Result<(Matrix, f64), EigenError> {
    check_square(a)?;
    check_symmetric(a)?;
    let unit = unit_of(a);
    Ok((symmetric_part(&(a / unit)).expect("a square matrix"), unit))
}

/// Refuses what is not symmetric up to rounding.
fn check_symmetric(a: &Matrix) -> Result<(), EigenError> {
    let rounding = a.nrows() as f64 * f64::EPSILON;
    let root = a.diag().mapv(|a_ii| a_ii.abs().sqrt());
    for row in 0..a.nrows() {
        for column in 0..row {
            // Halves, since the sum of two may leave the range of f64.
            let [x, y] = [a[[row, column]] / 2.0, a[[column, row]] / 2.0];
            let size = x.abs() + y.abs() + root[row] * root[column] / 2.0;
            if (x - y).abs() > rounding * size {
                return Err(EigenError::NotSymmetric { row, column });
            }
        }
    }
    Ok(())
}

/// The Rayleigh quotient xᵀAx/xᵀx. For a symmetric A it lies between the least
/// and the largest eigenvalue, and for an eigenvector it is its eigenvalue.
///
/// Shapes: A of shape n×n and x of dimension n give a number. NaN for x = 0.
/// Cost: n² + 2n multiplications and additions.
///
/// # Errors
///
/// [`ShapeError`] if A is not square, or x has not an entry for each column.
///
/// ```
/// use mlmath::{eigen::rayleigh_quotient, prelude::*};
///
/// let a = array![[2.0, 1.0], [1.0, 2.0]];
/// assert_eq!(rayleigh_quotient(&a, &array![2.0, 1.0]), Ok(2.8));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 4.2.
pub fn rayleigh_quotient(a: &Matrix, x: &Vector) -> Result<f64, ShapeError> {
    let x = x / power_of_two(norm_inf(x));
    Ok(quadratic_form(a, &x)? / dot(&x, &x))
}
