//! The pages of the book in their order, and which of them make a chapter.

use crate::slashed;
use markup::Page;
use std::path::Path;

/// A page of the book as the author wrote it.
pub struct BookPage {
    /// The stem of its file.
    pub stem: String,
    /// The page in the built book, relative to its root.
    pub html: String,
    /// What stands on it.
    pub page: Page,
    /// 1 for the main page of a chapter, 2 for a deeper page, 0 for a page
    /// that belongs to no chapter.
    pub depth: usize,
}

/// The pages of the book below `root` that are not drafts, in order.
pub fn pages(root: &Path) -> Vec<BookPage> {
    let book = bookbinder::build::load(root).unwrap_or_else(|error| panic!("{error:#}"));
    let chapters = book.book.chapters();
    let written = chapters.filter_map(|chapter| Some((chapter.path.clone()?, chapter)));
    written
        .map(|(path, chapter)| BookPage {
            stem: stem(&path),
            html: slashed(&path.with_extension("html")),
            page: Page::read(&Path::new("src").join(&path), &chapter.content),
            depth: chapter.number.as_ref().map_or(0, |number| number.len()),
        })
        .collect()
}

/// The pages of each chapter, the main page first.
pub fn chapters(pages: &[BookPage]) -> impl Iterator<Item = &[BookPage]> {
    let groups = pages.chunk_by(|_, next| next.depth > 1);
    groups.filter(|group| group[0].depth == 1)
}

/// The stem of a file.
pub fn stem(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
