//! Singular values against known ones, and where each route loses digits.

use super::*;

/// Hadamard's matrix of order 16 by Sylvester, divided by 4: orthogonal, and all
/// entries ±1/4. Its first column is constant.
fn hadamard() -> Matrix {
    Matrix::from_shape_fn((16, 16), |(i, j)| match (i & j).count_ones() % 2 {
        0 => 0.25,
        _ => -0.25,
    })
}

/// A data matrix 16×4 with mean 0 and exactly these singular values, if they are
/// powers of two near each other.
fn with_singular_values(sigma: &[f64; 4]) -> Matrix {
    let h = hadamard();
    // Of order 4: entries ±1/2.
    let v = Matrix::from_shape_fn((4, 4), |(i, j)| match (i & j).count_ones() % 2 {
        0 => 0.5,
        _ => -0.5,
    });
    let u = h.slice(s![.., 1..5]).to_owned();
    product(
        &product(&u, &diagonal(&Vector::from(sigma.to_vec()))),
        &transpose(&v),
    )
}

#[test]
fn graded_singular_values_are_right_up_to_1e_minus_14_of_the_first() {
    for step in 1..=13 {
        let sigma = [0, 1, 2, 3].map(|j| 2.0_f64.powi(-step * j));
        let x = with_singular_values(&sigma);
        let pca = fit_all(&x);
        for (found, exact) in pca.singular_values.iter().zip(sigma) {
            assert_close(*found, exact, 1e-14);
        }
        // A mean that is added exactly changes nothing.
        let moved = fit_all(&(&x + 1.0));
        for (found, exact) in moved.singular_values.iter().zip(sigma) {
            assert_close(*found, exact, if step < 13 { 1e-14 } else { 1e-12 });
        }
    }
}

#[test]
fn through_the_covariance_small_singular_values_lose_all_digits() {
    let sigma = [0, 1, 2, 3].map(|j| 2.0_f64.powi(-13 * j));
    let x = with_singular_values(&sigma);
    let [by_svd, by_covariance] =
        [Pca::fit, Pca::fit_covariance].map(|route| route(&x, 4).expect("components"));
    assert_close(by_svd.singular_values[3], sigma[3], 1e-14);
    let off = (by_covariance.singular_values[3] - sigma[3]).abs() / sigma[3];
    assert!(off > 0.5, "off by {off}");
    // The first ones are as good.
    assert_close(by_covariance.singular_values[0], 1.0, 1e-14);
    assert_close(
        by_covariance.components.column(0).to_owned(),
        by_svd.components.column(0).to_owned(),
        1e-13,
    );
}

#[test]
fn the_digits_have_rank_61() {
    let x = digits().x;
    let pca = fit_all(&x);
    assert_eq!(pca.rank(), 61);
    assert!(pca.singular_values[60] > 0.8);
    assert!(pca.singular_values[61] < 1e-10);
    assert_eq!(standardise(&x), Err(PcaError::ConstantColumn { column: 0 }));
    let white = Pca::fit(&x, 62).expect("components").whiten(&x);
    assert_eq!(white, Err(PcaError::NoVariance { component: 61 }));
}

#[test]
fn all_routes_agree_on_all_data() {
    for (name, x) in data() {
        let k = fit_all(&x).rank();
        let [one, two] = [Pca::fit, Pca::fit_covariance].map(|f| f(&x, k).expect("components"));
        let (sigma, other) = (&one.singular_values, &two.singular_values);
        for j in 0..k {
            // An eigenvalue σ² is off by some 1e-14σ₁².
            let tolerance = 1e-13 * sigma[0] * sigma[0] / sigma[j];
            assert_close(other[j], sigma[j], tolerance);
        }
        assert_same_components(&one.components, &two.components, sigma, 1e-9);
        assert!(!name.is_empty());
    }
}

// The mean of each column, found from whole numbers, which i128 adds exactly.
#[test]
fn means_are_right_to_the_last_digit() {
    for far in [0, 1_i128 << 40, 1 << 52] {
        for n in [2, 3, 7, 1000] {
            let whole = |i: i128| far + (i * i * 7919) % 1009;
            let x = Matrix::from_shape_fn((n, 1), |(i, _)| whole(i as i128) as f64);
            let sum: i128 = (0..n as i128).map(whole).sum();
            let (x_c, mean) = centre(&x).expect("finite data");
            let n = n as i128;
            let exact = (sum / n) as f64 + (sum % n) as f64 / n as f64;
            assert_close(mean[0], exact, 2.0 * f64::EPSILON * exact.abs());
            for (i, found) in x_c.iter().enumerate() {
                let exact = (n * whole(i as i128) - sum) as f64 / n as f64;
                assert_close(*found, exact, 1e-12);
            }
        }
    }
}
