//! The tests of the chapters: which tests there are, and which of them claim
//! the numbers of a block.

use crate::files::{files_below, read};
use crate::problems::Problems;
use proc_macro2::Span;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Attribute, Expr, Item, ItemFn, ItemMod, Lit, Macro, Meta, Token};

/// One `#[test]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// Its chapter.
    pub chapter: String,
    /// The modules around it: `theorems`, `algorithms` and so on.
    pub modules: Vec<String>,
    /// Its name.
    pub name: String,
    /// The line of its name.
    pub line: usize,
    /// The attribute under which it may not run or may not fail: `#[ignore]`.
    pub excuse: Option<String>,
    /// Its call of `claims!`.
    pub claims: Option<Claims>,
}

/// A call of `claims!(…)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// The line.
    pub line: usize,
    /// How many values it gives.
    pub count: usize,
}

impl Test {
    /// The id of the block that it would claim the numbers of.
    pub fn id(&self) -> String {
        self.name.replace('_', "-")
    }
}

/// All tests of the chapters.
#[derive(Debug, Default)]
pub struct Tests(Vec<Test>);

impl Tests {
    /// Reads the tests of each chapter, `listings/tests/<chapter>/main.rs`, and
    /// the modules below it.
    pub fn read(root: &Path, chapters: &[String], problems: &mut Problems) -> Tests {
        let mut tests = Tests::default();
        for chapter in chapters {
            let mut reader = Reader {
                root,
                chapter,
                tests: &mut tests,
                problems,
                read: BTreeSet::new(),
            };
            let folder = Path::new("listings/tests").join(chapter.replace('-', "_"));
            let file = folder.join("main.rs");
            if root.join(&file).exists() {
                reader.file(&Scope {
                    file,
                    folder: folder.clone(),
                    ..Scope::default()
                });
            }
            reader.unread(&folder);
        }
        tests
    }

    /// All tests.
    pub fn iter(&self) -> impl Iterator<Item = &Test> {
        self.0.iter()
    }

    /// The tests of a chapter in a module of this name.
    pub fn of<'a>(&'a self, chapter: &'a str, module: &'a str) -> impl Iterator<Item = &'a Test> {
        let inside = move |test: &Test| test.modules.last().is_some_and(|last| last == module);
        self.0
            .iter()
            .filter(move |test| test.chapter == chapter && inside(test))
    }
}

/// The file and the modules that an item stands in.
#[derive(Default, Clone)]
struct Scope {
    file: PathBuf,
    /// The folder of the modules that are declared here.
    folder: PathBuf,
    modules: Vec<String>,
    excuse: Option<String>,
}

impl Scope {
    /// The same, inside what bears these attributes.
    fn under(&self, attributes: &[Attribute]) -> Scope {
        let excuse = self.excuse.clone().or_else(|| excuse(attributes));
        Scope {
            excuse,
            ..self.clone()
        }
    }
}

struct Reader<'a> {
    root: &'a Path,
    chapter: &'a str,
    tests: &'a mut Tests,
    problems: &'a mut Problems,
    read: BTreeSet<PathBuf>,
}

