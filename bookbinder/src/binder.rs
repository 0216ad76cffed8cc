//! The preprocessor: reads the pages, binds them, and hands them to mdBook.

use crate::assets;
use crate::bibliography::Bibliography;
use crate::checks;
use crate::emit::{Emitter, Inventory};
use crate::files::files_below;
use crate::labels::{Chapter, Labels};
use crate::maths::{self, Formula, Options, Rendered};
use crate::problems::Problems;
use crate::rust_source::Items;
use crate::source_pages::SourcePages;
use crate::test_source::Tests;
use drawing::Figure;
use markup::Page;
use mdbook_preprocessor::book::{Book, BookItem};
use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::errors::Error;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the binder's table in book.toml.
pub const NAME: &str = "bookbinder";

/// Binds a book with these figures.
pub struct Binder {
    figures: fn() -> Vec<Figure>,
    formulas: Option<fn(&Formula) -> String>,
}

impl Binder {
    /// A binder for a book with these figures.
    pub fn new(figures: fn() -> Vec<Figure>) -> Binder {
        Binder {
            figures,
            formulas: None,
        }
    }

    /// A binder that asks `formulas`, and not KaTeX, for the HTML of a formula.
    pub fn with_formulas(self, formulas: fn(&Formula) -> String) -> Binder {
        Binder {
            formulas: Some(formulas),
            ..self
        }
    }

    /// Binds the pages of `book`.
    ///
    /// # Errors
    /// All problems that the book has.
    pub fn bind(&self, root: &Path, config: &Config, mut book: Book) -> Result<Book, Problems> {
        let mut problems = Problems::default();
        let katex = katex_options(root, config, &mut problems);
        let chapters = read_chapters(root, &config.book.src, &book, &mut problems);
        unlinked(root, &config.book.src, &chapters, &mut problems);
        let stems: Vec<_> = chapters
            .iter()
            .map(|chapter| chapter.stem.clone())
            .collect();
        let folders = [("listings/src", ""), ("listings/exercises", "exercises")];
        let items = Items::read(root, &folders, &mut problems);
        let labels = Labels::number(&chapters, &mut problems);
        let tests = Tests::read(root, &stems, &mut problems);
        let figures = (self.figures)();
        let inventory = Inventory {
            sources: SourcePages::read(root, &chapters, &labels, &items, &tests, &mut problems),
            labels,
            tests,
            bibliography: Bibliography::read(root, &mut problems),
            programs: assets::programs(root, &mut problems),
            measurements: assets::measurements(root, &mut problems),
            starters: assets::starters(root, &mut problems),
            figures: figures
                .into_iter()
                .map(|figure| (figure.id.to_owned(), figure))
                .collect(),
            items,
            chapters,
        };

        // The first pass finds the formulas, the second has them rendered.
        let nothing = Rendered::default();
        let mut first = Emitter::new(&inventory, &nothing);
        for chapter in &inventory.chapters {
            first.page(chapter);
        }
        let found = &first.usage.formulas;
        let rendered = match (self.formulas, &katex) {
            (Some(html), _) => found.keys().map(|one| (one.clone(), html(one))).collect(),
            (None, Some(options)) => {
                let cache = root.join("target/book-cache/formulas.json");
                maths::render(options, found, &cache, &mut problems)
            }
            (None, None) => Rendered::default(),
        };
        let mut second = Emitter::new(&inventory, &rendered);
        let mut pages = BTreeMap::new();
        for chapter in inventory
            .chapters
            .iter()
            .filter(|chapter| chapter.html.is_some())
        {
            pages.insert(chapter.page.file.clone(), second.page(chapter));
        }
        checks::check(&inventory, &second.usage, &mut problems);
        for problem in second.problems.iter() {
            problems.add(&problem.file, problem.line, problem.message.clone());
        }
        problems.into_result()?;

        book.for_each_chapter_mut(|chapter| {
            if let Some(path) = &chapter.path {
                let bound = pages.remove(&config.book.src.join(path));
                chapter.content = bound.unwrap_or_default();
            }
        });
        inventory.sources.append_to(&mut book);
        Ok(book)
    }
}

impl Preprocessor for Binder {
    fn name(&self) -> &str {
        NAME
    }

