//! Classical Gram–Schmidt, twice.

use mlmath::Matrix;
use mlmath::matrix_multiplication::matmul;
use mlmath::projections::{GramSchmidt, ProjectionError, gram_schmidt};

/// The factors Q and R of A, orthogonalised by the classical way two times.
///
/// # Errors
///
/// Those of [`gram_schmidt`].
pub fn once_more(a: &Matrix) -> Result<(Matrix, Matrix), ProjectionError> {
    let (first, r1) = gram_schmidt(a, GramSchmidt::Classical)?;
    let (q, r2) = gram_schmidt(&first, GramSchmidt::Classical)?;
    let r = matmul(&r2, &r1).expect("two shapes n×n");
    Ok((q, r))
}
