//! The figures of chapter 2, Matrices.

use drawing::prelude::*;
use mlmath::matrices::transpose;

mod blurred;
mod kinds;
mod memory;
mod product;
mod recipes;
#[cfg(test)]
mod tests;
mod training;

use blurred::blurred_line;
use kinds::matrix_types;
use memory::memory_order;
use product::matrix_vector_product;
use recipes::recipe_bars;
use training::the_line_goes_flat;

drawing::figures![
    recipe_bars,
    matrix_shapes,
    matrix_vector_product,
    broadcasting_trap,
    the_line_goes_flat,
    matrix_types,
    blurred_line,
    memory_order,
    transpose_view
];

/// Lengths in page units of the sides of shapes: the same for the same letter.
const N: f64 = 236.0;
const D: f64 = 68.0;
const D_OUT: f64 = 51.0;

/// Cells of matrices whose entries are small numbers.
const SMALL_CELL: [f64; 2] = [40.0, 34.0];

/// The boxes of the matrices that a model is made of.
pub fn matrix_shapes() -> Frame {
    let (n, d, d_out, side) = (150, 4, 3, 28);
    let (sample, feature) = (56, 2);
    let of_shape = |[rows, columns]: [usize; 2], size, name: &str, shape: &str| {
        let block = Block::empty(rows, columns).sized(size).coloured(One);
        block.named(name).shaped(shape)
    };
    let data = of_shape([n, d], [D, N], "$*X*$", "$n × d$")
        .mark_column(feature, Three)
        .column_named(feature, Three.label("feature $j$"))
        .mark_row(sample, Two)
        .row_named(sample, Two.label("sample $i$"));
    let vector = of_shape([n, 1], [D / d as f64, N], "$*y*$", "$n × 1$");
    let weights = of_shape([d, d_out], [D_OUT, D], "$*W*$", "$d × d_{out}$");
    let shades = Shades::sequential(0.0, 1.0).colours(Ink, Ink);
    let image = Block::empty(side, side).sized([104.0; 2]);
    let image = image.heat(&grey_nought(side), shades);

    let mut panel = Panel::sheet(WIDTH, 402.0);
    for (block, middle, below, words) in [
        (data, [140.0, 177.0], 342.0, "data matrix"),
        (vector, [290.0, 177.0], 342.0, "vector"),
        (weights, [430.0, 93.0], 174.0, "weights"),
        (image, [430.0, 259.0], 335.0, "grey image"),
    ] {
        let [rows, columns] = block.shape();
        panel.piece(middle, &block.into());
        let lines = [words.into(), format!("${rows} × {columns}$")];
        panel.lines_of_text([middle[0], below], Centre, 20.0, lines);
    }
    let note = "Equal letters, equal lengths; $n$ is drawn shortened.";
    panel.label([WIDTH / 2.0, 387.0], Centre, note);
    let times = decimal((D / d as f64 / (N / n as f64)).round());
    Frame::new("Matrices as boxes of their shapes", panel).describe(format!(
        "Four boxes. The data matrix X, n × d, here {n} × {d}, is tall and thin; one of its rows \
         is marked as sample i, one of its columns as feature j. The vector y, n × 1, here {n} × \
         1, is as tall as X and one column wide. The weights W, d × d_out, here {d} × {d_out}, \
         are as tall as X is wide. A grey image, {side} × {side}, is a square in which the entries are shades: \
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
    let (rows, columns) = a.dim();
    let (first, end) = (columns * row, columns * (row + 1));
    let block = |matrix: &Matrix, name: &str| Block::of(matrix).cells(SMALL_CELL).named(name);
    let matrix = block(&a, "$*A*$").mark_row(row, Two);
    let transposed = block(&transpose(&a), "$*A*^⊤$").mark_column(row, Two);
    let memory = Block::memory(&a).cells(SMALL_CELL).row_named(0, "memory");
    let memory = memory.mark([0, first], [1, end], Two);
    let strides = |view: &[isize]| format!("({}, {})", view[0], view[1]);
    let (of_a, of_transpose) = (strides(a.strides()), strides(a.t().strides()));

    let mut panel = Panel::sheet(WIDTH, 334.0);
    // Both begin with the number at offset 0.
    let start = WIDTH / 2.0 - SMALL_CELL[0] * (a.len() as f64 - 1.0) / 2.0;
    let mut half = |block: Block, side: f64, strides: &str| {
        let ([m, n], middle) = (block.shape(), WIDTH / 2.0 + side * 130.0);
        panel.piece([middle, 82.5], &block.into());
        let (shape, strides) = (
            format!("shape $({m}, {n})$"),
            format!("strides ${strides}$"),
        );
        panel.lines_of_text(
            [middle, 188.0],
            Centre,
            21.0,
            [shape, strides, "start $0$".into()],
        );
        let arrow = Ink.width(1.75).opacity(0.7);
        panel.arrow([middle, 224.0], [start + side * 9.0, 251.0], arrow);
    };
    half(matrix, -1.0, &of_a);
    half(transposed, 1.0, &of_transpose);
    panel.piece([WIDTH / 2.0, 276.0], &memory.into());
    Frame::new("A matrix and its transpose over the same memory", panel).describe(format!(
        "On the left the matrix A with {rows} rows and {columns} columns, {}; on the right its \
         transpose with {columns} rows and {rows} columns. Arrows lead from both to the start, \
         offset 0, of one strip of memory below, which holds {} at the offsets 0 to {}. A has the \
         strides {of_a}, its transpose the strides {of_transpose}. The second row of A is marked, \
         and so are the second column of the transpose and the offsets {first} to {}: the same \
         numbers.",
        joined(a.rows().into_iter().map(listed), " and "),
        listed(&a),
        a.len() - 1,
        end - 1,
    ))
}

/// What a loss is made of when the shapes are wrong: (3,) minus (3, 1).
pub fn broadcasting_trap() -> Frame {
    let y: Vector = array![1.0, 2.0, 3.0];
    let row: Matrix = y.clone().insert_axis(Axis(0));
    // A model that makes no mistake, and the same numbers with one axis more.
    let (predicted, column) = (row.clone(), transpose(&row));
    let right = &row - &predicted;
    // ndarray makes a table of it.
    let wrong: Matrix = &y - &column;
    let block = |matrix: &Matrix| Block::of(matrix).cells(SMALL_CELL);
    let named = |matrix: &Matrix, row: usize, name: &str| {
        block(matrix).row_named(row, Label::new(name).size(19.0))
    };
    let shades = Shades::diverging(3.0).for_numbers();
    let panel = |heading: &str, blocks: [(Block, [f64; 2]); 3], differences: &Matrix| {
        let width = Drawing::column(2);
        let mut panel = Panel::sheet(width, 276.0);
        panel.label([width / 2.0, 14.0], Centre, Label::new(heading).heavy());
        for (block, middle) in blocks {
            panel.piece(middle, &block.into());
        }
        let mean = Two.label(format!("${}$", mean_of_squares(differences)));
        let lines = ["mean of the squares".into(), mean];
        panel.lines_of_text([width / 2.0, 244.0], Centre, 24.0, lines);
        panel
    };
    let across = Drawing::column(2) / 2.0 + 14.0;
    let differences = named(&right, 0, "$=$").heat(&right, shades);
    let below_each_other = [
        (named(&row, 0, "$*y*$"), [across, 68.0]),
        (named(&predicted, 0, "$-$ $*ŷ*$"), [across, 120.0]),
        (differences, [across, 172.0]),
    ];
    let table = [
        (named(&row, 0, "$*y*$"), [153.0, 68.0]),
        (named(&column, 1, "$*ŷ*$"), [61.0, 148.0]),
        (block(&wrong).heat(&wrong, shades), [153.0, 148.0]),
    ];
    Frame::new(
        "The same numbers in two shapes, and the loss they give",
        Drawing::beside([
            panel("(3,) minus (3,)", below_each_other, &right),
            panel("(3,) minus (3, 1)", table, &wrong),
        ]),
    )
    .describe(format!(
        "Both sides subtract predictions ŷ from the same numbers y = {}. On the left both have the \
         shape (3,): the differences are {}, and the mean of their squares is 0. On the right ŷ \
         has the shape (3, 1) and stands as a column beside a table, y as a row above it. The \
         table holds y_j − ŷ_i for every pair: its rows are {}. The mean of their squares is {}.",
        tuple(&y),
        listed(&right),
        joined(wrong.rows().into_iter().map(listed), "; "),
        mean_of_squares(&wrong).replace(" / ", "/"),
    ))
}

/// The mean of the squares of whole numbers, and in lowest terms: `12 / 9 = 4/3`.
fn mean_of_squares(differences: &Matrix) -> String {
    let total = differences.iter().map(|d| d * d).sum::<f64>() as usize;
    let count = differences.len();
    let divides = |k: &usize| total.is_multiple_of(*k) && count.is_multiple_of(*k);
    let common = (1..=count).rev().find(divides).unwrap_or(1);
    let mean = match (total / common, count / common) {
        (whole, 1) => whole.to_string(),
        (top, bottom) => format!("{top}/{bottom}"),
    };
    format!("{total} / {count} = {mean}")
}
