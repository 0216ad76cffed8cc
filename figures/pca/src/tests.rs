//! What the figures of chapter 10 claim, read back from what they draw.

use super::digits::{Rebuilding, picture, rebuilt};
use super::flowers::Measured;
use super::lines::{Turned, four_points};
use super::shares::shares;
use super::*;
use drawing::TOLERANCE;
use mlmath::data::{digits, wine};
use mlmath::pca::{spread_and_misses, standardise};
use ndarray::array;

#[test]
fn what_lies_along_the_line_and_what_misses_it_sum_to_20() {
    for degrees in 0..=180 {
        let angle = f64::from(degrees);
        let (sin, cos) = angle.to_radians().sin_cos();
        let (spread, misses) =
            spread_and_misses(&four_points(), &array![cos, sin]).expect("four points");
        assert!((spread - (10.0 + 16.0 * sin * cos)).abs() < TOLERANCE);
        assert!((spread + misses - 20.0).abs() < TOLERANCE);
        let frame = line_through_a_cloud(Turned { angle });
        let state = frame.state;
        assert!(state.ends_with("together 20."), "{state}");
    }
}

#[test]
fn the_three_lines_have_the_slopes_of_the_text() {
    let said = three_lines().description;
    for slope in ["0.8", "1", "1.25"] {
        assert!(
            said.contains(&format!("slope {slope}")) || said.contains(&format!("slope is {slope}")),
            "{said}"
        );
    }
}

#[test]
fn the_flowers_have_the_shares_of_the_text() {
    for (units, first) in [(0, "92.5 %"), (1, "73 %")] {
        let state = iris_biplot(Measured { units }).state;
        assert!(state.contains(first), "{state}");
    }
}

#[test]
fn the_units_choose_the_first_component_of_wine() {
    let [raw, standard] = [wine().x.clone(), standardise(&wine().x).expect("columns").z]
        .map(|x| shares(&x)[0].round());
    assert_eq!([raw, standard], [95.0, 28.0]);
}

#[test]
fn digits_come_back_and_other_pictures_do_not() {
    for which in 0..10 {
        assert!(rebuilt(&picture(which), 61).1 < 1e-6);
        assert!(rebuilt(&picture(which), 20).1 < 0.63);
    }
    assert!(rebuilt(&picture(10), 20).1 > 0.8 && rebuilt(&picture(11), 20).1 > 0.95);
    assert_eq!(rebuilt(&picture(3), 0).1, 1.0);
    let y = digits().y;
    assert_eq!(y[..10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let state = rebuilt_digit(Rebuilding::default()).state;
    assert!(state.starts_with("3, from 20 components"), "{state}");
}
