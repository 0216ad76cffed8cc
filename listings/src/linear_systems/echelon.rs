use super::SolveError;
use crate::Matrix;
use crate::inverse::{RowOperation, check_entries, largest_row};

/// Which row of a column becomes the pivot's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pivoting {
    /// The first whose entry is not 0, as on paper.
    First,
    /// The one whose entry has the largest size: partial pivoting.
    Largest,
}

impl Pivoting {
    /// The chosen row among those from `first` on, if one of their entries in
    /// the column is larger than the tolerance.
    pub(super) fn choose(
        self,
        a: &Matrix,
        first: usize,
        column: usize,
        tolerance: f64,
    ) -> Option<usize> {
        let size = |row: usize| a[[row, column]].abs();
        let mut rows = (first..a.nrows()).filter(|&row| size(row) > tolerance);
        match self {
            Pivoting::First => rows.next(),
            // The first of several that are equally large.
            Pivoting::Largest => largest_row(a, column, rows),
        }
    }
}

/// An echelon form of a matrix, and how it was reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Echelon {
    /// The matrix in echelon form.
    pub matrix: Matrix,
    /// The columns of the pivots, counted from 0: the pivot of row i is in
    /// column `pivots[i]`.
    pub pivots: Vec<usize>,
    /// The row operations that lead from the first matrix to this one.
    pub operations: Vec<RowOperation>,
}

impl Echelon {
    /// Does a row operation, and writes it down.
    fn apply(&mut self, operation: RowOperation) {
        operation.apply(&mut self.matrix);
        self.operations.push(operation);
    }

    /// Makes the entry of a row 0 in the column of another row's pivot.
    fn clear(&mut self, from: usize, row: usize) {
        let column = self.pivots[row];
        let multiple = self.matrix[[from, column]] / self.matrix[[row, column]];
        if multiple != 0.0 {
            self.apply(RowOperation::subtract(multiple, row, from));
        }
        // Rounding may have left something.
        self.matrix[[from, column]] = 0.0;
    }
}

/// A row echelon form of A, by elimination from the left to the right.
///
/// Entries up to the tolerance count as 0 when a pivot is sought; with the
/// tolerance 0, what rounding has left may become a pivot. Shapes: A of any
/// shape m×n, and so is the form. Cost: with r pivots at most rmn
/// multiplications and as many subtractions, about half of that if r = m; and a
/// copy of A.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A has no entries, or one that is not finite.
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::{Pivoting, row_echelon}};
///
/// let a = array![[1.0, 2.0, 3.0], [2.0, 4.0, 7.0]];
/// let echelon = row_echelon(&a, Pivoting::First, 0.0)?;
/// assert_eq!(echelon.matrix, array![[1.0, 2.0, 3.0], [0.0, 0.0, 1.0]]);
/// assert_eq!(echelon.pivots, [0, 2]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, sections 2.2 and 3.2.
pub fn row_echelon(a: &Matrix, pivoting: Pivoting, tolerance: f64) -> Result<Echelon, SolveError> {
    assert!(tolerance >= 0.0, "a tolerance of {tolerance}");
    check_entries(a)?;
    let mut echelon = Echelon {
        matrix: a.clone(),
        pivots: Vec::new(),
        operations: Vec::new(),
    };
    for column in 0..a.ncols() {
        let row = echelon.pivots.len();
        match pivoting.choose(&echelon.matrix, row, column, tolerance) {
            Some(chosen) => {
                if chosen != row {
                    echelon.apply(RowOperation::Exchange {
                        rows: [row, chosen],
                    });
                }
                echelon.pivots.push(column);
                for below in row + 1..a.nrows() {
                    echelon.clear(below, row);
                }
            }
            // What counts as 0 becomes 0.
            None => {
                let mut rest = echelon.matrix.slice_mut(ndarray::s![row.., column]);
                rest.fill(0.0);
            }
        }
    }
    Ok(echelon)
}

/// The reduced row echelon form of A, the only one there is: pivots are 1, and
/// each is alone in its column.
///
/// Pivots are sought by size; entries up to the tolerance count as 0. Shapes:
/// A of any shape m×n, and so is the form. Cost: with r pivots at most rmn
/// multiplications and divisions and as many subtractions; and a copy of A.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A has no entries, or one that is not finite.
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::reduced_row_echelon};
///
/// let a = array![[1.0, 2.0, 3.0], [2.0, 4.0, 8.0]];
/// let echelon = reduced_row_echelon(&a, 0.0)?;
/// assert_eq!(echelon.matrix, array![[1.0, 2.0, 0.0], [0.0, 0.0, 1.0]]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.2.
pub fn reduced_row_echelon(a: &Matrix, tolerance: f64) -> Result<Echelon, SolveError> {
    let mut echelon = row_echelon(a, Pivoting::Largest, tolerance)?;
    for row in (0..echelon.pivots.len()).rev() {
        let column = echelon.pivots[row];
        let by = echelon.matrix[[row, column]];
        if by != 1.0 {
            echelon.apply(RowOperation::Divide { row, by });
        }
        for above in 0..row {
            echelon.clear(above, row);
        }
    }
    Ok(echelon)
}
