//! The figures of chapter 2, Matrices.

use drawing::prelude::*;
use mlmath::matrices::transpose as transpose_of;

mod kinds;
mod moving;

pub use kinds::matrix_types;
pub use moving::{matrix_vector_product, memory_order};

drawing::figures![
    matrix_shapes,
    matrix_types,
    transpose_view,
    broadcasting_trap,
    matrix_vector_product,
    memory_order
];

/// Lengths in page units of the sides of shapes: the same for the same letter.
const N: f64 = 236.0;
const D: f64 = 68.0;
const K: f64 = 51.0;

/// Cells of matrices whose entries are small numbers.
const SMALL_CELL: [f64; 2] = [40.0, 34.0];

/// The boxes of the matrices that a model is made of.
pub fn matrix_shapes() -> Frame {
    let (n, d, k, side) = (150, 4, 3, 28);
    let (sample, feature) = (56, 2);
    let name = |text: &str, colour: Colour| colour.label(text);
    let data = Block::empty(n, d)
        .sized([D, N])
        .coloured(One)
        .named("$*X*$")
        .shaped("$n × d$")
        .mark_column(feature, Three)
        .column_named(feature, name("feature $j$", Three))
        .mark_row(sample, Two)
        .row_named(sample, name("sample $i$", Two));
    let vector = Block::empty(n, 1)
        .sized([D / d as f64, N])
        .coloured(One)
        .named("$*y*$")
        .shaped("$n × 1$");
    let weights = Block::empty(d, k)
        .sized([K, D])
        .coloured(One)
        .named("$*W*$")
        .shaped("$d × k$");
    let picture = grey_nought(side);
    let image = Block::empty(side, side)
        .sized([104.0, 104.0])
        .heat(&picture, Shades::sequential(0.0, 1.0).colours(Ink, Ink));

    let mut panel = Panel::sheet(WIDTH, 402.0);
    let boxes = [
        (&data, 140.0, 4.0, "data matrix", [n, d]),
        (&vector, 290.0, 29.0, "vector", [n, 1]),
        (&weights, 430.0, 29.0, "weights", [d, k]),
        (&image, 430.0, 206.0, "grey image", [side, side]),
    ];
    for (block, middle, top, words, [rows, columns]) in boxes {
        panel.block([middle - block.middle(), top], block);
        // Below its shape, if it has letters for it.
        let gap = if block == &image { 23.0 } else { 19.0 };
        let below = [middle, top + block.size()[1] + gap];
        let lines = [words.to_owned(), format!("${rows} × {columns}$")];
        panel.lines_of_text(below, Centre, 20.0, lines);
    }
    let note = Label::new("Equal letters, equal lengths; $n$ is drawn shortened.");
    panel.label([WIDTH / 2.0, 387.0], Centre, note);
    let times = decimal((D / d as f64 / (N / n as f64)).round());
    Frame::new("Matrices as boxes of their shapes", panel).describe(format!(
        "Four boxes. The data matrix X, n × d, here {n} × {d}, is tall and thin; one of its rows \
         is marked as sample i, one of its columns as feature j. The vector y, n × 1, here {n} × \
         1, is as tall as X and one column wide. The weights W, d × k, here {d} × {k}, are as tall \
         as X is wide. A grey image, {side} × {side}, is a square in which the entries are shades: \
         a slanted 0. Equal letters are equal lengths. n is drawn shortened, a column {times} \
         times as wide as a row is high, and the image in a scale of its own.",
    ))
}

/// A picture of a slanted 0 in shades from 0 to 1, few enough to be told apart.
fn grey_nought(side: usize) -> Matrix {
    let middle = (side as f64 - 1.0) / 2.0;
    Matrix::from_shape_fn((side, side), |(i, j)| {
        let [x, y] = [j as f64 - middle, middle - i as f64].map(|z| z / middle);
        // An ellipse leaning to the right; the stroke fades at its edges.
        let radius = f64::hypot((x - 0.3 * y) / 0.46, y / 0.74);
        let stroke = 1.6 - 5.0 * (radius - 0.86).abs();
        (stroke.clamp(0.0, 1.0) * 4.0).round() / 4.0
    })
}

