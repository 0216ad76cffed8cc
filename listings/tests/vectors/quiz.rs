//! The computed answers to the quiz of chapter 1.

use super::*;

#[test]
fn which_is_equal() {
    claims!(scale(0.5, &array![4.0, 2.0]));
}

#[test]
fn one_update() {
    let mut w = array![1.0, 2.0];
    axpy(-0.5, &array![2.0, -4.0], &mut w);
    claims!(w);
}

#[test]
fn in_which_balls() {
    let x = array![0.6, -0.8];
    claims!(norm_l1(&x), norm_l2(&x), norm_inf(&x));
}

#[test]
fn length_of_a_sum() {
    let length = |y| norm_l2(&add(&array![3.0, 0.0], &y));
    claims!(length(array![-4.0, 0.0]), length(array![4.0, 0.0]));
}

#[test]
fn unit_of_a_feature() {
    let data = iris().x;
    let mut in_millimetres = data.clone();
    in_millimetres
        .column_mut(3)
        .mapv_inplace(|width| 10.0 * width);
    // All flowers at the smallest distance from flower i; rounding breaks no tie.
    let nearest = |data: &Matrix, norm: fn(&Vector) -> f64, i: usize| {
        let distances: Vec<f64> = (0..data.nrows())
            .map(|j| norm(&(&data.row(j) - &data.row(i))))
            .collect();
        let others = (0..data.nrows()).filter(|&j| j != i);
        let smallest = others
            .clone()
            .map(|j| distances[j])
            .fold(f64::INFINITY, f64::min);
        others
            .filter(|&j| distances[j] < smallest + 1e-9)
            .collect::<Vec<_>>()
    };
    let changed = |norm| {
        let is_new = |&i: &usize| {
            let before = nearest(&data, norm, i);
            nearest(&in_millimetres, norm, i)
                .iter()
                .all(|j| !before.contains(j))
        };
        (0..data.nrows()).filter(is_new).count()
    };
    claims!(changed(norm_l1), changed(norm_l2), changed(norm_inf));
}

#[test]
fn counting_in_f32() {
    let counter = (0..1000).fold(2.0_f32.powi(24), |counter, _| counter + 1.0);
    claims!(counter);
}
