//! A step goes through the links once, in the order of the pages they are on.

/// The iterate after so many steps of x ← αMx + (1 − α)/n · 1 from the vector
/// all of whose entries are 1/n. Cost of a step: three operations
/// for each link, and a few for each page.
///
/// # Panics
///
/// If a link leads to a page that there is not.
pub fn pagerank(links: &[Vec<usize>], alpha: f64, steps: usize) -> Vec<f64> {
    let n = links.len() as f64;
    let mut ranks = vec![1.0 / n; links.len()];
    for _ in 0..steps {
        // What pages without links give to everybody.
        let stranded = links.iter().zip(&ranks).filter(|(to, _)| to.is_empty());
        let stranded: f64 = stranded.map(|(_, rank)| rank).sum();
        let mut next = vec![(1.0 - alpha + alpha * stranded) / n; links.len()];
        for (to, rank) in links.iter().zip(&ranks) {
            for &i in to {
                next[i] += alpha * rank / to.len() as f64;
            }
        }
        ranks = next;
    }
    ranks
}
