use super::errors::check_right_hand_side;
use super::{Echelon, SolveError, reduced_row_echelon};
use crate::inverse::check_entries;
use crate::{Matrix, Vector};
use ndarray::{Axis, concatenate};
use std::fmt;

/// All solutions of a system Ax = b.
#[derive(Debug, Clone, PartialEq)]
pub enum Solutions {
    /// There are none.
    None,
    /// There is this one.
    One(Vector),
    /// There are infinitely many: the particular one plus every linear
    /// combination of the directions.
    Many {
        /// The solution whose free entries are 0.
        particular: Vector,
        /// For each free entry a solution of Ax = 0 in which it is 1 and the
        /// other free entries are 0.
        directions: Vec<Vector>,
    },
}

impl fmt::Display for Solutions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Solutions::None => write!(f, "no solution"),
            Solutions::One(x) => x.fmt(f),
            Solutions::Many {
                particular,
                directions,
            } => {
                particular.fmt(f)?;
                for (k, direction) in (1..).zip(directions) {
                    write!(f, " + c{k} ")?;
                    direction.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

/// The augmented matrix [A | b]: A with b as one more column.
///
/// Shapes: A of shape m×n and b of dimension m give m×(n + 1). Cost: a copy of
/// both.
///
/// # Errors
///
/// [`SolveError::RightHandSide`] if b has not an entry for each row;
/// [`SolveError::NotFinite`] if one is infinite or NaN.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::augmented};
///
/// let a = array![[1.0, 2.0], [3.0, 4.0]];
/// let system = augmented(&a, &array![5.0, 6.0])?;
/// assert_eq!(system, array![[1.0, 2.0, 5.0], [3.0, 4.0, 6.0]]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 2.3.
pub fn augmented(a: &Matrix, b: &Vector) -> Result<Matrix, SolveError> {
    check_right_hand_side(a.nrows(), b)?;
    let column = b.view().insert_axis(Axis(1));
    Ok(concatenate(Axis(1), &[a.view(), column]).expect("an entry for each row"))
}

/// All solutions of Ax = b, read from the reduced form of [A | b].
///
/// What counts as 0 is said at [`row_echelon`](super::row_echelon): the
/// tolerance is relative. Shapes: A of any shape m×n, b of dimension m;
/// solutions have dimension n. Cost: that of [`reduced_row_echelon`].
///
/// # Errors
///
/// Those of [`augmented`]; [`SolveError::Matrix`] if A has no entries, or one
/// that is not finite, or if a number is too large for f64.
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::{Solutions, solution_set}};
///
/// let a = array![[1.0, 1.0]];
/// let particular = array![2.0, 0.0];
/// let directions = vec![array![-1.0, 1.0]];
/// let many = Solutions::Many { particular, directions };
/// assert_eq!(solution_set(&a, &array![2.0], 0.0), Ok(many));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.3.
pub fn solution_set(a: &Matrix, b: &Vector, tolerance: f64) -> Result<Solutions, SolveError> {
    check_entries(a)?;
    let n = a.ncols();
    let echelon = reduced_row_echelon(&augmented(a, b)?, tolerance)?;
    if echelon.pivots.last() == Some(&n) {
        return Ok(Solutions::None);
    }
    let particular = at_pivots(&echelon, n, n);
    let mut directions = Vec::new();
    for free in (0..n).filter(|column| !echelon.pivots.contains(column)) {
        let mut direction = Vector::zeros(n) - at_pivots(&echelon, free, n);
        direction[free] = 1.0;
        directions.push(direction);
    }
    Ok(match directions.is_empty() {
        true => Solutions::One(particular),
        false => Solutions::Many {
            particular,
            directions,
        },
    })
}

/// The entries of a column of a reduced form, each at the unknown whose pivot
/// is in its row.
fn at_pivots(echelon: &Echelon, column: usize, n: usize) -> Vector {
    let mut x = Vector::zeros(n);
    for (row, &pivot) in echelon.pivots.iter().enumerate() {
        x[pivot] = echelon.matrix[[row, column]];
    }
    x
}
