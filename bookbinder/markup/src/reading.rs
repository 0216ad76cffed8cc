//! One pass over a text: pulldown-cmark says what stands where.

use crate::Problem;
use crate::html;
use crate::lines::Lines;
use crate::run::Run;
use crate::span::{Content, Span, without_marks};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// The options with which a page is read: mdBook 0.5.4's, and formulas, which
/// mdBook itself never sees. Without tables, since they would end a cell at the
/// first bar of `$|x|$`: for what is read here, the rows are lines of text.
pub const OPTIONS: Options = Options::ENABLE_FOOTNOTES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_MATH);

/// What stands where in a text.
pub(crate) struct Reading {
    /// Its lines.
    pub(crate) lines: Lines,
    /// Ranges that are no plain text, in order.
    pub(crate) spans: Vec<(Range<usize>, Content)>,
    /// The lines that hold nothing but the tag of a labelled block, in order.
    pub(crate) tags: Vec<Range<usize>>,
    /// The headings that stand in no list and no quotation.
    pub(crate) headings: Vec<HeadingLines>,
    /// What is wrong.
    pub(crate) problems: Vec<Problem>,
}

/// The lines of a heading.
pub(crate) struct HeadingLines {
    pub(crate) range: Range<usize>,
    pub(crate) level: HeadingLevel,
    /// The id that the author gives it.
    pub(crate) id: Option<String>,
    /// What is read of it, of which mdBook makes an id.
    pub(crate) text: String,
}

impl Reading {
    /// A part of the text in spans.
    pub(crate) fn spans_in(&self, text: &str, part: Range<usize>) -> Vec<Span> {
        let span = |range: Range<usize>, content: Content| Span {
            line: self.lines.number(range.start),
            source: text[range].to_owned(),
            content,
        };
        let first = self
            .spans
            .partition_point(|(range, _)| range.start < part.start);
        let inside = self.spans[first..]
            .iter()
            .take_while(|(range, _)| range.start < part.end);
        let mut spans = Vec::new();
        let mut at = part.start;
        for (range, content) in inside {
            if at < range.start {
                spans.push(span(at..range.start, Content::Text));
            }
            spans.push(span(range.clone(), content.clone()));
            at = range.end;
        }
        if at < part.end {
            spans.push(span(at..part.end, Content::Text));
        }
        spans
    }

    pub(crate) fn problem(&mut self, at: usize, message: impl Into<String>) {
        self.problems.push(Problem {
            line: self.lines.number(at),
            message: message.into(),
        });
    }
}

/// Reads a text, the first line of which has the number `first_line`.
pub(crate) fn read(first_line: usize, text: &str) -> Reading {
    // What the parser is given: the same text, except that what it would take
    // for something else than it is here is another sign of the same length.
    let mut given = Cow::Borrowed(text);
    loop {
        let parser = Parser::new_ext(&given, OPTIONS);
        let definitions = parser.reference_definitions().iter();
        let references = definitions.filter(|(label, _)| label.starts_with('@'));
        let bracket = |span: &Range<usize>| Some(span.start + given[span.clone()].find('[')?);
        let references = references.filter_map(|(_, link)| bracket(&link.span));
        let references: Vec<_> = references.collect();
        if !references.is_empty() {
            for at in references {
                given.to_mut().replace_range(at..=at, ",");
            }
            continue;
        }
        let mut reader = Reader {
            text,
            depth: 0,
            run: Run::default(),
            heading: None,
            code: None,
            in_html: false,
            reading: Reading {
                lines: Lines::of(text, first_line),
                spans: Vec::new(),
                tags: Vec::new(),
                headings: Vec::new(),
                problems: Vec::new(),
            },
        };
        for (_, link) in parser.reference_definitions().iter() {
            reader.link_definition(link.span.clone());
        }
        let mut events = parser.into_offset_iter();
        match events.try_for_each(|(event, range)| reader.event(event, range)) {
            Ok(()) => return reader.finish(),
            Err(NoFormula { at }) => given.to_mut().replace_range(at..=at, ","),
        }
    }
}

/// A dollar sign that the parser takes for the beginning of a formula, which
/// would hold a closing tag: `<kbd>$</kbd> or <kbd>$</kbd>` has no formula.
struct NoFormula {
    at: usize,
}

struct Reader<'a> {
    text: &'a str,
    /// How many lists, items, quotations and notes are open.
    depth: usize,
    /// The text between two beginnings or ends of blocks.
    run: Run,
    heading: Option<HeadingLines>,
    code: Option<CodeBlock>,
    in_html: bool,
    reading: Reading,
}

