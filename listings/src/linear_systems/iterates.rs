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
    let mut last = f64::INFINITY;
    for (steps, iterate) in iterates.take(most_steps + 1).enumerate() {
        let Iterate { x, residual } = iterate?;
        last = relative(&residual, size);
        if last <= tolerance {
            return Ok(Converged {
                x,
                steps,
                residual: last,
            });
        }
    }
    Err(SolveError::NotConverged {
        steps: most_steps,
        residual: last,
    })
}
