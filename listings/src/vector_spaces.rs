//! Vector spaces: whether a vector is in a span, with a certificate for either
//! answer.

mod certificates;
mod elimination;
mod errors;

pub use certificates::{Fractions, Membership};
pub use elimination::membership;
pub use errors::SpanError;
