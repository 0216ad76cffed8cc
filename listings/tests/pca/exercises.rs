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

#[test]
fn a_check_for_any_library() {
    let sigma = array![6.0, 2.0];
    claims!(dot(&sigma, &sigma), (45.0 - 36.0_f64).sqrt());
}

#[test]
fn components_of_three_rows() {
    let x = array![
        [2.0, 0.0, 1.0, 2.0],
        [0.0, 2.0, 1.0, 2.0],
        [1.0, 1.0, 1.0, 2.0]
    ];
    let pca = Pca::fit_samples(&x, 1).expect("one direction");
    let kernel = product(&centred(&x), &transpose(&centred(&x)));
    let values = symmetric_eigen(&kernel).expect("a symmetric matrix").values;
    assert_eq!(fit_all(&x).rank(), 1);
    claims!(
        values[0],
        pca.components.column(0).to_owned(),
        pca.explained_variance()[0]
    );
}

// The distance of whitened rows, of which the deeper page proves that it is 2(n − 1).
#[test]
fn whitened_rows_are_equally_far() {
    let x = any(6, 20, 1);
    let white = Pca::fit(&x, 5)
        .expect("six rows")
        .whiten(&x)
        .expect("five directions");
    for i in 0..6 {
        for j in 0..i {
            let way = &white.row(i) - &white.row(j);
            assert_close(dot(&way, &way), 10.0, 1e-12);
        }
    }
}
