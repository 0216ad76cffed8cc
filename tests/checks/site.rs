//! A built book: its pages as HTML, each with the Markdown it was made from.

use crate::{files, slashed};
use markup::Page;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A built book.
pub struct Site {
    /// Its folder.
    pub folder: PathBuf,
    /// Its pages.
    pub pages: Vec<HtmlPage>,
}

/// A page as it was built.
pub struct HtmlPage {
    /// Its path in the book.
    pub path: String,
    /// Its content.
    pub html: Html,
    /// What it was made from, if it is a page of the author's.
    pub source: Option<Source>,
}

/// The Markdown of a page.
pub struct Source {
    /// Its file, relative to the root of the repository.
    pub file: PathBuf,
    /// What stands in it.
    pub text: String,
    /// The same, taken apart.
    pub page: Page,
}

impl Site {
    /// Reads the book in `folder`, which was built from the pages below `root`.
    pub fn read(root: &Path, folder: &Path) -> Site {
        let summary = fs::read_to_string(root.join("src/SUMMARY.md")).unwrap_or_default();
        let first = summary
            .split("](")
            .nth(1)
            .and_then(|rest| rest.split(')').next());
        let first = Path::new("src").join(first.unwrap_or_default());
        let pages = files(folder, ".html").into_iter().map(|file| {
            let path = slashed(file.strip_prefix(folder).unwrap_or(&file));
            let text = fs::read_to_string(&file).unwrap_or_default();
            // The first page of a book is there twice.
            let markdown = match path.as_str() {
                "index.html" => first.clone(),
                path => Path::new("src").join(path).with_extension("md"),
            };
            let source = fs::read_to_string(root.join(&markdown)).ok();
            HtmlPage {
                html: Html::parse_document(&text),
                source: source.map(|text| Source {
                    page: Page::read(&markdown, &text),
                    file: markdown,
                    text,
                }),
                path,
            }
        });
        Site {
            pages: pages.collect(),
            folder: folder.to_owned(),
        }
    }

    /// The page with this path.
    pub fn page(&self, path: &str) -> Option<&HtmlPage> {
        self.pages.iter().find(|page| page.path == path)
    }

    /// What a check finds on all pages.
    pub fn problems(&self, check: impl Fn(&HtmlPage) -> Vec<String>) -> Vec<String> {
        self.pages.iter().flat_map(check).collect()
    }
}

impl HtmlPage {
    /// A page from nothing but its text.
    pub fn parse(path: &str, text: &str) -> HtmlPage {
        HtmlPage {
            path: path.to_owned(),
            html: Html::parse_document(text),
            source: None,
        }
    }

    /// The elements that a CSS selector selects.
    pub fn select(&self, css: &str) -> Vec<ElementRef<'_>> {
        select(self.html.root_element(), css)
    }

    /// All ids of the page.
    pub fn ids(&self) -> BTreeSet<&str> {
        let elements = self.select("[id]");
        elements
            .iter()
            .filter_map(|element| element.attr("id"))
            .collect()
    }

    /// Where something stands, for a message: the author's file and the first
    /// line with one of these texts, or the path of the page.
    pub fn place(&self, needles: &[&str]) -> String {
        let Some(source) = &self.source else {
            return self.path.clone();
        };
        let file = slashed(&source.file);
        let find = |needle: &&str| source.text.lines().position(|line| line.contains(needle));
        match needles.iter().find_map(find) {
            Some(index) => format!("{file}:{}", index + 1),
            None => file,
        }
    }
}

/// The descendants of an element that a CSS selector selects.
pub fn select<'a>(element: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css:?}: {error}"));
    element.select(&selector).collect()
}

/// The text of an element and all that is in it.
pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}
