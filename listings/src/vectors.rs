//! Vectors: addition and scalar multiplication, linear combinations, norms
//! and distances, and what rounding does to a sum.

use crate::{Matrix, Vector};
use ndarray::NdFloat;
use std::error::Error;
use std::fmt;

/// The sum x + y, entry by entry.
///
/// Shapes: x and y of the same dimension n, and so is the sum. Cost: n
/// additions.
///
/// # Panics
///
/// If the dimensions differ. ndarray's `+` panics too, with one exception: it
/// repeats a vector of dimension 1 to fit the other one.
///
/// ```
/// use mlmath::{prelude::*, vectors::add};
///
/// assert_eq!(add(&array![3.0, 1.0], &array![1.0, 2.0]), array![4.0, 3.0]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.2.
pub fn add(x: &Vector, y: &Vector) -> Vector {
    assert_same_dimension(x.len(), y.len());
    Vector::from_shape_fn(x.len(), |i| x[i] + y[i])
}

/// The multiple cx: each entry times c.
///
/// Shapes: a number c and x of dimension n give dimension n. Cost: n
/// multiplications.
///
/// ```
/// use mlmath::{prelude::*, vectors::scale};
///
/// assert_eq!(scale(-2.0, &array![3.0, 1.0]), array![-6.0, -2.0]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.3.
pub fn scale(c: f64, x: &Vector) -> Vector {
    x.mapv(|x_i| c * x_i)
}

/// Adds a times x to y, in place: y ← y + ax.
///
/// Shapes: x and y of the same dimension n. Cost: n multiplications, n
/// additions, no new memory.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, vectors::axpy};
///
/// let mut w = array![1.0, 2.0];
/// axpy(-0.5, &array![2.0, -4.0], &mut w);
/// assert_eq!(w, array![0.0, 4.0]);
/// ```
///
/// Source: Lawson, Hanson, Kincaid and Krogh, *Basic Linear Algebra
/// Subprograms for Fortran Usage* (1979), where it has this name.
pub fn axpy(a: f64, x: &Vector, y: &mut Vector) {
    assert_same_dimension(x.len(), y.len());
    for (y_i, x_i) in y.iter_mut().zip(x) {
        *y_i += a * x_i;
    }
}

/// The linear combination c₁v₁ + … + cₖvₖ.
///
/// Shapes: k numbers and k vectors of the same dimension n give dimension n.
/// Cost: kn multiplications and additions.
///
/// # Panics
///
/// Unless there is one number for each vector; if there is no vector at all
/// (the sum is zero, but of which dimension?), or if dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, vectors::linear_combination};
///
/// let v = [array![1.0, 1.0], array![1.0, -1.0]];
/// assert_eq!(linear_combination(&[3.0, 2.0], &v), array![5.0, 1.0]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.3.
pub fn linear_combination(c: &[f64], v: &[Vector]) -> Vector {
    assert_eq!(c.len(), v.len(), "as many numbers as vectors");
    let first = v.first().expect("at least one vector");
    let mut sum = Vector::zeros(first.len());
    for (&c_i, v_i) in c.iter().zip(v) {
        axpy(c_i, v_i, &mut sum);
    }
    sum
}

/// The standard basis e₁, …, eₙ of ℝⁿ: eᵢ is 1 at entry i and 0 elsewhere.
///
/// Shapes: n vectors of dimension n. Cost: n² entries.
///
/// ```
/// use mlmath::{prelude::*, vectors::standard_basis};
///
/// assert_eq!(standard_basis(2), [array![1.0, 0.0], array![0.0, 1.0]]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.1.
pub fn standard_basis(n: usize) -> Vec<Vector> {
    let e = |i| Vector::from_shape_fn(n, |j| if i == j { 1.0 } else { 0.0 });
    (0..n).map(e).collect()
}

/// The point (1 − t)u + tv on the line through u and v.
///
/// At t = 0 it is u, at t = 1 it is v; from 0 to 1 it runs along the segment
/// between them. Shapes: u and v of the same dimension n, and so is the point.
/// Cost: 2n multiplications, n additions.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, vectors::point_on_line};
///
/// let (u, v) = (array![2.0, 0.0], array![6.0, 4.0]);
/// assert_eq!(point_on_line(&u, &v, 0.25), array![3.0, 1.0]);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 1.3.
pub fn point_on_line(u: &Vector, v: &Vector, t: f64) -> Vector {
    add(&scale(1.0 - t, u), &scale(t, v))
}

