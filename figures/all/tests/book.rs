//! What holds for all figures of the book together.

use figures::all;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands in a folder of the figures.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let entries = entries.map(|entry| entry.expect("an entry").path());
    entries.collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// The text of all Rust files below a folder.
fn sources(folder: &Path) -> String {
    let text = entries(folder).into_iter().map(|path| match path.is_dir() {
        true => sources(&path),
        false => fs::read_to_string(&path).expect("a Rust file"),
    });
    text.collect()
}

#[test]
fn a_page_may_hold_every_figure() {
    let mut ids = HashSet::new();
    for id in all().into_iter().map(|figure| figure.id) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let is_plain = |word: &str| !word.is_empty() && word.chars().all(plain);
        assert!(id.split('-').all(is_plain), "{id}");
        assert!(ids.insert(id), "{id} stands twice");
    }
}

#[test]
fn every_chapter_is_listed() {
    let listed: HashSet<&str> = all().iter().map(|figure| figure.chapter).collect();
    for path in entries(&folder("")) {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.expect("a name");
        let is_chapter = path.is_dir() && !["all", "drawing"].contains(&name);
        assert_eq!(listed.contains(name), is_chapter, "{name}");
    }
}

#[test]
fn every_mark_stands_in_the_gallery() {
    let gallery = sources(&folder("gallery/src"));
    let marks = sources(&folder("drawing/src/marks"));
    // A method that changes a panel draws on it.
    let items = marks.split("pub fn ").skip(1);
    let items = items.filter_map(|item| item.split_once('('));
    let draws = items.filter(|(_, rest)| rest.trim_start().starts_with("&mut self"));
    let names: Vec<&str> = draws
        .filter_map(|(name, _)| name.split('<').next())
        .collect();
    assert!(names.len() > 25, "{names:?}");
    // What pieces draw stands there in the rows and stacks that they make.
    for name in names.into_iter().filter(|name| *name != "piece") {
        assert!(gallery.contains(&format!(".{name}(")), "{name} does not");
    }
}
