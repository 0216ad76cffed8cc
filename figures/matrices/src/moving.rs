//! The figures of chapter 2 that move.

use super::SMALL_CELL;
use drawing::prelude::*;
use mlmath::matrices::{entries, row_major_position, times_vector, transpose};
use mlmath::vectors::scale;

/// Where the points can be.
const PLANE: [[f64; 2]; 2] = [[-3.0, 3.0], [-2.0, 3.0]];

parameters! {
    /// What a reader sets.
    pub struct MatrixVectorProduct {
        a1: point("$*a*_1$", PLANE, 1.0, [2.0, 1.0]),
        a2: point("$*a*_2$", PLANE, 1.0, [-1.0, 1.0]),
        x1: slider("$x_1$", [-2.0, 2.0], 0.5, 1.5),
        x2: slider("$x_2$", [-2.0, 2.0], 0.5, 1.0),
    }
}

/// Ax as a combination of the columns of A, in numbers and as arrows.
pub fn matrix_vector_product(at: MatrixVectorProduct) -> Frame {
    let columns = [at.a1.at, at.a2.at];
    let x = [at.x1, at.x2];
    let a = Matrix::from_shape_fn((2, 2), |(i, j)| columns[j][i]);
    let parts = [0, 1].map(|j| xy(&scale(x[j], &a.column(j).to_owned())));
    let result = times_vector(&a, &Vector::from_iter(x));
    let result = xy(&result.expect("two columns and two entries"));

    // A product of an entry of A and an entry of x.
    let term = |row: usize, j: usize| format!("{} · {}", factor(columns[j][row]), factor(x[j]));
    let entry = |row: usize| {
        format!(
            "{} + {} = {}",
            term(row, 0),
            term(row, 1),
            decimal(result[row])
        )
    };
    let combination = format!(
        "{}·{} + {}·{}",
        decimal(x[0]),
        pair(columns[0]),
        factor(x[1]),
        pair(columns[1])
    );
    let state = format!(
        "Ax = {combination} = {} + {} = {}.",
        pair(parts[0]),
        pair(parts[1]),
        pair(result)
    );
    Frame::new(
        "A matrix times a vector, by its columns and by its entries",
        Drawing::panels(
            1,
            vec![
                in_numbers(&a, x, parts, result, [entry(0), entry(1)]),
                in_the_plane([at.a1, at.a2], x, parts, result),
            ],
        ),
    )
    .describe(format!(
        "Above, the matrix A with the columns a₁ = {} and a₂ = {} times x = {} in numbers: x₁a₁ = \
         {} plus x₂a₂ = {} is Ax = {}. Row by row, the first entry is {}, the second {}. Below, in \
         the plane, the arrow x₁a₁ from the origin and, from its tip, the arrow x₂a₂, which ends \
         where the arrow Ax from the origin ends, at {}.",
        pair(columns[0]),
        pair(columns[1]),
        pair(x),
        pair(parts[0]),
        pair(parts[1]),
        pair(result),
        entry(0),
        entry(1),
        pair(result),
    ))
    .state(state)
}

/// The product in blocks: A times x, its two parts, and their sum.
fn in_numbers(
    a: &Matrix,
    x: [f64; 2],
    parts: [[f64; 2]; 2],
    result: [f64; 2],
    rows: [String; 2],
) -> Panel {
    // Cells wide enough for every number that can be set, or the row would
    // jump to and fro.
    let vector = |[first, second]: [f64; 2], wide: f64, name: &str, colour: Colour| {
        let block = Block::of(&array![[first], [second]]).cells([wide, 32.0]);
        let block = block.bracketed().named(colour.label(name));
        Piece::Block(match colour {
            Ink => block,
            _ => block.mark_column(0, colour),
        })
    };
    let matrix = Block::of(a).cells([40.0, 32.0]).bracketed().named("$*A*$");
    let matrix = matrix.mark_column(0, One).mark_column(1, Two);
    let pieces = [
        Piece::Block(matrix),
        Piece::Sign("".into()),
        vector(x, 46.0, "$*x*$", Ink),
        Piece::sign("="),
        vector(parts[0], 46.0, "$x_1*a*_1$", One),
        Piece::sign("+"),
        vector(parts[1], 46.0, "$x_2*a*_2$", Two),
        Piece::sign("="),
        vector(result, 54.0, "$*Ax*$", Three),
    ];
    let [width, height] = row_size(&pieces);
    let mut panel = Panel::sheet(WIDTH, height + 56.0);
    panel.row([(WIDTH - width) / 2.0, 2.0], &pieces);
    let lines = rows.map(|entry| Label::new(format!("${entry}$"))).to_vec();
    panel.lines_of_text([WIDTH / 2.0, height + 32.0], Centre, 22.0, lines);
    panel
}

