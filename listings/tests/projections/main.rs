//! Chapter 8: its theorems, algorithms, examples and exercises.

mod accuracy;
mod dimensions;
mod edges;
mod examples;
mod exercises;
mod factors;
mod questions;
mod rescaled;
mod shadows;
mod values;

use mlmath::inverse::gram;
use mlmath::matrices::{identity, times_vector, trace, transpose};
use mlmath::matrix_multiplication::{dot, matmul};
use mlmath::prelude::*;
use mlmath::projections::*;
use mlmath::vectors::{distance, norm_inf, norm_l2};
use mlmath_testing::{assert_at_most, assert_close, claims, for_all};
use values::*;
