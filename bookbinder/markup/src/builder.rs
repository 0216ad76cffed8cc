//! From a text to blocks within blocks: tags are matched and checked.

use crate::Problem;
use crate::page::{Block, Heading, Node, is_kebab_case};
use crate::reading::{self, HeadingLines, Reading};
use crate::span::{Content, Markdown};
use crate::tag::{Tag, name_at_start, parse_attributes};
use crate::vocabulary::{self, DIRECTIVES, GATHERED, GRADES, Kind};
use std::ops::Range;

/// What stands on a page, and what is wrong with it.
pub(crate) fn build(text: &str) -> (Vec<Node>, Vec<Problem>) {
    let mut builder = Builder {
        text,
        reading: reading::read(1, text),
        at: 0,
        open: Vec::new(),
        finished: Vec::new(),
        theorem: None,
    };
    builder.run();
    let mut problems = builder.reading.problems;
    problems.sort_by_key(|problem| problem.line);
    (builder.finished, problems)
}

struct Builder<'a> {
    text: &'a str,
    reading: Reading,
    /// Up to where the text has been given its place.
    at: usize,
    open: Vec<Block>,
    finished: Vec<Node>,
    /// The id of a theorem after which nothing has come yet.
    theorem: Option<String>,
}

impl Builder<'_> {
    fn run(&mut self) {
        let tags = std::mem::take(&mut self.reading.tags);
        let headings = std::mem::take(&mut self.reading.headings);
        let mut headings = headings.into_iter().peekable();
        for tag in tags {
            while let Some(heading) = headings.next_if(|next| next.range.start < tag.start) {
                self.heading(heading);
            }
            self.tag(tag);
        }
        for heading in headings {
            self.heading(heading);
        }
        self.flush(self.text.len());
        while let Some(block) = self.open.pop() {
            self.never_closed(&block);
            self.finish(block);
        }
    }

    /// Ends the Markdown that has been read so far.
    fn flush(&mut self, end: usize) {
        if self.at >= end {
            return;
        }
        let markdown = self.markdown(self.at..end);
        self.at = end;
        if !markdown.is_blank() {
            self.theorem = None;
        }
        self.push(Node::Markdown(markdown));
    }

    fn markdown(&mut self, range: Range<usize>) -> Markdown {
        let markdown = Markdown {
            line: self.reading.lines.number(range.start),
            spans: self.reading.spans_in(self.text, range),
        };
        if self.open.last().is_none_or(|block| block.owner.is_none()) {
            for mark in markdown.marks() {
                let literal = &mark.literal;
                let message = format!(
                    "the result {{{{{literal}}}}} stands in no block with an id, so that no test can claim it"
                );
                self.problem(mark.line, message);
            }
        }
        markdown
    }

    fn push(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(node),
            None => self.finished.push(node),
        }
    }

    fn heading(&mut self, heading: HeadingLines) {
        self.flush(heading.range.start);
        self.at = heading.range.end;
        self.theorem = None;
        let markdown = self.markdown(heading.range);
        let formula = |content: &Content| matches!(content, Content::Formula { .. });
        if heading.id.is_none() && markdown.spans.iter().any(|span| formula(&span.content)) {
            let message = format!(
                "the heading {:?} holds a formula; give it an id: {{#name}}",
                heading.text
            );
            self.problem(markdown.line, message);
        }
        self.push(Node::Heading(Heading {
            level: heading.level as u8,
            has_own_id: heading.id.is_some(),
            id: heading.id.unwrap_or_else(|| fragment(&heading.text)),
            title: heading.text,
            markdown,
        }));
    }

    fn tag(&mut self, range: Range<usize>) {
        self.flush(range.start);
        self.at = range.end;
        let source = self.text[range.clone()].trim_end();
        let Some(kind) = name_at_start(source).and_then(vocabulary::kind) else {
            return;
        };
        let line = self.reading.lines.number(range.start);
        let closing = source.starts_with("</");
        self.check_blank_lines(&range, kind, closing);
        if closing {
            self.close(kind, line);
            return;
        }
        let attributes = match Tag::at_start(source) {
            Some((tag, _)) => tag.attributes,
            // The message says which value is never closed.
            None => source[1 + kind.tag.len()..].trim_end_matches('>'),
        };
        self.open(kind, line, attributes);
    }

    fn open(&mut self, kind: &'static Kind, line: usize, attributes: &str) {
        let attributes = parse_attributes(attributes).unwrap_or_else(|message| {
            self.problem(line, format!("<{}>: {message}", kind.tag));
            Vec::new()
        });
        let mut block = Block {
            kind,
            line,
            attributes,
            owner: None,
            nodes: Vec::new(),
        };
        let theorem = self.theorem.take();
        let around = self.open.last().and_then(|parent| parent.owner.clone());
        let of = block.attribute("of").map(str::to_owned);
        block.owner = match kind.tag {
            "proof" => of.or(theorem),
            "solution" => of.or(around),
            _ => block.id().or(around),
        };
        self.check_attributes(&block);
        self.check_parent(&block);
        self.open.push(block);
    }

    fn close(&mut self, kind: &'static Kind, line: usize) {
        let Some(at) = self.open.iter().rposition(|block| block.kind == kind) else {
            self.problem(line, format!("</{}> closes nothing", kind.tag));
            return;
        };
        while self.open.len() > at {
            let Some(block) = self.open.pop() else { break };
            if self.open.len() > at {
                self.never_closed(&block);
            }
            self.finish(block);
        }
    }

    fn finish(&mut self, block: Block) {
        let tag = block.kind.tag;
        let content = block.markdown().find(|markdown| !markdown.is_blank());
        let content = content.map(|markdown| markdown.line);
        if let (true, Some(line)) = (GATHERED.contains(&tag), content) {
            let message = format!("<{tag}> is gathered; nothing may stand in it");
            self.problem(line, message);
        }
        if !GATHERED.contains(&tag) && content.is_none() && block.blocks().next().is_none() {
            self.problem(block.line, format!("<{tag}> is empty"));
        }
        self.theorem = match block.kind.data_kind {
            "theorem" => block.id(),
            _ => None,
        };
        self.push(Node::Block(block));
    }

    fn never_closed(&mut self, block: &Block) {
        self.problem(block.line, format!("<{}> is never closed", block.kind.tag));
    }

    fn check_blank_lines(&mut self, range: &Range<usize>, kind: &Kind, closing: bool) {
        let before = self.text[..range.start].lines().next_back();
        let after = self.text[range.end..].lines().next();
        let blank = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
        if !blank(before) || !blank(after) {
            let slash = if closing { "/" } else { "" };
            let message = format!(
                "<{slash}{}> needs a blank line before and after it",
                kind.tag
            );
            self.reading.problem(range.start, message);
        }
    }

    fn check_attributes(&mut self, block: &Block) {
        let Kind {
            tag,
            required,
            optional,
            ..
        } = block.kind;
        for name in *required {
            if block
                .attribute(name)
                .is_none_or(|value| value.trim().is_empty())
            {
                self.problem(block.line, format!("<{tag}> needs {name}=\"…\""));
            }
        }
        for (index, (name, value)) in block.attributes.iter().enumerate() {
            if !required.contains(&name.as_str()) && !optional.contains(&name.as_str()) {
                self.problem(block.line, format!("<{tag}> has no attribute {name:?}"));
            }
            if block.attributes[..index]
                .iter()
                .any(|(other, _)| other == name)
            {
                self.problem(block.line, format!("<{tag}> has {name:?} twice"));
            }
            if value.trim().is_empty() {
                self.problem(block.line, format!("<{tag}>: {name} says nothing"));
            }
            if (name == "id" || name == "of") && !is_kebab_case(value) {
                self.problem(block.line, format!("the id {value:?} is not in kebab case"));
            }
        }
        if let Some(idea) = block.attribute("idea") {
            self.check_idea(block.line, idea);
        }
        if let Some(grade) = block.attribute("grade")
            && !GRADES.contains(&grade)
        {
            let message = format!("grade={grade:?} is none of {}", GRADES.join(", "));
            self.problem(block.line, message);
        }
    }

    /// The idea of a proof is the line that stays visible: one sentence, and in
    /// it nothing but words.
    fn check_idea(&mut self, line: usize, idea: &str) {
        let (markdown, problems) = Markdown::read(line, idea);
        self.reading.problems.extend(problems);
        let is_words = |content: &Content| matches!(content, Content::Text | Content::Code);
        let other = markdown.spans.iter().find(|span| !is_words(&span.content));
        if let Some(span) = other {
            let source = span.source.trim();
            self.problem(
                line,
                format!("the idea of a proof is words; it holds {source:?}"),
            );
        }
        let ends = |c: char| matches!(c, '.' | '!' | '?');
        let idea = idea.trim_end();
        let words: Vec<_> = idea.split(' ').collect();
        let follows = |word: &&str| word.starts_with(char::is_uppercase);
        let inner = words
            .windows(2)
            .any(|pair| pair[0].ends_with(ends) && follows(&pair[1]));
        if !idea.ends_with(ends) || inner {
            let message =
                format!("the idea of a proof is one sentence, with its full stop: {idea:?}");
            self.problem(line, message);
        }
    }

    /// Whether a block may stand directly in the one around it.
    fn check_parent(&mut self, block: &Block) {
        let Kind { tag, inside, .. } = block.kind;
        let parent = self.open.last().map(|parent| parent.kind.tag);
        let is_directive = DIRECTIVES.contains(tag);
        let allowed = match parent {
            None => inside.is_empty(),
            // A caption and a question hold nothing but text.
            Some(parent) if DIRECTIVES.contains(&parent) || parent == "question" => false,
            Some(parent) if GATHERED.contains(&parent) => false,
            Some("exercise" | "preview") if *tag == "solution" => true,
            Some("quiz") if *tag == "question" => true,
            Some(_) if inside.is_empty() => is_directive,
            Some(parent) => inside.contains(&parent),
        };
        let message = match parent {
            _ if allowed => return,
            Some(parent) if inside.is_empty() => format!("<{tag}> cannot stand in <{parent}>"),
            _ => format!("<{tag}> must stand in <{}>", inside.join("> or <")),
        };
        self.problem(block.line, message);
    }

    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.reading.problems.push(Problem {
            line,
            message: message.into(),
        });
    }
}

/// The id that mdBook gives a heading.
fn fragment(title: &str) -> String {
    let title = title.trim().to_lowercase();
    let sign = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    };
    title.chars().filter_map(sign).collect()
}
