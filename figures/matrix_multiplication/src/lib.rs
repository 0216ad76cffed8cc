//! The figures of chapter 3, Matrix multiplication.

use drawing::prelude::*;
mod angle;
mod attention;
mod composition;
mod memory;
mod readings;
mod shapes;

pub use angle::dot_and_angle;
pub use attention::attention_scale;
pub use composition::composition_order;
pub use memory::blocks_and_memory;
pub use readings::{four_readings_of_a_product, readings_at_a_glance};
pub use shapes::{order_of_three, product_shapes};

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

/// A matrix of two columns, as a reader says it: `the rows (1, −1) and (1, 0)`.
fn rows(matrix: &Matrix) -> String {
    let rows = matrix.rows().into_iter();
    let rows = rows.map(|row| kept(&pair([row[0], row[1]])));
    format!("the rows {}", rows.collect::<Vec<_>>().join(" and "))
}
