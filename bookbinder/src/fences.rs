//! Whether rustdoc sees the same code in a page as the binder does.

use crate::page::Fence;
use crate::problems::Problems;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::path::Path;

/// Compares the blocks of code that Markdown has in a page with those that
/// stand there as fences. One that only one of them sees is a problem: it
/// would be printed raw and never tested, or compiled though it is no Rust.
pub fn check(file: &Path, text: &str, problems: &mut Problems) {
    let ours = written(text);
    let theirs = parsed(text);
    for (line, info) in &ours {
        if theirs.get(line) != Some(info) {
            let message = format!(
                "Markdown sees no code in the fence ```{info}; does a blank line before it lack?"
            );
            problems.add(file, *line, message);
        }
    }
    for (line, info) in &theirs {
        if !ours.contains_key(line) {
            let message = match info.as_str() {
                "(indented)" => {
                    "indented text is compiled as Rust; use a fence, or a shallower indent"
                        .to_owned()
                }
                info => {
                    format!("this is a fence ```{info} to Markdown only; start it at the left edge")
                }
            };
            problems.add(file, *line, message);
        }
    }
}

/// Fences as an author writes them: line, and what stands behind the mark.
fn written(text: &str) -> BTreeMap<usize, String> {
    let mut fences = BTreeMap::new();
    let mut open: Option<Fence> = None;
    for (line, number) in text.lines().zip(1..) {
        match &open {
            Some(fence) if fence.is_closed_by(line) => open = None,
            Some(_) => {}
            None => {
                open = Fence::opened_by(line);
                if let Some(fence) = &open {
                    fences.insert(number, fence.info.clone());
                }
            }
        }
    }
    fences
}

/// Blocks of code as Markdown has them.
fn parsed(text: &str) -> BTreeMap<usize, String> {
    let mut fences = BTreeMap::new();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(kind)) = event {
            let line = text[..range.start].matches('\n').count() + 1;
            let info = match kind {
                CodeBlockKind::Fenced(info) => info.to_string(),
                CodeBlockKind::Indented => "(indented)".to_owned(),
            };
            fences.insert(line, info);
        }
    }
    fences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> String {
        let mut problems = Problems::default();
        check(Path::new("p.md"), text, &mut problems);
        problems
            .iter()
            .map(|problem| format!("{problem}\n"))
            .collect()
    }

    #[test]
    fn a_fence_that_follows_a_tag_is_found() {
        assert!(
            messages("<div>\n```rust\nx\n```\n</div>\n").contains("p.md:2: Markdown sees no code")
        );
    }

    #[test]
    fn indented_text_is_found() {
        assert!(messages("a\n\n    b\n").contains("indented text is compiled as Rust"));
    }

    #[test]
    fn an_ordinary_page_has_none() {
        assert_eq!(
            messages("a\n\n```rust\nx\n```\n\n- b\n\n  ```text\n  y\n  ```\n"),
            ""
        );
    }
}
