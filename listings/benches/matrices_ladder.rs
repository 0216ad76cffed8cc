//! Going through a matrix with the memory and across it, and the product with
//! a vector: the functions of chapter 2 and ndarray's own.

mod support;

use mlmath::matrices::{times_vector, times_vector_by_rows, transpose};
use mlmath::{Matrix, Vector};
use std::hint::black_box;
use support::{Ladder, median};

const N: usize = 4096;

fn main() {
    // Numbers that repeat nowhere and stay between -1 and 1.
    let a = Matrix::from_shape_fn((N, N), |(i, j)| ((i * N + j) as f64).sin());
    let x = Vector::from_shape_fn(N, |i| (i as f64).cos());
    let (a, x) = black_box((a, x));

    let mut ladder = Ladder::new(
        "matrices_ladder",
        "4096 rows and 4096 columns in f64, 134 MB in row-major order, one thread",
        &["what", "how", "ms", "times the fastest"],
    );
    ladder.rungs(
        "sum of all entries",
        &[
            ("row after row", median(|| row_after_row(&a))),
            ("column after column", median(|| column_after_column(&a))),
            ("a.sum() of ndarray", median(|| a.sum())),
            ("a.t().sum() of ndarray", median(|| a.t().sum())),
        ],
    );
    ladder.rungs(
        "copy of all entries",
        &[
            ("a.clone() of ndarray", median(|| a.clone())),
            ("transpose", median(|| transpose(&a))),
        ],
    );
    ladder.rungs(
        "product with a vector",
        &[
            ("times_vector, by columns", median(|| times_vector(&a, &x))),
            (
                "times_vector_by_rows",
                median(|| times_vector_by_rows(&a, &x)),
            ),
            ("a.dot(&x) of ndarray", median(|| a.dot(&x))),
        ],
    );
    ladder.finish();
}

fn row_after_row(a: &Matrix) -> f64 {
    let mut sum = 0.0;
    for i in 0..a.nrows() {
        for j in 0..a.ncols() {
            sum += a[[i, j]];
        }
    }
    sum
}

fn column_after_column(a: &Matrix) -> f64 {
    let mut sum = 0.0;
    for j in 0..a.ncols() {
        for i in 0..a.nrows() {
            sum += a[[i, j]];
        }
    }
    sum
}
