//! The checks on the bound book, and on the listings against heavy peers: one
//! program, so that the book is built once and the libraries are linked once.

mod browser;
mod faults;
mod features;
mod fences;
mod inverses;
mod prose;
mod rubric;
mod site;
mod solvers;
mod spectra;
mod stock;

/// Whether all pages are visited and all figures moved, or a sample of them: the
/// sample is part of all, so it is not tried again beside them.
fn everything() -> bool {
    std::env::args().any(|argument| argument == "--include-ignored")
}
