//! One sample more each time.

use mlmath::vector_spaces::{Membership, SpanError, membership};

/// The smallest number of samples that no combination predicts, and a witness.
///
/// # Errors
///
/// Those of [`membership`].
pub fn first_contradiction(
    columns: &[Vec<i128>],
    targets: &[i128],
) -> Result<Option<(usize, Vec<i128>)>, SpanError> {
    for n in 1..=targets.len() {
        let cut: Vec<_> = columns.iter().map(|column| column[..n].to_vec()).collect();
        if let Membership::Outside(witness) = membership(&cut, &targets[..n])? {
            return Ok(Some((n, witness)));
        }
    }
    Ok(None)
}