/// The 1-norm |x₁| + … + |xₙ|.
///
/// Shapes: x of dimension n gives a number, 0 if n is 0. Cost: n additions.
///
/// ```
/// use mlmath::{prelude::*, vectors::norm_l1};
///
/// assert_eq!(norm_l1(&array![3.0, -4.0]), 7.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.2.
pub fn norm_l1(x: &Vector) -> f64 {
    // Not `sum()`, which is −0 for a vector without entries.
    x.iter().fold(0.0, |sum, x_i| sum + x_i.abs())
}

/// The maximum norm: the largest |xᵢ|.
///
/// Shapes: x of dimension n gives a number, 0 if n is 0. It is NaN as soon as
/// one entry is. Cost: n comparisons.
///
/// ```
/// use mlmath::{prelude::*, vectors::norm_inf};
///
/// assert_eq!(norm_inf(&array![3.0, -4.0]), 4.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.2.
pub fn norm_inf(x: &Vector) -> f64 {
    let mut largest = 0.0;
    for x_i in x {
        // `f64::max` would drop a NaN.
        if x_i.abs() > largest || x_i.is_nan() {
            largest = x_i.abs();
        }
    }
    largest
}

/// The Euclidean norm √(x₁² + … + xₙ²), safe from overflow.
///
/// Shapes: x of dimension n gives a number. It is infinite only if an entry is,
/// or if the norm is, up to rounding, above the largest f64, and NaN only if an
/// entry is. Cost: two passes, n divisions, multiplications and additions, one
/// square root.
///
/// ```
/// use mlmath::{prelude::*, vectors::norm_l2};
///
/// assert_eq!(norm_l2(&array![3.0, -4.0]), 5.0);
/// ```
///
/// Source: Golub and Van Loan, *Matrix Computations*, section 2.2, for the
/// norm. Blue, *A Portable Fortran Program to Find the Euclidean Norm of a
/// Vector* (1978), does not divide: he scales by fixed constants, and only
/// where he must.
pub fn norm_l2(x: &Vector) -> f64 {
    let largest = norm_inf(x);
    // Zero, infinite or NaN: it is the norm, and nothing can be divided by it.
    if largest == 0.0 || !largest.is_finite() {
        return largest;
    }
    let sum: f64 = x.iter().map(|x_i| (x_i / largest).powi(2)).sum();
    largest * sum.sqrt()
}

/// The p-norm (|x₁|ᵖ + … + |xₙ|ᵖ)^{1/p} for 1 ≤ p ≤ ∞, safe from overflow.
///
/// p = 1 and p = 2 are the norms above, and p = ∞ is the maximum norm.
/// Shapes: x of dimension n gives a number. Cost: two passes, n divisions and
/// powers, n additions.
///
/// # Panics
///
/// If p is below 1, where the triangle inequality fails, or NaN.
///
/// ```
/// use mlmath::{prelude::*, vectors::norm_p};
///
/// let norm = norm_p(&array![1.0, 1.0], 4.0);
/// assert!((norm - 2.0_f64.powf(0.25)).abs() < 1e-15);
/// ```
///
/// Source: Hardy, Littlewood and Pólya, *Inequalities*, section 2.11, for the
/// triangle inequality, which is Minkowski's.
pub fn norm_p(x: &Vector, p: f64) -> f64 {
    assert!(p >= 1.0, "p is {p}, but must be at least 1");
    let largest = norm_inf(x);
    if p.is_infinite() || largest == 0.0 || !largest.is_finite() {
        return largest;
    }
    let sum: f64 = x.iter().map(|x_i| (x_i.abs() / largest).powf(p)).sum();
    largest * sum.powf(1.0 / p)
}

/// The distance ‖x − y‖ between two points.
///
/// Shapes: x and y of the same dimension n give a number. Cost: that of the
/// norm and n subtractions.
///
/// # Panics
///
/// If the dimensions differ.
///
/// ```
/// use mlmath::{prelude::*, vectors::distance};
///
/// assert_eq!(distance(&array![4.0, 6.0], &array![1.0, 2.0]), 5.0);
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 3.2.
pub fn distance(x: &Vector, y: &Vector) -> f64 {
    norm_l2(&add(x, &scale(-1.0, y)))
}

