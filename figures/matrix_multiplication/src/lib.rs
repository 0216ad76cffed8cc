//! The figures of chapter 3, Matrix multiplication.

use drawing::prelude::*;

mod angle;
mod attention;
mod blurred;
mod composition;
mod flowers;
mod memory;
mod readings;
mod shapes;
#[cfg(test)]
mod tests;

use angle::dot_and_angle;
use attention::attention_scale;
use blurred::blurred_digit;
use composition::composition_order;
use flowers::size_or_shape;
use memory::blocks_and_memory;
use readings::four_readings_of_a_product;
use shapes::product_shapes;

drawing::figures![
    product_shapes,
    blocks_and_memory,
    attention_scale,
    dot_and_angle,
    four_readings_of_a_product,
    composition_order,
    blurred_digit,
    size_or_shape
];

/// A formula that stays on one line, wherever the line breaks.
fn kept(formula: &str) -> String {
    formula.replace(' ', "\u{a0}")
}

/// A matrix as a reader says it: `the rows (2, 1), (0, 3) and (1, −2)`.
fn the_rows(matrix: &Matrix) -> String {
    let commas = matrix.nrows() - 2;
    format!("the rows {}", rows(matrix).replacen(" and ", ", ", commas))
}

/// A matrix of two rows as a reader says it, each row on one line.
fn both_rows(matrix: &Matrix) -> String {
    the_rows(matrix).replace(", ", ",\u{a0}")
}
