//! What stands within Markdown: formulas, results, references and code.

use crate::page::Fence;
use crate::problems::Problems;
use std::path::Path;

/// A piece of Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Markdown that is left to mdBook.
    Text(String),
    /// A formula in TeX, and the results that are marked in it.
    Maths {
        /// The formula, without its dollar signs and marks.
        tex: String,
        /// Whether it stands on lines of its own.
        display: bool,
        /// Its line.
        line: usize,
        /// The results that are marked in it, as written.
        results: Vec<String>,
    },
    /// A marked result in prose.
    Result {
        /// The literal, as written.
        literal: String,
        /// Its line.
        line: usize,
    },
    /// A reference to something with an id.
    Reference {
        /// The id.
        key: String,
        /// The section or page, for a source.
        place: Option<String>,
        /// Its line.
        line: usize,
    },
    /// A span of code, with its backticks.
    Code(String),
    /// A fenced block of code.
    Fence {
        /// What stands behind the opening mark.
        info: String,
        /// The code.
        code: String,
        /// The line of the opening mark.
        line: usize,
        /// The whole block as it was written.
        written: String,
    },
}

/// Takes Markdown apart. `first_line` is the line of `text` in `file`.
pub fn pieces(file: &Path, first_line: usize, text: &str, problems: &mut Problems) -> Vec<Piece> {
    let mut scanner = Scanner {
        file,
        text,
        first_line,
        at: 0,
        plain: String::new(),
        pieces: Vec::new(),
        problems,
    };
    scanner.run();
    scanner.pieces
}

struct Scanner<'a> {
    file: &'a Path,
    text: &'a str,
    first_line: usize,
    at: usize,
    plain: String,
    pieces: Vec<Piece>,
    problems: &'a mut Problems,
}

impl<'a> Scanner<'a> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            let rest = &self.text[self.at..];
            let line_start = self.at == 0 || self.text[..self.at].ends_with('\n');
            if line_start && let Some(fence) = Fence::opened_by(first_line(rest)) {
                self.fence(&fence);
            } else if rest.starts_with('\\') {
                let escaped: String = rest.chars().take(2).collect();
                self.take_plain(escaped.len());
            } else if rest.starts_with('`') {
                self.code_span(rest);
            } else if rest.starts_with("$$") {
                self.maths(rest, "$$");
            } else if rest.starts_with('$') {
                self.maths(rest, "$");
            } else if rest.starts_with("{{") {
                self.result(rest);
            } else if rest.starts_with("[@") {
                self.reference(rest);
            } else if rest.starts_with("![") {
                self.image(rest);
            } else if let Some(length) = html_tag(rest) {
                self.take_plain(length);
            } else {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                self.take_plain(length);
            }
        }
        self.end_plain();
    }

    fn line(&self) -> usize {
        self.first_line + self.text[..self.at].matches('\n').count()
    }

    fn problem(&mut self, message: String) {
        self.problems.add(self.file, self.line(), message);
    }

    fn take_plain(&mut self, length: usize) {
        self.plain.push_str(&self.text[self.at..self.at + length]);
        self.at += length;
    }

    fn end_plain(&mut self) {
        if !self.plain.is_empty() {
            let plain = std::mem::take(&mut self.plain);
            self.pieces.push(Piece::Text(plain));
        }
    }

    fn push(&mut self, piece: Piece, length: usize) {
        self.end_plain();
        self.pieces.push(piece);
        self.at += length;
    }

    fn fence(&mut self, fence: &Fence) {
        let line = self.line();
        let rest = &self.text[self.at..];
        let mut lines = rest.split_inclusive('\n');
        let mut length = lines.next().map_or(0, str::len);
        let mut code = String::new();
        for line in lines {
            length += line.len();
            if fence.is_closed_by(line) {
                break;
            }
            code.push_str(line);
        }
        let info = fence.info.clone();
        let written = rest[..length].to_owned();
        let piece = Piece::Fence {
            info,
            code,
            line,
            written,
        };
        self.push(piece, length);
    }

    fn code_span(&mut self, rest: &str) {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let mark = &rest[..ticks];
        let paragraph = paragraph(rest);
        let mut from = ticks;
        while let Some(found) = paragraph[from..].find(mark) {
            let start = from + found;
            let run = paragraph[start..].len() - paragraph[start..].trim_start_matches('`').len();
            if run == ticks {
                let end = start + ticks;
                self.push(Piece::Code(rest[..end].to_owned()), end);
                return;
            }
            from = start + run;
        }
        self.take_plain(ticks);
    }

    fn maths(&mut self, rest: &str, delimiter: &str) {
        let display = delimiter == "$$";
        let body = &paragraph(rest)[delimiter.len()..];
        let Some(end) = closing(body, delimiter) else {
            let shown = first_line(rest);
            self.problem(format!(
                "unbalanced {delimiter} in {shown:?}; a dollar sign in prose is written \\$"
            ));
            self.take_plain(delimiter.len());
            return;
        };
        let raw = &body[..end];
        let length = end + 2 * delimiter.len();
        if raw.trim().is_empty() {
            self.problem(format!("an empty formula: {:?}", &rest[..length]));
        } else if !display && raw != raw.trim() {
            self.problem(format!(
                "the formula {:?} begins or ends with a space; a dollar sign in prose is written \\$",
                &rest[..length]
            ));
        }
        let (tex, results) = without_marks(raw);
        let line = self.line();
        let piece = Piece::Maths {
            tex: tex.trim().to_owned(),
            display,
            line,
            results,
        };
        self.push(piece, length);
    }

    fn result(&mut self, rest: &str) {
        let line = self.line();
        match mark(paragraph(rest)) {
            Some((literal, length)) => {
                if literal.contains(['\\', '^', '_']) {
                    self.problem(format!(
                        "the result {{{{{literal}}}}} is TeX; it belongs between dollar signs"
                    ));
                }
                let literal = literal.to_owned();
                self.push(Piece::Result { literal, line }, length);
            }
            None => {
                self.problem(format!(
                    "{:?}: a mark {{{{…}}}} is never closed",
                    first_line(rest)
                ));
                self.take_plain(2);
            }
        }
    }

    fn reference(&mut self, rest: &str) {
        let line = self.line();
        let Some(end) = paragraph(rest).find(']') else {
            self.problem(format!(
                "{:?}: a reference is never closed",
                first_line(rest)
            ));
            self.take_plain(2);
            return;
        };
        let inner = &rest[2..end];
        let (key, place) = match inner.split_once(',') {
            Some((key, place)) => (key, Some(place.trim().replace('\n', " "))),
            None => (inner, None),
        };
        let piece = Piece::Reference {
            key: key.trim().to_owned(),
            place,
            line,
        };
        self.push(piece, end + 1);
    }

    fn image(&mut self, rest: &str) {
        let alt = paragraph(rest).split(']').next().unwrap_or_default();
        if alt.contains('$') {
            self.problem(format!(
                "no formula can stand in an image's description: {alt:?}"
            ));
        }
        self.take_plain(alt.len());
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The text up to the next blank line or fence.
fn paragraph(text: &str) -> &str {
    let mut length = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if index > 0 && (line.trim().is_empty() || Fence::opened_by(line).is_some()) {
            break;
        }
        length += line.len();
    }
    &text[..length]
}

