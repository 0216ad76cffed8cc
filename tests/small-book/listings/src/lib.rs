//! The listings of the small book.

pub mod means;

/// What the harness of the real crate expects of a vector.
pub struct Vector(pub Vec<f64>);

/// What it expects of a matrix.
pub struct Matrix(pub Vec<Vec<f64>>);

impl<'a> IntoIterator for &'a Vector {
    type Item = &'a f64;
    type IntoIter = std::slice::Iter<'a, f64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Matrix {
    /// The rows.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.0
    }
}
