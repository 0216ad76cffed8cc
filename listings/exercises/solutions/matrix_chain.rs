//! Shorter stretches of the chain first: each is cut once, where it is
//! cheapest, into two that are known already.

/// The fewest multiplications that the whole product takes. Cost: about r³/6
/// comparisons for r factors.
pub fn matrix_chain(sizes: &[usize]) -> usize {
    let factors = sizes.len().saturating_sub(1);
    // fewest[i][j]: for the factors from i up to, but without, j.
    let mut fewest = vec![vec![0; factors + 1]; factors + 1];
    for length in 2..=factors {
        for i in 0..=factors - length {
            let j = i + length;
            let cut_at = |k: usize| {
                let last = sizes[i] * sizes[k] * sizes[j];
                fewest[i][k] + fewest[k][j] + last
            };
            fewest[i][j] = (i + 1..j).map(cut_at).min().unwrap_or(0);
        }
    }
    fewest[0][factors]
}
