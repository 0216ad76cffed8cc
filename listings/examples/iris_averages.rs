//! The average flower of each species, and a layer that names flowers by them.

use mlmath::data::iris;
use mlmath::matrices::{ShapeError, add_to_rows, selection_matrix, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::prelude::*;

fn main() -> Result<(), ShapeError> {
    let iris = iris();
    let one_hot = selection_matrix(&iris.y, 3);
    let w = matmul(&transpose(&iris.x), &one_hot)? / 50.0;
    println!("W, a column for each species:\n{w:.3}");

    let columns = w.columns().into_iter();
    let b: Vector = columns.map(|w_j| -0.5 * w_j.dot(&w_j)).collect();
    let z = add_to_rows(&matmul(&iris.x, &w)?, &b)?;
    println!("scores of the first flower: {:.2}", z.row(0));
    let named = z
        .rows()
        .into_iter()
        .map(|scores| (0..3).max_by(|&i, &j| scores[i].total_cmp(&scores[j])));
    let pairs = named.zip(&iris.y);
    let right = pairs.filter(|(name, species)| *name == Some(**species));
    println!("{} of 150 named correctly", right.count());
    Ok(())
}
