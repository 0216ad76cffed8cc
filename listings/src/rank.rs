//! Linear independence and rank: which columns of a matrix depend on which
//! others, what a matrix sends to 0, and a matrix as columns times rows.

use crate::linear_systems::{
    Pivoting, Solutions, SolveError, reduced_row_echelon, row_echelon, solution_set,
};
use crate::{Matrix, Vector};
use ndarray::{Axis, s};
use std::fmt;

/// The rank of A: the number of pivots in its row echelon forms.
///
/// A tolerance decides what counts as 0, see [`row_echelon`]; it is relative,
/// and so the rank does not depend on the units of columns; those of rows may
/// choose other pivots. For entries that f64 holds exactly, n·2⁻⁵² is about what
/// rounding can do to a matrix with n columns. Shapes: A of any shape m×n. Cost: with r pivots at
/// most 3rmn multiplications.
///
/// # Errors
///
/// Those of [`row_echelon`].
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, rank::rank};
///
/// let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
/// assert_eq!(rank(&a, 1e-12), Ok(2));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.3.
pub fn rank(a: &Matrix, tolerance: f64) -> Result<usize, SolveError> {
    Ok(row_echelon(a, Pivoting::Largest, tolerance)?.pivots.len())
}

/// A basis of the null space of A: for each free column the solution of Ax = 0
/// in which its entry is 1 and those of the other free columns are 0.
///
/// What counts as 0 is said at [`row_echelon`]. Shapes: A of any shape m×n; the
/// vectors have dimension n, and there are n less the rank of them. Cost: that
/// of [`reduced_row_echelon`].
///
/// # Errors
///
/// Those of [`row_echelon`].
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, rank::null_space};
///
/// let a = array![[1.0, 1.0, 0.0], [1.0, 0.0, 1.0]];
/// assert_eq!(null_space(&a, 1e-12)?, [array![-1.0, 1.0, 1.0]]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.2.
pub fn null_space(a: &Matrix, tolerance: f64) -> Result<Vec<Vector>, SolveError> {
    let zero = Vector::zeros(a.nrows());
    Ok(match solution_set(a, &zero, tolerance)? {
        Solutions::Many { directions, .. } => directions,
        Solutions::One(_) | Solutions::None => Vec::new(),
    })
}

/// Factors C and R with A = CR: the pivot columns of A, and the rows of its
/// reduced row echelon form that are not 0.
///
/// C is copied from A; CR is A up to rounding and what counts as 0, see
/// [`row_echelon`]. Shapes: A of any shape m×n; with r pivots C is m×r and R is
/// r×n. Cost: that of [`reduced_row_echelon`].
///
/// # Errors
///
/// Those of [`row_echelon`].
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, rank::rank_factorisation};
///
/// let a = array![[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]];
/// let [c, r] = rank_factorisation(&a, 1e-12)?;
/// assert_eq!(c, array![[1.0], [2.0]]);
/// assert_eq!(r, array![[1.0, 2.0, 3.0]]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.2.
pub fn rank_factorisation(a: &Matrix, tolerance: f64) -> Result<[Matrix; 2], SolveError> {
    let echelon = reduced_row_echelon(a, tolerance)?;
    let rank = echelon.pivots.len();
    let columns = a.select(Axis(1), &echelon.pivots);
    let rows = echelon.matrix.slice(s![..rank, ..]).to_owned();
    Ok([columns, rows])
}

/// A column of a matrix that is a combination of columns to its left. Columns
/// are counted from 0.
///
/// As text it is an equation with weights of at most four digits, such as
/// `column 3 = column 0 - 2.5 column 1`.
#[derive(Debug, Clone, PartialEq)]
pub struct Dependency {
    /// Which column.
    pub column: usize,
    /// The pivot columns that it is made of, each with its weight.
    pub terms: Vec<(usize, f64)>,
}

impl Dependency {
    /// The equation with names in place of the numbers of the columns.
    ///
    /// # Panics
    ///
    /// If there is no name for a column.
    ///
    /// ```
    /// use mlmath::rank::Dependency;
    ///
    /// let terms = vec![(0, 2.54), (1, -1.0)];
    /// let third = Dependency { column: 2, terms };
    /// assert_eq!(third.with_names(&["a", "b", "c"]), "c = 2.54 a - b");
    /// ```
    pub fn with_names(&self, names: &[&str]) -> String {
        self.equation(|column| names[column].to_owned())
    }

    fn equation(&self, name: impl Fn(usize) -> String) -> String {
        let mut right = String::new();
        for &(column, weight) in &self.terms {
            right += match (right.is_empty(), weight < 0.0) {
                (true, false) => "",
                (true, true) => "-",
                (false, false) => " + ",
                (false, true) => " - ",
            };
            let size = four_digits(weight.abs());
            if size != 1.0 {
                right += &format!("{size} ");
            }
            right += &name(column);
        }
        if right.is_empty() {
            right = "0".into();
        }
        format!("{} = {right}", name(self.column))
    }
}

/// The number with at most four digits that is nearest.
fn four_digits(x: f64) -> f64 {
    format!("{x:.3e}").parse().expect("a number")
}

impl fmt::Display for Dependency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.equation(|column| format!("column {column}")))
    }
}

/// Which columns of A depend on columns to their left, and how: one equation
/// for each free column.
///
/// The weights are the entries of the reduced row echelon form. One of them is
/// left out as rounding if its term is nowhere more than the tolerance times the
/// sizes of all terms in the same row; what else counts as 0 is said at
/// [`row_echelon`]. Shapes: A of any shape m×n. Cost: that of
/// [`reduced_row_echelon`].
///
/// # Errors
///
/// Those of [`row_echelon`].
///
/// # Panics
///
/// If the tolerance is negative or NaN.
///
/// ```
/// use mlmath::{prelude::*, rank::dependencies};
///
/// let a = array![[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [1.0, 0.0, 1.0]];
/// let found = dependencies(&a, 1e-12)?;
/// assert_eq!(found[0].to_string(), "column 2 = column 0 - column 1");
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.2.
pub fn dependencies(a: &Matrix, tolerance: f64) -> Result<Vec<Dependency>, SolveError> {
    let echelon = reduced_row_echelon(a, tolerance)?;
    let mut found = Vec::new();
    for column in (0..a.ncols()).filter(|column| !echelon.pivots.contains(column)) {
        let weights = echelon.matrix.column(column);
        let terms = echelon.pivots.iter().copied().zip(weights.iter().copied());
        let terms = without_rounding(a, terms.collect(), tolerance);
        found.push(Dependency { column, terms });
    }
    Ok(found)
}

/// The terms of a combination of columns that are more than rounding in some
/// row.
fn without_rounding(a: &Matrix, mut terms: Vec<(usize, f64)>, tolerance: f64) -> Vec<(usize, f64)> {
    let size = |row: usize, (column, weight): (usize, f64)| (weight * a[[row, column]]).abs();
    let sizes = |row: usize| terms.iter().map(|&term| size(row, term)).sum::<f64>();
    let rounding: Vec<f64> = (0..a.nrows()).map(|row| tolerance * sizes(row)).collect();
    terms.retain(|&term| {
        // With sizes out of range, what is not 0 counts.
        let counts = |(row, &most): (usize, &f64)| {
            let size = size(row, term);
            size != 0.0 && (size > most || !most.is_finite())
        };
        rounding.iter().enumerate().any(counts)
    });
    terms
}
