//! Chapter 5: its theorems, algorithms, examples and exercises.

#[path = "linear_systems/accuracy.rs"]
mod accuracy;
#[path = "linear_systems/edges.rs"]
mod edges;
#[path = "linear_systems/elimination.rs"]
mod elimination;
#[path = "linear_systems/examples.rs"]
mod examples;
#[path = "linear_systems/exercises.rs"]
mod exercises;
#[path = "linear_systems/factors.rs"]
mod factors;
#[path = "linear_systems/iterations.rs"]
mod iterations;
#[path = "linear_systems/quiz.rs"]
mod quiz;
#[path = "linear_systems/values.rs"]
mod values;

use mlmath::inverse::{
    InverseError, RowOperation, determinant, gauss_jordan, gram, inverse, log_determinant,
    operator_norm_1, operator_norm_inf, quadratic_form,
};
use mlmath::linear_systems::*;
use mlmath::matrices::{diagonal, identity, times_vector, transpose};
use mlmath::matrix_multiplication::{dot, matmul};
use mlmath::prelude::*;
use mlmath::vectors::{linear_combination, norm_inf, norm_l1, norm_l2};
use mlmath_testing::{assert_at_most, assert_close, claims, for_all};
use values::*;
