//! The computed answers to the exercises of chapter 9.

#[path = "../../exercises/solutions/inverse_iteration.rs"]
mod inverse;

use super::*;
use mlmath::matrices::blur;
use mlmath::matrix_multiplication::outer;

#[test]
fn eigenpairs_drill() {
    let a = array![[5.0, 2.0], [2.0, 2.0]];
    let eigen = symmetric_eigen(&a).expect("a symmetric matrix");
    assert_close(&eigen.values, array![6.0, 1.0], 1e-14);
    // The tangent, step by step.
    let mut x = array![1.0, 0.0];
    for _ in 0..10 {
        x = times(&a, &x);
    }
    let tangent = (x[0] - 2.0 * x[1]) / (2.0 * x[0] + x[1]);
    claims!(eigen.values[0].round(), eigen.values[1].round(), tangent);
}

#[test]
fn fibonacci() {
    let eigen = symmetric_eigen(&array![[1.0, 1.0], [1.0, 0.0]]).expect("symmetric");
    let (mut before, mut f) = (0, 1);
    for _ in 1..10 {
        (before, f) = (f, before + f);
    }
    let [phi, psi] = [eigen.values[0], eigen.values[1]];
    let formula = (phi.powi(10) - psi.powi(10)) / 5.0_f64.sqrt();
    assert_close(formula, f64::from(f), 1e-12);
    claims!(phi, psi, f);
}

#[test]
fn ranks_once_more() {
    let m = array![[0.0, 0.0, 1.0], [0.5, 0.0, 0.0], [0.5, 1.0, 0.0]];
    let g = 0.5 * &m + Matrix::from_elem((3, 3), 1.0 / 6.0);
    let ranks = array![14.0, 10.0, 15.0];
    assert_close(times(&g, &ranks), &ranks, 1e-14);
    let step = pagerank_steps(&[vec![1, 2], vec![2], vec![0]], 0.5)
        .expect("pages")
        .nth(1);
    let twelfths = g.mapv(|x| (12.0 * x * 1e12).round() / 1e12);
    claims!(twelfths, step.expect("a step"));
}

#[test]
fn definite_or_not() {
    let a = |c: f64| Matrix::from_shape_fn((3, 3), |(i, j)| if i == j { 1.0 } else { c });
    let values = |c: f64| symmetric_eigen(&a(c)).expect("a symmetric matrix").values;
    for c in [-1.0, -0.51, -0.49, 0.0, 0.99, 1.01] {
        let is_semidefinite = values(c)[2] >= 0.0;
        assert_eq!(is_semidefinite, (-0.5..=1.0).contains(&c), "{c}");
    }
    let rounded = values(0.5).mapv(|x| (x * 1e12).round() / 1e12);
    claims!(rounded[0], rounded[1], rounded[2]);
}

#[test]
fn svd_of_a_projection() {
    let of = |a: &Matrix| svd(a).expect("finite entries").sigma;
    assert_close(of(&orthogonal(4, 1)), Vector::ones(4), 1e-14);
    let xy = of(&outer(&array![1.0, 2.0], &array![2.0, 2.0, 1.0]));
    assert_close(xy[1], 0.0, 1e-15);
    claims!(of(&diagonal(&array![3.0, -4.0])), xy[0]);
}

#[test]
fn residual_finds_an_eigenvalue() {
    let a = array![[1.0, 1000.0], [0.0, 2.0]];
    let v = mlmath::vectors::unit(&array![1.0, -0.001]).expect("a direction");
    assert!(norm_l2(&times(&a, &v)) < 0.002_000_1);
    for seed in 0..100 {
        let a = any_symmetric(5, seed);
        let v = mlmath::vectors::unit(&any(5, 1, seed + 1000).column(0).to_owned());
        let v = v.expect("a direction");
        let mu = any(1, 1, seed)[[0, 0]];
        let residual = norm_l2(&(times(&a, &v) - mu * &v));
        let values = symmetric_eigen(&a).expect("symmetric").values;
        let nearest = values
            .iter()
            .map(|x| (x - mu).abs())
            .fold(f64::INFINITY, f64::min);
        assert!(nearest <= residual + 1e-14);
    }
}

