//! What is read as words.

use crate::reading;
use crate::tag::{Tag, parse_attributes};

/// Attributes whose values a reader sees.
const SPOKEN: [&str; 4] = ["title", "idea", "unclaimed", "unchecked"];

/// The prose of Markdown in the same lines, with spaces for what is no prose:
/// code, formulas, results, references, tags, comments and addresses.
pub fn prose(text: &str) -> String {
    let reading = reading::read(1, text);
    let spans = reading.spans.into_iter().map(|(range, _)| (range, false));
    let tags = reading.tags.into_iter().map(|range| (range, true));
    let mut others: Vec<_> = spans.chain(tags).collect();
    others.sort_by_key(|(range, _)| range.start);
    let mut prose = String::with_capacity(text.len());
    let mut at = 0;
    for (range, is_tag) in others {
        prose.push_str(&plain(&text[at..range.start]));
        let source = &text[range.clone()];
        if is_tag {
            prose.push_str(&spoken(source));
        }
        prose.extend(source.chars().map(blank));
        at = range.end;
    }
    prose.push_str(&plain(&text[at..]));
    prose
}

/// The values of a tag that a reader sees.
fn spoken(source: &str) -> String {
    let attributes = Tag::at_start(source).map(|(tag, _)| parse_attributes(tag.attributes));
    let attributes = attributes.and_then(Result::ok).unwrap_or_default();
    let seen = |name: &String| SPOKEN.contains(&name.as_str());
    let values = attributes.iter().filter(|(name, _)| seen(name));
    let values: Vec<_> = values.map(|(_, value)| prose(value)).collect();
    values.join(" . ")
}

/// Text without escaped signs, and without addresses that are no links.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if next == '\\' {
            rest.chars().take(2).map(char::len_utf8).sum()
        } else if rest.starts_with("https://") || rest.starts_with("http://") {
            rest.find(char::is_whitespace).unwrap_or(rest.len())
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
            continue;
        };
        out.extend(rest[..length].chars().map(blank));
        rest = &rest[length..];
    }
    out
}

fn blank(c: char) -> char {
    if c == '\n' { '\n' } else { ' ' }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn prose_is_kept_in_its_lines_and_nothing_else() {
        let text = "One `color` two.\n\n```text\ncolor\n```\n\n$$\ncolor\n$$\n\n> ~~~text\n> color\n> ~~~\n\nIt is $color$ and {{color}}, [see](color.md#color) [@color, page 2].\n<https://color.org> costs \\$5.\n<!-- color -->\n";
        let found = prose(text);
        assert_eq!(found.lines().count(), text.lines().count());
        assert!(!found.contains("color"), "{found}");
        assert!(
            words(&found).starts_with("One two. > It is and , [see"),
            "{found}"
        );
        assert!(words(&found).ends_with("costs 5."), "{found}");
    }

    #[test]
    fn what_a_reader_sees_of_a_tag_is_prose() {
        let text = "<example id=\"color\" title=\"Three $color$ days\" unclaimed=\"it is a story\">\n\n# Days {#color}\n";
        assert_eq!(words(&prose(text)), "Three days . it is a story # Days");
    }
}
