//! The rank of a matrix of integers modulo a prime, without any rounding.
//!
//! Eliminate with remainders: each is from 0 to p - 1, and each but 0 has an
//! inverse, which Fermat's little theorem gives: a to the power p - 2.

/// The number of pivots modulo the prime p, which is below 2³¹.
///
/// The rows have one length.
pub fn rank_modulo(rows: &[Vec<i64>], p: u64) -> usize {
    todo!("take remainders, then eliminate, and count the pivots")
}

/// What the harness asks of the function.
pub fn check(rank_modulo: fn(&[Vec<i64>], u64) -> usize) {
    const P: u64 = (1 << 31) - 1;
    let table = |rows: &[&[i64]]| rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>();
    let nine = table(&[&[1, 2, 3], &[4, 5, 6], &[7, 8, 9]]);
    assert_eq!(rank_modulo(&nine, P), 2, "the rank of 1 to 9");
    assert_eq!(rank_modulo(&table(&[&[0, 0], &[0, 0]]), P), 0, "zeros");
    let wide = table(&[&[0, 0, -5, 1], &[0, 0, 10, -3]]);
    assert_eq!(rank_modulo(&wide, P), 2, "negative numbers, free columns");
    // The determinant is 7, which is 0 modulo 7.
    let seven = table(&[&[2, 1], &[-1, 3]]);
    assert_eq!(rank_modulo(&seven, P), 2, "a determinant of 7");
    assert_eq!(rank_modulo(&seven, 7), 1, "a determinant of 7, modulo 7");
    // A product of remainders this large is near 2⁶².
    let far = i64::try_from(P).expect("a number below 2³¹") - 1;
    let large = table(&[&[far, 1], &[1, far]]);
    assert_eq!(rank_modulo(&large, P), 1, "p - 1 is -1");
    let digits = mlmath::data::digits().x;
    let row = |row: ndarray::ArrayView1<'_, f64>| row.iter().map(|&x| x as i64).collect();
    let digits: Vec<Vec<i64>> = digits.rows().into_iter().map(row).collect();
    assert_eq!(rank_modulo(&digits, P), 61, "the digits");
}
