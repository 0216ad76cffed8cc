//! Edge cases of chapter 1 that its page does not show.

use super::{NORMS, ROUNDING};
use mlmath::prelude::*;
use mlmath::vectors::*;
use mlmath_testing::{assert_at_most, assert_close, for_all, scalar, vector, vectors};
use std::cell::Cell;

mod in_f64 {
    use super::*;

    #[test]
    fn four_of_the_eight_laws_are_exact_and_four_hold_up_to_rounding() {
        // No term is above 10³, so a few roundings stay below 1e-12.
        for_all((vectors(1..=8), scalar(), scalar()), |([x, y, z], c, d)| {
            let zero = Vector::zeros(x.len());
            assert_eq!(add(&x, &y), add(&y, &x));
            assert_eq!(add(&x, &zero), x);
            assert_eq!(add(&x, &scale(-1.0, &x)), zero);
            assert_eq!(scale(1.0, &x), x);
            let close = |a, b| assert_close(a, b, 1e-12);
            close(add(&add(&x, &y), &z), add(&x, &add(&y, &z)));
            close(scale(c, &add(&x, &y)), add(&scale(c, &x), &scale(c, &y)));
            close(scale(c + d, &x), add(&scale(c, &x), &scale(d, &x)));
            close(scale(c, &scale(d, &x)), scale(c * d, &x));
        });
    }

    #[test]
    fn each_inexact_law_fails_on_some_numbers() {
        assert_ne!((0.1 + 0.2) + 0.3, 0.1 + (0.2 + 0.3));
        assert_ne!(5.0 * (0.1 + 0.2), 5.0 * 0.1 + 5.0 * 0.2);
        assert_ne!((0.2 + 0.1) * 0.3, 0.2 * 0.3 + 0.1 * 0.3);
        assert_ne!(0.1 * (0.2 * 0.3), (0.1 * 0.2) * 0.3);
    }

    #[test]
    fn where_terms_cancel_or_a_step_overflows_or_vanishes_the_two_sides_differ_widely() {
        assert_eq!((1e16 - 1e16) + 1.0, 1.0);
        assert_eq!(1e16 + (-1e16 + 1.0), 0.0);
        let y = -1e16 + 2.0;
        assert_eq!(0.1 * (1e16 + y), 0.2);
        assert_eq!(0.1 * 1e16 + 0.1 * y, 0.125);
        let (c, d) = (1.0 + f64::EPSILON, -1.0);
        assert_close((c + d) * 0.1, 2.22e-17, 1e-19);
        assert_close(c * 0.1 + d * 0.1, 2.78e-17, 1e-19);
        assert_close(1e200 * (1e200 * 1e-300), 1e100, 1e88);
        assert_eq!((1e200 * 1e200) * 1e-300, f64::INFINITY);
        assert_eq!(1e-200 * (1e-200 * 1e200), 1e-200);
        assert_eq!((1e-200 * 1e-200) * 1e200, 0.0);
    }

    #[test]
    fn a_product_of_tiny_numbers_is_zero_though_neither_factor_is() {
        assert_eq!(scale(1e-200, &array![1e-200]), array![0.0]);
    }

    #[test]
    fn ndarray_operators_agree_where_dimensions_do() {
        for_all((vectors(1..=8), scalar()), |([x, y], c)| {
            assert_eq!(add(&x, &y), &x + &y);
            assert_eq!(scale(c, &x), c * &x);
            let [mut ours, mut theirs] = [y.clone(), y.clone()];
            axpy(c, &x, &mut ours);
            assert_eq!(ours, &y + &(c * &x));
            theirs.scaled_add(c, &x);
            assert_eq!(ours, theirs);
        });
    }

    #[test]
    fn ndarray_repeats_a_vector_of_dimension_1_and_add_refuses_it() {
        let (x, y) = (array![1.0, 2.0, 3.0], array![10.0]);
        assert_eq!(&x + &y, array![11.0, 12.0, 13.0]);
        let result = std::panic::catch_unwind(|| add(&x, &y));
        let panic = result.expect_err("dimensions 3 and 1");
        let message = panic.downcast_ref::<String>().expect("a formatted message");
        assert!(message.contains("dimensions 3 and 1"), "{message}");
    }
}

#[test]
fn a_norm_is_nan_if_any_entry_is_wherever_it_stands() {
    let nan = f64::NAN;
    for norm in NORMS {
        for x in [
            array![nan, 1.0],
            array![1.0, nan],
            array![f64::INFINITY, nan],
        ] {
            assert!(norm(&x).is_nan(), "{x}");
        }
        assert_eq!(norm(&array![1.0, f64::NEG_INFINITY]), f64::INFINITY);
    }
}

#[test]
fn the_euclidean_norm_reaches_both_ends_of_f64() {
    let tiniest = f64::from_bits(1);
    assert_eq!(norm_l2(&array![tiniest]), tiniest);
    assert_eq!(
        norm_l2(&array![3.0 * tiniest, 4.0 * tiniest]),
        5.0 * tiniest
    );
    assert_eq!(norm_l2(&array![f64::MAX]), f64::MAX);
    assert_eq!(norm_l2(&array![f64::MAX, f64::MAX]), f64::INFINITY);
}

