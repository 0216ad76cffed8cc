//! Copies of the sources inside the book, so that a link to the code works
//! without the network: a page for each chapter with all of its files, and one
//! for what the chapters share.

use crate::files::{files_below, read};
use crate::highlight::{self, escape};
use crate::labels::{Chapter, Labels};
use crate::problems::Problems;
use crate::rust_source::Items;
use crate::test_source::Tests;
use mdbook_preprocessor::book::{Book, BookItem, Chapter as BookChapter};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folders with sources that are copied.
const FOLDERS: [&str; 3] = ["listings/src", "listings/tests", "listings/exercises"];

/// The page below which the copies stand; without it there are none.
const PARENT: &str = "sources.md";

/// All copies.
#[derive(Debug, Default)]
pub struct SourcePages {
    pages: Vec<SourcePage>,
    /// The place of each file's page among the pages.
    page_of: BTreeMap<PathBuf, usize>,
}

/// The sources of a chapter, or those of none.
#[derive(Debug)]
struct SourcePage {
    stem: String,
    title: String,
    /// What stands above the files, as Markdown.
    introduction: String,
    files: Vec<SourceFile>,
}

#[derive(Debug)]
struct SourceFile {
    file: PathBuf,
    text: String,
    /// The lines to which a page may link.
    anchors: BTreeSet<usize>,
}

impl SourcePages {
    /// Reads the sources. One that cannot be read is a problem.
    pub fn read(
        root: &Path,
        chapters: &[Chapter],
        labels: &Labels,
        items: &Items,
        tests: &Tests,
        problems: &mut Problems,
    ) -> SourcePages {
        let mut anchors: BTreeMap<&Path, BTreeSet<usize>> = BTreeMap::new();
        let item_lines = items.all().iter().map(|item| (&item.file, item.lines.0));
        let test_lines = tests.iter().map(|test| (&test.file, test.line));
        for (file, line) in item_lines.chain(test_lines) {
            anchors.entry(file).or_default().insert(line);
        }
        let mut by_chapter: BTreeMap<usize, Vec<SourceFile>> = BTreeMap::new();
        for folder in FOLDERS {
            for file in files_below(root, Path::new(folder), "rs", problems) {
                let Some(text) = read(root, &file, problems) else {
                    continue;
                };
                let chapter = chapter_of(&file, folder, chapters, labels);
                let files = by_chapter.entry(chapter.unwrap_or(chapters.len()));
                files.or_default().push(SourceFile {
                    anchors: anchors.remove(file.as_path()).unwrap_or_default(),
                    file,
                    text,
                });
            }
        }
        let mut pages = SourcePages::default();
        for (chapter, files) in by_chapter {
            let known = files
                .iter()
                .map(|one| (one.file.clone(), pages.pages.len()));
            pages.page_of.extend(known);
            pages
                .pages
                .push(SourcePage::new(chapters.get(chapter), files));
        }
        pages
    }

    /// The link to a line of a file, from the root of the book.
    pub fn href(&self, file: &Path, line: usize) -> String {
        let page = self.page_of.get(file).map(|page| &self.pages[*page]);
        let stem = page.map_or("", |page| &page.stem);
        format!("sources/{stem}.html#{}", anchor(file, line))
    }

    /// Puts the copies at the end of the book, if it has the page `sources.md`,
    /// which then lists them.
    pub fn append_to(&self, book: &mut Book) {
        let mut copies = Vec::new();
        book.for_each_chapter_mut(|chapter| {
            if chapter.path.as_deref() != Some(Path::new(PARENT)) {
                return;
            }
            for page in &self.pages {
                let path = PathBuf::from(format!("sources/{}.md", page.stem));
                let entry = format!("\n- [{}]({})", page.title, path.display());
                chapter.content.push_str(&entry);
                let name = format!("{}: {}", chapter.name, page.title);
                let parents = vec![chapter.name.clone()];
                let mut copy = BookChapter::new(&name, page.markdown(), &path, parents);
                copy.source_path = None;
                copies.push(BookItem::Chapter(copy));
            }
            chapter.content.push('\n');
        });
        book.items.extend(copies);
    }
}

/// The place of the chapter that a file belongs to: by its name, or for a build
/// exercise by the page on which that stands.
fn chapter_of(file: &Path, folder: &str, chapters: &[Chapter], labels: &Labels) -> Option<usize> {
    let inner = file.strip_prefix(folder).ok()?.with_extension("");
    let names: Vec<_> = inner.iter().filter_map(|name| name.to_str()).collect();
    let id = |name: &str| name.replace('_', "-");
    let place = match folder {
        "listings/exercises" => labels.get(&id(names.last()?))?.chapter,
        _ => {
            let stem = id(names.first()?);
            chapters.iter().position(|chapter| chapter.stem == stem)?
        }
    };
    // What stands on a page below a chapter belongs to the chapter.
    Some(chapters[place].above.unwrap_or(place))
}

impl SourcePage {
    fn new(chapter: Option<&Chapter>, files: Vec<SourceFile>) -> SourcePage {
        let Some(chapter) = chapter else {
            return SourcePage {
                stem: "shared".to_owned(),
                title: "What the chapters share".to_owned(),
                introduction: "The sources that belong to no chapter by itself.".to_owned(),
                files,
            };
        };
        let title = &chapter.title;
        let name = match &chapter.html {
            Some(html) => format!("[{title}](../{html})"),
            None => title.clone(),
        };
        SourcePage {
            stem: chapter.stem.clone(),
            title: title.clone(),
            introduction: format!("The listings, tests and exercises of the chapter {name}."),
            files,
        }
    }

    fn markdown(&self) -> String {
        let mut page = format!("# Source code: {}\n\n{}\n", self.title, self.introduction);
        for SourceFile { file, .. } in &self.files {
            page.push_str(&format!("\n- [`{}`](#{})", slashed(file), id(file)));
        }
        page.push('\n');
        for source in &self.files {
            let (name, id) = (slashed(&source.file), id(&source.file));
            page.push_str(&format!("\n## `{name}` {{#{id}}}\n\n{}", source.html()));
        }
        page
    }
}

impl SourceFile {
    fn html(&self) -> String {
        let mut code = String::new();
        let mut plain = String::new();
        for (line, number) in self.text.lines().zip(1..) {
            if self.anchors.contains(&number) {
                code.push_str(&highlight::rust(&plain));
                plain.clear();
                let anchor = escape(&anchor(&self.file, number));
                code.push_str(&format!("<span id=\"{anchor}\"></span>"));
            }
            plain.push_str(line);
            plain.push('\n');
        }
        code.push_str(&highlight::rust(&plain));
        format!("<pre class=\"source\"><code class=\"nohighlight hljs\">{code}</code></pre>\n")
    }
}

/// The place of a line on the page of its file.
fn anchor(file: &Path, line: usize) -> String {
    format!("{}-line-{line}", id(file))
}

/// `src-vectors` for `listings/src/vectors.rs`.
fn id(file: &Path) -> String {
    let inner = file.strip_prefix("listings").unwrap_or(file);
    slashed(&inner.with_extension("")).replace('/', "-")
}

fn slashed(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}
