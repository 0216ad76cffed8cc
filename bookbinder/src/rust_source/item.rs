//! An item as a page shows it: all of its code but the doc comment.

use proc_macro2::Span;
use std::ops::Range;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{AttrStyle, Attribute, Expr, Lit, Meta};

/// An item that a page can list.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its path where it is written, `matrices::sized::Mat`; a module that
    /// re-exports it gives it others.
    pub path: String,
    /// Its file, relative to the root of the book.
    pub file: PathBuf,
    /// Its first and last line, doc comment aside.
    pub lines: (usize, usize),
    /// The first paragraph of its doc comment.
    pub summary: Option<String>,
    /// Whether the crate shows it to its users.
    pub public: bool,
    /// The code, doc comment aside.
    pub code: String,
}

/// A file of Rust.
pub(super) struct Source<'a> {
    pub file: &'a Path,
    pub text: &'a str,
}

impl Source<'_> {
    /// The item with these attributes that stands at `span`.
    pub fn item(&self, path: String, attributes: &[Attribute], span: Span, public: bool) -> Item {
        let docs: Vec<_> = attributes.iter().filter(|a| is_doc(a)).collect();
        let gaps: Vec<_> = docs.iter().map(|doc| self.gap(doc)).collect();
        let Range { start, end } = span.byte_range();
        let mut pieces = Vec::new();
        let mut from = start - self.indentation(start);
        for gap in &gaps {
            pieces.push((from, &self.text[from..gap.start.max(from)]));
            from = gap.end;
        }
        pieces.push((from, &self.text[from..end]));
        let code: String = pieces.iter().map(|(_, piece)| *piece).collect();
        let first = pieces.iter().find_map(|(at, piece)| {
            let inner = piece.find(|c: char| !c.is_whitespace())?;
            Some(at + inner)
        });
        Item {
            path,
            file: self.file.to_owned(),
            lines: (self.line(first.unwrap_or(start)), span.end().line),
            summary: summary(&docs),
            public,
            code: without_indentation(&code),
        }
    }

    /// What a doc comment takes up: its lines, or what it has of one.
    fn gap(&self, doc: &Attribute) -> Range<usize> {
        let Range { start, end } = doc.span().byte_range();
        let before = self.indentation(start);
        let after = &self.text[end..];
        let starts_line = before > 0 || start == 0 || self.text[..start].ends_with('\n');
        match after.split_once('\n') {
            Some((rest, _)) if starts_line && rest.trim().is_empty() => {
                start - before..end + rest.len() + 1
            }
            _ => start..end + (after.len() - after.trim_start_matches(' ').len()),
        }
    }

    /// How many blanks stand before this place, if nothing else does on its line.
    fn indentation(&self, at: usize) -> usize {
        let before = &self.text[..at];
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        match line.trim().is_empty() {
            true => line.len(),
            false => 0,
        }
    }

    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

/// The doc comments of an item, not those inside it.
fn is_doc(attribute: &Attribute) -> bool {
    let outer = matches!(attribute.style, AttrStyle::Outer);
    outer && attribute.path().is_ident("doc") && matches!(attribute.meta, Meta::NameValue(_))
}

fn without_indentation(code: &str) -> String {
    let lines: Vec<_> = code.lines().skip_while(|l| l.trim().is_empty()).collect();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let indentation = filled.map(|line| line.len() - line.trim_start().len());
    let indentation = indentation.min().unwrap_or(0);
    let lines = lines.iter().map(|l| l.get(indentation..).unwrap_or(""));
    lines.collect::<Vec<_>>().join("\n")
}

/// The first paragraph of a doc comment.
fn summary(docs: &[&Attribute]) -> Option<String> {
    let text = docs.iter().filter_map(|doc| match &doc.meta {
        Meta::NameValue(meta) => match &meta.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let text = text.collect::<Vec<_>>().join("\n");
    let lines = text.lines().map(str::trim);
    let lines = lines.skip_while(|line| line.is_empty());
    let paragraph: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
    (!paragraph.is_empty()).then(|| paragraph.join(" "))
}
