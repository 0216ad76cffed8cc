//! The worked examples of chapter 10, its preview problem among them.

use super::*;

/// The points of the preview, in rows.
pub fn four_points() -> Matrix {
    array![[2.0, 1.0], [1.0, 2.0], [-1.0, -2.0], [-2.0, -1.0]]
}

#[test]
fn turn_the_line() {
    let at = |w: [f64; 2]| spread_and_misses(&four_points(), &w.to_vec().into()).expect("points");
    let (level, slanted) = (at([1.0, 0.0]), at([1.0, 1.0]));
    let mirrored = at([-1.0, 1.0]);
    assert_close(
        array![mirrored.0, mirrored.1],
        array![slanted.1, slanted.0],
        1e-14,
    );
    claims!(
        level.0,
        level.1,
        slanted.0,
        slanted.1,
        slanted.0 + slanted.1
    );
}

#[test]
fn pca_four_points() {
    let x = four_points();
    let pca = Pca::fit(&x, 1).expect("four points");
    let all = fit_all(&x).explained_variance();
    let scores = pca.transform(&x).expect("the points");
    let feet = pca.inverse_transform(&scores).expect("scores");
    claims!(
        all[0],
        all[1],
        pca.explained_variance_ratio()[0],
        scores[[0, 0]],
        feet.row(0).to_owned()
    );
}

#[test]
fn iris_on_one_axis() {
    let iris = iris();
    let pca = fit_all(&iris.x);
    let variances = pca.explained_variance();
    let shares = 100.0 * pca.explained_variance_ratio();
    let scores = pca
        .transform(&iris.x)
        .expect("flowers")
        .column(0)
        .to_owned();
    let (setosa, others) = (scores.slice(s![..50]), scores.slice(s![50..]));
    let least = |z: ndarray::ArrayView1<'_, f64>| z.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = setosa.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let right = scores
        .iter()
        .zip(&iris.y)
        .filter(|(z, y)| (**z < -1.5) == (**y == 0));
    claims!(
        variances[0],
        variances[1],
        variances[2],
        variances[3],
        shares[0],
        shares[0] + shares[1],
        pca.components.column(0).to_owned(),
        least(setosa),
        largest,
        least(others),
        right.count()
    );
}

#[test]
fn the_regression_line() {
    let x = four_points();
    let s = covariance(&x).expect("four points");
    let v = Pca::fit(&x, 1).expect("four points").components;
    claims!(
        s[[0, 1]] / s[[0, 0]],
        v[[1, 0]] / v[[0, 0]],
        s[[1, 1]] / s[[0, 1]]
    );
}

#[test]
fn digits_in_few_numbers() {
    let x = digits().x;
    let all = fit_all(&x);
    let shares = all.explained_variance_ratio();
    let kept = |k: usize| shares.slice(s![..k]).sum();
    let first_above = |least: f64| (1..=64).find(|&k| kept(k) >= least).expect("all");
    let pca = Pca::fit(&x, 20).expect("64 columns");
    let rebuilt = pca
        .inverse_transform(&pca.transform(&x).expect("digits"))
        .expect("scores");
    let mut missed: Vec<f64> = (0..x.nrows())
        .map(|i| {
            let far = norm_l2(&(&x.row(i) - &pca.mean));
            100.0 * norm_l2(&(&x.row(i) - &rebuilt.row(i))) / far
        })
        .collect();
    missed.sort_by(f64::total_cmp);
    claims!(
        first_above(0.5),
        first_above(0.9),
        all.rank(),
        100.0 * kept(20),
        missed[898].round(),
        missed[1796].round()
    );
}

#[test]
fn wine_in_its_units() {
    let wine = wine();
    let pca = fit_all(&wine.x);
    let standard = standardise(&wine.x).expect("columns that vary");
    let share = |pca: &Pca| 100.0 * pca.explained_variance_ratio()[0];
    assert_eq!(
        (wine.features[6], wine.features[7]),
        ("total sulfur dioxide", "density")
    );
    claims!(
        share(&pca),
        pca.components[[6, 0]],
        standard.deviation[6],
        standard.deviation[7],
        share(&fit_all(&standard.z))
    );
    let mut grams = wine.x.clone();
    for j in [5, 6] {
        grams
            .column_mut(j)
            .mapv_inplace(|milligrams| milligrams / 1000.0);
    }
    assert!(fit_all(&grams).components[[6, 0]].abs() < 0.1);
}

#[test]
fn small_variance_no_information() {
    let x = array![[10.0, 1.0], [-10.0, 1.0], [10.0, -1.0], [-10.0, -1.0]];
    let pca = fit_all(&x);
    claims!(100.0 * pca.explained_variance_ratio()[0]);
    assert_eq!(pca.components.mapv(f64::abs), identity(2));
}

#[test]
fn recipe_for_iris() {
    let pca = fit_all(&iris().x);
    let sigma = &pca.singular_values;
    claims!(
        sigma[0],
        sigma[0] * sigma[0] / 149.0,
        pca.explained_variance_ratio()[0]
    );
}

#[test]
fn whitened_four_points() {
    let x = four_points();
    let white = fit_all(&x).whiten(&x).expect("two directions");
    claims!(white.row(0).to_owned());
    assert_close(
        white.mapv(f64::abs),
        Matrix::from_elem((4, 2), 0.75_f64.sqrt()),
        1e-14,
    );
}

#[test]
fn covariance_by_hand() {
    let x = array![[1.0, 5.0], [2.0, 7.0], [3.0, 6.0]];
    let (x_c, mean) = centre(&x).expect("three rows");
    assert_eq!(x_c, array![[-1.0, -1.0], [0.0, 1.0], [1.0, 0.0]]);
    let s = covariance(&x).expect("three rows");
    claims!(
        mean,
        s[[0, 0]],
        s[[0, 1]],
        trace(&s).expect("a square matrix")
    );
}

#[test]
fn misses_of_iris() {
    let x = iris().x;
    let [one, two, three] = [1, 2, 3].map(|k| Pca::fit(&x, k).expect("components").squared_error());
    let typical = |sum: f64| (sum / 150.0).sqrt();
    claims!(one, typical(one), typical(two), typical(three));
}

#[test]
fn one_typing_error() {
    let x = iris().x;
    let right = fit_all(&x).components.column(0).to_owned();
    let mut wrong = x.clone();
    wrong.row_mut(0).mapv_inplace(|length| 10.0 * length);
    let pca = fit_all(&wrong);
    let v = pca.components.column(0).to_owned();
    claims!(
        &v,
        100.0 * pca.explained_variance_ratio()[0],
        dot(&right, &v).abs().acos().to_degrees().round()
    );
}
