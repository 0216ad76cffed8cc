//! Multiply by a selection matrix from the right without building it.
//!
//! M is the m×n selection matrix whose row i is 1 in column rows[i] and 0
//! elsewhere, all counted from 0. Column j of CM is C times column j of M.

use mlmath::Matrix;

/// The product CM. Shapes: C of shape p×m and m numbers below n give p×n.
pub fn scatter_columns(c: &Matrix, rows: &[usize], n: usize) -> Matrix {
    todo!("start from zeros; where does column i of C go?")
}

/// What the harness asks of the function.
pub fn check(scatter_columns: fn(&Matrix, &[usize], usize) -> Matrix) {
    let matrix = |shape, entries: &[f64]| {
        Matrix::from_shape_vec(shape, entries.to_vec()).expect("as many entries")
    };
    let c = matrix((2, 3), &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    for (rows, n, entries) in [
        (vec![0, 1, 2], 3, vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
        (vec![2, 0, 1], 3, vec![2.0, 3.0, 1.0, 5.0, 6.0, 4.0]),
        (
            vec![2, 0, 0],
            4,
            vec![5.0, 0.0, 1.0, 0.0, 11.0, 0.0, 4.0, 0.0],
        ),
        (vec![1, 1, 1], 2, vec![0.0, 6.0, 0.0, 15.0]),
    ] {
        assert_eq!(
            scatter_columns(&c, &rows, n),
            matrix((2, n), &entries),
            "C = [[1, 2, 3], [4, 5, 6]], rows {rows:?}, n = {n}"
        );
    }
}
