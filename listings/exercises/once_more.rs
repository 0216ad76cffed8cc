//! Classical Gram–Schmidt, twice.

use mlmath::Matrix;
use mlmath::projections::ProjectionError;

/// The factors Q and R of A, orthogonalised by the classical way two times.
///
/// Shapes: A of shape m×n with independent columns gives Q of shape m×n and R of shape
/// n×n.
pub fn once_more(a: &Matrix) -> Result<(Matrix, Matrix), ProjectionError> {
    todo!("orthogonalise the columns of the first Q once more")
}

/// What the harness asks of the function.
pub fn check(once_more: fn(&Matrix) -> Result<(Matrix, Matrix), ProjectionError>) {
    use mlmath::inverse::gram;
    use mlmath::matrices::identity;
    use mlmath::matrix_multiplication::matmul;

    let largest = |a: Matrix| a.iter().fold(0.0, |most: f64, x| x.abs().max(most));
    for epsilon in [1e-2, 1e-8, 1e-12] {
        let a = Matrix::from_shape_fn((4, 3), |(i, j)| match i {
            0 => 1.0,
            i if i == j + 1 => epsilon,
            _ => 0.0,
        });
        let (q, r) = once_more(&a).expect("independent columns");
        let lost = largest(gram(&q) - identity(3));
        assert!(lost < 1e-15, "for ε = {epsilon:e}, {lost:e} is left");
        let apart = largest(matmul(&q, &r).expect("3 columns and 3 rows") - &a);
        assert!(apart < 1e-15, "A and QR are {apart:e} apart");
        for ((i, j), r_ij) in r.indexed_iter() {
            assert!(i <= j || *r_ij == 0.0, "R is upper triangular");
            assert!(i != j || *r_ij > 0.0, "the diagonal of R is positive");
        }
    }
}
