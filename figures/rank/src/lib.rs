//! The figures of chapter 7, Linear independence and rank.

use drawing::prelude::*;

mod decision;
mod exchange;
mod flattened;
mod kept;
mod lora;
mod map;
mod readings;
mod reports;
#[cfg(test)]
mod tests;

use decision::rank_as_a_decision;
use exchange::exchange_steps;
use flattened::flattened_box;
use kept::kept_and_lost;
use lora::low_rank_update;
use map::proof_map;
use readings::columns_and_rows;
use reports::same_predictions;

drawing::figures![
    same_predictions,
    flattened_box,
    columns_and_rows,
    kept_and_lost,
    low_rank_update,
    proof_map,
    exchange_steps,
    rank_as_a_decision
];

/// Rows that say "third equals first minus second".
fn four_by_three() -> Matrix {
    array![
        [1.0, 1.0, 0.0],
        [1.0, 1.0, 0.0],
        [1.0, 0.0, 1.0],
        [1.0, 0.0, 1.0]
    ]
}
