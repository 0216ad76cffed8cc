//! What is set aside while mdBook works on the pages.
//!
//! Formulas, pictures and copies of sources are HTML when they come to mdBook,
//! and are most of a page. It would parse them, write them again, and fill the
//! search index with each formula's letters. So it gets a mark for each, and the
//! HTML is put back when all else is done.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use walkdir::WalkDir;

/// How what is set aside begins, its element, and that of its mark, which CommonMark
/// takes for the same kind of HTML.
const KINDS: [(&str, &str, &str); 4] = [
    ("<span class=\"katex\">", "span", "span"),
    ("<span class=\"katex-display\">", "span", "span"),
    ("<svg ", "svg", "span"),
    ("<pre class=\"source\">", "pre", "div"),
];

/// The attribute of a mark, which has a number as its value.
const ATTRIBUTE: &str = " data-aside=\"";

fn mark(element: &str, number: usize) -> String {
    format!("<{element}{ATTRIBUTE}{number}\"></{element}>")
}

/// What has been set aside, by number.
#[derive(Default)]
pub struct Aside(Vec<String>);

impl Aside {
    /// A page, as Markdown, with marks in it. Headings stay as they are, because
    /// their words become ids, and so does the first paragraph, which is the
    /// page's description.
    pub fn set(&mut self, page: &str) -> String {
        let mut left = String::with_capacity(page.len() / 4);
        let mut from = 0;
        let mut next = after_first_paragraph(page);
        while let Some(at) = page[next..].find('<').map(|at| next + at) {
            let html = &page[at..];
            let kind = KINDS.iter().find(|(start, ..)| html.starts_with(start));
            let end = kind.and_then(|(_, element, mark)| Some((end_of(html, element)?, mark)));
            match end {
                Some((end, element)) if !in_heading(page, at) => {
                    left.push_str(&page[from..at]);
                    left.push_str(&mark(element, self.0.len()));
                    self.0.push(without_entities(&html[..end]));
                    from = at + end;
                    next = from;
                }
                _ => next = at + 1,
            }
        }
        left.push_str(&page[from..]);
        left
    }

    /// Puts back into the pages of the built book in `folder` what was set aside.
    ///
    /// # Errors
    /// When a page cannot be read or written, or something has no place in any.
    pub fn put_back(&self, folder: &Path) -> Result<()> {
        let mut pages = Vec::new();
        for entry in WalkDir::new(folder) {
            let path = entry?.into_path();
            if path.extension().is_some_and(|ending| ending == "html") {
                pages.push(path);
            }
        }
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let pages = Mutex::new(pages.into_iter());
        let placed = Mutex::new(BTreeSet::new());
        let work = || -> Result<()> {
            let next = || pages.lock().expect("no thread panics with it").next();
            while let Some(page) = next() {
                let numbers = self.put_back_into(&page)?;
                let mut placed = placed.lock().expect("no thread panics with it");
                placed.extend(numbers);
            }
            Ok(())
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            threads
                .into_iter()
                .try_for_each(|thread| thread.join().expect("no thread panics"))
        })?;
        let placed = placed.into_inner().expect("no thread panics with it");
        match (0..self.0.len()).find(|number| !placed.contains(number)) {
            Some(number) => bail!("mdBook has left out of the pages:\n{}", self.0[number]),
            None => Ok(()),
        }
    }

    /// Returns what this page held.
    fn put_back_into(&self, page: &Path) -> Result<Vec<usize>> {
        let place = || page.display().to_string();
        let html = fs::read_to_string(page).with_context(place)?;
        let mut parts = html.split(ATTRIBUTE);
        let mut whole = parts.next().unwrap_or_default().to_owned();
        let mut numbers = Vec::new();
        for part in parts {
            let Some(start) = whole.rfind('<') else {
                // Not a tag any more, so it will be missed.
                whole.push_str(part);
                continue;
            };
            let element = whole.split_off(start);
            let (number, rest) = part.split_once("\"></").with_context(place)?;
            let rest = rest.strip_prefix(&element[1..]).with_context(place)?;
            let rest = rest.strip_prefix('>').with_context(place)?;
            let number: usize = number.parse().with_context(place)?;
            whole.push_str(self.0.get(number).with_context(place)?);
            whole.push_str(rest);
            numbers.push(number);
        }
        if !numbers.is_empty() {
            fs::write(page, whole).with_context(place)?;
        }
        Ok(numbers)
    }
}

