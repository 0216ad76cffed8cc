//! The book can be built and tested with the stock `mdbook` too.

use book_tests::checks::site::{HtmlPage, Site};
use book_tests::{book, root, scratch};
use bookbinder::book_deps;
use scraper::ElementRef;
use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Output};
use std::sync::LazyLock;

const VERSION: &str = "0.5.4";

/// The stock program: what MDBOOK names, or what is on the path.
fn mdbook() -> Option<OsString> {
    static FOUND: LazyLock<Option<OsString>> = LazyLock::new(|| {
        let program = std::env::var_os("MDBOOK").unwrap_or_else(|| "mdbook".into());
        let version = Command::new(&program).arg("--version").output();
        let said = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        if said.is_ok_and(|said| said.trim().ends_with(VERSION)) {
            return Some(program);
        }
        // Past the test harness, which keeps what a passing test prints.
        let message = format!(
            "skipped: no stock mdbook {VERSION}; cargo install mdbook --version {VERSION} --locked"
        );
        let _ = writeln!(std::io::stderr(), "{message}");
        None
    });
    FOUND.clone()
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
