//! One line finds every entry; which matrix it is, the strides decide.

use crate::strided_view::View;
use mlmath::Matrix;

/// The matrix that a view shows, copied out of the memory.
///
/// # Panics
///
/// If an entry would lie outside the memory.
pub fn strided_view(memory: &[f64], view: View) -> Matrix {
    let (row_stride, column_stride) = view.strides;
    Matrix::from_shape_fn(view.shape, |(i, j)| {
        let offset = i as isize * row_stride + j as isize * column_stride;
        let place = view.start.checked_add_signed(offset);
        memory[place.expect("a place in the memory")]
    })
}
