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
    /// No row is left with a pivot in this column that is more than rounding.
    Singular {
        /// The column.
        column: usize,
        /// The largest entry there was, 0 or nearly so.
        pivot: f64,
    },
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
            InverseError::Singular { column, pivot } => {
                write!(
                    f,
                    "singular: the best pivot in column {column} is {pivot:?}"
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
