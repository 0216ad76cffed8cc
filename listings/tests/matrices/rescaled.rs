//! A norm takes the unit of its matrix, and no notice of the order.

use super::*;
use mlmath_testing::rescaled;

#[test]
fn frobenius_norms_have_the_unit_of_their_matrix() {
    let a = array![[1.0, -2.0, 3.0], [0.5, 0.0, 7.0]];
    rescaled::factors(|factor| {
        assert_eq!(norm_frobenius(&(factor * &a)), factor * norm_frobenius(&a));
    });
    assert_close(norm_frobenius(&transpose(&a)), norm_frobenius(&a), 1e-14);
}

#[test]
fn a_matrix_is_symmetric_in_other_units_exactly_if_it_was() {
    let symmetric: Matrix = array![[1.0, 0.1, -3.0], [0.1, 0.0, 7.0], [-3.0, 7.0, 1e-3]];
    let mut other = symmetric.clone();
    other[[0, 1]] = other[[0, 1]].next_up();
    rescaled::symmetric(3, |units| {
        assert!(is_symmetric(&units.matrix(&symmetric)));
        assert!(!is_symmetric(&units.matrix(&other)));
    });
}
