//! Read a matrix from memory by its start and its strides.
//!
//! The entry of row i and column j, counted from 0, lies i times the first
//! stride plus j times the second stride after the start. A stride can be
//! negative or 0.

use mlmath::Matrix;

/// What tells a view where its entries are.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub start: usize,
    pub shape: (usize, usize),
    pub strides: (isize, isize),
}

/// The matrix that a view shows, copied out of the memory.
pub fn strided_view(memory: &[f64], view: View) -> Matrix {
    todo!("take each entry from its place; `checked_add_signed` adds an isize to a usize")
}

/// What the harness asks of the function.
pub fn check(strided_view: fn(&[f64], View) -> Matrix) {
    let memory = [11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34];
    let numbers =
        |numbers: &[i32]| -> Vec<f64> { numbers.iter().copied().map(f64::from).collect() };
    let view = |start, shape, strides| View {
        start,
        shape,
        strides,
    };
    for (what, view, entries) in [
        ("the matrix itself", view(0, (3, 4), (4, 1)), &memory[..]),
        (
            "its transpose",
            view(0, (4, 3), (1, 4)),
            &[11, 21, 31, 12, 22, 32, 13, 23, 33, 14, 24, 34],
        ),
        (
            "its lower right corner",
            view(6, (2, 2), (4, 1)),
            &[23, 24, 33, 34],
        ),
        (
            "its first column, last row first",
            view(8, (3, 1), (-4, 1)),
            &[31, 21, 11],
        ),
        (
            "its second row, twice",
            view(4, (2, 4), (0, 1)),
            &[21, 22, 23, 24, 21, 22, 23, 24],
        ),
        (
            "its diagonal, as a column",
            view(0, (3, 1), (5, 0)),
            &[11, 22, 33],
        ),
    ] {
        let expected = Matrix::from_shape_vec(view.shape, numbers(entries));
        assert_eq!(
            strided_view(&numbers(&memory), view),
            expected.expect("as many entries"),
            "{what}: {view:?}"
        );
    }
}
