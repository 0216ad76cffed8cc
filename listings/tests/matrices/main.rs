//! Chapter 2: its theorems, examples, questions and exercises.

mod edges;
mod examples;
mod exercises;
mod questions;
mod rescaled;
// The solution of the same name looks for its argument here.
#[allow(dead_code, unused_variables)]
#[path = "../../exercises/strided_view.rs"]
mod strided_view;

use mlmath::data::{first_digit, iris};
use mlmath::matrices::*;
use mlmath::prelude::*;
use mlmath::vectors::{axpy, linear_combination, norm_inf, norm_l2, standard_basis};
use mlmath_testing::{
    assert_at_most, assert_close, claims, for_all, integer, matrices, matrices_of_integers,
    matrix_and_vectors_of_integers, scalar, vector, vectors_of_integers,
};
use ndarray::Axis;
use std::collections::BTreeSet;

/// Random matrices have at most 16 entries, of size at most 10 with a factor of
/// at most 10: sums of their squares stay below 2·10⁵, and a few dozen roundings
/// of them, each of relative size 1.1e-16, below this.
const ROUNDING: f64 = 1e-9;

/// The sum of two matrices of one shape.
fn sum(a: &Matrix, b: &Matrix) -> Matrix {
    add(a, b).expect("one shape")
}

/// Their product entry by entry.
fn entrywise(a: &Matrix, b: &Matrix) -> Matrix {
    hadamard(a, b).expect("one shape")
}

/// An n×n matrix with no 0 and no two entries of one size.
fn generic(n: usize) -> Matrix {
    Matrix::from_shape_fn((n, n), |(i, j)| ((1 + i * n + j) as f64).sin())
}

/// How many sizes other than 0 the entries of a matrix have: as many as could
/// be chosen, if they were made from the entries of a generic one.
fn chosen(a: &Matrix) -> usize {
    let sizes = a.iter().map(|a_ij| a_ij.abs().to_bits());
    sizes
        .filter(|&bits| bits != 0)
        .collect::<BTreeSet<_>>()
        .len()
}

/// How many entries of a symmetric n×n matrix can be chosen.
fn chosen_of_symmetric(n: usize) -> usize {
    chosen(&symmetric_part(&generic(n)).expect("a square matrix"))
}

/// Ax where the shapes fit.
fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

/// The mean of some numbers, and that of their squares.
fn mean(x: &Vector) -> f64 {
    x.sum() / x.len() as f64
}

fn mean_of_squares(x: &Vector) -> f64 {
    mean(&x.mapv(|x_i| x_i * x_i))
}

/// The lengths of the 150 petals, in cm, beside a column of ones.
fn lengths_and_ones() -> Matrix {
    let lengths = iris().x.column(2).to_owned();
    Matrix::from_shape_fn((lengths.len(), 2), |(i, j)| [lengths[i], 1.0][j])
}

// On integers f64 computes without rounding, so what follows holds exactly.
mod theorems {
    use super::*;

    #[test]
    fn matrix_laws() {
        for_all(
            (matrices_of_integers(1..=4, 1..=4), integer(), integer()),
            |([a, b, z], c, d)| {
                let zero = Matrix::zeros(a.dim());
                assert_eq!(sum(&a, &b), sum(&b, &a));
                assert_eq!(sum(&sum(&a, &b), &z), sum(&a, &sum(&b, &z)));
                assert_eq!(sum(&a, &zero), a);
                assert_eq!(sum(&a, &scale(-1.0, &a)), zero);
                assert_eq!(scale(c, &sum(&a, &b)), sum(&scale(c, &a), &scale(c, &b)));
                assert_eq!(scale(c + d, &a), sum(&scale(c, &a), &scale(d, &a)));
                assert_eq!(scale(c, &scale(d, &a)), scale(c * d, &a));
                assert_eq!(scale(1.0, &a), a);
                // The step of the proof: what is done to matrices is done to
                // the vectors of their entries.
                let [x, y] = [&a, &b].map(entries);
                assert_eq!(entries(&sum(&a, &b)), mlmath::vectors::add(&x, &y));
                assert_eq!(entries(&scale(c, &a)), mlmath::vectors::scale(c, &x));
            },
        );
    }

    #[test]
    fn product_entries() {
        for_all(matrix_and_vectors_of_integers(1..=5, 1..=5), |(a, [x])| {
            let product = times(&a, &x);
            assert_eq!(product.len(), a.nrows());
            for i in 0..a.nrows() {
                let entry: f64 = (0..a.ncols()).map(|j| a[[i, j]] * x[j]).sum();
                assert_eq!(product[i], entry);
            }
        });
    }

    #[test]
    fn product_is_linear() {
        for_all(
            (
                matrix_and_vectors_of_integers(1..=5, 1..=5),
                integer(),
                integer(),
            ),
            |((a, [x, y]), c, d)| {
                let combined = linear_combination(&[c, d], &[x.clone(), y.clone()]);
                let products = [times(&a, &x), times(&a, &y)];
                assert_eq!(times(&a, &combined), linear_combination(&[c, d], &products));
            },
        );
    }

