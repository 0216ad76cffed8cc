//! The book can be built and tested with the stock `mdbook` too.

use book_tests::{book, root, scratch};
use bookbinder::book_deps;
use std::ffi::OsString;
use std::fs;
use std::process::{Command, Output};

const VERSION: &str = "0.5.4";

/// The stock program: what MDBOOK names, or what is on the path.
fn mdbook() -> Option<OsString> {
    let program = std::env::var_os("MDBOOK").unwrap_or_else(|| "mdbook".into());
    let version = Command::new(&program).arg("--version").output();
    let said = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    if said.is_ok_and(|said| said.trim().ends_with(VERSION)) {
        return Some(program);
    }
    println!(
        "skipped: no stock mdbook {VERSION}; cargo install mdbook --version {VERSION} --locked"
    );
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
    let book = book();
    for page in &book.pages {
        let ours = fs::read_to_string(book.folder.join(&page.path));
        let theirs = fs::read_to_string(folder.join(&page.path));
        let same = ours.is_ok() && ours.ok() == theirs.ok();
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
