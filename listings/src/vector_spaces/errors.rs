use std::error::Error;
use std::fmt;

/// Why a question about a span has no answer. Vectors and columns are counted
/// from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanError {
    /// The vector b has no entries.
    Empty,
    /// A vector, or a certificate, has another number of entries than is needed.
    Dimension {
        /// Which of the vectors, or how many there are if it is the certificate.
        vector: usize,
        /// How many entries it has.
        entries: usize,
        /// How many it needs.
        expected: usize,
    },
    /// A number is too large for `i128`.
    Overflow {
        /// The vector whose column was being cleared, or that was being added;
        /// how many vectors there are if it was b, or all were cleared.
        vector: usize,
    },
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpanError::Empty => write!(f, "b has no entries"),
            SpanError::Dimension {
                vector,
                entries,
                expected,
            } => write!(f, "vector {vector} has {entries} entries, not {expected}"),
            SpanError::Overflow { vector } => {
                write!(f, "at vector {vector} a number is too large for i128")
            }
        }
    }
}

impl Error for SpanError {}
