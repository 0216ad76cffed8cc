//! Every chapter stands on the floors of the rubric, or is exempt for a reason.

use book_tests::checks::floors::{Exemptions, View, judge, misses};
use book_tests::{assert_none, book, chapters, root};
use std::collections::BTreeMap;

/// The exemptions may only become fewer: lower this number with them.
const MOST_EXEMPTIONS: usize = 0;

fn exemptions() -> Exemptions {
    let file = root().join("tests/exemptions.toml");
    let text = std::fs::read_to_string(&file).expect("the file of exemptions");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_chapter_stands_on_the_floors() {
    let book = book();
    let mut found = BTreeMap::new();
    for chapter in chapters(root()) {
        let html = book.page(&chapter.html);
        let html = html.unwrap_or_else(|| panic!("{} is not built", chapter.html));
        let view = View::new(&chapter.page, html);
        found.insert(chapter.stem, misses(&view));
    }
    assert_none(&judge(&found, &exemptions()));
}

#[test]
fn exemptions_do_not_become_more() {
    let count: usize = exemptions().values().map(Vec::len).sum();
    assert!(
        count <= MOST_EXEMPTIONS,
        "{count} exemptions, at most {MOST_EXEMPTIONS} are left"
    );
    assert_eq!(
        count, MOST_EXEMPTIONS,
        "lower MOST_EXEMPTIONS in rubric.rs to {count}"
    );
}
