//! A page, read into blocks and the Markdown between them.

use crate::problems::Problems;
use crate::vocabulary::{self, DIRECTIVES, GATHERED, GRADES, Kind};
use std::path::{Path, PathBuf};

/// A page of the book.
#[derive(Debug)]
pub struct Page {
    /// Its file, relative to the root of the book.
    pub file: PathBuf,
    /// What stands on it.
    pub nodes: Vec<Node>,
}

/// A piece of a page.
#[derive(Debug)]
pub enum Node {
    /// Markdown as it was written.
    Markdown(Markdown),
    /// A labelled block.
    Block(Block),
}

/// Markdown as it was written.
#[derive(Debug)]
pub struct Markdown {
    /// The line it starts on, from 1.
    pub line: usize,
    /// The text, with its line breaks.
    pub text: String,
}

/// A labelled block.
#[derive(Debug)]
pub struct Block {
    /// Its kind.
    pub kind: &'static Kind,
    /// The line of its opening tag.
    pub line: usize,
    /// Its attributes, as written.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub nodes: Vec<Node>,
}

impl Block {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The id that this block has in the book, in kebab case: its own, or the
    /// one of the listing or program that it places.
    pub fn id(&self) -> Option<String> {
        let first = self.kind.required.first()?;
        let name = self.attribute(first)?;
        Some(match *first {
            "path" => listing_id(name),
            "name" => name.replace('_', "-"),
            _ => name.to_owned(),
        })
    }

    /// The blocks directly in this one.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        blocks(&self.nodes)
    }

    /// The Markdown directly in this one.
    pub fn markdown(&self) -> impl Iterator<Item = &Markdown> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Markdown(markdown) => Some(markdown),
            Node::Block(_) => None,
        })
    }
}

/// The id of a listing: its first path in kebab case, where `&` and the mark of
/// a macro are words, so that another path has another id.
pub fn listing_id(path: &str) -> String {
    let first = path.split_whitespace().next().unwrap_or_default();
    let first = first.replace('&', " ref ").replace('!', " macro ");
    let words = first.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// The blocks among some nodes.
pub fn blocks(nodes: &[Node]) -> impl Iterator<Item = &Block> {
    nodes.iter().filter_map(|node| match node {
        Node::Block(block) => Some(block),
        Node::Markdown(_) => None,
    })
}

impl Page {
    /// Reads a page. `file` is only for the messages.
    pub fn read(file: &Path, text: &str, problems: &mut Problems) -> Page {
        let mut reader = Reader {
            file,
            lines: text.lines().collect(),
            open: Vec::new(),
            finished: Vec::new(),
            text: String::new(),
            text_line: 1,
            fence: None,
            problems,
        };
        reader.run();
        let nodes = reader.finished;
        Page {
            file: file.to_owned(),
            nodes,
        }
    }

    /// Every block of the page, outer ones first.
    pub fn all_blocks(&self) -> Vec<&Block> {
        fn walk<'a>(nodes: &'a [Node], all: &mut Vec<&'a Block>) {
            for block in blocks(nodes) {
                all.push(block);
                walk(&block.nodes, all);
            }
        }
        let mut all = Vec::new();
        walk(&self.nodes, &mut all);
        all
    }
}

/// A line that may be the tag of a block.
enum Tag<'a> {
    Open(&'a str, &'a str),
    Close(&'a str),
}

struct Reader<'a> {
    file: &'a Path,
    lines: Vec<&'a str>,
    open: Vec<Block>,
    finished: Vec<Node>,
    text: String,
    text_line: usize,
    fence: Option<Fence>,
    problems: &'a mut Problems,
}

impl<'a> Reader<'a> {
    fn run(&mut self) {
        for index in 0..self.lines.len() {
            let line = self.lines[index];
            if let Some(open) = &self.fence {
                if open.is_closed_by(line) {
                    self.fence = None;
                }
                self.push_text(line);
                continue;
            }
            if let Some(fence) = Fence::opened_by(line) {
                self.fence = Some(fence);
                self.push_text(line);
                continue;
            }
            match tag_on(line) {
                Some(Tag::Open(name, attributes)) => self.open_tag(index, name, attributes),
                Some(Tag::Close(name)) => self.close_tag(index, name),
                None => self.push_text(line),
            }
        }
        if self.fence.is_some() {
            self.problem(self.lines.len(), "a code fence is never closed");
        }
        self.flush(self.lines.len() + 1);
        while let Some(block) = self.open.pop() {
            let message = format!("<{}> is never closed", block.kind.tag);
            self.problem(block.line, message);
            self.finish(block);
        }
    }

