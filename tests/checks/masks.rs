//! The prose of a file: the same lines, with spaces for what is not prose.

use bookbinder::page::Fence;

/// Attributes whose values a reader sees.
const SPOKEN: [&str; 3] = ["title=\"", "unclaimed=\"", "unchecked=\""];

/// The prose of Markdown: no code, formulas, tags, addresses or references.
pub fn markdown(text: &str) -> String {
    let mut lines = Vec::new();
    let mut fence: Option<Fence> = None;
    for line in text.lines() {
        let inner = line.trim_start_matches([' ', '>']);
        let was_code = fence.is_some();
        fence = match fence {
            Some(open) => (!open.is_closed_by(inner)).then_some(open),
            None => Fence::opened_by(inner),
        };
        lines.push(match was_code || fence.is_some() {
            true => String::new(),
            false => spoken(line),
        });
    }
    inline(&lines.join("\n"))
}

/// The prose in the comments of Rust that have a line of their own.
pub fn rust(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| {
            let comment = line.trim_start().strip_prefix("//");
            comment.map_or("", |comment| {
                comment.trim_start_matches(['/', '!']).trim_start()
            })
        })
        .collect();
    markdown(&lines.join("\n"))
}

/// A line, or if it is a tag what a reader sees of it.
fn spoken(line: &str) -> String {
    if !(line.starts_with('<') && line.ends_with('>')) || line.starts_with("<!--") {
        return line.to_owned();
    }
    let values = SPOKEN.iter().filter_map(|name| {
        let (_, value) = line.split_once(name)?;
        Some(value.split('"').next().unwrap_or_default())
    });
    values.collect::<Vec<_>>().join(" . ")
}

/// What begins and ends something within a paragraph that is no prose.
const PAIRS: [(&str, &str); 9] = [
    ("$$", "$$"),
    ("$", "$"),
    ("{{", "}}"),
    ("{#", "}"),
    ("[@", "]"),
    ("](", ")"),
    ("https://", " "),
    ("http://", " "),
    ("<", ">"),
];

fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length =
            if rest.starts_with('\\') || rest.starts_with("<!--") || rest.starts_with("-->") {
                rest.chars().take(2).map(char::len_utf8).sum()
            } else {
                not_prose(rest).unwrap_or(0)
            };
        if length > 0 {
            let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
            out.extend(rest[..length].chars().map(blank));
            at += length;
        } else {
            let next = rest.chars().next().expect("something is left");
            out.push(next);
            at += next.len_utf8();
        }
    }
    out
}

/// The length of what is no prose at the start of `rest`, to the end of its
/// paragraph at most.
fn not_prose(rest: &str) -> Option<usize> {
    let paragraph = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
    let ticks = paragraph.len() - paragraph.trim_start_matches('`').len();
    if ticks > 0 {
        let (mark, inner) = paragraph.split_at(ticks);
        return Some(inner.find(mark).map_or(ticks, |end| end + 2 * ticks));
    }
    let (open, close) = PAIRS.iter().find(|(open, _)| paragraph.starts_with(open))?;
    if *open == "<" && !paragraph[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return None;
    }
    let end = match *close {
        " " => paragraph
            .find(char::is_whitespace)
            .or(Some(paragraph.len())),
        close => paragraph[open.len()..]
            .find(close)
            .map(|end| end + open.len() + close.len()),
    };
    end.or(Some(open.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn prose_is_kept_in_its_lines_and_nothing_else() {
        let text = "One `color` two.\n\n```text\ncolor\n```\n\n$$\ncolor\n$$\n\nIt is $color$ and {{color}}, [see](color.md#color) [@color, page 2].\n<https://color.org> costs \\$5.\n";
        let prose = markdown(text);
        assert_eq!(prose.lines().count(), text.lines().count());
        assert!(!prose.contains("color"), "{prose}");
        assert!(words(&prose).starts_with("One two. It is and , [see"));
        assert_eq!(words(prose.lines().last().unwrap_or_default()), "costs 5.");
    }

    #[test]
    fn what_a_reader_sees_of_a_tag_is_prose() {
        let text = "<example id=\"color\" title=\"Three days\" unclaimed=\"it is a story\">";
        assert_eq!(words(&markdown(text)), "Three days . it is a story");
    }

    #[test]
    fn comments_are_prose_and_their_examples_are_not() {
        let text = "//! First.\nfn color() {\n    // Second, `color`.\n}\n/// Third.\n/// ```\n/// color();\n/// ```\nstruct Color; // color\n";
        let prose = rust(text);
        assert_eq!(words(&prose), "First. Second, . Third.");
        assert_eq!(
            prose.lines().nth(2).map(words).as_deref(),
            Some("Second, .")
        );
    }
}
