//! The weight of one feature beside the others, as the slope between two residuals.

use mlmath::projections::ProjectionError;
use mlmath::{Matrix, Vector};

/// The weight of column j in a least squares fit to y by all columns of X.
///
/// X has independent columns and y an entry for each row. Take from column j and from
/// y their projections on the other columns, and return the weight of the one rest in
/// a fit to the other.
pub fn adjusted_weight(x: &Matrix, y: &Vector, j: usize) -> Result<f64, ProjectionError> {
    todo!("two residuals, and the factor of a shadow on a line")
}

/// What the harness asks of the function.
pub fn check(adjusted_weight: fn(&Matrix, &Vector, usize) -> Result<f64, ProjectionError>) {
    use mlmath::prelude::array;
    use mlmath::projections::{least_squares, with_ones};

    let x = array![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
    let y = array![1.0, 2.0, 2.0];
    for (j, expected) in [(0, 0.5), (1, 2.0 / 3.0)] {
        let found = adjusted_weight(&x, &y, j).expect("independent columns");
        assert!(
            (found - expected).abs() < 1e-12,
            "column {j}: {found}, not {expected}"
        );
    }

    let data = mlmath::data::diabetes();
    let x = with_ones(&data.x);
    let all = least_squares(&x, &data.y).expect("independent columns");
    for j in 0..x.ncols() {
        let found = adjusted_weight(&x, &data.y, j).expect("independent columns");
        let apart = (found - all[j]).abs();
        assert!(
            apart < 1e-8 * all[j].abs(),
            "column {j} of the diabetes data: {found}, not {}",
            all[j]
        );
    }

    let twice = array![[1.0, 2.0], [1.0, 2.0], [2.0, 4.0]];
    let refused = adjusted_weight(&twice, &y, 0);
    assert!(refused.is_err(), "twice the same column: {refused:?}");
}
