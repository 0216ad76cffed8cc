//! The crates that this book is built on, ranked.

use mlmath::data::crates;
use mlmath::eigen::{pagerank, pagerank_steps};
use mlmath::vectors::norm_l1;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let crates = crates();
    let alpha = 0.85;
    let ranks = pagerank(&crates.links, alpha, 1e-12)?;
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.sort_by(|&i, &j| ranks[j].total_cmp(&ranks[i]));
    for &page in &order[..5] {
        let named_by = crates.links.iter().filter(|to| to.contains(&page));
        let (name, rank) = (crates.names[page], ranks[page]);
        println!("{name:<14}{rank:.4}, named by {}", named_by.count());
    }
    for (step, x) in pagerank_steps(&crates.links, alpha)?.enumerate().take(21) {
        if [1, 5, 10, 20].contains(&step) {
            println!("step {step:>2}: off by {:.0e}", norm_l1(&(x - &ranks)));
        }
    }
    Ok(())
}
