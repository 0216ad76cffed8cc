use super::InverseError;
use crate::Matrix;
use crate::vectors::norm_inf;

/// The sizes beside which a pivot may be nothing but rounding.
pub(crate) struct Sizes {
    columns: Vec<f64>,
    rows: Vec<f64>,
}

impl Sizes {
    /// The largest absolute value of each column of the left square, and then
    /// of each row, where every column has been divided by its own.
    pub(crate) fn of(table: &Matrix) -> Sizes {
        let n = table.nrows();
        let columns: Vec<f64> = (0..n)
            .map(|j| norm_inf(&table.column(j).to_owned()))
            .collect();
        let relative = |i: usize, j: usize| match columns[j] {
            0.0 => 0.0,
            size => table[[i, j]].abs() / size,
        };
        let largest = |i| (0..n).map(|j| relative(i, j)).fold(0.0, f64::max);
        let rows = (0..n).map(largest).collect();
        Sizes { columns, rows }
    }

    /// Sizes beside which every pivot counts but 0.
    pub(crate) fn zero(n: usize) -> Sizes {
        Sizes {
            columns: vec![0.0; n],
            rows: vec![0.0; n],
        }
    }

    /// Follows an exchange of two rows.
    pub(crate) fn swap(&mut self, i: usize, k: usize) {
        self.rows.swap(i, k);
    }

    /// Refuses a pivot that is NaN, or not above n·2⁻⁵² times its sizes.
    pub(crate) fn check(&self, pivot: f64, row: usize, column: usize) -> Result<(), InverseError> {
        let n = self.rows.len() as f64;
        let rounding = n * f64::EPSILON * self.rows[row] * self.columns[column];
        if pivot.is_nan() || pivot.abs() <= rounding {
            return Err(InverseError::Singular { column, pivot });
        }
        Ok(())
    }
}
