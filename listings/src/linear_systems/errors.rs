use crate::Vector;
use crate::inverse::InverseError;
use std::error::Error;
use std::fmt;

/// Why a system Ax = b was not solved. Rows, columns and entries are counted
/// from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum SolveError {
    /// The matrix is empty, not square or not finite, a pivot is 0, or an entry
    /// of a factor is too large for f64.
    Matrix(InverseError),
    /// The right-hand side has not an entry for each row.
    RightHandSide {
        /// How many rows the matrix has.
        rows: usize,
        /// How many entries the right-hand side has.
        entries: usize,
    },
    /// An entry of the right-hand side is infinite or NaN.
    NotFinite {
        /// Which entry.
        entry: usize,
        /// What stands there.
        value: f64,
    },
    /// An entry and its mirror image differ.
    NotSymmetric {
        /// The row of the entry below the diagonal.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// A number that is positive for every positive definite matrix is not, or is
    /// nothing but rounding: what stands under the root of a Cholesky factor, or
    /// pᵀAp/pᵀp for a direction p.
    NotPositiveDefinite {
        /// The column of a Cholesky factor, or the step of an iteration.
        step: usize,
        /// The number.
        value: f64,
    },
    /// Jacobi's iteration divides by the diagonal, and there is a 0 on it.
    ZeroOnDiagonal {
        /// In which row.
        row: usize,
    },
    /// An entry of the solution, or a number on the way to it, is too large for
    /// f64.
    Overflow {
        /// Which entry.
        entry: usize,
    },
    /// There is a solution, but not one digit of this entry is certain: up to
    /// rounding, the matrix is singular.
    Uncertain {
        /// Which entry.
        entry: usize,
        /// A bound on its error, as a multiple of its size: 1 or more, and
        /// infinite where none is known.
        bound: f64,
    },
    /// An iteration was stopped before the residual was small enough.
    NotConverged {
        /// After how many steps.
        steps: usize,
        /// How large ‖b − Ax‖/‖b‖ still was.
        residual: f64,
    },
}

impl SolveError {
    /// Why a solution is not to be trusted.
    pub(super) fn judged(error: InverseError) -> SolveError {
        match error {
            InverseError::Uncertain { row, bound, .. } => {
                SolveError::Uncertain { entry: row, bound }
            }
            other => other.into(),
        }
    }
}

impl From<InverseError> for SolveError {
    fn from(error: InverseError) -> SolveError {
        SolveError::Matrix(error)
    }
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SolveError::Matrix(error) => error.fmt(f),
            SolveError::RightHandSide { rows, entries } => {
                write!(f, "{rows} rows, but a right-hand side with {entries}")
            }
            SolveError::NotFinite { entry, value } => {
                write!(f, "entry {entry} of the right-hand side is {value}")
            }
            SolveError::NotSymmetric { row, column } => {
                write!(
                    f,
                    "row {row}, column {column} differs from its mirror image"
                )
            }
            SolveError::NotPositiveDefinite { step, value } => {
                write!(f, "not positive definite: step {step} finds {value:e}")
            }
            SolveError::ZeroOnDiagonal { row } => write!(f, "row {row} has a 0 on the diagonal"),
            SolveError::Overflow { entry } => {
                write!(
                    f,
                    "a number on the way to entry {entry} is too large for f64"
                )
            }
            SolveError::Uncertain { entry, bound } => {
                write!(
                    f,
                    "no digit of entry {entry} is certain: \
                     the error may be {bound:.1e} times the entry"
                )
            }
            SolveError::NotConverged { steps, residual } => {
                write!(f, "a residual of {residual:e} is left after {steps} steps")
            }
        }
    }
}

impl Error for SolveError {}

/// Refuses a right-hand side that does not fit, or is not finite.
pub(super) fn check_right_hand_side(rows: usize, b: &Vector) -> Result<(), SolveError> {
    let entries = b.len();
    if rows != entries {
        return Err(SolveError::RightHandSide { rows, entries });
    }
    match b.iter().position(|b_i| !b_i.is_finite()) {
        None => Ok(()),
        Some(entry) => Err(SolveError::NotFinite {
            entry,
            value: b[entry],
        }),
    }
}
