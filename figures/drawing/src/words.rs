//! Numbers and lists as a reader expects them.

use crate::point::Point;
use crate::svg::short;
use mlmath::Matrix;

/// A number as a reader expects it: at most two decimals, a true minus sign.
pub fn decimal(x: f64) -> String {
    rounded(x, 2)
}

/// A number like [`decimal`], with at most so many decimals.
pub fn rounded(x: f64, places: usize) -> String {
    signed(short(x, places))
}

/// A number with a true minus sign.
pub(crate) fn signed(number: String) -> String {
    match number.strip_prefix('-') {
        Some(size) => String::from("−") + size,
        None => number,
    }
}

/// A number as a factor behind another: a negative one in brackets, `(−3)`.
pub fn factor(x: f64) -> String {
    if x < 0.0 {
        format!("({})", decimal(x))
    } else {
        decimal(x)
    }
}

/// Things one after the other: `joined(words, " and ")`.
pub fn joined<T: AsRef<str>>(things: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut joined = String::new();
    for (k, thing) in things.into_iter().enumerate() {
        joined += if k > 0 { between } else { "" };
        joined += thing.as_ref();
    }
    joined
}

/// Numbers one after the other, as a reader says them: `4, −3, 0.5`.
pub fn listed<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> String {
    joined(numbers.into_iter().map(|&x| decimal(x)), ", ")
}

/// A point or vector of the plane as a reader expects it: `(4, −3)`.
pub fn pair(point: impl Point) -> String {
    tuple(&point.xy())
}

/// A vector of any length, or a row of a matrix: `(4, −3, 0.5)`.
pub fn tuple<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> String {
    format!("({})", listed(numbers))
}

/// A whole number as an exponent in plain text: `⁻⁵`.
pub fn raised(exponent: impl std::fmt::Display) -> String {
    let raise = |sign: char| {
        let place = "-0123456789".find(sign);
        place.and_then(|place| "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(place))
    };
    exponent.to_string().chars().filter_map(raise).collect()
}

/// The rows of a matrix: `(2, 1) and (0, 1)`.
pub fn rows(matrix: &Matrix) -> String {
    let rows = matrix.rows().into_iter();
    joined(rows.map(|row| tuple(row.iter())), " and ")
}
