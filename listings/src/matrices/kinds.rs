use super::{ShapeError, add, scale};
use crate::{Matrix, Vector};

/// The transpose Aᵀ: row i of A becomes column i.
///
/// Shapes: A of shape m×n gives n×m. Cost: mn copies; ndarray's `a.t()` gives
/// a view of the same numbers at no cost.
///
/// ```
/// use mlmath::{prelude::*, matrices::transpose};
///
/// let a = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
/// assert_eq!(transpose(&a), array![[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.3.
pub fn transpose(a: &Matrix) -> Matrix {
    Matrix::from_shape_fn((a.ncols(), a.nrows()), |(i, j)| a[[j, i]])
}

/// The diagonal matrix with the entries of d.
///
/// Shapes: d of dimension n gives n×n. Cost: n² entries.
///
/// ```
/// use mlmath::{prelude::*, matrices::diagonal};
///
/// assert_eq!(diagonal(&array![2.0, 3.0]), array![[2.0, 0.0], [0.0, 3.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.2.
pub fn diagonal(d: &Vector) -> Matrix {
    let entry = |(i, j)| if i == j { d[i] } else { 0.0 };
    Matrix::from_shape_fn((d.len(), d.len()), entry)
}

/// The identity matrix I, with ones on the diagonal.
///
/// Shapes: n×n. Cost: n² entries.
///
/// ```
/// use mlmath::{prelude::*, matrices::identity};
///
/// assert_eq!(identity(2), array![[1.0, 0.0], [0.0, 1.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 6.2.
pub fn identity(n: usize) -> Matrix {
    diagonal(&Vector::ones(n))
}

/// The matrix that blurs a line of n pixels: ½ on the diagonal, ¼ beside it.
///
/// Times x it replaces each pixel by half of itself and a quarter of each
/// neighbour. Beyond the ends there is nothing.
///
/// Shapes: n×n. Cost: n² entries.
///
/// ```
/// use mlmath::{prelude::*, matrices::blur};
///
/// let b = array![[0.5, 0.25, 0.0], [0.25, 0.5, 0.25], [0.0, 0.25, 0.5]];
/// assert_eq!(blur(3), b);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 7.4.
pub fn blur(n: usize) -> Matrix {
    let entry = |(i, j): (usize, usize)| match i.abs_diff(j) {
        0 => 0.5,
        1 => 0.25,
        _ => 0.0,
    };
    Matrix::from_shape_fn((n, n), entry)
}

/// Whether A is its own transpose, exactly.
///
/// A matrix that is not square is not symmetric, nor is one with a NaN.
/// Shapes: any m×n. Cost: mn copies and comparisons.
///
/// ```
/// use mlmath::{prelude::*, matrices::is_symmetric};
///
/// assert!(is_symmetric(&array![[1.0, 2.0], [2.0, 5.0]]));
/// assert!(!is_symmetric(&array![[1.0, 2.0], [3.0, 5.0]]));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 0.2.
pub fn is_symmetric(a: &Matrix) -> bool {
    *a == transpose(a)
}

/// The symmetric part (A + Aᵀ)/2.
///
/// Shapes: A of shape n×n, and so is the part. Cost: n² additions and
/// multiplications.
///
/// # Errors
///
/// [`ShapeError::Unequal`] if A is not square: the shapes of A and Aᵀ differ.
///
/// ```
/// use mlmath::{prelude::*, matrices::symmetric_part};
///
/// let a = array![[1.0, 2.0], [6.0, 5.0]];
/// assert_eq!(symmetric_part(&a), Ok(array![[1.0, 4.0], [4.0, 5.0]]));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 0.2.
pub fn symmetric_part(a: &Matrix) -> Result<Matrix, ShapeError> {
    Ok(scale(0.5, &add(a, &transpose(a))?))
}

/// The skew-symmetric part (A − Aᵀ)/2.
///
/// Shapes: A of shape n×n, and so is the part. Cost: n² subtractions and
/// multiplications.
///
/// # Errors
///
/// [`ShapeError::Unequal`] if A is not square: the shapes of A and Aᵀ differ.
///
/// ```
/// use mlmath::{prelude::*, matrices::skew_part};
///
/// let a = array![[1.0, 2.0], [6.0, 5.0]];
/// assert_eq!(skew_part(&a), Ok(array![[0.0, -2.0], [2.0, 0.0]]));
/// ```
///
/// Source: Horn and Johnson, *Matrix Analysis*, section 0.2.
pub fn skew_part(a: &Matrix) -> Result<Matrix, ShapeError> {
    Ok(scale(0.5, &add(a, &scale(-1.0, &transpose(a)))?))
}

/// The selection matrix for a list of places, counted from 0: each row has its
/// 1 in the column that the list says.
///
/// Times x it gives the listed entries of x. For a list of labels it is their
/// one-hot code.
///
/// Shapes: m numbers below n give m×n. Cost: mn entries.
///
/// # Panics
///
/// If a number is not below n.
///
/// ```
/// use mlmath::{prelude::*, matrices::selection_matrix};
///
/// let m = selection_matrix(&[1, 1], 3);
/// assert_eq!(m, array![[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 7.2.
pub fn selection_matrix(rows: &[usize], n: usize) -> Matrix {
    let mut m = Matrix::zeros((rows.len(), n));
    for (i, &k) in rows.iter().enumerate() {
        assert!(k < n, "there is no entry {k} among {n}");
        m[[i, k]] = 1.0;
    }
    m
}

/// The permutation matrix that puts the entries into a new order: a selection
/// matrix that selects each entry once.
///
/// Shapes: n numbers give n×n. Cost: n² entries.
///
/// # Panics
///
/// If the numbers are not 0 to n − 1, each once.
///
/// ```
/// use mlmath::{prelude::*, matrices::permutation_matrix};
///
/// assert_eq!(permutation_matrix(&[1, 0]), array![[0.0, 1.0], [1.0, 0.0]]);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 1.2.
pub fn permutation_matrix(order: &[usize]) -> Matrix {
    let n = order.len();
    let each_once = (0..n).all(|k| order.contains(&k));
    assert!(each_once, "{order:?} is not 0 to {n} - 1, each once");
    selection_matrix(order, n)
}
