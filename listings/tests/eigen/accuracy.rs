//! How exact the decompositions are, on random and on hard matrices.

use super::*;
use mlmath::linear_systems::hilbert;
use rand::RngExt;

/// The functions that find all eigenvalues of a symmetric matrix.
type Solver = fn(&Matrix) -> Result<SymmetricEigen, EigenError>;
const SOLVERS: [(&str, Solver); 2] = [("QL", symmetric_eigen), ("Jacobi", jacobi_eigen)];

#[test]
fn symmetric_eigenvalues_of_500_random_matrices_are_exact_to_rounding() {
    let mut random = random(1);
    for seed in 0..500 {
        let n = random.random_range(1..=24);
        let a = any_symmetric(n, seed);
        for (name, solver) in SOLVERS {
            assert_eigen(name, &a, &solver(&a).expect("a symmetric matrix"));
        }
    }
}

#[test]
fn symmetric_eigenvalues_of_hard_matrices_are_exact_to_rounding() {
    for (name, a) in hard() {
        for (solver_name, solver) in SOLVERS {
            let eigen = solver(&a).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eigen(&format!("{name}, {solver_name}"), &a, &eigen);
        }
    }
}

#[test]
fn a_large_matrix_is_decomposed_too() {
    let a = any_symmetric(150, 7);
    assert_eigen("150", &a, &symmetric_eigen(&a).expect("a symmetric matrix"));
}

// Wilkinson, The Algebraic Eigenvalue Problem, section 5.45.
#[test]
fn the_largest_pair_of_wilkinsons_matrix_is_as_printed() {
    let values = symmetric_eigen(&wilkinson())
        .expect("a symmetric matrix")
        .values;
    assert_close(values[0], 10.746_194_182_903_393, 1e-13);
    assert_close(values[1], 10.746_194_182_903_322, 1e-13);
    assert_close(values[20], -1.125_441_522_119_985, 1e-13);
}

#[test]
fn both_solvers_find_the_same_eigenvalues() {
    for seed in 0..50 {
        let a = any_symmetric(12, seed);
        let [ql, jacobi] = SOLVERS.map(|(_, solver)| solver(&a).expect("symmetric").values);
        assert_close(ql, jacobi, 1e-14);
    }
}

#[test]
fn known_eigenvalues_are_found() {
    let values = array![5.0, 5.0, 3.0, 1.0, 0.0, -2.0, -7.0];
    for seed in 0..20 {
        let a = with_eigenvalues(&values, seed);
        for (_, solver) in SOLVERS {
            assert_close(solver(&a).expect("symmetric").values, &values, 1e-13);
        }
    }
}

// The second difference of n points: 2 − 2cos(πk/(n + 1)).
#[test]
fn the_eigenvalues_of_the_second_difference_are_known() {
    let n = 30;
    let a = Matrix::from_shape_fn((n, n), |(i, j)| match i.abs_diff(j) {
        0 => 2.0,
        1 => -1.0,
        _ => 0.0,
    });
    let angle = |k: usize| std::f64::consts::PI * (n - k) as f64 / (n + 1) as f64;
    let exact = Vector::from_shape_fn(n, |k| 2.0 - 2.0 * angle(k).cos());
    for (_, solver) in SOLVERS {
        assert_close(solver(&a).expect("symmetric").values, &exact, 1e-13);
    }
}

#[test]
fn a_tridiagonal_matrix_has_the_same_eigenvalues() {
    for seed in 0..50 {
        let a = any_symmetric(9, seed);
        let Tridiagonal {
            diagonal: d,
            beside,
            q,
        } = tridiagonalise(&a).expect("symmetric");
        let mut t = diagonal(&d);
        for (k, b) in beside.iter().enumerate() {
            t[[k, k + 1]] = *b;
            t[[k + 1, k]] = *b;
        }
        assert_close(product(&product(&q, &t), &transpose(&q)), &a, 1e-14);
        assert!(from_orthonormal(&q) < 1e-14);
    }
}

/// UΣVᵀ with these singular values, and random orthonormal columns.
fn with_singular_values(m: usize, sigma: &Vector, seed: u64) -> Matrix {
    let n = sigma.len();
    let u = orthogonal(m, seed).slice(ndarray::s![.., ..n]).to_owned();
    product(
        &product(&u, &diagonal(sigma)),
        &transpose(&orthogonal(n, seed + 1)),
    )
}

