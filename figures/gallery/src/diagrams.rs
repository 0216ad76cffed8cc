//! Matrices, memory, trees and boxes.

use drawing::prelude::*;
use mlmath::matrices::entries;
use mlmath::matrix_multiplication::matmul;

/// The panel for a row of blocks, in the middle of the width.
fn row(pieces: impl Into<Vec<Piece>>) -> Panel {
    let room = || Piece::Space(0.0, 4.0);
    Panel::stack(WIDTH, [room(), Piece::Row(pieces.into()), room()])
}

/// A product of matrices: a row and a column give an entry.
pub fn gallery_matrices() -> Frame {
    let a = array![[1.0, 2.0, 0.0], [-1.0, 3.0, 2.0]];
    let b = array![[2.0, 1.0], [0.0, 4.0], [1.0, -2.0]];
    let c = matmul(&a, &b).expect("shapes that fit");
    let [of_a, of_b, of_c] = [&a, &b, &c].map(Block::of);
    let entry = of_c.entry(1, 0);
    let [times, is] = ["·", "="].map(Piece::sign);
    let a = of_a.named("$A$").shaped("$2 × 3$").mark_row(1, One);
    let b = of_b.named("$B$").shaped("$3 × 2$").mark_column(0, Two);
    let c = of_c.named("$C$").shaped("$2 × 2$").mark_cell(1, 0, Three);
    let pieces = row([a.into(), times, b.into(), is, c.into()]);
    Frame::new("An entry of a product of matrices", pieces).describe(format!(
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
    after.row_mut(1).scaled_add(-factor, &before.row(0));
    let blocks = [&before, &after].map(|matrix| Block::of(matrix).bracketed().augmented(2));
    let [from, to] = blocks.map(|block| block.mark_cell(0, 0, Three));
    let (from, to) = (from.named("$A$ and $*b*$"), to.mark_row(1, Two));
    let pieces = [from.into(), Piece::sign("→"), to.into()];
    let [left, right] = [&before, &after].map(|matrix| listed(matrix.row(1)));
    let factor = decimal(factor);
    Frame::new("A step of elimination", row(pieces)).describe(format!(
        "Two blocks of two rows and three columns between brackets, with an upright line before \
         the third column; an arrow leads from the first to the second. The upper left entry, 1, \
         is framed in both. The second row is {left} on the left; on the right, where it is \
         framed, {factor} times the first has been taken from it, and it is {right}."
    ))
}

/// Which shapes fit together.
pub fn gallery_matrix_shapes() -> Frame {
    let data = Block::empty(100, 3).sized([66.0, 110.0]).coloured(One);
    let data = data.row_named(50, "sample $i$").mark_row(50, Four);
    let data = data.column_named(1, "feature $j$");
    let [w, z] = [3, 5].map(|rows| Block::empty(rows, 2).cells([22.0, 22.0]));
    let [times, is] = ["·", "="].map(Piece::sign);
    let x = data.named("$X$").shaped("$n × d$");
    let w = w.coloured(Two).named("$W$").shaped("$d × k$");
    let z = z.coloured(Three).named("$Z$").shaped("$n × k$");
    let pieces = row([x.into(), times, w.into(), is, z.into()]);
    Frame::new("The shapes of a product", pieces).describe(
        "Three blocks of empty cells: X with 3 columns and too many rows to tell apart, labelled n \
         × d, one row marked as sample i, one column named feature j; times W with 3 rows and 2 \
         columns, labelled d × k, equals Z with 2 columns, as high as X, labelled n × k. The width \
         of X is the height of W.",
    )
}

/// A matrix and its memory.
pub fn gallery_memory_strip() -> Frame {
    let matrix: Matrix = array![[7.0, 8.0, 9.0, 1.0], [4.0, 5.0, 6.0, 2.0]];
    let ((rows, columns), count) = (matrix.dim(), matrix.len());
    let shades = Shades::sequential(0.0, 9.0).for_numbers();
    let block = Block::of(&matrix).bracketed().heat(&matrix, shades);
    let strip = Block::memory(&matrix).heat(&entries(&matrix).insert_axis(Axis(0)), shades);
    let fine = Block::memory_in_shades(&matrix, shades).cells([6.0, 16.0]);
    let [_, height] = block.size();
    let space = |height: f64| Piece::Space(0.0, height);
    let pieces = [
        space(2.0),
        block.mark_row(1, Two).into(),
        space(42.0),
        strip.mark([0, columns], [1, count], Two).into(),
        space(34.0),
    ];
    let mut panel = Panel::stack(WIDTH, pieces);
    let (middle, bottom) = (WIDTH / 2.0, panel.size()[1]);
    panel.block([middle - fine.middle(), bottom - 24.0], &fine);
    let arrow = Ink.width(1.75).opacity(0.7);
    panel.arrow([middle, height + 8.0], [middle, height + 38.0], arrow);
    panel.label([middle, height + 22.0], East, "in memory, row by row");
    let last = count - 1;
    Frame::new("A matrix in memory", panel).describe(format!(
        "Above, a matrix of {rows} rows and {columns} columns between brackets, its numbers in \
         shades, its second row framed. Below, the {count} numbers in one line, row after row, \
         with their indices from 0; the second row is at the indices {columns} to {last}. Below \
         that, the same line small, in shades without numbers."
    ))
}

/// A decision tree.
pub fn gallery_tree() -> Frame {
    let leaf = |name: &str, count| Tree::leaf(vec![name.into(), format!("{count} flowers")]);
    let (length, width) = (2.45, 1.75);
    let setosa = leaf("setosa", 50).coloured(One).on_edge("yes");
    let versicolor = leaf("versicolor", 54).coloured(Two).on_edge("yes");
    let virginica = leaf("virginica", 46).coloured(Four).on_edge("no");
    let question = vec![format!("petal width ≤ {width}")];
    let second = Tree::node(question, vec![versicolor, virginica]);
    let question = vec![format!("petal length ≤ {length}"), "150 flowers".into()];
    let tree = Tree::node(question, vec![setosa, second.on_edge("no")]);
    let [across, height] = tree.size();
    let mut panel = Panel::sheet(WIDTH, height + 4.0);
    panel.tree([(WIDTH - across) / 2.0, 2.0], &tree);
    Frame::new("A decision tree", panel).describe(format!(
        "A tree of questions about a flower. The root asks whether the petal length is at most \
         {length}: if yes, setosa, with 50 of the 150 flowers. If no, the next question is whether \
         the petal width is at most {width}: if yes, versicolor, with 54, if no, virginica, with \
         46."
    ))
}

/// Boxes with arrows between them.
pub fn gallery_boxes() -> Frame {
    let formulas = ["$X, *y*$", "$f(X; *w*)$", "$L(*w*)$"];
    let names = ["data", "model", "loss"].into_iter().zip(formulas);
    let (size, gap, top) = ([116.0, 60.0], 74.0, 44.0);
    let mut panel = Panel::sheet(WIDTH, top + size[1] + 4.0);
    let arrow = Ink.width(1.75).opacity(0.75);
    let middle = |k: usize| WIDTH / 2.0 + (size[0] + gap) * (k as f64 - 1.0);
    for (k, ((name, formula), colour)) in names.zip(Colour::SERIES).enumerate() {
        let [x, y] = [middle(k), top + size[1] / 2.0];
        let [a, b] = [-0.5, 0.5].map(|side| [x + side * size[0], y + side * size[1]]);
        panel.rectangle(a, b, 8.0, colour.width(1.5).filled(0.08));
        let lines = [name, formula].map(|line| Label::new(line).bare());
        panel.lines_of_text([x, y], Centre, 22.0, lines);
        if k < 2 {
            panel.arrow([b[0], y], [b[0] + gap, y], arrow);
        }
    }
    let (from, to, above) = (middle(2), middle(1), top - 22.0);
    let route = [[from, top], [from, above], [to, above], [to, top]];
    panel.arrow_along(&route, 8.0, arrow.dashed());
    let name = Label::new("gradient").gap(6.0);
    panel.label([(from + to) / 2.0, above], North, name);
    Frame::new("What training does", panel).describe(
        "Three boxes in a row with arrows from each to the next: the data, X and y; the model, f \
         of X and w; the loss, L of w. A dashed arrow, labelled gradient, leads from the loss back \
         to the model.",
    )
}
