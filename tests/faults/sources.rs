//! What of the crate can be listed, where its copy stands, and what happens to
//! a source that cannot be read.

use super::refused;
use book_tests::assert_none;
use book_tests::checks::links;
use book_tests::checks::site::{HtmlPage, select, text};
use book_tests::checks::small::{MODULE, PAGE, SmallBook, TESTS, figures};
use std::fs;

const CHAPTER: &str = "basics/means.html";

/// The page with a listing of these paths before its first example.
fn list(book: &mut SmallBook, paths: &str) {
    let example = "<example id=\"mean-of-three\"";
    let listing =
        format!("<listing path=\"{paths}\">\n\nHow it is done.\n\n</listing>\n\n{example}");
    book.replace(PAGE, example, &listing);
}

/// The code of the listing with this id.
#[track_caller]
fn code(page: &HtmlPage, id: &str) -> String {
    let found = page.select(&format!("figure[data-kind=listing][id={id:?}] pre"));
    assert_eq!(found.len(), 1, "{id}");
    text(found[0])
}

const DUAL: &str = "
use std::ops::{Add, Mul};

#[derive(Debug, Clone, Copy, PartialEq)]
/// A number and its derivative.
pub struct Dual(pub f64, pub f64);

impl Mul for Dual {
    type Output = Dual;
    fn mul(self, other: Dual) -> Dual {
        Dual(self.0 * other.0, self.0 * other.1 + self.1 * other.0)
    }
}

impl Mul<f64> for Dual {
    type Output = Dual;
    fn mul(self, factor: f64) -> Dual {
        Dual(self.0 * factor, self.1 * factor)
    }
}

impl Mul<Dual> for f64 {
    type Output = Dual;
    fn mul(self, other: Dual) -> Dual {
        other * self
    }
}

impl Add<&Dual> for &Dual {
    type Output = Dual;
    fn add(self, other: &Dual) -> Dual {
        Dual(self.0 + other.0, self.1 + other.1)
    }
}
";

const DUAL_PATHS: [&str; 5] = [
    "means::Dual",
    "means::Dual::Mul",
    "means::Dual::Mul<f64>",
    "means::f64::Mul<Dual>",
    "means::&Dual::Add<&Dual>",
];

#[test]
fn each_implementation_of_an_operator_can_be_listed() {
    let mut book = SmallBook::copy("operators");
    book.append(MODULE, DUAL);
    for path in DUAL_PATHS {
        list(&mut book, path);
    }
    let site = book.site();
    assert_none(&links::links(&site));
    let page = site.page(CHAPTER).expect("the chapter");
    for (id, start) in [
        ("means-dual-mul", "impl Mul for Dual {"),
        ("means-dual-mul-f64", "impl Mul<f64> for Dual {"),
        ("means-f64-mul-dual", "impl Mul<Dual> for f64 {"),
        ("means-ref-dual-add-ref-dual", "impl Add<&Dual> for &Dual {"),
    ] {
        let code = code(page, id);
        assert!(code.starts_with(start) && code.ends_with("\n}"), "{code}");
    }
    let dual = "/// A number and its derivative.\n#[derive(Debug, Clone, Copy, PartialEq)]\npub struct Dual(pub f64, pub f64);";
    assert_eq!(code(page, "means-dual"), dual);
}

#[test]
fn an_operator_that_no_page_shows_is_named() {
    for path in DUAL_PATHS {
        let mut book = SmallBook::copy("unshown-operator");
        book.append(MODULE, DUAL);
        let others: Vec<_> = DUAL_PATHS
            .into_iter()
            .filter(|other| *other != path)
            .collect();
        list(&mut book, &others.join(" "));
        let name = path.trim_start_matches("means::");
        let start = match name.split_once("::") {
            None => "#[derive(Debug, Clone".to_owned(),
            Some((subject, operator)) => format!("impl {operator} for {subject} {{"),
        };
        let place = book.place(MODULE, &start);
        refused(&book, &place, &[path, "is shown on no page"]);
        book.append(PAGE, &format!("- `{name}`: as it is.\n"));
        book.build().unwrap_or_else(|message| panic!("{message}"));
    }
}

#[test]
fn an_ambiguous_path_is_named_with_all_that_it_may_be() {
    let mut book = SmallBook::copy("ambiguous-path");
    book.append(
        MODULE,
        &DUAL.replace("impl Mul for Dual", "impl Mul<f32> for Dual"),
    );
    list(&mut book, "means::Dual::Mul");
    let place = book.place(PAGE, "means::Dual::Mul");
    let candidates = [
        "\"means::Dual::Mul<f32>\"",
        "\"means::Dual::Mul<f64>\"",
        "ambiguous",
    ];
    refused(&book, &place, &candidates);
}

