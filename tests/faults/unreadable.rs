//! A file that is there and cannot be read is not taken for an empty one.

use super::refused;
use book_tests::checks::small::SmallBook;
use std::fs;

/// Puts something that is no file into the place of one.
fn unreadable(name: &str, file: &str) {
    let mut book = SmallBook::copy(name);
    book.remove(file);
    book.materialise();
    fs::create_dir_all(book.root().join(file)).expect("a folder");
    refused(&book, file, &["cannot be read"]);
}

#[test]
fn a_program_that_cannot_be_read_is_named() {
    unreadable("unreadable-program", "listings/examples/rain.rs");
}

#[test]
fn an_output_that_cannot_be_read_is_named() {
    unreadable("unreadable-output", "listings/outputs/rain.txt");
}

#[test]
fn a_measurement_that_cannot_be_read_is_named() {
    let file = "listings/benches/measured/mean_ladder.toml";
    unreadable("unreadable-measurement", file);
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let mut book = SmallBook::copy("unreadable-folder");
    for file in ["trimmed_mean.rs", "solutions/trimmed_mean.rs", "main.rs"] {
        book.remove(&format!("listings/exercises/{file}"));
    }
    book.materialise();
    let folder = book.root().join("listings/exercises");
    if folder.is_dir() {
        fs::remove_dir_all(folder).expect("removed");
    }
    book.write("listings/exercises", "no folder");
    refused(&book, "listings/exercises", &["cannot be read"]);
}
