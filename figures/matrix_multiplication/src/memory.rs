//! Which numbers the loops of a product touch, and where they are in memory.

use drawing::prelude::*;
use mlmath::matrices::row_major_offset;

/// The side of the matrices, of their cells and of a block.
const SIDE: usize = 8;
const CELL: f64 = 12.0;
const BLOCK: usize = 4;

/// Some rows and columns: from the first up to, but without, the end.
type Part = [[usize; 2]; 2];

fn holds([rows, columns]: Part, i: usize, j: usize) -> bool {
    (rows[0]..rows[1]).contains(&i) && (columns[0]..columns[1]).contains(&j)
}

/// What loops touch in A, in B and in AB: now, and later while the same block of
/// B is in use.
struct Loops {
    name: &'static str,
    words: &'static str,
    now: [Part; 3],
    later: [Part; 3],
}

fn loops() -> [Loops; 3] {
    // The row of A, the row of B and the column of B where the loops are.
    let [i, k, j] = [2, 5, 3].map(|at| [at, at + 1]);
    let all = [0, SIDE];
    // The block of B: its lower left quarter.
    let (of_k, of_j) = ([SIDE - BLOCK, SIDE], [0, BLOCK]);
    let nothing = [[0, 0]; 2];
    [
        Loops {
            name: "by entries",
            words: "along a row of $*A*$, down a column of $*B*$",
            now: [[i, all], [all, j], [i, j]],
            later: [nothing; 3],
        },
        Loops {
            name: "by rows",
            words: "along a row of $*B*$ and a row of $*AB*$",
            now: [[i, k], [k, all], [i, all]],
            later: [nothing; 3],
        },
        Loops {
            name: "in blocks",
            words: "the same in a block, for every row of $*A*$",
            now: [[i, k], [k, of_j], [i, of_j]],
            later: [[all, of_k], [of_k, of_j], [all, of_j]],
        },
    ]
}

/// From a row of the figure to the next, and within it to the matrices.
const PITCH: f64 = 176.0;
const MATRICES: f64 = 26.0;

/// The numbers of A, B and AB that three kinds of loops touch.
pub fn blocks_and_memory() -> Frame {
    let [by_entries, by_rows, in_blocks] = loops();
    let leaps = offsets(by_entries.now[1]);
    let together = offsets(by_rows.now[1]);
    let pieces = offsets(in_blocks.later[1]);
    let mut panel = Panel::sheet(WIDTH, PITCH * 3.0 - 18.0);
    for (k, way) in [by_entries, by_rows, in_blocks].into_iter().enumerate() {
        draw(&mut panel, PITCH * k as f64, way);
    }
    let count = SIDE * SIDE;
    Frame::new("What three kinds of loops touch", panel).describe(format!(
        "Three times A, B and AB with {SIDE} × {SIDE} cells, and below each the {count} numbers of \
         B in memory, row after row. Framed is what the innermost loop touches. By entries: a row \
         of A, a column of B and one entry of AB; in memory the column is one number in every \
         {SIDE}, at the offsets {leaps}. By rows: one entry of A, a row of B and a row of AB; in \
         memory the row lies together, at {together}. In blocks: one entry of A, and {BLOCK} \
         numbers of a row of B and of AB. A block of {BLOCK} × {BLOCK} in B is tinted; it stays \
         while dashed arrows run down the rows of A and AB, tinted where they use it. In memory \
         the block is {BLOCK} pieces of {BLOCK}, at {pieces}.",
    ))
}

/// Where a part of B is in memory.
fn offsets([rows, columns]: Part) -> String {
    let rows = rows[0]..rows[1];
    let cells = rows.flat_map(|i| (columns[0]..columns[1]).map(move |j| (i, j)));
    let offsets = cells.map(|(i, j)| row_major_offset(i, j, SIDE).to_string());
    joined(offsets, ", ")
}

fn draw(panel: &mut Panel, top: f64, way: Loops) {
    let (now, later) = (way.now, way.later);
    let name = Label::new(way.name).heavy().large().gap(0.0);
    panel.label([8.0, top + 12.0], East, name);
    panel.label([126.0, top + 12.0], East, Label::new(way.words).gap(0.0));
    let half = CELL * SIDE as f64 / 2.0;
    let middle = top + MATRICES + half;
    let places = [
        (One, "$*A*$", 52.0),
        (Two, "$*B*$", 212.0),
        (Three, "$*AB*$", 380.0),
    ];
    for (((colour, name, left), now), later) in places.into_iter().zip(now).zip(later) {
        let tint = |(i, j)| f64::from(u8::from(holds(later, i, j)));
        let tint = Matrix::from_shape_fn((SIDE, SIDE), tint);
        let shades = Shades::sequential(0.0, 1.0).for_numbers();
        let [rows, columns] = now;
        let block = Block::empty(SIDE, SIDE)
            .cells([CELL; 2])
            .heat(&tint, shades.colours(colour, colour))
            .mark([rows[0], columns[0]], [rows[1], columns[1]], colour);
        panel.piece([left + half, middle], &block.into());
        panel.label([left, middle], West, Label::new(name).size(19.0));
        run(panel, [left, middle - half], now, later);
    }
    let fill = Matrix::from_shape_fn((SIDE, SIDE), |(i, j)| {
        let [now, later] = [now, later].map(|parts| holds(parts[1], i, j));
        if now {
            1.0
        } else {
            0.4 * f64::from(u8::from(later))
        }
    });
    let full = Shades::sequential(0.0, 1.0).colours(Two, Two);
    let strip = Block::memory_in_shades(&fill, full).cells([6.0, 16.0]);
    let (left, y) = (126.0, middle + half + 22.0);
    panel.piece([left + 192.0, y], &strip.into());
    panel.label([left, y], West, "$*B*$ in memory");
}

/// The arrow of the innermost loop, and one down the rows that take their turn.
fn run(panel: &mut Panel, corner: [f64; 2], [rows, columns]: Part, later: Part) {
    let middle = |[first, end]: [usize; 2]| (first + end) as f64 / 2.0;
    // From one row and column to others below or to the right, a little within.
    let mut arrow = |from: [f64; 2], to: [f64; 2], style: Style| {
        let at = |[row, column]: [f64; 2], inwards: f64| match from[0] < to[0] {
            true => [corner[0] + CELL * column, corner[1] + CELL * row + inwards],
            false => [corner[0] + CELL * column + inwards, corner[1] + CELL * row],
        };
        panel.arrow(at(from, 3.0), at(to, -3.0), style);
    };
    let (row, column) = (middle(rows), middle(columns));
    let [[top, bottom], [left, right]] = [rows, columns].map(|ends| ends.map(|k| k as f64));
    if right - left > 1.0 {
        arrow([row, left], [row, right], Ink.line());
    } else if bottom - top > 1.0 {
        arrow([top, column], [bottom, column], Ink.line());
    }
    if later[0] == [0, SIDE] {
        let column = middle(later[1]);
        let thin = Ink.width(1.5).dashed();
        arrow([bottom, column], [SIDE as f64, column], thin);
    }
}
