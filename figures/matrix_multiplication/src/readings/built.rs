//! A product, as far as it has been put together.

use Reading::{Columns, Entries, Outer, Rows};
use drawing::prelude::*;
use mlmath::matrix_multiplication::matmul;
use ndarray::{Array2, s};

/// What a product is put together from, step by step.
#[derive(Clone, Copy, PartialEq)]
pub enum Reading {
    Entries,
    Columns,
    Rows,
    Outer,
}

impl Reading {
    pub const ALL: [Reading; 4] = [Entries, Columns, Rows, Outer];
}

/// A part of a matrix: its first row and column, and those behind its last.
pub type Part = [[usize; 2]; 2];

/// The product as far as it has been built.
pub struct Built {
    pub reading: Reading,
    pub a: Matrix,
    pub b: Matrix,
    /// The entries that are there.
    pub entries: Array2<Option<f64>>,
    /// What is built now, counted from 0; nothing before the first step and
    /// after the last.
    pub now: Option<usize>,
    pub made: usize,
    pub steps: usize,
}

impl Built {
    pub fn new(reading: Reading, step: usize) -> Self {
        let a: Matrix = array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]];
        let b: Matrix = array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]];
        let (m, n, p) = (a.nrows(), a.ncols(), b.ncols());
        let steps = match reading {
            Entries => m * p,
            Columns => p,
            Rows => m,
            Outer => n,
        };
        let mut built = Built {
            reading,
            a,
            b,
            entries: Array2::from_elem((m, p), None),
            now: (1..=steps).contains(&step).then(|| step - 1),
            made: step.min(steps),
            steps,
        };
        for step in 0..built.made {
            let [_, _, [[top, left], _]] = built.parts(step);
            for ((i, j), more) in built.product(step).indexed_iter() {
                let entry = &mut built.entries[[top + i, left + j]];
                *entry = Some(entry.unwrap_or(0.0) + more);
            }
        }
        built
    }

    /// A has m rows and n columns, B has n rows and p columns.
    pub fn dim(&self) -> (usize, usize, usize) {
        (self.a.nrows(), self.a.ncols(), self.b.ncols())
    }

    /// The parts of A and B that a step uses, and the part of AB that it makes.
    pub fn parts(&self, step: usize) -> [Part; 3] {
        let (m, n, p) = self.dim();
        let row = |row: usize, columns: usize| [[row, 0], [row + 1, columns]];
        let column = |column: usize, rows: usize| [[0, column], [rows, column + 1]];
        let (i, j) = (step / p, step % p);
        match self.reading {
            Entries => [row(i, n), column(j, n), [[i, j], [i + 1, j + 1]]],
            Columns => [[[0, 0], [m, n]], column(step, n), column(step, m)],
            Rows => [row(step, n), [[0, 0], [n, p]], row(step, p)],
            Outer => [column(step, m), row(step, p), [[0, 0], [m, p]]],
        }
    }

    /// What a step uses of A and of B.
    pub fn used(&self, step: usize) -> [Matrix; 2] {
        let [of_a, of_b, _] = self.parts(step);
        [(&self.a, of_a), (&self.b, of_b)].map(|(matrix, [[top, left], [bottom, right]])| {
            matrix.slice(s![top..bottom, left..right]).to_owned()
        })
    }

    /// What a step computes: whatever the reading, a product of two parts.
    pub fn product(&self, step: usize) -> Matrix {
        let [of_a, of_b] = self.used(step);
        matmul(&of_a, &of_b).expect("parts that fit")
    }

    /// An entry as a sum of products: `3·2 + (−1)·0 + 1·1 = 7`.
    pub fn sum(&self, step: usize) -> String {
        let [row, column] = self.used(step);
        let terms = row.iter().zip(&column);
        let terms = terms.map(|(x, y)| format!("{}·{}", factor(*x), factor(*y)));
        format!("{} = {}", joined(terms, " + "), listed(&self.product(step)))
    }

    /// The columns or rows that a step adds, each behind its weight.
    pub fn weighted(&self, step: usize) -> Vec<(f64, Matrix)> {
        let [of_a, of_b] = self.used(step);
        let term = |k: usize| match self.reading {
            Columns => (of_b[[k, 0]], of_a.slice(s![.., k..k + 1]).to_owned()),
            _ => (of_a[[0, k]], of_b.slice(s![k..k + 1, ..]).to_owned()),
        };
        (0..of_a.ncols()).map(term).collect()
    }

    /// What was built so far, with 0 where nothing is.
    pub fn so_far(&self) -> Matrix {
        self.entries.mapv(|entry| entry.unwrap_or(0.0))
    }
}
