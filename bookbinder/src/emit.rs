//! From blocks to HTML: what mdBook gets to see of a page.

mod gathered;
mod placed;
mod quiz;
mod statement;

use crate::assets::{Measurement, Program};
use crate::bibliography::Bibliography;
use crate::highlight::{self, escape};
use crate::inline::{Piece, pieces};
use crate::labels::{Chapter, Labels};
use crate::maths::{Formula, Place, Rendered};
use crate::page::{Block, Markdown, Node};
use crate::problems::Problems;
use crate::rust_source::Items;
use crate::test_source::Tests;
use figures::Figure;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Everything that pages are bound to.
pub struct Materials {
    /// The pages.
    pub chapters: Vec<Chapter>,
    /// Ids and numbers.
    pub labels: Labels,
    /// The items of the crate.
    pub items: Items,
    /// The tests of the chapters.
    pub tests: Tests,
    /// The sources.
    pub bibliography: Bibliography,
    /// The example programs.
    pub programs: BTreeMap<String, Program>,
    /// The recorded measurements.
    pub measurements: BTreeMap<String, (PathBuf, Measurement)>,
    /// The starters of the build exercises.
    pub starters: BTreeMap<String, PathBuf>,
    /// The figures.
    pub figures: BTreeMap<String, Figure>,
}

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

/// What the pages turned out to use.
#[derive(Debug, Default)]
pub struct Used {
    /// Formulas, and where they stand.
    pub formulas: BTreeMap<Formula, BTreeSet<Place>>,
    /// Marked results.
    pub marks: Vec<Mark>,
    /// Names that pages place, such as `program iris` or `listing vectors::axpy`,
    /// and where.
    pub names: BTreeMap<String, Vec<Place>>,
}

impl Used {
    /// Whether a name is used.
    pub fn contains(&self, kind: &str, name: &str) -> bool {
        self.names.contains_key(&format!("{kind} {name}"))
    }
}

/// Writes the pages.
pub struct Emitter<'a> {
    materials: &'a Materials,
    rendered: &'a Rendered,
    chapter: &'a Chapter,
    /// What the pages so far have used.
    pub used: Used,
    /// What is wrong with them.
    pub problems: Problems,
}

