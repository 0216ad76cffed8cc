//! The figures of chapter 6, Vector spaces and span.

use drawing::prelude::*;

mod bias;
mod differences;
mod duel;
mod seen;
mod subsets;
#[cfg(test)]
mod tests;

use bias::a_bias_one_dimension_up;
use differences::a_parabola_never_catches_a_cubic;
use duel::duel_with_a_witness;
use seen::what_a_matrix_cannot_see;
use subsets::subspaces_or_not;

drawing::figures![
    duel_with_a_witness,
    subspaces_or_not,
    what_a_matrix_cannot_see,
    a_bias_one_dimension_up,
    a_parabola_never_catches_a_cubic
];

/// A factor before a name: `2`, `−`, or nothing for 1.
fn before(factor: f64) -> String {
    match factor {
        1.0 => String::new(),
        -1.0 => "−".into(),
        _ => decimal(factor),
    }
}
