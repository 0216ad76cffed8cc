//! The figures of chapter 5, Linear systems and solving with matrices.

use drawing::prelude::*;
use mlmath::linear_systems::{Solutions, reduced_row_echelon, solution_set};
use mlmath::matrices::times_vector_by_rows;
use ndarray::{arr2, s};

mod conditioning;
mod elimination;
mod hilbert;
mod iteration;
mod lines;
mod lost;
mod planes;
mod plate;
mod ranks;
#[cfg(test)]
mod tests;
mod turning;

use conditioning::nearly_parallel;
use elimination::elimination_steps;
use hilbert::hilbert_digits;
use iteration::descent_in_zigzags;
use lines::two_lines;
use lost::undone_no_more;
use planes::three_planes;
use plate::heat_on_a_grid;
use ranks::page_ranks;
use turning::turning_line;

drawing::figures![
    hilbert_digits,
    heat_on_a_grid,
    turning_line,
    two_lines,
    three_planes,
    elimination_steps,
    nearly_parallel,
    undone_no_more,
    page_ranks,
    descent_in_zigzags
];

/// Ax, where the shapes fit.
fn product(a: &Matrix, x: &Vector) -> Vector {
    times_vector_by_rows(a, x).expect("an entry for each column")
}

/// A system of equations, its reduced row echelon form and its solutions.
struct System {
    /// The coefficients and, behind them, the right-hand side.
    matrix: Matrix,
    reduced: Matrix,
    /// The columns of the pivots, from 0, in the order of the rows.
    pivots: Vec<usize>,
    solutions: Solutions,
}

impl System {
    /// The system of these rows, the right-hand side last in each.
    ///
    /// # Panics
    /// If a number is not finite.
    fn new<const N: usize>(rows: &[[f64; N]]) -> Self {
        let matrix = arr2(rows);
        let (coefficients, right) = (matrix.slice(s![.., ..N - 1]), matrix.column(N - 1));
        let solutions = solution_set(&coefficients.to_owned(), &right.to_owned(), TOLERANCE);
        let echelon = reduced_row_echelon(&matrix, TOLERANCE).expect("finite numbers");
        System {
            matrix,
            reduced: echelon.matrix,
            pivots: echelon.pivots,
            solutions: solutions.expect("finite numbers"),
        }
    }

    /// Its equations, as markup of labels.
    fn equations(&self) -> Vec<String> {
        let rows = self.matrix.rows().into_iter();
        rows.map(|row| equation(&row.to_vec())).collect()
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
        pivots.fold(block, |block, (i, &j)| block.mark_cell(i, j, Three))
    }

    /// The rows and pivots of the reduced form in words.
    fn said(&self) -> String {
        let rows = joined(self.reduced.rows().into_iter().map(listed), "; ");
        let columns = joined(self.pivots.iter().map(|j| (j + 1).to_string()), ", ");
        match self.pivots.len() {
            1 => format!("rows {rows}, a pivot in column {columns}"),
            _ => format!("rows {rows}, pivots in columns {columns}"),
        }
    }
}

/// The equation of a row in unknowns x with indices, as markup of a label.
fn equation(row: &[f64]) -> String {
    equation_in(row, &["x_1", "x_2", "x_3"])
}

/// The equation of a row in unknowns of these names.
fn equation_in(row: &[f64], names: &[&str]) -> String {
    let right = row.len() - 1;
    let mut left = String::new();
    for (j, &a) in row[..right].iter().enumerate().filter(|(_, a)| **a != 0.0) {
        left += match (left.is_empty(), a < 0.0) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        };
        if a.abs() != 1.0 {
            left += &decimal(a.abs());
        }
        left += names[j];
    }
    if left.is_empty() {
        left = "0".into();
    }
    format!("${left} = {}$", decimal(row[right]))
}

/// The markup of an equation as plain text.
fn plain(markup: &str) -> String {
    let signs = [("_1", "₁"), ("_2", "₂"), ("_3", "₃"), ("-", "−"), ("$", "")];
    let replaced = |text: String, (from, to)| text.replace(from, to);
    signs.into_iter().fold(markup.to_owned(), replaced)
}
