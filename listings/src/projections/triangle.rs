use super::ProjectionError;
use crate::vectors::norm_l2;
use crate::{Matrix, Vector};
use ndarray::{ArrayView2, ArrayViewMut1};

/// How many rows are folded in at once: few enough to stay in a cache.
pub(super) const BLOCK: usize = 256;

/// The smallest exponent of a number that is kept in full.
const LEAST: i32 = -1022;

/// The triangle R of the rows so far. Each column is kept in units of its own, a
/// power of two by which its largest entry is between 1 and 2, so that no square
/// can overflow, and so that units of columns change no digit.
pub(super) struct Triangle {
    r: Matrix,
    exponents: Vec<i32>,
    folded: usize,
}

/// The reflections of one block: for column j, the normal with this head beside
/// the diagonal, and below it row j of the tails.
pub(super) struct Reflections {
    pub(super) heads: Vec<f64>,
    pub(super) tails: Matrix,
}

impl Triangle {
    /// No rows yet, of so many columns.
    pub(super) fn new(columns: usize) -> Triangle {
        Triangle {
            r: Matrix::zeros((columns, columns)),
            exponents: vec![LEAST; columns],
            folded: 0,
        }
    }

    /// Folds in more rows, given as columns: entry (j, i) belongs to column j.
    ///
    /// # Errors
    ///
    /// [`ProjectionError::NotFinite`], the row counted within the block.
    pub(super) fn absorb(&mut self, mut columns: Matrix) -> Result<Reflections, ProjectionError> {
        let largest = largest_of_each(&columns)?;
        for (j, &size) in largest.iter().enumerate() {
            let grown = exponent(size).max(self.exponents[j]);
            let change = self.exponents[j] - grown;
            let mut column = self.r.column_mut(j);
            column.mapv_inplace(|r_ij| times_power(r_ij, change));
            self.exponents[j] = grown;
        }
        for (mut column, &e) in columns.rows_mut().into_iter().zip(&self.exponents) {
            column *= power_of_two(-e);
        }
        let heads = fold(&mut self.r, &mut columns);
        self.folded += 1;
        let tails = columns;
        Ok(Reflections { heads, tails })
    }

    /// The triangle in units of its own.
    pub(super) fn r(&self) -> &Matrix {
        &self.r
    }

    /// The exponents of the powers of two in which the columns are counted.
    pub(super) fn exponents(&self) -> &[i32] {
        &self.exponents
    }

    /// What rounding may have changed in a column, relative to its length: each
    /// block of rows reflects it once for each column up to it.
    pub(super) fn rounding(&self) -> f64 {
        4.0 * (self.r.ncols() + self.folded) as f64 * f64::EPSILON
    }
}

/// Folds rows, given as columns, into the triangle R: turns [R; rows] into [R'; 0]
/// by one reflection for each column. Of the normals of the reflections, the
/// entries beside the diagonal are returned, and the others take the place of the
/// columns.
pub(super) fn fold(r: &mut Matrix, columns: &mut Matrix) -> Vec<f64> {
    let (n, rows) = columns.dim();
    let entries = columns.as_slice_mut().expect("a column after the other");
    let mut heads = vec![0.0; n];
    for j in 0..n {
        let (left, right) = entries.split_at_mut((j + 1) * rows);
        let normal = &mut left[j * rows..];
        let (diagonal, tail) = (r[[j, j]], length(normal));
        if tail == 0.0 {
            continue; // nothing to turn
        }
        normal.iter_mut().for_each(|u_i| *u_i /= tail);
        r[[j, j]] = length(&[diagonal, tail]);
        let head = -tail / (diagonal + r[[j, j]]);
        heads[j] = head;
        // I − 2uuᵀ/uᵀu with u = (head, normal), on the columns to the right.
        for (k, column) in (j + 1..).zip(right.chunks_exact_mut(rows)) {
            let along = head * r[[j, k]] + product(normal, column);
            let twice = 2.0 * along / (1.0 + head * head);
            r[[j, k]] -= twice * head;
            let pairs = column.iter_mut().zip(&*normal);
            pairs.for_each(|(x_i, u_i)| *x_i -= twice * u_i);
        }
    }
    heads
}

/// The dot product in eight sums that do not wait for each other.
fn product(x: &[f64], y: &[f64]) -> f64 {
    let (x, y) = (x.chunks_exact(8), y.chunks_exact(8));
    let ends = x.remainder().iter().zip(y.remainder());
    let end: f64 = ends.map(|(x_i, y_i)| x_i * y_i).sum();
    let mut sums = [0.0; 8];
    for (x, y) in x.zip(y) {
        for (sum, (x_i, y_i)) in sums.iter_mut().zip(x.iter().zip(y)) {
            *sum += x_i * y_i;
        }
    }
    sums.iter().sum::<f64>() + end
}

