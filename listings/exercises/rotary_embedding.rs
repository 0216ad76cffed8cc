//! Mark the position of a word by rotations.
//!
//! Pair k of the d entries, counted from 0, is turned at position m by m times
//! 10000^(−2k/d) radians.

use mlmath::Vector;

/// The vector x, rotated pair by pair for its position.
pub fn rotary_embedding(x: &Vector, position: f64) -> Vector {
    todo!("`mlmath::inverse::rotation` turns one pair")
}

/// What the harness asks of the function.
pub fn check(rotary_embedding: fn(&Vector, f64) -> Vector) {
    use mlmath::matrix_multiplication::dot;
    use mlmath::vectors::norm_l2;
    use ndarray::array;

    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    let q = array![2.0, 0.0, 1.0, -1.0];
    let k = array![1.0, 1.0, 0.5, 3.0];
    assert_eq!(rotary_embedding(&q, 0.0), q, "position 0 turns nothing");
    let turned = rotary_embedding(&array![1.0, 0.0, 1.0, 0.0], 2.0);
    let expected = array![2_f64.cos(), 2_f64.sin(), 0.02_f64.cos(), 0.02_f64.sin()];
    assert!(
        turned.len() == 4 && turned.iter().zip(&expected).all(|(&a, &b)| near(a, b)),
        "position 2 makes {turned} of (1, 0, 1, 0), not {expected}"
    );
    assert!(
        near(norm_l2(&rotary_embedding(&q, 7.0)), norm_l2(&q)),
        "the length has changed"
    );
    let score = |m, n| dot(&rotary_embedding(&q, m), &rotary_embedding(&k, n));
    assert!(
        near(score(2.0, 5.0), score(102.0, 105.0)),
        "the score of the positions 2 and 5 differs from that of 102 and 105"
    );
}
