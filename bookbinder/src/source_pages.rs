//! Copies of the sources inside the book, so that a link to the code works
//! without the network.

use crate::highlight;
use crate::rust_source::{Items, rust_files};
use crate::test_source::Tests;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The page of a source file: `sources/listings/src/vectors.html`.
pub fn page_of(file: &Path) -> String {
    let path = Path::new("sources").join(file).with_extension("html");
    path.to_string_lossy().replace('\\', "/")
}

/// The place of a line that something links to.
pub fn anchor(line: usize) -> String {
    format!("line-{line}")
}

/// The sources of the book with their pages: file, and Markdown. Lines to
/// which a page may link carry an anchor.
pub fn pages(root: &Path, items: &Items, tests: &Tests) -> Vec<(PathBuf, String)> {
    let mut anchors: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
    for path in items.paths() {
        if let Some(item) = items.get(path) {
            anchors
                .entry(item.file.clone())
                .or_default()
                .push(item.lines.0);
        }
    }
    for test in tests.iter() {
        anchors
            .entry(test.file.clone())
            .or_default()
            .push(test.line);
    }
    let mut files = Vec::new();
    for folder in ["listings/src", "listings/tests", "listings/exercises"] {
        files.extend(rust_files(&root.join(folder)));
    }
    let relative = files.iter().filter_map(|file| file.strip_prefix(root).ok());
    relative
        .map(|file| {
            let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
            let lines = anchors.get(file).map_or(&[][..], Vec::as_slice);
            (file.to_owned(), page(file, &text, lines))
        })
        .collect()
}

fn page(file: &Path, text: &str, anchors: &[usize]) -> String {
    let mut code = String::new();
    let mut plain = String::new();
    for (line, number) in text.lines().zip(1..) {
        if anchors.contains(&number) {
            code.push_str(&highlight::rust(&plain));
            plain.clear();
            code.push_str(&format!("<span id=\"{}\"></span>", anchor(number)));
        }
        plain.push_str(line);
        plain.push('\n');
    }
    code.push_str(&highlight::rust(&plain));
    format!(
        "# {}\n\n<pre class=\"source\"><code class=\"nohighlight hljs\">{code}</code></pre>\n",
        file.display()
    )
}
