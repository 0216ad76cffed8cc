use super::trust::{self, Solver};
use super::{InverseError, RowOperation, check_entries, check_range, check_square};
use crate::matrices::identity;
use crate::matrix_multiplication::matmul_by_entries;
use crate::{Matrix, Vector};
use ndarray::Axis;
use std::ops::Range;

/// The matrix A⁻¹B, by Gauss–Jordan elimination: the row operations which turn
/// A into I, applied to B.
///
/// First downwards: in each column the pivot is the largest entry that is left,
/// by absolute value, and zeros are made below it. Then upwards. What is
/// missing afterwards, B − AX, goes through the same operations once more and
/// is added: one step of iterative refinement. With it the result does not
/// depend on the units of rows and columns.
///
/// Shapes: A of shape n×n and B of shape n×p give n×p. Cost: ⅔n³ + 2n²p
/// multiplications and subtractions, to leading order; with refinement and
/// judgement about ten times 2n²p.
///
/// # Errors
///
/// [`InverseError`] if A is not square, if A or B has no entries or holds an
/// infinite number or NaN, if a pivot is 0, if a number is too large for f64,
/// or if an entry of the result has no digit that is certain.
///
/// # Panics
///
/// If A and B have not equally many rows.
///
/// ```
/// use mlmath::{inverse::gauss_jordan, prelude::*};
///
/// let a = array![[0.0, 2.0], [1.0, 1.0]];
/// let b = array![[6.0], [5.0]];
/// assert_eq!(gauss_jordan(&a, &b), Ok(array![[2.0], [3.0]]));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 2.5; Higham,
/// *Accuracy and Stability of Numerical Algorithms*, sections 9.3 and 12.1.
pub fn gauss_jordan(a: &Matrix, b: &Matrix) -> Result<Matrix, InverseError> {
    let (left, right) = (a.dim(), b.dim());
    assert_eq!(left.0, right.0, "{left:?} and {right:?} make no table");
    check_entries(b)?;
    let operations = row_operations(a)?;
    let x = after(&operations, b);
    let missing = b - &matmul_by_entries(a, &x).expect("as many columns as rows");
    let mut x = &x + &after(&operations, &missing);
    for (column, (mut x, b)) in x.columns_mut().into_iter().zip(b.columns()).enumerate() {
        let trusted = trust::trusted(&Undo(&operations), a, &b.to_owned(), x.to_owned());
        x.assign(&trusted.map_err(|error| error.in_column(column))?);
    }
    Ok(x)
}

/// The inverse A⁻¹, by Gauss–Jordan elimination of the identity.
///
/// Where more of I − XA is missing than rounding explains, X is refined: to
/// X + (I − XA)X. So the result does not depend on the units of rows and columns;
/// and it leads back: XAx is as near to x as a solution of a system would be.
/// Shapes: A of shape n×n, and so is the inverse. Cost: 8n³/3 multiplications and
/// subtractions, to leading order, and two products of n×n matrices, three more
/// for each step of refinement.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, or holds an infinite
/// number or NaN, if a pivot is 0, if a number is too large for f64, or if A is
/// singular up to rounding: then an entry of the result has no digit that is
/// certain.
///
/// ```
/// use mlmath::{inverse::inverse, prelude::*};
///
/// let a = array![[2.0, 1.0], [1.0, 1.0]];
/// assert_eq!(inverse(&a), Ok(array![[1.0, -1.0], [-1.0, 2.0]]));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 2.5.
pub fn inverse(a: &Matrix) -> Result<Matrix, InverseError> {
    let operations = row_operations(a)?;
    trust::trusted_inverse(a, after(&operations, &identity(a.nrows())))
}

