//! The reference of a figure: the picture that it has at first, kept beside its
//! chapter and compared to the ninth digit, so that a review sees a picture that
//! changes. `UPDATE_REFERENCES=1 cargo test -p figures-CHAPTER` writes them anew.

use crate::figure::{Figure, Frame};
use crate::svg::set_decimals;
use std::fs;
use std::path::{Path, PathBuf};

/// With it set, references are written instead of compared.
const UPDATE: &str = "UPDATE_REFERENCES";

/// Decimals of a reference, and how far apart two numbers may be.
const DECIMALS: usize = 10;
const CLOSE: f64 = 1e-9;

/// The frame as its reference has it.
pub fn picture(frame: &Frame) -> String {
    set_decimals(DECIMALS);
    let svg = frame.svg();
    set_decimals(2);
    svg + "\n"
}

/// The reference of a figure of the package in a folder.
pub fn file(folder: &Path, id: &str) -> PathBuf {
    folder.join("references").join(id).with_extension("svg")
}

/// Compares figures with the references in the folder of their package, or writes them.
pub fn compare(figures: &[Figure], folder: &Path) {
    let mut faults = Vec::new();
    for figure in figures {
        let (file, picture) = (file(folder, figure.id), picture(&figure.at_first()));
        if std::env::var_os(UPDATE).is_some() {
            let written = fs::create_dir_all(folder.join("references"));
            let written = written.and_then(|()| fs::write(&file, picture));
            written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            continue;
        }
        let fault = match fs::read_to_string(&file) {
            Ok(reference) => numbers_apart(&picture, &reference, CLOSE),
            Err(error) => Some(error.to_string()),
        };
        faults.extend(fault.map(|fault| format!("{}: {fault}", file.display())));
    }
    let kept = fs::read_dir(folder.join("references"))
        .into_iter()
        .flatten();
    for path in kept.flatten().map(|entry| entry.path()) {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        if !figures.iter().any(|figure| Some(figure.id) == stem) {
            faults.push(format!("{} is the picture of no figure", path.display()));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\nLook at old beside new with `cargo run -p figures --example sheet > sheet.html`, and \
         keep the new with {UPDATE}=1.",
        faults.join("\n")
    );
}

/// Where two texts differ in more than their numbers, or in these by more than so much.
pub fn numbers_apart(found: &str, wanted: &str, by: f64) -> Option<String> {
    let (mut a, mut b) = (found, wanted);
    loop {
        let ((text, number, rest), (text_2, number_2, rest_2)) = (split(a), split(b));
        let close = match (number.parse::<f64>(), number_2.parse::<f64>()) {
            (Ok(x), Ok(y)) => (x - y).abs() <= by,
            _ => number == number_2,
        };
        // A minus sign goes with its number.
        if text != text_2 || !close {
            let near = |part: &str| part.chars().take(70).collect::<String>();
            let before = &found[..found.len() - a.len()];
            let (start, _) = before.char_indices().rev().nth(69).unwrap_or_default();
            let before = &before[start..];
            return Some(format!("after {before:?} {:?}, not {:?}", near(a), near(b)));
        }
        if rest.is_empty() && rest_2.is_empty() {
            return None;
        }
        (a, b) = (rest, rest_2);
    }
}

/// A text up to its first number, that number, and what follows.
fn split(text: &str) -> (&str, &str, &str) {
    let digit = |c: char| c.is_ascii_digit();
    let Some(start) = text.find(digit) else {
        return (text, "", "");
    };
    let start = start - usize::from(text[..start].ends_with('-'));
    let after = &text[start + 1..];
    let end = after
        .find(|c: char| !digit(c) && c != '.')
        .unwrap_or(after.len());
    // The full stop behind it belongs to the sentence.
    let number = text[start..start + 1 + end].trim_end_matches('.');
    (&text[..start], number, &text[start + number.len()..])
}
