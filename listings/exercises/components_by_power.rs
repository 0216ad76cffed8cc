//! Principal components by products with the centred data alone.

use mlmath::Matrix;

/// The first k components as columns, d×k, up to sign: power iteration with
/// X_cᵀX_c, kept orthogonal to the components that are found already.
///
/// The rows of `x` vary along at least k directions, with different variances.
pub fn components_by_power(x: &Matrix, k: usize) -> Matrix {
    todo!("centre; then multiply by X_c and X_cᵀ, subtract, divide by the length, again and again")
}

/// What the harness asks of the function.
pub fn check(components_by_power: fn(&Matrix, usize) -> Matrix) {
    use mlmath::data::{iris, wine};
    use mlmath::pca::{Pca, standardise};

    let wine = standardise(&wine().x).expect("columns that vary").z;
    let far = iris().x + 1000.0;
    for (name, x, k) in [
        ("Iris", iris().x, 3),
        ("Iris, far away", far, 2),
        ("Wine", wine, 3),
    ] {
        let expected = Pca::fit(&x, k).expect("components").components;
        let found = components_by_power(&x, k);
        assert_eq!(
            found.dim(),
            expected.dim(),
            "{name}: a column for each component"
        );
        for (j, (v, w)) in found
            .columns()
            .into_iter()
            .zip(expected.columns())
            .enumerate()
        {
            let [plus, minus] = [&v - &w, &v + &w].map(|d| d.dot(&d).sqrt());
            let off = plus.min(minus);
            assert!(off < 1e-6, "{name}: component {} is off by {off:e}", j + 1);
        }
    }
}
