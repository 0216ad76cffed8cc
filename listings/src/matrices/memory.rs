/// Where the entry of row i and column j lies in row-major order, all counted
/// from 0: i·columns + j.
///
/// Cost: a multiplication and an addition.
///
/// # Panics
///
/// If there is no column j.
///
/// ```
/// use mlmath::matrices::row_major_offset;
///
/// assert_eq!(row_major_offset(1, 2, 4), 6);
/// ```
///
/// Source: Knuth, *The Art of Computer Programming*, volume 1, section 2.2.6.
pub fn row_major_offset(i: usize, j: usize, columns: usize) -> usize {
    assert!(j < columns, "there is no column {j} among {columns}");
    i * columns + j
}

/// Where the entry of row i and column j lies in column-major order, all
/// counted from 0: j·rows + i.
///
/// Cost: a multiplication and an addition.
///
/// # Panics
///
/// If there is no row i.
///
/// ```
/// use mlmath::matrices::column_major_offset;
///
/// assert_eq!(column_major_offset(1, 2, 3), 7);
/// ```
///
/// Source: Knuth, *The Art of Computer Programming*, volume 1, section 2.2.6.
pub fn column_major_offset(i: usize, j: usize, rows: usize) -> usize {
    assert!(i < rows, "there is no row {i} among {rows}");
    row_major_offset(j, i, rows)
}

/// The row and the column of the entry at an offset in row-major order, all
/// counted from 0: quotient and remainder on division by the number of columns.
///
/// Cost: a division.
///
/// # Panics
///
/// If there are no columns.
///
/// ```
/// use mlmath::matrices::row_major_position;
///
/// assert_eq!(row_major_position(6, 4), (1, 2));
/// ```
///
/// Source: Knuth, *The Art of Computer Programming*, volume 1, section 2.2.6.
pub fn row_major_position(offset: usize, columns: usize) -> (usize, usize) {
    (offset / columns, offset % columns)
}
