//! What an addition loses is known: `next - sum` is what arrived of the number
//! that should have been added.

/// The sum of the numbers, by compensated summation.
pub fn kahan_sum_f32(x: &[f32]) -> f32 {
    let mut sum = 0.0;
    let mut lost = 0.0;
    for x_i in x {
        let corrected = x_i + lost;
        let next = sum + corrected;
        lost = corrected - (next - sum);
        sum = next;
    }
    sum
}
