//! The tests of the chapters: which tests there are, and which numbers they claim.

use crate::files::files_below;
use crate::problems::Problems;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

/// One `#[test]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// Its chapter: the stem of the file.
    pub chapter: String,
    /// The modules around it: `theorems`, `algorithms` and so on.
    pub modules: Vec<String>,
    /// Its name.
    pub name: String,
    /// The line of its name.
    pub line: usize,
}

/// One call of `claim("id", "literal", computed)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// Its chapter: the stem of the file.
    pub chapter: String,
    /// The line.
    pub line: usize,
    /// The block that prints the number.
    pub id: String,
    /// What it prints.
    pub literal: String,
}

/// What the tests of all chapters say.
#[derive(Debug, Default)]
pub struct Tests {
    /// All tests.
    pub tests: Vec<Test>,
    /// All claims.
    pub claims: Vec<Claim>,
}

impl Tests {
    /// Reads one file a chapter, `listings/tests/<chapter>.rs`.
    pub fn read(root: &Path, chapters: &[String], problems: &mut Problems) -> Tests {
        let mut tests = Tests::default();
        for file in files_below(root, Path::new("listings/tests"), "rs", problems) {
            let inner = file.strip_prefix("listings/tests").unwrap_or(&file);
            let Some(chapter) = inner.iter().next().and_then(|name| name.to_str()) else {
                continue;
            };
            let chapter = chapter.trim_end_matches(".rs").replace('_', "-");
            if !chapters.contains(&chapter) {
                continue;
            }
            let text = std::fs::read_to_string(root.join(&file)).unwrap_or_default();
            match text.parse::<TokenStream>() {
                Ok(tokens) => {
                    let mut reader = Reader {
                        file: &file,
                        chapter: &chapter,
                        tests: &mut tests,
                        problems,
                    };
                    reader.read(tokens, &mut Vec::new());
                }
                Err(error) => {
                    let line = error.span().start().line;
                    problems.add(&file, line, format!("not Rust: {error}"));
                }
            }
        }
        tests
    }

    /// The tests in a module of a chapter's file.
    pub fn of<'a>(&'a self, chapter: &'a str, module: &'a str) -> impl Iterator<Item = &'a Test> {
        self.tests
            .iter()
            .filter(move |test| test.chapter == chapter && test.modules == [module])
    }
}

struct Reader<'a> {
    file: &'a Path,
    chapter: &'a str,
    tests: &'a mut Tests,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn read(&mut self, tokens: TokenStream, modules: &mut Vec<String>) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut is_test = false;
        for (index, token) in tokens.iter().enumerate() {
            let next = |offset: usize| tokens.get(index + offset);
            match token {
                TokenTree::Group(group) => {
                    if is_attribute(&tokens, index) {
                        is_test |= group.stream().to_string() == "test";
                    }
                    let module = module_before(&tokens, index);
                    let inside = module.is_some();
                    modules.extend(module);
                    self.read(group.stream(), modules);
                    if inside {
                        modules.pop();
                    }
                }
                TokenTree::Ident(word) if *word == "fn" => {
                    if let (true, Some(TokenTree::Ident(name))) = (is_test, next(1)) {
                        self.tests.tests.push(Test {
                            file: self.file.to_owned(),
                            chapter: self.chapter.to_owned(),
                            modules: modules.clone(),
                            name: name.to_string(),
                            line: name.span().start().line,
                        });
                    }
                    is_test = false;
                }
                TokenTree::Ident(word) if *word == "claim" => {
                    let defines = index > 0 && is_word(&tokens[index - 1], "fn");
                    if let (false, Some(TokenTree::Group(group))) = (defines, next(1))
                        && group.delimiter() == Delimiter::Parenthesis
                    {
                        self.claim(word.span().start().line, group.stream());
                    }
                }
                _ => {}
            }
        }
    }

    fn claim(&mut self, line: usize, arguments: TokenStream) {
        let mut literals = arguments
            .into_iter()
            .step_by(2)
            .take(2)
            .map(|token| match token {
                TokenTree::Literal(literal) => {
                    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok()
                }
                _ => None,
            });
        match (literals.next().flatten(), literals.next().flatten()) {
            (Some(id), Some(literal)) => self.tests.claims.push(Claim {
                file: self.file.to_owned(),
                chapter: self.chapter.to_owned(),
                line,
                id: id.value(),
                literal: literal.value(),
            }),
            _ => {
                let message = "a claim starts with two literals: claim(\"id\", \"5.39\", computed)";
                self.problems.add(self.file, line, message);
            }
        }
    }
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_attribute(tokens: &[TokenTree], index: usize) -> bool {
    index > 0 && matches!(&tokens[index - 1], TokenTree::Punct(mark) if mark.as_char() == '#')
}

/// The name of the module whose body stands at `index`.
fn module_before(tokens: &[TokenTree], index: usize) -> Option<String> {
    match tokens.get(index.checked_sub(2)?..index)? {
        [word, TokenTree::Ident(name)] if is_word(word, "mod") => Some(name.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_claims_are_found_with_their_lines_and_modules() {
        let code = "mod theorems {\n    #[test]\n    fn a() { claim(\"x\", r\"\\pi\", f(1, 2)); }\n    fn helper() {}\n}\n#[test]\nfn b() {}\n";
        let mut tests = Tests::default();
        let mut problems = Problems::default();
        let mut reader = Reader {
            file: Path::new("t.rs"),
            chapter: "vectors",
            tests: &mut tests,
            problems: &mut problems,
        };
        reader.read(code.parse().expect("Rust"), &mut Vec::new());
        assert!(problems.is_empty());
        let names: Vec<_> = tests
            .tests
            .iter()
            .map(|t| (t.name.as_str(), t.line))
            .collect();
        assert_eq!(names, [("a", 3), ("b", 7)]);
        assert_eq!(tests.of("vectors", "theorems").count(), 1);
        assert_eq!(
            (
                tests.claims[0].id.as_str(),
                tests.claims[0].literal.as_str()
            ),
            ("x", "\\pi")
        );
    }

    #[test]
    fn a_claim_without_literals_is_a_problem() {
        let mut tests = Tests::default();
        let mut problems = Problems::default();
        let mut reader = Reader {
            file: Path::new("t.rs"),
            chapter: "vectors",
            tests: &mut tests,
            problems: &mut problems,
        };
        reader.read(
            "claim(id, \"5\", x)".parse().expect("Rust"),
            &mut Vec::new(),
        );
        assert!(
            problems
                .to_string()
                .contains("t.rs:1: a claim starts with two literals")
        );
    }
}
