use crate::Matrix;
use crate::matrices::identity;
use ndarray::s;
use std::fmt;
use std::ops::Range;

/// One of the three row operations. Each can be undone by another of its kind.
/// Rows are counted from 0.
///
/// ```
/// use mlmath::{inverse::RowOperation, prelude::*};
///
/// let mut a = array![[1.0, 2.0], [3.0, 4.0]];
/// RowOperation::Subtract { multiple: 3.0, row: 0, from: 1 }.apply(&mut a);
/// assert_eq!(a, array![[1.0, 2.0], [0.0, -2.0]]);
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 2.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowOperation {
    /// Exchanges two rows.
    Exchange {
        /// Which two.
        rows: [usize; 2],
    },
    /// Divides a row by a number that is not 0.
    Divide {
        /// Which row.
        row: usize,
        /// The number.
        by: f64,
    },
    /// Subtracts a multiple of one row from another.
    Subtract {
        /// How many times.
        multiple: f64,
        /// The row that is subtracted.
        row: usize,
        /// The row from which it is subtracted.
        from: usize,
    },
}

impl RowOperation {
    pub(crate) fn subtract(multiple: f64, row: usize, from: usize) -> RowOperation {
        RowOperation::Subtract {
            multiple,
            row,
            from,
        }
    }

    /// Carries out the operation on the rows of A.
    ///
    /// Cost: at most a multiplication and a subtraction for each entry of a
    /// row.
    ///
    /// # Panics
    ///
    /// If A has no such row.
    pub fn apply(self, a: &mut Matrix) {
        self.apply_within(0..a.ncols(), a);
    }

    /// The same where it is known what happens in all other columns.
    pub(crate) fn apply_within(self, columns: Range<usize>, a: &mut Matrix) {
        match self {
            RowOperation::Exchange { rows: [i, k] } => {
                for j in columns {
                    a.swap([i, j], [k, j]);
                }
            }
            RowOperation::Divide { row, by } => {
                a.slice_mut(s![row, columns]).mapv_inplace(|a_ij| a_ij / by);
            }
            RowOperation::Subtract {
                multiple,
                row,
                from,
            } => {
                assert_ne!(row, from, "row {row} is not subtracted from itself");
                let both = (s![from, columns.clone()], s![row, columns]);
                let (mut changed, subtracted) = a.multi_slice_mut(both);
                changed.scaled_add(-multiple, &subtracted);
            }
        }
    }

    /// The operation whose elementary matrix is the transpose of this one's.
    pub(super) fn transposed(self) -> RowOperation {
        match self {
            RowOperation::Subtract {
                multiple,
                row,
                from,
            } => RowOperation::subtract(multiple, from, row),
            symmetric => symmetric,
        }
    }

    /// The operation whose elementary matrix is |E⁻¹|, entry by entry.
    pub(super) fn undone_in_size(self) -> RowOperation {
        match self {
            RowOperation::Subtract {
                multiple,
                row,
                from,
            } => RowOperation::subtract(-multiple.abs(), row, from),
            RowOperation::Divide { row, by } => {
                let by = 1.0 / by.abs();
                RowOperation::Divide { row, by }
            }
            exchange => exchange,
        }
    }

    /// The elementary matrix E of the operation: EA is A after it.
    ///
    /// Shapes: n×n. Cost: n² entries.
    ///
    /// # Panics
    ///
    /// If there are no n rows with the numbers of the operation among them.
    ///
    /// ```
    /// use mlmath::{inverse::RowOperation, prelude::*};
    ///
    /// let e = RowOperation::Exchange { rows: [0, 1] }.matrix(2);
    /// assert_eq!(e, array![[0.0, 1.0], [1.0, 0.0]]);
    /// ```
    pub fn matrix(self, n: usize) -> Matrix {
        let mut e = identity(n);
        self.apply(&mut e);
        e
    }
}

impl fmt::Display for RowOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowOperation::Exchange { rows: [i, k] } => write!(f, "exchange rows {i} and {k}"),
            RowOperation::Divide { row, by } => write!(f, "divide row {row} by {by}"),
            RowOperation::Subtract {
                multiple,
                row,
                from,
            } => {
                write!(f, "from row {from} subtract {multiple} times row {row}")
            }
        }
    }
}
