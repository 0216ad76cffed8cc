//! Principal component analysis: the directions in which data spread most, from
//! singular values or from a covariance matrix; standardising and whitening.

mod centre;
mod errors;
mod fit;
mod line;
mod routes;

pub use centre::{Standardised, centre, covariance, standardise};
pub use errors::PcaError;
pub use fit::Pca;
pub use line::spread_and_misses;
