//! An angle takes no notice of the units of its two vectors.

use super::*;
use mlmath_testing::rescaled;

#[test]
fn angles_and_cosines_have_no_unit() {
    let (x, y) = (array![0.3, -1.7, 2.9], array![1.1, 0.2, -0.4]);
    rescaled::factors(|factor| {
        for (x, y) in [(factor * &x, y.clone()), (x.clone(), factor * &y)] {
            assert_eq!(
                angle(&x, &y),
                angle(&array![0.3, -1.7, 2.9], &array![1.1, 0.2, -0.4])
            );
            assert_eq!(
                cosine_similarity(&x, &y),
                cosine_similarity(&array![0.3, -1.7, 2.9], &array![1.1, 0.2, -0.4])
            );
        }
    });
    assert_eq!(angle(&x, &y), angle(&y, &x));
}
