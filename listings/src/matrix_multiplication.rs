//! Matrix multiplication: the dot product and the angle, the product in its
//! four readings, and how to compute it fast.

mod angles;
mod blocks;
mod readings;
mod sized;
mod tiles;

pub use angles::{angle, cosine_similarity, dot};
pub use blocks::matmul_blocked;
pub use readings::{matmul, matmul_by_columns, matmul_by_entries, matmul_by_outer_products};
pub use readings::{multiplications, outer};
pub use tiles::matmul_tiled;
