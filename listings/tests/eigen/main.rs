//! Chapter 9: its theorems, algorithms, examples and exercises.

mod accuracy;
mod edges;
mod examples;
mod exercises;
mod facts;
mod questions;
mod rescaled;
mod values;

use mlmath::eigen::*;
use mlmath::inverse::{InverseError, gram};
use mlmath::matrices::{Mat, diagonal, identity, times_vector, transpose};
use mlmath::matrix_multiplication::matmul;
use mlmath::prelude::*;
use mlmath::vectors::{norm_l1, norm_l2};
use mlmath_testing::{assert_close, claims};
use values::*;