#[test]
fn singular_values_are_those_prescribed_up_to_a_condition_of_1e12() {
    for seed in 0..60 {
        let n = 2 + seed as usize % 12;
        let m = n + seed as usize % 5;
        let sigma = Vector::from_shape_fn(n, |k| 10.0_f64.powf(-12.0 * k as f64 / (n - 1) as f64));
        let a = with_singular_values(m, &sigma, seed);
        for a in [&a, &transpose(&a)] {
            let found = svd(a).expect("finite entries");
            assert_svd("prescribed", a, &found);
            assert_close(found.sigma, &sigma, 1e-14);
        }
    }
}

#[test]
fn random_matrices_of_all_shapes_are_decomposed() {
    let mut random = random(2);
    for seed in 0..300 {
        let (m, n) = (random.random_range(1..=16), random.random_range(1..=16));
        let a = any(m, n, seed);
        assert_svd("random", &a, &svd(&a).expect("finite entries"));
    }
}

/// Matrices with which a decomposition could come to grief.
pub fn sharp() -> Vec<(&'static str, Matrix)> {
    let x = any(8, 4, 3);
    let repeated = ndarray::concatenate![ndarray::Axis(1), x, x];
    let constant = ndarray::concatenate![ndarray::Axis(1), x, Matrix::ones((8, 2))];
    let mut zero_rows = any(7, 4, 4);
    zero_rows.row_mut(2).fill(0.0);
    zero_rows.row_mut(5).fill(0.0);
    let mut zero_columns = any(7, 4, 4);
    zero_columns.column_mut(0).fill(0.0);
    zero_columns.column_mut(2).fill(0.0);
    let graded = |power: fn(usize, usize) -> i32| {
        Matrix::from_shape_fn((9, 6), |(i, j)| {
            any(9, 6, 5)[[i, j]] * 2.0_f64.powi(power(i, j))
        })
    };
    vec![
        ("repeated columns", repeated),
        ("constant columns", constant),
        ("zero rows", zero_rows),
        ("zero columns", zero_columns),
        ("zero", Matrix::zeros((4, 3))),
        ("one row", any(1, 6, 6)),
        ("one column", any(6, 1, 6)),
        ("one zero", array![[0.0]]),
        ("rank one", Matrix::ones((5, 5))),
        ("few samples", any(4, 40, 7)),
        ("identity", identity(6)),
        ("graded rows", graded(|i, _| -40 * i as i32)),
        ("graded columns", graded(|_, j| -60 * j as i32)),
        ("graded columns upwards", graded(|_, j| 60 * j as i32 - 300)),
        ("graded both", graded(|i, j| 30 * i as i32 - 30 * j as i32)),
        ("Hilbert", hilbert(14)),
        (
            "far too small",
            array![[1.0, 0.0], [0.0, 1e-310], [0.0, 5e-324]],
        ),
        (
            "far too small and slanted",
            array![[1.0, 1e-310], [1.0, 3e-310], [0.0, 5e-324]],
        ),
        ("the smallest", array![[5e-324, 0.0], [5e-324, 5e-324]]),
        (
            "the largest",
            array![[1e308, 1e307], [-1e307, 1e308], [1e306, 0.0]],
        ),
    ]
}

#[test]
fn sharp_matrices_are_decomposed() {
    for (name, a) in sharp() {
        for a in [&a, &transpose(&a)] {
            let svd = svd(a).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_svd(name, a, &svd);
        }
    }
}

// Dot products of long columns round more.
#[test]
fn large_matrices_are_decomposed() {
    let positive = any(120, 120, 8).mapv(|x| x + 1.0);
    let product = product(&any(150, 60, 9), &any(60, 90, 10));
    for (name, a) in [
        ("random", any(140, 120, 7)),
        ("positive", positive),
        ("rank 60", product),
        ("Hilbert", hilbert(100)),
    ] {
        assert_svd(name, &a, &svd(&a).expect("finite entries"));
    }
}

#[test]
fn small_singular_values_of_graded_columns_have_their_digits() {
    let a = array![[1.0, 1e-20], [1.0, -1e-20], [0.0, 1e-40]];
    let sigma = svd(&a).expect("finite entries").sigma;
    assert_close(
        &sigma / array![2.0_f64.sqrt(), 2.0_f64.sqrt() * 1e-20],
        array![1.0, 1.0],
        1e-15,
    );
}

#[test]
fn squares_of_singular_values_are_eigenvalues_of_the_gram_matrix() {
    for seed in 0..30 {
        let a = any(7, 4, seed);
        let squares = svd(&a).expect("finite entries").sigma.mapv(|s| s * s);
        assert_close(
            symmetric_eigen(&gram(&a)).expect("symmetric").values,
            squares,
            1e-14,
        );
    }
}