impl Reader<'_> {
    fn file(&mut self, at: &Scope) {
        self.read.insert(at.file.clone());
        let Some(text) = read(self.root, &at.file, self.problems) else {
            return;
        };
        match syn::parse_file(&text) {
            Ok(parsed) => self.items(&parsed.items, &at.under(&parsed.attrs)),
            Err(error) => {
                let line = line(error.span());
                self.problems
                    .add(&at.file, line, format!("not Rust: {error}"));
            }
        }
    }

    fn items(&mut self, items: &[Item], at: &Scope) {
        for item in items {
            match item {
                Item::Mod(item) => self.module(item, at),
                Item::Fn(item) => self.function(item, at),
                _ => {}
            }
        }
    }

    fn module(&mut self, item: &ItemMod, at: &Scope) {
        let name = item.ident.to_string();
        let mut inner = at.under(&item.attrs);
        inner.folder.push(&name);
        inner.modules.push(name);
        match &item.content {
            Some((_, items)) => self.items(items, &inner),
            None => self.module_file(item, at, inner),
        }
    }

    /// Reads the file of a module, unless it stands outside the tests: an
    /// exercise, for instance.
    fn module_file(&mut self, item: &ItemMod, at: &Scope, mut inner: Scope) {
        let here = at.file.parent().unwrap_or(&at.file);
        if let Some(path) = path_of(&item.attrs) {
            if !path.starts_with("..") {
                inner.file = here.join(path);
                inner.folder = inner.file.parent().unwrap_or(here).to_owned();
                self.file(&inner);
            }
            return;
        }
        let files = [
            inner.folder.with_extension("rs"),
            inner.folder.join("mod.rs"),
        ];
        match files.into_iter().find(|file| self.root.join(file).exists()) {
            Some(file) => self.file(&Scope { file, ..inner }),
            None => {
                let message = format!("the module {} has no file", item.ident);
                self.problems
                    .add(&at.file, line(item.ident.span()), message);
            }
        }
    }

    fn function(&mut self, item: &ItemFn, at: &Scope) {
        let name = &item.sig.ident;
        let is_test = item.attrs.iter().any(|attr| attr.path().is_ident("test"));
        let mut calls = Calls::default();
        calls.visit_block(&item.block);
        let mut claims = None;
        for (line, count) in calls.0 {
            let message = match count {
                Err(error) => error,
                Ok(_) if !is_test => format!("claims! stands in {name}, which is no test"),
                Ok(_) if claims.is_some() => format!("the test {name} has one claims! already"),
                Ok(count) => {
                    claims = Some(Claims { line, count });
                    continue;
                }
            };
            self.problems.add(&at.file, line, message);
        }
        if is_test {
            self.tests.0.push(Test {
                file: at.file.clone(),
                chapter: self.chapter.to_owned(),
                modules: at.modules.clone(),
                name: name.to_string(),
                line: line(name.span()),
                excuse: at.under(&item.attrs).excuse,
                claims,
            });
        }
    }

    /// A file that no module declares is never compiled.
    fn unread(&mut self, folder: &Path) {
        for file in files_below(self.root, folder, "rs", self.problems) {
            if !self.read.contains(&file) {
                let message = "not compiled: no module of the chapter's tests declares it";
                self.problems.add(&file, 0, message);
            }
        }
    }
}

/// The calls of `claims!` in a function: the line, and the number of values.
#[derive(Default)]
struct Calls(Vec<(usize, Result<usize, String>)>);

impl<'a> Visit<'a> for Calls {
    fn visit_macro(&mut self, call: &'a Macro) {
        let name = call.path.segments.last();
        if name.is_some_and(|name| name.ident == "claims") {
            let values = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
            let count = values.map(|values| values.len());
            let count = count.map_err(|error| format!("claims! takes values: {error}"));
            self.0.push((line(call.path.span()), count));
        }
    }
}

/// The attribute under which a test may not run, or may not fail.
fn excuse(attributes: &[Attribute]) -> Option<String> {
    let excuses = |attribute: &&Attribute| {
        let names = ["ignore", "should_panic", "cfg", "cfg_attr"];
        let always =
            matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string() == "test");
        names.iter().any(|name| attribute.path().is_ident(name)) && !always
    };
    let name = attributes.iter().find(excuses)?.path().get_ident()?;
    Some(format!("#[{name}]"))
}

fn path_of(attributes: &[Attribute]) -> Option<String> {
    attributes
        .iter()
        .find_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                Expr::Lit(literal) => match &literal.lit {
                    Lit::Str(path) => Some(path.value()),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        })
}