    fn push_text(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn open_tag(&mut self, index: usize, name: &str, attributes: &str) {
        let line = index + 1;
        let Some(kind) = vocabulary::kind(name) else {
            if !vocabulary::HTML.contains(&name) {
                self.problem(line, format!("<{name}> is no block of this book"));
            }
            self.push_text(self.lines[index]);
            return;
        };
        self.flush(line);
        self.check_blank_lines(index, name);
        let attributes = match parse_attributes(attributes) {
            Ok(attributes) => attributes,
            Err(message) => {
                self.problem(line, format!("<{name}>: {message}"));
                Vec::new()
            }
        };
        let block = Block {
            kind,
            line,
            attributes,
            nodes: Vec::new(),
        };
        self.check_attributes(&block);
        self.check_place(&block);
        self.open.push(block);
        self.text_line = line + 1;
    }

    fn close_tag(&mut self, index: usize, name: &str) {
        let line = index + 1;
        if vocabulary::kind(name).is_none() {
            if !vocabulary::HTML.contains(&name) {
                self.problem(line, format!("</{name}> is no block of this book"));
            }
            self.push_text(self.lines[index]);
            return;
        }
        self.flush(line);
        self.check_blank_lines(index, &format!("/{name}"));
        match self.open.iter().rposition(|block| block.kind.tag == name) {
            Some(at) => {
                while self.open.len() > at {
                    let block = self.open.pop().expect("at is below the length");
                    if self.open.len() > at {
                        let message = format!("<{}> is never closed", block.kind.tag);
                        self.problem(block.line, message);
                    }
                    self.finish(block);
                }
            }
            None => self.problem(line, format!("</{name}> closes nothing")),
        }
        self.text_line = line + 1;
    }

    fn finish(&mut self, block: Block) {
        let content = block
            .markdown()
            .find(|markdown| !markdown.text.trim().is_empty())
            .map(|markdown| markdown.line);
        let tag = block.kind.tag;
        if let (true, Some(line)) = (GATHERED.contains(&tag), content) {
            self.problem(
                line,
                format!("<{tag}> is gathered; nothing may stand in it"),
            );
        }
        if !GATHERED.contains(&tag) && content.is_none() && block.blocks().next().is_none() {
            self.problem(block.line, format!("<{tag}> is empty"));
        }
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(Node::Block(block)),
            None => self.finished.push(Node::Block(block)),
        }
    }

    /// Ends the Markdown that has been read so far.
    fn flush(&mut self, line: usize) {
        let text = std::mem::take(&mut self.text);
        let markdown = Markdown {
            line: self.text_line,
            text,
        };
        self.text_line = line;
        if markdown.text.is_empty() {
            return;
        }
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(Node::Markdown(markdown)),
            None => self.finished.push(Node::Markdown(markdown)),
        }
    }

    fn check_blank_lines(&mut self, index: usize, name: &str) {
        let blank = |line: Option<&&str>| line.is_none_or(|line| line.trim().is_empty());
        let before = index
            .checked_sub(1)
            .and_then(|before| self.lines.get(before));
        if !blank(before) || !blank(self.lines.get(index + 1)) {
            let message = format!("<{name}> needs a blank line before and after it");
            self.problem(index + 1, message);
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
        if let Some(grade) = block.attribute("grade")
            && !GRADES.contains(&grade)
        {
            let message = format!("grade={grade:?} is none of {}", GRADES.join(", "));
            self.problem(block.line, message);
        }
    }

    fn check_place(&mut self, block: &Block) {
        let tag = block.kind.tag;
        let parent = self.open.last().map(|parent| parent.kind.tag);
        let message = match parent {
            Some(parent) if DIRECTIVES.contains(&parent) || GATHERED.contains(&parent) => {
                format!("<{tag}> cannot stand in <{parent}>")
            }
            None if !block.kind.inside.is_empty() => {
                format!(
                    "<{tag}> must stand in <{}>",
                    block.kind.inside.join("> or <")
                )
            }
            Some(parent) if block.kind.inside.is_empty() => {
                let exercise = tag == "solution" && parent == "exercise";
                if exercise || DIRECTIVES.contains(&tag) {
                    return;
                }
                format!("<{tag}> cannot stand in <{parent}>")
            }
            Some(parent) if !block.kind.inside.contains(&parent) => {
                format!(
                    "<{tag}> must stand in <{}>",
                    block.kind.inside.join("> or <")
                )
            }
            _ => return,
        };
        self.problem(block.line, message);
    }

    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.add(self.file, line, message);
    }
}

/// Whether an id is in kebab case.
pub fn is_kebab_case(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    id.split('-').all(word) && id.starts_with(|c: char| c.is_ascii_lowercase())
}

