//! Which numbers the loops of a product touch, and where they are in memory.

use drawing::prelude::*;
use mlmath::matrices::row_major_offset;

/// The side of the matrices, of their cells and of a block.
const SIDE: usize = 8;
const CELL: f64 = 12.0;
const BLOCK: usize = 4;

/// The row of A, the row of B and the column of B where the loops are.
const I: usize = 2;
const K: usize = 5;
const J: usize = 3;

/// Rows and columns from the first up to, but without, the last.
#[derive(Clone, Copy)]
struct Part {
    first: [usize; 2],
    end: [usize; 2],
}

impl Part {
    const fn row(row: usize) -> Part {
        Part {
            first: [row, 0],
            end: [row + 1, SIDE],
        }
    }

    const fn column(column: usize) -> Part {
        Part {
            first: [0, column],
            end: [SIDE, column + 1],
        }
    }

    const fn cell(row: usize, column: usize) -> Part {
        Part {
            first: [row, column],
            end: [row + 1, column + 1],
        }
    }

    fn holds(&self, i: usize, j: usize) -> bool {
        (self.first[0]..self.end[0]).contains(&i) && (self.first[1]..self.end[1]).contains(&j)
    }

    fn length(&self, axis: usize) -> usize {
        self.end[axis] - self.first[axis]
    }
}

/// What is touched of one matrix: now, and later while the same block of B is
/// in use.
#[derive(Clone, Copy)]
struct Touched {
    now: Part,
    later: Option<Part>,
}

struct Loops {
    name: &'static str,
    words: &'static str,
    /// In A, in B and in AB.
    touched: [Touched; 3],
}

fn loops() -> [Loops; 3] {
    let now = |now: Part| Touched { now, later: None };
    let later = |now: Part, later: Part| Touched {
        now,
        later: Some(later),
    };
    let part = |rows: [usize; 2], columns: [usize; 2]| Part {
        first: [rows[0], columns[0]],
        end: [rows[1], columns[1]],
    };
    // The block of B: its lower left quarter.
    let (of_k, of_j) = ([SIDE - BLOCK, SIDE], [0, BLOCK]);
    let all = [0, SIDE];
    [
        Loops {
            name: "by entries",
            words: "along a row of $*A*$, down a column of $*B*$",
            touched: [
                now(Part::row(I)),
                now(Part::column(J)),
                now(Part::cell(I, J)),
            ],
        },
        Loops {
            name: "by rows",
            words: "along a row of $*B*$ and a row of $*AB*$",
            touched: [now(Part::cell(I, K)), now(Part::row(K)), now(Part::row(I))],
        },
        Loops {
            name: "in blocks",
            words: "the same in a block, for every row of $*A*$",
            touched: [
                later(Part::cell(I, K), part(all, of_k)),
                later(part([K, K + 1], of_j), part(of_k, of_j)),
                later(part([I, I + 1], of_j), part(all, of_j)),
            ],
        },
    ]
}

/// From a row of the figure to the next, and within it to the matrices and to
/// the memory.
const PITCH: f64 = 176.0;
const MATRICES: f64 = 26.0;
const MEMORY: f64 = MATRICES + CELL * SIDE as f64 + 14.0;

/// The numbers of A, B and AB that three kinds of loops touch.
pub fn blocks_and_memory() -> Frame {
    let loops = loops();
    let mut panel = Panel::sheet(WIDTH, PITCH * loops.len() as f64 - 18.0);
    let mut said = Vec::new();
    for (k, way) in loops.iter().enumerate() {
        let top = PITCH * k as f64;
        draw(&mut panel, top, way);
        let Touched { now, later } = way.touched[1];
        let offsets = offsets(&later.unwrap_or(now));
        let offsets: Vec<String> = offsets.iter().map(usize::to_string).collect();
        said.push(offsets.join(", "));
    }
    let [leaps, together, pieces] = [&said[0], &said[1], &said[2]];
    Frame::new("What three kinds of loops touch", panel).describe(format!(
        "Three times A, B and AB with {SIDE} × {SIDE} cells, and below each the {} numbers of B in \
         memory, row after row. Framed is what the innermost loop touches. By entries: a row of A, \
         a column of B and one entry of AB; in memory the column is one number in every {SIDE}, at \
         the offsets {leaps}. By rows: one entry of A, a row of B and a row of AB; in memory the \
         row lies together, at {together}. In blocks: one entry of A, and {BLOCK} numbers of a row \
         of B and of AB. A block of {BLOCK} × {BLOCK} in B is tinted; it stays while dashed arrows \
         run down the rows of A and AB, tinted where they use it. In memory the block is {BLOCK} \
         pieces of {BLOCK}, at {pieces}.",
        SIDE * SIDE,
    ))
}