fn line(span: Span) -> usize {
    span.start().line
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The tests of a chapter `means` that stand in these files, and what is
    /// wrong with them.
    fn read(name: &str, files: &[(&str, &[u8])]) -> (Vec<Test>, String) {
        let folder = format!("bookbinder-tests-{}-{name}", std::process::id());
        let root = std::env::temp_dir().join(folder);
        for (file, text) in files {
            let path = root.join("listings/tests").join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let mut problems = Problems::default();
        let tests = Tests::read(&root, &["means".to_owned()], &mut problems);
        fs::remove_dir_all(root).expect("the folder can be removed");
        (tests.0, problems.to_string())
    }

    fn names(tests: &[Test]) -> Vec<(&str, usize)> {
        let names = tests.iter().map(|test| (test.name.as_str(), test.line));
        names.collect()
    }

    #[test]
    fn tests_are_found_with_their_lines_modules_and_claims() {
        let code = "mod theorems {\n    #[test]\n    fn a() {\n        let f = || claims!(g(1, 2), [3, 4],);\n    }\n    fn helper() {}\n}\n#[test]\nfn b() {}\n";
        let (tests, problems) = read("found", &[("means/main.rs", code.as_bytes())]);
        assert!(problems.starts_with("0 problems"), "{problems}");
        assert_eq!(names(&tests), [("a", 3), ("b", 9)]);
        assert_eq!(tests[0].modules, ["theorems"]);
        assert_eq!(tests[0].claims, Some(Claims { line: 4, count: 2 }));
        assert_eq!(tests[1].claims, None);
    }

    #[test]
    fn modules_in_files_of_their_own_are_read_where_they_are_declared() {
        let (tests, problems) = read(
            "modules",
            &[
                ("means/main.rs", b"mod inner;\n#[path = \"other.rs\"]\nmod named;\n#[path = \"../../exercises/x.rs\"]\nmod x;\n"),
                ("means/inner.rs", b"mod theorems;\n"),
                ("means/inner/theorems.rs", b"#[test]\nfn a() {}\n"),
                ("means/other.rs", b"#[test]\nfn b() {}\n"),
            ],
        );
        assert!(problems.starts_with("0 problems"), "{problems}");
        assert_eq!(names(&tests), [("a", 2), ("b", 2)]);
        assert_eq!(tests[0].modules, ["inner", "theorems"]);
    }

    #[test]
    fn a_test_that_may_not_run_or_may_not_fail_is_known_with_the_attribute() {
        let code = "#[test]\n#[ignore = \"slow\"]\nfn a() {}\n#[should_panic]\n#[test]\nfn a() {}\n#[cfg(any())]\nmod m {\n    #[test]\n    fn b() {}\n}\n#[cfg(test)]\nmod n {\n    #[test]\n    fn c() {}\n}\nmod o;\n";
        let inner = b"#![cfg_attr(miri, ignore)]\n#[test]\nfn d() {}\n";
        let files = [("means/main.rs", code.as_bytes()), ("means/o.rs", inner)];
        let (tests, _) = read("excused", &files);
        let excuses: Vec<_> = tests.iter().map(|test| test.excuse.as_deref()).collect();
        let expected = [
            Some("#[ignore]"),
            Some("#[should_panic]"),
            Some("#[cfg]"),
            None,
            Some("#[cfg_attr]"),
        ];
        assert_eq!(excuses, expected);
    }

    #[test]
    fn a_source_that_cannot_be_read_is_named_with_the_reason() {
        let (_, problems) = read("unreadable", &[("means/main.rs", b"// \xff\n")]);
        let reason =
            "listings/tests/means/main.rs: cannot be read: stream did not contain valid UTF-8";
        assert!(problems.starts_with(reason), "{problems}");
        let (_, problems) = read("unparsed", &[("means/main.rs", b"\nfn {\n")]);
        assert!(
            problems.starts_with("listings/tests/means/main.rs:2: not Rust"),
            "{problems}"
        );
    }

    #[test]
    fn claims_that_cannot_be_counted_are_named() {
        let code = "#[test]\nfn a() {\n    claims!(1);\n    claims!(2);\n}\nfn b() {\n    claims!(3);\n}\n#[test]\nfn c() {\n    claims!(4 5);\n}\n";
        let (tests, problems) = read("uncounted", &[("means/main.rs", code.as_bytes())]);
        assert_eq!(tests[0].claims, Some(Claims { line: 3, count: 1 }));
        for place in ["main.rs:4: ", "main.rs:7: ", "main.rs:11: "] {
            assert!(problems.contains(place), "{place} is not in {problems}");
        }
    }
}
