//! Chapter 5: its theorems, algorithms, examples and exercises.

mod accuracy;
mod edges;
mod elimination;
mod examples;
mod exercises;
mod factors;
mod iterations;
mod limits;
mod questions;
mod rescaled;
mod trust;
mod values;

use mlmath::inverse::{
    InverseError, RowOperation, determinant, gauss_jordan, gram, inverse, log_determinant,
    operator_norm_1, operator_norm_inf, quadratic_form,
};
use mlmath::linear_systems::*;
use mlmath::matrices::{blur, diagonal, identity, times_vector, transpose};
use mlmath::matrix_multiplication::{dot, matmul};
use mlmath::prelude::*;
use mlmath::vectors::{linear_combination, norm_inf, norm_l1, norm_l2};
use mlmath_testing::{assert_at_most, assert_close, claims, for_all};
use values::*;