/// A matrix and its transpose, which are the same six numbers in memory.
pub fn transpose_view() -> Frame {
    let a: Matrix = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let row = 1;
    let strides_of = |strides: &[isize]| format!("({}, {})", strides[0], strides[1]);
    let strides = [&a.view(), &a.t()].map(|view| strides_of(view.strides()));
    let (rows, columns) = a.dim();
    let matrix = Block::of(&a).cells(SMALL_CELL).named("$*A*$");
    let matrix = matrix.mark_row(row, Two);
    let transpose = Block::of(&transpose_of(&a)).cells(SMALL_CELL);
    let transpose = transpose.named("$*A*^⊤$").mark_column(row, Two);
    let (first, end) = (columns * row, columns * (row + 1));
    let strip = Block::memory(&a)
        .cells(SMALL_CELL)
        .row_named(0, "memory")
        .mark([0, first], [1, end], Two);

    let mut panel = Panel::sheet(WIDTH, 334.0);
    let top = 258.0;
    // Both begin with the number at offset 0.
    let start = WIDTH / 2.0 - SMALL_CELL[0] * (a.len() as f64 - 1.0) / 2.0;
    let arrow = Ink.width(1.75).opacity(0.7);
    let sides = [
        (&matrix, -1.0, [rows, columns]),
        (&transpose, 1.0, [columns, rows]),
    ];
    for ((block, side, [m, n]), strides) in sides.into_iter().zip(&strides) {
        let middle = WIDTH / 2.0 + side * 130.0;
        // The middles of both at one height.
        let upper = (132.0 - block.size()[1]) / 2.0 + 2.0;
        panel.block([middle - block.middle(), upper], block);
        let lines = [
            format!("shape $({m}, {n})$"),
            format!("strides ${strides}$"),
            "start $0$".to_owned(),
        ];
        let lines = lines.map(Label::from).to_vec();
        panel.lines_of_text([middle, 188.0], Centre, 21.0, lines);
        panel.arrow([middle, 224.0], [start + side * 9.0, top - 7.0], &arrow);
    }
    panel.block([WIDTH / 2.0 - strip.middle(), top], &strip);
    Frame::new("A matrix and its transpose over the same memory", panel).describe(format!(
        "On the left the matrix A with {rows} rows and {columns} columns, {}; on the right its \
         transpose with {columns} rows and {rows} columns. Arrows lead from both to the start, \
         offset 0, of one strip of memory below, which holds {} at the offsets 0 to {}. A has the \
         strides {}, its transpose the strides {}. The second row of A is marked, and so are the \
         second column of the transpose and the offsets {first} to {}: the same numbers.",
        a.rows()
            .into_iter()
            .map(listed)
            .collect::<Vec<_>>()
            .join(" and "),
        listed(&a),
        a.len() - 1,
        strides[0],
        strides[1],
        end - 1,
    ))
}

/// What a loss is made of when the shapes are wrong: (3,) minus (3, 1).
pub fn broadcasting_trap() -> Frame {
    let y: Vector = array![1.0, 2.0, 3.0];
    let n = y.len();
    let row = y.clone().into_shape_with_order((1, n)).expect("n entries");
    // A model that makes no mistake.
    let predicted = row.clone();
    let right = &row - &predicted;
    let column = transpose_of(&predicted);
    // The same numbers with one axis more; ndarray makes a table of it.
    let wrong: Matrix = &y - &column;
    // Sums of squares of whole numbers are whole.
    let squares = |differences: &Matrix| {
        let total: f64 = differences.iter().map(|d| d * d).sum();
        [total as usize, differences.len()]
    };
    let block = |matrix: &Matrix| Block::of(matrix).cells(SMALL_CELL);
    let shades = Shades::diverging(3.0).for_numbers();
    let [width, height] = [Drawing::column(2), 276.0];
    let heading = |panel: &mut Panel, text: &str| {
        panel.label([width / 2.0, 14.0], Centre, Label::new(text).heavy());
    };
    let below = |panel: &mut Panel, [total, count]: [usize; 2]| {
        let mean = fraction(total, count);
        let lines = vec![
            "mean of the squares".into(),
            Two.label(format!("${total} / {count} = {mean}$")),
        ];
        panel.lines_of_text([width / 2.0, height - 32.0], Centre, 24.0, lines);
    };

    let mut meant = Panel::sheet(width, height);
    heading(&mut meant, "(3,) minus (3,)");
    let rows = [
        ("$*y*$", block(&row)),
        ("$-$ $*ŷ*$", block(&predicted)),
        ("$=$", block(&right).heat(&right, shades)),
    ];
    for (k, (name, block)) in rows.into_iter().enumerate() {
        let block = block.row_named(0, Label::new(name).size(19.0));
        let at = [width / 2.0 - block.middle() + 14.0, 50.0 + 52.0 * k as f64];
        meant.block(at, &block);
    }
    below(&mut meant, squares(&right));

    let mut broadcast = Panel::sheet(width, height);
    heading(&mut broadcast, "(3,) minus (3, 1)");
    let table = block(&wrong).heat(&wrong, shades);
    let corner = [92.0, 96.0];
    broadcast.block(corner, &table);
    let above = block(&row).row_named(0, Label::new("$*y*$").size(19.0));
    let across = corner[0] + table.middle() - above.middle();
    broadcast.block([across, corner[1] - 46.0], &above);
    let beside = block(&column).row_named(1, Label::new("$*ŷ*$").size(19.0));
    let [wide, _] = beside.size();
    broadcast.block([corner[0] - 10.0 - wide, corner[1]], &beside);
    below(&mut broadcast, squares(&wrong));

    let [total, count] = squares(&wrong);
    Frame::new(
        "The same numbers in two shapes, and the loss they give",
        Drawing::panels(2, vec![meant, broadcast]),
    )
    .describe(format!(
        "Both sides subtract predictions ŷ from the same numbers y = ({}). On the left both have \
         the shape (3,): the differences are {}, and the mean of their squares is 0. On the right \
         ŷ has the shape (3, 1) and stands as a column beside a table, y as a row above it. The \
         table holds y_j − ŷ_i for every pair: its rows are {}. The mean of their squares is \
         {total}/{count} = {}.",
        listed(&y),
        listed(&right),
        wrong
            .rows()
            .into_iter()
            .map(listed)
            .collect::<Vec<_>>()
            .join("; "),
        fraction(total, count),
    ))
}

/// A fraction in lowest terms.
fn fraction(top: usize, bottom: usize) -> String {
    let divides = |k: &usize| top.is_multiple_of(*k) && bottom.is_multiple_of(*k);
    let common = (1..=bottom).rev().find(divides).unwrap_or(1);
    match bottom / common {
        1 => (top / common).to_string(),
        bottom => format!("{}/{bottom}", top / common),
    }
}
