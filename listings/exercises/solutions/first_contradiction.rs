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
        // A column that is too short stays so, and `membership` says it.
        let first = |column: &Vec<i128>| column[..n.min(column.len())].to_vec();
        let cut: Vec<_> = columns.iter().map(first).collect();
        if let Membership::Outside(witness) = membership(&cut, &targets[..n])? {
            return Ok(Some((n, witness)));
        }
    }
    Ok(None)
}
