//! From blocks to HTML: what mdBook gets to see of a page.

mod gathered;
mod html;
mod inventory;
mod placed;
mod quiz;
mod statement;

use crate::highlight::{self, escape};
use crate::labels::Chapter;
use crate::maths::{Formula, Location, Rendered, protect};
use crate::problems::Problems;
pub use inventory::Inventory;

use html::{html_of_markdown, punctuation, with_punctuation};
use markup::{Block, Content, Markdown, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A dollar sign that the author means.
const DOLLAR: &str = "<span class=\"dollar\">$</span>";

/// A result that a page marks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The id of the block that prints it.
    pub id: String,
    /// What is printed.
    pub literal: String,
    /// The page.
    pub file: PathBuf,
    /// The line.
    pub line: usize,
}

/// What the pages refer to.
#[derive(Debug, Default)]
pub struct Usage {
    /// Formulas, and where they stand.
    pub formulas: BTreeMap<Formula, BTreeSet<Location>>,
    /// Marked results.
    pub marks: Vec<Mark>,
    /// Names that pages place, such as `program iris` or `listing vectors::axpy`,
    /// and where.
    pub names: BTreeMap<String, Vec<Location>>,
}

impl Usage {
    /// Whether a page places or names this.
    pub fn contains(&self, kind: &str, name: &str) -> bool {
        self.names.contains_key(&format!("{kind} {name}"))
    }
}

/// Writes the pages.
pub struct Emitter<'a> {
    inventory: &'a Inventory,
    rendered: &'a Rendered,
    chapter: &'a Chapter,
    /// What the pages so far refer to.
    pub usage: Usage,
    /// What is wrong with them.
    pub problems: Problems,
}

