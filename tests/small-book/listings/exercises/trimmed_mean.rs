//! A mean without the least and the largest number.

/// The mean of all numbers but the least and the largest.
pub fn trimmed_mean(x: &[f64]) -> f64 {
    todo!("leave out two of the numbers")
}

/// Tries the function.
pub fn check(trimmed_mean: fn(&[f64]) -> f64) {
    let found = trimmed_mean(&[1.0, 6.0, 2.0]);
    assert_eq!(found, 2.0, "of 1, 6 and 2 it is 2");
}
