//! The code in the pages runs: what `mdbook test -L …` does.

use book_tests::checks::fences::fences;
use book_tests::checks::small::{PAGE, SmallBook};
use book_tests::{assert_none, root, scratch};
use bookbinder::book_deps;

#[test]
fn the_code_on_every_page_runs() {
    let libraries = scratch("book-deps");
    book_deps::fill(root(), &libraries).unwrap_or_else(|error| panic!("{error:#}"));
    assert_none(&fences(root(), &libraries));
}

#[test]
fn a_page_whose_code_fails_is_named() {
    let mut book = SmallBook::copy("failing-fence");
    let libraries = book.root().join("target/book-deps");
    book.materialise();
    book_deps::fill(book.root(), &libraries).unwrap_or_else(|error| panic!("{error:#}"));
    assert_none(&fences(book.root(), &libraries));
    book.replace(PAGE, "assert_ne!(mean", "assert_eq!(mean");
    book.materialise();
    let found = fences(book.root(), &libraries);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with(&format!("{PAGE}: ")), "{found:?}");
}