#[test]
fn the_ball_of_a_norm_holds_the_segment_between_any_two_of_its_points() {
    let roots = |x: &Vector| norm_l1(&x.mapv(|x_i| x_i.abs().sqrt())).powi(2);
    let dents = Cell::new(0);
    for_all((vectors(1..=8), scalar()), |([x, y], t)| {
        // From 0 to 1, for scalars are of size 10 at most.
        let t = (t + 10.0) / 20.0;
        let largest = |norm: &dyn Fn(&Vector) -> f64| {
            let on_the_edge = |x: &Vector| match norm(x) {
                0.0 => x.clone(),
                length => x / length,
            };
            norm(&point_on_line(&on_the_edge(&x), &on_the_edge(&y), t))
        };
        for norm in NORMS {
            assert_at_most(largest(&norm), 1.0, ROUNDING);
        }
        dents.set(dents.get() + usize::from(largest(&roots) > 1.0 + ROUNDING));
    });
    assert!(dents.get() > 0, "roots instead of squares are no norm");
}

#[test]
fn a_p_norm_is_the_norm_of_its_name_for_1_2_and_infinity() {
    for_all(vector(1..=8), |x| {
        assert_close(norm_p(&x, 1.0), norm_l1(&x), ROUNDING);
        assert_close(norm_p(&x, 2.0), norm_l2(&x), ROUNDING);
        assert_eq!(norm_p(&x, f64::INFINITY), norm_inf(&x));
    });
}

#[test]
fn p_norms_fall_as_p_grows_and_obey_the_triangle_inequality() {
    let p = [1.0, 1.5, 2.0, 3.0, 10.0, 100.0, f64::INFINITY];
    for_all(vectors(1..=8), |[x, y]| {
        for pair in p.windows(2) {
            assert_at_most(norm_p(&x, pair[1]), norm_p(&x, pair[0]), ROUNDING);
        }
        for p in p {
            let sides = norm_p(&x, p) + norm_p(&y, p);
            assert_at_most(norm_p(&add(&x, &y), p), sides, ROUNDING);
        }
    });
}

#[test]
#[should_panic(expected = "p is 0.5, but must be at least 1")]
fn below_1_there_is_no_p_norm() {
    norm_p(&array![1.0, 1.0], 0.5);
}

#[test]
fn a_direction_survives_norms_that_overflow_or_underflow() {
    let tiniest = f64::from_bits(1);
    for c in [f64::MAX, 1e300, 1e-300, tiniest] {
        let u = unit(&array![c, -c]).expect("a direction");
        assert_close(u, array![0.5_f64.sqrt(), -0.5_f64.sqrt()], 1e-15);
    }
}

#[test]
fn what_has_no_direction_is_told_with_its_norm() {
    let error = unit(&array![0.0, -0.0]).expect_err("zero");
    assert_eq!(error.to_string(), "a vector of norm 0 has no direction");
    let error = unit(&array![1.0, f64::INFINITY]).expect_err("infinite");
    assert_eq!(error.norm, f64::INFINITY);
    let error = unit(&array![1.0, f64::NAN]).expect_err("not a number");
    assert!(error.norm.is_nan());
}

#[test]
fn of_equally_near_rows_the_first_is_the_nearest() {
    let data = array![[2.0], [0.0], [1.0], [1.0]];
    assert_eq!(
        nearest_neighbour(&data, &array![1.5], norm_l2),
        Some((0, 0.5))
    );
    assert_eq!(
        nearest_neighbour(&data, &array![0.9], norm_l1).map(|(i, _)| i),
        Some(2)
    );
}

#[test]
fn a_row_with_nan_is_never_the_nearest() {
    let data = array![[f64::NAN], [7.0], [-f64::NAN]];
    assert_eq!(
        nearest_neighbour(&data, &array![0.0], norm_inf),
        Some((1, 7.0))
    );
    assert_eq!(
        nearest_neighbour(&array![[f64::NAN]], &array![0.0], norm_inf),
        None
    );
    assert_eq!(
        nearest_neighbour(&Matrix::zeros((0, 1)), &array![0.0], norm_inf),
        None
    );
}

#[test]
fn a_million_tenths_are_summed_to_the_nearest_f64() {
    assert_eq!(kahan_sum(vec![0.1; 1_000_000]), 100_000.0);
    assert_ne!(vec![0.1; 1_000_000].iter().sum::<f64>(), 100_000.0);
}

#[test]
fn kahan_sum_of_nothing_is_zero_and_of_infinity_infinite_or_not_a_number() {
    assert_eq!(kahan_sum(Vec::<f64>::new()), 0.0);
    assert!(kahan_sum([f64::INFINITY, 1.0]).is_nan());
    assert_eq!(kahan_sum([1.0, f64::INFINITY]), f64::INFINITY);
    assert_eq!(kahan_sum([1e308, 1e308]), f64::INFINITY);
    assert!(kahan_sum([1e308_f64, 1e308, -1e308]).is_nan());
}

#[test]
#[should_panic(expected = "as many numbers as vectors")]
fn a_combination_needs_a_number_for_each_vector() {
    linear_combination(&[1.0], &standard_basis(2));
}

#[test]
#[should_panic(expected = "at least one vector")]
fn a_combination_of_no_vectors_has_no_dimension() {
    linear_combination(&[], &[]);
}
