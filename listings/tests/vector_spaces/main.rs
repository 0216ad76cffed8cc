//! Chapter 6: its theorems, algorithms, examples and exercises.

mod edges;
mod examples;
mod exercises;
mod functions;
mod questions;
mod rescaled;
mod spaces;
mod values;

use mlmath::data::diabetes;
use mlmath::prelude::*;
use mlmath::vector_spaces::*;
use mlmath_testing::{assert_close, claims, for_all};
use values::*;
