//! The statements of the chapter, on many data.

use super::*;

/// Entries are at most 10, rows and columns at most 8: no sum of squares is above
/// 6400, and a few hundred roundings of it stay below this.
const ROUNDING: f64 = 1e-9;

fn some_data() -> impl Fn(&Matrix) -> bool {
    // Rows that are all equal have no components.
    |x| x.rows().into_iter().any(|row| row != x.row(0))
}

fn tries(property: impl Fn(&Matrix)) {
    for_all(matrices(2..=8, 1..=5), |[x]| {
        if some_data()(&x) {
            property(&x);
        }
    });
}

fn directions(d: usize) -> Vec<Vector> {
    (0..8)
        .map(|seed| unit(&any(d, 1, 100 + seed).column(0).to_owned()).expect("not 0"))
        .collect()
}

fn variance(x: &Matrix, w: &Vector) -> f64 {
    let scores = times_vector(&centred(x), w).expect("an entry for each column");
    dot(&scores, &scores) / (x.nrows() as f64 - 1.0)
}

#[test]
fn spread_and_misses_add_up() {
    tries(|x| {
        let total = norm_frobenius(&centred(x)).powi(2);
        for w in directions(x.ncols()) {
            let (spread, misses) = spread_and_misses(x, &w).expect("finite data");
            assert_close(spread + misses, total, ROUNDING);
            assert_close(spread, (x.nrows() as f64 - 1.0) * variance(x, &w), ROUNDING);
        }
    });
}

// Of all directions orthogonal to the components before it, component j has the
// largest variance, and its variance is eigenvalue j of S.
#[test]
fn directions_of_most_variance() {
    tries(|x| {
        let s = covariance(x).expect("two rows or more");
        let values = symmetric_eigen(&s).expect("a symmetric matrix").values;
        let pca = fit_all(x);
        let variances = pca.explained_variance();
        for j in 0..pca.k() {
            let v = pca.components.column(j).to_owned();
            assert_close(variance(x, &v), values[j], ROUNDING);
            assert_close(variances[j], values[j], ROUNDING);
            for mut w in directions(x.ncols()) {
                for before in pca.components.columns().into_iter().take(j) {
                    let before = before.to_owned();
                    let along = dot(&before, &w);
                    w.scaled_add(-along, &before);
                }
                if norm_l2(&w) > 1e-6 {
                    let w = unit(&w).expect("not 0");
                    assert_at_most(variance(x, &w), variances[j], ROUNDING);
                }
            }
        }
    });
}

#[test]
fn scores_are_uncorrelated() {
    tries(|x| {
        let pca = fit_all(x);
        let scores = pca.transform(x).expect("the rows themselves");
        let expected = diagonal(&pca.explained_variance());
        assert_close(covariance(&scores).expect("two rows"), expected, ROUNDING);
    });
}

// No other k directions rebuild the rows with less error, and the error is what is
// left out; rivals near the optimum are tried too.
#[test]
fn fewest_squared_misses() {
    tries(|x| {
        let all = fit_all(x);
        let x_c = centred(x);
        for k in 1..=all.k() {
            let pca = Pca::fit(x, k).expect("components");
            let rebuilt = pca
                .inverse_transform(&pca.transform(x).expect("rows"))
                .expect("scores");
            let error = norm_frobenius(&(x - &rebuilt)).powi(2);
            assert_close(error, pca.squared_error(), ROUNDING);
            let left: f64 = all.explained_variance().slice(s![k..]).sum();
            assert_close(error, (x.nrows() as f64 - 1.0) * left, ROUNDING);
            for (seed, step) in [(1, 1e-3), (2, 0.1), (3, 10.0)] {
                let rival = &pca.components + step * any(x.ncols(), k, seed);
                let q = svd(&rival).expect("finite").u;
                let missed = &x_c - &product(&product(&x_c, &q), &transpose(&q));
                assert_at_most(error, norm_frobenius(&missed).powi(2), ROUNDING);
            }
        }
    });
}

#[test]
fn components_are_singular_vectors() {
    tries(|x| {
        let (pca, decomposed) = (fit_all(x), svd(&centred(x)).expect("finite data"));
        let s = covariance(x).expect("two rows or more");
        let n_1 = x.nrows() as f64 - 1.0;
        for j in 0..pca.k() {
            let v = decomposed.v.column(j).to_owned();
            let lambda = decomposed.sigma[j].powi(2) / n_1;
            assert_close(
                times_vector(&s, &v).expect("d entries"),
                lambda * &v,
                ROUNDING,
            );
            let score = times_vector(&centred(x), &v).expect("d entries");
            let expected = decomposed.sigma[j] * &decomposed.u.column(j);
            assert_close(score, expected, ROUNDING);
        }
        assert_close(
            trace(&s).expect("a square matrix"),
            pca.explained_variance().sum(),
            ROUNDING,
        );
    });
}

#[test]
fn the_small_gram_matrix_is_enough() {
    for_all(matrices(2..=5, 1..=8), |[x]| {
        let x_c = centred(&x);
        let kernel = product(&x_c, &transpose(&x_c));
        let eigen = symmetric_eigen(&kernel).expect("a symmetric matrix");
        for (lambda, u) in eigen.values.iter().zip(eigen.vectors.columns()) {
            // ‖X_cᵀu‖ = σ, and X_cᵀX_c maps X_cᵀu to σ² times itself.
            let w = times_vector(&transpose(&x_c), &u.to_owned()).expect("n entries");
            assert_close(dot(&w, &w), *lambda, ROUNDING);
            let image = times_vector(&gram(&x_c), &w).expect("d entries");
            assert_close(image, *lambda * &w, 1e-7);
        }
    });
}

#[test]
fn whitened_covariance() {
    tries(|x| {
        let rank = fit_all(x).rank();
        let pca = Pca::fit(x, rank).expect("components");
        // Where λ is small, rounding is divided by it.
        let least = pca.singular_values[rank - 1] / pca.singular_values[0];
        let white = pca.whiten(x).expect("some variance");
        let s = covariance(&white).expect("two rows or more");
        assert_close(s, identity(rank), 1e-13 / least);
        let back = pca.unwhiten(&white).expect("scores");
        let again = pca
            .inverse_transform(&pca.transform(x).expect("rows"))
            .expect("scores");
        assert_close(back, again, ROUNDING);
    });
}