impl<'a> Emitter<'a> {
    /// An emitter that takes formulas from `rendered`; formulas which are not
    /// there come out empty, but are collected.
    pub fn new(inventory: &'a Inventory, rendered: &'a Rendered) -> Emitter<'a> {
        Emitter {
            inventory,
            rendered,
            chapter: &inventory.chapters[0],
            usage: Usage::default(),
            problems: Problems::default(),
        }
    }

    /// A page for mdBook.
    pub fn page(&mut self, chapter: &'a Chapter) -> String {
        self.chapter = chapter;
        for results in chapter.page.results() {
            let marks = results.marks.into_iter();
            self.usage.marks.extend(marks.map(|mark| Mark {
                id: results.id.clone(),
                literal: mark.literal,
                file: results.file.clone(),
                line: mark.line,
            }));
        }
        let mut out = String::new();
        self.with_switch(&chapter.page.nodes, &mut out);
        out
    }

    fn nodes(&mut self, nodes: &[Node], out: &mut String) {
        for node in nodes {
            match node {
                Node::Markdown(markdown) => out.push_str(&self.markdown(markdown)),
                Node::Heading(heading) => out.push_str(&self.markdown(&heading.markdown)),
                Node::Block(block) => self.block(block, out),
            }
        }
    }

    fn block(&mut self, block: &Block, out: &mut String) {
        out.push('\n');
        match block.kind.tag {
            "listing" => self.listing(block, out),
            "program" => self.program(block, out),
            "figure" => self.figure(block, out),
            "measured" => self.measured(block, out),
            "definitions" => self.definitions(out),
            "symbols" => self.symbols(out),
            "references" => self.references(out),
            "quiz" => self.quiz(block, out),
            "question" => self.question(block, out),
            "hint" => self.hidden(block, out),
            "solution" if block.owner.is_some() && block.attribute("of").is_none() => {
                self.hidden(block, out)
            }
            "solution" => self.preview_solution(block, out),
            "proof" => self.proof(block, out),
            _ => self.statement(block, out),
        }
        out.push('\n');
    }

    /// Markdown, with formulas, results and references in place.
    fn markdown(&mut self, markdown: &Markdown) -> String {
        let mut out = String::new();
        // What the formula before has taken of its text.
        let mut taken = 0;
        for (index, span) in markdown.spans.iter().enumerate() {
            let source = &span.source[std::mem::take(&mut taken)..];
            match &span.content {
                // A check finds each other dollar sign that is left on a page.
                Content::Text => out.push_str(&source.replace("\\$", DOLLAR)),
                Content::Markup | Content::Code => out.push_str(source),
                Content::Formula { tex, display, .. } => {
                    let html = self.formula(tex, *display, span.line);
                    // A full stop must not begin the next line.
                    let next = markdown.spans.get(index + 1);
                    let next = next.filter(|next| next.content == Content::Text);
                    let mark = match next {
                        Some(next) if !html.contains("katex-display") => punctuation(&next.source),
                        _ => "",
                    };
                    taken = mark.len();
                    out.push_str(&with_punctuation(&html, mark));
                }
                Content::Mark(mark) => {
                    let literal = protect(&escape(&mark.literal));
                    out.push_str(&format!("<span class=\"result\">{literal}</span>"));
                }
                Content::Reference { key, locator } => {
                    out.push_str(&self.reference(key, locator.as_deref(), span.line));
                }
                Content::Fence { info, code } => {
                    self.check_fence(info, code, span.line);
                    match info.starts_with("rust") {
                        true => out.push_str(&highlight::fence(code)),
                        false => out.push_str(source),
                    }
                }
            }
        }
        out
    }

    fn formula(&mut self, tex: &str, display: bool, line: usize) -> String {
        let html = self.rendered.html(tex, display).to_owned();
        let location = self.location(line);
        let formula = (tex.to_owned(), display);
        let locations = self.usage.formulas.entry(formula).or_default();
        locations.insert(location);
        html
    }

    /// The title of something, or what else stands on one line, as HTML.
    fn title(&mut self, line: usize, text: &str) -> String {
        let (markdown, problems) = Markdown::read(line, text);
        for problem in problems {
            self.problem(problem.line, problem.message);
        }
        for mark in markdown.marks() {
            let literal = &mark.literal;
            let message = format!("no test can claim the result {{{{{literal}}}}} of a title");
            self.problem(mark.line, message);
        }
        html_of_markdown(&self.markdown(&markdown))
    }

    /// What stands in a block that is one element of HTML: its Markdown, in
    /// which mdBook would see no more than text.
    fn content(&mut self, block: &Block) -> String {
        let parts = block.markdown().map(|markdown| self.markdown(markdown));
        parts.collect()
    }

    /// The caption of a block that places something.
    fn caption(&mut self, block: &Block) -> String {
        html_of_markdown(&self.content(block))
    }

    fn reference(&mut self, key: &str, locator: Option<&str>, line: usize) -> String {
        let tail = locator
            .map(|locator| format!(", {}", escape(locator)))
            .unwrap_or_default();
        if let Some(label) = self.inventory.labels.get(key) {
            let text = match label.number {
                Some(_) => escape(&label.text()),
                None => self.title(line, &label.text()),
            };
            return match &label.link {
                Some(link) => {
                    let href = self.href(link);
                    format!("<a class=\"reference\" href=\"{href}\">{text}</a>{tail}")
                }
                None => format!("<span class=\"draft\">{text}</span>{tail}"),
            };
        }
        if let Some(source) = self.inventory.bibliography.sources.get(key) {
            let text = escape(&source.short());
            self.use_name("source", key, line);
            let Some(link) = self.inventory.references_page() else {
                self.problem(line, "no page has the block <references>");
                return text;
            };
            let href = self.href(&format!("{link}#{key}"));
            return format!("<a class=\"citation\" href=\"{href}\">{text}</a>{tail}");
        }
        let hint = match self.inventory.labels.nearest(key) {
            Some(near) => format!("; is it {near:?}?"),
            None => String::new(),
        };
        self.problem(line, format!("nothing has the id {key:?}{hint}"));
        String::new()
    }

    /// A code fence must be one that rustdoc compiles, or say what it is.
    fn check_fence(&mut self, info: &str, code: &str, line: usize) {
        const OTHERS: [&str; 7] = ["text", "toml", "console", "json", "python", "diff", "csv"];
        let words: Vec<_> = info
            .split([',', ' '])
            .filter(|word| !word.is_empty())
            .collect();
        match words.as_slice() {
            [] => self.problem(
                line,
                "this fence does not say what it is, and would be compiled as Rust; is it ```text?",
            ),
            ["rust", rest @ ..] => {
                let known = ["compile_fail", "should_panic"];
                for word in rest.iter().filter(|word| !known.contains(word)) {
                    self.problem(
                        line,
                        format!("a Rust fence cannot be {word:?}; pages show code that runs"),
                    );
                }
            }
            [other] if OTHERS.contains(other) => {}
            _ => self.problem(
                line,
                format!(
                    "```{info} is no fence of this book; write rust, {}",
                    OTHERS.join(", ")
                ),
            ),
        }
        for name in crate::rust_source::defined_functions(code) {
            let chapter = self.inventory.main_page(self.chapter);
            let module = chapter.stem.replace('-', "_");
            let taken = format!("::{name}");
            let path = format!("{module}{taken}");
            let items = &self.inventory.items;
            let found = items.get(&path).map(|_| path.as_str()).or_else(|| {
                items.paths().find(|path| {
                    path.ends_with(&taken) && items.get(path).is_some_and(|item| item.public)
                })
            });
            if let Some(found) = found.map(str::to_owned) {
                let message = format!(
                    "{name:?} is typed in here, but stands in the crate; place it with <listing path=\"{found}\">"
                );
                self.problem(line, message);
            }
        }
    }

    fn use_name(&mut self, kind: &str, name: &str, line: usize) {
        let location = self.location(line);
        let locations = self
            .usage
            .names
            .entry(format!("{kind} {name}"))
            .or_default();
        locations.push(location);
    }

    fn location(&self, line: usize) -> Location {
        Location {
            file: self.chapter.page.file.clone(),
            line,
        }
    }

    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.add(&self.chapter.page.file, line, message);
    }

    /// A link from this page to a place in the book.
    fn href(&self, link: &str) -> String {
        relative(self.chapter.html.as_deref().unwrap_or_default(), link)
    }

    /// The link to a line of a source file, in the copy inside the book.
    fn source_href(&self, file: &Path, line: usize) -> String {
        self.href(&self.inventory.sources.href(file, line))
    }

    /// The line above a block: "Theorem 3.2 (Title)".
    fn head(&mut self, block: &Block) -> String {
        let label = self.inventory.labels.of(block);
        let name = match label.and_then(|label| label.number.as_ref()) {
            Some(number) => format!("{} {number}", block.kind.label),
            None => block.kind.label.to_owned(),
        };
        let title = match block.attribute("title") {
            Some(title) => {
                let title = self.title(block.line, title);
                format!(" <span class=\"title\">{title}</span>")
            }
            None => String::new(),
        };
        let grade = match block.attribute("grade") {
            Some(grade) => format!(" <span class=\"grade\">{grade}</span>"),
            None => String::new(),
        };
        format!("<p class=\"block-head\"><span class=\"label\">{name}</span>{title}{grade}</p>\n")
    }
}

/// The link to `to`, given from the root of the book, on the page `from`.
fn relative(from: &str, to: &str) -> String {
    let (page, fragment) = to.split_once('#').unwrap_or((to, ""));
    if page == from && !fragment.is_empty() {
        return format!("#{fragment}");
    }
    format!("{}{to}", "../".repeat(from.matches('/').count()))
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("a/b.html", "a/b.html#x"), "#x");
        assert_eq!(relative("a/b.html", "c.html#x"), "../c.html#x");
        assert_eq!(relative("b.html", "a/c.html"), "a/c.html");
    }
}
