//! Matrices: sums and multiples, the product with a vector, the common kinds,
//! trace and norm, and how a matrix lies in memory.

mod entrywise;
mod kinds;
mod memory;
mod product;
mod shapes;
mod sized;

pub use entrywise::{add, add_to_rows, entries, hadamard, norm_frobenius, scale, trace};
pub use kinds::{blur, diagonal, identity, is_symmetric, permutation_matrix, selection_matrix};
pub use kinds::{skew_part, symmetric_part, transpose};
pub use memory::{column_major_offset, row_major_offset, row_major_position};
pub(crate) use product::check_product;
pub use product::{times_vector, times_vector_by_rows};
pub use shapes::ShapeError;
pub use sized::Mat;
