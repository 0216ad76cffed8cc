//! The worked examples of chapter 1, its preview problem among them.

use super::*;
use std::collections::BTreeSet;

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
    let v = [array![1.0, 1.0], array![1.0, -1.0]];
    claims!(linear_combination(&[3.0, 2.0], &v));
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
    let x = array![3.0, -4.0];
    claims!(norm_l1(&x), norm_l2(&x), norm_inf(&x));
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
fn a_ball_with_a_dent() {
    let roots = |x: Vector| norm_l1(&x.mapv(|x_i| x_i.abs().sqrt())).powi(2);
    claims!(roots(array![1.0, 1.0]), roots(array![0.5, 0.5]));
}

#[test]
fn one_hot_codes() {
    let e = standard_basis(3);
    claims!(
        distance(&e[0], &e[2]),
        norm_l1(&(&e[0] - &e[2])),
        linear_combination(&[0.2, 0.5, 0.3], &e)
    );
}

#[test]
fn a_unit_vector() {
    let x = array![1.0, 2.0, 2.0];
    let u = unit(&x).expect("x is not zero");
    claims!(norm_l2(&x), u);
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
fn one_column_in_millimetres() {
    let iris = iris();
    let right = |data: &Matrix| {
        let own_species = |&i: &usize| {
            let flower = data.row(i).to_owned();
            let mut others = data.clone();
            others.row_mut(i).fill(f64::NAN);
            let (nearest, _) = nearest_neighbour(&others, &flower, norm_l2).expect("149 others");
            iris.y[nearest] == iris.y[i]
        };
        (0..data.nrows()).filter(own_species).count()
    };
    let mut in_millimetres = iris.x.clone();
    let mut lengths = in_millimetres.column_mut(0);
    lengths.mapv_inplace(|length| 10.0 * length);
    let mut on_a_common_range = iris.x.clone();
    for mut column in on_a_common_range.columns_mut() {
        let smallest = column.fold(f64::INFINITY, |a, &b| a.min(b));
        let largest = column.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
        column.mapv_inplace(|x| (x - smallest) / (largest - smallest));
    }
    claims!(
        right(&iris.x),
        right(&in_millimetres),
        right(&on_a_common_range),
        right_on_a_common_range_without_rounding()
    );
}

/// The flowers that are named rightly when all four ranges are stretched to the
/// same one, in whole numbers; and the tie that rounding breaks.
fn right_on_a_common_range_without_rounding() -> usize {
    let iris = iris();
    // Recorded to the millimetre, in which all entries are whole numbers.
    let data = iris.x.mapv(|length| (10.0 * length).round() as i64);
    let ranges: Vec<i64> = data
        .columns()
        .into_iter()
        .map(|column| {
            let (smallest, largest) = (column.iter().min(), column.iter().max());
            largest.expect("150 flowers") - smallest.expect("150 flowers")
        })
        .collect();
    // Every range divides their product, so stretching to it needs no fraction.
    let common: i64 = ranges.iter().product();
    let nearest = |i: usize| {
        let distance = |j: usize| -> i64 {
            let entries = data.row(i).into_iter().zip(data.row(j)).zip(&ranges);
            entries
                .map(|((a, b), range)| ((a - b) * (common / range)).pow(2))
                .sum()
        };
        let others = || (0..data.nrows()).filter(move |j| *j != i);
        let smallest = others().map(distance).min().expect("149 others");
        others()
            .filter(|j| distance(*j) == smallest)
            .collect::<Vec<_>>()
    };
    let tied = |i: &usize| {
        let species: BTreeSet<usize> = nearest(*i).into_iter().map(|j| iris.y[j]).collect();
        species.len() > 1
    };
    let ties: Vec<usize> = (0..data.nrows()).filter(tied).collect();
    assert_eq!(ties, [72], "flowers as near to one species as to another");
    assert_eq!(nearest(72), [83, 133]);
    assert_eq!([72, 83, 133].map(|i| iris.y[i]), [1, 1, 2]);
    let own_species = |i: &usize| iris.y[nearest(*i)[0]] == iris.y[*i];
    (0..data.nrows()).filter(own_species).count()
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
fn which_flower_is_nearer() {
    let yours = array![5.0, 2.0];
    let [a, b] = [array![5.3, 2.3], array![5.4, 2.0]].map(|x| &x - &yours);
    // The maximum norm is the smallest of the three, the 1-norm the largest.
    let in_millimetres = &a * &array![1.0, 10.0];
    let in_metres = &a * &array![1.0, 0.01];
    claims!(
        norm_l1(&a),
        norm_l1(&b),
        norm_l2(&a),
        norm_l2(&b),
        norm_inf(&a),
        norm_inf(&b),
        norm_inf(&in_millimetres),
        norm_l1(&in_metres)
    );
}
