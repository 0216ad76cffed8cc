//! The principal components of Iris, ours and linfa's.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_reduction::Pca as LinfaPca;
use mlmath::data::iris;
use mlmath::pca::Pca;
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = iris().x;
    let pca = Pca::fit(&x, 4)?;
    let data = DatasetBase::from(x.clone());
    // Of linfa's answers only the one for all components can be trusted.
    let theirs = LinfaPca::params(4).fit(&data)?;
    let (variances, shares) = (pca.explained_variance(), pca.explained_variance_ratio());

    println!("   variance  share  component                      off");
    for (j, v) in pca.components.columns().into_iter().enumerate() {
        let list: Vec<String> = v.iter().map(|v_i| format!("{v_i:6.3}")).collect();
        // Linfa's components are rows, with other signs.
        let w = theirs.components().row(j);
        let apart = |sign: f64| {
            v.iter()
                .zip(w)
                .map(|(a, b)| (a - sign * b).abs())
                .fold(0.0, f64::max)
        };
        let off = apart(1.0).min(apart(-1.0));
        println!(
            "{}  {:8.4}  {:4.1} %  {}  {}",
            j + 1,
            variances[j],
            100.0 * shares[j],
            list.join(" "),
            if off < 1e-12 { "below 1e-12" } else { "more" }
        );
    }

    let scores = pca.transform(&x)?;
    let their_scores: Matrix = theirs.predict(&x);
    for i in [0, 50, 100] {
        let [a, b] = [&scores, &their_scores].map(|z| (z[[i, 0]].abs(), z[[i, 1]].abs()));
        println!(
            "flower {:3}: scores {:6.3} {:6.3}, sizes in linfa {:.3} {:.3}, off by {}",
            i + 1,
            scores[[i, 0]],
            scores[[i, 1]],
            b.0,
            b.1,
            if (a.0 - b.0).abs().max((a.1 - b.1).abs()) < 1e-12 {
                "less than 1e-12"
            } else {
                "more"
            }
        );
    }
    Ok(())
}
