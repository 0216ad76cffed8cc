//! A page's sections, and how many words of prose they have.

use markup::{Block, Content, Markdown, Node, Page};

/// Blocks that are no prose of the chapter: what a reader opens or answers.
const NO_PROSE: [&str; 5] = ["quiz", "question", "exercise", "hint", "solution"];

/// Sections that are no prose: lists of links.
const LISTS: [&str; 2] = ["also in this module", "used again in"];

/// What stands under one heading `##`; the first section has no heading.
pub struct Section<'a> {
    /// The heading.
    pub title: String,
    /// The line of the heading.
    pub line: usize,
    /// What stands under it, in order.
    pub parts: Vec<&'a Node>,
}

impl Section<'_> {
    /// Its words of prose.
    pub fn words(&self) -> usize {
        match LISTS.iter().any(|list| self.is(list)) {
            true => 0,
            false => self.parts.iter().map(|part| words_of(part)).sum(),
        }
    }

    /// Whether its heading starts so, in lower case.
    pub fn is(&self, title: &str) -> bool {
        self.title.to_lowercase().starts_with(title)
    }

    /// The lines of the references in it.
    pub fn references(&self) -> Vec<usize> {
        let markdown = self.parts.iter().filter_map(|part| part.markdown());
        let spans = markdown.flat_map(|markdown| &markdown.spans);
        let reference = |content: &Content| matches!(content, Content::Reference { .. });
        let references = spans.filter(|span| reference(&span.content));
        references.map(|span| span.line).collect()
    }
}

/// The sections of a page.
pub fn sections(page: &Page) -> Vec<Section<'_>> {
    let mut sections = vec![Section {
        title: String::new(),
        line: 1,
        parts: Vec::new(),
    }];
    for node in &page.nodes {
        match node {
            Node::Heading(heading) if heading.level == 2 => sections.push(Section {
                title: heading.title.clone(),
                line: heading.markdown.line,
                parts: Vec::new(),
            }),
            part => {
                if let Some(section) = sections.last_mut() {
                    section.parts.push(part);
                }
            }
        }
    }
    sections
}

/// The words of a part of a page: neither code nor formulas nor headings.
pub fn words_of(part: &Node) -> usize {
    match part {
        Node::Heading(_) => 0,
        Node::Markdown(markdown) => words(markdown),
        Node::Block(block) => words_of_block(block),
    }
}

fn words_of_block(block: &Block) -> usize {
    match block.attribute("idea") {
        _ if is_no_prose(block) => 0,
        // The rest of the proof is folded.
        Some(idea) => words_in(idea),
        None => block.nodes.iter().map(words_of).sum(),
    }
}

/// Whether a block is no prose: what a reader opens or answers.
pub fn is_no_prose(block: &Block) -> bool {
    NO_PROSE.contains(&block.kind.tag)
}

/// The words of some Markdown.
pub fn words(markdown: &Markdown) -> usize {
    let text = |content: &Content| *content == Content::Text;
    let texts = markdown.spans.iter().filter(|span| text(&span.content));
    texts.map(|span| words_in(&span.source)).sum()
}

/// A word is a run of two letters or more.
fn words_in(text: &str) -> usize {
    let runs = text.split(|c: char| !c.is_alphabetic());
    runs.filter(|run| run.chars().nth(1).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn prose_is_what_is_neither_code_nor_formula_nor_heading() {
        let words = |text: &str| {
            let page = Page::read(Path::new("p.md"), text);
            page.nodes.iter().map(words_of).sum::<usize>()
        };
        let text = "# Title\n\nThe mean $\\bar x$ of `x`, a 3rd of 3 numbers.\n";
        assert_eq!(words(text), 6);
        assert_eq!(
            words("```rust\nlet x = 1;\n```\n\n> ~~~text\n> y\n> ~~~\n"),
            0
        );
        assert_eq!(words("<!-- aa -->\n\n[one](two.md) <br> three\n"), 2);
        let proof = |idea: &str| format!("<proof of=\"x\"{idea}>\n\nOne by one.\n\n</proof>\n");
        assert_eq!(words(&proof("")), 3);
        assert_eq!(words(&proof(" idea=\"Both are.\"")), 2);
        for tag in NO_PROSE {
            assert_eq!(words(&format!("<{tag}>\n\nOne two.\n\n</{tag}>\n")), 0);
        }
    }

    #[test]
    fn sections_begin_at_headings_outside_code() {
        let text = "# T\n\nOne two.\n\n## A\n\n```text\n## no\n```\n\nThree [@x].\n\n<recap id=\"r\" title=\"R\">\n\nFour [@x, page 2].\n\n</recap>\n\n## Used again in\n\nFive.\n";
        let page = Page::read(Path::new("p.md"), text);
        let sections = sections(&page);
        let counts = sections.iter().map(|s| (&*s.title, s.line, s.words()));
        let counts: Vec<_> = counts.collect();
        assert_eq!(counts, [("", 1, 2), ("A", 5, 2), ("Used again in", 19, 0)]);
        assert_eq!(sections[1].references(), [11]);
    }
}
