use super::SolveError;
use crate::Vector;
use crate::vectors::norm_l2;

/// Where an iteration for Ax = b stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Iterate {
    /// The approximate solution.
    pub x: Vector,
    /// Its residual b − Ax.
    pub residual: Vector,
}

/// Where an iteration ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Converged {
    /// The approximate solution.
    pub x: Vector,
    /// How many steps led to it.
    pub steps: usize,
    /// How large ‖b − Ax‖/‖b‖ is, or 0 if b = 0.
    pub residual: f64,
}

/// The norm of a residual divided by a size; 0 if there is no residual.
pub(super) fn relative(residual: &Vector, size: f64) -> f64 {
    let residual = norm_l2(residual);
    if residual == 0.0 {
        0.0
    } else {
        residual / size
    }
}

/// The first iterate whose residual is at most the tolerance times ‖b‖.
pub(super) fn first_within(
    iterates: impl Iterator<Item = Result<Iterate, SolveError>>,
    b: &Vector,
    tolerance: f64,
    most_steps: usize,
) -> Result<Converged, SolveError> {
    let size = norm_l2(b);
    let mut reached = (0, f64::INFINITY);
    for (steps, iterate) in (0..=most_steps).zip(iterates) {
        let Iterate { x, residual } = iterate?;
        reached = (steps, relative(&residual, size));
        let (_, residual) = reached;
        if residual <= tolerance {
            return Ok(Converged { x, steps, residual });
        }
        if !residual.is_finite() {
            break;
        }
    }
    let (steps, residual) = reached;
    Err(SolveError::NotConverged { steps, residual })
}
