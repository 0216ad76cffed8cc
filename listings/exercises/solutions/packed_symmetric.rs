//! Before row i stand rows of 1, 2, …, i entries.

/// The entry of row i and column j, both counted from 0.
pub fn packed_symmetric(packed: &[f64], i: usize, j: usize) -> f64 {
    let (row, column) = (i.max(j), i.min(j));
    packed[row * (row + 1) / 2 + column]
}
