//! The book as a whole: whether it is built, and what happens when it is not.

use super::refused;
use book_tests::assert_none;
use book_tests::checks::small::{PAGE, SmallBook, rain_in_spring};
use book_tests::checks::{bound, contract, drawings, links, offline, text};
use book_tests::files;
use figures::Figure;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_small_book_without_a_fault_is_built_and_keeps_every_check() {
    let site = SmallBook::copy("none").site();
    assert_none(&links::links(&site));
    assert_none(&offline::offline(&site));
    assert_none(&site.problems(contract::well_formed));
    assert_none(&site.problems(contract::ids));
    assert_none(&site.problems(contract::contract));
    assert_none(&site.problems(drawings::drawings));
    assert_none(&site.problems(text::leftovers));
    assert_none(&site.problems(bound::blocks));
    assert_none(&site.problems(bound::formulas));
}

#[test]
fn the_tests_of_the_small_book_without_a_fault_pass() {
    let said = SmallBook::copy("none-tested").test(None);
    let said = said.unwrap_or_else(|message| panic!("{message}"));
    assert!(said.contains("test result: ok"), "{said}");
}

#[test]
fn a_reference_to_a_draft_prints_its_title_without_a_link() {
    let site = SmallBook::copy("draft").site();
    let page = site.page("basics/means.html").expect("the chapter");
    let drafts = page.select("section[data-kind=comparison] .draft");
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].text().collect::<String>(), "Medians");
    assert!(page.select("main a").iter().all(|link| {
        let href = link.attr("href").unwrap_or_default();
        !href.contains("medians")
    }));
}

#[test]
fn a_link_to_a_page_that_is_missing_is_named() {
    let mut book = SmallBook::copy("dead-link");
    book.append(PAGE, "\nMore stands in [another chapter](modes.md).\n");
    let place = book.place(PAGE, "modes.md");
    let found = links::links(&book.site());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(&place) && found[0].contains("\"modes.html\""),
        "{found:?}"
    );
}

#[test]
fn a_link_to_a_fragment_that_is_missing_is_named() {
    let mut book = SmallBook::copy("dead-fragment");
    let page = "src/running.md";
    book.replace(page, "means.md#a-program", "means.md#the-program");
    let place = book.place(page, "#the-program");
    let found = links::links(&book.site());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(&place) && found[0].contains("\"the-program\""),
        "{found:?}"
    );
}

#[test]
fn a_figure_without_a_description_is_named() {
    fn figures() -> Vec<Figure> {
        let undescribed = || rain_in_spring().describe("");
        vec![Figure::new("means", "rain-in-spring", undescribed)]
    }
    let mut book = SmallBook::copy("undescribed-figure");
    book.draw(figures);
    let place = book.place(PAGE, "<figure id=\"rain-in-spring\"");
    refused(
        &book,
        &place,
        &["\"rain-in-spring\"", "a title and a description"],
    );
}

#[test]
fn an_option_that_katex_does_not_have_is_named() {
    let mut book = SmallBook::copy("katex-key");
    book.replace("book.toml", "no-css = true", "nocss = true");
    let place = book.place("book.toml", "nocss");
    refused(&book, &place, &["\"nocss\"", "no option of KaTeX"]);
}

#[test]
fn a_value_that_katex_does_not_have_is_named() {
    let mut book = SmallBook::copy("katex-value");
    book.replace("book.toml", "\"htmlAndMathml\"", "\"htmlAndMathML\"");
    let place = book.place("book.toml", "output = ");
    refused(&book, &place, &["\"htmlAndMathML\"", "htmlAndMathml"]);
    let mut book = SmallBook::copy("katex-type");
    book.replace("book.toml", "no-css = true", "no-css = \"yes\"");
    let place = book.place("book.toml", "no-css");
    refused(&book, &place, &["no-css", "expected a boolean"]);
}

#[test]
fn a_page_that_is_missing_from_the_disk_is_named() {
    let mut book = SmallBook::copy("missing-page");
    book.remove(PAGE);
    let message = book.build().expect_err("a page that is missing");
    assert!(message.contains("basics/means.md"), "{message}");
}

#[test]
fn a_draft_without_a_name_is_named() {
    let mut book = SmallBook::copy("nameless-draft");
    let summary = "src/SUMMARY.md";
    book.replace(summary, "(<> \"medians\")", "()");
    let place = book.place(summary, "[Medians]");
    refused(&book, &place, &["\"Medians\"", "has no name"]);
}

#[test]
fn all_faults_of_two_files_are_named_in_one_run() {
    let mut book = SmallBook::copy("several-faults");
    book.append(PAGE, "\nIt costs $5.\n\nSee [@mean-of-five].\n");
    book.append("src/running.md", "\nIt is {{5}} and [@nowhere-at-all].\n");
    let message = book.build().expect_err("four faults");
    let places = [
        book.place(PAGE, "costs $5"),
        book.place(PAGE, "mean-of-five"),
        book.place("src/running.md", "nowhere-at-all"),
    ];
    for place in &places {
        assert!(message.contains(place), "{place} is not in:\n{message}");
    }
    assert!(
        message.contains("{{5}}") && message.contains("4 problems"),
        "{message}"
    );
}

#[test]
fn a_failed_build_leaves_the_last_good_book_as_it_was() {
    let mut book = SmallBook::copy("last-good-book");
    book.build().unwrap_or_else(|message| panic!("{message}"));
    let before = content(&book.folder());
    assert!(before.len() > 10, "{} files are no book", before.len());
    for fault in ["\nSee [@nowhere-at-all].\n", "\n<div>\n\nunclosed\n"] {
        let good = book.text(PAGE).to_owned();
        book.append(PAGE, fault);
        let refused = book.build();
        assert!(refused.is_err(), "{fault:?} was built");
        assert!(
            content(&book.folder()) == before,
            "{fault:?} has changed the book"
        );
        let staging = files(&book.root().join("target/book-staging"), ".html");
        assert!(staging.is_empty(), "{staging:?} was left behind");
        book.write(PAGE, &good);
    }
    book.append(PAGE, "\nAll is well again.\n");
    book.build().unwrap_or_else(|message| panic!("{message}"));
    assert!(content(&book.folder()) != before);
}

/// All files below a folder, with their bytes.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files(folder, "").into_iter();
    files
        .map(|file| {
            let bytes =
                fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            (file, bytes)
        })
        .collect()
}
