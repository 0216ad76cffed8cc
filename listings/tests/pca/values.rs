//! Data that the tests share, and whether components are those of the data.

use super::*;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// Entries between −1 and 1.
pub fn any(n: usize, d: usize, seed: u64) -> Matrix {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    Matrix::from_shape_simple_fn((n, d), || random.random_range(-1.0..1.0))
}

/// The data sets of the chapter, and what of them can be standardised.
pub fn data() -> Vec<(String, Matrix)> {
    let sets = [
        ("Iris", iris().x),
        ("Wine", wine().x),
        ("Diabetes", diabetes().x),
        ("digits", digits().x),
    ];
    let mut all = Vec::new();
    for (name, x) in sets {
        if let Ok(standardised) = standardise(&x) {
            all.push((format!("{name}, standardised"), standardised.z));
        }
        all.push((name.to_owned(), x));
    }
    all
}

pub fn fit_all(x: &Matrix) -> Pca {
    Pca::fit(x, x.nrows().min(x.ncols())).expect("finite data with some spread")
}

pub fn centred(x: &Matrix) -> Matrix {
    centre(x).expect("finite data").0
}

pub fn product(a: &Matrix, b: &Matrix) -> Matrix {
    matmul(a, b).expect("as many columns as rows")
}

/// The largest entry.
pub fn most(a: &Matrix) -> f64 {
    a.iter().fold(0.0, |most, a_ij| a_ij.abs().max(most))
}

/// Whether these are all r components: V is orthonormal, and so are the columns of
/// X_cV up to their lengths, which are the singular values.
///
/// By Weyl's inequality each singular value is then off by no more than what is
/// missing in X_cV = UΣ, which may be 1e-14 times σ₁, as for VᵀV = I.
#[track_caller]
pub fn assert_components(name: &str, x: &Matrix, pca: &Pca) {
    let r = x.nrows().min(x.ncols());
    let x_c = centred(x);
    let unit = pca.singular_values[0];
    let apart = most(&(gram(&pca.components) - identity(r)));
    assert!(apart < 1e-14, "{name}: VᵀV − I is {apart:e}");
    assert!(
        pca.singular_values
            .windows(2)
            .into_iter()
            .all(|w| w[0] >= w[1]),
        "{name}: {}",
        pca.singular_values
    );
    let scores = product(&(x_c / unit), &pca.components);
    let mut directions = Vec::new();
    for (score, sigma) in scores.columns().into_iter().zip(&pca.singular_values) {
        let score = score.to_owned();
        let off = (norm_l2(&score) - sigma / unit).abs();
        assert!(off < 1e-14, "{name}: σ = {sigma:e} is off by {off:e} of σ₁");
        directions.push(score);
    }
    for (i, score) in directions.iter().enumerate() {
        for (j, other) in directions.iter().enumerate().skip(i + 1) {
            // z_iᵀz_j/‖z_i‖ is what of z_j lies along z_i.
            let along = dot(score, other).abs();
            let bound = 1e-14 * norm_l2(score).max(1e-14);
            assert!(
                along <= bound,
                "{name}: scores {i} and {j}: {along:e} > {bound:e}"
            );
        }
    }
}

/// Whether two lists of components have the same columns, up to sign, where the
/// variances are further apart than a part of the first.
#[track_caller]
pub fn assert_same_components(v: &Matrix, w: &Matrix, sigma: &Vector, tolerance: f64) {
    for j in 0..v.ncols() {
        let gap = (0..sigma.len())
            .filter(|&i| i != j)
            .map(|i| (sigma[i] - sigma[j]).abs() / sigma[0])
            .fold(f64::INFINITY, f64::min);
        let (v_j, w_j) = (v.column(j).to_owned(), w.column(j).to_owned());
        let apart = norm_l2(&(&v_j - &w_j)).min(norm_l2(&(&v_j + &w_j)));
        assert!(
            apart <= tolerance / gap.max(tolerance / 2.0),
            "component {j}: {apart:e}, with a gap of {gap:e}"
        );
    }
}
