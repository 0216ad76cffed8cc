//! The figures of chapter 5, Linear systems and solving with matrices.

use drawing::prelude::*;
use mlmath::linear_systems::{Solutions, augmented, reduced_row_echelon, solution_set};
use mlmath::matrices::times_vector_by_rows;

mod conditioning;
mod elimination;
mod hilbert;
mod iteration;
mod lines;
mod planes;
mod plate;

pub use conditioning::nearly_parallel;
pub use elimination::elimination_steps;
pub use hilbert::hilbert_digits;
pub use iteration::descent_in_zigzags;
pub use lines::two_lines;
pub use planes::three_planes;
pub use plate::heat_on_a_grid;

drawing::figures![
    hilbert_digits,
    heat_on_a_grid,
    two_lines,
    three_planes,
    elimination_steps,
    nearly_parallel,
    descent_in_zigzags
];

/// Ax, where the shapes fit.
fn product(a: &Matrix, x: &Vector) -> Vector {
    times_vector_by_rows(a, x).expect("an entry for each column")
}

/// Things one after the other, as a reader says them.
fn listed(things: impl Iterator<Item = String>) -> String {
    things.collect::<Vec<_>>().join(", ")
}

/// What counts as 0 in elimination; the numbers of the systems here are small.
const TOLERANCE: f64 = 1e-9;

/// A system with its right-hand side, its reduced row echelon form and its
/// solutions.
struct System {
    matrix: Matrix,
    reduced: Matrix,
    /// The columns of the pivots, from 0, in the order of the rows.
    pivots: Vec<usize>,
    solutions: Solutions,
}

impl System {
    /// The system with these coefficients and, behind them, right-hand sides.
    ///
    /// # Panics
    /// If a number is not finite.
    fn new(coefficients: &Matrix, right: &Vector) -> Self {
        let matrix = augmented(coefficients, right).expect("a number for each row");
        let echelon = reduced_row_echelon(&matrix, TOLERANCE).expect("finite numbers");
        let solutions = solution_set(coefficients, right, TOLERANCE);
        System {
            matrix,
            reduced: echelon.matrix,
            pivots: echelon.pivots,
            solutions: solutions.expect("finite numbers"),
        }
    }

    /// The system as a block.
    fn block(&self, cells: [f64; 2]) -> Block {
        let block = Block::of(&self.matrix).cells(cells).bracketed();
        block.augmented(self.matrix.ncols() - 1)
    }

    /// Its reduced form as a block with the pivots framed.
    fn reduced_block(&self, cells: [f64; 2]) -> Block {
        let block = Block::of(&self.reduced).cells(cells).bracketed();
        let block = block.augmented(self.matrix.ncols() - 1);
        let pivots = self.pivots.iter().enumerate();
        pivots.fold(block, |block, (row, &column)| {
            block.mark_cell(row, column, Three)
        })
    }

    /// The rows and pivots of the reduced form in words.
    fn said(&self) -> String {
        let rows = self.reduced.rows().into_iter();
        let rows: Vec<String> = rows
            .map(|row| listed(row.iter().map(|&x| decimal(x))))
            .collect();
        let columns = listed(self.pivots.iter().map(|j| (j + 1).to_string()));
        let column = if self.pivots.len() == 1 {
            "a pivot in column"
        } else {
            "pivots in columns"
        };
        format!("rows {}, {column} {columns}", rows.join("; "))
    }
}

/// An equation in unknowns x with indices, as markup of a label.
fn equation(coefficients: &[f64], right: f64) -> String {
    let mut left = String::new();
    for (j, &a) in coefficients.iter().enumerate().filter(|(_, a)| **a != 0.0) {
        let sign = match (left.is_empty(), a < 0.0) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        };
        let factor = match a.abs() {
            1.0 => String::new(),
            size => decimal(size),
        };
        left += &format!("{sign}{factor}x_{}", j + 1);
    }
    if left.is_empty() {
        left = "0".into();
    }
    format!("${left} = {}$", decimal(right))
}

/// The markup of an equation as plain text.
fn plain(markup: &str) -> String {
    let indexed = |text: String, (index, sign)| text.replace(index, sign);
    let indices = [("_1", "₁"), ("_2", "₂"), ("_3", "₃"), ("-", "−"), ("$", "")];
    indices.into_iter().fold(markup.to_owned(), indexed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equation_is_written_as_one_writes_it() {
        for (coefficients, right, written) in [
            ([3.0, -2.0], 4.0, "3x₁ − 2x₂ = 4"),
            ([-1.0, 1.0], -2.0, "−x₁ + x₂ = −2"),
            ([0.0, -1.0], 0.0, "−x₂ = 0"),
            ([0.0, 0.0], 0.0, "0 = 0"),
        ] {
            assert_eq!(plain(&equation(&coefficients, right)), written);
        }
    }
}
