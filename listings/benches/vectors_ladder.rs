//! Sums, updates and norms: the functions of chapter 1, the plain formula and
//! ndarray's own.

mod support;

use mlmath::Vector;
use mlmath::vectors::{axpy, kahan_sum, norm_l2};
use std::hint::black_box;
use std::time::Duration;
use support::{Ladder, median, milliseconds};

fn main() {
    // Numbers that repeat nowhere and stay between -1 and 1.
    let x = Vector::from_shape_fn(1_000_000, |i| (i as f64).sin());
    let mut y = x.clone();
    let x = black_box(x);

    let mut ladder = Ladder::new(
        "1 000 000 numbers in f64, one thread",
        &["what", "how", "ms", "times the fastest"],
    );
    let mut rungs = |what: &str, rungs: &[(&str, Duration)]| {
        let fastest = rungs
            .iter()
            .map(|(_, time)| *time)
            .min()
            .unwrap_or_default();
        for (how, time) in rungs {
            let ratio = time.div_duration_f64(fastest);
            let [what, how] = [what, how].map(str::to_owned);
            ladder.row([what, how, milliseconds(*time), format!("{ratio:.1}")]);
        }
    };

    rungs(
        "sum",
        &[
            ("x.iter().sum()", median(|| x.iter().sum::<f64>())),
            ("kahan_sum", median(|| kahan_sum(x.iter().copied()))),
            ("x.sum() of ndarray", median(|| x.sum())),
        ],
    );
    rungs(
        "y + ax",
        &[
            ("&y + &(a * &x)", median(|| &y + &(1e-9 * &x))),
            ("axpy", median(|| axpy(1e-9, &x, &mut y))),
            ("y.scaled_add(a, &x)", median(|| y.scaled_add(1e-9, &x))),
        ],
    );
    rungs(
        "norm",
        &[
            (
                "x.mapv(|x_i| x_i * x_i).sum().sqrt()",
                median(|| squares(&x)),
            ),
            ("norm_l2", median(|| norm_l2(&x))),
            ("x.dot(&x).sqrt()", median(|| x.dot(&x).sqrt())),
        ],
    );
    ladder.finish();
}

/// The formula as it stands, which overflows.
fn squares(x: &Vector) -> f64 {
    x.mapv(|x_i| x_i * x_i).sum().sqrt()
}
