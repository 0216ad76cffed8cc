//! `cargo run`: the program with the figures of the book.

use std::process::ExitCode;

fn main() -> ExitCode {
    bookbinder::program::main(figures::all)
}
