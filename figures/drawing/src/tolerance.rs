//! Choices that rounding must not make.
//!
//! The last digits of a sine differ from machine to machine, and between a
//! machine and the browser. What is chosen by comparing such numbers compares
//! them up to a tolerance, so that everybody sees the same picture.

/// Numbers of ordinary size that differ by less are equal.
pub const TOLERANCE: f64 = 1e-9;

/// The first of those whose key is the least, up to the tolerance, as a part of its size.
pub fn first_least<T>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> f64) -> Option<T> {
    let keyed: Vec<(f64, T)> = items.into_iter().map(|item| (key(&item), item)).collect();
    let least = keyed.iter().map(|(key, _)| *key).reduce(f64::min)?;
    let slack = TOLERANCE * least.abs().max(1.0);
    let mut items = keyed.into_iter();
    let (_, first) = items.find(|(key, _)| *key <= least + slack)?;
    Some(first)
}

/// Sorts by a key. Equals up to the tolerance stay in their order; NaN comes last.
pub fn sort_up_to_tolerance<T>(mut items: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let mut keys: Vec<f64> = items.iter().map(key).collect();
    let mut sorted = Vec::with_capacity(items.len());
    while let Some(place) = first_least(0..keys.len(), |&place| keys[place]) {
        keys.remove(place);
        sorted.push(items.remove(place));
    }
    sorted.extend(items);
    sorted
}
