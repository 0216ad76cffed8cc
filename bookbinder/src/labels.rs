//! Names and numbers: what every id in the book refers to.

use crate::problems::Problems;
use markup::{Block, Page};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;

/// A page of the book with its place in it.
#[derive(Debug)]
pub struct Chapter {
    /// The stem of its file in kebab case: `matrix-multiplication`.
    pub stem: String,
    /// Its title.
    pub title: String,
    /// Its number, for the chapters of a part.
    pub number: Option<String>,
    /// For a deeper page the place of its chapter in the list.
    pub above: Option<usize>,
    /// The page in the book, relative to its root; `None` for a draft.
    pub html: Option<String>,
    /// Its content; empty for a draft.
    pub page: Page,
}

/// What an id refers to.
#[derive(Debug, Clone)]
pub struct Label {
    /// The page's place in the list of chapters.
    pub chapter: usize,
    /// "Theorem", "Figure", "Chapter".
    pub kind: &'static str,
    /// "3.2", for what is numbered.
    pub number: Option<String>,
    /// The title as the author wrote it.
    pub title: String,
    /// The page and the fragment; `None` for a draft chapter.
    pub link: Option<String>,
    file: PathBuf,
    line: usize,
}

impl Label {
    /// "Theorem 3.2", or the title of what has no number.
    pub fn text(&self) -> String {
        match (&self.number, &self.link) {
            (Some(number), Some(_)) => format!("{} {number}", self.kind),
            _ if self.title.is_empty() => self.kind.to_owned(),
            _ => self.title.clone(),
        }
    }
}

/// All labels of the book by id.
#[derive(Debug, Default)]
pub struct Labels(BTreeMap<String, Label>);

impl Labels {
    /// Numbers every block of every page, by chapter and kind: a deeper page
    /// goes on where the page before it ends. An id that stands twice is a
    /// problem.
    pub fn number(chapters: &[Chapter], problems: &mut Problems) -> Labels {
        let mut labels = Labels::default();
        for (index, chapter) in chapters.iter().enumerate() {
            let label = Label {
                chapter: index,
                kind: "Chapter",
                number: chapter.number.clone(),
                title: chapter.title.clone(),
                link: chapter.html.clone(),
                file: chapter.page.file.clone(),
                line: 1,
            };
            labels.insert(chapter.stem.clone(), label, problems);
        }
        let mut counts = BTreeMap::new();
        for (index, chapter) in chapters.iter().enumerate() {
            if chapter.above.is_none() {
                counts.clear();
            }
            let main = chapter.above.map_or(chapter, |above| &chapters[above]);
            for block in chapter.page.all_blocks() {
                let Some(id) = block.id() else { continue };
                let number = block.kind.numbered.then(|| {
                    let count = counts.entry(block.kind.data_kind).or_insert(0);
                    *count += 1;
                    match &main.number {
                        Some(chapter) => format!("{chapter}.{count}"),
                        None => count.to_string(),
                    }
                });
                let label = Label {
                    chapter: index,
                    kind: block.kind.label,
                    number,
                    title: block.attribute("title").unwrap_or_default().to_owned(),
                    link: chapter.html.as_ref().map(|html| format!("{html}#{id}")),
                    file: chapter.page.file.clone(),
                    line: block.line,
                };
                labels.insert(id, label, problems);
            }
        }
        labels
    }

    /// Claims an id for something that is no block, a source for instance.
    pub fn check_free(&self, id: &str) -> Result<(), String> {
        match self.0.get(id) {
            Some(taken) => Err(format!(
                "{id:?} is the id of {} at {}:{} already",
                taken.text(),
                taken.file.display(),
                taken.line
            )),
            None => Ok(()),
        }
    }

    /// What an id refers to.
    pub fn get(&self, id: &str) -> Option<&Label> {
        self.0.get(id)
    }

    /// The label of a block.
    pub fn of(&self, block: &Block) -> Option<&Label> {
        self.get(&block.id()?)
    }

    /// The id that is most like this one, for a message.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.0.keys().map(String::as_str))
    }

    fn insert(&mut self, id: String, label: Label, problems: &mut Problems) {
        match self.0.entry(id) {
            Entry::Vacant(entry) => drop(entry.insert(label)),
            Entry::Occupied(entry) => {
                let first = entry.get();
                let message = format!(
                    "{:?} is an id already, of {} at {}:{}",
                    entry.key(),
                    first.text(),
                    first.file.display(),
                    first.line
                );
                problems.add(&label.file, label.line, message);
            }
        }
    }
}

/// The name that is most like `name`, if one is like it at all.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = name.len() / 3 + 1;
    names
        .map(|other| (strsim::levenshtein(name, other), other))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_id_finds_its_neighbour() {
        let ids = ["cauchy-schwarz", "triangle-inequality"];
        assert_eq!(
            nearest("cauchy-shwarz", ids.into_iter()),
            Some("cauchy-schwarz")
        );
        assert_eq!(nearest("zebra", ids.into_iter()), None);
    }
}
