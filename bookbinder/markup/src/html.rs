//! HTML on a page: the tags of labelled blocks, and what Markdown leaves alone.

use crate::reading::Reading;
use crate::run::is_typed;
use crate::span::Content;
use crate::tag::{Tag, name_at_start};
use crate::vocabulary::{self, HTML};
use std::ops::Range;

/// Elements in which nothing is Markdown's, nor ours.
const VERBATIM: [&str; 4] = ["pre", "script", "style", "textarea"];

/// Whether some text begins like the tag of a labelled block.
pub(crate) fn is_block(text: &str) -> bool {
    name_at_start(text).is_some_and(|name| vocabulary::kind(name).is_some())
}

/// What is wrong with a tag that does not stand on a line of its own.
pub(crate) fn misplaced(source: &str) -> Option<String> {
    let name = name_at_start(source)?;
    if is_block(source) {
        return Some(format!(
            "<{name}> must start at the left edge of a line of its own, with a blank line before and after it"
        ));
    }
    (!HTML.contains(&name)).then(|| {
        format!("<{name}> is no HTML of this book; what is no tag stands in backticks, or after \\")
    })
}

/// What is wrong where a fence stands that Markdown does not see.
pub(crate) fn unseen_fence(source: &str) -> String {
    let line = source.lines().next().unwrap_or_default();
    format!("Markdown sees no code in the fence {line}; leave a blank line before it")
}

/// Reads a block of HTML, which may begin with the tag of a labelled block.
pub(crate) fn block(text: &str, range: Range<usize>, at_margin: bool, reading: &mut Reading) {
    let source = text[range.clone()].trim_start();
    let verbatim = |name| VERBATIM.contains(&name);
    let end = match source.starts_with("<!") || source.starts_with("<?") {
        true => Some("-->"),
        false => name_at_start(source).is_some_and(verbatim).then_some("</"),
    };
    if let Some(end) = end {
        // To Markdown the rest of its last line is HTML as well.
        match text[range.clone()].rsplit_once(end) {
            Some((held, _)) => problems_of(text, range.start + held.len()..range.end, reading),
            None => {
                let line = source.lines().next().unwrap_or_default();
                reading.problem(range.start, format!("{line:?} is never closed"));
            }
        }
        reading.spans.push((range, Content::Markup));
        return;
    }
    let mut at = range.start;
    while at < range.end {
        let whole = reading.lines.range(text, at);
        let line = text[at..whole.end].trim_end();
        let is_tag = at_margin && at == whole.start && is_block(line);
        if is_tag && Tag::at_start(line).is_none_or(|(_, length)| length == line.len()) {
            reading.tags.push(whole.clone());
        } else {
            problems_of(text, at..at + line.len(), reading);
            let end = whole.end.min(range.end);
            reading.spans.push((at..end, Content::Markup));
        }
        at = whole.end;
    }
}

/// What is wrong with a line of HTML that is no tag of a labelled block.
fn problems_of(text: &str, range: Range<usize>, reading: &mut Reading) {
    let source = &text[range.clone()];
    let line = source.trim_start_matches([' ', '\t', '>']);
    if line.starts_with("```") || line.starts_with("~~~") {
        reading.problem(range.start, unseen_fence(line));
    }
    let alone = Tag::at_start(line).filter(|(_, length)| *length == line.len());
    match alone {
        Some((Tag { name, closing, .. }, _)) if !is_block(line) => {
            if !HTML.contains(&name) {
                let slash = if closing { "/" } else { "" };
                let message = format!("<{slash}{name}> is no block of this book");
                reading.problem(range.start, message);
            }
        }
        _ => {
            let tags = source.match_indices('<').map(|(at, _)| &source[at..]);
            if let Some(message) = tags.filter(|rest| is_block(rest)).find_map(misplaced) {
                reading.problem(range.start, message);
            }
        }
    }
    for mark in ["$", "{{", "[@"] {
        let mut found = source.match_indices(mark);
        if let Some((at, _)) = found.find(|(at, _)| !is_typed(&source[..*at])) {
            let rest: String = source[at..].chars().take(20).collect();
            reading.problem(
                range.start,
                format!("Markdown reads nothing in HTML, so {rest:?} stays as it is; leave a blank line between the tag and the text"),
            );
        }
    }
}
