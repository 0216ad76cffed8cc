//! Chapter 3: its theorems, algorithms, examples and exercises.

mod edges;
mod examples;
mod exercises;
mod flowers;
mod questions;
mod rescaled;

use mlmath::data::iris;
use mlmath::matrices::{
    ShapeError, add, diagonal, identity, norm_frobenius, scale, symmetric_part, times_vector,
    trace, transpose,
};
use mlmath::matrix_multiplication::*;
use mlmath::prelude::*;
use mlmath::vectors::{self, linear_combination, norm_l2, standard_basis, unit};
use mlmath_testing::{
    assert_at_most, assert_close, claims, factors_of_integers, for_all, integer, matrices,
    matrices_of_integers, vectors, vectors_of_integers,
};
use ndarray::{Axis, concatenate, s};
use std::f64::consts::PI;

/// Random vectors have at most 8 entries of size at most 10: their products
/// sum to at most 800, and a few dozen roundings of that, each of relative size
/// 1.1e-16, stay below this.
const ROUNDING: f64 = 1e-11;

/// AB where the shapes fit.
fn times(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// A + B where the shapes are equal.
fn sum(a: &Matrix, b: &Matrix) -> Matrix {
    add(a, b).expect("one shape")
}

/// Ax where the shapes fit.
fn image(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

type Product = fn(&Matrix, &Matrix) -> Result<Matrix, ShapeError>;

/// The programs for the product.
const PRODUCTS: [Product; 6] = [
    matmul,
    matmul_by_entries,
    matmul_by_columns,
    matmul_by_outer_products,
    matmul_blocked,
    matmul_tiled,
];

// On integers f64 computes without rounding, so what follows holds exactly
// wherever nothing but sums and products is computed.
mod theorems {
    use super::*;

    #[test]
    fn dot_product_laws() {
        for_all(
            (vectors_of_integers(1..=8), integer(), integer()),
            |([x, y, z], c, d)| {
                assert_eq!(dot(&x, &y), dot(&y, &x));
                let combined = linear_combination(&[c, d], &[x.clone(), y.clone()]);
                assert_eq!(dot(&combined, &z), c * dot(&x, &z) + d * dot(&y, &z));
                assert_eq!(dot(&z, &combined), c * dot(&z, &x) + d * dot(&z, &y));
                assert_close(dot(&x, &x).sqrt(), norm_l2(&x), 1e-9);
                assert_eq!(dot(&x, &x) > 0.0, x != Vector::zeros(x.len()));
                let square = |x: &Vector| dot(x, x);
                let of_sum = square(&vectors::add(&x, &y));
                assert_eq!(of_sum, square(&x) + 2.0 * dot(&x, &y) + square(&y));
            },
        );
    }

    #[test]
    fn cauchy_schwarz() {
        for_all((vectors_of_integers(1..=8), integer()), |([x, y], c)| {
            // On integers of at most 8 entries both sides are exact.
            let (xy, xx, yy) = (dot(&x, &y), dot(&x, &x), dot(&y, &y));
            assert!(xy.powi(2) <= xx * yy);
            // Equal exactly if one is a multiple of the other: if all
            // x_i y_j = x_j y_i.
            let crossed = outer(&x, &y);
            let dependent = crossed == transpose(&crossed);
            assert_eq!(xy.powi(2) == xx * yy, dependent);
            let multiple = vectors::scale(c, &x);
            assert_eq!(dot(&x, &multiple).powi(2), xx * dot(&multiple, &multiple));
        });
    }

    #[test]
    fn triangle_from_cauchy_schwarz() {
        for_all(vectors(1..=8), |[x, y]| {
            let (of_x, of_y) = (norm_l2(&x), norm_l2(&y));
            let square = norm_l2(&vectors::add(&x, &y)).powi(2);
            let step = of_x.powi(2) + 2.0 * dot(&x, &y) + of_y.powi(2);
            assert_close(square, step, ROUNDING);
            assert_at_most(step, (of_x + of_y).powi(2), ROUNDING);
        });
    }

    #[test]
    fn angle_in_the_plane() {
        let turns = (0.1..10.0, 0.1..10.0, 0.0..2.0 * PI, 0.0..2.0 * PI);
        for_all(turns, |(r, s, alpha, beta)| {
            let arrow = |r: f64, alpha: f64| array![r * alpha.cos(), r * alpha.sin()];
            let (x, y) = (arrow(r, alpha), arrow(s, beta));
            assert_close(dot(&x, &y), r * s * (beta - alpha).cos(), ROUNDING);
            // The smaller of the two ways round.
            let between = (beta - alpha).abs().min(2.0 * PI - (beta - alpha).abs());
            let measured = angle(&x, &y).expect("neither is zero");
            assert_close(measured, between, 1e-12);
        });
    }

    #[test]
    fn pythagoras() {
        for_all(vectors_of_integers(1..=8), |[x, y]| {
            let square = |x: &Vector| dot(x, x);
            let both = square(&vectors::add(&x, &y));
            assert_eq!(both == square(&x) + square(&y), dot(&x, &y) == 0.0);
        });
        // Orthogonal by construction: (x, y) and (−y, x) entry by entry.
        for_all(vectors_of_integers(1..=4), |[x, y]| {
            let left = concatenate![Axis(0), x, y];
            let right = concatenate![Axis(0), -&y, x];
            assert_eq!(dot(&left, &right), 0.0);
            let both = vectors::add(&left, &right);
            assert_eq!(dot(&both, &both), dot(&left, &left) + dot(&right, &right));
        });
    }

    #[test]
    fn four_readings() {
        for_all(factors_of_integers(1..=5), |[a, b]| {
            let product = times(&a, &b);
            assert_eq!(product.dim(), (a.nrows(), b.ncols()));
            for ((i, j), &entry) in product.indexed_iter() {
                let by_definition: f64 = (0..a.ncols()).map(|k| a[[i, k]] * b[[k, j]]).sum();
                assert_eq!(entry, by_definition);
                let reading = dot(&a.row(i).to_owned(), &b.column(j).to_owned());
                assert_eq!(entry, reading);
            }
            for j in 0..b.ncols() {
                assert_eq!(product.column(j), image(&a, &b.column(j).to_owned()));
            }
            let rows: Vec<Vector> = b.rows().into_iter().map(|row| row.to_owned()).collect();
            for i in 0..a.nrows() {
                let combination = linear_combination(&a.row(i).to_vec(), &rows);
                assert_eq!(product.row(i), combination);
            }
            let mut of_outer_products = Matrix::zeros(product.dim());
            for k in 0..a.ncols() {
                of_outer_products += &outer(&a.column(k).to_owned(), &b.row(k).to_owned());
            }
            assert_eq!(product, of_outer_products);
        });
    }

    #[test]
    fn product_laws() {
        for_all((factors_of_integers(1..=4), integer()), |([a, b, d], c)| {
            assert_eq!(times(&times(&a, &b), &d), times(&a, &times(&b, &d)));
            let left = times(&scale(c, &a), &b);
            assert_eq!(left, scale(c, &times(&a, &b)));
            assert_eq!(left, times(&a, &scale(c, &b)));
            assert_eq!(times(&identity(a.nrows()), &a), a);
            assert_eq!(times(&a, &identity(a.ncols())), a);
        });
        for_all(
            (matrices_of_integers(1..=4, 1..=4), vectors_of_integers(4)),
            |([a, b], [x, y])| {
                // A factor on either side: columns x and y, cut to fit.
                let factor = ndarray::stack![Axis(1), x, y];
                let right = factor.slice(s![..a.ncols(), ..]).to_owned();
                let left = factor.slice(s![..a.nrows(), ..]).reversed_axes().to_owned();
                let both = sum(&a, &b);
                let expected = sum(&times(&a, &right), &times(&b, &right));
                assert_eq!(times(&both, &right), expected);
                let expected = sum(&times(&left, &a), &times(&left, &b));
                assert_eq!(times(&left, &both), expected);
            },
        );
    }

    #[test]
    fn trace_of_a_product() {
        for_all(matrices_of_integers(1..=4, 1..=4), |[a, b]| {
            let b = transpose(&b);
            let ab = trace(&times(&a, &b));
            assert_eq!(ab, trace(&times(&b, &a)));
            // The step of the proof: both sum all a_ij b_ji.
            let all: f64 = (&a * &b.t()).sum();
            assert_eq!(ab, Ok(all));
        });
    }

    #[test]
    fn product_is_composition() {
        for_all(
            (factors_of_integers(1..=4), vectors_of_integers(4)),
            |([a, b], [x])| {
                let x = x.slice(s![..b.ncols()]).to_owned();
                assert_eq!(image(&times(&a, &b), &x), image(&a, &image(&b, &x)));
            },
        );
    }

    #[test]
    fn block_product() {
        let cuts = (0..=6_usize, 0..=6_usize, 0..=6_usize);
        for_all((factors_of_integers(2..=6), cuts), |([a, b], (i, k, j))| {
            let (i, j) = (i % (a.nrows() + 1), j % (b.ncols() + 1));
            let k = k % (a.ncols() + 1);
            let [upper, lower] = [(0, i), (i, a.nrows())];
            let [first, second] = [(0, k), (k, a.ncols())];
            let [left, right] = [(0, j), (j, b.ncols())];
            let cut = |m: &Matrix, rows: (usize, usize), columns: (usize, usize)| {
                let part = m.slice(s![rows.0..rows.1, columns.0..columns.1]);
                part.to_owned()
            };
            let product = times(&a, &b);
            for rows in [upper, lower] {
                for columns in [left, right] {
                    let block = sum(
                        &times(&cut(&a, rows, first), &cut(&b, first, columns)),
                        &times(&cut(&a, rows, second), &cut(&b, second, columns)),
                    );
                    assert_eq!(cut(&product, rows, columns), block);
                }
            }
        });
    }
}

mod algorithms {
    use super::*;

    // Shapes around the sizes of the blocks and of the tiles.
    #[test]
    fn product_in_blocks() {
        for (m, n, p) in [
            (1, 1, 1),
            (3, 31, 1023),
            (2, 32, 1024),
            (5, 33, 1025),
            (2, 70, 2100),
        ] {
            let a = Matrix::from_shape_fn((m, n), |(i, k)| ((7 * i + 3 * k) % 11) as f64 - 5.0);
            let b = Matrix::from_shape_fn((n, p), |(k, j)| ((5 * k + 2 * j) % 13) as f64 - 6.0);
            assert_eq!(
                matmul_blocked(&a, &b),
                Ok(a.dot(&b)),
                "{m}×{n} times {n}×{p}"
            );
        }
    }

    #[test]
    fn product_in_tiles() {
        for m in 1..=9 {
            for n in 1..=5 {
                for p in 1..=9 {
                    let a = Matrix::from_shape_fn((m, n), |(i, k)| (7 * i + 3 * k) as f64 - 9.0);
                    let b = Matrix::from_shape_fn((n, p), |(k, j)| (5 * k + 2 * j) as f64 - 8.0);
                    assert_eq!(matmul_tiled(&a, &b), Ok(a.dot(&b)), "{m}×{n} times {n}×{p}");
                }
            }
        }
    }
}
