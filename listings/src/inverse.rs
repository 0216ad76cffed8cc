//! Transpose, identity and inverse: undoing a matrix by row operations, the
//! determinant, matrices that keep lengths, and by how much a matrix can
//! stretch.

mod determinants;
mod errors;
mod forms;
mod norms;
mod operations;
mod orthogonal;
mod series;
pub(crate) mod trust;
mod undo;
mod update;

pub(crate) use determinants::product_in_range;
pub use determinants::{determinant, determinant_by_expansion, log_determinant};
pub use errors::InverseError;
pub(crate) use errors::{check_entries, check_range, check_square};
pub use forms::{gram, quadratic_form};
pub use norms::{operator_norm_1, operator_norm_inf, stretches};
pub use operations::RowOperation;
pub use orthogonal::{is_orthogonal, reflection, rotation};
pub use series::neumann_sum;
pub(crate) use undo::largest_row;
pub use undo::{gauss_jordan, inverse, row_operations};
pub use update::{UpdateError, sherman_morrison};
