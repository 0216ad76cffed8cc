use super::EigenError;
use crate::Vector;
use crate::inverse::InverseError;
use crate::vectors::norm_l1;
use std::iter::successors;

/// The ranks of pages, step by step, from the vector whose entries are all 1/n.
///
/// `links[j]` lists the pages that page j links to. In a step a page gives the
/// share α of its rank to these pages, in equal parts; if it has no links, to
/// all n. What is left, 1 − α of all ranks, all pages get in equal parts.
/// Shapes: each step is of dimension n, and its entries sum to 1. Cost of a
/// step: a few operations for each link.
///
/// # Errors
///
/// [`InverseError::Empty`] if there are no pages; [`EigenError::NoSuchPage`].
///
/// # Panics
///
/// If α is not at least 0 and below 1.
///
/// ```
/// use mlmath::{eigen::pagerank_steps, prelude::*};
///
/// let links = [vec![1], vec![]];
/// let mut steps = pagerank_steps(&links, 0.5)?;
/// assert_eq!(steps.next(), Some(array![0.5, 0.5]));
/// assert_eq!(steps.next(), Some(array![0.375, 0.625]));
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Brin and Page, *The Anatomy of a Large-Scale Hypertextual Web Search
/// Engine*, section 2.1.
#[track_caller]
pub fn pagerank_steps(
    links: &[Vec<usize>],
    alpha: f64,
) -> Result<impl Iterator<Item = Vector>, EigenError> {
    assert!((0.0..1.0).contains(&alpha), "α is {alpha}");
    check_links(links)?;
    let n = links.len() as f64;
    let step = move |ranks: &Vector| {
        let stranded = links.iter().zip(ranks).filter(|(to, _)| to.is_empty());
        let stranded: f64 = stranded.map(|(_, rank)| rank).sum();
        let for_all = (1.0 - alpha + alpha * stranded) / n;
        let mut next = Vector::from_elem(links.len(), for_all);
        for (to, rank) in links.iter().zip(ranks) {
            for &page in to {
                next[page] += alpha * rank / to.len() as f64;
            }
        }
        Some(next)
    };
    let start = Vector::from_elem(links.len(), 1.0 / n);
    Ok(successors(Some(start), step))
}

/// The ranks of pages: the vector that [`pagerank_steps`] leaves as it is, up
/// to a tolerance in the 1-norm.
///
/// In exact arithmetic a step brings any two vectors whose entries sum to 1
/// nearer by the factor α at least, so an iterate is off by at most α/(1 − α) times its
/// last change. Shapes: n pages give dimension n. Cost: at most
/// about log(tolerance)/log α steps.
///
/// # Errors
///
/// Those of [`pagerank_steps`]; [`EigenError::NotConverged`] if the tolerance
/// is too small for f64.
///
/// # Panics
///
/// If α is not at least 0 and below 1.
///
/// ```
/// use mlmath::{eigen::pagerank, prelude::*};
///
/// let ranks = pagerank(&[vec![1, 2], vec![2], vec![0]], 0.5, 1e-12)?;
/// let expected = array![14.0, 10.0, 15.0] / 39.0;
/// assert!((ranks - expected).iter().all(|d| d.abs() < 1e-12));
/// # Ok::<(), mlmath::eigen::EigenError>(())
/// ```
///
/// Source: Langville and Meyer, *Google's PageRank and Beyond*, chapters 4
/// and 8.
#[track_caller]
pub fn pagerank(links: &[Vec<usize>], alpha: f64, tolerance: f64) -> Result<Vector, EigenError> {
    let mut iterates = pagerank_steps(links, alpha)?;
    let mut ranks = iterates.next().expect("the start");
    // The first change is at most 2, and each is at most α times the one before.
    let enough = (tolerance.max(f64::EPSILON) * (1.0 - alpha) / 2.0).ln() / alpha.ln();
    let (mut steps, mut error) = (0, f64::INFINITY);
    while steps as f64 <= enough + 2.0 {
        let next = iterates.next().expect("there is always one more");
        error = alpha / (1.0 - alpha) * norm_l1(&(&next - &ranks));
        ranks = next;
        steps += 1;
        if error <= tolerance {
            return Ok(ranks);
        }
    }
    let residual = error;
    Err(EigenError::NotConverged { steps, residual })
}

/// Refuses no pages, and links that lead nowhere.
fn check_links(links: &[Vec<usize>]) -> Result<(), EigenError> {
    if links.is_empty() {
        return Err(InverseError::Empty.into());
    }
    for (page, to) in links.iter().enumerate() {
        if let Some(&link) = to.iter().find(|link| **link >= links.len()) {
            return Err(EigenError::NoSuchPage { page, link });
        }
    }
    Ok(())
}