#[test]
fn second_eigenvalue() {
    for seed in 0..50 {
        let a = any_symmetric(5, seed);
        let SymmetricEigen { values, vectors } = symmetric_eigen(&a).expect("symmetric");
        let q = vectors.column(0).to_owned();
        let deflated = a - values[0] * outer(&q, &q);
        let mut expected = values.to_vec();
        expected[0] = 0.0;
        expected.sort_by(|x, y| y.total_cmp(x));
        let deflated = mlmath::matrices::symmetric_part(&deflated).expect("square");
        let found = symmetric_eigen(&deflated).expect("symmetric").values;
        assert_close(found, Vector::from(expected), 1e-14);
    }
}

#[test]
fn inverse_iteration() {
    let (value, _) = inverse::inverse_iteration(&blur(3), 0.4, 100);
    let values = symmetric_eigen(&blur(3)).expect("symmetric").values;
    let ratio = (values[1] - 0.4) / (0.4 - values[2]);
    claims!(value, ratio);
}

#[test]
fn svd_two_by_three() {
    let a = array![[2.0, 0.0, 1.0], [0.0, 2.0, 1.0]];
    let svd = svd(&a).expect("finite entries");
    let x = times(&svd.pseudo_inverse().expect("in range"), &array![3.0, 3.0]);
    let rounded = |x: f64| (x * 1e12).round() / 1e12;
    claims!(svd.sigma[0], rounded(svd.sigma[1]), x.mapv(rounded));
}

#[test]
fn singular_values_move_little() {
    for seed in 0..100 {
        let (a, e) = (any(5, 3, seed), 0.1 * any(5, 3, seed + 500));
        let of = |a: &Matrix| svd(a).expect("finite entries").sigma;
        let moved = (of(&(&a + &e)) - of(&a)).mapv(f64::abs);
        let most = of(&e)[0];
        assert!(moved.iter().all(|m| *m <= most + 1e-14));
    }
}

#[test]
fn one_jacobi_rotation() {
    let a = array![[3.0, 4.0, 0.0], [4.0, -3.0, 1.0], [0.0, 1.0, 1.0]];
    let steps: Vec<JacobiStep> = jacobi_steps(&a).expect("symmetric").take(2).collect();
    let b = &steps[1].matrix * 4.0;
    let squares = |step: &JacobiStep| (4.0 * step.beside_the_diagonal()).powi(2);
    let fall = squares(&steps[0]) - squares(&steps[1]);
    let rounded = |x: f64| (x * 1e12).round() / 1e12;
    claims!(
        rounded(b[[0, 0]]),
        rounded(b[[1, 1]]),
        array![b[[2, 0]], b[[2, 1]]],
        rounded(fall)
    );
}

#[test]
fn principal_submatrix() {
    for seed in 0..50 {
        let a = any_symmetric(6, seed);
        let b = a.slice(ndarray::s![..5, ..5]).to_owned();
        let of = |a: &Matrix| symmetric_eigen(a).expect("symmetric").values;
        let (of_a, of_b) = (of(&a), of(&b));
        assert!((0..5).all(|k| of_b[k] <= of_a[k] + 1e-14));
    }
}

#[test]
fn pair_by_hand() {
    let (modulus, angle) = super::examples::pair([[0.0, -2.0], [1.0, 2.0]]);
    assert_close(angle, 45.0, 1e-12);
    let a = array![[0.0, -2.0], [1.0, 2.0]];
    let power = (1..4).fold(a.clone(), |power, _| product(&power, &a));
    assert_eq!(power, -4.0 * identity(2));
    claims!(modulus, power[[0, 0]]);
}
