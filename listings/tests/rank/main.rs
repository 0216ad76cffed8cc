//! Chapter 7: its theorems, algorithms, examples and exercises.

mod edges;
mod examples;
mod exercises;
mod independence;
mod questions;
mod rescaled;

mod values;

use mlmath::data::{digits, iris};
use mlmath::inverse::{InverseError, determinant, gram, inverse};
use mlmath::linear_systems::{
    Pivoting, Solutions, SolveError, reduced_row_echelon, row_echelon, solution_set, solve,
};
use mlmath::matrices::{identity, times_vector, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::prelude::*;
use mlmath::rank::*;
use mlmath::vectors::linear_combination;
use mlmath_testing::rational::{exactly, nearest};
use mlmath_testing::{assert_close, claims, for_all};
use values::*;
