//! Elimination with remainders.

/// The number of pivots modulo the prime p, which is below 2³¹.
///
/// The rows have one length.
pub fn rank_modulo(rows: &[Vec<i64>], p: u64) -> usize {
    let remainder = |x: &i64| i128::from(*x).rem_euclid(i128::from(p)) as u64;
    let mut rows: Vec<Vec<u64>> = rows
        .iter()
        .map(|row| row.iter().map(remainder).collect())
        .collect();
    let mut rank = 0;
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(pivot) = (rank..rows.len()).find(|&i| rows[i][column] != 0) else {
            continue;
        };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let pivot_row = &above[rank];
        let inverse = power(pivot_row[column], p - 2, p);
        for row in below {
            let multiple = row[column] * inverse % p;
            for (x, pivot) in row.iter_mut().zip(pivot_row).skip(column) {
                *x = (*x + (p - multiple) * pivot) % p;
            }
        }
        rank += 1;
    }
    rank
}

/// a to this power, modulo p.
fn power(mut a: u64, mut exponent: u64, p: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * a % p;
        }
        a = a * a % p;
        exponent /= 2;
    }
    result
}
