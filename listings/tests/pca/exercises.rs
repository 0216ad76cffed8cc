//! The computed solutions to the exercises of chapter 10.

use super::*;

#[test]
fn components_by_hand() {
    let x = array![[3.0, 1.0], [1.0, 3.0], [-1.0, -3.0], [-3.0, -1.0]];
    let pca = Pca::fit(&x, 1).expect("four points");
    let variances = fit_all(&x).explained_variance();
    claims!(
        variances[0],
        variances[1],
        pca.explained_variance_ratio()[0],
        pca.squared_error()
    );
}

#[test]
fn two_correlated_features() {
    let petals = iris().x.select(Axis(1), &[2, 3]);
    let z = standardise(&petals).expect("columns that vary").z;
    let rho = covariance(&z).expect("flowers")[[0, 1]];
    assert_close(rho, 0.963, 0.0005);
    claims!(fit_all(&z).explained_variance_ratio()[0]);
}

#[test]
fn without_centring() {
    let x = array![[10.0, 1.0], [10.0, -1.0], [10.0, 2.0], [10.0, -2.0]];
    let (s, square) = (covariance(&x).expect("points"), gram(&x));
    assert_eq!((s[[0, 0]], s[[0, 1]], square[[0, 1]]), (0.0, 0.0, 0.0));
    assert_eq!(
        Pca::fit(&x, 1).expect("points").components,
        array![[0.0], [1.0]]
    );
    claims!(s[[1, 1]], square[[0, 0]], square[[1, 1]]);
}

#[test]
fn useless_first_component() {
    let x = array![
        [-6.0, 1.0],
        [0.0, 2.0],
        [6.0, 3.0],
        [-6.0, -3.0],
        [0.0, -2.0],
        [6.0, -1.0]
    ];
    let pca = fit_all(&x);
    let scores = pca.transform(&x).expect("points");
    let of = |class: usize, j: usize| {
        let mut z = scores.slice(s![3 * class..3 * class + 3, j]).to_vec();
        z.sort_by(f64::total_cmp);
        z
    };
    // Component 2 may come with the other sign.
    let second = if of(0, 1)[0] > 0.0 { [0, 1] } else { [1, 0] };
    let variances = pca.explained_variance();
    claims!(
        variances[0],
        variances[1],
        of(0, 0)[0],
        of(0, 0)[2],
        of(1, 0)[0],
        of(1, 0)[2],
        of(second[0], 1)[0],
        of(second[0], 1)[2],
        of(second[1], 1)[0],
        of(second[1], 1)[2]
    );
}
