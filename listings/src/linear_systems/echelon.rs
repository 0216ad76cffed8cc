use super::SolveError;
use crate::Matrix;
use crate::inverse::{RowOperation, check_entries, check_range, largest_row};
use crate::matrix_multiplication::matmul;
use ndarray::{Axis, s};

/// Which row of a column becomes the pivot's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pivoting {
    /// The first whose entry is not 0, as on paper.
    First,
    /// The one whose entry has the largest size: partial pivoting.
    Largest,
}

impl Pivoting {
    /// The chosen one of these rows, if there are any.
    pub(super) fn choose(
        self,
        a: &Matrix,
        column: usize,
        mut rows: impl DoubleEndedIterator<Item = usize>,
    ) -> Option<usize> {
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
    /// The row operations that lead from the first matrix to this one, up to
    /// rounding.
    pub operations: Vec<RowOperation>,
    /// For each entry the sum of the sizes of all that went into it.
    sizes: Matrix,
}

impl Echelon {
    /// Whether an entry is more than 0: more than the tolerance times the sizes
    /// of what went into it.
    fn counts(&self, row: usize, column: usize, tolerance: f64) -> bool {
        let entry = self.matrix[[row, column]];
        let rounding = tolerance * self.sizes[[row, column]];
        // With sizes out of range, what is not 0 counts.
        entry != 0.0 && (entry.abs() > rounding || !rounding.is_finite())
    }

    /// Does a row operation, and writes it down.
    fn apply(&mut self, operation: RowOperation) {
        operation.apply(&mut self.matrix);
        self.operations.push(operation);
    }

    /// Exchanges two rows, if they are two.
    fn exchange(&mut self, row: usize, other: usize) {
        if row != other {
            let rows = [row, other];
            self.apply(RowOperation::Exchange { rows });
            RowOperation::Exchange { rows }.apply(&mut self.sizes);
        }
    }

    /// Makes the entry of a row 0 in the column of another row's pivot.
    fn clear(&mut self, from: usize, row: usize) {
        let column = self.pivots[row];
        let multiple = self.matrix[[from, column]] / self.matrix[[row, column]];
        if multiple != 0.0 {
            self.add_sizes(multiple, row, from);
            self.apply(RowOperation::subtract(multiple, row, from));
        }
        // Rounding may have left something.
        self.matrix[[from, column]] = 0.0;
    }

    /// What a multiple of one row brings into another: its own sizes, and as the
    /// multiple is a quotient, those of its two numbers.
    fn add_sizes(&mut self, multiple: f64, row: usize, from: usize) {
        let (sizes, column) = (&mut self.sizes, self.pivots[row]);
        let (multiple, pivot) = (multiple.abs(), self.matrix[[row, column]].abs());
        let quotient = (sizes[[from, column]] + multiple * sizes[[row, column]]) / pivot;
        let (mut changed, added) = sizes.multi_slice_mut((s![from, ..], s![row, ..]));
        changed.scaled_add(multiple, &added);
        changed.scaled_add(quotient, &self.matrix.row(row).mapv(f64::abs));
    }

    /// One step of refinement for a reduced form: A is its pivots' columns
    /// times the form, and what is missing goes through the same operations.
    fn refine(&mut self, a: &Matrix) {
        let rank = self.pivots.len();
        let columns = a.select(Axis(1), &self.pivots);
        let form = self.matrix.slice(s![..rank, ..]).to_owned();
        let mut missing = a - &matmul(&columns, &form).expect("as many columns as rows");
        for operation in &self.operations {
            operation.apply(&mut missing);
        }
        for (row, &pivot) in self.pivots.iter().enumerate() {
            for column in (pivot + 1..a.ncols()).filter(|column| !self.pivots.contains(column)) {
                self.matrix[[row, column]] += missing[[row, column]];
            }
        }
    }
}

/// A row echelon form of A, by elimination from the left to the right.
///
/// An entry counts as 0 when a pivot is sought if it is at most the tolerance
/// times the sizes of what went into it: the absolute value that it had, and
/// those of all that was subtracted from it. So the tolerance is relative, say
/// 10⁻¹² for data that are exact, or 10⁻³ if they are known to three digits;
/// with the tolerance 0, what rounding has left may become a pivot. Shapes: A of any
/// shape m×n, and so is the form. Cost: with r pivots at most rmn
/// multiplications and as many subtractions, about half of that if r = m; twice
/// as much for the sizes; and two copies of A.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A has no entries, or one that is not finite, or if
/// a number is too large for f64.
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
/// Source: Strang, *Introduction to Linear Algebra*, sections 2.2 and 3.2; for
/// the sizes Higham, *Accuracy and Stability of Numerical Algorithms*, section
/// 3.3.
pub fn row_echelon(a: &Matrix, pivoting: Pivoting, tolerance: f64) -> Result<Echelon, SolveError> {
    assert!(tolerance >= 0.0, "a tolerance of {tolerance}");
    check_entries(a)?;
    let mut echelon = Echelon {
        matrix: a.clone(),
        pivots: Vec::new(),
        operations: Vec::new(),
        sizes: a.mapv(f64::abs),
    };
    for column in 0..a.ncols() {
        let row = echelon.pivots.len();
        let rows = (row..a.nrows()).filter(|&i| echelon.counts(i, column, tolerance));
        match pivoting.choose(&echelon.matrix, column, rows) {
            Some(chosen) => {
                echelon.exchange(row, chosen);
                echelon.pivots.push(column);
                for below in row + 1..a.nrows() {
                    echelon.clear(below, row);
                }
            }
            // What counts as 0 becomes 0.
            None => echelon.matrix.slice_mut(s![row.., column]).fill(0.0),
        }
    }
    check_range(&echelon.matrix)?;
    Ok(echelon)
}

/// The reduced row echelon form of A, the only one there is: pivots are 1, and
/// each is alone in its column.
///
/// Pivots are sought by size; what counts as 0 is said at [`row_echelon`]. One
/// step of refinement at the end makes the form independent of the units of
/// rows and columns. Shapes: A of any shape m×n, and so is the form. Cost: with
/// r pivots at most rmn multiplications and divisions and as many subtractions;
/// three times as much again for sizes and refinement; and some copies of A.
///
/// # Errors
///
/// [`SolveError::Matrix`] if A has no entries, or one that is not finite, or if
/// a number is too large for f64.
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
    echelon.refine(a);
    check_range(&echelon.matrix)?;
    Ok(echelon)
}
