//! Where matrices of the common kinds have entries of their own.

use drawing::prelude::*;
use mlmath::matrices::{identity, permutation_matrix};

/// The side of the matrices that are drawn, and of their cells.
const SIDE: usize = 4;
const CELL: f64 = 28.0;

/// The shades of entries, from 0 to 1: one that may be chosen, and one that
/// follows from another.
const FREE: f64 = 1.0;
const FOLLOWS: f64 = 0.35;

/// What may stand in an entry.
#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Free,
    /// A pair across the diagonal: free below it, and above it the same number
    /// or its opposite.
    Pair,
    Opposite,
    One,
    Zero,
}

struct Kind {
    name: &'static str,
    /// The number of free entries for n × n, and a name for it where it is said.
    count: &'static str,
    said: &'static str,
    entry: fn(usize, usize) -> Entry,
}

/// Either free or 0.
fn free_if(condition: bool) -> Entry {
    if condition { Entry::Free } else { Entry::Zero }
}

/// An entry that is fixed.
fn fixed(entry: f64) -> Entry {
    if entry == 1.0 {
        Entry::One
    } else {
        Entry::Zero
    }
}

/// The column of the 1 in each row of the permutation matrix.
const PERMUTATION: [usize; SIDE] = [2, 0, 3, 1];

fn kinds() -> [Kind; 9] {
    let kind = |name, count, said, entry| Kind {
        name,
        count,
        said,
        entry,
    };
    let half = "$n(n + 1)/2$";
    let half_said = "n(n + 1)/2";
    [
        kind("any square", "$n^2$", "n²", |_, _| Entry::Free),
        kind("diagonal", "$n$", "n", |i, j| free_if(i == j)),
        kind("identity", "$0$", "0", |i, j| fixed(identity(SIDE)[[i, j]])),
        kind("upper triangular", half, half_said, |i, j| free_if(i <= j)),
        kind("lower triangular", half, half_said, |i, j| free_if(i >= j)),
        kind(
            "permutation",
            "none, $n!$ matrices",
            "none, but a choice among n! matrices",
            |i, j| fixed(permutation_matrix(&PERMUTATION)[[i, j]]),
        ),
        kind("symmetric", half, half_said, |i, j| {
            if i == j { Entry::Free } else { Entry::Pair }
        }),
        kind("skew-symmetric", "$n(n - 1)/2$", "n(n − 1)/2", |i, j| {
            if i == j { Entry::Zero } else { Entry::Opposite }
        }),
        kind(
            "block diagonal",
            "$p^2 + q^2$, $p + q = n$",
            "p² + q² for blocks of sides p and q with p + q = n",
            |i, j| free_if((i < SIDE / 2) == (j < SIDE / 2)),
        ),
    ]
}

/// The letter of the pair that an entry belongs to, counted along the rows
/// below the diagonal.
fn letter(i: usize, j: usize) -> char {
    let (i, j) = (i.max(j), i.min(j));
    let before = i * (i - 1) / 2;
    char::from(b'a' + (before + j) as u8)
}

fn drawn(kind: &Kind) -> (Panel, usize) {
    let entries: Vec<(usize, usize, Entry)> = (0..SIDE)
        .flat_map(|i| (0..SIDE).map(move |j| (i, j)))
        .map(|(i, j)| (i, j, (kind.entry)(i, j)))
        .collect();
    let labels = entries.iter().map(|&(i, j, entry)| {
        let label = match entry {
            Entry::One => "1".into(),
            Entry::Pair => format!("${}$", letter(i, j)),
            Entry::Opposite if i < j => format!("$-{}$", letter(i, j)),
            Entry::Opposite => format!("${}$", letter(i, j)),
            Entry::Free | Entry::Zero => String::new(),
        };
        Label::new(label).size(15.0)
    });
    let shade = |i: usize, j: usize, entry: Entry| match entry {
        Entry::Free => FREE,
        Entry::Pair | Entry::Opposite if i > j => FREE,
        Entry::Pair | Entry::Opposite => FOLLOWS,
        Entry::One | Entry::Zero => 0.0,
    };
    let shades: Vec<f64> = entries
        .iter()
        .map(|&(i, j, entry)| shade(i, j, entry))
        .collect();
    let free = shades.iter().filter(|&&shade| shade == FREE).count();
    let shades = Matrix::from_shape_vec((SIDE, SIDE), shades).expect("an entry a cell");
    let block = Block::labelled(SIDE, SIDE, labels.collect())
        .cells([CELL; 2])
        .heat(&shades, Shades::sequential(0.0, FREE).for_numbers());

    let width = Drawing::column(3);
    let mut panel = Panel::sheet(width, 28.0 + CELL * SIDE as f64 + 30.0);
    panel.label([width / 2.0, 14.0], Centre, Label::new(kind.name).heavy());
    panel.block([width / 2.0 - block.middle(), 28.0], &block);
    let below = [width / 2.0, 28.0 + block.size()[1] + 14.0];
    let count = One.label(kind.count);
    panel.label(below, Centre, count);
    (panel, free)
}

/// Nine kinds of square matrices by the entries that may be chosen.
pub fn matrix_types() -> Frame {
    let kinds = kinds();
    let mut panels = Vec::new();
    let mut said = Vec::new();
    for kind in &kinds {
        let (panel, free) = drawn(kind);
        panels.push(panel);
        said.push(format!("{}, {}, here {free}", kind.name, kind.said));
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

/// What the cells mean.
fn key() -> Panel {
    let shades = Shades::sequential(0.0, FREE).for_numbers();
    let mut panel = Panel::sheet(WIDTH, 30.0);
    let [y, side] = [15.0, 20.0];
    for (x, shade, words) in [
        (34.0, FREE, "free entry"),
        (178.0, FOLLOWS, "follows from its mirror"),
        (416.0, 0.0, "zero"),
    ] {
        let cell = Block::empty(1, 1).cells([side; 2]);
        let cell = cell.heat(&Matrix::from_elem((1, 1), shade), shades);
        panel.block([x, y - side / 2.0], &cell);
        panel.label([x + side, y], East, words);
    }
    panel
}
