//! Markdown, taken apart into what is treated alike.

use crate::Problem;
use crate::reading;

/// A part of a page in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markdown {
    /// The line it starts on, from 1.
    pub line: usize,
    /// All of it, in order.
    pub spans: Vec<Span>,
}

/// A stretch of Markdown that is treated as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The line it starts on, from 1.
    pub line: usize,
    /// The text as it was written.
    pub source: String,
    /// What it is.
    pub content: Content,
}

/// What a span is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Prose, with the signs that Markdown gives it.
    Text,
    /// What is no prose: tags, comments, the addresses of links.
    Markup,
    /// Code within a line, with its backticks.
    Code,
    /// A fenced block of code.
    Fence {
        /// What stands behind the opening mark.
        info: String,
        /// The code, each line with its line break.
        code: String,
    },
    /// A formula.
    Formula {
        /// Its TeX, without dollar signs and marks.
        tex: String,
        /// Whether it stands on lines of its own.
        display: bool,
        /// The results that are marked in it.
        marks: Vec<Mark>,
    },
    /// A result that is marked in prose.
    Mark(Mark),
    /// A reference to something with an id.
    Reference {
        /// The id.
        key: String,
        /// The section or page of a source.
        locator: Option<String>,
    },
}

/// A marked result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What is printed, as it was written.
    pub literal: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Markdown {
    /// Reads text that stands on one line and holds no block, the title of a
    /// theorem for instance, and says what is wrong with it.
    pub fn read(line: usize, text: &str) -> (Markdown, Vec<Problem>) {
        let reading = reading::read(line, text);
        let spans = reading.spans_in(text, 0..text.len());
        (Markdown { line, spans }, reading.problems)
    }

    /// The text as it was written.
    pub fn source(&self) -> String {
        self.spans.iter().map(|span| span.source.as_str()).collect()
    }

    /// The results that are marked in it, in order.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.spans.iter().flat_map(|span| match &span.content {
            Content::Mark(mark) => std::slice::from_ref(mark),
            Content::Formula { marks, .. } => marks,
            _ => &[],
        })
    }

    /// Whether a reader sees nothing of it: white space and comments.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| match span.content {
            Content::Text => span.source.trim().is_empty(),
            Content::Markup => span.source.trim_start().starts_with("<!--"),
            _ => false,
        })
    }
}

/// The literal of a mark `{{…}}` at the start of `text`, and the mark's length.
pub(crate) fn mark(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix("{{")?;
    let mut depth = 2usize;
    let mut escaped = false;
    for (index, c) in inner.char_indices() {
        // The inner braces are closed, and the outer ones are not.
        if depth == 1 && c != '}' {
            return None;
        }
        match c {
            _ if escaped => {}
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        if depth == 0 {
            return Some((inner[..index - 1].trim(), index + 3));
        }
    }
    None
}

/// A formula that starts on `line`, without the marks of its results, and
/// these results.
pub(crate) fn without_marks(raw: &str, line: usize) -> (String, Vec<Mark>) {
    let mut tex = String::with_capacity(raw.len());
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(start) = raw[at..].find("{{").map(|found| at + found) {
        tex.push_str(&raw[at..start]);
        match mark(&raw[start..]) {
            Some((literal, length)) => {
                tex.push_str(&format!("{{{literal}}}"));
                marks.push(Mark {
                    literal: literal.to_owned(),
                    line: line + raw[..start].matches('\n').count(),
                });
                at = start + length;
            }
            None => {
                tex.push('{');
                at = start + 1;
            }
        }
    }
    tex.push_str(&raw[at..]);
    (tex, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_ends_with_the_two_braces_that_close_it() {
        assert_eq!(mark("{{5}} and {{6}}"), Some(("5", 5)));
        assert_eq!(mark(r"{{ \frac{1}{2}}}"), Some((r"\frac{1}{2}", 16)));
        assert_eq!(mark("{{5}"), None);
        assert_eq!(mark("{{a}{b}}"), None);
        assert_eq!(mark(r"{{\{1, 2\}}}"), Some((r"\{1, 2\}", 12)));
        assert_eq!(mark("{{a}, 2}"), None);
    }

    #[test]
    fn a_formula_keeps_its_groups_and_gives_its_marks_with_their_lines() {
        let (tex, marks) = without_marks("x_{{a}+b} = \n{{ 2 \\cdot 10^{-16} }} + {{{c}}}", 7);
        assert_eq!(tex, "x_{{a}+b} = \n{2 \\cdot 10^{-16}} + {{c}}");
        let found: Vec<_> = marks
            .iter()
            .map(|mark| (&*mark.literal, mark.line))
            .collect();
        assert_eq!(found, [("2 \\cdot 10^{-16}", 8), ("{c}", 8)]);
    }
}