/// The product in the plane: its two parts tip to tail.
fn in_the_plane(
    handles: [Handle; 2],
    x: [f64; 2],
    parts: [[f64; 2]; 2],
    result: [f64; 2],
) -> Panel {
    let columns = handles.map(xy);
    let mut panel = Panel::plane(WIDTH, [-4.3, 5.3], [-2.4, 3.9]);
    panel.plane_axes("", "");
    let [first, second] = [One.line(), Two.line()];
    panel.arrow(ORIGIN, parts[0], &first);
    panel.arrow(parts[0], result, &second);
    panel.arrow(ORIGIN, columns[0], &first.width(4.0));
    panel.arrow(ORIGIN, columns[1], &second.width(4.0));
    panel.arrow(ORIGIN, result, Three.width(4.0));
    panel.handle(handles[0], One);
    panel.handle(handles[1], Two);

    let cross = |[a, b]: [f64; 2], [c, d]: [f64; 2]| a * d - b * c;
    // Names stand outside the triangle of the three arrows, or below a line.
    let right_of = |along: [f64; 2]| match cross(along, result) {
        0.0 => along[0] >= 0.0,
        turn => turn > 0.0,
    };
    let of = |name: &str, colour: Colour| colour.name(name);
    let mut name = |from, to, part, right, label| {
        if from == to {
            return;
        }
        if right {
            panel.label_right(from, to, part, label);
        } else {
            panel.label_left(from, to, part, label);
        }
    };
    let outside = right_of(parts[0]);
    // Where the multiple is the column, one name is enough; where it is
    // shorter, the column's name makes room for it.
    let room = if (0.0..1.0).contains(&x[0]) { 1.0 } else { 0.6 };
    let side = outside == (x[0] >= 0.0);
    name(ORIGIN, columns[0], room, side, of("$*a*_1$", One));
    if x[0] != 1.0 {
        let label = of("$x_1*a*_1$", One);
        name(ORIGIN, parts[0], 1.0, outside, label);
    }
    let label = of("$*a*_2$", Two);
    name(ORIGIN, columns[1], 0.6, right_of(columns[1]), label);
    let label = of("$x_2*a*_2$", Two);
    // Near the sides of the plane the name of the sum reaches back over it.
    let aside = result[0].abs() > 3.0;
    let part = if aside { 0.25 } else { 0.5 };
    name(parts[0], result, part, outside, label);
    let place = match (parts[0][1] > result[1] || result == ORIGIN, result[0]) {
        (true, x) if aside && x > 0.0 => SouthWest,
        (true, _) if aside => SouthEast,
        (true, _) => South,
        (false, x) if aside && x > 0.0 => NorthWest,
        (false, _) if aside => NorthEast,
        (false, _) => North,
    };
    let name = format!("$*Ax* = {}$", pair(result));
    panel.label(result, place, of(&name, Three));
    panel
}

/// The words of the choice of order.
const ORDERS: [&str; 2] = ["row-major", "column-major"];

parameters! {
    /// What a reader sets.
    pub struct MemoryOrder {
        order: choice("order", &ORDERS),
        offset: steps("offset", 11, 6, 1.0),
    }
}

/// A matrix and its memory, with a cursor that runs through both.
pub fn memory_order(at: MemoryOrder) -> Frame {
    let by_columns = at.order == 1;
    let offset = at.offset;
    let (m, n) = (3, 4);
    // The digits of an entry are its row and its column, counted from 1.
    let a = Matrix::from_shape_fn((m, n), |(i, j)| (10 * (i + 1) + j + 1) as f64);
    let strip = if by_columns { transpose(&a) } else { a.clone() };
    let along = if by_columns { m } else { n };
    let (line, place) = row_major_position(offset, along);
    let [i, j] = if by_columns {
        [place, line]
    } else {
        [line, place]
    };
    let entry = decimal(a[[i, j]]);
    let sum = |times: &str| format!("{offset} = {line}{times}{along} + {place}");

    let shades = Shades::sequential(4.0, 34.0).for_numbers();
    let mut block = Block::of(&a).cells([52.0, 34.0]).heat(&a, shades);
    for i in 0..m {
        block = block.row_named(i, format!("$i = {i}$"));
    }
    for j in 0..n {
        block = block.column_named(j, format!("$j = {j}$"));
    }
    let block = block.mark_cell(i, j, Two);
    let flat = entries(&strip).insert_axis(Axis(0));
    let memory = Block::memory(&strip)
        .cells(SMALL_CELL)
        .heat(&flat, shades)
        .mark_cell(0, offset, Two);

    let mut panel = Panel::sheet(WIDTH, 254.0);
    panel.block([166.0 - block.middle(), 6.0], &block);
    let (formula, [down, right]) = if by_columns {
        (format!("$j · {m} + i$"), [1, m])
    } else {
        (format!("$i · {n} + j$"), [n, 1])
    };
    let beside = vec![
        Label::new(format!("offset $=$ {formula}")),
        Two.label(format!("${}$", sum(" · "))),
        Label::new(format!("one row down: $+{down}$")),
        Label::new(format!("one column right: $+{right}$")),
    ];
    panel.lines_of_text([294.0, 84.0], East, 26.0, beside);
    let name = format!("memory, {}", ORDERS[at.order]);
    panel.label([WIDTH / 2.0, 172.0], Centre, name);
    panel.block([WIDTH / 2.0 - memory.middle(), 190.0], &memory);

    let state = format!(
        "Offset {offset} holds the entry {entry}, row {}, column {}; counted from 0 these are i = \
         {i} and j = {j}, and {}.",
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
         the columns j = 0 to {}. Below, the {} entries in one strip in {} order, with their \
         offsets from 0: {}. A step down by one row is {down} further in the strip, a step right \
         by one column {right}. One cell is framed in both. {state}",
        m - 1,
        n - 1,
        a.len(),
        ORDERS[at.order],
        listed(&strip),
    ))
    .state(state)
}
