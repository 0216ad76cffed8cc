use super::{InverseError, RowOperation, Sizes, check_square};
use crate::Matrix;
use crate::matrices::identity;
use ndarray::{Axis, concatenate, s};
use std::ops::Range;

/// The matrix A⁻¹B, by Gauss–Jordan elimination: row operations which turn the
/// table [A | B] into [I | A⁻¹B].
///
/// First downwards: in each column the pivot is the largest entry that is left,
/// by absolute value, and zeros are made below it. Then upwards.
///
/// A pivot counts as zero if it is at most n·2⁻⁵² after every column of A and
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
    downwards(table, Sizes::of(table), &mut tell)?;
    upwards(table, &mut tell);
    Ok(())
}

/// Makes the left square upper triangular, with the pivots on its diagonal.
pub(super) fn downwards(
    table: &mut Matrix,
    mut sizes: Sizes,
    tell: &mut impl FnMut(RowOperation),
) -> Result<(), InverseError> {
    let n = table.nrows();
    // The columns before the pivot's are 0 in all rows concerned.
    for k in 0..n {
        let chosen = largest_row(table, k, k..n).expect("row k is one of them");
        let pivot = table[[chosen, k]];
        sizes.check(pivot, chosen, k)?;
        if chosen != k {
            let exchange = RowOperation::Exchange { rows: [k, chosen] };
            carry_out(exchange, k..n, table, tell);
            sizes.swap(k, chosen);
        }
        for i in k + 1..n {
            let multiple = table[[i, k]] / pivot;
            if multiple != 0.0 {
                carry_out(RowOperation::subtract(multiple, k, i), k..n, table, tell);
            }
        }
    }
    Ok(())
}

/// Turns the left square, upper triangular, into I.
fn upwards(table: &mut Matrix, tell: &mut impl FnMut(RowOperation)) {
    // In the row of the pivot, all else on the left is 0.
    for k in (0..table.nrows()).rev() {
        let by = table[[k, k]];
        if by != 1.0 {
            carry_out(RowOperation::Divide { row: k, by }, k..k + 1, table, tell);
        }
        for i in 0..k {
            let multiple = table[[i, k]];
            if multiple != 0.0 {
                carry_out(
                    RowOperation::subtract(multiple, k, i),
                    k..k + 1,
                    table,
                    tell,
                );
            }
        }
    }
}

/// Does a row operation in these columns of the left square and on the right,
/// and tells it.
fn carry_out(
    operation: RowOperation,
    left: Range<usize>,
    table: &mut Matrix,
    tell: &mut impl FnMut(RowOperation),
) {
    let (n, width) = table.dim();
    operation.apply_within(left, table);
    operation.apply_within(n..width, table);
    tell(operation);
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
