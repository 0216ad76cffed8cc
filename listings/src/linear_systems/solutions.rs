use super::errors::check_right_hand_side;
use super::{SolveError, reduced_row_echelon};
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
/// Entries up to the tolerance count as 0. Shapes: A of any shape m×n, b of
/// dimension m; solutions have dimension n. Cost: that of
/// [`reduced_row_echelon`].
///
/// # Errors
///
/// Those of [`augmented`], and [`SolveError::Matrix`] if A has no entries, or
/// one that is not finite.
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
    let n = a.ncols();
    let system = if a.is_empty() {
        // Without entries there is nothing to reduce; let the check say so.
        a.clone()
    } else {
        augmented(a, b)?
    };
    let echelon = reduced_row_echelon(&system, tolerance)?;
    let (form, pivots) = (echelon.matrix, echelon.pivots);
    if pivots.last() == Some(&n) {
        return Ok(Solutions::None);
    }
    // The entries at the pivots, when the free ones are given.
    let solve_for_pivots = |x: &mut Vector, column: usize, sign: f64| {
        for (row, &pivot) in pivots.iter().enumerate() {
            x[pivot] = sign * form[[row, column]];
        }
    };
    let mut particular = Vector::zeros(n);
    solve_for_pivots(&mut particular, n, 1.0);
    let free = (0..n).filter(|column| !pivots.contains(column));
    let directions: Vec<Vector> = free
        .map(|column| {
            let mut direction = Vector::zeros(n);
            solve_for_pivots(&mut direction, column, -1.0);
            direction[column] = 1.0;
            direction
        })
        .collect();
    Ok(if directions.is_empty() {
        Solutions::One(particular)
    } else {
        Solutions::Many {
            particular,
            directions,
        }
    })
}
