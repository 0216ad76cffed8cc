//! No term is used on an earlier place of the book than its definition, unless
//! a link leads there.
//!
//! A term is what stands in bold in a definition, or the title of a definition
//! in which nothing does. Formulas are no terms, and neither are single letters.

use super::pages::{BookPage, stem};
use crate::slashed;
use markup::{Content, Markdown, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where the exceptions stand, from the root of the repository: a line
/// `page: term` for a term that a page uses in its everyday sense, or `term`
/// alone for all pages.
pub const EXCEPTIONS: &str = "tests/early-terms.txt";

/// A term that is used before its definition.
#[derive(Debug, PartialEq, Eq)]
pub struct Early {
    /// The stem of the page.
    pub page: String,
    /// The term.
    pub term: String,
    /// The file, the line, the term and its definition.
    pub text: String,
}

/// The first use of each term on each page that is before its definition and
/// has no link.
pub fn early(pages: &[BookPage]) -> Vec<Early> {
    let read: Vec<_> = pages.iter().map(Reader::read).collect();
    let terms = terms(&read);
    let longest = terms.keys().map(Vec::len).max().unwrap_or_default();
    let mut page_of = BTreeMap::new();
    for (place, page) in pages.iter().enumerate() {
        let ids = page.page.all_blocks().into_iter();
        page_of.extend(ids.filter_map(|block| Some((block.id()?, place))));
        page_of.insert(page.stem.clone(), place);
    }
    let mut found = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (order, paragraph) in read[place].paragraphs.iter().enumerate() {
            let leads_to = |term: &Term| {
                paragraph.links.iter().any(|link| match link {
                    Link::Id(id) if *id == term.id => true,
                    Link::Id(id) => place != term.page && page_of.get(id) == Some(&term.page),
                    Link::Page(stem) => *stem == pages[term.page].stem,
                })
            };
            for (words, line) in paragraph.uses(&terms, longest) {
                let term = &terms[&words];
                let later = (place, order) < (term.page, term.order);
                if !later || leads_to(term) || !seen.insert(words.clone()) {
                    continue;
                }
                let name = words.join(" ");
                let (file, home) = (&page.page.file, &pages[term.page].page.file);
                found.push(Early {
                    page: page.stem.clone(),
                    text: format!(
                        "{}:{line}: {name:?} is used before its definition {:?} at {}:{}, without a link: link it, or list it in tests/early-terms.txt",
                        slashed(file),
                        term.id,
                        slashed(home),
                        term.line
                    ),
                    term: name,
                });
            }
        }
    }
    found
}

/// What is left of the early uses without the exceptions, and the exceptions
/// that nothing needs any more.
pub fn without_exceptions(early: Vec<Early>, exceptions: &str) -> (Vec<Early>, Vec<String>) {
    let lines = exceptions.lines().map(|line| line.split('#').next());
    let lines = lines.map(|line| line.unwrap_or_default().trim());
    let list: Vec<(usize, &str)> = (1..)
        .zip(lines)
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let covers = |line: &str, early: &Early| match line.split_once(": ") {
        Some((page, term)) => early.page == page.trim() && early.term == term.trim(),
        None => early.term == line,
    };
    let unneeded = list
        .iter()
        .filter(|(_, line)| !early.iter().any(|early| covers(line, early)));
    let unneeded = unneeded
        .map(|(number, line)| format!("{EXCEPTIONS}:{number}: nothing needs {line:?} any more"))
        .collect();
    let is_left = |early: &Early| !list.iter().any(|(_, line)| covers(line, early));
    (early.into_iter().filter(is_left).collect(), unneeded)
}

/// Where a term is defined.
struct Term {
    page: usize,
    /// The paragraph on the page.
    order: usize,
    id: String,
    line: usize,
}

/// The terms by their words; of several definitions the first counts.
fn terms(read: &[Reader]) -> BTreeMap<Vec<String>, Term> {
    let mut terms = BTreeMap::new();
    for (page, reader) in read.iter().enumerate() {
        for Defined {
            text,
            order,
            id,
            line,
        } in &reader.defined
        {
            let words: Vec<_> = tokens(text, 0)
                .into_iter()
                .map(|token| token.word)
                .collect();
            let letters = |word: &String| word.chars().filter(|c| c.is_alphabetic()).count();
            if words.iter().any(String::is_empty) || words.iter().map(letters).max() < Some(2) {
                continue;
            }
            // What is defined in the plural is used in the singular as well.
            for form in singulars(words) {
                terms.entry(form).or_insert_with(|| Term {
                    page,
                    order: *order,
                    id: id.clone(),
                    line: *line,
                });
            }
        }
    }
    terms
}

/// A page, taken apart into paragraphs.
#[derive(Default)]
struct Reader {
    stem: String,
    paragraphs: Vec<Paragraph>,
    defined: Vec<Defined>,
}

/// What a definition defines.
struct Defined {
    text: String,
    order: usize,
    id: String,
    line: usize,
}

#[derive(Default)]
struct Paragraph {
    tokens: Vec<Token>,
    links: Vec<Link>,
}

