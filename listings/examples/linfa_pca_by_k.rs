//! How far linfa's singular values are off when fewer components are asked for.

use linfa::DatasetBase;
use linfa::traits::Fit;
use linfa_reduction::Pca as LinfaPca;
use mlmath::data::{diabetes, iris, wine};
use mlmath::pca::{Pca, standardise};
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sets = [
        ("Iris", iris().x),
        ("Wine", wine().x),
        ("Wine, standardised", standardise(&wine().x)?.z),
        ("Diabetes", diabetes().x),
        ("Diabetes, standardised", standardise(&diabetes().x)?.z),
    ];
    println!("k with singular values off by more than 1 % of the first: the worst");
    for (name, x) in sets {
        let d = x.ncols();
        let sigma = Pca::fit(&x, d)?.singular_values;
        let data = DatasetBase::from(x);
        let mut wrong = Vec::new();
        for k in 1..=d {
            let theirs = LinfaPca::params(k).fit(&data)?;
            let off = off(&sigma, theirs.singular_values());
            if off > 0.01 {
                wrong.push(format!("{k}: {:.0} %", 100.0 * off));
            }
        }
        let said = if wrong.is_empty() {
            "none".to_owned()
        } else {
            wrong.join(", ")
        };
        println!("{name}, d = {d}: {said}");
    }
    Ok(())
}

/// The largest difference, as a part of σ₁.
fn off(sigma: &Vector, theirs: &Array1<f64>) -> f64 {
    let differences = sigma.iter().zip(theirs).map(|(a, b)| (a - b).abs());
    differences.fold(0.0, f64::max) / sigma[0]
}
