//! Choices that rounding must not make.
//!
//! The last digits of a sine differ from machine to machine, and between a
//! machine and the browser. What is chosen by comparing such numbers compares
//! them up to a tolerance, so that everybody sees the same picture.

/// Numbers of ordinary size that differ by less are equal.
pub const TOLERANCE: f64 = 1e-9;

/// Sorts by a key. Those whose keys follow on each other within the tolerance stay in
/// the order in which they came.
pub fn sort_up_to_tolerance<T>(items: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let mut keyed: Vec<(f64, usize, T)> = items
        .into_iter()
        .enumerate()
        .map(|(place, item)| (key(&item), place, item))
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    for group in keyed.chunk_by_mut(|a, b| b.0 - a.0 < TOLERANCE) {
        group.sort_by_key(|(_, place, _)| *place);
    }
    keyed.into_iter().map(|(.., item)| item).collect()
}

/// The first of those whose key is the least, up to the tolerance, as a part of its size.
pub fn first_least<T>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> f64) -> Option<T> {
    let keyed: Vec<(f64, T)> = items.into_iter().map(|item| (key(&item), item)).collect();
    let least = keyed.iter().map(|(key, _)| *key).reduce(f64::min)?;
    let slack = TOLERANCE * least.abs().max(1.0);
    let mut items = keyed.into_iter();
    let (_, first) = items.find(|(key, _)| *key <= least + slack)?;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equals_the_first_is_taken_whatever_their_last_digits() {
        for last_digit in [-1e-13, 0.0, 1e-13] {
            let keys = [5.0, 2.0, 2.0 + last_digit, 3.0];
            assert_eq!(first_least(0..4, |&k| keys[k]), Some(1));
        }
        assert_eq!(first_least(0..4, |&k| [5.0, 2.0, 1.9, 3.0][k]), Some(2));
        assert_eq!(first_least([] as [i32; 0], |_| 0.0), None);
    }

    #[test]
    fn equals_stay_in_their_order_whatever_their_last_digits() {
        for last_digit in [-1e-13, -0.0, 0.0, 1e-13] {
            let keys = [0.5, 0.0, -2.0, last_digit, 0.5 + last_digit];
            let sorted = sort_up_to_tolerance((0..5).collect(), |&k| keys[k]);
            assert_eq!(sorted, [2, 1, 3, 0, 4]);
        }
    }
}