/// Where an element at the start of `html` ends, elements of its kind inside it
/// or not.
fn end_of(html: &str, element: &str) -> Option<usize> {
    let mut depth = 0;
    let mut next = 0;
    while let Some(at) = html[next..].find('<').map(|at| next + at) {
        let tag = &html[at + 1..];
        next = at + 1;
        if tag.starts_with(element) {
            depth += 1;
        } else if let Some(rest) = tag.strip_prefix('/')
            && rest.starts_with(element)
        {
            depth -= 1;
            if depth == 0 {
                return Some(at + html[at..].find('>')? + 1);
            }
        }
    }
    None
}

/// Behind the first paragraph of plain text; the start, if there is none.
fn after_first_paragraph(page: &str) -> usize {
    let mut start = 0;
    for paragraph in page.split_inclusive("\n\n") {
        let text = paragraph.trim_start();
        let emphasis = text.starts_with('*') && !text.starts_with("* ");
        let letter = text.starts_with(|c: char| c.is_alphabetic() || c == '[');
        let formula = text.starts_with("<span ");
        start += paragraph.len();
        if (emphasis || letter || formula) && !text.lines().any(is_underline) {
            return start;
        }
    }
    0
}

/// Whether this place of a page is in a heading.
fn in_heading(page: &str, at: usize) -> bool {
    let start = page[..at].rfind('\n').map_or(0, |end| end + 1);
    let mut lines = page[start..].lines();
    let line = lines.next().unwrap_or_default().trim_start();
    line.starts_with('#') || lines.next().is_some_and(is_underline)
}

/// Whether a line makes the one above it a heading.
fn is_underline(line: &str) -> bool {
    let line = line.trim();
    let only = |mark: char| line.chars().all(|c| c == mark);
    !line.is_empty() && (only('=') || only('-'))
}

/// Without the entities that kept Markdown from reading the text.
fn without_entities(html: &str) -> String {
    let mut parts = html.split("&#");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let in_tag = plain.rfind('<') > plain.rfind('>');
        let character = part.split_once(';').and_then(|(number, rest)| {
            let character = number.parse().ok().and_then(char::from_u32)?;
            character
                .is_ascii_punctuation()
                .then_some((character, rest))
        });
        match character {
            Some((character, rest)) if !in_tag && !matches!(character, '<' | '>' | '&') => {
                plain.push(character);
                plain.push_str(rest);
            }
            _ => {
                plain.push_str("&#");
                plain.push_str(part);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMULA: &str =
        "<span class=\"katex\"><span>x&#45;1</span><b title=\"&#39;\"></b></span>";

    fn set(page: &str) -> (String, Aside) {
        let mut aside = Aside::default();
        (aside.set(page), aside)
    }

    #[test]
    fn formulas_pictures_and_sources_are_set_aside_and_put_back() {
        let source = "<pre class=\"source\"><code><span>fn</span></code></pre>";
        let picture = "<svg width=\"1\"><g><svg /></g></svg>";
        let picture = picture.replace("<svg />", "<svg></svg>");
        let page =
            format!("# T\n\nText.\n\nHere {FORMULA}.\n\n<figure>{picture}</figure>\n\n{source}\n");
        let (left, aside) = set(&page);
        assert_eq!(
            left,
            format!(
                "# T\n\nText.\n\nHere {}.\n\n<figure>{}</figure>\n\n{}\n",
                mark("span", 0),
                mark("span", 1),
                mark("div", 2)
            )
        );
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("page.html");
        fs::write(&file, &left).expect("a file");
        aside.put_back(folder.path()).expect("all is there");
        let back = fs::read_to_string(&file).expect("a file");
        assert_eq!(back, page.replace("&#45;", "-"));
    }

    #[test]
    fn headings_and_the_description_stay() {
        for page in [
            format!("# Of {FORMULA}\n"),
            format!("The length {FORMULA}\n==========\n"),
            format!("# T\n\n<section>\n\nWhat is {FORMULA}?\n\n</section>\n"),
            format!("# T\n\n- {FORMULA}\n\n{FORMULA} is a length.\n"),
        ] {
            let (left, aside) = set(&page);
            let kept = left.contains("x&#45;1");
            assert!(kept && aside.0.len() <= 1, "{left}");
        }
        let (left, _) = set(&format!("# T\n\nText.\n\n## {FORMULA}\n\n{FORMULA}\n"));
        assert!(
            left.contains(&format!("## {FORMULA}\n\n<span{ATTRIBUTE}")),
            "{left}"
        );
    }

    #[test]
    fn what_has_lost_its_place_is_missed() {
        let (left, aside) = set(&format!("Text.\n\n`{FORMULA}`\n"));
        let folder = tempfile::tempdir().expect("a folder");
        let escaped = left.replace('<', "&lt;");
        fs::write(folder.path().join("page.html"), escaped).expect("a file");
        let error = aside.put_back(folder.path()).expect_err("no place");
        assert!(error.to_string().contains("x-1"), "{error}");
    }
}
