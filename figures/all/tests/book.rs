//! What holds for all figures of the book together.

use figures::{Figure, all};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// The text of all Rust files below a folder.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder:?}: {e}"));
    let text = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path),
            false => fs::read_to_string(&path).expect("a Rust file"),
        }
    });
    text.collect()
}

#[test]
fn a_page_may_hold_every_figure() {
    let mut ids = HashSet::new();
    for Figure { id, .. } in all() {
        let plain = |word: &str| {
            word.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        assert!(
            id.split('-').all(|word| !word.is_empty() && plain(word)),
            "{id}"
        );
        assert!(ids.insert(id), "{id} stands twice");
    }
}

#[test]
fn every_chapter_is_listed() {
    let listed: HashSet<&str> = all().iter().map(|figure| figure.chapter).collect();
    let entries = fs::read_dir(folder("")).expect("a folder");
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name");
        let is_chapter = path.is_dir() && !["all", "drawing"].contains(&name);
        assert_eq!(listed.contains(name), is_chapter, "{name}");
    }
}

#[test]
fn every_mark_stands_in_the_gallery() {
    let gallery = sources(&folder("gallery/src"));
    let marks = sources(&folder("drawing/src/marks"));
    // A method that changes a panel draws on it.
    let names: Vec<&str> = marks
        .split("pub fn ")
        .skip(1)
        .filter_map(|item| item.split_once('('))
        .filter(|(_, rest)| rest.trim_start().starts_with("&mut self"))
        .filter_map(|(name, _)| name.split('<').next())
        .collect();
    assert!(names.len() > 25, "{names:?}");
    // Pieces and blocks stand there in the rows and stacks that they make.
    let alone = |name: &&str| !["piece", "block"].contains(name);
    for name in names.into_iter().filter(alone) {
        assert!(gallery.contains(&format!(".{name}(")), "{name} does not");
    }
}
