//! The figures of chapter 2 that move.

use super::SMALL_CELL;
use drawing::prelude::*;
use mlmath::matrices::{entries, row_major_position, transpose};
use mlmath::vectors::scale;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-3.0, 3.0], [-2.0, 3.0]];

parameters! {
    /// The columns of A and their weights.
    pub struct Product {
        a1: point("$*a*_1$", PLANE, 1.0, [2.0, 1.0]),
        a2: point("$*a*_2$", PLANE, 1.0, [-1.0, 1.0]),
        x1: slider("$x_1$", [-2.0, 2.0], 0.5, 1.5),
        x2: slider("$x_2$", [-2.0, 2.0], 0.5, 1.0),
    }
}

/// Ax as a combination of the columns of A, in numbers and as arrows.
pub fn matrix_vector_product(at: Product) -> Frame {
    let Product { a1, a2, x1, x2 } = at;
    let [x_a1, x_a2] = [(x1, a1), (x2, a2)].map(|(x, a)| xy(scale(x, &vector(a))));
    let ends = [x_a1, x_a2, image(&of_columns([a1, a2]), [x1, x2])];
    let panels = [in_numbers(at, ends), in_the_plane(at, ends)];

    let [first, second] = [0, 1].map(|row| entry(at, row, ends[2]));
    let weights = [decimal(x1), factor(x2)];
    let [a1, a2, x] = [a1.at, a2.at, [x1, x2]].map(pair);
    let ([x1, x2], [x_a1, x_a2, result]) = (weights, ends.map(pair));
    Frame::new(
        "A matrix times a vector, by its columns and by its entries",
        Drawing::stack(panels),
    )
    .describe(format!(
        "Above, the matrix A with the columns a₁ = {a1} and a₂ = {a2} times x = {x} in numbers: \
         x₁a₁ = {x_a1} plus x₂a₂ = {x_a2} is Ax = {result}. Row by row, the first entry is \
         {first}, the second {second}. Below, in the plane, the arrow x₁a₁ from the origin and, \
         from its tip, the arrow x₂a₂, which ends where the arrow Ax from the origin ends, at \
         {result}."
    ))
    .state(format!(
        "Ax = {x1}·{a1} + {x2}·{a2} = {x_a1} + {x_a2} = {result}."
    ))
}

/// An entry of the product as a row of A times x: `2 · 1.5 + (−1) · 1 = 2`.
fn entry(at: Product, row: usize, result: [f64; 2]) -> String {
    let [a1, x1, a2, x2] = [at.a1.at[row], at.x1, at.a2.at[row], at.x2].map(factor);
    format!("{a1} · {x1} + {a2} · {x2} = {}", decimal(result[row]))
}

/// The product in blocks, A times x, its two parts, and their sum; below, its
/// entries.
fn in_numbers(at: Product, [x_a1, x_a2, result]: [[f64; 2]; 3]) -> Panel {
    // Cells wide enough for every number that can be set, or the row would
    // jump to and fro.
    let block = |entries: Matrix, wide: f64, name: Label| {
        let block = Block::of(&entries).cells([wide, 32.0]);
        block.bracketed().named(name)
    };
    let column = |[first, second]: [f64; 2], wide, name: &str, colour: Colour| {
        let block = block(array![[first], [second]], wide, colour.label(name));
        block.mark_column(0, colour).into()
    };
    let a = block(of_columns([at.a1, at.a2]), 40.0, "$*A*$".into());
    let row = vec![
        a.mark_column(0, One).mark_column(1, Two).into(),
        Piece::Space(24.0, 0.0),
        block(array![[at.x1], [at.x2]], 46.0, "$*x*$".into()).into(),
        Piece::sign("="),
        column(x_a1, 46.0, "$x_1*a*_1$", One),
        Piece::sign("+"),
        column(x_a2, 46.0, "$x_2*a*_2$", Two),
        Piece::sign("="),
        column(result, 54.0, "$*Ax*$", Three),
    ];
    let entries = [0, 1].map(|row| format!("${}$", entry(at, row, result)));
    let space = |height: f64| Piece::Space(0.0, height);
    let (row, entries) = (Piece::Row(row), Piece::text(22.0, entries));
    Panel::stack(WIDTH, [space(2.0), row, space(8.0), entries, space(2.0)])
}

/// The product in the plane: its two parts tip to tail.
fn in_the_plane(at: Product, [x_a1, _, result]: [[f64; 2]; 3]) -> Panel {
    let Product { a1, a2, x1, .. } = at;
    // Names stand outside the triangle of the three arrows, or above a line.
    let left = |[x, y]: [f64; 2]| match x * result[1] - y * result[0] {
        0.0 => x < 0.0,
        turn => turn < 0.0,
    };
    let outside = left(x_a1);
    // Near the sides of the plane the name of the sum reaches back over it.
    let aside = result[0].abs() > 3.0;
    let below = x_a1[1] > result[1] || result == ORIGIN;
    let place = match (below, aside, result[0] > 0.0) {
        (true, false, _) => South,
        (true, true, true) => SouthWest,
        (true, true, false) => SouthEast,
        (false, false, _) => North,
        (false, true, true) => NorthWest,
        (false, true, false) => NorthEast,
    };
    // Where the multiple is the column, one name is enough; where it is
    // shorter, the column's name makes room for it.
    let room = if (0.0..1.0).contains(&x1) { 1.0 } else { 0.6 };
    let side = outside == (x1 >= 0.0);

    let mut panel = Panel::plane(WIDTH, [-4.3, 5.3], [-2.4, 3.9]);
    panel.plane_axes("", "");
    let mut arrow = |from: [f64; 2], to: [f64; 2], style: Style, left: bool, part, name: &str| {
        // An arrow of length 0 has no side.
        let name = if from == to { "" } else { name };
        panel.arrow(from, to, style).beside(left, part, name);
    };
    let name = if x1 == 1.0 { "" } else { "$x_1*a*_1$" };
    arrow(ORIGIN, x_a1, One.line(), outside, 1.0, name);
    let part = if aside { 0.25 } else { 0.5 };
    arrow(x_a1, result, Two.line(), outside, part, "$x_2*a*_2$");
    arrow(ORIGIN, a1.at, One.width(4.0), side, room, "$*a*_1$");
    arrow(ORIGIN, a2.at, Two.width(4.0), left(a2.at), 0.6, "$*a*_2$");
    let name = format!("$*Ax* = {}$", pair(result));
    let sum = panel.arrow(ORIGIN, result, Three.width(4.0));
    sum.at_tip(place, name);
    panel.handle(a1, One);
    panel.handle(a2, Two);
    panel
}

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
