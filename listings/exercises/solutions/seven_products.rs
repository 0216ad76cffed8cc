//! Quarters, sums of them, seven products, and sums of those.

use mlmath::Matrix;
use ndarray::{Axis, concatenate};

/// The product AB for two n×n matrices, n a power of two. Cost: 7ᵏ
/// multiplications for n = 2ᵏ.
///
/// # Panics
///
/// If the matrices are not square of one size, a power of two.
pub fn seven_products(a: &Matrix, b: &Matrix) -> Matrix {
    assert_sizes(a, b);
    if a.nrows() == 1 {
        return a * b;
    }
    let [a11, a12, a21, a22] = quarters(a);
    let [b11, b12, b21, b22] = quarters(b);

    let m1 = seven_products(&(&a11 + &a22), &(&b11 + &b22));
    let m2 = seven_products(&(&a21 + &a22), &b11);
    let m3 = seven_products(&a11, &(&b12 - &b22));
    let m4 = seven_products(&a22, &(&b21 - &b11));
    let m5 = seven_products(&(&a11 + &a12), &b22);
    let m6 = seven_products(&(&a21 - &a11), &(&b11 + &b12));
    let m7 = seven_products(&(&a12 - &a22), &(&b21 + &b22));

    let upper = concatenate![Axis(1), &m1 + &m4 - &m5 + &m7, &m3 + &m5];
    let lower = concatenate![Axis(1), &m2 + &m4, &m1 - &m2 + &m3 + &m6];
    concatenate![Axis(0), upper, lower]
}

/// The four blocks of a matrix with an even number of rows and of columns.
fn quarters(m: &Matrix) -> [Matrix; 4] {
    let (upper, lower) = m.view().split_at(Axis(0), m.nrows() / 2);
    let (m11, m12) = upper.split_at(Axis(1), m.ncols() / 2);
    let (m21, m22) = lower.split_at(Axis(1), m.ncols() / 2);
    [m11, m12, m21, m22].map(|quarter| quarter.to_owned())
}

fn assert_sizes(a: &Matrix, b: &Matrix) {
    let n = a.nrows();
    assert!(n.is_power_of_two(), "{n} is no power of two");
    let dims = (a.dim(), b.dim());
    assert_eq!(dims, ((n, n), (n, n)), "two square matrices of one size");
}
