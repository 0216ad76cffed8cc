//! Going through a matrix with the memory and across it, and the product with
//! a vector: the functions of chapter 2 and ndarray's own.

mod support;

use mlmath::matrices::{times_vector, times_vector_by_rows, transpose};
use mlmath::{Matrix, Vector};
use std::hint::black_box;
use std::time::Duration;
use support::{Ladder, median, milliseconds};

fn main() {
    let mut ladder = Ladder::new(
        "Milliseconds for n rows and n columns in f64, in row-major order, one thread",
        &["what", "n = 1024", "n = 1028", "n = 4100"],
    );
    // Rows that are a power of two apart share places of the cache, those of 1028
    // entries do not; and 4100 are more than the pages a processor remembers.
    let columns = [1024, 1028, 4100].map(times);
    for (k, (name, _)) in columns[0].iter().enumerate() {
        let [power, other, large] = columns.map(|column| milliseconds(column[k].1));
        ladder.row([(*name).to_owned(), power, other, large]);
    }
    ladder.finish();
}

fn times(n: usize) -> [(&'static str, Duration); 9] {
    // Numbers that repeat nowhere and stay between -1 and 1.
    let a = Matrix::from_shape_fn((n, n), |(i, j)| ((i * n + j) as f64).sin());
    let x = Vector::from_shape_fn(n, |i| (i as f64).cos());
    let (a, x) = black_box((a, x));
    [
        ("sum, row after row", median(|| row_after_row(&a))),
        (
            "sum, column after column",
            median(|| column_after_column(&a)),
        ),
        ("sum, a.sum()", median(|| a.sum())),
        ("sum, a.t().sum()", median(|| a.t().sum())),
        ("copy, a.clone()", median(|| a.clone())),
        ("copy, transpose", median(|| transpose(&a))),
        ("product, by columns", median(|| times_vector(&a, &x))),
        ("product, by rows", median(|| times_vector_by_rows(&a, &x))),
        ("product, a.dot(&x)", median(|| a.dot(&x))),
    ]
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
