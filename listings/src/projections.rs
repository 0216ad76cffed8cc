//! Projections: the nearest point of a line and of a subspace, the matrix that
//! casts shadows, and least squares by factors with right angles.

mod errors;
mod gram_schmidt;
mod least_squares;
mod line;
mod matrix;
mod qr;
mod triangle;

pub use errors::ProjectionError;
pub use gram_schmidt::{GramSchmidt, gram_schmidt};
pub use least_squares::{least_squares, normal_equations};
pub use line::{distance_to_hyperplane, project_onto_line};
pub use matrix::{leverages, project, projection_matrix, with_ones};
pub use qr::Qr;
