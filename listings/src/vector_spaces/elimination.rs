use super::certificates::{check_entries, multiply};
use super::{Fractions, Membership, SpanError};

/// Whether b is in the span of some vectors, exactly: the weights of a
/// combination that is b, or a witness that there is none.
///
/// The weight of a vector that is a combination of those before it is 0. Without
/// any vectors the span is {0}. Shapes: k vectors of dimension m, b of dimension
/// m; there are k weights, or m entries of the witness. Cost: with r pivots less
/// than 2rm(k + m) multiplications, as many divisions, and the greatest common
/// divisor of as many numbers.
///
/// # Errors
///
/// [`SpanError::Empty`] if b has no entries; [`SpanError::Dimension`] if a vector
/// has not as many as b; [`SpanError::Overflow`] if a number becomes too large
/// for `i128`.
///
/// ```
/// use mlmath::vector_spaces::{Fractions, Membership, membership};
///
/// let vectors = [vec![1, 2, 3], vec![1, 1, 1]];
/// let inside = Fractions { numerators: vec![1, 1], denominator: 2 };
/// assert_eq!(membership(&vectors, &[1, 1, 2]), Ok(Membership::Outside(vec![1, -2, 1])));
/// assert_eq!(membership(&[vec![2, 4], vec![0, 2]], &[1, 3]), Ok(Membership::Inside(inside)));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 3.5; Schrijver,
/// *Theory of Linear and Integer Programming*, section 3.3.
pub fn membership(vectors: &[Vec<i128>], b: &[i128]) -> Result<Membership, SpanError> {
    check_entries(vectors, b)?;
    let (k, m) = (vectors.len(), b.len());
    let mut rows = beside_identity(vectors, b);
    let mut pivots = Vec::new();
    for column in 0..k {
        let row = pivots.len();
        let Some(chosen) = (row..m).find(|&i| rows[i][column] != 0) else {
            continue;
        };
        rows.swap(row, chosen);
        pivots.push(column);
        for other in (0..m).filter(|&i| i != row) {
            rows[other] = cleared(&rows[other], &rows[row], column)?;
        }
    }
    match rows[pivots.len()..].iter().find(|row| row[k] != 0) {
        Some(row) => Ok(Membership::Outside(row[k + 1..].to_vec())),
        None => weights(&rows, &pivots, k).map(Membership::Inside),
    }
}

/// The rows of the matrix [A | b | I], where A has the vectors as its columns.
fn beside_identity(vectors: &[Vec<i128>], b: &[i128]) -> Vec<Vec<i128>> {
    let row = |i: usize| {
        let of_a = vectors.iter().map(|v| v[i]);
        let of_i = (0..b.len()).map(|j| i128::from(i == j));
        of_a.chain([b[i]]).chain(of_i).collect()
    };
    (0..b.len()).map(row).collect()
}

/// A row with a 0 in a column: a whole multiple of it minus a whole multiple of
/// the row with the pivot, divided by what its numbers have in common.
fn cleared(row: &[i128], pivot_row: &[i128], column: usize) -> Result<Vec<i128>, SpanError> {
    let (entry, pivot) = (row[column], pivot_row[column]);
    let common = divisor(entry, pivot) * pivot.signum();
    let (keep, subtract) = (pivot / common, entry / common);
    let mut changed = Vec::with_capacity(row.len());
    let mut factor = 0;
    for (&x, &p) in row.iter().zip(pivot_row) {
        let kept = multiply(keep, x, column)?;
        let difference = kept.checked_sub(multiply(subtract, p, column)?);
        let difference = difference.filter(|&z| z != i128::MIN);
        let difference = difference.ok_or(SpanError::Overflow { vector: column })?;
        factor = divisor(factor, difference);
        changed.push(difference);
    }
    Ok(changed.into_iter().map(|x| x / factor).collect())
}

/// Reads the weights from rows in which each pivot is alone in its column.
fn weights(rows: &[Vec<i128>], pivots: &[usize], k: usize) -> Result<Fractions, SpanError> {
    let lowest = |(row, &pivot): (&Vec<i128>, &usize)| {
        let common = divisor(row[k], row[pivot]) * row[pivot].signum();
        (pivot, row[k] / common, row[pivot] / common)
    };
    let fractions: Vec<_> = rows.iter().zip(pivots).map(lowest).collect();
    let mut denominator = 1;
    for (_, _, below) in &fractions {
        denominator = multiply(denominator, below / divisor(denominator, *below), k)?;
    }
    let mut numerators = vec![0; k];
    for (pivot, above, below) in fractions {
        numerators[pivot] = multiply(above, denominator / below, k)?;
    }
    Ok(Fractions {
        numerators,
        denominator,
    })
}

/// The greatest common divisor, by Euclid's algorithm, of numbers that have a
/// negative: all but `i128::MIN`.
fn divisor(x: i128, y: i128) -> i128 {
    let (mut x, mut y) = (x.abs(), y.abs());
    while y != 0 {
        (x, y) = (y, x % y);
    }
    x
}
