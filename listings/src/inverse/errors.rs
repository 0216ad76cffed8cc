use crate::Matrix;
use std::error::Error;
use std::fmt;

/// Why a matrix has no inverse, or none that f64 can find. Rows and columns
/// are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InverseError {
    /// Only a square matrix can have an inverse.
    NotSquare {
        /// The shape of the matrix.
        shape: (usize, usize),
    },
    /// The matrix has no entries.
    Empty,
    /// An entry is infinite or NaN.
    NotFinite {
        /// The row of the entry.
        row: usize,
        /// Its column.
        column: usize,
        /// The entry.
        value: f64,
    },
    /// No row is left with a pivot in this column.
    Singular {
        /// The column.
        column: usize,
    },
    /// A number of the result, or on the way to it, is too large for f64.
    Overflow,
    /// There is a result, but not one digit of this entry is certain: up to
    /// rounding, the matrix is singular.
    Uncertain {
        /// The row of the entry.
        row: usize,
        /// Its column.
        column: usize,
        /// A bound on its error, as a multiple of its size: 1 or more, and
        /// infinite where none is known.
        bound: f64,
    },
}

impl InverseError {
    /// The error of a single solution, which is this column of a table.
    pub(super) fn in_column(self, column: usize) -> InverseError {
        match self {
            InverseError::Uncertain { row, bound, .. } => {
                InverseError::Uncertain { row, column, bound }
            }
            other => other,
        }
    }
}

impl fmt::Display for InverseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InverseError::NotSquare { shape: (m, n) } => {
                write!(f, "the shape {m}×{n} is not square")
            }
            InverseError::Empty => write!(f, "the matrix has no entries"),
            InverseError::NotFinite { row, column, value } => {
                write!(f, "the entry in row {row} and column {column} is {value}")
            }
            InverseError::Singular { column } => {
                write!(f, "singular: column {column} has no pivot but 0")
            }
            InverseError::Overflow => write!(f, "a number is too large for f64"),
            InverseError::Uncertain { row, column, bound } => {
                write!(
                    f,
                    "no digit is certain in row {row} and column {column}: \
                     the error may be {bound:.1e} times the entry"
                )
            }
        }
    }
}

impl Error for InverseError {}

/// Whether A has a shape and entries with which one can begin.
pub(crate) fn check_square(a: &Matrix) -> Result<(), InverseError> {
    if a.nrows() != a.ncols() {
        return Err(InverseError::NotSquare { shape: a.dim() });
    }
    check_entries(a)
}

/// Refuses a matrix without entries, or with one that is infinite or NaN.
pub(crate) fn check_entries(a: &Matrix) -> Result<(), InverseError> {
    if a.is_empty() {
        return Err(InverseError::Empty);
    }
    match a.indexed_iter().find(|(_, a_ij)| !a_ij.is_finite()) {
        Some(((row, column), &value)) => Err(InverseError::NotFinite { row, column, value }),
        None => Ok(()),
    }
}

/// Refuses a result that has left the range of f64.
pub(crate) fn check_range<'a>(
    result: impl IntoIterator<Item = &'a f64>,
) -> Result<(), InverseError> {
    match result.into_iter().all(|entry| entry.is_finite()) {
        true => Ok(()),
        false => Err(InverseError::Overflow),
    }
}