impl<'a> Emitter<'a> {
    /// An emitter that takes formulas from `rendered`; formulas which are not
    /// there come out empty, but are collected.
    pub fn new(materials: &'a Materials, rendered: &'a Rendered) -> Emitter<'a> {
        Emitter {
            materials,
            rendered,
            chapter: &materials.chapters[0],
            used: Used::default(),
            problems: Problems::default(),
        }
    }

    /// A page for mdBook.
    pub fn page(&mut self, chapter: &'a Chapter) -> String {
        self.chapter = chapter;
        let mut out = String::new();
        self.nodes(&chapter.page.nodes, None, &mut out);
        out
    }

    /// Writes nodes. `owner` is the id of the block that they stand in.
    fn nodes(&mut self, nodes: &[Node], owner: Option<&str>, out: &mut String) {
        let mut theorem = None;
        for node in nodes {
            match node {
                Node::Markdown(markdown) => {
                    if !markdown.text.trim().is_empty() {
                        theorem = None;
                    }
                    out.push_str(&self.markdown(markdown, owner));
                }
                Node::Block(block) => {
                    let before = theorem.take();
                    if block.kind.data_kind == "theorem" {
                        theorem = block.id();
                    }
                    self.block(block, owner, before, out);
                }
            }
        }
    }

    fn block(
        &mut self,
        block: &Block,
        owner: Option<&str>,
        theorem: Option<String>,
        out: &mut String,
    ) {
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
            "hint" => self.hidden(block, owner, out),
            "solution" if owner.is_some() => self.hidden(block, owner, out),
            "solution" => self.preview_solution(block, out),
            "proof" => self.proof(block, theorem, out),
            _ => self.statement(block, out),
        }
        out.push('\n');
    }

    /// Markdown, with formulas, results and references in place.
    fn markdown(&mut self, markdown: &Markdown, owner: Option<&str>) -> String {
        self.text(markdown.line, &markdown.text, owner)
    }

    fn text(&mut self, line: usize, text: &str, owner: Option<&str>) -> String {
        let pieces = pieces(&self.chapter.page.file, line, text, &mut self.problems);
        let mut out = String::with_capacity(text.len());
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Text(text) | Piece::Code(text) => out.push_str(&text),
                Piece::Maths {
                    tex,
                    display,
                    line,
                    results,
                } => {
                    for literal in results {
                        self.mark(owner, literal, line);
                    }
                    let html = self.formula(tex, display, line);
                    // A full stop must not begin the next line.
                    let mark = match pieces.peek_mut() {
                        Some(Piece::Text(next)) if !html.contains("katex-display") => {
                            take_punctuation(next)
                        }
                        _ => String::new(),
                    };
                    out.push_str(&with_punctuation(&html, &mark));
                }
                Piece::Result { literal, line } => {
                    out.push_str(&format!(
                        "<span class=\"result\">{}</span>",
                        escape(&literal)
                    ));
                    self.mark(owner, literal, line);
                }
                Piece::Reference { key, place, line } => {
                    out.push_str(&self.reference(&key, place.as_deref(), line));
                }
                Piece::Fence {
                    info,
                    code,
                    line,
                    written,
                } => {
                    self.check_fence(&info, &code, line);
                    // In a list the indentation matters, so mdBook gets it as it is.
                    match info.starts_with("rust") && written.starts_with('`') {
                        true => out.push_str(&highlight::fence(&code)),
                        false => out.push_str(&written),
                    }
                }
            }
        }
        out
    }

    fn formula(&mut self, tex: String, display: bool, line: usize) -> String {
        let html = self.rendered.html(&tex, display).to_owned();
        let place = self.place(line);
        let places = self.used.formulas.entry((tex, display)).or_default();
        places.insert(place);
        html
    }

    /// Markdown without blocks of its own, as HTML on one line.
    fn inline(&mut self, line: usize, text: &str, owner: Option<&str>) -> String {
        let markdown = self.text(line, text, owner);
        let mut options = pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
        options.insert(pulldown_cmark::Options::ENABLE_STRIKETHROUGH);
        let mut html = String::new();
        let parser = pulldown_cmark::Parser::new_ext(&markdown, options);
        pulldown_cmark::html::push_html(&mut html, parser);
        let html = html.trim().replace('\n', " ");
        let only = html
            .strip_prefix("<p>")
            .and_then(|html| html.strip_suffix("</p>"));
        match only {
            Some(inner) if !inner.contains("<p>") => inner.to_owned(),
            _ => html,
        }
    }

    /// The caption of a block that places something.
    fn caption(&mut self, block: &Block, owner: Option<&str>) -> String {
        let texts: Vec<_> = block.markdown().map(|m| (m.line, m.text.clone())).collect();
        let captions: Vec<_> = texts
            .iter()
            .map(|(line, text)| self.inline(*line, text, owner))
            .collect();
        captions.join(" ").trim().to_owned()
    }

    fn reference(&mut self, key: &str, place: Option<&str>, line: usize) -> String {
        let tail = place
            .map(|place| format!(", {}", escape(place)))
            .unwrap_or_default();
        if let Some(label) = self.materials.labels.get(key) {
            let text = match label.number {
                Some(_) => escape(&label.text()),
                None => self.inline(line, &label.text(), None),
            };
            return match &label.link {
                Some(link) => {
                    let href = self.href(link);
                    format!("<a class=\"reference\" href=\"{href}\">{text}</a>{tail}")
                }
                None => format!("<span class=\"draft\">{text}</span>{tail}"),
            };
        }
        if let Some(source) = self.materials.bibliography.sources.get(key) {
            let text = escape(&source.short());
            self.use_name("source", key, line);
            let Some(link) = self.materials.references_page() else {
                self.problem(line, "no page has the block <references>");
                return text;
            };
            let href = self.href(&format!("{link}#{key}"));
            return format!("<a class=\"citation\" href=\"{href}\">{text}</a>{tail}");
        }
        let hint = match self.materials.labels.nearest(key) {
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
            let module = self.chapter.stem.replace('-', "_");
            let taken = format!("::{name}");
            let path = format!("{module}{taken}");
            let items = &self.materials.items;
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

    fn mark(&mut self, owner: Option<&str>, literal: String, line: usize) {
        match owner {
            Some(id) => self.used.marks.push(Mark {
                id: id.to_owned(),
                literal,
                file: self.chapter.page.file.clone(),
                line,
            }),
            None => self.problem(line, format!("the result {{{{{literal}}}}} stands in no block with an id, so that no test can claim it")),
        }
    }

    fn use_name(&mut self, kind: &str, name: &str, line: usize) {
        let place = self.place(line);
        let places = self.used.names.entry(format!("{kind} {name}")).or_default();
        places.push(place);
    }

    fn place(&self, line: usize) -> Place {
        Place {
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
        use crate::source_pages::{anchor, page_of};
        self.href(&format!("{}#{}", page_of(file), anchor(line)))
    }

    /// The line above a block: "Theorem 3.2 (Title)".
    fn head(&mut self, block: &Block) -> String {
        let label = self.materials.labels.of(block);
        let name = match label.and_then(|label| label.number.as_ref()) {
            Some(number) => format!("{} {number}", block.kind.label),
            None => block.kind.label.to_owned(),
        };
        let title = match block.attribute("title") {
            Some(title) => {
                let title = self.inline(block.line, title, None);
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

impl Materials {
    /// The page that holds the list of references.
    pub fn references_page(&self) -> Option<&str> {
        let holds = |chapter: &&Chapter| {
            let mut blocks = chapter.page.all_blocks().into_iter();
            blocks.any(|block| block.kind.tag == "references")
        };
        self.chapters.iter().find(holds)?.html.as_deref()
    }
}

/// A formula and the punctuation behind it, which stay on one line. A formula
/// that has places to break may break at them: then its last part is what the
/// punctuation stays with. It is drawn there by the style sheet, because what
/// KaTeX draws is not read out; the text itself follows unseen.
fn with_punctuation(html: &str, mark: &str) -> String {
    const BASE: &str = "<span class=\"base\">";
    const END: &str = "</span></span>";
    if mark.is_empty() {
        return html.to_owned();
    }
    let parts = html.matches(BASE).count();
    match (html.rfind(BASE), html.strip_suffix(END)) {
        (Some(last), Some(inner)) if parts > 1 => format!(
            "{}<span class=\"unbroken\" data-mark=\"{mark}\">{}</span>{END}<span class=\"unseen\">{mark}</span>",
            &html[..last],
            &inner[last..]
        ),
        _ if parts == 1 => format!("<span class=\"unbroken\">{html}{mark}</span>"),
        _ => format!("{html}{mark}"),
    }
}

/// Takes the punctuation from the start of some text.
fn take_punctuation(text: &mut String) -> String {
    let mark = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | ')');
    let end = text.find(|c| !mark(c)).unwrap_or(text.len());
    text.drain(..end).collect()
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
    use super::{relative, take_punctuation, with_punctuation};

    #[test]
    fn punctuation_stays_with_the_last_part_of_a_formula() {
        let base = |text: &str| format!("<span class=\"base\">{text}</span>");
        let formula = |parts: &str| format!("<span><span>{parts}</span></span>");
        let short = formula(&base("x"));
        assert_eq!(with_punctuation(&short, ""), short);
        assert_eq!(
            with_punctuation(&short, "."),
            format!("<span class=\"unbroken\">{short}.</span>")
        );
        let long = formula(&format!("{}{}", base("x ="), base("1")));
        let kept = format!(
            "{}<span class=\"unbroken\" data-mark=\".\">{}</span>",
            base("x ="),
            base("1")
        );
        assert_eq!(
            with_punctuation(&long, "."),
            format!("{}<span class=\"unseen\">.</span>", formula(&kept))
        );
    }

    #[test]
    fn punctuation_goes_with_the_formula_before_it() {
        let mut text = "), and so on.".to_owned();
        assert_eq!(take_punctuation(&mut text), "),");
        assert_eq!(text, " and so on.");
    }

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("a/b.html", "a/b.html#x"), "#x");
        assert_eq!(relative("a/b.html", "c.html#x"), "../c.html#x");
        assert_eq!(relative("b.html", "a/c.html"), "a/c.html");
    }
}