    #[test]
    fn columns_are_images() {
        for_all(matrices_of_integers(1..=5, 1..=5), |[a]| {
            for (j, e) in standard_basis(a.ncols()).iter().enumerate() {
                assert_eq!(times(&a, e), a.column(j).to_owned());
            }
        });
    }

    // A linear function that is not given as a matrix: each number times its weight,
    // less its neighbour. Its matrix is read off the standard basis.
    #[test]
    fn linear_maps_are_matrices() {
        for_all(vectors_of_integers(2..=6), |[weights, x]| {
            let f = |x: &Vector| -> Vector {
                let n = x.len();
                let entry = |i| weights[i] * x[i] - x[(i + 1) % n];
                (0..n - 1).map(entry).collect()
            };
            let images: Vec<Vector> = standard_basis(x.len()).iter().map(f).collect();
            let a = Matrix::from_shape_fn((x.len() - 1, x.len()), |(i, j)| images[j][i]);
            assert_eq!(times(&a, &x), f(&x));
            // Another matrix differs on a vector of the standard basis.
            let mut other = a.clone();
            other[[0, x.len() - 1]] += 1.0;
            let last = standard_basis(x.len()).pop().expect("n is not 0");
            assert_ne!(times(&other, &last), f(&last));
        });
    }

    #[test]
    fn free_entries() {
        for n in 1..=12 {
            let a = generic(n);
            let lower = Matrix::from_shape_fn((n, n), |(i, j)| if i >= j { 1.0 } else { 0.0 });
            let skew = skew_part(&a).expect("a square matrix");
            assert_eq!(chosen(&a), n * n);
            assert_eq!(chosen_of_symmetric(n), n * (n + 1) / 2);
            assert_eq!(chosen(&skew), n * (n - 1) / 2);
            assert_eq!(chosen(&entrywise(&a, &lower)), n * (n + 1) / 2);
            let upper = transpose(&lower);
            assert_eq!(chosen(&entrywise(&a, &upper)), n * (n + 1) / 2);
            assert_eq!(chosen(&diagonal(&a.diag().to_owned())), n);
        }
    }

    #[test]
    fn selection() {
        for_all(
            (
                vector(1..=6),
                proptest::collection::vec(0..1000_usize, 1..=6),
            ),
            |(x, numbers)| {
                let rows: Vec<usize> = numbers.iter().map(|number| number % x.len()).collect();
                let m = selection_matrix(&rows, x.len());
                let chosen: Vector = rows.iter().map(|&k| x[k]).collect();
                assert_eq!(times(&m, &x), chosen);
            },
        );
    }

    #[test]
    fn trace_is_linear() {
        for_all(
            (matrices_of_integers(1..=5, 1..=5), integer(), integer()),
            |([a, b], c, d)| {
                let n = a.nrows().min(a.ncols());
                let [a, b] = [a, b].map(|a| a.slice(ndarray::s![..n, ..n]).to_owned());
                let combined = sum(&scale(c, &a), &scale(d, &b));
                let [of_a, of_b] = [&a, &b].map(|a| trace(a).expect("a square matrix"));
                assert_eq!(trace(&combined), Ok(c * of_a + d * of_b));
                assert_eq!(trace(&transpose(&a)), Ok(of_a));
            },
        );
    }

    #[test]
    fn frobenius_is_a_norm() {
        for_all((matrices(1..=4, 1..=4), scalar()), |([a, b], c)| {
            let norm = norm_frobenius;
            assert!(norm(&a) >= 0.0);
            assert_eq!(norm(&a) == 0.0, a == Matrix::zeros(a.dim()));
            assert_close(norm(&scale(c, &a)), c.abs() * norm(&a), ROUNDING);
            assert_at_most(norm(&sum(&a, &b)), norm(&a) + norm(&b), ROUNDING);
            let squares: f64 = a.iter().map(|a_ij| a_ij * a_ij).sum();
            assert_close(norm(&a), squares.sqrt(), ROUNDING);
        });
    }

    #[test]
    fn offsets_are_distinct() {
        for_all((1..=9_usize, 1..=9_usize), |(m, n)| {
            let places = || (0..m).flat_map(move |i| (0..n).map(move |j| (i, j)));
            let row_major: Vec<_> = places().map(|(i, j)| row_major_offset(i, j, n)).collect();
            assert_eq!(row_major, (0..m * n).collect::<Vec<_>>());
            let column_major = places().map(|(i, j)| column_major_offset(i, j, m));
            assert_eq!(
                column_major.collect::<BTreeSet<_>>(),
                (0..m * n).collect::<BTreeSet<_>>()
            );
            for (i, j) in places() {
                assert_eq!(row_major_position(row_major_offset(i, j, n), n), (i, j));
            }
        });
    }
}
