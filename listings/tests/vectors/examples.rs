//! The worked examples of chapter 1, its preview problem among them.

use super::*;

#[test]
fn tip_to_tail() {
    let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
    claims!(add(&u, &v), scale(2.0, &v), scale(-1.0, &u));
}

#[test]
fn a_gradient_step() {
    let mut w = array![0.5, -1.2, 2.0];
    let gradient = array![0.2, -0.4, 1.0];
    axpy(-0.1, &gradient, &mut w);
    claims!(&w);
}

#[test]
fn an_equation_for_a_vector() {
    let (u, v) = (array![3.0, 1.0], array![1.0, 2.0]);
    let x = scale(0.5, &add(&v, &scale(-1.0, &u)));
    claims!(&x);
    assert_eq!(add(&scale(3.0, &x), &u), add(&x, &v));
}

#[test]
fn weights_of_a_combination() {
    let v = [array![2.0, 1.0], array![-1.0, 1.0]];
    // The sum of both equations is 3a = 4 + 5, and the second one is a + b = 5.
    let a = (4.0 + 5.0) / 3.0;
    let weights = [a, 5.0 - a];
    claims!(linear_combination(&[3.0, 2.0], &v), weights[0], weights[1]);
    assert_eq!(linear_combination(&weights, &v), array![4.0, 5.0]);
}

#[test]
fn between_two_points() {
    let (u, v) = (array![1.0, 1.0], array![5.0, 3.0]);
    claims!(
        point_on_line(&u, &v, 0.25),
        point_on_line(&u, &v, 0.5),
        point_on_line(&u, &v, 1.5)
    );
}

#[test]
fn three_norms() {
    let [to_a, to_b] = [array![-0.4, 0.3], array![0.0, 0.6]];
    claims!(
        norm_l2(&to_a),
        norm_l1(&to_a),
        norm_inf(&to_a),
        norm_l2(&to_b)
    );
    assert!(NORMS.iter().all(|norm| norm(&to_b) == 0.6));
}

#[test]
fn the_chain_in_numbers() {
    let x = array![3.0, -4.0];
    let ones = Vector::ones(10_000);
    claims!(
        2.0_f64.sqrt() * norm_l2(&x),
        2.0 * norm_inf(&x),
        norm_l2(&ones),
        norm_l1(&ones)
    );
}

#[test]
fn flower_plus_flower() {
    let flowers = iris().x;
    let [first, second] = [0, 50].map(|i| flowers.row(i).to_owned());
    let longest = norm_inf(&flowers.column(0).to_owned());
    claims!(
        add(&first, &second),
        longest,
        point_on_line(&first, &second, 0.5)
    );
}

#[test]
fn a_ball_with_a_dent() {
    let roots = |x: Vector| norm_l1(&x.mapv(|x_i| x_i.abs().sqrt())).powi(2);
    claims!(roots(array![1.0, 1.0]), roots(array![0.5, 0.5]));
}

#[test]
fn one_hot_codes() {
    let e = standard_basis(3);
    claims!(
        distance(&e[0], &e[2]),
        linear_combination(&[0.2, 0.5, 0.3], &e)
    );
    assert_eq!(distance(&e[0], &e[1]), distance(&e[0], &e[2]));
    assert_eq!(distance(&e[1], &e[2]), distance(&e[0], &e[2]));
}

#[test]
fn a_unit_vector() {
    let x = array![1.0, 2.0, 2.0];
    let u = unit(&x).expect("x is not zero");
    claims!(norm_l2(&x), &u, norm_l2(&u));
}

#[test]
fn two_flowers() {
    let flowers = iris().x;
    let difference = &flowers.row(50) - &flowers.row(0);
    claims!(
        &difference,
        norm_l1(&difference),
        norm_l2(&difference),
        norm_inf(&difference)
    );
}

#[test]
fn tenths() {
    claims!(0.1 + 0.2, (0.1 + 0.2) + 0.3, 0.1 + (0.2 + 0.3));
}

#[test]
fn an_absorbed_update() {
    let mut w = array![1.0];
    axpy(-1e-17, &array![1.0], &mut w);
    claims!(w[0], 2.0_f64.powi(53) + 1.0, 2.0_f32.powi(24) + 1.0);
}

#[test]
fn a_sum_with_a_carry() {
    let x = [2.0_f32.powi(24), 1.0, 1.0, 1.0, 1.0];
    let plain: f32 = x.iter().sum();
    claims!(plain, kahan_sum(x));
}

#[test]
fn a_norm_that_overflows() {
    let x: Vector = array![3e200, 4e200];
    let plain = x.mapv(|x_i| x_i * x_i).sum().sqrt();
    claims!(norm_l2(&x), plain);
}

#[test]
fn vectors_in_f64() {
    let mut w = array![1.0];
    axpy(-1e-17, &array![1.0], &mut w);
    let x: Vector = array![3e200, 4e200];
    let plain = x.mapv(|x_i| x_i * x_i).sum().sqrt();
    claims!(0.1 + 0.2, w[0], norm_l2(&x), plain);
    assert_ne!((0.1 + 0.2) + 0.3, 0.1 + (0.2 + 0.3));
}

#[test]
fn which_flower_is_nearer() {
    let [yours, a, b] = [array![5.1, 0.9], array![4.7, 1.2], array![5.1, 1.5]];
    let [to_a, to_b] = [&a - &yours, &b - &yours];
    // The maximum norm is the smallest of the three, the 1-norm the largest.
    let lengths_in_millimetres = &array![47.0, 1.2] - &array![51.0, 0.9];
    let widths_in_millimetres = &array![4.7, 12.0] - &array![5.1, 9.0];
    claims!(
        norm_l1(&to_a),
        norm_l1(&to_b),
        norm_l2(&to_a),
        norm_l2(&to_b),
        norm_inf(&to_a),
        norm_inf(&to_b),
        norm_inf(&lengths_in_millimetres),
        norm_l1(&widths_in_millimetres)
    );
    // Both are flowers of the table, and the nearest of all in some norm.
    let petals = iris().x.select(ndarray::Axis(1), &[2, 3]);
    let nearest = NORMS.map(|norm| nearest_neighbour(&petals, &yours, norm));
    assert_eq!(
        nearest.map(|nearest| nearest.expect("150 rows").0),
        [133, 73, 73]
    );
    assert_eq!([petals.row(73), petals.row(133)], [a.view(), b.view()]);
}
