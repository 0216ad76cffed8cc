//! A plate whose upper edge is hot: the condition number of its matrix, and how
//! many steps two iterations take.

use mlmath::inverse::operator_norm_inf;
use mlmath::linear_systems::{
    Cholesky, Grid, SolveError, condition_number, conjugate_gradient, jacobi,
};
use mlmath::vectors::norm_inf;

fn main() -> Result<(), SolveError> {
    println!("grid     unknowns  condition  Jacobi  conjugate gradients  off by");
    for m in [4, 8, 16] {
        let grid = Grid {
            rows: m,
            columns: m,
        };
        let b = grid.right_hand_side(|i, _| if i == 0 { 100.0 } else { 0.0 });
        let a = grid.matrix();
        let direct = Cholesky::new(&a)?.solve(&b)?;
        let slow = jacobi(&a, &b, 1e-8, 10_000)?;
        let fast = conjugate_gradient(|x| grid.times(x), &b, 1e-8, 10_000)?;
        println!(
            "{m:>2} x {m:<2}  {:>8}  {:>9.1}  {:>6}  {:>19}  {:.0e}",
            grid.unknowns(),
            condition_number(&a, operator_norm_inf)?,
            slow.steps,
            fast.steps,
            norm_inf(&(&fast.x - &direct))
        );
    }
    Ok(())
}