#[test]
fn what_is_re_exported_from_anywhere_can_be_listed_and_must_be() {
    let mut book = SmallBook::copy("re-exports");
    book.append(
        MODULE,
        "\npub use crate::helpers::inner::{self as parts, half as one_half};\npub use self::own::*;\n\nmod own {\n    pub use super::super::helpers::twice;\n}\n",
    );
    book.append("listings/src/lib.rs", "\nmod helpers;\n");
    let helpers = "//! Helpers.\n\n/// Twice.\npub fn twice(x: f64) -> f64 {\n    2.0 * x\n}\n\n/// Inner.\npub mod inner {\n    /// Half.\n    pub fn half(x: f64) -> f64 {\n        x / 2.0\n    }\n}\n";
    book.write("listings/src/helpers.rs", helpers);
    let half = book.place("listings/src/helpers.rs", "pub fn half");
    let twice = book.place("listings/src/helpers.rs", "pub fn twice");
    refused(&book, &half, &["means::one_half", "is shown on no page"]);
    refused(&book, &twice, &["means::twice", "is shown on no page"]);
    list(&mut book, "means::twice");
    list(&mut book, "means::parts::half");
    let site = book.site();
    let page = site.page(CHAPTER).expect("the chapter");
    assert!(code(page, "means-parts-half").contains("\npub fn half(x: f64) -> f64 {\n    x / 2.0"));
    assert!(code(page, "means-twice").contains("pub fn twice"));
}

#[test]
fn a_macro_can_be_listed_and_must_be() {
    let mut book = SmallBook::copy("macro");
    book.append(
        MODULE,
        "\n/// The mean of some numbers.\n#[macro_export]\nmacro_rules! mean_of {\n    ($($x:expr),+) => { $crate::means::mean(&[$($x),+]) };\n}\n",
    );
    let place = book.place(MODULE, "#[macro_export]");
    refused(&book, &place, &["means::mean_of!", "is shown on no page"]);
    list(&mut book, "mean_of!");
    let site = book.site();
    let code = code(site.page(CHAPTER).expect("the chapter"), "mean-of-macro");
    assert!(
        code.contains("#[macro_export]\nmacro_rules! mean_of {"),
        "{code}"
    );
}

#[test]
fn a_source_that_is_no_text_is_named() {
    for (name, file) in [
        ("unreadable-module", MODULE),
        ("unreadable-exercise", "listings/exercises/trimmed_mean.rs"),
        ("unreadable-test", "listings/tests/whole.rs"),
    ] {
        let book = SmallBook::copy(name);
        book.build().unwrap_or_else(|message| panic!("{message}"));
        let path = book.root().join(file);
        fs::write(&path, [0x2f, 0x2f, 0xff]).unwrap_or_else(|error| panic!("{error}"));
        let message = book_tests::build(book.root(), &book.folder(), figures).expect_err(file);
        let line = message.lines().find(|line| line.starts_with(file));
        let named =
            line.is_some_and(|line| line.contains("cannot be read") && line.contains("UTF-8"));
        assert!(named, "{message}");
    }
}

#[cfg(unix)]
#[test]
fn a_source_that_leads_nowhere_is_named() {
    let book = SmallBook::copy("dangling-source");
    book.build().unwrap_or_else(|message| panic!("{message}"));
    let file = "listings/tests/lost.rs";
    let link = std::os::unix::fs::symlink("nowhere.rs", book.root().join(file));
    link.unwrap_or_else(|error| panic!("{error}"));
    let message = book_tests::build(book.root(), &book.folder(), figures)
        .expect_err("a link that leads nowhere");
    assert!(
        message.contains(&format!("{file}: cannot be read")),
        "{message}"
    );
}

#[test]
fn the_sources_of_a_chapter_stand_on_one_page_and_not_in_the_contents() {
    let site = SmallBook::copy("source-pages").site();
    let copies = site
        .pages
        .iter()
        .filter(|page| page.path.starts_with("sources/"));
    let copies: Vec<_> = copies.map(|page| page.path.as_str()).collect();
    assert_eq!(copies, ["sources/means.html", "sources/shared.html"]);
    let page = site.page("sources/means.html").expect("the copies");
    let headings = page.select("main h2");
    let files: Vec<_> = headings.iter().map(|heading| text(*heading)).collect();
    let expected = [
        MODULE,
        TESTS,
        "listings/exercises/solutions/trimmed_mean.rs",
        "listings/exercises/trimmed_mean.rs",
    ];
    assert_eq!(files, expected);
    for (link, line) in [
        ("figure#means-running-mean a", "pub fn running_mean"),
        ("a[data-check=mean_is_between]", "fn mean_is_between"),
        (
            "figure#exercises-solutions-trimmed-mean-trimmed-mean a",
            "pub fn trimmed_mean",
        ),
    ] {
        let chapter = site.page(CHAPTER).expect("the chapter");
        let links = chapter.select(link);
        let href = links.first().and_then(|link| link.attr("href"));
        let id = href.and_then(|href| href.strip_prefix("../sources/means.html#"));
        let anchor = page.select(&format!("[id={:?}]", id.unwrap_or_default()));
        assert_eq!(anchor.len(), 1, "{link} {href:?}");
        let after = anchor[0].next_siblings();
        let after: String = after
            .filter_map(|node| {
                let element = scraper::ElementRef::wrap(node);
                let own = node.value().as_text().map(|text| text.to_string());
                own.or(element.map(|element| element.text().collect()))
            })
            .collect();
        assert!(
            after.trim_start().starts_with(line),
            "{link} {href:?} leads to {:.60}",
            after
        );
    }
    let list = site.page("sources.html").expect("the list");
    let links = list.select("main a[href^='sources/']");
    assert_eq!(links.len(), copies.len());
    for contents in site.pages.iter().filter(|page| page.path == "toc.html") {
        assert_eq!(contents.select("a[href='sources.html']").len(), 1);
        let copies = select(contents.html.root_element(), "a[href^='sources/']");
        assert!(copies.is_empty(), "{} copies", copies.len());
    }
}
