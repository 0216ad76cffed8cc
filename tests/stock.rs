//! The book can be built and tested with the stock `mdbook` too.

use book_tests::checks::site::{HtmlPage, Site};
use book_tests::{book, root, scratch, skip};
use bookbinder::book_deps;
use scraper::ElementRef;
use std::ffi::OsString;
use std::process::{Command, Output};

const VERSION: &str = "0.5.4";

/// The stock program: what MDBOOK names, or what is on the path. None on a
/// machine without it, which is said.
fn mdbook() -> Option<OsString> {
    let program = std::env::var_os("MDBOOK").unwrap_or_else(|| "mdbook".into());
    let version = Command::new(&program).arg("--version").output();
    let said = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    if said.is_ok_and(|said| said.trim().ends_with(VERSION)) {
        return Some(program);
    }
    let how = format!(
        "no mdbook {VERSION}: cargo install mdbook --version {VERSION} --locked, or name one in MDBOOK"
    );
    skip("the tests with the stock mdbook", &how);
    None
}

#[track_caller]
fn succeed(command: &mut Command) {
    let output = command.current_dir(root()).output();
    let Output {
        status,
        stdout,
        stderr,
    } = output.unwrap_or_else(|error| panic!("{error}"));
    let said = String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned();
    assert!(status.success(), "{command:?}: {status}\n{said}");
    for word in ["WARN", "ERROR"] {
        assert!(!said.contains(word), "{command:?} complains:\n{said}");
    }
}

#[test]
fn the_stock_mdbook_builds_the_same_pages() {
    let Some(mdbook) = mdbook() else { return };
    let folder = scratch("stock-book");
    succeed(Command::new(mdbook).arg("build").arg("-d").arg(&folder));
    // Around the text, `cargo run` mends mdBook's template; in it, it adds the
    // controls of the figures that move.
    let content = |page: &HtmlPage| {
        let main = page.select("main");
        let html: String = main.iter().map(ElementRef::inner_html).collect();
        let controls = page.select("form.controls");
        let added = controls.iter().map(ElementRef::html);
        added.fold(html, |html, form| html.replace(&form, ""))
    };
    let (ours, theirs) = (book(), Site::read(root(), &folder));
    assert!(
        ours.pages.len() > 10,
        "{} pages are no book",
        ours.pages.len()
    );
    for page in &ours.pages {
        let theirs = theirs.page(&page.path).map(content);
        let same = theirs == Some(content(page));
        assert!(same, "{} differs from what cargo run builds", page.path);
    }
}

#[test]
fn the_stock_mdbook_tests_the_pages() {
    let Some(mdbook) = mdbook() else { return };
    let libraries = root().join("target/book-deps");
    book_deps::fill(root(), &libraries).unwrap_or_else(|error| panic!("{error:#}"));
    succeed(Command::new(mdbook).args(["test", "-L", "target/book-deps"]));
}

/// This program again, with the tests of this file alone, and without mdbook.
fn without_mdbook(ci: Option<&str>) -> Output {
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new(program);
    command
        .args(["--exact", "stock::the_stock_mdbook_builds_the_same_pages"])
        .args(["stock::the_stock_mdbook_tests_the_pages"])
        .env("MDBOOK", "no-such-program")
        .env_remove("CI");
    if let Some(ci) = ci {
        command.env("CI", ci);
    }
    command.output().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn without_the_stock_mdbook_its_tests_are_skipped_aloud() {
    let output = without_mdbook(None);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("skipped: the tests with the stock"), "{said}");
    assert!(said.contains("cargo install mdbook"), "{said}");
}

#[test]
fn without_the_stock_mdbook_its_tests_fail_where_all_must_run() {
    let output = without_mdbook(Some("true"));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains("0 passed; 2 failed"), "{said}");
    assert!(said.contains("cargo install mdbook"), "{said}");
}
