use crate::matrices::row_major_offset;
use crate::{Matrix, Vector};

/// The points inside a plate, in rows and columns. Each is as warm as its four
/// neighbours on average, and the edge around them is kept at given
/// temperatures.
///
/// The unknowns are numbered row after row: point (i, j), counted from 0, is
/// unknown i · columns + j.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// How many rows of points there are inside.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

impl Grid {
    /// How many unknowns there are.
    ///
    /// ```
    /// use mlmath::linear_systems::Grid;
    ///
    /// assert_eq!(Grid { rows: 2, columns: 3 }.unknowns(), 6);
    /// ```
    pub fn unknowns(self) -> usize {
        self.rows * self.columns
    }

    /// The matrix of the system: 4 on the diagonal, and −1 for each neighbour
    /// that is inside. It is symmetric positive definite.
    ///
    /// Shapes: n×n for n unknowns. Cost: n² entries, of which fewer than 5n are
    /// not 0.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Grid};
    ///
    /// let matrix = Grid { rows: 1, columns: 3 }.matrix();
    /// let expected = array![[4.0, -1.0, 0.0], [-1.0, 4.0, -1.0], [0.0, -1.0, 4.0]];
    /// assert_eq!(matrix, expected);
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.8.
    pub fn matrix(self) -> Matrix {
        let mut a = Matrix::zeros((self.unknowns(), self.unknowns()));
        for (i, j) in self.points() {
            let unknown = row_major_offset(i, j, self.columns);
            a[[unknown, unknown]] = 4.0;
            for (k, l) in neighbours(i + 1, j + 1) {
                if let Some(neighbour) = self.unknown(k, l) {
                    a[[unknown, neighbour]] = -1.0;
                }
            }
        }
        a
    }

    /// The product Ax without the matrix.
    ///
    /// Shapes: x of dimension n, the number of unknowns, and so is the product.
    /// Cost: at most 5n operations, and no memory but the result's.
    ///
    /// # Panics
    ///
    /// If x has not an entry for each unknown.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Grid};
    ///
    /// let grid = Grid { rows: 1, columns: 3 };
    /// assert_eq!(grid.times(&array![1.0, 2.0, 3.0]), array![2.0, 4.0, 10.0]);
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.8.
    pub fn times(self, x: &Vector) -> Vector {
        let (n, columns) = (self.unknowns(), self.columns);
        assert_eq!(x.len(), n, "{} entries for {n} unknowns", x.len());
        Vector::from_shape_fn(n, |unknown| {
            let mut sum = 4.0 * x[unknown];
            if unknown >= columns {
                sum -= x[unknown - columns];
            }
            if unknown + columns < n {
                sum -= x[unknown + columns];
            }
            if unknown % columns > 0 {
                sum -= x[unknown - 1];
            }
            if unknown % columns + 1 < columns {
                sum -= x[unknown + 1];
            }
            sum
        })
    }

    /// The right-hand side: for each point the sum of the temperatures of its
    /// neighbours on the edge.
    ///
    /// `edge(i, j)` is the temperature at the edge, where points and edge
    /// together have the rows 0 to rows + 1 and the columns 0 to columns + 1.
    /// Shapes: dimension n for n unknowns. Cost: at most 4n calls and additions.
    ///
    /// ```
    /// use mlmath::{prelude::*, linear_systems::Grid};
    ///
    /// let grid = Grid { rows: 1, columns: 3 };
    /// let hot_above = |i, _| if i == 0 { 100.0 } else { 0.0 };
    /// assert_eq!(grid.right_hand_side(hot_above), array![100.0, 100.0, 100.0]);
    /// ```
    ///
    /// Source: Golub and Van Loan, *Matrix Computations*, section 4.8.
    pub fn right_hand_side(self, edge: impl Fn(usize, usize) -> f64) -> Vector {
        let at = |(i, j)| {
            let outside = neighbours(i + 1, j + 1).into_iter();
            let outside = outside.filter(|&(k, l)| self.unknown(k, l).is_none());
            outside.map(|(k, l)| edge(k, l)).sum()
        };
        self.points().map(at).collect()
    }

    /// All points inside, counted from 0, in the order of the unknowns.
    fn points(self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.rows).flat_map(move |i| (0..self.columns).map(move |j| (i, j)))
    }

    /// The unknown at a place that is counted with the edge, if it is inside.
    fn unknown(self, i: usize, j: usize) -> Option<usize> {
        let inside = (1..=self.rows).contains(&i) && (1..=self.columns).contains(&j);
        inside.then(|| row_major_offset(i - 1, j - 1, self.columns))
    }
}

/// The places above, below, left and right, counted with the edge.
fn neighbours(i: usize, j: usize) -> [(usize, usize); 4] {
    [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)]
}
