//! Make a rough solver exact.
//!
//! `rough(r)` returns a vector near the solution of Ad = r, with an error of a
//! few per cent, or of rounding in f32. Start from x = 0 and correct x by what
//! it says of the residual, over and over.

use mlmath::{Matrix, Vector};

/// The approximate solution of Ax = b after so many corrections.
pub fn iterative_refinement(
    a: &Matrix,
    b: &Vector,
    rough: &dyn Fn(&Vector) -> Vector,
    corrections: usize,
) -> Vector {
    todo!("the residual b - Ax says what is still missing")
}

type Refine = fn(&Matrix, &Vector, &dyn Fn(&Vector) -> Vector, usize) -> Vector;

/// What the harness asks of the function.
pub fn check(iterative_refinement: Refine) {
    let entry = |(i, j)| {
        if i == j {
            4.0
        } else {
            1.0 / (1 + i + j) as f64
        }
    };
    let a = Matrix::from_shape_fn((6, 6), entry);
    let x = Vector::from_shape_fn(6, |i| 1.0 - i as f64 / 4.0);
    let b = a.dot(&x);
    let largest = |d: Vector| d.iter().fold(0.0_f64, |most, d_i| most.max(d_i.abs()));

    // A factorisation kept in f32 solves to seven digits, each time.
    let lu = mlmath::linear_systems::Lu::new(&a.mapv(|a_ij| f64::from(a_ij as f32)));
    let lu = lu.expect("an invertible matrix");
    let rough = |r: &Vector| {
        let d = lu.solve(&r.mapv(|r_i| f64::from(r_i as f32)));
        d.expect("finite entries").mapv(|d_i| f64::from(d_i as f32))
    };
    for (corrections, most) in [(0, 1.0), (1, 1e-6), (2, 1e-12), (3, 1e-15), (10, 1e-15)] {
        let error = largest(iterative_refinement(&a, &b, &rough, corrections) - &x);
        assert!(
            error <= most,
            "after {corrections} corrections with f32 the error is {error:e}, more than {most:e}"
        );
    }
    assert_eq!(
        iterative_refinement(&a, &b, &rough, 0),
        Vector::zeros(6),
        "without corrections"
    );

    // The diagonal alone is rough indeed, but each correction helps.
    let rough = |r: &Vector| r.mapv(|r_i| r_i / 4.0);
    let error = largest(iterative_refinement(&a, &b, &rough, 60) - &x);
    assert!(error <= 1e-14, "with the diagonal alone: {error:e}");
}
