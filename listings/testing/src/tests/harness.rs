//! The helpers that the tests of the chapters rely on can fail, and say why.

use crate::{
    assert_at_most, assert_close, difference, for_all, scalar, vector, vectors, vectors_of_integers,
};
use ndarray::array;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the panic says that a closure must end in.
fn complaint(fails: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(fails)).expect_err("it should fail");
    *panic.downcast::<String>().expect("a formatted message")
}

#[test]
fn a_property_is_tried_on_the_same_256_values_at_each_run() {
    let run = || {
        let seen = RefCell::new(Vec::new());
        for_all(vectors(0..=8), |[x, y]| seen.borrow_mut().push((x, y)));
        seen.into_inner()
    };
    assert_eq!(run().len(), 256);
    assert_eq!(run(), run());
}

#[test]
fn a_failing_property_names_a_simplest_counterexample() {
    let message = complaint(|| {
        for_all(vector(0..=8), |x| {
            assert!(x.len() < 3, "the dimension is {}", x.len())
        })
    });
    assert!(message.contains("the dimension is 3"), "{message}");
    assert!(
        message.contains("minimal failing input: [0.0, 0.0, 0.0]"),
        "{message}"
    );
}

#[test]
fn random_values_are_moderate_and_of_the_shape_that_was_asked_for() {
    for_all(scalar(), |c| assert!(c.abs() <= 10.0));
    for_all(vector(3), |x| assert_eq!(x.len(), 3));
    for_all(vectors(2..=5), |[x, y, z]| {
        assert!((2..=5).contains(&x.len()));
        assert_eq!((x.len(), x.len()), (y.len(), z.len()));
    });
    for_all(vectors_of_integers(1..=4), |[x]| {
        assert!(
            x.iter()
                .all(|x_i| x_i.fract() == 0.0 && x_i.abs() <= 1000.0)
        );
    });
}

#[test]
fn random_scalars_meet_zero_and_one_and_both_signs() {
    let seen = RefCell::new(Vec::new());
    for_all(scalar(), |c| seen.borrow_mut().push(c));
    let seen = seen.into_inner();
    for special in [0.0, 1.0, -1.0] {
        assert!(seen.contains(&special), "never {special}");
    }
    assert!(seen.iter().any(|c| c.fract() != 0.0 && *c < 0.0));
}

#[test]
fn close_means_within_the_tolerance() {
    assert_close(1.0, 1.0 + 1e-13, 1e-12);
    assert_close(f64::INFINITY, f64::INFINITY, 0.0);
    assert_close(array![1.0, 2.0], &array![1.0, 2.0], 0.0);
    assert_close(array![[1.0], [2.0]], array![[1.0], [2.1]], 0.2);
}

#[test]
fn what_is_not_close_is_shown_from_both_sides() {
    let message = complaint(|| assert_close(&array![1.0, 2.0], array![1.0, 2.5], 0.1));
    assert!(
        message.starts_with("entry 1 differs by 5e-1, more than 1e-1"),
        "{message}"
    );
    assert!(message.contains("left: [1.0, 2.0]") && message.contains("right: [1.0, 2.5]"));
    let message = complaint(|| assert_close(array![1.0, 2.0], array![1.0], 1.0));
    assert!(message.contains("shapes differ"), "{message}");
    let message = complaint(|| assert_close(array![[1.0, 2.0]], array![[1.0], [2.0]], 1.0));
    assert!(message.contains("shapes differ"), "{message}");
    complaint(|| assert_close(f64::NAN, f64::NAN, 1.0));
}

#[test]
fn at_most_allows_no_more_than_the_tolerance() {
    assert_at_most(1.0, 1.0, 0.0);
    assert_at_most(1.0 + 1e-13, 1.0, 1e-12);
    let message = complaint(|| assert_at_most(1.5, 1.0, 0.25));
    assert_eq!(message, "1.5 is above 1.0 by 5e-1, more than 2.5e-1");
    complaint(|| assert_at_most(f64::NAN, 1.0, 1.0));
}

#[test]
fn the_first_line_that_differs_is_named() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    let changed = difference("a\nb\n", "a\nc\n");
    assert_eq!(
        changed.as_deref(),
        Some("line 2 is \"c\" and should be \"b\"")
    );
    let short = difference("a\nb\n", "a\nb");
    assert_eq!(
        short.as_deref(),
        Some("line 3 is nothing and should be \"\"")
    );
    let long = difference("a", "a\nb");
    assert_eq!(
        long.as_deref(),
        Some("line 2 is \"b\" and should be nothing")
    );
}
