//! Where linfa's singular values are off by more than a thousandth of the first.

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
    println!("{:<23} k < d       k = d", "");
    for (name, x) in sets {
        let d = x.ncols();
        let sigma = Pca::fit(&x, d)?.singular_values;
        let data = DatasetBase::from(x);
        let mut wrong = [0; 2];
        for k in 1..=d {
            let theirs = LinfaPca::params(k).fit(&data)?;
            let is_off = off(&sigma, theirs.singular_values()) > 1e-3;
            wrong[usize::from(k == d)] += usize::from(is_off);
        }
        let [fewer, all] = wrong.map(|count| if count == 0 { "right" } else { "some wrong" });
        println!("{name:<23} {fewer:<10}  {all}");
    }
    Ok(())
}

/// The largest difference, as a part of σ₁.
fn off(sigma: &Vector, theirs: &Array1<f64>) -> f64 {
    let differences = sigma.iter().zip(theirs).map(|(a, b)| (a - b).abs());
    differences.fold(0.0, f64::max) / sigma[0]
}