fn tag_on(line: &str) -> Option<Tag<'_>> {
    let inner = line.trim_end().strip_prefix('<')?.strip_suffix('>')?;
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let end = inner
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    match closing {
        true => rest.trim().is_empty().then_some(Tag::Close(name)),
        // A tag with more after it on its line is HTML in a sentence.
        false => (!has_bare_bracket(rest)).then_some(Tag::Open(name, rest)),
    }
}

fn has_bare_bracket(attributes: &str) -> bool {
    let mut quoted = false;
    attributes.chars().any(|c| {
        quoted ^= c == '"';
        matches!(c, '<' | '>') && !quoted
    })
}

fn parse_attributes(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest
            .split_once("=\"")
            .ok_or_else(|| format!("{rest:?} is no attribute; write name=\"value\""))?;
        let (value, after) = after
            .split_once('"')
            .ok_or_else(|| format!("the value of {name:?} is never closed"))?;
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Ok(attributes)
}

/// The opening of a fenced block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    mark: char,
    length: usize,
    /// What stands behind the mark.
    pub info: String,
}

impl Fence {
    /// The fence that this line opens, if it opens one.
    pub fn opened_by(line: &str) -> Option<Fence> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let text = &line[indent..];
        let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let length = text.chars().take_while(|c| *c == mark).count();
        let info = text[length..].trim();
        let valid = length >= 3 && indent < 4 && !(mark == '`' && info.contains('`'));
        valid.then(|| Fence {
            mark,
            length,
            info: info.to_owned(),
        })
    }

    /// Whether this line closes it.
    pub fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.chars().all(|c| c == self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let mut problems = Problems::default();
        Page::read(Path::new("p.md"), text, &mut problems);
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_listings_have_two_ids() {
        for (path, id) in [
            ("matrices::Mat::Mul matrices::add", "matrices-mat-mul"),
            ("a::Dual::Mul<f64>", "a-dual-mul-f64"),
            ("a::&Var::Add<&Var>", "a-ref-var-add-ref-var"),
            ("a::claims!", "a-claims-macro"),
        ] {
            let text = format!("<listing path=\"{path}\">\n\nx\n\n</listing>\n");
            let page = Page::read(Path::new("p.md"), &text, &mut Problems::default());
            assert_eq!(page.all_blocks()[0].id().as_deref(), Some(id));
        }
    }

    #[test]
    fn a_page_is_read_into_blocks_with_their_lines() {
        let text = "# T\n\n<exercise id=\"e\" title=\"E > F\" grade=\"drill\">\n\nQ\n\n<hint>\n\nH\n\n</hint>\n\n</exercise>\n\nend\n";
        let mut problems = Problems::default();
        let page = Page::read(Path::new("p.md"), text, &mut problems);
        assert!(problems.is_empty(), "{problems}");
        let all = page.all_blocks();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].line, all[1].line), (3, 7));
        assert_eq!(all[0].attribute("title"), Some("E > F"));
        assert_eq!(all[1].markdown().next().map(|m| m.line), Some(8));
    }

    #[test]
    fn tags_in_code_are_code() {
        assert!(messages("```text\n<theorem>\n```\n").is_empty());
    }

    #[test]
    fn every_malformed_tag_is_named_with_its_line() {
        let cases = [
            ("<proof>\n\nx\n", "p.md:1: <proof> is never closed"),
            (
                "x\n<proof>\n\nx\n\n</proof>\n",
                "p.md:2: <proof> needs a blank line before and after it",
            ),
            (
                "<theorm id=\"x\">\n",
                "p.md:1: <theorm> is no block of this book",
            ),
            (
                "<example id=\"x\">\n\nx\n\n</example>\n",
                "p.md:1: <example> needs title=\"…\"",
            ),
            (
                "<hint>\n\nx\n\n</hint>\n",
                "p.md:1: <hint> must stand in <exercise>",
            ),
            (
                "<proof kind=\"x\">\n\nx\n\n</proof>\n",
                "p.md:1: <proof> has no attribute \"kind\"",
            ),
            ("</proof>\n", "p.md:1: </proof> closes nothing"),
            ("<proof>\n\n</proof>\n", "p.md:1: <proof> is empty"),
            (
                "<quiz id=\"Q_1\">\n\nx\n\n</quiz>\n",
                "p.md:1: the id \"Q_1\" is not in kebab case",
            ),
            (
                "<proof of=x>\n\nx\n\n</proof>\n",
                "p.md:1: <proof>: \"of=x\" is no attribute; write name=\"value\"",
            ),
            ("```text\nx\n", "p.md:2: a code fence is never closed"),
        ];
        for (text, message) in cases {
            assert!(
                messages(text).contains(&message.to_owned()),
                "{text}\n{:?}",
                messages(text)
            );
        }
    }
}
