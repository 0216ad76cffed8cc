//! Read a symmetric matrix from half its entries.
//!
//! A symmetric n×n matrix is kept as the n(n + 1)/2 entries on and below its
//! diagonal, row after row: a₁₁, a₂₁, a₂₂, a₃₁, … Find where an entry lies.

/// The entry of row i and column j, both counted from 0.
pub fn packed_symmetric(packed: &[f64], i: usize, j: usize) -> f64 {
    todo!("how many entries stand before row i, and which of the two triangles is kept?")
}

/// What the harness asks of the function.
pub fn check(packed_symmetric: fn(&[f64], usize, usize) -> f64) {
    for n in 1..=20 {
        // The entry of row i and column j says where it belongs.
        let name = |i: usize, j: usize| (100 * i.max(j) + i.min(j)) as f64;
        let rows = (0..n).flat_map(|i| (0..=i).map(move |j| name(i, j)));
        let packed: Vec<f64> = rows.collect();
        for i in 0..n {
            for j in 0..n {
                assert_eq!(
                    packed_symmetric(&packed, i, j),
                    name(i, j),
                    "row {i} and column {j} of a {n}×{n} matrix"
                );
            }
        }
    }
}
