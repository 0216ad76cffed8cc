//! A chapter's sections, and how many words of prose they have.

use bookbinder::inline::{Piece, pieces};
use bookbinder::page::{Block, Fence, Node, Page};
use bookbinder::problems::Problems;
use std::path::Path;

/// Blocks that are no prose of the chapter: what a reader opens or answers.
const NO_PROSE: [&str; 4] = ["quiz", "question", "hint", "solution"];

/// What stands under one heading `##`; the first section has no heading.
pub struct Section<'a> {
    /// The heading.
    pub title: String,
    /// What stands under it, in order.
    pub parts: Vec<Part<'a>>,
}

/// A part of a section.
pub enum Part<'a> {
    /// Markdown.
    Text(String),
    /// A labelled block.
    Block(&'a Block),
}

impl Section<'_> {
    /// Its words of prose.
    pub fn words(&self) -> usize {
        let of = |part: &Part<'_>| match part {
            Part::Text(text) => words(text),
            Part::Block(block) => words_of(block),
        };
        self.parts.iter().map(of).sum()
    }

    /// The references in it, with the places that they name.
    pub fn references(&self) -> Vec<(String, Option<String>)> {
        let texts = self.parts.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Block(block) => block.markdown().map(|markdown| &*markdown.text).collect(),
        });
        let pieces = texts.flat_map(|text| inline(&text));
        pieces
            .filter_map(|piece| match piece {
                Piece::Reference { key, place, .. } => Some((key, place)),
                _ => None,
            })
            .collect()
    }
}

/// The sections of a page.
pub fn sections(page: &Page) -> Vec<Section<'_>> {
    let section = |title: &str| Section {
        title: title.to_owned(),
        parts: Vec::new(),
    };
    let mut sections = vec![section("")];
    for node in &page.nodes {
        let markdown = match node {
            Node::Markdown(markdown) => markdown,
            Node::Block(block) => {
                last(&mut sections).parts.push(Part::Block(block));
                continue;
            }
        };
        let mut text = String::new();
        let mut fence: Option<Fence> = None;
        for line in markdown.text.lines() {
            fence = match fence {
                Some(open) => (!open.is_closed_by(line)).then_some(open),
                None => Fence::opened_by(line),
            };
            match line.strip_prefix("## ").filter(|_| fence.is_none()) {
                Some(title) => {
                    last(&mut sections)
                        .parts
                        .push(Part::Text(std::mem::take(&mut text)));
                    sections.push(section(title.trim()));
                }
                None => {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        last(&mut sections).parts.push(Part::Text(text));
    }
    sections
}

fn last<'a, 'b>(sections: &'b mut [Section<'a>]) -> &'b mut Section<'a> {
    sections.last_mut().expect("there is always one")
}

/// The words of a block and those in it.
fn words_of(block: &Block) -> usize {
    if NO_PROSE.contains(&block.kind.tag) {
        return 0;
    }
    let own: usize = block.markdown().map(|markdown| words(&markdown.text)).sum();
    own + block.blocks().map(words_of).sum::<usize>()
}

/// The words of some Markdown: neither code nor formulas nor headings.
pub fn words(text: &str) -> usize {
    let text: Vec<&str> = text
        .lines()
        .map(|line| if line.starts_with('#') { "" } else { line })
        .collect();
    let is_word = |word: &&str| word.contains(char::is_alphabetic) && !word.starts_with('<');
    inline(&text.join("\n"))
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.split_whitespace().filter(is_word).count(),
            _ => 0,
        })
        .sum()
}

/// The pieces of some Markdown; what is wrong with it, the binder says.
pub fn inline(text: &str) -> Vec<Piece> {
    pieces(Path::new(""), 1, text, &mut Problems::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_what_is_neither_code_nor_formula_nor_heading() {
        assert_eq!(
            words("# Title\n\nThe mean $\\bar x$ of `x`, 3 numbers.\n"),
            4
        );
        assert_eq!(words("```rust\nlet x = 1;\n```\n"), 0);
    }

    #[test]
    fn sections_begin_at_headings_outside_code() {
        let text = "# T\n\nOne two.\n\n## A\n\n```text\n## no\n```\n\nThree.\n\n<recap id=\"r\" title=\"R\">\n\nFour [@x, page 2].\n\n</recap>\n\n<solution of=\"p\">\n\nNot counted.\n\n</solution>\n";
        let page = Page::read(Path::new("p.md"), text, &mut Problems::default());
        let sections = sections(&page);
        let counts: Vec<_> = sections.iter().map(|s| (&*s.title, s.words())).collect();
        assert_eq!(counts, [("", 2), ("A", 2)]);
        assert_eq!(
            sections[1].references(),
            [("x".to_owned(), Some("page 2".to_owned()))]
        );
    }
}
