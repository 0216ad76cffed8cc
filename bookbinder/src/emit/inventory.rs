//! What there is for the pages to refer to.

use crate::assets::{Measurement, Program};
use crate::bibliography::Bibliography;
use crate::labels::{Chapter, Labels};
use crate::rust_source::Items;
use crate::source_pages::SourcePages;
use crate::test_source::Tests;
use drawing::Figure;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What there is for the pages to refer to.
pub struct Inventory {
    /// The pages.
    pub chapters: Vec<Chapter>,
    /// Ids and numbers.
    pub labels: Labels,
    /// The items of the crate.
    pub items: Items,
    /// The copies of the sources.
    pub sources: SourcePages,
    /// The tests of the chapters.
    pub tests: Tests,
    /// The sources.
    pub bibliography: Bibliography,
    /// The example programs.
    pub programs: BTreeMap<String, Program>,
    /// The recorded measurements.
    pub measurements: BTreeMap<String, (PathBuf, Measurement)>,
    /// The starters of the build exercises.
    pub starters: BTreeMap<String, PathBuf>,
    /// The figures.
    pub figures: BTreeMap<String, Figure>,
}

impl Inventory {
    /// The chapter that a page belongs to: itself, or the one it is nested below.
    pub fn main_page<'a>(&'a self, page: &'a Chapter) -> &'a Chapter {
        page.above.map_or(page, |above| &self.chapters[above])
    }

    /// The pages of a chapter, the main page first.
    pub fn pages_of<'a>(&'a self, chapter: &'a Chapter) -> impl Iterator<Item = &'a Chapter> {
        let stem = &chapter.stem;
        let pages = self.chapters.iter();
        pages.filter(move |page| self.main_page(page).stem == *stem)
    }

    /// The page that holds the list of references.
    pub fn references_page(&self) -> Option<&str> {
        let holds = |chapter: &&Chapter| {
            let mut blocks = chapter.page.all_blocks().into_iter();
            blocks.any(|block| block.kind.tag == "references")
        };
        self.chapters.iter().find(holds)?.html.as_deref()
    }
}
