//! Pivot columns of the vectors, followed by the standard basis.

use mlmath::linear_systems::SolveError;
use mlmath::prelude::*;
use mlmath::rank::rank_factorisation;
use mlmath::vectors::standard_basis;

/// The vectors that are appended; up to the tolerance, the given ones, at least
/// one, are independent.
///
/// # Errors
///
/// Those of the factorisation.
pub fn extend_to_basis(vectors: &[Vector], tolerance: f64) -> Result<Vec<Vector>, SolveError> {
    let (n, k) = (vectors[0].len(), vectors.len());
    let mut all = vectors.to_vec();
    all.extend(standard_basis(n));
    let table = Matrix::from_shape_fn((n, k + n), |(i, j)| all[j][i]);
    let [columns, _] = rank_factorisation(&table, tolerance)?;
    let appended = columns.columns().into_iter().skip(k);
    Ok(appended.map(|column| column.to_owned()).collect())
}
