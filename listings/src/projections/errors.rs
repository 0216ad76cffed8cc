use crate::linear_systems::SolveError;
use crate::vectors::NoDirection;
use crate::{Matrix, Vector};
use std::error::Error;
use std::fmt;

/// Why there is no projection, or none that f64 can find. Rows, columns and
/// entries are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum ProjectionError {
    /// The matrix has no columns.
    Empty,
    /// There are fewer rows than columns, so the columns depend on each other.
    TooFewRows {
        /// How many rows there are.
        rows: usize,
        /// How many columns.
        columns: usize,
    },
    /// An entry of the matrix is infinite or NaN.
    NotFinite {
        /// The row of the entry.
        row: usize,
        /// Its column.
        column: usize,
        /// The entry.
        value: f64,
    },
    /// The vector has not an entry for each row.
    RightHandSide {
        /// How many rows there are.
        rows: usize,
        /// How many entries the vector has.
        entries: usize,
    },
    /// An entry of the vector is infinite or NaN.
    NotFiniteEntry {
        /// Which entry.
        entry: usize,
        /// What stands there.
        value: f64,
    },
    /// The line or the normal has no direction.
    NoDirection(NoDirection),
    /// Up to rounding, this column is 0 or a combination of those before it.
    Dependent {
        /// Which column.
        column: usize,
    },
    /// There is a weight, but its error may move the prediction by more than the
    /// whole length of the vector that is projected.
    Uncertain {
        /// The column of the weight.
        column: usize,
        /// A bound on what its error moves, as a multiple of that length.
        bound: f64,
    },
    /// A number of the result is too large for f64.
    Overflow {
        /// Which entry, or which column.
        entry: usize,
    },
    /// The normal equations could not be solved.
    NormalEquations(SolveError),
}

impl fmt::Display for ProjectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProjectionError::Empty => write!(f, "a matrix without columns"),
            ProjectionError::TooFewRows { rows, columns } => {
                write!(f, "{rows} rows are too few for {columns} columns")
            }
            ProjectionError::NotFinite { row, column, value } => {
                write!(f, "row {row}, column {column} is {value}")
            }
            ProjectionError::RightHandSide { rows, entries } => {
                write!(f, "{rows} rows, but a vector with {entries} entries")
            }
            ProjectionError::NotFiniteEntry { entry, value } => {
                write!(f, "entry {entry} of the vector is {value}")
            }
            ProjectionError::NoDirection(error) => error.fmt(f),
            ProjectionError::Dependent { column } => {
                write!(
                    f,
                    "column {column} is a combination of those before it, up to rounding"
                )
            }
            ProjectionError::Uncertain { column, bound } => {
                write!(
                    f,
                    "weight {column} is uncertain: its error may move the prediction by \
                     {bound:.1e} times the vector"
                )
            }
            ProjectionError::Overflow { entry } => {
                write!(f, "entry {entry} of the result is too large for f64")
            }
            ProjectionError::NormalEquations(error) => error.fmt(f),
        }
    }
}

impl Error for ProjectionError {}

impl From<NoDirection> for ProjectionError {
    fn from(error: NoDirection) -> ProjectionError {
        ProjectionError::NoDirection(error)
    }
}

impl From<SolveError> for ProjectionError {
    fn from(error: SolveError) -> ProjectionError {
        ProjectionError::NormalEquations(error)
    }
}

impl ProjectionError {
    /// The error of a block of rows that begins further down.
    pub(super) fn further_down(self, rows: usize) -> ProjectionError {
        match self {
            ProjectionError::NotFinite { row, column, value } => ProjectionError::NotFinite {
                row: row + rows,
                column,
                value,
            },
            other => other,
        }
    }
}

/// Refuses a matrix without columns, or with too few rows.
pub(super) fn check_shape(a: &Matrix) -> Result<(), ProjectionError> {
    match a.dim() {
        (_, 0) => Err(ProjectionError::Empty),
        (rows, columns) if rows < columns => Err(ProjectionError::TooFewRows { rows, columns }),
        _ => Ok(()),
    }
}

/// Refuses a vector that has not an entry for each row, or is not finite.
pub(super) fn check_vector(rows: usize, b: &Vector) -> Result<(), ProjectionError> {
    let entries = b.len();
    if rows != entries {
        return Err(ProjectionError::RightHandSide { rows, entries });
    }
    match b.iter().position(|b_i| !b_i.is_finite()) {
        None => Ok(()),
        Some(entry) => Err(ProjectionError::NotFiniteEntry {
            entry,
            value: b[entry],
        }),
    }
}

/// The vector, if f64 can hold all of it.
pub(super) fn in_range(x: Vector) -> Result<Vector, ProjectionError> {
    match x.iter().position(|x_i| !x_i.is_finite()) {
        None => Ok(x),
        Some(entry) => Err(ProjectionError::Overflow { entry }),
    }
}
