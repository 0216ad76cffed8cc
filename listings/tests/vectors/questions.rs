//! The computed answers to the questions of chapter 1.

use super::*;

#[test]
fn which_is_equal() {
    claims!(&array![7.0, 6.0] - &array![5.0, 5.0]);
}

#[test]
fn the_way_to_a_flower() {
    let (yours, a) = (array![5.1, 0.9], array![4.7, 1.2]);
    let way = add(&a, &scale(-1.0, &yours));
    claims!(&way);
    assert_close(add(&yours, &way), a, ROUNDING);
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
fn counting_in_f32() {
    let counter = (0..1000).fold(2.0_f32.powi(24), |counter, _| counter + 1.0);
    claims!(counter);
}
