//! The book as it is, and the same text in two other clothes.

use book_tests::{build, files, root};
use bookbinder::binder::Binder;
use bookbinder::highlight::escape;
use bookbinder::maths::{Formula, protect};
use mdbook_driver::MDBook;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What the stock theme is told of a book. Its run buttons would ask the Rust
/// playground, which is another machine.
const STOCK: &str = r#"
[book]
title = "ML Mathematics"
language = "en-GB"
[output.html]
definition-lists = false
playground.runnable = false
"#;

const KATEX: &str = r#"<link rel="stylesheet" href="/node_modules/katex/dist/katex.min.css">"#;

const MATHJAX: &str = r#"<script async src="/node_modules/mathjax/es5/tex-chtml.js"></script>"#;

/// A page whose text moves down by a third of the window, to try the measuring.
pub const SHIFTING: &str = "shifting.html";

const SHIFTS: &str = r#"<!doctype html>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/node_modules/katex/dist/katex.min.css">
<div id="late"></div>
<main><p>A <span class="katex"><span class="katex-html">b</span></span></p></main>
<script>
setTimeout(() => document.getElementById("late").style.height = "200px", 1000);
</script>
"#;

/// A version of the book.
pub struct Version {
    /// What it is.
    pub name: &'static str,
    /// Its folder, below the folder of all versions.
    pub folder: &'static str,
}

/// Where npm has put the rivals, and where the versions go.
pub fn folder() -> PathBuf {
    root().join("target/rivals")
}

/// Builds this book, and compresses what a host would compress.
pub fn ours() -> Result<Version, String> {
    let ours = Version {
        name: "(a) this book",
        folder: "ours",
    };
    build(root(), &folder().join(ours.folder), figures::all)?;
    let shifting = fs::write(folder().join(SHIFTING), SHIFTS);
    shifting.map_err(|error| format!("{SHIFTING}: {error}"))?;
    compress()?;
    Ok(ours)
}

/// Builds the other versions beside it.
pub fn others() -> Result<Vec<Version>, String> {
    let version = |name, folder| Version { name, folder };
    stock("katex", KATEX, Binder::new(figures::all))?;
    stock(
        "mathjax",
        MATHJAX,
        Binder::new(figures::all).with_formulas(tex),
    )?;
    compress()?;
    Ok(vec![
        version("(b) stock theme, KaTeX when built", "katex/book"),
        version("(c) stock theme, MathJax 3 in the page", "mathjax/book"),
    ])
}

fn compress() -> Result<(), String> {
    for ending in [".html", ".css", ".js", ".svg"] {
        let files = files(&folder(), ending);
        let gzip = Command::new("gzip").args(["-k", "-f"]).args(files).status();
        if !gzip.is_ok_and(|status| status.success()) {
            return Err("there is no gzip to compress what the server sends".to_owned());
        }
    }
    Ok(())
}

/// Builds the book in mdBook's own theme, with a line in the head of its pages.
/// Returns where it stands.
pub fn stock(name: &str, head: &str, binder: Binder) -> Result<PathBuf, String> {
    let folder = folder().join(name);
    let failed = |error: &dyn std::fmt::Display| format!("{name}: {error}");
    let write = |file: &str, text: &str| {
        let file = folder.join(file);
        let parent = file.parent().unwrap_or(&folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&file, text));
        written.map_err(|error| failed(&error))
    };
    write("book.toml", STOCK)?;
    write("theme/head.hbs", head)?;
    write("src/SUMMARY.md", "# Summary\n")?;
    let ours = bookbinder::build::load(root()).map_err(|error| failed(&error))?;
    let bound = binder.bind(root(), &ours.config, ours.book);
    let mut book = MDBook::load(&folder).map_err(|error| failed(&error))?;
    book.book = bound.map_err(|problems| failed(&problems))?;
    book.build().map_err(|error| failed(&error))?;
    Ok(folder.join("book"))
}

/// A formula as MathJax wants it.
pub fn tex((tex, display): &Formula) -> String {
    let tex = match display {
        true => format!("\\[{tex}\\]"),
        false => format!("\\({tex}\\)"),
    };
    protect(&escape(&tex))
}
