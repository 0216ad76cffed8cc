//! Binds, checks and serves the book *ML Mathematics*.
//!
//! Prose stands in `src/`, code in `listings/`, figures in `figures/`. The
//! binder reads the labelled blocks of the pages ([`markup`]), gives them
//! numbers ([`labels`]), puts in place what they name ([`emit`]), and checks
//! that whatever should be bound is ([`checks`]). mdBook does the rest.

pub mod aside;
pub mod assets;
pub mod bibliography;
pub mod binder;
pub mod book_deps;
pub mod build;
pub mod checks;
pub mod destination;
pub mod emit;
pub mod files;
pub mod highlight;
pub mod labels;
pub mod maths;
pub mod module;
pub mod postprocess;
pub mod problems;
pub mod program;
pub mod rebuild;
pub mod rust_source;
pub mod serve;
pub mod source_pages;
pub mod temporary;
pub mod test_source;
pub mod warnings;
pub mod watch;
