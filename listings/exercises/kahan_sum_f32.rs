//! Sum f32 numbers without losing what each addition rounds off.
//!
//! Write Kahan's compensated summation: beside the sum so far, keep what the
//! last addition lost, and give it to the next number. All arithmetic is f32.

/// The sum of the numbers, by compensated summation.
pub fn kahan_sum_f32(x: &[f32]) -> f32 {
    todo!("carry what each addition loses to the next one")
}

/// What the harness asks of the function.
pub fn check(kahan_sum_f32: fn(&[f32]) -> f32) {
    assert_eq!(kahan_sum_f32(&[]), 0.0, "the sum of no numbers");
    assert_eq!(
        kahan_sum_f32(&[1.5, -0.25, 4.0]),
        5.25,
        "the sum of 1.5, -0.25 and 4"
    );
    let sum = kahan_sum_f32(&vec![0.1; 10_000_000]);
    let plain: f32 = vec![0.1_f32; 10_000_000].iter().sum();
    assert!(
        sum != plain,
        "10 000 000 times 0.1 is not {sum}: that is the plain sum"
    );
    assert_eq!(sum, 1_000_000.0, "10 000 000 times 0.1");
    let mut x = vec![1e-4_f32; 10_000];
    x.insert(0, 10_000.0);
    assert_eq!(
        kahan_sum_f32(&x),
        10_001.0,
        "10 000 and then 10 000 times 0.0001"
    );
}
