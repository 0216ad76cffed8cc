use super::errors::check_right_hand_side;
use super::iterates::{first_within, relative};
use super::triangular::in_range;
use super::{Converged, Iterate, SolveError};
use crate::Vector;
use crate::inverse::{InverseError, check_range};
use crate::matrix_multiplication::dot;
use crate::vectors::{add, axpy, norm_inf, norm_l2, power_of_two, scale};
use std::iter::{from_fn, once};

/// Conjugate gradients for Ax = b from x = 0, for a symmetric positive definite
/// A that is given by its product: x ↦ Ax.
///
/// The first iterate is the start; after an exact solution, or an error, there
/// are no more. Inside, b is divided by a power of two near its size, which
/// rounds nothing. The residual is carried along and not computed from x, which
/// saves a product. Shapes: b of dimension n; the product takes and gives
/// dimension n. Cost for each step: one product, and about 10n operations.
///
/// # Errors
///
/// [`SolveError::Matrix`] if b is empty, [`SolveError::NotFinite`] if it is not
/// finite. A step gives [`SolveError::NotPositiveDefinite`] if pᵀAp/pᵀp is not
/// positive for its direction p; [`SolveError::Overflow`], or
/// [`SolveError::Matrix`] with [`InverseError::Overflow`], if x or pᵀAp is too
/// large for f64.
///
/// # Panics
///
/// If the product has another dimension than b.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::conjugate_gradient_steps};
///
/// let (a, b) = (array![[4.0, 2.0], [2.0, 4.0]], array![3.0, 3.0]);
/// let steps = conjugate_gradient_steps(|x| a.dot(x), &b)?;
/// let iterates = steps.collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(iterates.len(), 2);
/// assert_eq!(iterates[0].x, array![0.0, 0.0]);
/// assert_eq!(iterates[1].x, array![0.5, 0.5]);
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Hestenes and Stiefel, *Methods of Conjugate Gradients for Solving
/// Linear Systems* (1952), section 3.
pub fn conjugate_gradient_steps(
    product: impl Fn(&Vector) -> Vector,
    b: &Vector,
) -> Result<impl Iterator<Item = Result<Iterate, SolveError>>, SolveError> {
    if b.is_empty() {
        return Err(InverseError::Empty.into());
    }
    let n = b.len();
    check_right_hand_side(n, b)?;
    // In this unit of b no square leaves the range; solutions have it too.
    let unit = power_of_two(norm_inf(b));
    let start = State::start(&(b / unit));
    let first = start.iterate.clone();
    // None after an error; and where no residual is left, there is no next step.
    let mut state = Some(start);
    let steps = from_fn(move || {
        let last = state.take().filter(|last| last.squared > NOTHING)?;
        let next = last.next(&product);
        Some(next.map(|next| state.insert(next).iterate.clone()))
    });
    let in_old_unit = move |iterate: Iterate| {
        let x = in_range(iterate.x * unit, 0..n)?;
        let residual = iterate.residual * unit;
        Ok(Iterate { x, residual })
    };
    Ok(once(Ok(first))
        .chain(steps)
        .map(move |iterate| iterate.and_then(in_old_unit)))
}

/// The square of a residual that is 10⁻¹⁰⁰ times the right-hand side. Of what is
/// smaller, the next square may leave the range of f64.
const NOTHING: f64 = 1e-200;

/// An iterate, the direction of the next step, and ‖r‖².
struct State {
    iterate: Iterate,
    direction: Vector,
    squared: f64,
    step: usize,
}

impl State {
    fn start(b: &Vector) -> State {
        State {
            iterate: Iterate {
                x: Vector::zeros(b.len()),
                residual: b.clone(),
            },
            direction: b.clone(),
            squared: dot(b, b),
            step: 0,
        }
    }

    fn next(self, product: impl Fn(&Vector) -> Vector) -> Result<State, SolveError> {
        let Iterate {
            mut x,
            mut residual,
        } = self.iterate;
        let (p, step) = (self.direction, self.step);
        let a_p = product(&p);
        let value = dot(&p, &a_p);
        check_range([&value])?;
        if value <= 0.0 {
            let value = value / dot(&p, &p);
            return Err(SolveError::NotPositiveDefinite { step, value });
        }
        let t = self.squared / value;
        axpy(t, &p, &mut x);
        axpy(-t, &a_p, &mut residual);
        let squared = dot(&residual, &residual);
        let direction = add(&residual, &scale(squared / self.squared, &p));
        Ok(State {
            iterate: Iterate { x, residual },
            direction,
            squared,
            step: step + 1,
        })
    }
}

/// Conjugate gradients until ‖r‖ is at most the tolerance times ‖b‖, for the
/// residual r that is carried along.
///
/// Shapes: b of dimension n; the product x ↦ Ax takes and gives dimension n.
/// Cost for each step: one product, and about 10n operations; one product more
/// at the end, for the residual that is reported.
///
/// # Errors
///
/// Those of [`conjugate_gradient_steps`]; [`SolveError::NotConverged`] if the
/// steps do not suffice.
///
/// # Panics
///
/// If the product has another dimension than b.
///
/// ```
/// use mlmath::{prelude::*, linear_systems::conjugate_gradient};
///
/// let a = array![[4.0, 1.0], [1.0, 2.0]];
/// let solution = conjugate_gradient(|x| a.dot(x), &array![9.0, 4.0], 1e-12, 10)?;
/// assert_eq!(solution.steps, 2);
/// assert!((&solution.x - &array![2.0, 1.0]).iter().all(|d| d.abs() < 1e-11));
/// # Ok::<(), mlmath::linear_systems::SolveError>(())
/// ```
///
/// Source: Hestenes and Stiefel, *Methods of Conjugate Gradients for Solving
/// Linear Systems* (1952), section 3.
pub fn conjugate_gradient(
    product: impl Fn(&Vector) -> Vector,
    b: &Vector,
    tolerance: f64,
    most_steps: usize,
) -> Result<Converged, SolveError> {
    let iterates = conjugate_gradient_steps(&product, b)?;
    let mut converged = first_within(iterates, b, tolerance, most_steps)?;
    let actual = b - &product(&converged.x);
    converged.residual = relative(&actual, norm_l2(b));
    Ok(converged)
}