/// A word in lower case, or something that is no word.
struct Token {
    word: String,
    line: usize,
}

enum Link {
    Id(String),
    Page(String),
}

impl Reader {
    fn read(page: &BookPage) -> Reader {
        let mut reader = Reader {
            stem: page.stem.clone(),
            ..Reader::default()
        };
        reader.nodes(&page.page.nodes);
        reader
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                // A heading names what is to come.
                Node::Heading(_) => {}
                Node::Markdown(markdown) => self.markdown(markdown),
                Node::Block(block) => {
                    let order = self.paragraphs.len();
                    if block.kind.tag == "definition" {
                        let mut terms: Vec<_> = block.markdown().flat_map(bold).collect();
                        if terms.is_empty() {
                            let title = block.attribute("title").unwrap_or_default();
                            terms = title.split(',').map(str::to_owned).collect();
                        }
                        self.defined.extend(terms.into_iter().map(|text| Defined {
                            text,
                            order,
                            id: block.id().unwrap_or_default(),
                            line: block.line,
                        }));
                    }
                    self.nodes(&block.nodes);
                }
            }
        }
    }

    fn markdown(&mut self, markdown: &Markdown) {
        let mut paragraph = Paragraph::default();
        for span in &markdown.spans {
            match &span.content {
                Content::Text => {
                    let mut line = span.line;
                    for (index, text) in span.source.split("\n\n").enumerate() {
                        if index > 0 {
                            self.paragraphs.push(std::mem::take(&mut paragraph));
                            line += 2;
                        }
                        paragraph.tokens.extend(tokens(text, line));
                        line += text.matches('\n').count();
                    }
                }
                Content::Reference { key, .. } => paragraph.links.push(Link::Id(key.clone())),
                Content::Markup => {
                    paragraph.links.extend(self.link(&span.source));
                    paragraph.tokens.push(barrier(span.line));
                }
                _ => paragraph.tokens.push(barrier(span.line)),
            }
        }
        self.paragraphs.push(paragraph);
    }

    /// The page that a link leads to.
    fn link(&self, markup: &str) -> Option<Link> {
        let (_, address) = markup.split_once("](")?;
        let address = address.split([')', '#', ' ']).next().unwrap_or_default();
        match address {
            "" => Some(Link::Page(self.stem.clone())),
            address => Some(Link::Page(stem(Path::new(address)))),
        }
    }
}

impl Paragraph {
    /// The terms that it uses, with their lines: at each place the longest.
    fn uses(
        &self,
        terms: &BTreeMap<Vec<String>, Term>,
        longest: usize,
    ) -> Vec<(Vec<String>, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let most = longest.min(self.tokens.len() - at);
            let term = (1..=most).rev().find_map(|length| {
                let words = self.tokens[at..at + length].iter();
                let words: Vec<_> = words.map(|token| token.word.clone()).collect();
                singulars(words)
                    .into_iter()
                    .find(|words| terms.contains_key(words))
            });
            let line = self.tokens[at].line;
            at += term.as_ref().map_or(1, Vec::len);
            found.extend(term.map(|term| (term, line)));
        }
        found
    }
}

/// The words as they are, and with the last of them in the singular.
fn singulars(words: Vec<String>) -> Vec<Vec<String>> {
    let last = words.last().cloned().unwrap_or_default();
    let endings = [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ices", "ix"),
        ("ices", "ex"),
        ("es", "is"),
    ];
    let forms = endings.iter().filter_map(|(plural, singular)| {
        let root = last.strip_suffix(plural)?;
        Some(format!("{root}{singular}"))
    });
    let forms: Vec<_> = std::iter::once(last.clone()).chain(forms).collect();
    let with = |form: String| {
        let mut words = words.clone();
        words.pop();
        words.push(form);
        words
    };
    forms.into_iter().map(with).collect()
}

fn barrier(line: usize) -> Token {
    Token {
        word: String::new(),
        line,
    }
}

/// The words of a text that begins on this line. What separates phrases, a
/// comma for instance, is a word without letters.
fn tokens(text: &str, line: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut line = line;
    let mut inside = false;
    for c in text.chars() {
        let is_word = c.is_alphanumeric() || inside && matches!(c, '-' | '\'' | '’');
        match (is_word, tokens.last_mut()) {
            (true, Some(token)) if inside => token.word.extend(c.to_lowercase()),
            (true, _) => tokens.push(Token {
                word: c.to_lowercase().collect(),
                line,
            }),
            (false, _) if c.is_whitespace() || matches!(c, '*' | '_') => {}
            (false, _) => tokens.push(barrier(line)),
        }
        inside = is_word;
        line += usize::from(c == '\n');
    }
    tokens
}

/// What stands in bold; where a formula stands in it, it is no term.
fn bold(markdown: &Markdown) -> Vec<String> {
    let mut text = String::new();
    for span in &markdown.spans {
        match span.content {
            Content::Text => text.push_str(&span.source),
            _ => text.push('|'),
        }
    }
    let parts = text.split("**").skip(1).step_by(2);
    parts
        .filter(|part| !part.contains('|'))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
#[path = "terms_tests.rs"]
mod tests;
