//! The computed answers to the exercises of chapter 8.

#[path = "../../exercises/solutions/adjusted_weight.rs"]
mod adjusting;
#[path = "../../exercises/solutions/once_more.rs"]
mod twice;

use super::dimensions::laeuchli;
use super::*;

#[test]
fn project_by_hand() {
    let b = array![3.0, 1.0, 2.0];
    let on_the_line = project_onto_line(&b, &array![1.0, 1.0, 0.0]).expect("a direction");
    let plane = array![[1.0, 1.0], [1.0, -1.0], [0.0, 0.0]];
    let on_the_plane = project(&plane, &b).expect("independent columns");
    claims!(
        cleared(&on_the_line),
        distance(&b, &on_the_line),
        cleared(&on_the_plane),
        (distance(&b, &on_the_plane) * 1e9).round() / 1e9
    );
}

#[test]
fn four_points() {
    let x = array![[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
    let y = array![1.0, 1.0, 3.0, 3.0];
    let w = least_squares(&x, &y).expect("independent columns");
    let fit = project(&x, &y).expect("independent columns");
    let rest = &y - &fit;
    let along = cleared(&times(&transpose(&x), &rest));
    claims!(
        w,
        fit,
        rest,
        along[1],
        along[0],
        leverages(&x).expect("independent columns")
    );
}

#[test]
fn right_angles_by_hand() {
    let a = array![[1.0, 4.0], [2.0, 2.0], [2.0, 5.0]];
    let (q, r) = gram_schmidt(&a, GramSchmidt::Classical).expect("independent columns");
    let left = (&q.column(1) * r[[1, 1]]).to_owned();
    let x = least_squares(&a, &array![9.0, 0.0, 0.0]).expect("independent columns");
    let rounded = r.mapv(|r_ij| (r_ij * 1e9).round() / 1e9);
    claims!(cleared(&left), rounded, cleared(&x));
}

#[test]
fn mirror_by_hand() {
    let u = array![3.0, 4.0] - array![5.0, 0.0];
    let mirror = mlmath::inverse::reflection(&u).expect("a direction");
    assert_close(times(&mirror, &array![3.0, 4.0]), array![5.0, 0.0], 1e-14);
    let other = times(&mirror, &array![1.0, 3.0]);
    let r = Qr::new(&array![[3.0, 1.0], [4.0, 3.0]]).expect("shape").r();
    assert_close(r, array![[5.0, 3.0], [0.0, 1.0]], 1e-14);
    claims!(mirror, cleared(&other));
}

#[test]
fn which_is_safer() {
    let w = array![2.0, -1.0, 2.0];
    let first = array![3.0, 0.0, 3.0];
    let of = |x: &Vector| distance_to_hyperplane(x, &w, -3.0).expect("a direction");
    let reached = &first - &(&w * ((dot(&w, &first) - 3.0) / dot(&w, &w)));
    let round = |d: f64| (d * 1e9).round() / 1e9;
    claims!(
        round(of(&first)),
        round(of(&Vector::zeros(3))),
        cleared(&reached)
    );
}

#[test]
fn adjusted_weight() {
    let data = mlmath::data::diabetes();
    let x = with_ones(&data.x);
    claims!(adjusting::adjusted_weight(&x, &data.y, 2).expect("independent columns"));
}

#[test]
fn once_more() {
    let a = laeuchli(1e-8);
    let (first, _) = gram_schmidt(&a, GramSchmidt::Classical).expect("independent columns");
    let (second, r) = twice::once_more(&a).expect("independent columns");
    assert_close(product(&second, &r), &a, 1e-15);
    assert!(lost(&second) < 1e-15);
    claims!((lost(&first) * 1e9).round() / 1e9);
}

#[test]
fn laeuchli_by_the_gram_matrix() {
    let a = laeuchli(1e-8);
    let in_f64 = gram(&a);
    let refused = mlmath::linear_systems::Cholesky::new(&in_f64);
    let Err(mlmath::linear_systems::SolveError::NotPositiveDefinite { step: 1, value }) = refused
    else {
        panic!("{refused:?}");
    };
    let x = least_squares(&a, &times(&a, &Vector::ones(3))).expect("independent columns");
    assert_close(x, Vector::ones(3), 1e-7);
    claims!(in_f64, value);
}
