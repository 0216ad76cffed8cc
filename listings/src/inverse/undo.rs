use super::{InverseError, RowOperation, check_square};
use crate::Matrix;
use crate::matrices::identity;
use crate::vectors::norm_inf;
use ndarray::{Axis, concatenate, s};
use std::ops::Range;

/// The matrix A⁻¹B, by Gauss–Jordan elimination: row operations which turn the
/// table [A | B] into [I | A⁻¹B].
///
/// First downwards: in each column the pivot is the largest entry that is left, by absolute
/// value, and zeros are made below it. Then upwards. A pivot counts as zero if it is at most n·2⁻⁵² after every column of A and
/// then every row has been divided by its largest absolute value: then it is
/// nothing but rounding. What is infinite or NaN in B stays so.
///
/// Shapes: A of shape n×n and B of shape n×p give n×p. Cost: ⅔n³ +
/// 2n²p multiplications and subtractions, to leading order.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, holds an infinite
/// number or NaN, or is singular up to rounding.
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
/// *Accuracy and Stability of Numerical Algorithms*, section 14.4.
pub fn gauss_jordan(a: &Matrix, b: &Matrix) -> Result<Matrix, InverseError> {
    let (left, right) = (a.dim(), b.dim());
    assert_eq!(left.0, right.0, "{left:?} and {right:?} make no table");
    check_square(a)?;
    let mut table = concatenate![Axis(1), *a, *b];
    reduce(&mut table, |_| ())?;
    Ok(table.slice(s![.., a.ncols()..]).to_owned())
}

/// The inverse A⁻¹, by Gauss–Jordan elimination with the identity on the right.
///
/// Shapes: A of shape n×n, and so is the inverse. Cost: 8n³/3
/// multiplications and subtractions, to leading order.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, holds an infinite
/// number or NaN, or is singular up to rounding.
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
    check_square(a)?;
    gauss_jordan(a, &identity(a.nrows()))
}

/// The row operations of Gauss–Jordan elimination, in order: those which turn
/// A into I, and I into A⁻¹.
///
/// Shapes: A of shape n×n gives at most n² + n − 1 operations. Cost: ⅔n³
/// multiplications and subtractions, to leading order.
///
/// # Errors
///
/// [`InverseError`] if A is not square, has no entries, holds an infinite
/// number or NaN, or is singular up to rounding.
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
    let mut operations = Vec::new();
    reduce(&mut a.clone(), |operation| operations.push(operation))?;
    Ok(operations)
}

/// Turns the left square of the table into I, and tells each operation.
fn reduce(table: &mut Matrix, mut tell: impl FnMut(RowOperation)) -> Result<(), InverseError> {
    let (n, width) = table.dim();
    let (mut rows, columns) = sizes(table);
    let mut carry_out = |operation: RowOperation, left: Range<usize>, table: &mut Matrix| {
        operation.apply_within(left, table);
        operation.apply_within(n..width, table);
        tell(operation);
    };
    // Downwards: the columns before the pivot's are 0 in all rows concerned.
    for k in 0..n {
        let chosen = pivot_row(table, k);
        let pivot = table[[chosen, k]];
        let rounding = n as f64 * f64::EPSILON * rows[chosen] * columns[k];
        if pivot.is_nan() || pivot.abs() <= rounding {
            return Err(InverseError::Singular { column: k, pivot });
        }
        if chosen != k {
            carry_out(RowOperation::Exchange { rows: [k, chosen] }, k..n, table);
            rows.swap(k, chosen);
        }
        for i in k + 1..n {
            let multiple = table[[i, k]] / pivot;
            if multiple != 0.0 {
                carry_out(RowOperation::subtract(multiple, k, i), k..n, table);
            }
        }
    }
    // Upwards: in the row of the pivot, all else on the left is 0.
    for k in (0..n).rev() {
        let by = table[[k, k]];
        if by != 1.0 {
            carry_out(RowOperation::Divide { row: k, by }, k..k + 1, table);
        }
        for i in 0..k {
            let multiple = table[[i, k]];
            if multiple != 0.0 {
                carry_out(RowOperation::subtract(multiple, k, i), k..k + 1, table);
            }
        }
    }
    Ok(())
}

/// The row, from row k on, whose entry in column k is the largest by absolute
/// value; the first of several, and NaN before all.
pub(super) fn pivot_row(a: &Matrix, k: usize) -> usize {
    let size = |i: usize| a[[i, k]].abs();
    (k..a.nrows())
        .rev()
        .max_by(|&i, &l| size(i).total_cmp(&size(l)))
        .expect("row k is one of them")
}

/// The largest absolute value of each column of the left square, and then of
/// each row, where every column has been divided by its own.
pub(crate) fn sizes(table: &Matrix) -> (Vec<f64>, Vec<f64>) {
    let n = table.nrows();
    let columns: Vec<f64> = (0..n)
        .map(|j| norm_inf(&table.column(j).to_owned()))
        .collect();
    let relative = |i: usize, j: usize| match columns[j] {
        0.0 => 0.0,
        size => table[[i, j]].abs() / size,
    };
    let largest = |i| (0..n).map(|j| relative(i, j)).fold(0.0, f64::max);
    ((0..n).map(largest).collect(), columns)
}
