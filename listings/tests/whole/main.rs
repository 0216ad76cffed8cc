//! What belongs to no chapter alone: the data, the records of the benchmarks,
//! and where everything is named.

mod benches;
mod data;
mod registration;
