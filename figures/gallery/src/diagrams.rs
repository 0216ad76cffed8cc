//! Matrices, memory, trees and boxes.

use drawing::prelude::*;
use mlmath::matrices::entries;

/// The panel for a row of blocks, in the middle of the width.
fn row(pieces: &[Piece]) -> Panel {
    let room = || Piece::Space(0.0, 4.0);
    Panel::stack(WIDTH, [room(), Piece::Row(pieces.to_vec()), room()])
}

/// A product of matrices: a row and a column give an entry.
pub fn gallery_matrices() -> Frame {
    let a: Matrix = array![[1.0, 2.0, 0.0], [-1.0, 3.0, 2.0]];
    let b: Matrix = array![[2.0, 1.0], [0.0, 4.0], [1.0, -2.0]];
    let c = a.dot(&b);
    let (i, j) = (1, 0);
    let entry = decimal(c[[i, j]]);
    let pieces = [
        Piece::Block(
            Block::of(&a)
                .named("$A$")
                .shaped("$2 × 3$")
                .mark_row(i, One),
        ),
        Piece::sign("·"),
        Piece::Block(
            Block::of(&b)
                .named("$B$")
                .shaped("$3 × 2$")
                .mark_column(j, Two),
        ),
        Piece::sign("="),
        Piece::Block(
            Block::of(&c)
                .named("$C$")
                .shaped("$2 × 2$")
                .mark_cell(i, j, Three),
        ),
    ];
    Frame::new("An entry of a product of matrices", row(&pieces)).describe(format!(
        "Three blocks of cells with numbers: A with 2 rows and 3 columns, times B with 3 rows and \
         2 columns, equals C with 2 rows and 2 columns. The second row of A, the first column of B \
         and the entry of C in that row and column, {entry}, are framed."
    ))
}

/// A system of equations and what a step of elimination makes of it.
pub fn gallery_augmented_matrix() -> Frame {
    let before: Matrix = array![[1.0, 2.0, 4.0], [3.0, -2.0, 4.0]];
    let factor = before[[1, 0]] / before[[0, 0]];
    let mut after = before.clone();
    for j in 0..3 {
        after[[1, j]] -= factor * before[[0, j]];
    }
    let block = |matrix: &Matrix| {
        let block = Block::of(matrix).bracketed().augmented(2);
        block.mark_cell(0, 0, Three)
    };
    let pieces = [
        Piece::Block(block(&before).named("$A$ and $*b*$")),
        Piece::sign("→"),
        Piece::Block(block(&after).mark_row(1, Two)),
    ];
    let row_of = |matrix: &Matrix| {
        matrix
            .row(1)
            .iter()
            .map(|&x| decimal(x))
            .collect::<Vec<_>>()
    };
    Frame::new("A step of elimination", row(&pieces)).describe(format!(
        "Two blocks of two rows and three columns between brackets, with an upright line before \
         the third column; an arrow leads from the first to the second. The upper left entry, 1, \
         is framed in both. The second row is {} on the left; on the right, where it is framed, {} \
         times the first has been taken from it, and it is {}.",
        row_of(&before).join(", "),
        decimal(factor),
        row_of(&after).join(", ")
    ))
}

/// Which shapes fit together.
pub fn gallery_matrix_shapes() -> Frame {
    let cell = [22.0, 22.0];
    let block = |rows: usize, columns: usize, name: &str, shape: &str, colour| {
        let block = Block::empty(rows, columns).cells(cell).coloured(colour);
        Piece::Block(block.named(name).shaped(shape))
    };
    let data = Block::empty(100, 3)
        .sized([66.0, 110.0])
        .coloured(One)
        .row_named(50, "sample $i$")
        .mark_row(50, Four)
        .column_named(1, "feature $j$");
    let pieces = [
        Piece::Block(data.named("$X$").shaped("$n × d$")),
        Piece::sign("·"),
        block(3, 2, "$W$", "$d × k$", Two),
        Piece::sign("="),
        block(5, 2, "$Z$", "$n × k$", Three),
    ];
    Frame::new("The shapes of a product", row(&pieces)).describe(
        "Three blocks of empty cells: X with 3 columns and too many rows to tell apart, labelled n \
         × d, one row marked as sample i, one column named feature j; times W with 3 rows and 2 \
         columns, labelled d × k, equals Z with 2 columns, as high as X, labelled n × k. The width \
         of X is the height of W.",
    )
}

