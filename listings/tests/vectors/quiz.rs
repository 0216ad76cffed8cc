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
fn counting_in_f32() {
    let counter = (0..1000).fold(2.0_f32.powi(24), |counter, _| counter + 1.0);
    claim("counting-in-f32", r"16\,777\,216", counter);
}
