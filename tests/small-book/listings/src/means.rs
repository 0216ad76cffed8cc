//! Chapter 1: means.

/// The mean of at least one number.
///
/// # Panics
/// If there are no numbers.
pub fn mean(x: &[f64]) -> f64 {
    assert!(!x.is_empty(), "a mean needs numbers");
    x.iter().sum::<f64>() / x.len() as f64
}

/// The mean of one more number, from the mean of those before it.
///
/// ```
/// assert_eq!(mlmath::means::running_mean(2.0, 3, 6.0), 3.0);
/// ```
pub fn running_mean(mean: f64, count: usize, x: f64) -> f64 {
    mean + (x - mean) / (count + 1) as f64
}

/// The mean of `count` numbers after one of them has grown by `d`.
pub fn moved_mean(mean: f64, count: usize, d: f64) -> f64 {
    mean + d / count as f64
}

/// The largest number minus the least.
pub fn spread(x: &[f64]) -> f64 {
    largest(x) - least(x)
}

fn largest(x: &[f64]) -> f64 {
    x.iter().fold(f64::NEG_INFINITY, |a, b| a.max(*b))
}

fn least(x: &[f64]) -> f64 {
    x.iter().fold(f64::INFINITY, |a, b| a.min(*b))
}