/// The length of a vector whose entries are not large.
fn length(x: &[f64]) -> f64 {
    match product(x, x) {
        // Squares as small as these may have lost digits.
        squares if squares < 1e-200 => norm_l2(&x.iter().copied().collect()),
        squares => squares.sqrt(),
    }
}

impl Reflections {
    /// Reflects (top, rows): the first column first, as the triangle was made.
    pub(super) fn apply(&self, top: &mut Vector, rows: &mut ArrayViewMut1<'_, f64>) {
        for j in 0..top.len() {
            self.reflect(j, top, rows);
        }
    }

    /// Undoes it: the last column first.
    pub(super) fn undo(&self, top: &mut Vector, rows: &mut ArrayViewMut1<'_, f64>) {
        for j in (0..top.len()).rev() {
            self.reflect(j, top, rows);
        }
    }

    fn reflect(&self, j: usize, top: &mut Vector, rows: &mut ArrayViewMut1<'_, f64>) {
        // Where nothing was turned, both are 0.
        let (head, tail) = (self.heads[j], self.tails.row(j));
        let pairs = tail.iter().zip(rows.iter());
        let along = head * top[j] + pairs.map(|(u_i, x_i)| u_i * x_i).sum::<f64>();
        let twice = 2.0 * along / (1.0 + head * head);
        top[j] -= twice * head;
        rows.scaled_add(-twice, &tail);
    }
}

/// The inverse S of a triangle R, column by column, as long as the columns of A
/// are independent: what A makes of column j of S has length 1, so R may be that
/// of dependent columns if rounding can make as much of it.
///
/// # Errors
///
/// [`ProjectionError::Dependent`] with the first column of which only rounding is
/// left.
pub(super) fn inverse_of_triangle(
    r: ArrayView2<'_, f64>,
    rounding: f64,
) -> Result<Matrix, ProjectionError> {
    let n = r.ncols();
    let sizes = lengths_of_columns(r);
    let mut inverse = Matrix::zeros((n, n));
    for j in 0..n {
        inverse[[j, j]] = 1.0 / r[[j, j]];
        for i in (0..j).rev() {
            let known: f64 = (i + 1..=j).map(|k| r[[i, k]] * inverse[[k, j]]).sum();
            inverse[[i, j]] = -known / r[[i, i]];
        }
        let made: f64 = (0..=j).map(|k| sizes[k] * inverse[[k, j]].abs()).sum();
        // Also where r_jj is 0, and what is made of it infinite or NaN.
        let is_seen = rounding * made < 1.0;
        if !is_seen {
            return Err(ProjectionError::Dependent { column: j });
        }
    }
    Ok(inverse)
}

/// The lengths of the columns of R, which are those of the columns of A.
pub(super) fn lengths_of_columns(r: ArrayView2<'_, f64>) -> Vec<f64> {
    let columns = r.columns().into_iter();
    columns.map(|column| norm_l2(&column.to_owned())).collect()
}

/// x·2^e, exact if nothing leaves the range of f64.
pub(super) fn times_power(x: f64, e: i32) -> f64 {
    let half = (e / 2).clamp(LEAST, -LEAST);
    let rest = (e - half).clamp(LEAST, -LEAST);
    x * power_of_two(half) * power_of_two(rest)
}

fn power_of_two(e: i32) -> f64 {
    f64::from_bits(((1023 + e) as u64) << 52)
}

/// The e for which |x| is between 2^e and 2^(e+1), moved to where 2^e and 2^−e
/// are normal numbers.
pub(super) fn exponent(x: f64) -> i32 {
    let biased = (x.to_bits() >> 52 & 0x7ff) as i32;
    (biased - 1023).clamp(LEAST, -LEAST)
}

/// The largest entry of each column, without its sign.
fn largest_of_each(columns: &Matrix) -> Result<Vec<f64>, ProjectionError> {
    let mut largest = Vec::new();
    for (column, entries) in columns.rows().into_iter().enumerate() {
        // The bits of numbers without sign are in their order, NaN the last.
        let bits = entries.iter().map(|x| x.abs().to_bits());
        let size = f64::from_bits(bits.fold(0, u64::max));
        if let (false, Some(row)) = (
            size.is_finite(),
            entries.iter().position(|x| !x.is_finite()),
        ) {
            let value = entries[row];
            return Err(ProjectionError::NotFinite { row, column, value });
        }
        largest.push(size);
    }
    Ok(largest)
}
