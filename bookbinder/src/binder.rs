//! The preprocessor: reads the pages, binds them, and hands them to mdBook.

use crate::assets;
use crate::bibliography::Bibliography;
use crate::checks;
use crate::emit::{Emitter, Inventory};
use crate::labels::{Chapter, Labels};
use crate::maths::{self, Formula, Options, Rendered};
use crate::problems::Problems;
use crate::rust_source::{Items, files_below};
use crate::source_pages;
use crate::test_source::Tests;
use figures::Entry;
use markup::Page;
use mdbook_preprocessor::book::{Book, BookItem, Chapter as BookChapter};
use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::errors::Error;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The name of the binder's table in book.toml.
pub const NAME: &str = "bookbinder";

/// Binds a book with these figures.
pub struct Binder {
    figures: fn() -> Vec<Entry>,
    formulas: Option<fn(&Formula) -> String>,
}

impl Binder {
    /// A binder for a book with these figures.
    pub fn new(figures: fn() -> Vec<Entry>) -> Binder {
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
        let settings = Settings::read(root, config, &mut problems);
        let chapters = read_chapters(&config.book.src, &settings, &book, &mut problems);
        unlinked(root, &config.book.src, &chapters, &mut problems);
        let stems: Vec<_> = chapters
            .iter()
            .map(|chapter| chapter.stem.clone())
            .collect();
        let listings = Path::new("listings");
        let items = Items::read(root, &listings.join("src"), "", &mut problems).join(Items::read(
            root,
            &listings.join("exercises"),
            "exercises",
            &mut problems,
        ));
        let figures = (self.figures)();
        let inventory = Inventory {
            labels: Labels::number(&chapters, &mut problems),
            tests: Tests::read(root, &stems, &mut problems),
            bibliography: Bibliography::read(root, &mut problems),
            programs: assets::programs(root, &mut problems),
            measurements: assets::measurements(root, &mut problems),
            starters: assets::starters(root, &mut problems),
            figures: figures
                .into_iter()
                .map(|f| (f.figure.id.to_owned(), f))
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
        let rendered = match (self.formulas, &settings.katex) {
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
        problems.or(())?;

        book.for_each_chapter_mut(|chapter| {
            if let Some(path) = &chapter.path {
                let bound = pages.remove(&config.book.src.join(path));
                chapter.content = bound.unwrap_or_default();
            }
        });
        append_sources(root, &inventory, &mut book);
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

/// The binder's table in book.toml.
struct Settings {
    katex: Option<Options>,
    /// The stems of all numbered chapters, in order, drafts among them.
    chapters: Vec<String>,
}

impl Settings {
    fn read(root: &Path, config: &Config, problems: &mut Problems) -> Settings {
        let key = |name: &str| format!("preprocessor.{NAME}.{name}");
        let mut table = |name: &str| match config.get::<toml::Value>(&key(name)) {
            Ok(value) => value,
            Err(error) => {
                problems.add(Path::new("book.toml"), 0, format!("{name}: {error}"));
                None
            }
        };
        let chapters = match table("chapters") {
            Some(toml::Value::Array(stems)) => {
                let stems = stems.iter().filter_map(toml::Value::as_str);
                stems.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        let katex = match table("katex") {
            Some(toml::Value::Table(table)) => table,
            _ => toml::Table::new(),
        };
        Settings {
            katex: Options::read(root, &katex, problems),
            chapters,
        }
    }
}

fn read_chapters(
    src: &Path,
    settings: &Settings,
    book: &Book,
    problems: &mut Problems,
) -> Vec<Chapter> {
    let summary = src.join("SUMMARY.md");
    let mut chapters = Vec::new();
    let mut numbered = 0;
    for item in book.iter() {
        let BookItem::Chapter(chapter) = item else {
            continue;
        };
        let listed = chapter.number.as_ref().and_then(|_| {
            numbered += 1;
            settings.chapters.get(numbered - 1)
        });
        let path = chapter.path.as_deref();
        let stem = path.and_then(|path| path.file_stem()?.to_str());
        if let (Some(stem), Some(listed)) = (stem, listed)
            && stem != listed
        {
            let message =
                format!("chapter {numbered} is called {listed:?} in book.toml, and {stem:?} here");
            problems.add(&summary, 0, message);
        }
        let Some(stem) = stem.map(str::to_owned).or(listed.cloned()) else {
            let message = format!("the draft {:?} has no name in book.toml", chapter.name);
            problems.add(&summary, 0, message);
            continue;
        };
        let file = path.map_or_else(|| summary.clone(), |path| src.join(path));
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
                .map(|n| n.to_string().trim_end_matches('.').to_owned()),
            html: html.map(|html| html.to_string_lossy().replace('\\', "/")),
            page,
        });
    }
    chapters
}

/// A page that SUMMARY.md does not link would silently be no part of the book.
fn unlinked(root: &Path, src: &Path, chapters: &[Chapter], problems: &mut Problems) {
    for file in files_below(&root.join(src), "md") {
        let file = file.strip_prefix(root).unwrap_or(&file);
        let linked = chapters.iter().any(|chapter| chapter.page.file == file);
        if !linked && file != src.join("SUMMARY.md") {
            let message = format!("no link to it in {}", src.join("SUMMARY.md").display());
            problems.add(file, 0, message);
        }
    }
}

/// Puts the copies of the sources below the page `sources.md`, if there is one.
fn append_sources(root: &Path, inventory: &Inventory, book: &mut Book) {
    let pages = source_pages::pages(root, &inventory.items, &inventory.tests);
    book.for_each_chapter_mut(|chapter| {
        if chapter.path.as_deref() != Some(Path::new("sources.md")) {
            return;
        }
        for (file, content) in &pages {
            let path = PathBuf::from(source_pages::page_of(file)).with_extension("md");
            let name = file.to_string_lossy().replace('\\', "/");
            let parents = vec![chapter.name.clone()];
            let mut page = BookChapter::new(&name, content.clone(), &path, parents);
            page.source_path = None;
            chapter.sub_items.push(BookItem::Chapter(page));
        }
    });
}