/// A matrix and its memory.
pub fn gallery_memory_strip() -> Frame {
    let matrix: Matrix = array![[7.0, 8.0, 9.0, 1.0], [4.0, 5.0, 6.0, 2.0]];
    let row = 1;
    let shades = Shades::sequential(0.0, 9.0).for_numbers();
    let block = Block::of(&matrix).bracketed().heat(&matrix, shades);
    let block = block.mark_row(row, Two);
    let columns = matrix.ncols();
    let strip = Block::memory(&matrix)
        .heat(&entries(&matrix).insert_axis(Axis(0)), shades)
        .mark([0, columns * row], [1, columns * (row + 1)], Two);
    let [[width, height], [long, high]] = [block.size(), strip.size()];
    let fine = Block::memory_in_shades(&matrix, shades).cells([6.0, 16.0]);
    let mut panel = Panel::sheet(WIDTH, height + high + 78.0);
    panel.block([(WIDTH - width) / 2.0, 2.0], &block);
    let top = height + 44.0;
    panel.block([(WIDTH - long) / 2.0, top], &strip);
    panel.block([WIDTH / 2.0 - fine.middle(), top + high + 10.0], &fine);
    let middle = WIDTH / 2.0;
    let arrow = Ink.width(1.75).opacity(0.7);
    panel.arrow([middle, height + 8.0], [middle, top - 6.0], &arrow);
    let label = Label::new("in memory, row by row");
    panel.label([middle, height + 22.0], East, label);
    Frame::new("A matrix in memory", panel).describe(format!(
        "Above, a matrix of {} rows and {columns} columns between brackets, its numbers in shades, \
         its second row framed. Below, the {} numbers in one line, row after row, with their \
         indices from 0; the second row is at the indices {} to {}. Below that, the same line \
         small, in shades without numbers.",
        matrix.nrows(),
        matrix.len(),
        columns * row,
        columns * (row + 1) - 1
    ))
}

/// A decision tree.
pub fn gallery_tree() -> Frame {
    let leaf = |name: &'static str, count: usize, colour| {
        Tree::leaf(vec![name.to_string(), format!("{count} flowers")]).coloured(colour)
    };
    let (length, width) = (2.45, 1.75);
    let second = Tree::node(
        vec![format!("petal width ≤ {width}")],
        vec![
            leaf("versicolor", 54, Two).on_edge("yes"),
            leaf("virginica", 46, Four).on_edge("no"),
        ],
    );
    let tree = Tree::node(
        vec![format!("petal length ≤ {length}"), "150 flowers".into()],
        vec![leaf("setosa", 50, One).on_edge("yes"), second.on_edge("no")],
    );
    let [across, height] = tree.size();
    let mut panel = Panel::sheet(WIDTH, height + 4.0);
    panel.tree([(WIDTH - across) / 2.0, 2.0], &tree, Edges::Plain);
    Frame::new("A decision tree", panel).describe(format!(
        "A tree of questions about a flower. The root asks whether the petal length is at most \
         {length}: if yes, setosa, with 50 of the 150 flowers. If no, the next question is whether \
         the petal width is at most {width}: if yes, versicolor, with 54, if no, virginica, with \
         46."
    ))
}

/// Boxes with arrows between them.
pub fn gallery_boxes() -> Frame {
    let names: [(&[&str], Colour); 3] = [
        (&["data", "$X, *y*$"], One),
        (&["model", "$f(X; *w*)$"], Two),
        (&["loss", "$L(*w*)$"], Three),
    ];
    let (size, gap, top) = ([116.0, 60.0], 74.0, 44.0);
    let left = (WIDTH - 3.0 * size[0] - 2.0 * gap) / 2.0;
    let mut panel = Panel::sheet(WIDTH, top + size[1] + 4.0);
    let arrow = Ink.width(1.75).opacity(0.75);
    let middle = |k: usize| left + size[0] / 2.0 + (size[0] + gap) * k as f64;
    for (k, (lines, colour)) in names.into_iter().enumerate() {
        let [x, y] = [middle(k), top + size[1] / 2.0];
        let [a, b] = [-0.5, 0.5].map(|side| [x + side * size[0], y + side * size[1]]);
        let style = colour.width(1.5).filled(0.08);
        panel.rectangle(a, b, 8.0, &style);
        let text = lines.iter().map(|line| Label::new(*line).bare());
        panel.lines_of_text([x, y], Centre, 22.0, text);
        if k < 2 {
            panel.arrow([b[0], y], [b[0] + gap, y], &arrow);
        }
    }
    let route = [
        [middle(2), top],
        [middle(2), top - 22.0],
        [middle(1), top - 22.0],
        [middle(1), top],
    ];
    panel.arrow_along(&route, 8.0, &arrow.dashed());
    let halfway = [(middle(1) + middle(2)) / 2.0, top - 22.0];
    panel.label(halfway, North, Label::new("gradient").gap(6.0));
    Frame::new("What training does", panel).describe(
        "Three boxes in a row with arrows from each to the next: the data, X and y; the model, f \
         of X and w; the loss, L of w. A dashed arrow, labelled gradient, leads from the loss back \
         to the model.",
    )
}