struct CodeBlock {
    range: Range<usize>,
    /// What stands behind the opening mark; `None` if it is only indented.
    info: Option<String>,
    code: String,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), NoFormula> {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.code {
                Some(block) => block.code.push_str(&text),
                None if self.in_html => {}
                None => self.inline(&range, &text),
            },
            Event::Code(code) => {
                self.inline(&range, &code);
                let source = &self.text[range.clone()];
                if source.starts_with("```") && source.contains('\n') {
                    self.reading
                        .problem(range.start, html::unseen_fence(source));
                }
                self.span(range, Content::Code);
            }
            Event::InlineMath(tex) => return self.formula(range, &tex, false),
            Event::DisplayMath(tex) => return self.formula(range, &tex, true),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::SoftBreak | Event::HardBreak => {
                self.inline(&range, " ");
                self.run.break_line(range.start);
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => self.inline(&range, ""),
            Event::Rule => self.end_run(),
            // It was read when its block began.
            Event::Html(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.run.extend(&range),
            Tag::Link { link_type, .. } => {
                self.run.extend(&range);
                let address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.run.links.push(!address);
                if address {
                    self.span(range, Content::Markup);
                }
            }
            Tag::Image { .. } => {
                self.run.extend(&range);
                self.run.links.push(true);
                self.run.images.push(range);
            }
            Tag::Heading { level, id, .. } => {
                self.end_run();
                if self.depth > 0 {
                    let message = "a heading in a list or a quotation; start it at the left edge";
                    self.reading.problem(range.start, message);
                    return;
                }
                let lines = &self.reading.lines;
                let first = lines.range(self.text, range.start);
                let last = lines.range(self.text, range.end.max(1) - 1);
                self.heading = Some(HeadingLines {
                    range: first.start..last.end,
                    level,
                    id: id.map(|id| id.to_string()),
                    text: String::new(),
                });
            }
            Tag::CodeBlock(kind) => {
                self.end_run();
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(info.to_string()),
                    CodeBlockKind::Indented => None,
                };
                let code = String::new();
                self.code = Some(CodeBlock { range, info, code });
            }
            Tag::HtmlBlock => {
                self.end_run();
                self.in_html = true;
                html::block(self.text, range, self.depth == 0, &mut self.reading);
            }
            Tag::Paragraph => self.end_run(),
            _ => {
                self.end_run();
                self.depth += 1;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.run.inner_end = range.end;
            }
            TagEnd::Link | TagEnd::Image => {
                let address = self.run.inner_end.max(range.start)..range.end;
                self.run.inner_end = range.end;
                if self.run.links.pop() == Some(true) {
                    self.span(address, Content::Markup);
                }
            }
            TagEnd::Heading(_) => {
                let text_end = self.run.inner_end;
                self.end_run();
                if let Some(heading) = self.heading.take() {
                    // The id, and the line below a heading of two lines.
                    let rest = text_end.max(heading.range.start)..heading.range.end;
                    self.span(rest, Content::Markup);
                    self.reading.headings.push(heading);
                }
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Paragraph => self.end_run(),
            TagEnd::HtmlBlock => self.in_html = false,
            _ => {
                self.end_run();
                self.depth -= 1;
            }
        }
    }

    /// Something within a line, and what is read of it.
    fn inline(&mut self, range: &Range<usize>, text: &str) {
        self.run.extend(range);
        self.run.inner_end = range.end;
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
    }

    /// A range in which there is no mark and no reference.
    fn span(&mut self, range: Range<usize>, content: Content) {
        self.run.taken.push(range.clone());
        self.reading.spans.push((range, content));
    }

    fn formula(&mut self, range: Range<usize>, raw: &str, display: bool) -> Result<(), NoFormula> {
        let closing_tag = |(at, _)| raw[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic());
        if raw.match_indices("</").any(closing_tag) {
            return Err(NoFormula { at: range.start });
        }
        self.inline(&range, raw);
        let source = &self.text[range.clone()];
        let line = self.reading.lines.number(range.start);
        let (tex, marks) = without_marks(raw, line);
        if raw.trim().is_empty() {
            let message = format!("an empty formula: {source:?}");
            self.reading.problem(range.start, message);
        }
        if self.run.in_image(range.start) {
            let message = format!("no formula can stand in an image's description: {source:?}");
            self.reading.problem(range.start, message);
        }
        let tex = tex.trim().to_owned();
        self.span(
            range,
            Content::Formula {
                tex,
                display,
                marks,
            },
        );
        Ok(())
    }

    /// `[label]: address`, of which a reader sees nothing.
    fn link_definition(&mut self, range: Range<usize>) {
        let source = &self.text[range.clone()];
        if source.contains('$') || source.contains("{{") {
            let message = format!("to Markdown {source:?} is the address of a link, and not shown");
            self.reading.problem(range.start, message);
        }
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let line = self.reading.lines.range(self.text, range.start);
        let source = &self.text[range.clone()];
        if self.depth == 0 && html::is_block(source) && self.text[line.clone()].trim_end() == source
        {
            self.end_run();
            self.reading.tags.push(line);
            return;
        }
        if let Some(message) = html::misplaced(source) {
            self.reading.problem(range.start, message);
        }
        self.inline(&range, "");
        self.span(range, Content::Markup);
    }

    fn end_code(&mut self) {
        let Some(CodeBlock { range, info, code }) = self.code.take() else {
            return;
        };
        let source = &self.text[range.clone()];
        let Some(info) = info else {
            let message = "indented text is compiled as Rust; use a fence, or a shallower indent";
            self.reading.problem(range.start, message);
            return self.span(range, Content::Markup);
        };
        let last = source.trim_end().lines().skip(1).last().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']);
        if !last.starts_with("```") && !last.starts_with("~~~") {
            let opening = source.lines().next().unwrap_or_default();
            let message = format!("the code fence {opening} is never closed");
            self.reading.problem(range.start, message);
        }
        self.span(range, Content::Fence { info, code });
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        run.scan(self.text, &mut self.reading);
    }

    fn finish(mut self) -> Reading {
        self.end_run();
        let mut reading = self.reading;
        reading.spans.retain(|(range, _)| !range.is_empty());
        reading.spans.sort_by_key(|(range, _)| range.start);
        reading.tags.sort_by_key(|range| range.start);
        reading
    }
}
