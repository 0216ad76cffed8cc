//! The temperature of a plate, by elimination and by conjugate gradients: from
//! which size on is which the faster?

mod support;

use mlmath::Vector;
use mlmath::linear_systems::{Cholesky, Grid, Lu, conjugate_gradient};
use std::hint::black_box;
use std::time::Duration;
use support::{Ladder, median, milliseconds};

/// ‖b − Ax‖/‖b‖ at the end of an iteration.
const TOLERANCE: f64 = 1e-10;

fn main() {
    let mut ladder = Ladder::new(
        "Milliseconds for the temperature of a plate, a grid of side m, so n = m² unknowns, one thread",
        &[
            "what", "m = 2", "m = 4", "m = 8", "m = 16", "m = 32", "m = 64",
        ],
    );
    let columns = [2, 4, 8, 16, 32, 64].map(times);
    for (i, (name, _)) in columns[0].iter().enumerate() {
        let cell = |column: &Times| column[i].1.map_or("–".to_owned(), milliseconds);
        let [a, b, c, d, e, f] = columns.each_ref().map(cell);
        ladder.row([(*name).to_owned(), a, b, c, d, e, f]);
    }
    ladder.finish();
}

/// What was done, and how long it took if it was not left out.
type Times = [(&'static str, Option<Duration>); 5];

fn times(m: usize) -> Times {
    let grid = Grid {
        rows: m,
        columns: m,
    };
    let a = grid.matrix();
    let b = grid.right_hand_side(|i, j| 100.0 * (i as f64 / 3.0).sin() + j as f64);
    let (grid, a, b) = black_box((grid, a, b));
    let cholesky = Cholesky::new(&a).expect("a positive definite matrix");
    // On the largest grid only the two fastest ways are timed, with the Cholesky
    // factor kept.
    let all = m < 64;
    let product = |x: &Vector| a.dot(x);
    [
        (
            "PA = LU and solve",
            all.then(|| median(|| Lu::new(&a)?.substitute(&b))),
        ),
        (
            "Cholesky and solve",
            all.then(|| median(|| Cholesky::new(&a)?.substitute(&b))),
        ),
        (
            "solve, Cholesky kept",
            Some(median(|| cholesky.substitute(&b))),
        ),
        (
            "conjugate gradients, dense A",
            all.then(|| median(|| conjugate_gradient(product, &b, TOLERANCE, 1000))),
        ),
        (
            "conjugate gradients, five entries a row",
            Some(median(|| {
                conjugate_gradient(|x| grid.times(x), &b, TOLERANCE, 1000)
            })),
        ),
    ]
}
