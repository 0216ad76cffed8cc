//! A page, read into labelled blocks and the Markdown between them.

use crate::Problem;
use crate::builder;
use crate::span::{Mark, Markdown};
use crate::vocabulary::Kind;
use std::path::{Path, PathBuf};

/// A page of the book.
#[derive(Debug)]
pub struct Page {
    /// Its file, relative to the root of the book.
    pub file: PathBuf,
    /// What stands on it.
    pub nodes: Vec<Node>,
    /// What is wrong with its markup, in the order of lines.
    pub problems: Vec<Problem>,
}

/// A part of a page.
#[derive(Debug)]
pub enum Node {
    /// Markdown that holds no heading.
    Markdown(Markdown),
    /// A heading.
    Heading(Heading),
    /// A labelled block.
    Block(Block),
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// 1 for the title of the page, 2 for its sections.
    pub level: u8,
    /// The fragment of its address: the author's `{#id}`, or what mdBook makes
    /// of the title.
    pub id: String,
    /// Whether the author gives the id.
    pub has_own_id: bool,
    /// What is read of it, without signs of Markdown.
    pub title: String,
    /// The whole of its lines.
    pub markdown: Markdown,
}

/// A labelled block.
#[derive(Debug)]
pub struct Block {
    /// Its kind.
    pub kind: &'static Kind,
    /// The line of its opening tag.
    pub line: usize,
    /// Its attributes, as written.
    pub attributes: Vec<(String, String)>,
    /// The id under which tests claim the results that are marked in it: its
    /// own, that of the theorem which it proves or of the problem which it
    /// solves, or that of the block around it.
    pub owner: Option<String>,
    /// What stands in it.
    pub nodes: Vec<Node>,
}

/// The results that are marked under one id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The id.
    pub id: String,
    /// The tag of the block with this id, `example` for instance.
    pub tag: &'static str,
    /// The page, relative to the root of the book.
    pub file: PathBuf,
    /// The line of the block's opening tag.
    pub line: usize,
    /// The results, in the order of the page.
    pub marks: Vec<Mark>,
}

impl Block {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The id that this block has in the book, in kebab case: its own, or the
    /// one of the listing or program that it places.
    pub fn id(&self) -> Option<String> {
        let first = self.kind.required.first()?;
        let name = self.attribute(first)?;
        Some(match *first {
            "path" => listing_id(name),
            "name" => name.replace('_', "-"),
            _ => name.to_owned(),
        })
    }

    /// The blocks directly in this one.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        blocks(&self.nodes)
    }

    /// The Markdown directly in this one.
    pub fn markdown(&self) -> impl Iterator<Item = &Markdown> {
        self.nodes.iter().filter_map(Node::markdown)
    }
}

impl Node {
    /// Its Markdown, if it is no block.
    pub fn markdown(&self) -> Option<&Markdown> {
        match self {
            Node::Markdown(markdown) => Some(markdown),
            Node::Heading(heading) => Some(&heading.markdown),
            Node::Block(_) => None,
        }
    }
}

/// The id of a listing: its first path in kebab case, where `&` and the mark of
/// a macro are words, so that another path has another id.
pub fn listing_id(path: &str) -> String {
    let first = path.split_whitespace().next().unwrap_or_default();
    let first = first.replace('&', " ref ").replace('!', " macro ");
    let words = first.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// Whether an id is in kebab case.
pub fn is_kebab_case(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    id.split('-').all(word) && id.starts_with(|c: char| c.is_ascii_lowercase())
}

fn blocks(nodes: &[Node]) -> impl Iterator<Item = &Block> {
    nodes.iter().filter_map(|node| match node {
        Node::Block(block) => Some(block),
        _ => None,
    })
}

impl Page {
    /// Reads a page. `file` is its name, relative to the root of the book.
    pub fn read(file: &Path, text: &str) -> Page {
        let (nodes, problems) = builder::build(text);
        Page {
            file: file.to_owned(),
            nodes,
            problems,
        }
    }

    /// Every block of the page, outer ones first.
    pub fn all_blocks(&self) -> Vec<&Block> {
        fn walk<'a>(nodes: &'a [Node], all: &mut Vec<&'a Block>) {
            for block in blocks(nodes) {
                all.push(block);
                walk(&block.nodes, all);
            }
        }
        let mut all = Vec::new();
        walk(&self.nodes, &mut all);
        all
    }

    /// Every heading of the page, with the ones in blocks.
    pub fn headings(&self) -> Vec<&Heading> {
        let inner = self.all_blocks().into_iter().map(|block| &block.nodes);
        let all = std::iter::once(&self.nodes).chain(inner).flatten();
        all.filter_map(|node| match node {
            Node::Heading(heading) => Some(heading),
            _ => None,
        })
        .collect()
    }

    /// For each block with an id the results that are marked in it, in the
    /// order of the page, with those in a proof or a solution that belongs to
    /// it. A mark belongs to the innermost block with an id.
    pub fn results(&self) -> Vec<Results> {
        let mut all = Vec::new();
        for block in blocks(&self.nodes) {
            self.results_in(block, &mut all);
        }
        all
    }

    fn results_in(&self, block: &Block, all: &mut Vec<Results>) {
        if let Some(owner) = &block.owner
            && !all.iter().any(|results| results.id == *owner)
        {
            all.push(Results {
                id: owner.clone(),
                tag: block.kind.tag,
                file: self.file.clone(),
                line: block.line,
                marks: Vec::new(),
            });
        }
        let of_owner = |results: &&mut Results| Some(&results.id) == block.owner.as_ref();
        for node in &block.nodes {
            match (node.markdown(), node) {
                (Some(markdown), _) => {
                    if let Some(results) = all.iter_mut().find(of_owner) {
                        results.marks.extend(markdown.marks().cloned());
                    }
                }
                (_, Node::Block(inner)) => self.results_in(inner, all),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
