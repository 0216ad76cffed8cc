//! linfa's principal components beside ours, row by row.

use super::*;
use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_reduction::Pca as LinfaPca;

fn theirs(x: &Matrix, k: usize) -> LinfaPca<f64> {
    LinfaPca::params(k)
        .fit(&DatasetBase::from(x.clone()))
        .expect("some components")
}

/// How far the first k singular values are off at most, as a part of σ₁.
fn off(x: &Matrix, k: usize) -> f64 {
    let (ours, theirs) = (fit_all(x).singular_values, theirs(x, k));
    let theirs = theirs.singular_values();
    let differences = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs());
    differences.fold(0.0, f64::max) / ours[0]
}

#[test]
fn with_all_components_linfa_agrees() {
    for (name, x) in data() {
        let d = x.ncols();
        let (ours, theirs) = (fit_all(&x), theirs(&x, d));
        let sigma = &ours.singular_values;
        let k = ours.rank();
        for j in 0..k {
            assert_close(theirs.singular_values()[j], sigma[j], 1e-11 * sigma[0]);
        }
        let vectors = transpose(theirs.components()).slice(s![.., ..k]).to_owned();
        let first = ours.components.slice(s![.., ..k]).to_owned();
        assert_same_components(&first, &vectors, sigma, 1e-10);
        let scores: Matrix = theirs.predict(&x);
        let our_scores = ours.transform(&x).expect("the rows");
        for j in 0..k.min(4) {
            let (a, b) = (our_scores.column(j), scores.column(j));
            let sign = if a.dot(&b) < 0.0 { -1.0 } else { 1.0 };
            assert_close(a.to_owned(), sign * &b, 1e-9 * sigma[0]);
        }
        assert!(!name.is_empty());
    }
}

#[test]
fn with_fewer_components_linfa_may_be_wrong_and_says_nothing() {
    // How far depends on rounding, and so on the machine.
    let worst = |x: &Matrix| (2..x.ncols()).map(|k| off(x, k)).fold(0.0, f64::max);
    for x in [wine().x, diabetes().x] {
        let z = standardise(&x).expect("columns that vary").z;
        assert!(worst(&z) > 0.01, "{}", worst(&z));
    }
}

// linfa divides by k − 1, and its ratios sum to 1 whatever is left out.
#[test]
fn linfas_explained_variance_has_another_divisor() {
    let x = iris().x;
    let theirs = theirs(&x, 4);
    let ours = fit_all(&x).explained_variance();
    let expected = &ours * (149.0 / 3.0);
    assert_close(theirs.explained_variance(), expected, 1e-10);
    let one = LinfaPca::params(1)
        .fit(&DatasetBase::from(x.clone()))
        .expect("one component");
    assert!(!one.explained_variance_ratio()[0].is_finite());
}

#[test]
fn linfas_way_back_from_whitened_scores_is_wrong() {
    let x = iris().x;
    let model = LinfaPca::params(4)
        .whiten(true)
        .fit(&DatasetBase::from(x.clone()))
        .expect("four components");
    let white: Matrix = model.predict(&x);
    let back = model.inverse_transform(white);
    assert!(most(&(back - &x)) > 1.0);
    let ours = fit_all(&x);
    let back = ours
        .unwhiten(&ours.whiten(&x).expect("rows"))
        .expect("scores");
    assert_close(back, x, 1e-13);
}
