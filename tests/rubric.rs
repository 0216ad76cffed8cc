//! Every chapter holds what the tables ask for.

use book_tests::checks::floors::{Built, misses};
use book_tests::checks::pages::{chapters, pages};
use book_tests::checks::site::Site;
use book_tests::checks::terms::{self, EXCEPTIONS};
use book_tests::{assert_none, book, root};
use std::fs;

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What the chapters of a book miss, and the exceptions that nothing needs.
fn missing(site: &Site) -> Vec<String> {
    let pages = pages(root());
    let (early, unneeded) = terms::without_exceptions(terms::early(&pages), &text(EXCEPTIONS));
    let chapters: Vec<_> = chapters(&pages).collect();
    assert!(!chapters.is_empty(), "the book has no chapter");
    let mut missing = unneeded;
    for chapter in chapters {
        let built = chapter.iter().map(|page| Built {
            deeper: page.depth > 1,
            page: &page.page,
            html: site
                .page(&page.html)
                .unwrap_or_else(|| panic!("{} is not built", page.html)),
        });
        missing.extend(misses(&built.collect::<Vec<_>>()));
        let here = |page: &str| chapter.iter().any(|one| one.stem == page);
        let early = early.iter().filter(|early| here(&early.page));
        missing.extend(early.map(|early| early.text.clone()));
    }
    missing
}

#[test]
fn every_chapter_keeps_the_tables() {
    assert_none(&missing(&book()));
}