/// Where the closing delimiter of a formula stands; `\$` closes nothing.
fn closing(body: &str, delimiter: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, c) in body.char_indices() {
        if !escaped && body[index..].starts_with(delimiter) {
            return Some(index);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// The literal of a mark at the start of `text`, and the mark's length.
fn mark(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0usize;
    for (index, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inner = text[..index].strip_prefix("{{")?.strip_suffix('}')?;
            return Some((inner.trim(), index + 1));
        }
    }
    None
}

/// A formula without the marks of its results, and these results.
fn without_marks(raw: &str) -> (String, Vec<String>) {
    let mut tex = String::new();
    let mut results = Vec::new();
    let mut rest = raw;
    while let Some(start) = rest.find("{{") {
        tex.push_str(&rest[..start]);
        match mark(&rest[start..]) {
            Some((literal, length)) => {
                tex.push_str(&format!("{{{literal}}}"));
                results.push(literal.to_owned());
                rest = &rest[start + length..];
            }
            None => {
                tex.push_str("{{");
                rest = &rest[start + 2..];
            }
        }
    }
    tex.push_str(rest);
    (tex, results)
}

/// The length of an HTML tag or comment at the start of `text`.
fn html_tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|end| end + 3);
    }
    let inner = text.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then(|| first_line(text).find('>').map(|end| end + 1))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take_apart(text: &str) -> (Vec<Piece>, String) {
        let mut problems = Problems::default();
        let pieces = pieces(Path::new("p.md"), 1, text, &mut problems);
        let messages = problems.iter().map(|p| format!("{p}\n")).collect();
        (pieces, messages)
    }

    #[test]
    fn results_are_found_in_prose_and_in_formulas() {
        let (pieces, problems) = take_apart(r"so {{5}} and $x = {{2 \cdot 10^{-16}}}$");
        assert_eq!(problems, "");
        assert_eq!(
            pieces,
            [
                Piece::Text("so ".into()),
                Piece::Result {
                    literal: "5".into(),
                    line: 1
                },
                Piece::Text(" and ".into()),
                Piece::Maths {
                    tex: r"x = {2 \cdot 10^{-16}}".into(),
                    display: false,
                    line: 1,
                    results: vec![r"2 \cdot 10^{-16}".into()],
                },
            ]
        );
    }

    #[test]
    fn dollars_in_code_and_escaped_ones_open_no_formula() {
        let (pieces, problems) = take_apart("`$x` costs \\$5\n\n```text\n$ ls {{3}} [@x]\n```\n");
        assert_eq!(problems, "");
        assert!(
            !pieces
                .iter()
                .any(|p| matches!(p, Piece::Maths { .. } | Piece::Result { .. }))
        );
    }

    #[test]
    fn a_reference_may_name_a_place() {
        let (pieces, _) = take_apart("see [@higham, section 4.3]");
        let place = Some("section 4.3".to_owned());
        assert_eq!(
            pieces[1],
            Piece::Reference {
                key: "higham".into(),
                place,
                line: 1
            }
        );
    }

    #[test]
    fn unbalanced_dollars_and_marks_are_named_with_their_line() {
        for (text, message) in [
            ("a\nb $x\n\nc$ d\n", "p.md:2: unbalanced $ in \"$x\""),
            (
                "costs $5 or $6\n",
                "p.md:1: the formula \"$5 or $\" begins or ends with a space",
            ),
            ("$$\nx\n\ny$$\n", "p.md:1: unbalanced $$"),
            ("is {{5\n", "p.md:1: \"{{5\": a mark {{…}} is never closed"),
            ("{{x^2}}\n", "p.md:1: the result {{x^2}} is TeX"),
            (
                "![a $x$](b.png)\n",
                "p.md:1: no formula can stand in an image",
            ),
        ] {
            let (_, problems) = take_apart(text);
            assert!(problems.contains(message), "{text:?} gave {problems}");
        }
    }
}
