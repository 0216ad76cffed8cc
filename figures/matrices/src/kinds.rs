//! Where matrices of the common kinds have entries of their own.

use drawing::prelude::*;
use mlmath::matrices::{identity, permutation_matrix};
use std::cmp::Ordering::{Equal, Greater, Less};

/// The side of the matrices that are drawn, and of their cells.
const SIDE: usize = 4;
const CELL: f64 = 28.0;

/// The shades of entries: one that may be chosen, one that follows from another,
/// and one that is fixed.
const FREE: f64 = 1.0;
const FOLLOWS: f64 = 0.35;
const FIXED: f64 = 0.0;

/// What stands in an entry, and its shade.
type Entry = (String, f64);

/// The entry in a row and a column.
type Rule = fn(usize, usize) -> Entry;

/// Either free or 0.
fn free_if(condition: bool) -> Entry {
    (String::new(), if condition { FREE } else { FIXED })
}

/// The entry of a matrix of 0 and 1.
fn fixed(matrix: &Matrix, i: usize, j: usize) -> Entry {
    let entry = if matrix[[i, j]] == 1.0 { "1" } else { "" };
    (entry.into(), FIXED)
}

/// Across the diagonal a pair of the same letter, below it free and above it
/// with a sign; the diagonal is free or 0. The letters are counted along the rows
/// below the diagonal.
fn paired(i: usize, j: usize, sign: &str, free_diagonal: bool) -> Entry {
    let letter = |i: usize, j: usize| char::from(b'a' + (i * (i - 1) / 2 + j) as u8);
    match i.cmp(&j) {
        Greater => (format!("${}$", letter(i, j)), FREE),
        Equal => free_if(free_diagonal),
        Less => (format!("${sign}{}$", letter(j, i)), FOLLOWS),
    }
}

/// Nine kinds of square matrices by the entries that may be chosen.
pub fn matrix_types() -> Frame {
    let half = "$n(n + 1)/2$";
    let said = "n(n + 1)/2";
    // The name, the number of free entries for n × n as it is written and as it
    // is said, and the entries.
    let kinds: [(&str, &str, &str, Rule); 9] = [
        ("any square", "$n^2$", "n²", |_, _| free_if(true)),
        ("diagonal", "$n$", "n", |i, j| free_if(i == j)),
        ("identity", "$0$", "0", |i, j| fixed(&identity(SIDE), i, j)),
        ("upper triangular", half, said, |i, j| free_if(i <= j)),
        ("lower triangular", half, said, |i, j| free_if(i >= j)),
        (
            "permutation",
            "none, $n!$ matrices",
            "none, but a choice among n! matrices",
            |i, j| fixed(&permutation_matrix(&[2, 0, 3, 1]), i, j),
        ),
        ("symmetric", half, said, |i, j| paired(i, j, "", true)),
        ("skew-symmetric", "$n(n - 1)/2$", "n(n − 1)/2", |i, j| {
            paired(i, j, "-", false)
        }),
        (
            "block diagonal",
            "$p^2 + q^2$, $p + q = n$",
            "p² + q² for blocks of sides p and q with p + q = n",
            |i, j| free_if((i < SIDE / 2) == (j < SIDE / 2)),
        ),
    ];
    let (mut panels, mut said) = (Vec::new(), Vec::new());
    for (name, count, aloud, entry) in kinds {
        let cells = (0..SIDE).flat_map(|i| (0..SIDE).map(move |j| entry(i, j)));
        let (labels, shades): (Vec<_>, Vec<_>) = cells.unzip();
        let free = shades.iter().filter(|&&shade| shade == FREE).count();
        let labels = labels.into_iter().map(|label| Label::new(label).size(15.0));
        let block = Block::labelled(SIDE, SIDE, labels.collect()).cells([CELL; 2]);
        let shades = Matrix::from_shape_vec((SIDE, SIDE), shades).expect("an entry a cell");
        let heading = Piece::text(28.0, [Label::new(name).heavy()]);
        let below = Piece::text(28.0, [One.label(count)]);
        let pieces = [heading, block.heat(&shades, scale()).into(), below];
        panels.push(Panel::stack(Drawing::column(3), pieces));
        said.push(format!("{name}, {aloud}, here {free}"));
    }
    panels.push(key());
    Frame::new(
        "Kinds of square matrices and their free entries",
        Drawing::panels(3, panels),
    )
    .describe(format!(
        "Nine patterns of {SIDE} × {SIDE} cells. Filled cells are entries that may be chosen, \
         empty ones are 0. Each with the number of its free entries for n × n: {}. In the \
         symmetric matrix the letters a to f below the diagonal stand again, mirrored and paler, \
         above it; in the skew-symmetric one they stand there with a minus sign, and the diagonal \
         is 0. The identity has 1 along the diagonal, the permutation matrix one 1 in each row and \
         each column.",
        said.join("; ")
    ))
}

fn scale() -> Shades {
    Shades::sequential(FIXED, FREE).for_numbers()
}

/// What the cells mean.
fn key() -> Panel {
    let mut panel = Panel::sheet(WIDTH, 30.0);
    let [y, side] = [15.0, 20.0];
    for (x, shade, words) in [
        (34.0, FREE, "free entry"),
        (178.0, FOLLOWS, "follows from its mirror"),
        (416.0, FIXED, "zero"),
    ] {
        let cell = Block::empty(1, 1).cells([side; 2]);
        let cell = cell.heat(&array![[shade]], scale());
        panel.block([x, y - side / 2.0], &cell);
        panel.label([x + side, y], East, words);
    }
    panel
}
