//! Text within one block: marks, references, and dollar signs of no formula.

use crate::html;
use crate::reading::Reading;
use crate::span::{Content, Mark, mark};
use std::ops::Range;

/// Elements that hold what is typed, where a dollar sign is one.
const TYPED: [&str; 4] = ["kbd", "code", "samp", "var"];

/// Text between two places where a block begins or ends.
#[derive(Default)]
pub(crate) struct Run {
    range: Option<Range<usize>>,
    /// Where the last thing within a line ended.
    pub(crate) inner_end: usize,
    /// What is code, formula or markup, in order.
    pub(crate) taken: Vec<Range<usize>>,
    /// The links that are open, and whether they have an address of their own.
    pub(crate) links: Vec<bool>,
    /// The images.
    pub(crate) images: Vec<Range<usize>>,
    /// From the end of a line to the text of the next one, behind the signs of
    /// the quotation and the list that it stands in.
    breaks: Vec<Range<usize>>,
    open_break: Option<usize>,
}

/// Whether what follows `before` stands in an element that holds what is typed.
pub(crate) fn is_typed(before: &str) -> bool {
    let tag = before.rsplit_once('<').map(|(_, tag)| tag);
    let name = tag
        .and_then(|tag| tag.split_once('>'))
        .map(|(name, _)| name);
    name.is_some_and(|name| TYPED.contains(&name))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

impl Run {
    /// Goes on to the end of this range.
    pub(crate) fn extend(&mut self, range: &Range<usize>) {
        if let Some(start) = self.open_break.take() {
            self.breaks.push(start..range.start);
        }
        self.range = Some(match &self.range {
            Some(whole) => whole.start..whole.end.max(range.end),
            None => range.clone(),
        });
    }

    /// A line ends here.
    pub(crate) fn break_line(&mut self, at: usize) {
        self.open_break = Some(at);
    }

    /// Whether a place is in the description of an image.
    pub(crate) fn in_image(&self, at: usize) -> bool {
        self.images.iter().any(|image| image.contains(&at))
    }

    /// Finds what pulldown-cmark does not know.
    pub(crate) fn scan(mut self, text: &str, reading: &mut Reading) {
        let Some(range) = self.range.take() else {
            return;
        };
        self.taken.sort_by_key(|taken| taken.start);
        let mut at = range.start;
        while at < range.end {
            let taken = self.taken.partition_point(|taken| taken.end <= at);
            if let Some(taken) = self.taken.get(taken).filter(|taken| taken.contains(&at)) {
                at = taken.end;
                continue;
            }
            let rest = &text[at..range.end];
            at += if rest.starts_with("{{") {
                self.mark(at, text, rest, reading)
            } else if rest.starts_with("[@") {
                self.reference(at, text, rest, reading)
            } else if rest.starts_with('$') {
                self.dollar(at, text, range.clone(), reading)
            } else if html::is_block(rest) {
                let message = format!(
                    "{:?} is no tag; is a quotation mark missing?",
                    first_line(rest)
                );
                reading.problem(at, message);
                1
            } else {
                // What follows a backslash has no meaning of its own.
                let count = if rest.starts_with('\\') { 2 } else { 1 };
                rest.chars().take(count).map(char::len_utf8).sum()
            };
        }
    }

    fn mark(&self, at: usize, text: &str, rest: &str, reading: &mut Reading) -> usize {
        let Some((_, length)) = mark(rest) else {
            let message = format!("{:?}: a mark {{{{…}}}} is never closed", first_line(rest));
            reading.problem(at, message);
            return 2;
        };
        let line = reading.lines.number(at);
        let literal = self.on_one_line(text, at + 2..at + length - 2);
        let held = at..at + length;
        if self.overlaps(&held) {
            let message = format!("the mark {{{{{literal}}}}} holds a formula, code or a tag");
            reading.problem(at, message);
            return 2;
        }
        if literal.contains(['\\', '^', '_']) {
            let message =
                format!("the result {{{{{literal}}}}} is TeX; it belongs between dollar signs");
            reading.problem(at, message);
        }
        if self.in_image(at) {
            let message =
                format!("no result can stand in an image's description: {{{{{literal}}}}}");
            reading.problem(at, message);
        }
        let mark = Mark { literal, line };
        reading.spans.push((held, Content::Mark(mark)));
        length
    }

    fn reference(&self, at: usize, text: &str, rest: &str, reading: &mut Reading) -> usize {
        let end = rest.find(']').map(|end| end + 1);
        let Some(length) = end.filter(|end| !self.overlaps(&(at..at + end))) else {
            let message = format!(
                "{:?}: a reference is [@id] or [@id, section 2]",
                first_line(rest)
            );
            reading.problem(at, message);
            return 2;
        };
        let inner = self.on_one_line(text, at + 2..at + length - 1);
        let (key, locator) = match inner.split_once(',') {
            Some((key, locator)) => (key, Some(locator.trim().to_owned())),
            None => (inner.as_str(), None),
        };
        let key = key.trim().to_owned();
        if self.in_image(at) {
            let message = format!("no reference can stand in an image's description: {key:?}");
            reading.problem(at, message);
        }
        let content = Content::Reference { key, locator };
        reading.spans.push((at..at + length, content));
        length
    }

    /// A dollar sign that belongs to no formula.
    fn dollar(&self, at: usize, text: &str, run: Range<usize>, reading: &mut Reading) -> usize {
        let rest = &text[at..run.end];
        if is_typed(&text[run.start..at]) {
            return 1;
        }
        let delimiter = if rest.starts_with("$$") { "$$" } else { "$" };
        let width = delimiter.len();
        let advice = "a dollar sign in prose is written \\$";
        let closed = rest[width..].find(delimiter).map(|end| end + 2 * width);
        if let (Some(length), 1) = (closed, width) {
            let formula = &rest[..length];
            let inner = &formula[1..length - 1];
            if !inner.is_empty() && inner != inner.trim() {
                let message =
                    format!("the formula {formula:?} begins or ends with a space; {advice}");
                reading.problem(at, message);
                return length;
            }
        }
        // A line that begins with + or - ends the paragraph, and the formula.
        let lines = text[run.end..].lines().skip(1);
        let mut lines = lines.take_while(|line| !line.trim().is_empty());
        let why = match (lines.next(), lines.any(|line| line.contains(delimiter))) {
            (Some(next), more) if more || next.contains(delimiter) => format!(
                "to Markdown the line {next:?} begins something else, so the formula ends before it"
            ),
            _ => advice.to_owned(),
        };
        let shown = first_line(rest);
        reading.problem(at, format!("unbalanced {delimiter} in {shown:?}; {why}"));
        width
    }

    fn overlaps(&self, range: &Range<usize>) -> bool {
        let overlap = |taken: &Range<usize>| taken.start < range.end && range.start < taken.end;
        self.taken.iter().any(overlap)
    }

    /// A range of the text with a space for each break between its lines.
    fn on_one_line(&self, text: &str, range: Range<usize>) -> String {
        let mut line = String::with_capacity(range.len());
        let mut at = range.start;
        let inside = |one: &&Range<usize>| range.start <= one.start && one.end <= range.end;
        for one in self.breaks.iter().filter(inside) {
            line.push_str(&text[at..one.start]);
            line.push(' ');
            at = one.end;
        }
        line.push_str(&text[at..range.end]);
        line.trim().to_owned()
    }
}
