//! Products as boxes of their shapes.

use drawing::prelude::*;

/// The side of a cell.
const CELL: f64 = 54.0;

/// A row of A and a column of B meet at an entry of AB.
pub fn product_shapes() -> Frame {
    let (m, n, p) = (2, 4, 3);
    let (i, j) = (1, 2);
    // An entry in the middle stands for those between the second and the last.
    let in_row = ["$a_{i1}$", "$a_{i2}$", "$…$", "$a_{in}$"];
    let in_column = ["$b_{1j}$", "$b_{2j}$", "$⋮$", "$b_{nj}$"];
    let block = |rows: usize, columns: usize, entry: &dyn Fn([usize; 2]) -> &'static str| {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| [row, column]));
        let entries = cells.map(|cell| entry(cell).into());
        Block::labelled(rows, columns, entries.collect()).cells([CELL; 2])
    };
    let only = |is: bool, entry: &'static str| if is { entry } else { "" };
    let a = block(m, n, &|[row, k]| only(row == i, in_row[k]));
    let b = block(n, p, &|[k, column]| only(column == j, in_column[k]));
    let product = block(m, p, &|cell| only(cell == [i, j], "$(*AB*)_{ij}$"));

    let [wide_n, high_m, wide_p] = [n, m, p].map(|count| CELL * count as f64);
    let [left, top, gap] = [56.0, 64.0, 40.0];
    let [right, low] = [left, top].map(|start| start + wide_n + gap);
    let (across_a, across_b) = (left + wide_n / 2.0, right + wide_p / 2.0);
    let (down_b, down_a) = (top + wide_n / 2.0, low + high_m / 2.0);
    let mut panel = Panel::sheet(WIDTH, low + high_m + 78.0);
    for (block, middle) in [
        (a.mark_row(i, One), [across_a, down_a]),
        (b.mark_column(j, Two), [across_b, down_b]),
        (product.mark_cell(i, j, Three), [across_b, down_a]),
    ] {
        panel.piece(middle, &block.into());
    }

    let row = low + CELL * (i as f64 + 0.5);
    let column = right + CELL * (j as f64 + 0.5);
    let guide = Ink.width(1.75).dashed();
    let close = CELL / 2.0 + 4.0;
    panel.arrow([left + wide_n + 3.0, row], [column - close, row], guide);
    panel.arrow([column, top + wide_n + 3.0], [column, row - close], guide);
    for (at, place, index) in [
        ([left, row], West, One.name("$i$")),
        ([right + wide_p, row], East, One.name("$i$")),
        ([column, top], North, Two.name("$j$")),
        ([column, low + high_m], South, Two.name("$j$")),
    ] {
        panel.label(at, place, index.gap(7.0));
    }

    // A line with arrows at both ends and its length on it.
    let mut measure = |a: [f64; 2], b: [f64; 2], length: Label| {
        let middle = part_of_the_way(a, b, 0.5);
        for end in [a, b] {
            panel.arrow(middle, end, Ink.width(1.5).opacity(0.8));
        }
        panel.label(middle, Centre, length.size(21.0));
    };
    let (above_a, beside_b) = (low - 17.0, right - 17.0);
    let inner = Four.label("$n$").heavy();
    measure([left, above_a], [left + wide_n, above_a], inner.clone());
    measure([beside_b, top], [beside_b, top + wide_n], inner);
    let (beside_a, above_b) = (left - 34.0, top - 38.0);
    measure([beside_a, low], [beside_a, low + high_m], "$m$".into());
    measure([right, above_b], [right + wide_p, above_b], "$p$".into());

    let below = low + high_m + 24.0;
    for (at, name, shape) in [
        ([across_a, below], "$*A*$", "$m × n$"),
        ([across_b, below], "$*AB*$", "$m × p$"),
        ([right + wide_p + 25.0, down_b], "$*B*$", "$n × p$"),
    ] {
        let lines = [Label::new(name).size(21.0), shape.into()];
        panel.lines_of_text(at, Centre, 22.0, lines);
    }
    let same = ["$n$ columns of $*A*$,", "$n$ rows of $*B*$"].map(|line| Four.label(line));
    panel.lines_of_text([across_a - 14.0, down_b - 8.0], Centre, 22.0, same);
    let formula = "$(*AB*)_{ij} = a_{i1}b_{1j} + a_{i2}b_{2j} + … + a_{in}b_{nj}$";
    panel.label([WIDTH / 2.0, below + 40.0], Centre, Three.name(formula));
    Frame::new(
        "The shapes of a product, and where a row meets a column",
        panel,
    )
    .describe(format!(
        "Three boxes of cells. The product AB, m × p, here {m} × {p}, is on the lower right; A, m \
         × n, here {m} × {n}, is to its left and as high; B, n × p, here {n} × {p}, is above it \
         and as wide. A is as wide as B is high: both sides are marked n: n columns of A, n rows \
         of B. Row i of A, with the entries a_i1, a_i2 to a_in, is framed and marked i, and a \
         dashed arrow leads from it to the right; column j of B, with the entries b_1j, b_2j to \
         b_nj, is framed and marked j, and an arrow leads down from it. They meet at the framed \
         entry (AB)_ij in row i and column j of AB. Below stands that it is a_i1 b_1j + a_i2 b_2j \
         + … + a_in b_nj.",
    ))
}
