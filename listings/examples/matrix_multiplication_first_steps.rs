//! One product in four readings, two that are another or none, and what `*` is.

use mlmath::matrix_multiplication::*;
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let a = array![[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]];
    let b = array![[2.0, 1.0], [0.0, 3.0], [1.0, -2.0]];

    let ab = matmul(&a, &b)?;
    println!("AB:\n{ab}");
    println!("by entries: {}", ab == matmul_by_entries(&a, &b)?);
    println!("by columns: {}", ab == matmul_by_columns(&a, &b)?);
    println!(
        "by outer products: {}",
        ab == matmul_by_outer_products(&a, &b)?
    );
    println!("ndarray's a.dot(&b): {}", ab == a.dot(&b));

    println!("\nBA:\n{}", matmul(&b, &a)?);
    match matmul(&a, &a) {
        Ok(square) => println!("AA:\n{square}"),
        Err(error) => println!("AA: {error}"),
    }
    println!("but a * a:\n{}", &a * &a);
    Ok(())
}
