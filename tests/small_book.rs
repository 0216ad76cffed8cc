//! The real program with the figures of the small book, for the tests that run
//! it from outside.

use book_tests::checks::small;
use std::process::ExitCode;

fn main() -> ExitCode {
    bookbinder::program::main(small::figures)
}
