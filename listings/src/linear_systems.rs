//! Linear systems: elimination and its echelon forms, factorisations that are
//! kept, how far a solution can be trusted, and iterations for large systems.

mod cholesky;
mod condition;
mod conjugate;
mod echelon;
mod errors;
mod grid;
mod iterates;
mod jacobi_iteration;
mod lu;
mod solutions;
mod triangular;

pub use cholesky::Cholesky;
pub use condition::{backward_error, condition_number, hilbert};
pub use conjugate::{conjugate_gradient, conjugate_gradient_steps};
pub use echelon::{Echelon, Pivoting, reduced_row_echelon, row_echelon};
pub use errors::SolveError;
pub use grid::Grid;
pub use iterates::{Converged, Iterate};
pub use jacobi_iteration::{jacobi, jacobi_steps};
pub use lu::{Lu, solve};
pub use solutions::{Solutions, augmented, solution_set};
pub use triangular::{back_substitution, forward_substitution};