/// Where a part of B is in memory.
fn offsets(part: &Part) -> Vec<usize> {
    let rows = part.first[0]..part.end[0];
    let offsets = rows.flat_map(|i| {
        let columns = part.first[1]..part.end[1];
        columns.map(move |j| row_major_offset(i, j, SIDE))
    });
    offsets.collect()
}

fn draw(panel: &mut Panel, top: f64, way: &Loops) {
    let name = Label::new(way.name).heavy().large().gap(0.0);
    panel.label([8.0, top + 12.0], East, name);
    let words = Label::new(way.words).gap(0.0);
    panel.label([126.0, top + 12.0], East, words);
    let shades = Shades::sequential(0.0, 1.0).for_numbers();
    let colours = [One, Two, Three];
    let places = [("$*A*$", 52.0), ("$*B*$", 212.0), ("$*AB*$", 380.0)];
    for ((touched, colour), (name, left)) in way.touched.iter().zip(colours).zip(places) {
        let corner = [left, top + MATRICES];
        let later = |(i, j): (usize, usize)| {
            let later = touched.later.is_some_and(|part| part.holds(i, j));
            f64::from(u8::from(later))
        };
        let tint = Matrix::from_shape_fn((SIDE, SIDE), later);
        let block = Block::empty(SIDE, SIDE)
            .cells([CELL; 2])
            .heat(&tint, shades.colours(colour, colour))
            .mark(touched.now.first, touched.now.end, colour);
        panel.block([corner[0] - 1.0, corner[1] - 1.0], &block);
        let side = CELL * SIDE as f64;
        let name = Label::new(name).size(19.0);
        panel.label([left, corner[1] + side / 2.0], West, name);
        run(panel, corner, touched);
    }
    let Touched { now, later } = way.touched[1];
    let inside = |(i, j): (usize, usize)| match (
        now.holds(i, j),
        later.is_some_and(|part| part.holds(i, j)),
    ) {
        (true, _) => 1.0,
        (false, true) => 0.4,
        (false, false) => 0.0,
    };
    let fill = Matrix::from_shape_fn((SIDE, SIDE), inside);
    let full = Shades::sequential(0.0, 1.0).colours(Two, Two);
    let strip = Block::memory_in_shades(&fill, full).cells([6.0, 16.0]);
    let [left, y] = [126.0, top + MEMORY];
    panel.block([left - 1.0, y - 1.0], &strip);
    let name = Label::new("$*B*$ in memory");
    panel.label([left, y + 8.0], West, name);
}

/// The arrow of the innermost loop, and one down the rows that take their turn.
fn run(panel: &mut Panel, [left, top]: [f64; 2], touched: &Touched) {
    let inset = 3.0;
    let at = |row: f64, column: f64| [left + CELL * column, top + CELL * row];
    let Part { first, end } = touched.now;
    let [first, end] = [first, end].map(|place| place.map(|k| k as f64));
    let middle = [0, 1].map(|axis| (first[axis] + end[axis]) / 2.0);
    let style = Ink.width(2.0);
    if end[1] - first[1] > 1.0 {
        let [from, to] = [at(middle[0], first[1]), at(middle[0], end[1])];
        panel.arrow([from[0] + inset, from[1]], [to[0] - inset, to[1]], &style);
    } else if end[0] - first[0] > 1.0 {
        let [from, to] = [at(first[0], middle[1]), at(end[0], middle[1])];
        panel.arrow([from[0], from[1] + inset], [to[0], to[1] - inset], &style);
    }
    let Some(later) = touched.later.filter(|part| part.length(0) == SIDE) else {
        return;
    };
    let middle = (later.first[1] + later.end[1]) as f64 / 2.0;
    let [from, to] = [at(end[0], middle), at(SIDE as f64, middle)];
    let thin = Ink.width(1.5).dashed();
    panel.arrow([from[0], from[1] + inset], [to[0], to[1] - inset], &thin);
}
