use crate::inverse::InverseError;
use std::error::Error;
use std::fmt;

/// Why eigenvalues, singular values or ranks were not found. Rows, columns and
/// pages are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum EigenError {
    /// The matrix is empty, not finite, or not square where it should be, or a
    /// result is too large for f64.
    Matrix(InverseError),
    /// An entry and its mirror image differ.
    NotSymmetric {
        /// The row of the entry below the diagonal.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// The start has another dimension than the matrix, is zero or is not finite.
    Start {
        /// How many columns the matrix has.
        columns: usize,
        /// How many entries the start has.
        entries: usize,
    },
    /// A page links to one that there is not.
    NoSuchPage {
        /// The page with the link.
        page: usize,
        /// Where it leads.
        link: usize,
    },
    /// An iteration was stopped before it was near enough.
    NotConverged {
        /// After how many steps.
        steps: usize,
        /// What was to become small: a residual, or what is left to be made 0.
        residual: f64,
    },
}

impl From<InverseError> for EigenError {
    fn from(error: InverseError) -> EigenError {
        EigenError::Matrix(error)
    }
}

impl fmt::Display for EigenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EigenError::Matrix(error) => error.fmt(f),
            EigenError::NotSymmetric { row, column } => {
                write!(
                    f,
                    "row {row}, column {column} differs from its mirror image"
                )
            }
            EigenError::Start { columns, entries } => {
                write!(
                    f,
                    "no start for {columns} columns: {entries} entries, or no direction"
                )
            }
            EigenError::NoSuchPage { page, link } => {
                write!(f, "page {page} links to page {link}, which there is not")
            }
            EigenError::NotConverged { steps, residual } => {
                write!(f, "{residual:e} is left after {steps} steps")
            }
        }
    }
}

impl Error for EigenError {}
