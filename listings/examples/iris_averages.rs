//! The average flower of each species, as a product of a matrix and a vector.

use mlmath::data::iris;
use mlmath::matrices::{ShapeError, selection_matrix, times_vector, transpose};
use mlmath::vectors::scale;

fn main() -> Result<(), ShapeError> {
    let iris = iris();
    // A row for each flower, with a 1 in the column of its species.
    let one_hot = selection_matrix(&iris.y, 3);
    let flowers = transpose(&iris.x); // a column for each
    println!("{}", iris.features.join(", "));
    for (species, is_one) in iris.species.iter().zip(one_hot.columns()) {
        let sum = times_vector(&flowers, &is_one.to_owned())?;
        let average = scale(1.0 / is_one.sum(), &sum);
        println!("{species:<11} {average:.3}");
    }
    Ok(())
}
