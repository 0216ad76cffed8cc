//! Which text answers a query? Dot products favour long texts, cosines do not.

use mlmath::matrices::times_vector;
use mlmath::matrix_multiplication::cosine_similarity;
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names = ["a note on matrices", "a novel", "a note on cats"];
    // How often each text has the words "matrix", "vector" and "cat".
    let counts = array![[3.0, 2.0, 0.0], [4.0, 3.0, 12.0], [0.0, 1.0, 2.0]];
    let query = array![1.0, 1.0, 0.0];

    let scores = times_vector(&counts, &query)?;
    println!("{:<20}dot  cosine", "");
    for (i, name) in names.iter().enumerate() {
        let cosine = cosine_similarity(&counts.row(i).to_owned(), &query)?;
        println!("{name:<20}{:>3}  {cosine:.3}", scores[i]);
    }
    Ok(())
}
