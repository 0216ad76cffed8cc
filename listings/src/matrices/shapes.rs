use std::error::Error;
use std::fmt;

/// What is wrong with the shapes of some arguments. A shape is (rows,
/// columns); a vector with n entries has the shape (n, 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeError {
    /// An operation entry by entry needs two equal shapes.
    Unequal {
        /// The shape of the first argument.
        left: (usize, usize),
        /// The shape of the second.
        right: (usize, usize),
    },
    /// A product needs as many columns on the left as rows on the right.
    Product {
        /// The shape of the first factor.
        left: (usize, usize),
        /// The shape of the second.
        right: (usize, usize),
    },
    /// The operation needs as many rows as columns.
    NotSquare {
        /// The shape of the matrix.
        shape: (usize, usize),
    },
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShapeError::Unequal { left, right } => {
                write!(f, "the shapes {} and {} differ", By(left), By(right))
            }
            ShapeError::Product { left, right } => {
                write!(f, "{} times {} is no product", By(left), By(right))
            }
            ShapeError::NotSquare { shape } => {
                write!(f, "the shape {} is not square", By(shape))
            }
        }
    }
}

impl Error for ShapeError {}

/// A shape as it is written: 2×3.
struct By<'a>(&'a (usize, usize));

impl fmt::Display for By<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rows, columns) = self.0;
        write!(f, "{rows}×{columns}")
    }
}
