//! The markup of the book's pages, read in one way for all who need it: the
//! binder, the tests that claim the results on the pages, and the checks.
//!
//! Lists, block quotes, code, HTML, headings and formulas are what
//! pulldown-cmark says they are, as for mdBook. Read here is what it does not
//! know: labelled blocks, the marks of results `{{…}}` and references `[@…]`.
//!
//! ```
//! let text = "<example id=\"sum\" title=\"A sum\">\n\n$1 + 1 = {{2}}$\n\n</example>\n";
//! let page = markup::Page::read("src/sums.md".as_ref(), text);
//! let [results] = &page.results()[..] else {
//!     panic!("one block has an id");
//! };
//! assert_eq!(results.id, "sum");
//! assert_eq!((results.marks[0].literal.as_str(), results.marks[0].line), ("2", 3));
//! ```

mod builder;
mod html;
mod lines;
mod page;
mod prose;
mod reading;
mod run;
mod span;
mod tag;
pub mod vocabulary;

pub use page::{Block, Heading, Node, Page, Results, is_kebab_case, listing_id};
pub use prose::prose;
pub use reading::OPTIONS;
pub use span::{Content, Mark, Markdown, Span};

use std::fs;
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// What is wrong with a page, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, with the offending text.
    pub message: String,
}

/// Every page of the book below `root`: the files `src/**/*.md`, in order.
///
/// # Errors
/// When a folder or a file cannot be read; the error names it.
pub fn pages(root: &Path) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for entry in WalkDir::new(root.join("src")).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_none_or(|extension| extension != "md") || path.is_dir() {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
        pages.push(Page::read(path.strip_prefix(root).unwrap_or(&path), &text));
    }
    Ok(pages)
}
