//! The figures of chapter 10, Principal component analysis.

mod digits;
mod flowers;
mod lines;
mod shares;
#[cfg(test)]
mod tests;
mod white;

use digits::rebuilt_digit;
use flowers::iris_biplot;
use lines::{line_through_a_cloud, three_lines};
use shares::{shares_of_digits, shares_of_wine};
use white::whitened_petals;

drawing::figures![
    line_through_a_cloud,
    iris_biplot,
    three_lines,
    shares_of_wine,
    shares_of_digits,
    rebuilt_digit,
    whitened_petals,
];