    fn run(&self, context: &PreprocessorContext, book: Book) -> Result<Book, Error> {
        Ok(self.bind(&context.root, &context.config, book)?)
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool, Error> {
        Ok(renderer == "html")
    }
}

/// The options for KaTeX in the binder's table of book.toml.
fn katex_options(root: &Path, config: &Config, problems: &mut Problems) -> Option<Options> {
    let table = match config.get::<toml::Table>(&format!("preprocessor.{NAME}.katex")) {
        Ok(table) => table.unwrap_or_default(),
        Err(error) => {
            problems.add(Path::new("book.toml"), 0, format!("katex: {error}"));
            return None;
        }
    };
    Options::read(root, &table, problems)
}

fn read_chapters(root: &Path, src: &Path, book: &Book, problems: &mut Problems) -> Vec<Chapter> {
    let summary = src.join("SUMMARY.md");
    let mut drafts = drafts(&root.join(&summary)).into_iter();
    let mut chapters = Vec::new();
    for item in book.iter() {
        let BookItem::Chapter(chapter) = item else {
            continue;
        };
        let path = chapter.path.as_deref();
        let (line, stem) = match path.and_then(Path::file_stem) {
            Some(stem) => (0, stem.to_string_lossy().into_owned()),
            None => drafts.next().unwrap_or_default(),
        };
        if stem.is_empty() {
            let name = &chapter.name;
            let message = format!("the draft {name:?} has no name: [{name}](<> \"its-name\")");
            problems.add(&summary, line, message);
            continue;
        }
        let file = path.map_or_else(|| summary.clone(), |path| src.join(path));
        let depth = chapter.number.as_ref().map_or(0, |number| number.len());
        let main = match depth {
            0 | 1 => None,
            _ => chapters
                .iter()
                .rposition(|one: &Chapter| one.number.is_some()),
        };
        if let Some(main) = main {
            let main = &chapters[main];
            if let (Some(_), Err(message)) = (path, check_place(&file, depth, main)) {
                problems.add(&file, 0, message);
            }
        }
        let page = Page::read(&file, &chapter.content);
        for problem in &page.problems {
            problems.add(&file, problem.line, problem.message.clone());
        }
        let html = path.map(|path| path.with_extension("html"));
        chapters.push(Chapter {
            stem,
            title: chapter.name.clone(),
            number: chapter
                .number
                .as_ref()
                .filter(|_| main.is_none())
                .map(|n| n.to_string().trim_end_matches('.').to_owned()),
            above: main,
            html: html.map(|html| html.to_string_lossy().replace('\\', "/")),
            page,
        });
    }
    chapters
}

/// A deeper page is nested directly below its chapter, and its file stands in
/// a folder with the name of the chapter: `vectors/sums-in-f64.md`.
fn check_place(file: &Path, depth: usize, main: &Chapter) -> Result<(), String> {
    let stem = &main.stem;
    if depth > 2 {
        return Err(format!(
            "nested {depth} deep; a deeper page stands directly below its chapter, {stem:?}"
        ));
    }
    if main.html.is_none() {
        return Err(format!("nested below {stem:?}, which is a draft"));
    }
    let folder = main.page.file.with_extension("");
    if file.parent() != Some(&folder) {
        let folder = folder.display();
        return Err(format!(
            "nested below {stem:?}, so its file belongs into the folder {folder}"
        ));
    }
    Ok(())
}

/// The drafts in SUMMARY.md, in order: the line, and the name that the file will
/// have. References know a draft by it: `[Vector spaces](<> "vector-spaces")`.
fn drafts(summary: &Path) -> Vec<(usize, String)> {
    // mdBook has read it already.
    let text = std::fs::read_to_string(summary).unwrap_or_default();
    let events = Parser::new(&text).into_offset_iter();
    let drafts = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Link {
            dest_url, title, ..
        }) if dest_url.is_empty() => {
            let line = text[..range.start].matches('\n').count() + 1;
            Some((line, title.into_string()))
        }
        _ => None,
    });
    drafts.collect()
}

/// A page that SUMMARY.md does not link would silently be no part of the book.
fn unlinked(root: &Path, src: &Path, chapters: &[Chapter], problems: &mut Problems) {
    for file in files_below(root, src, "md", problems) {
        let linked = chapters.iter().any(|chapter| chapter.page.file == file);
        if !linked && file != src.join("SUMMARY.md") {
            let message = format!("no link to it in {}", src.join("SUMMARY.md").display());
            problems.add(&file, 0, message);
        }
    }
}