/// What [`unit()`] answers when a vector points nowhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoDirection {
    /// The norm of the vector: 0, infinite or NaN.
    pub norm: f64,
}

impl fmt::Display for NoDirection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a vector of norm {} has no direction", self.norm)
    }
}

impl Error for NoDirection {}

/// The unit vector x/‖x‖, which has the direction of x and norm 1.
///
/// Shapes: x of dimension n gives dimension n. Cost: that of the norm and 2n
/// divisions.
///
/// # Errors
///
/// [`NoDirection`] if x is zero, or if an entry is infinite or NaN.
///
/// ```
/// use mlmath::{prelude::*, vectors::{NoDirection, unit}};
///
/// assert_eq!(unit(&array![3.0, 4.0]), Ok(array![0.6, 0.8]));
/// assert_eq!(unit(&array![0.0, 0.0]), Err(NoDirection { norm: 0.0 }));
/// ```
///
/// Source: Strang, *Introduction to Linear Algebra*, section 1.2.
pub fn unit(x: &Vector) -> Result<Vector, NoDirection> {
    let largest = norm_inf(x);
    if largest == 0.0 || !largest.is_finite() {
        return Err(NoDirection { norm: largest });
    }
    // Of the same direction, with a norm between 1 and √n, surely in range.
    let x = x / largest;
    Ok(&x / norm_l2(&x))
}

/// The row of a table that is nearest to x in a norm: its index and its
/// distance.
///
/// Of equally near rows it is the first. A row whose distance is NaN is left
/// out; `None` if no other remains. Shapes: n×d data and x of
/// dimension d. Cost: n norms of dimension d.
///
/// # Panics
///
/// Unless x has one entry for each column of the data.
///
/// ```
/// use mlmath::{prelude::*, vectors::{nearest_neighbour, norm_l2}};
///
/// let data = array![[0.0, 0.0], [3.0, 1.0], [5.0, 5.0]];
/// let nearest = nearest_neighbour(&data, &array![3.0, 3.0], norm_l2);
/// assert_eq!(nearest, Some((1, 2.0)));
/// ```
///
/// Source: Boyd and Vandenberghe, *Introduction to Applied Linear Algebra*,
/// section 3.2.
pub fn nearest_neighbour(
    data: &Matrix,
    x: &Vector,
    norm: impl Fn(&Vector) -> f64,
) -> Option<(usize, f64)> {
    assert_same_dimension(data.ncols(), x.len());
    data.rows()
        .into_iter()
        .map(|row| norm(&(&row - x)))
        .enumerate()
        .filter(|(_, distance)| !distance.is_nan())
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
}

/// The sum of numbers by Kahan's compensated summation, in f32 or f64.
///
/// What an addition loses is carried along and given to the next number, so
/// that the error does not grow with how many there are. Cost: 4 additions
/// for each number. If a number or a partial sum is infinite, the result is
/// infinite or NaN.
///
/// ```
/// use mlmath::vectors::kahan_sum;
///
/// let tenths = [0.1; 10];
/// assert_ne!(tenths.iter().sum::<f64>(), 1.0);
/// assert_eq!(kahan_sum(tenths), 1.0);
/// ```
///
/// Source: Kahan, *Further Remarks on Reducing Truncation Errors* (1965);
/// Higham, *Accuracy and Stability of Numerical Algorithms*, section 4.3.
pub fn kahan_sum<F: NdFloat>(x: impl IntoIterator<Item = F>) -> F {
    let mut sum = F::zero();
    let mut carry = F::zero();
    for x_i in x {
        let corrected = x_i + carry;
        let next = sum + corrected;
        // What of `corrected` has not arrived in `next`.
        carry = corrected - (next - sum);
        sum = next;
    }
    sum
}

/// A power of two near a size, by which numbers can be divided and multiplied
/// without rounding; for 0, the smallest that is used.
pub(crate) fn power_of_two(size: f64) -> f64 {
    2.0_f64.powi((size.log2().floor() as i32).clamp(-1000, 1000))
}

fn assert_same_dimension(m: usize, n: usize) {
    assert_eq!(m, n, "the vectors have dimensions {m} and {n}");
}
