//! A large system with few entries: the warmth of a plate.

use drawing::prelude::*;
use mlmath::linear_systems::{Grid, conjugate_gradient};

/// The points inside the plate in each direction.
const POINTS: usize = 13;

/// The temperature of the hot side; the other sides have 0.
const HOT: f64 = 100.0;

/// The side of a cell of the plate, and of the pattern.
const CELL: f64 = 14.5;
const ENTRY: f64 = 13.0;

fn square(points: usize) -> Grid {
    Grid {
        rows: points,
        columns: points,
    }
}

/// The temperatures of a plate that is hot along one side, its edge included, and
/// the steps in which conjugate gradients found them.
pub fn plate() -> (Matrix, usize) {
    let grid = square(POINTS);
    let edge = |i: usize, _: usize| if i == 0 { HOT } else { 0.0 };
    let b = grid.right_hand_side(edge);
    let solved = conjugate_gradient(|x| grid.times(x), &b, 1e-8, grid.unknowns());
    let solved = solved.expect("as many steps as unknowns suffice");
    let inside = 1..=POINTS;
    let temperature = |(i, j)| match inside.contains(&i) && inside.contains(&j) {
        true => solved.x[(i - 1) * POINTS + j - 1],
        false => edge(i, j),
    };
    let shape = (POINTS + 2, POINTS + 2);
    (Matrix::from_shape_fn(shape, temperature), solved.steps)
}

/// The temperature of a plate that is hot along one side, and which entries of
/// its matrix are not 0.
pub fn heat_on_a_grid() -> Frame {
    let (plate, steps) = plate();
    let (side, unknowns) = (plate.nrows(), square(POINTS).unknowns());
    let matrix = square(4).matrix();
    let nonzero = matrix.iter().filter(|&&entry| entry != 0.0).count();
    let (n, entries) = (matrix.nrows(), matrix.len());

    let mut panel = Panel::sheet(WIDTH, 336.0);
    temperatures(&mut panel, [8.0, 36.0], &plate);
    let block = Block::empty(n, n).cells([ENTRY; 2]);
    let block = block.heat(&matrix, Shades::diverging(4.0));
    panel.block([306.0, 44.0], &block);
    let name = Label::new("matrix, $4 × 4$ points").heavy();
    panel.label([306.0 + block.middle(), 36.0], North, name);
    let notes = [
        format!("{HOT}° above, 0° elsewhere"),
        format!("{unknowns} unknowns, {steps} steps"),
    ];
    let middle = 8.0 + side as f64 * CELL / 2.0;
    panel.lines_of_text([middle, 294.0], Centre, 22.0, notes);
    let notes = [
        "$4$ filled, $-1$ hatched".into(),
        format!("{nonzero} of {entries} not 0"),
    ];
    let middle = 306.0 + n as f64 * ENTRY / 2.0;
    panel.lines_of_text([middle, 294.0], Centre, 22.0, notes);

    let middle = decimal(plate[[side / 2, side / 2]]);
    Frame::new(
        "The temperature of a plate, and the pattern of its matrix",
        panel,
    )
    .describe(format!(
        "On the left a square plate of {POINTS} by {POINTS} points as a heat map within its edge, \
         which is kept at {HOT} degrees above and at 0 on the other three sides. The warmth fades \
         downwards from the hot side; in the middle it is {middle} degrees. Lines of equal \
         temperature hang between the two upper corners. Conjugate gradients found it in {steps} \
         steps for {unknowns} unknowns. On the right the matrix for 4 by 4 points, {n} by {n}: 4 \
         along the diagonal, and −1, hatched, along four lines beside it: two one place away, \
         which are broken, and two four places away; {nonzero} of its {entries} entries are not 0."
    ))
}

/// The plate as a heat map with lines of equal temperature and a key.
fn temperatures(panel: &mut Panel, [left, top]: [f64; 2], plate: &Matrix) {
    let side = plate.nrows();
    let length = CELL * side as f64;
    let corners = [[left, top], [left + length, top + length]];
    let shades = Shades::sequential(0.0, HOT).colours(Two, Two);
    panel.heat_map(corners, plate, &shades);
    let outline = Ink.width(1.0).opacity(0.6);
    panel.rectangle(corners[0], corners[1], 0.0, outline);
    let inner = [corners[0].map(|z| z + CELL), corners[1].map(|z| z - CELL)];
    panel.rectangle(inner[0], inner[1], 0.0, outline.width(1.5));
    // Between the middles of four cells.
    let between = |[x, y]: [f64; 2]| {
        let [j, i] = [(x - left) / CELL - 0.5, (y - top) / CELL - 0.5];
        let inside = 0.5..=side as f64 - 1.5;
        if !inside.contains(&i) || !inside.contains(&j) {
            return f64::NAN;
        }
        let [k, l] = [i, j].map(|z| z as usize);
        let [s, t] = [i - k as f64, j - l as f64];
        let upper = (1.0 - t) * plate[[k, l]] + t * plate[[k, l + 1]];
        let lower = (1.0 - t) * plate[[k + 1, l]] + t * plate[[k + 1, l + 1]];
        (1.0 - s) * upper + s * lower
    };
    let levels = [5.0, 10.0, 25.0, 50.0, 75.0];
    panel.level_curves(between, &levels, Ink.width(1.5));
    let middle = left + length / 2.0;
    let way = [[middle, inner[1][1]], [middle, inner[0][1]]];
    panel.level_labels(between, &levels, way);
    let key = [
        [left + length + 12.0, top],
        [left + length + 26.0, top + length],
    ];
    panel.colour_key(key, &shades, 6);
    panel.label([middle, top], North, Label::new("temperature").heavy());
}
