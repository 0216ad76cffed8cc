//! A product, as far as it has been put together.

use drawing::prelude::*;
use mlmath::matrices::times_vector;
use mlmath::matrix_multiplication::{dot, outer};
use mlmath::vectors::linear_combination;

/// What a product is put together from, step by step.
#[derive(Clone, Copy, PartialEq)]
pub enum Reading {
    Entries,
    Columns,
    Rows,
    Outer,
}

/// The product as far as it has been built.
pub struct Built {
    pub reading: Reading,
    pub a: Matrix,
    pub b: Matrix,
    /// The entries that are there.
    pub entries: Vec<Option<f64>>,
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
            Reading::Entries => m * p,
            Reading::Columns => p,
            Reading::Rows => m,
            Reading::Outer => n,
        };
        let made = step.min(steps);
        let mut built = Built {
            reading,
            a,
            b,
            entries: vec![None; m * p],
            now: (1..=steps).contains(&step).then(|| step - 1),
            made,
            steps,
        };
        for step in 0..made {
            built.add(step);
        }
        built
    }

    /// Takes one step.
    fn add(&mut self, step: usize) {
        let p = self.b.ncols();
        match self.reading {
            Reading::Entries => {
                let (i, j) = (step / p, step % p);
                self.entries[step] = Some(dot(&self.row(i), &self.column(j)));
            }
            Reading::Columns => {
                for (i, entry) in self.new_column(step).into_iter().enumerate() {
                    self.entries[p * i + step] = Some(entry);
                }
            }
            Reading::Rows => {
                for (j, entry) in self.new_row(step).into_iter().enumerate() {
                    self.entries[p * step + j] = Some(entry);
                }
            }
            Reading::Outer => {
                for (entry, more) in self.entries.iter_mut().zip(term(&self.a, &self.b, step)) {
                    *entry = Some(entry.unwrap_or(0.0) + more);
                }
            }
        }
    }

    /// Row i of A, standing upright.
    pub fn row(&self, i: usize) -> Vector {
        self.a.row(i).to_owned()
    }

    /// Column j of B.
    pub fn column(&self, j: usize) -> Vector {
        self.b.column(j).to_owned()
    }

    /// Column j of AB: A times column j of B.
    pub fn new_column(&self, j: usize) -> Vector {
        times_vector(&self.a, &self.column(j)).expect("shapes that fit")
    }

    /// Row i of AB: the rows of B with row i of A as weights.
    pub fn new_row(&self, i: usize) -> Vector {
        let rows: Vec<Vector> = self
            .b
            .rows()
            .into_iter()
            .map(|row| row.to_owned())
            .collect();
        linear_combination(&self.row(i).to_vec(), &rows)
    }

    /// The entry (i, j) as a sum of products.
    pub fn sum(&self, i: usize, j: usize) -> String {
        let (row, column) = (self.row(i), self.column(j));
        let terms = row.iter().zip(&column);
        let terms = terms.map(|(x, y)| format!("{}·{}", factor(*x), factor(*y)));
        let terms: Vec<String> = terms.collect();
        format!("{} = {}", terms.join(" + "), decimal(dot(&row, &column)))
    }

    /// What was built so far, with 0 where nothing is.
    pub fn so_far(&self) -> Matrix {
        let entries = self.entries.iter().map(|entry| entry.unwrap_or(0.0));
        let shape = (self.a.nrows(), self.b.ncols());
        Matrix::from_shape_vec(shape, entries.collect()).expect("an entry a cell")
    }

    pub fn is_complete(&self) -> bool {
        self.made == self.steps
    }
}

/// Term k of the sum of outer products.
pub fn term(a: &Matrix, b: &Matrix, k: usize) -> Matrix {
    outer(&a.column(k).to_owned(), &b.row(k).to_owned())
}
