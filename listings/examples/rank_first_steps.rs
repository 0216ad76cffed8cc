//! The dummy-variable trap on the 150 irises: which column depends on which
//! others, what the weights may do unseen, and the matrix as columns times rows.

use mlmath::data::iris;
use mlmath::linear_systems::SolveError;
use mlmath::prelude::*;
use mlmath::rank::{dependencies, null_space, rank, rank_factorisation};

fn main() -> Result<(), SolveError> {
    let iris = iris();
    // An intercept, and each species as a column of 0 and 1.
    let x = Matrix::from_shape_fn((150, 4), |(i, j)| match j {
        0 => 1.0,
        _ => f64::from(u8::from(iris.y[i] == j - 1)),
    });
    println!("{} columns, rank {}", x.ncols(), rank(&x, 1e-12)?);
    for found in dependencies(&x, 1e-12)? {
        let names = ["intercept", "setosa", "versicolor", "virginica"];
        println!("{}", found.with_names(&names));
    }
    println!("{:.0}", null_space(&x, 1e-12)?[0]);
    let [c, r] = rank_factorisation(&x, 1e-12)?;
    println!("150x4 = {:?}{:?}", c.dim(), r.dim());
    // -0 becomes 0.
    println!("{:2.0}", r + 0.0);
    Ok(())
}
