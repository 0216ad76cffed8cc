//! The memory of a matrix, with a cursor that moves.

use super::SMALL_CELL;
use drawing::prelude::*;
use mlmath::matrices::{entries, row_major_position, transpose};

/// The words of the choice of order.
const ORDERS: [&str; 2] = ["row-major", "column-major"];

parameters! {
    /// How the memory is ordered, and where the cursor is.
    pub struct Memory {
        order: choice("order", &ORDERS),
        offset: steps("offset", 11, 6, 1.0),
    }
}

/// A matrix and its memory, with a cursor that runs through both.
pub fn memory_order(Memory { order, offset }: Memory) -> Frame {
    let by_columns = order == 1;
    let order = ORDERS[order];
    let (m, n) = (3, 4);
    // The digits of an entry are its row and its column, counted from 1.
    let a = Matrix::from_shape_fn((m, n), |(i, j)| (10 * (i + 1) + j + 1) as f64);
    let strip = if by_columns { transpose(&a) } else { a.clone() };
    let along = strip.ncols();
    let (line, place) = row_major_position(offset, along);
    let ([i, j], [down, right], formula) = match by_columns {
        true => ([place, line], [1, m], format!("$j · {m} + i$")),
        false => ([line, place], [n, 1], format!("$i · {n} + j$")),
    };
    let sum = |times: &str| format!("{offset} = {line}{times}{along} + {place}");

    let shades = Shades::sequential(4.0, 34.0).for_numbers();
    let matrix = Block::of(&a).cells([52.0, 34.0]).heat(&a, shades);
    let matrix = (0..m).fold(matrix, |block, i| block.row_named(i, format!("$i = {i}$")));
    let matrix = (0..n).fold(matrix, |block, j| {
        block.column_named(j, format!("$j = {j}$"))
    });
    let memory = Block::memory(&strip).cells(SMALL_CELL);
    let memory = memory.heat(&entries(&strip).insert_axis(Axis(0)), shades);

    let mut panel = Panel::sheet(WIDTH, 254.0);
    panel.piece([166.0, 82.0], &matrix.mark_cell(i, j, Two).into());
    let beside = [
        format!("offset $=$ {formula}").into(),
        Two.label(format!("${}$", sum(" · "))),
        format!("one row down: $+{down}$").into(),
        format!("one column right: $+{right}$").into(),
    ];
    panel.lines_of_text([294.0, 84.0], East, 26.0, beside);
    panel.label([WIDTH / 2.0, 172.0], Centre, format!("memory, {order}"));
    panel.piece(
        [WIDTH / 2.0, 208.0],
        &memory.mark_cell(0, offset, Two).into(),
    );

    let state = format!(
        "Offset {offset} holds the entry {}, row {}, column {}; counted from 0 these are i = {i} \
         and j = {j}, and {}.",
        decimal(a[[i, j]]),
        i + 1,
        j + 1,
        sum("·")
    );
    Frame::new(
        "A matrix and its memory, row by row or column by column",
        panel,
    )
    .describe(format!(
        "Above, a matrix of {m} rows and {n} columns as a heat map with its entries, 11 to 34; the \
         digits of an entry are its row and its column. Beside the rows stands i = 0 to {}, above \
         the columns j = 0 to {}. Below, the {} entries in one strip in {order} order, with their \
         offsets from 0: {}. A step down by one row is {down} further in the strip, a step right \
         by one column {right}. One cell is framed in both. {state}",
        m - 1,
        n - 1,
        a.len(),
        listed(&strip),
    ))
    .state(state)
}
