//! Every chapter holds what the tables ask for.

use book_tests::checks::floors::{Built, Judged, Miss, RESHAPED, judge, misses};
use book_tests::checks::pages::{chapters, pages};
use book_tests::checks::site::Site;
use book_tests::checks::terms::{self, EXCEPTIONS};
use book_tests::{assert_none, book, root};
use std::fs;

/// How many chapters keep the ceilings: raise it with the list.
const LEAST_RESHAPED: usize = 5;

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What each chapter of a book misses, and the exceptions that nothing needs.
fn judged(site: &Site) -> (Vec<Judged>, Vec<String>) {
    let pages = pages(root());
    let (early, unneeded) = terms::without_exceptions(terms::early(&pages), &text(EXCEPTIONS));
    let mut judged = Vec::new();
    for chapter in chapters(&pages) {
        let built = chapter.iter().map(|page| Built {
            deeper: page.depth > 1,
            page: &page.page,
            html: site
                .page(&page.html)
                .unwrap_or_else(|| panic!("{} is not built", page.html)),
        });
        let mut misses = misses(&built.collect::<Vec<_>>());
        let here = |page: &str| chapter.iter().any(|one| one.stem == page);
        let early = early.iter().filter(|early| here(&early.page));
        misses.extend(early.map(|early| Miss {
            ceiling: true,
            text: early.text.clone(),
        }));
        judged.push((chapter[0].stem.clone(), misses));
    }
    (judged, unneeded)
}

#[test]
fn every_chapter_keeps_the_tables() {
    let (judged, unneeded) = judged(&book());
    assert!(!judged.is_empty(), "the book has no chapter");
    let mut problems = judge(&judged, &text(RESHAPED));
    problems.extend(unneeded);
    assert_none(&problems);
}

#[test]
fn the_list_of_reshaped_chapters_does_not_become_shorter() {
    let list = text(RESHAPED);
    let count = list.lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(
        count, LEAST_RESHAPED,
        "the chapters in {RESHAPED} may only become more, and LEAST_RESHAPED of rubric.rs with them"
    );
}
