//! How the rows of the tables are measured.

use super::{Built, Part};
use crate::checks::measure::{is_no_prose, sections, words, words_of};
use crate::checks::site::{select, text};
use markup::vocabulary::DIRECTIVES;
use markup::{Block, Content, Markdown, Node};

/// The blocks with these tags.
pub(super) fn blocks<'a>(page: &Built<'a>, tags: &[&str]) -> Vec<&'a Block> {
    let blocks = page.page.all_blocks().into_iter();
    blocks
        .filter(|block| tags.contains(&block.kind.tag))
        .collect()
}

/// A block that counts as one.
pub(super) fn one(block: &Block) -> Part {
    sized(block, 1)
}

fn sized(block: &Block, size: usize) -> Part {
    let owner = || block.owner.clone().unwrap_or_default();
    Part {
        line: block.line,
        name: block.id().unwrap_or_else(owner),
        size,
    }
}

fn unnamed(line: usize, size: usize) -> Part {
    Part {
        line,
        name: String::new(),
        size,
    }
}

/// The line on which its text begins.
fn line(markdown: &Markdown) -> usize {
    let source = markdown.source();
    let blank = source.len() - source.trim_start().len();
    markdown.line + source[..blank].matches('\n').count()
}

pub(super) fn words_by_section(page: &Built<'_>) -> Vec<Part> {
    let sections = sections(page.page).into_iter();
    sections
        .map(|section| Part {
            line: section.line,
            size: section.words(),
            name: section.title,
        })
        .collect()
}

/// What stands above the first block and the first section.
pub(super) fn opening(page: &Built<'_>) -> Vec<Part> {
    let title = |node: &&Node| matches!(node, Node::Heading(heading) if heading.level == 1);
    let nodes = page.page.nodes.iter().skip_while(title);
    let texts = nodes.map_while(|node| match node {
        Node::Markdown(markdown) => Some(markdown),
        _ => None,
    });
    texts
        .filter(|markdown| !markdown.is_blank())
        .map(|markdown| unnamed(line(markdown), words(markdown)))
        .collect()
}

pub(super) fn captions(page: &Built<'_>) -> Vec<Part> {
    let placed = blocks(page, DIRECTIVES).into_iter();
    placed
        .map(|block| sized(block, block.nodes.iter().map(words_of).sum()))
        .collect()
}

pub(super) fn before_first_figure(page: &Built<'_>) -> Vec<Part> {
    /// Adds what stands before the figure, and says whether there is one.
    fn walk(nodes: &[Node], parts: &mut Vec<Part>) -> bool {
        nodes.iter().any(|node| match node {
            Node::Heading(_) => false,
            Node::Markdown(markdown) => {
                parts.push(unnamed(line(markdown), words(markdown)));
                false
            }
            Node::Block(block) if block.kind.tag == "figure" => true,
            Node::Block(block) if is_no_prose(block) => false,
            Node::Block(block) if block.attribute("idea").is_some() => {
                parts.push(unnamed(block.line, words_of(node)));
                false
            }
            Node::Block(block) => walk(&block.nodes, parts),
        })
    }
    let mut parts = Vec::new();
    walk(&page.page.nodes, &mut parts);
    parts
}

/// The lines that a listing shows.
pub(super) fn listings(page: &Built<'_>) -> Vec<Part> {
    let lines = |id: &str| {
        let css = format!("figure[data-kind=listing][id={id:?}] > pre");
        let shown = page.html.select(&css);
        shown.into_iter().map(|code| text(code).lines().count())
    };
    let listings = blocks(page, &["listing"]).into_iter();
    listings
        .map(|block| sized(block, lines(&block.id().unwrap_or_default()).sum()))
        .collect()
}

pub(super) fn interactive(page: &Built<'_>) -> Vec<Part> {
    let moves = |block: &&Block| {
        let id = block.id().unwrap_or_default();
        let css = format!("figure[data-kind=figure][data-interactive][id={id:?}]");
        !select(page.html.html.root_element(), &css).is_empty()
    };
    let figures = blocks(page, &["figure"]).into_iter();
    figures.filter(moves).map(one).collect()
}

/// A deeper page is one.
pub(super) fn deeper(page: &Built<'_>) -> Vec<Part> {
    match page.deeper {
        true => vec![unnamed(0, 1)],
        false => Vec::new(),
    }
}

fn of_grade(page: &Built<'_>, grade: &str) -> Vec<Part> {
    let exercises = blocks(page, &["exercise"]).into_iter();
    exercises
        .filter(|block| block.attribute("grade") == Some(grade))
        .map(one)
        .collect()
}

pub(super) fn drills(page: &Built<'_>) -> Vec<Part> {
    of_grade(page, "drill")
}

pub(super) fn proves(page: &Built<'_>) -> Vec<Part> {
    of_grade(page, "prove")
}

pub(super) fn builds(page: &Built<'_>) -> Vec<Part> {
    of_grade(page, "build")
}

/// References to a place in a source.
pub(super) fn placed_references(page: &Built<'_>) -> Vec<Part> {
    let blocks = page.page.all_blocks();
    let inner = blocks.iter().flat_map(|block| &block.nodes);
    let all = page.page.nodes.iter().chain(inner);
    let spans = all.filter_map(Node::markdown).flat_map(|text| &text.spans);
    let placed = spans.filter(|span| {
        matches!(
            span.content,
            Content::Reference {
                locator: Some(_),
                ..
            }
        )
    });
    placed.map(|span| unnamed(span.line, 1)).collect()
}

pub(super) fn used_again(page: &Built<'_>) -> Vec<Part> {
    let sections = sections(page.page);
    let sections = sections.iter().filter(|one| one.is("used again in"));
    let lines = sections.flat_map(|section| section.references());
    lines.map(|line| unnamed(line, 1)).collect()
}

pub(super) fn open_proofs(page: &Built<'_>) -> Vec<Part> {
    let proofs = blocks(page, &["proof"]).into_iter();
    proofs
        .filter(|proof| proof.attribute("idea").is_none())
        .map(one)
        .collect()
}

pub(super) fn open_previews(page: &Built<'_>) -> Vec<Part> {
    let solution = |block: &&Block| block.kind.tag == "solution";
    let previews = blocks(page, &["preview"]).into_iter();
    previews
        .filter(|preview| !preview.blocks().any(|block| solution(&block)))
        .map(one)
        .collect()
}
