//! Chapter 1: means.

use mlmath::means::{mean, moved_mean, running_mean};
use mlmath_testing::claims;

mod theorems {
    use super::*;

    #[test]
    fn mean_is_between() {
        for k in 0..100 {
            let x = [f64::from(k), f64::from(7 * k % 13), 5.0];
            let least = x.into_iter().fold(f64::INFINITY, f64::min);
            let largest = x.into_iter().fold(f64::NEG_INFINITY, f64::max);
            assert!(least <= mean(&x) && mean(&x) <= largest, "{x:?}");
        }
    }

    #[test]
    fn mean_moves_by_share() {
        for k in 1..100 {
            let d = f64::from(k);
            let moved = mean(&[1.0, 2.0, 6.0 + d]);
            assert!((moved - moved_mean(3.0, 3, d)).abs() < 1e-12, "{d}");
        }
    }

    #[test]
    fn means_of_products() {
        for k in 1..100 {
            let (a, b) = (f64::from(k), 50.0);
            assert!((a * b).sqrt() <= mean(&[a, b]), "{a}");
        }
    }
}

mod algorithms {
    use super::*;

    #[test]
    fn running_mean() {
        let mut found = 0.0;
        let x = [1.0, 2.0, 6.0, -3.0];
        for (count, x) in x.into_iter().enumerate() {
            found = super::running_mean(found, count, x);
        }
        assert!((found - mean(&x)).abs() < 1e-12);
    }
}

#[test]
fn mean_of_three() {
    let mean = mean(&[1.0, 2.0, 6.0]);
    claims!(mean, 6.0 / mean);
}

#[test]
fn three_days() {
    claims!(mean(&[1.0, 2.0, 6.0]));
}

#[test]
fn mean_of_one() {
    claims!(mean(&[7.0]));
}

#[test]
fn one_wet_day() {
    claims!(moved_mean(3.0, 3, 12.0 - 6.0));
}

#[test]
fn half_a_share() {
    claims!(moved_mean(0.0, 10, 5.0));
}

#[test]
fn mean_of_four() {
    claims!(mean(&[1.0, 2.0, 3.0, 4.0]));
}

#[test]
fn trimmed_mean() {
    claims!(mean(&[2.0]));
}
