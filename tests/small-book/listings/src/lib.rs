//! The listings of the small book.

pub mod means;
