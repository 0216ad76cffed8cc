//! Numbers of f64 together with what they are exactly, so that an error can be
//! computed without another one.

use proptest::collection::{SizeRange, vec};
use proptest::prelude::*;

/// A number that is a whole multiple of 2⁻⁶⁰.
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    /// The number.
    pub value: f64,
    /// How many multiples of 2⁻⁶⁰ it is.
    pub units: i128,
}

const UNIT: f64 = 1.0 / (1_u64 << 60) as f64;

/// 53 digits in base 2, shifted by up to 20.
pub fn number() -> impl Strategy<Value = Exact> {
    let digits = -(1_i64 << 53)..=1 << 53;
    (digits, 0..=20).prop_map(|(digits, shift)| {
        let units = i128::from(digits) << shift;
        let value = units as f64 * UNIT;
        Exact { value, units }
    })
}

/// So many of them, or as many as a range allows.
pub fn numbers(n: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Exact>> {
    vec(number(), n)
}

/// By how many units a computed sum misses the exact one.
pub fn error(computed: f64, terms: &[Exact]) -> i128 {
    let sum: i128 = terms.iter().map(|term| term.units).sum();
    ((computed / UNIT) as i128 - sum).abs()
}

/// The sum of the sizes, in units.
pub fn sum_of_sizes(terms: &[Exact]) -> i128 {
    terms.iter().map(|term| term.units.abs()).sum()
}
