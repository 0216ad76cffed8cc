//! Every chapter stands on the floors of the rubric, or is exempt for a reason.

use book_tests::checks::floors::{EXEMPTIONS, Exemptions, View, judge, misses};
use book_tests::{assert_none, book, chapters, root};
use std::collections::BTreeMap;

/// The exemptions may only become fewer: lower this number with them.
const MOST_EXEMPTIONS: usize = 0;

fn exemptions() -> Exemptions {
    let file = root().join(EXEMPTIONS);
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
    assert_eq!(
        count, MOST_EXEMPTIONS,
        "the exemptions in {EXEMPTIONS} may only become fewer, and MOST_EXEMPTIONS of rubric.rs with them"
    );
}
