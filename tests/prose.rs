//! The text of the book and the comments in its code are spelt in one way.

use book_tests::checks::spelling::{Allowed, Slip, in_markdown, in_rust};
use book_tests::{assert_none, files, root, slashed};
use std::fs;
use std::path::PathBuf;

/// The slips of every file with text, allowed words among them.
fn slips() -> Vec<(String, Slip)> {
    let below = |folder: &str, ending| files(&root().join(folder), ending);
    let pages = below("src", ".md").into_iter();
    let pages = pages.chain(["README.md", "CONTRIBUTING.md"].map(|name| root().join(name)));
    let code = ["listings", "figures", "bookbinder", "tests"];
    let code = code.into_iter().flat_map(|folder| below(folder, ".rs"));
    let read = |file: &PathBuf| {
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let mut slips = Vec::new();
    for file in pages.chain(code) {
        let text = read(&file);
        let found = match file.extension().is_some_and(|extension| extension == "md") {
            true => in_markdown(&text),
            false => in_rust(&text),
        };
        let name = slashed(file.strip_prefix(root()).unwrap_or(&file));
        slips.extend(found.into_iter().map(|slip| (name.clone(), slip)));
    }
    slips
}

#[test]
fn every_word_is_spelt_as_in_britain() {
    let allowed = fs::read_to_string(root().join("tests/allowed-words.txt"));
    let allowed = Allowed::read(&allowed.expect("the list of allowed words"));
    let slips = slips();
    let wrong = slips
        .iter()
        .filter(|(_, slip)| !allowed.contains(&slip.word));
    let mut problems: Vec<String> = wrong
        .map(|(file, slip)| {
            let right = slip.suggestions.join(" or ");
            format!("{file}:{}: {} → {right}", slip.line, slip.word)
        })
        .collect();
    let slips: Vec<Slip> = slips.into_iter().map(|(_, slip)| slip).collect();
    let idle = allowed.idle(&slips);
    problems.extend(
        idle.iter()
            .map(|word| format!("allowed-words.txt: {word:?} stands nowhere")),
    );
    assert_none(&problems);
}
