//! The results that are marked `{{…}}` on the pages, each with the labelled
//! block that it belongs to.

use markup::Results;
use std::path::PathBuf;

/// All pages of a book.
pub struct Pages {
    root: PathBuf,
    results: Vec<Results>,
}

impl Pages {
    /// Reads the pages of the book in a folder. A book that is not there has
    /// no pages.
    pub fn read(root: impl Into<PathBuf>) -> Pages {
        let root = root.into();
        let pages = match root.join("src").exists() {
            true => markup::pages(&root).unwrap_or_else(|error| panic!("{error}")),
            false => Vec::new(),
        };
        let results = pages.iter().flat_map(markup::Page::results).collect();
        Pages { root, results }
    }

    /// Where an id's results stand: its block, with the proof or the solution
    /// that belongs to it; more than once if a proof is on another page.
    pub fn with_id<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Results> {
        self.results.iter().filter(move |results| results.id == id)
    }

    /// The folder, for messages.
    pub fn root(&self) -> String {
        self.root.join("src").display().to_string()
    }
}
