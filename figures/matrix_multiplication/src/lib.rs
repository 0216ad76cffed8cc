//! The figures of chapter 3, Matrix multiplication.

use drawing::prelude::*;

mod angle;
mod attention;
mod composition;
mod memory;
mod readings;
mod shapes;
#[cfg(test)]
mod tests;

use angle::dot_and_angle;
use attention::attention_scale;
use composition::composition_order;
use memory::blocks_and_memory;
use readings::{four_readings_of_a_product, readings_at_a_glance};
use shapes::{order_of_three, product_shapes};

drawing::figures![
    product_shapes,
    readings_at_a_glance,
    order_of_three,
    blocks_and_memory,
    attention_scale,
    dot_and_angle,
    four_readings_of_a_product,
    composition_order
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
