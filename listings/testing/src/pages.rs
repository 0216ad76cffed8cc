//! The results that are marked `{{…}}` on the pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fmt, io};

/// The marked results of all pages, by the id of the block they belong to.
pub struct Pages(BTreeMap<String, Vec<Mark>>);

/// A marked result.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What is printed.
    pub literal: String,
    /// Its page and line: `src/part/page.md:12`.
    pub place: String,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{{{}}}}}", self.literal)
    }
}

impl Pages {
    /// Reads the pages of the book below `root`.
    ///
    /// # Errors
    /// When a page cannot be read.
    pub fn read(root: &Path) -> io::Result<Pages> {
        let mut results: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for found in markup::pages(root)?.iter().flat_map(markup::Page::results) {
            let file = found.file.to_string_lossy().replace('\\', "/");
            let marks = found.marks.into_iter().map(|mark| Mark {
                literal: mark.literal,
                place: format!("{file}:{}", mark.line),
            });
            results.entry(found.id).or_default().extend(marks);
        }
        Ok(Pages(results))
    }

    /// What a block marks, with the proof or the solution that belongs to it, in
    /// the order of the page.
    pub fn marks(&self, id: &str) -> &[Mark] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}
