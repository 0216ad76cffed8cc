//! What chapter 6 does at the edges: no vectors, zeros, numbers out of range.

use super::*;

const MOST: i128 = i128::MAX;

fn inside(numerators: Vec<i128>, denominator: i128) -> Result<Membership, SpanError> {
    Ok(Membership::Inside(Fractions {
        numerators,
        denominator,
    }))
}

#[test]
fn no_vectors_span_zero_alone() {
    assert_eq!(membership(&[], &[0, 0]), inside(vec![], 1));
    assert_eq!(
        membership(&[], &[0, 3]),
        Ok(Membership::Outside(vec![0, 1]))
    );
    assert_eq!(membership(&[vec![0, 0]], &[0, 0]), inside(vec![0], 1));
    assert_eq!(
        membership(&[vec![0, 0]], &[5, 0]),
        Ok(Membership::Outside(vec![1, 0]))
    );
}

#[test]
fn fractions_have_the_smallest_common_denominator() {
    assert_eq!(membership(&[vec![2]], &[1]), inside(vec![1], 2));
    assert_eq!(membership(&[vec![-2]], &[1]), inside(vec![-1], 2));
    assert_eq!(membership(&[vec![6]], &[-4]), inside(vec![-2], 3));
    let axes = [vec![4, 0, 0], vec![0, -6, 0], vec![0, 0, 5]];
    assert_eq!(membership(&axes, &[1, 1, 10]), inside(vec![3, -2, 24], 12));
    assert_eq!(membership(&axes, &[0, 0, 0]), inside(vec![0, 0, 0], 1));
    assert_eq!(
        Fractions {
            numerators: vec![3, -2],
            denominator: 12
        }
        .numbers(),
        [0.25, -1.0 / 6.0]
    );
}

#[test]
fn shapes_that_do_not_fit_are_named() {
    assert_eq!(membership(&[vec![1]], &[]), Err(SpanError::Empty));
    assert_eq!(membership(&[], &[]), Err(SpanError::Empty));
    let (vectors, b) = ([vec![1, 2], vec![1, 2, 3]], [1, 2]);
    let error = SpanError::Dimension {
        vector: 1,
        entries: 3,
        expected: 2,
    };
    assert_eq!(membership(&vectors, &b), Err(error));
    assert_eq!(error.to_string(), "vector 1 has 3 entries, not 2");
    let certificate = Membership::Outside(vec![1]);
    assert_eq!(
        certificate.holds(&[vec![1, 2]], &b),
        Err(SpanError::Dimension {
            vector: 1,
            entries: 1,
            expected: 2
        })
    );
    let certificate = inside(vec![1, 1], 1).expect("weights");
    assert_eq!(
        certificate.holds(&[vec![1, 2]], &b),
        Err(SpanError::Dimension {
            vector: 1,
            entries: 2,
            expected: 1
        })
    );
    assert_eq!(certificate.holds(&vectors, &b), Err(error));
    assert_eq!(certificate.holds(&[], &[]), Err(SpanError::Empty));
}

#[test]
fn numbers_out_of_range_are_an_error_and_never_a_wrong_answer() {
    // As large as they may be, as long as nothing larger is needed.
    assert_eq!(
        membership(&[vec![MOST, MOST]], &[MOST, MOST]),
        inside(vec![1], 1)
    );
    assert_eq!(membership(&[vec![MOST]], &[-MOST]), inside(vec![-1], 1));
    assert_eq!(
        membership(&[vec![MOST, 0]], &[0, MOST]),
        Ok(Membership::Outside(vec![0, 1]))
    );
    let overflow = |vector| Err(SpanError::Overflow { vector });
    assert_eq!(membership(&[vec![i128::MIN]], &[1]), overflow(0));
    assert_eq!(membership(&[vec![1]], &[i128::MIN]), overflow(1));
    let large = [vec![MOST, 1], vec![1, MOST - 1]];
    assert_eq!(membership(&large, &[1, 1]), overflow(0));
    // MOST·1 + MOST·1 in the second row.
    assert_eq!(
        membership(&[vec![1, -1], vec![MOST, MOST]], &[0, 1]),
        overflow(0)
    );
    // −MOST − 1 is a number of i128, the only one without a negative.
    assert_eq!(
        membership(&[vec![1, 1], vec![1, -MOST]], &[0, 1]),
        overflow(0)
    );
    // Weights whose common denominator is too large.
    let primes = [(1 << 61) - 1, (1 << 89) - 1];
    let axes = [vec![primes[0], 0], vec![0, primes[1]]];
    assert_eq!(membership(&axes, &[1, 1]), overflow(2));
    // A numerator that is, with a denominator that is not.
    assert_eq!(
        membership(&[vec![3, 0], vec![0, 1]], &[1, MOST]),
        overflow(2)
    );
    let said = SpanError::Overflow { vector: 2 }.to_string();
    assert_eq!(said, "at vector 2 a number is too large for i128");
}

#[test]
fn false_certificates_do_not_hold() {
    let (vectors, b) = ([vec![1, 2, 3], vec![1, 1, 1]], [1, 2, 2]);
    let says = |certificate: Membership, b: &[i128]| certificate.holds(&vectors, b);
    let weights = |numerators, denominator| inside(numerators, denominator).expect("weights");
    assert_eq!(says(Membership::Outside(vec![1, -2, 1]), &b), Ok(true));
    assert_eq!(says(Membership::Outside(vec![-2, 4, -2]), &b), Ok(true));
    assert_eq!(says(Membership::Outside(vec![0, 0, 0]), &b), Ok(false));
    assert_eq!(
        says(Membership::Outside(vec![1, -2, 1]), &[1, 2, 3]),
        Ok(false)
    );
    assert_eq!(says(Membership::Outside(vec![2, -1, 0]), &b), Ok(false));
    assert_eq!(says(Membership::Outside(vec![1, 1, -1]), &b), Ok(false));
    assert_eq!(says(weights(vec![1, 0], 1), &[1, 2, 3]), Ok(true));
    assert_eq!(says(weights(vec![2, 0], 2), &[1, 2, 3]), Ok(true));
    assert_eq!(says(weights(vec![1, 0], 2), &[1, 2, 3]), Ok(false));
    assert_eq!(says(weights(vec![1, 0], 1), &b), Ok(false));
    // 0b = 0 says nothing of b.
    assert_eq!(says(weights(vec![0, 0], 0), &b), Ok(false));
    let large = Membership::Outside(vec![MOST, MOST, MOST]);
    assert_eq!(says(large, &b), Err(SpanError::Overflow { vector: 0 }));
    let large = weights(vec![MOST, MOST], MOST);
    assert_eq!(says(large, &b), Err(SpanError::Overflow { vector: 2 }));
}

#[test]
fn certificates_are_written_as_one_reads_them() {
    for (answer, said) in [
        (membership(&[vec![1, 0]], &[3, 0]), "inside, weights [3]"),
        (membership(&[vec![2, 0]], &[3, 0]), "inside, weights [3]/2"),
        (
            membership(&[vec![1, 0]], &[3, 1]),
            "outside, witness [0, 1]",
        ),
    ] {
        assert_eq!(answer.expect("small numbers").to_string(), said);
    }
}

// The witness has no factor that all its entries share.
#[test]
fn a_witness_is_in_lowest_terms() {
    assert_eq!(witness(&[vec![6, 4]], &[1, 1]), [-2, 3]);
    assert_eq!(witness(&[vec![6, 4]], &[10, 0]), [-2, 3]);
}
