//! The bound book as a reader gets it.

use book_tests::checks::{bound, contract, drawings, links, offline, text};
use book_tests::{assert_none, book, chapters, root};
use std::collections::BTreeMap;

#[test]
fn every_link_and_every_fragment_leads_somewhere() {
    assert_none(&links::links(&book()));
}

#[test]
fn nothing_is_loaded_from_another_machine() {
    assert_none(&offline::offline(&book()));
}

#[test]
fn every_page_is_html_as_it_should_be() {
    assert_none(&book().problems(contract::well_formed));
}

#[test]
fn no_id_stands_twice_on_a_page() {
    assert_none(&book().problems(contract::ids));
}

#[test]
fn no_markup_is_left_in_the_text() {
    assert_none(&book().problems(text::leftovers));
}

#[test]
fn every_figure_can_be_read_without_seeing_it() {
    assert_none(&book().problems(drawings::drawings));
}

#[test]
fn blocks_keep_the_contract() {
    assert_none(&book().problems(contract::contract));
}

#[test]
fn every_block_stands_on_its_page_as_what_it_is() {
    assert_none(&book().problems(bound::blocks));
}

#[test]
fn every_formula_is_shown_with_mathml() {
    assert_none(&book().problems(bound::formulas));
}

/// The checks above pass on an empty folder; the book is none. What a chapter
/// must have besides is the rubric's.
#[test]
fn every_chapter_has_a_page() {
    let book = book();
    for chapter in chapters(root()) {
        let page = book.page(&chapter.html);
        let page = page.unwrap_or_else(|| panic!("{} is not built", chapter.html));
        assert!(page.source.is_some(), "{} comes from no file", chapter.html);
        assert!(
            !page.select(".katex").is_empty(),
            "{} has no formula",
            chapter.html
        );
    }
    assert!(book.page("index.html").is_some());
}

#[test]
fn every_page_has_a_description_of_its_own() {
    let book = book();
    let mut pages = BTreeMap::new();
    let mut problems = Vec::new();
    for page in &book.pages {
        let descriptions = page.select("meta[name=description]");
        let content = descriptions.first().and_then(|meta| meta.attr("content"));
        // The first page stands in the book twice.
        let (Some(content), false) = (content, page.path == "index.html") else {
            continue;
        };
        if let Some(other) = pages.insert(content.to_owned(), page.path.clone()) {
            problems.push(format!(
                "{} is described as {other} is: {content}",
                page.path
            ));
        }
    }
    assert_none(&problems);
}
