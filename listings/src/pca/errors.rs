use crate::eigen::EigenError;
use crate::inverse::InverseError;
use std::error::Error;
use std::fmt;

/// Why there are no principal components, or none that were asked for. Rows,
/// columns and components are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum PcaError {
    /// The data are empty or not finite, or a result is too large for f64.
    Data(InverseError),
    /// Singular values or eigenvalues were not found.
    Eigen(EigenError),
    /// A variance divides by one less than the number of rows.
    OneRow,
    /// No such number of components can be kept: at least 1, and at most as many
    /// as there are rows or columns.
    Components {
        /// How many were asked for.
        asked: usize,
        /// How many there can be.
        most: usize,
    },
    /// All rows are equal.
    NoSpread,
    /// All entries of a column are equal, so it cannot be measured in its spread.
    ConstantColumn {
        /// The column.
        column: usize,
    },
    /// Up to rounding, the data do not spread along this component.
    NoVariance {
        /// The component.
        component: usize,
    },
    /// New rows have another number of entries.
    Columns {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
}

impl From<InverseError> for PcaError {
    fn from(error: InverseError) -> PcaError {
        PcaError::Data(error)
    }
}

impl From<EigenError> for PcaError {
    fn from(error: EigenError) -> PcaError {
        match error {
            EigenError::Matrix(error) => PcaError::Data(error),
            other => PcaError::Eigen(other),
        }
    }
}

impl fmt::Display for PcaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PcaError::Data(error) => error.fmt(f),
            PcaError::Eigen(error) => error.fmt(f),
            PcaError::OneRow => write!(f, "one row has no variance"),
            PcaError::Components { asked, most } => {
                write!(f, "{asked} components of {most} that there can be")
            }
            PcaError::NoSpread => write!(f, "all rows are equal"),
            PcaError::ConstantColumn { column } => {
                write!(f, "all entries of column {column} are equal")
            }
            PcaError::NoVariance { component } => {
                write!(f, "the data do not spread along component {component}")
            }
            PcaError::Columns { expected, found } => {
                write!(f, "{found} columns where {expected} are expected")
            }
        }
    }
}

impl Error for PcaError {}
