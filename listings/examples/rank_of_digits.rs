//! The rank of the 1797 digits, up to some tolerances.

use mlmath::data::digits;
use mlmath::linear_systems::SolveError;
use mlmath::rank::rank;

fn main() -> Result<(), SolveError> {
    let x = digits().x;
    for tolerance in [0.0, 1e-15, 1e-14, 1e-12, 1e-9] {
        println!("{tolerance:5.0e}  rank {}", rank(&x, tolerance)?);
    }
    Ok(())
}
