//! The computed answers to the quiz of chapter 1.

use super::*;

#[test]
fn which_is_equal() {
    claim("which-is-equal", "(2, 1)", scale(0.5, &array![4.0, 2.0]));
}

#[test]
fn one_update() {
    let mut w = array![1.0, 2.0];
    axpy(-0.5, &array![2.0, -4.0], &mut w);
    claim("one-update", "(0, 4)", w);
}

#[test]
fn in_which_balls() {
    let x = array![0.6, -0.8];
    claim("in-which-balls", "1.4", norm_l1(&x));
    claim("in-which-balls", "1", norm_l2(&x));
    claim("in-which-balls", "0.8", norm_inf(&x));
}

#[test]
fn length_of_a_sum() {
    let length = |y| norm_l2(&add(&array![3.0, 0.0], &y));
    claim("length-of-a-sum", "1", length(array![-4.0, 0.0]));
    claim("length-of-a-sum", "7", length(array![4.0, 0.0]));
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
    claim("unit-of-a-feature", "60", changed(norm_l1));
    claim("unit-of-a-feature", "75", changed(norm_l2));
    claim("unit-of-a-feature", "63", changed(norm_inf));
}

#[test]
fn counting_in_f32() {
    let counter = (0..1000).fold(2.0_f32.powi(24), |counter, _| counter + 1.0);
    claim("counting-in-f32", r"16\,777\,216", counter);
}
