//! Rank web pages without a matrix.
//!
//! links[j] lists the pages that page j links to, all counted from 0, each at
//! most once. A page without links counts as one that links to all n pages,
//! itself among them.

/// The iterate after so many steps of x ← αMx + (1 − α)/n · 1 from the vector
/// all of whose entries are 1/n. Cost of a step: three operations
/// for each link, and a few for each page.
pub fn pagerank(links: &[Vec<usize>], alpha: f64, steps: usize) -> Vec<f64> {
    todo!("each page shares its rank out among the pages it links to")
}

/// What the harness asks of the function.
pub fn check(pagerank: fn(&[Vec<usize>], f64, usize) -> Vec<f64>) {
    let close = |ranks: &[f64], expected: &[f64], what: &str| {
        assert_eq!(ranks.len(), expected.len(), "{what}: a rank for each page");
        for (i, (rank, expected)) in ranks.iter().zip(expected).enumerate() {
            let error = (rank - expected).abs();
            assert!(error < 1e-12, "{what}: page {i} has {rank}, not {expected}");
        }
    };
    let links = [vec![1], vec![0, 2], vec![0]];
    let third = 1.0 / 3.0;
    close(&pagerank(&links, 0.85, 0), &[third; 3], "no step");
    let one = pagerank(&links, 0.5, 1);
    close(&one, &[5.0 / 12.0, third, 0.25], "one step, α = 1/2");
    let many = pagerank(&links, 0.5, 100);
    close(
        &many,
        &[15.0 / 39.0, 14.0 / 39.0, 10.0 / 39.0],
        "100 steps, α = 1/2",
    );

    // A page without links shares with everybody.
    let links = [vec![1], vec![]];
    close(
        &pagerank(&links, 1.0, 1),
        &[0.25, 0.75],
        "one page without links",
    );

    // A ring of many pages in which nobody is special.
    let n = 200_000;
    let links: Vec<Vec<usize>> = (0..n).map(|j| vec![(j + 1) % n, (j + 7) % n]).collect();
    close(
        &pagerank(&links, 0.85, 20),
        &vec![1.0 / n as f64; n],
        "a ring",
    );
}
