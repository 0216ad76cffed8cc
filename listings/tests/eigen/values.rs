//! Matrices that the tests share, and how far a decomposition is from one.

use super::*;
use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::hilbert;
use mlmath::matrices::symmetric_part;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

pub fn random(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

pub fn times(a: &Matrix, x: &Vector) -> Vector {
    times_vector(a, x).expect("an entry for each column")
}

/// Entries between −1 and 1.
pub fn any(m: usize, n: usize, seed: u64) -> Matrix {
    let mut random = random(seed);
    Matrix::from_shape_simple_fn((m, n), || random.random_range(-1.0..1.0))
}

/// A symmetric matrix with entries between −1 and 1.
pub fn any_symmetric(n: usize, seed: u64) -> Matrix {
    symmetric_part(&any(n, n, seed)).expect("a square matrix")
}

/// An orthogonal matrix: the eigenvectors of a random symmetric one, made by
/// Jacobi's method.
pub fn orthogonal(n: usize, seed: u64) -> Matrix {
    jacobi_eigen(&any_symmetric(n, seed))
        .expect("a symmetric matrix")
        .vectors
}

/// QΛQᵀ, symmetric to the last digit.
pub fn with_eigenvalues(values: &Vector, seed: u64) -> Matrix {
    let q = orthogonal(values.len(), seed);
    let a = product(&product(&q, &diagonal(values)), &transpose(&q));
    symmetric_part(&a).expect("a square matrix")
}

/// Wilkinson's W₂₁⁺: |10|, …, |0|, …, |10| on the diagonal and ones beside it.
/// Its largest eigenvalues come in pairs that agree to 14 digits.
pub fn wilkinson() -> Matrix {
    Matrix::from_shape_fn((21, 21), |(i, j)| match i.abs_diff(j) {
        0 => i.abs_diff(10) as f64,
        1 => 1.0,
        _ => 0.0,
    })
}

/// Symmetric matrices that are known to be hard, by name.
pub fn hard() -> Vec<(&'static str, Matrix)> {
    let clustered = |n: usize| Vector::from_shape_fn(n, |i| 1.0 + 1e-14 * (i % 3) as f64);
    let mut two_blocks = Matrix::zeros((6, 6));
    two_blocks
        .slice_mut(ndarray::s![..3, ..3])
        .assign(&any_symmetric(3, 5));
    two_blocks
        .slice_mut(ndarray::s![3.., 3..])
        .assign(&any_symmetric(3, 5));
    let graded = Matrix::from_shape_fn((12, 12), |(i, j)| 10.0_f64.powi(-((i + j) as i32)));
    let upwards = Matrix::from_shape_fn((12, 12), |(i, j)| 10.0_f64.powi((i + j) as i32 - 22));
    let far = 2.0_f64.powi(400);
    vec![
        ("W21+", wilkinson()),
        ("Hilbert 12", hilbert(12)),
        ("clustered", with_eigenvalues(&clustered(20), 1)),
        ("zero", Matrix::zeros((5, 5))),
        ("identity", identity(7)),
        (
            "diagonal with ties",
            diagonal(&array![2.0, 1.0, 2.0, -1.0, 1.0, 0.0]),
        ),
        ("ones", Matrix::ones((9, 9))),
        ("two equal blocks", two_blocks),
        ("zero diagonal", array![[0.0, 1.0], [1.0, 0.0]]),
        ("one", array![[-3.0]]),
        ("graded downwards", graded),
        ("graded upwards", upwards),
        (
            "projection",
            with_eigenvalues(&array![1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0], 3),
        ),
        (
            "far apart",
            array![[far, 1.0, 0.0], [1.0, 1.0 / far, 1.0], [0.0, 1.0, 0.0]],
        ),
        (
            "hardly beside 0",
            array![[1.0, 0.0, 0.0], [0.0, 0.0, 1e-300], [0.0, 1e-300, 0.0]],
        ),
        (
            "the smallest of f64 beside 0",
            array![[1.0, 0.0, 0.0], [0.0, 0.0, 5e-324], [0.0, 5e-324, 0.0]],
        ),
        (
            "less than f64 has digits for",
            array![
                [1.0, 5e-324, 5e-324],
                [5e-324, 0.0, 5e-324],
                [5e-324, 5e-324, 0.0]
            ],
        ),
    ]
}

/// ‖A‖₂ from below: as large as the largest entry, or image of a unit vector of the
/// standard basis.
pub fn size(a: &Matrix) -> f64 {
    a.columns()
        .into_iter()
        .map(|c| norm_l2(&c.to_owned()))
        .fold(0.0, f64::max)
}

/// Largest sum of absolute values in a row, which no 2-norm of a symmetric matrix
/// exceeds.
pub fn spread(a: &Matrix) -> f64 {
    operator_norm_inf(a)
}

/// What is left of QᵀQ − I, as a norm.
pub fn from_orthonormal(q: &Matrix) -> f64 {
    spread(&(gram(q) - identity(q.ncols())))
}

/// Whether AQ = QΛ and QᵀQ = I within 10n·2⁻⁵², relative to ‖A‖ in the first, and
/// the values descend.
#[track_caller]
pub fn assert_eigen(name: &str, a: &Matrix, eigen: &SymmetricEigen) {
    let n = a.nrows() as f64;
    let bound = 10.0 * n * f64::EPSILON;
    let SymmetricEigen { values, vectors } = eigen;
    assert!(
        values.windows(2).into_iter().all(|w| w[0] >= w[1]),
        "{name}: {values}"
    );
    let apart = from_orthonormal(vectors);
    assert!(apart <= bound, "{name}: QᵀQ − I is {apart:e} of {bound:e}");
    // In a unit in which no product leaves the range.
    let unit = size(a).max(f64::MIN_POSITIVE);
    let (a, values) = (a / unit, values / unit);
    let mut missed = Matrix::zeros(a.dim());
    for (j, q) in vectors.columns().into_iter().enumerate() {
        let q = q.to_owned();
        missed
            .column_mut(j)
            .assign(&(times(&a, &q) - values[j] * &q));
    }
    let missed = mlmath::matrices::norm_frobenius(&missed);
    let bound = bound * size(&a);
    assert!(
        missed <= bound,
        "{name}: AQ − QΛ is {missed:e} of {bound:e}"
    );
}

/// Whether A = UΣVᵀ and U and V are orthonormal within 10·max(m, n)·2⁻⁵², and the
/// singular values descend to at least 0.
#[track_caller]
pub fn assert_svd(name: &str, a: &Matrix, Svd { u, sigma, v }: &Svd) {
    let (m, n) = a.dim();
    let r = m.min(n);
    assert_eq!(
        (u.dim(), sigma.len(), v.dim()),
        ((m, r), r, (n, r)),
        "{name}"
    );
    let bound = 10.0 * m.max(n) as f64 * f64::EPSILON;
    assert!(
        sigma.windows(2).into_iter().all(|w| w[0] >= w[1]),
        "{name}: {sigma}"
    );
    assert!(sigma[r - 1] >= 0.0, "{name}: {sigma}");
    for (side, q) in [("U", u), ("V", v)] {
        let apart = from_orthonormal(q);
        assert!(
            apart <= bound,
            "{name}: {side} is off by {apart:e} of {bound:e}"
        );
    }
    let unit = size(a).max(f64::MIN_POSITIVE);
    let missed = product(&product(u, &diagonal(&(sigma / unit))), &transpose(v)) - a / unit;
    let missed = mlmath::matrices::norm_frobenius(&missed);
    assert!(
        missed <= bound,
        "{name}: A − UΣVᵀ is {missed:e} of {bound:e}"
    );
}
