//! By the spans that contain each other.

use mlmath::vector_spaces::{Membership, SpanError, membership};

/// Whether the span of `us` is the span of `vs`.
///
/// # Errors
///
/// Those of [`membership`].
pub fn the_same_span(us: &[Vec<i128>], vs: &[Vec<i128>]) -> Result<bool, SpanError> {
    for (vectors, others) in [(us, vs), (vs, us)] {
        for b in others {
            if let Membership::Outside(_) = membership(vectors, b)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
