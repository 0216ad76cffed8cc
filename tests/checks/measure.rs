//! A chapter's sections, and how many words of prose they have.

use markup::{Block, Content, Markdown, Node, Page};

/// Blocks that are no prose of the chapter: what a reader opens or answers.
const NO_PROSE: [&str; 4] = ["quiz", "question", "hint", "solution"];

/// What stands under one heading `##`; the first section has no heading.
pub struct Section<'a> {
    /// The heading.
    pub title: String,
    /// What stands under it, in order.
    pub parts: Vec<&'a Node>,
}

impl Section<'_> {
    /// Its words of prose.
    pub fn words(&self) -> usize {
        self.parts.iter().map(|part| words_of(part)).sum()
    }

    /// The references in it, with the places in a source that they name.
    pub fn references(&self) -> Vec<(String, Option<String>)> {
        let parts = self.parts.iter().flat_map(|part| match part {
            Node::Block(block) => block.markdown().collect(),
            other => Vec::from_iter(other.markdown()),
        });
        let spans = parts.flat_map(|markdown| &markdown.spans);
        spans
            .filter_map(|span| match &span.content {
                Content::Reference { key, locator } => Some((key.clone(), locator.clone())),
                _ => None,
            })
            .collect()
    }
}

/// The sections of a page.
pub fn sections(page: &Page) -> Vec<Section<'_>> {
    let (mut title, mut parts) = (String::new(), Vec::new());
    let mut sections = Vec::new();
    for node in &page.nodes {
        match node {
            Node::Heading(heading) if heading.level == 2 => {
                let title = std::mem::replace(&mut title, heading.title.clone());
                let parts = std::mem::take(&mut parts);
                sections.push(Section { title, parts });
            }
            part => parts.push(part),
        }
    }
    sections.push(Section { title, parts });
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
    match NO_PROSE.contains(&block.kind.tag) {
        true => 0,
        false => block.nodes.iter().map(words_of).sum(),
    }
}

fn words(markdown: &Markdown) -> usize {
    let text = |content: &Content| *content == Content::Text;
    let texts = markdown.spans.iter().filter(|span| text(&span.content));
    let words = texts.flat_map(|span| span.source.split_whitespace());
    words
        .filter(|word| word.contains(char::is_alphabetic))
        .count()
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
        let text = "# Title\n\nThe mean $\\bar x$ of `x`, 3 numbers.\n";
        assert_eq!(words(text), 4);
        assert_eq!(
            words("```rust\nlet x = 1;\n```\n\n> ~~~text\n> y\n> ~~~\n"),
            0
        );
        assert_eq!(words("<!-- a -->\n\n[one](two.md) <br> three\n"), 2);
    }

    #[test]
    fn sections_begin_at_headings_outside_code() {
        let text = "# T\n\nOne two.\n\n## A\n\n```text\n## no\n```\n\nThree.\n\n<recap id=\"r\" title=\"R\">\n\nFour [@x, page 2].\n\n</recap>\n\n<solution of=\"p\">\n\nNot counted.\n\n</solution>\n";
        let page = Page::read(Path::new("p.md"), text);
        let sections = sections(&page);
        let counts: Vec<_> = sections.iter().map(|s| (&*s.title, s.words())).collect();
        assert_eq!(counts, [("", 2), ("A", 2)]);
        assert_eq!(
            sections[1].references(),
            [("x".to_owned(), Some("page 2".to_owned()))]
        );
    }
}
