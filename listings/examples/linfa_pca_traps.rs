//! Three answers of linfa's PCA that are not what their names say.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_reduction::Pca as LinfaPca;
use mlmath::data::iris;
use mlmath::pca::Pca;
use mlmath::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let x = iris().x;
    let data = DatasetBase::from(x.clone());
    let (ours, all) = (Pca::fit(&x, 4)?, LinfaPca::params(4).fit(&data)?);

    println!("explained variance of component 1");
    println!(
        "  ours, divided by n - 1:      {:.3}",
        ours.explained_variance()[0]
    );
    println!(
        "  linfa with k = 4:            {:.3}",
        all.explained_variance()[0]
    );
    let sigma = all.singular_values();
    println!(
        "  linfa's sigma^2/(n - 1):     {:.3}",
        sigma[0].powi(2) / 149.0
    );

    let two = LinfaPca::params(2).fit(&data)?;
    println!("share of 2 components of 4");
    println!(
        "  ours:                        {:.3}",
        Pca::fit(&x, 2)?.explained_variance_ratio().sum()
    );
    println!(
        "  linfa with k = 2:            {:.3}",
        two.explained_variance_ratio().sum()
    );
    let one = LinfaPca::params(1).fit(&data)?;
    println!(
        "  linfa with k = 1:            {}",
        one.explained_variance_ratio()[0]
    );

    let whitening = LinfaPca::params(4).whiten(true).fit(&data)?;
    let white: Matrix = whitening.predict(&x);
    let back = whitening.inverse_transform(white.clone());
    let most = |a: &Matrix| a.iter().fold(0.0, |m: f64, a_ij| a_ij.abs().max(m));
    println!("flower 1, whitened and back");
    println!("  as it is:                    {:.1}", x.row(0));
    println!("  linfa's way back:            {:.1}", back.row(0));
    println!(
        "  ours:                        {:.1}",
        ours.unwhiten(&ours.whiten(&x)?)?.row(0)
    );
    // Each row of the whitened embedding is √(n − 1)/σ times a component.
    let scale = sigma.mapv(|s| s * s / 149.0);
    let mended = (&white * &scale).dot(whitening.components()) + whitening.mean();
    let off = most(&(mended - &x));
    println!(
        "  linfa's, variances put back: off by {}",
        if off < 1e-12 {
            "less than 1e-12"
        } else {
            "more"
        }
    );
    Ok(())
}
