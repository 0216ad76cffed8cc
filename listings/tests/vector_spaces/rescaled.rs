//! The same question in other units and in another order: the answer is the same.

use super::*;
use proptest::prelude::*;

// Equations times numbers, vectors times numbers, and all in another order.
#[test]
fn answers_do_not_depend_on_units_or_order() {
    let factor = || {
        (1..=5_i128, any::<bool>()).prop_map(|(c, minus)| if minus { -c << 20 } else { c << 20 })
    };
    let values = question().prop_flat_map(move |(vs, b, _)| {
        let (k, m) = (vs.len(), b.len());
        let factors = [k, m].map(|n| proptest::collection::vec(factor(), n));
        (Just((vs, b)), factors, 0..m, 0..k.max(1))
    });
    for_all(values, |((vs, b), [columns, rows], shift, turn)| {
        let rewritten = |v: &[i128], c: i128| {
            let mut v: Vec<_> = v.iter().zip(&rows).map(|(v_i, r)| c * r * v_i).collect();
            v.rotate_left(shift);
            v
        };
        let mut others: Vectors = vs
            .iter()
            .zip(&columns)
            .map(|(v, c)| rewritten(v, *c))
            .collect();
        others.rotate_left(turn);
        let inside = is_inside(&vs, &b);
        assert_eq!(is_inside(&others, &rewritten(&b, 1)), inside);
        // With rows alone in other units, weights are as they were, and the
        // witness is in the inverse units.
        let same_columns: Vectors = vs
            .iter()
            .map(|v| v.iter().map(|x| x << 40).collect())
            .collect();
        let times: Vec<_> = b.iter().map(|x| x << 40).collect();
        assert_eq!(membership(&same_columns, &times), membership(&vs, &b));
    });
}
