//! Quarters, sums of them, seven products, and sums of those.

use mlmath::Matrix;
use ndarray::{Axis, concatenate, s};

/// The product AB for two n×n matrices, n a power of two. Cost: 7ᵏ
/// multiplications for n = 2ᵏ.
///
/// # Panics
///
/// If the matrices are not square of one size, a power of two.
pub fn seven_products(a: &Matrix, b: &Matrix) -> Matrix {
    let n = a.nrows();
    assert!(n.is_power_of_two(), "{n} is no power of two");
    assert_eq!(
        (a.dim(), b.dim()),
        ((n, n), (n, n)),
        "two square matrices of one size"
    );
    if n == 1 {
        return a * b;
    }
    let half = n / 2;
    let quarter = |m: &Matrix, i: usize, j: usize| {
        m.slice(s![i * half..(i + 1) * half, j * half..(j + 1) * half])
            .to_owned()
    };
    let [a11, a12] = [0, 1].map(|j| quarter(a, 0, j));
    let [a21, a22] = [0, 1].map(|j| quarter(a, 1, j));
    let [b11, b12] = [0, 1].map(|j| quarter(b, 0, j));
    let [b21, b22] = [0, 1].map(|j| quarter(b, 1, j));

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