/// The row operations of Gauss–Jordan elimination, in order: those which turn
/// A into I, and I into A⁻¹.
///
/// Any pivot but 0 is taken. Shapes: A of shape n×n gives at most n² + n − 1
/// operations. Cost: ⅔n³ multiplications and subtractions, to leading order.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, or holds an infinite
/// number or NaN, if a pivot is 0, or if a number is too large for f64.
///
/// ```
/// use mlmath::{inverse::row_operations, prelude::*};
///
/// let operations = row_operations(&array![[0.0, 2.0], [1.0, 1.0]])?;
/// let first = "exchange rows 0 and 1";
/// assert_eq!(operations[0].to_string(), first);
/// # Ok::<(), mlmath::inverse::InverseError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 2.5.
pub fn row_operations(a: &Matrix) -> Result<Vec<RowOperation>, InverseError> {
    check_square(a)?;
    let (mut a, mut operations) = (a.clone(), Vec::new());
    downwards(&mut a, &mut operations)?;
    upwards(&mut a, &mut operations);
    Ok(operations)
}

/// Makes A upper triangular, with the pivots on its diagonal.
pub(super) fn downwards(
    a: &mut Matrix,
    operations: &mut Vec<RowOperation>,
) -> Result<(), InverseError> {
    let n = a.nrows();
    // What rounding leaves in the columns before the pivot's counts as 0.
    for k in 0..n {
        let chosen = largest_row(a, k, k..n).expect("row k is one of them");
        let pivot = a[[chosen, k]];
        if pivot == 0.0 {
            return Err(InverseError::Singular { column: k });
        }
        if chosen != k {
            let exchange = RowOperation::Exchange { rows: [k, chosen] };
            carry_out(exchange, k..n, a, operations);
        }
        for i in k + 1..n {
            let multiple = a[[i, k]] / pivot;
            if multiple != 0.0 {
                carry_out(RowOperation::subtract(multiple, k, i), k..n, a, operations);
            }
        }
    }
    check_range(&*a)
}

/// Turns A, upper triangular, into I.
fn upwards(a: &mut Matrix, operations: &mut Vec<RowOperation>) {
    // In the row of the pivot, all else counts as 0.
    for k in (0..a.nrows()).rev() {
        let by = a[[k, k]];
        if by != 1.0 {
            carry_out(RowOperation::Divide { row: k, by }, k..k + 1, a, operations);
        }
        for i in 0..k {
            let multiple = a[[i, k]];
            if multiple != 0.0 {
                let operation = RowOperation::subtract(multiple, k, i);
                carry_out(operation, k..k + 1, a, operations);
            }
        }
    }
}

/// Does a row operation in the columns that it can change, and notes it.
fn carry_out(
    operation: RowOperation,
    columns: Range<usize>,
    a: &mut Matrix,
    operations: &mut Vec<RowOperation>,
) {
    operation.apply_within(columns, a);
    operations.push(operation);
}

/// B after these operations.
fn after(operations: &[RowOperation], b: &Matrix) -> Matrix {
    let mut b = b.clone();
    for operation in operations {
        operation.apply(&mut b);
    }
    b
}

/// Solves by row operations that have been found before.
struct Undo<'a>(&'a [RowOperation]);

impl Solver for Undo<'_> {
    fn solve(&self, r: &Vector) -> Vector {
        let column = r.clone().insert_axis(Axis(1));
        after(self.0, &column).remove_axis(Axis(1))
    }

    /// A⁻¹ is the product of the elementary matrices, the first on the right;
    /// in its transpose it is on the left.
    fn solve_transposed(&self, r: &Vector) -> Vector {
        let mut column = r.clone().insert_axis(Axis(1));
        for operation in self.0.iter().rev() {
            operation.transposed().apply(&mut column);
        }
        column.remove_axis(Axis(1))
    }

    /// A is the product of the elementary matrices' inverses, the first on the
    /// left.
    fn sizes(&self, x: &Vector) -> Vector {
        let mut column = x.mapv(f64::abs).insert_axis(Axis(1));
        for operation in self.0.iter().rev() {
            operation.undone_in_size().apply(&mut column);
        }
        column.remove_axis(Axis(1))
    }
}

/// Which of these rows has the largest entry in the column, by absolute value;
/// the first of several, and NaN before all.
pub(crate) fn largest_row(
    a: &Matrix,
    column: usize,
    rows: impl DoubleEndedIterator<Item = usize>,
) -> Option<usize> {
    let size = |row: usize| a[[row, column]].abs();
    rows.rev().max_by(|&i, &k| size(i).total_cmp(&size(k)))
}
