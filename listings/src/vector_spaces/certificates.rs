use super::SpanError;
use std::fmt;

/// Fractions of whole numbers with one denominator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fractions {
    /// The numerator of each.
    pub numerators: Vec<i128>,
    /// The denominator of all: positive, and as small as it can be.
    pub denominator: i128,
}

impl Fractions {
    /// The fractions, each rounded to a number of f64.
    ///
    /// Cost: a division for each. Numerator and denominator are rounded before, so
    /// each result is off by at most about 3.4·10⁻¹⁶ times its size.
    ///
    /// ```
    /// use mlmath::vector_spaces::Fractions;
    ///
    /// let halves = Fractions { numerators: vec![1, -3], denominator: 2 };
    /// assert_eq!(halves.numbers(), [0.5, -1.5]);
    /// ```
    pub fn numbers(&self) -> Vec<f64> {
        let denominator = self.denominator as f64;
        let numerators = self.numerators.iter();
        numerators.map(|&c| c as f64 / denominator).collect()
    }
}

/// Whether a vector is in a span, with what proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    /// It is: the combination of the vectors with these weights.
    Inside(Fractions),
    /// It is not: this y has the dot product 0 with each of the vectors, and
    /// another one with b. It has no common factor.
    Outside(Vec<i128>),
}

impl Membership {
    /// Whether the certificate proves what it says of these vectors and b.
    ///
    /// Nothing of how it was found is needed. Shapes: k vectors of dimension m, b
    /// of dimension m; there are k weights, or m entries of the witness. Cost:
    /// (k + 1)m multiplications, and as many additions.
    ///
    /// # Errors
    ///
    /// [`SpanError::Empty`] if b has no entries; [`SpanError::Dimension`] if a
    /// vector or the certificate does not fit; [`SpanError::Overflow`] if a sum
    /// is too large for `i128`.
    ///
    /// ```
    /// use mlmath::vector_spaces::Membership;
    ///
    /// let v = vec![1, 2];
    /// assert_eq!(Membership::Outside(vec![2, -1]).holds(&[v.clone()], &[1, 1]), Ok(true));
    /// assert_eq!(Membership::Outside(vec![1, -1]).holds(&[v], &[1, 1]), Ok(false));
    /// ```
    ///
    /// Source: Strang, *Introduction to Linear Algebra*, section 3.5.
    pub fn holds(&self, vectors: &[Vec<i128>], b: &[i128]) -> Result<bool, SpanError> {
        check_entries(vectors, b)?;
        let k = vectors.len();
        match self {
            Membership::Inside(Fractions {
                numerators,
                denominator,
            }) => {
                check_dimension(k, numerators, k)?;
                // Σ cⱼvⱼ = d·b, entry by entry, and d is not 0.
                for (i, &b_i) in b.iter().enumerate() {
                    let column: Vec<i128> = vectors.iter().map(|v| v[i]).collect();
                    if dot(numerators, &column, k)? != multiply(*denominator, b_i, k)? {
                        return Ok(false);
                    }
                }
                Ok(*denominator != 0)
            }
            Membership::Outside(y) => {
                check_dimension(k, y, b.len())?;
                for (j, v) in vectors.iter().enumerate() {
                    if dot(y, v, j)? != 0 {
                        return Ok(false);
                    }
                }
                Ok(dot(y, b, k)? != 0)
            }
        }
    }
}

impl fmt::Display for Membership {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Membership::Inside(Fractions {
                numerators,
                denominator: 1,
            }) => write!(f, "inside, weights {numerators:?}"),
            Membership::Inside(Fractions {
                numerators,
                denominator,
            }) => write!(f, "inside, weights {numerators:?}/{denominator}"),
            Membership::Outside(y) => write!(f, "outside, witness {y:?}"),
        }
    }
}

/// Refuses an empty b, vectors of another dimension, and the one number of i128
/// that has no negative.
pub(super) fn check_entries(vectors: &[Vec<i128>], b: &[i128]) -> Result<(), SpanError> {
    if b.is_empty() {
        return Err(SpanError::Empty);
    }
    let all = vectors.iter().map(Vec::as_slice).chain([b]);
    for (vector, v) in all.enumerate() {
        check_dimension(vector, v, b.len())?;
        if v.contains(&i128::MIN) {
            return Err(SpanError::Overflow { vector });
        }
    }
    Ok(())
}

fn check_dimension(vector: usize, v: &[i128], expected: usize) -> Result<(), SpanError> {
    let entries = v.len();
    match entries == expected {
        true => Ok(()),
        false => Err(SpanError::Dimension {
            vector,
            entries,
            expected,
        }),
    }
}

pub(super) fn multiply(x: i128, y: i128, vector: usize) -> Result<i128, SpanError> {
    x.checked_mul(y).ok_or(SpanError::Overflow { vector })
}

fn dot(x: &[i128], y: &[i128], vector: usize) -> Result<i128, SpanError> {
    let mut sum = 0_i128;
    for (&x_i, &y_i) in x.iter().zip(y) {
        let term = multiply(x_i, y_i, vector)?;
        sum = sum
            .checked_add(term)
            .ok_or(SpanError::Overflow { vector })?;
    }
    Ok(sum)
}
