//! Building the book: bound, rendered and swapped in when all is well.

use crate::aside::Aside;
use crate::binder::Binder;
use crate::destination::Destination;
use crate::module::Profile;
use crate::{postprocess, temporary, warnings};
use anyhow::{Context, Result, bail};
use drawing::Figure;
use mdbook_driver::MDBook;
use mdbook_html::HtmlHandlebars;
use mdbook_renderer::{RenderContext, Renderer};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use walkdir::WalkDir;

/// What to build, and how.
pub struct Build<'a> {
    /// The folder with book.toml.
    pub root: &'a Path,
    /// Where the book goes, absolute or relative to the root.
    pub destination: &'a Path,
    /// The figures that pages can place.
    pub figures: fn() -> Vec<Figure>,
    /// The path under which a page asks whether to reload, when served.
    pub live_reload: Option<&'a str>,
    /// How the figures that move are compiled.
    pub profile: Profile,
}

impl Build<'_> {
    /// Builds the book. Whatever goes wrong, the book that stands at the
    /// destination stays as it was, and so does whatever else stands there.
    ///
    /// # Errors
    /// Why the book may not go to the destination; all problems of the book, or
    /// what mdBook says.
    pub fn run(&self) -> Result<()> {
        let destination = Destination::take(self.root, self.destination)?;
        let mut book = load(self.root)?;
        if let Some(endpoint) = self.live_reload {
            book.config
                .set("output.html.live-reload-endpoint", endpoint)?;
            // Served here, the book is at the root of its host.
            book.config.set("output.html.site-url", "/")?;
        }
        book.with_preprocessor(Binder::new(self.figures));
        let (files, staging) = (destination.workshop(), destination.staging());
        let mut aside = Aside::default();
        let warnings = warnings::logged_by(|| render(&book, &files, &staging, &mut aside))?;
        if !warnings.is_empty() {
            bail!("mdBook warns:\n{}", warnings.join("\n"));
        }
        postprocess::book(self.root, &staging, self.figures, self.profile)?;
        aside.put_back(&staging)?;
        destination.replace()
    }
}

/// Has mdBook bind and render the book into `staging`. It copies all that stands
/// beside the pages, and fails where an editor has left a lock; so it finds what
/// it may copy in `files`.
fn render(book: &MDBook, files: &Path, staging: &Path, aside: &mut Aside) -> Result<()> {
    let html = HtmlHandlebars::new();
    let (mut bound, _) = book.preprocess_book(&html)?;
    bound.for_each_chapter_mut(|chapter| chapter.content = aside.set(&chapter.content));
    copy_lasting_files(&book.source_dir(), files)?;
    let mut config = book.config.clone();
    config.book.src = files.to_owned();
    let context = RenderContext::new(&book.root, bound, config, staging);
    html.render(&context)
        .context("mdBook cannot render the book")
}

/// Copies a folder without the files that editors leave.
fn copy_lasting_files(from: &Path, to: &Path) -> Result<()> {
    let entries = WalkDir::new(from).min_depth(1).follow_links(true);
    let lasting = |entry: &walkdir::DirEntry| !temporary::is_temporary(entry.path());
    fs::create_dir_all(to)?;
    for entry in entries.into_iter().filter_entry(lasting) {
        let entry = match entry {
            // A lock that leads nowhere.
            Err(error) if error.path().is_some_and(temporary::is_temporary) => continue,
            entry => entry?,
        };
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
            continue;
        }
        match fs::copy(entry.path(), &target) {
            // It was temporary after all.
            Err(error) if error.kind() == ErrorKind::NotFound && !entry.path().exists() => {}
            copied => {
                copied.with_context(|| format!("{} cannot be copied", entry.path().display()))?;
            }
        }
    }
    Ok(())
}

/// Loads the book.
///
/// # Errors
/// What mdBook says of book.toml, SUMMARY.md or a page that is missing.
pub fn load(root: &Path) -> Result<MDBook> {
    if !root.join("book.toml").exists() {
        bail!("{} has no book.toml", root.display());
    }
    MDBook::load(root).with_context(|| "the book cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_are_copied_but_those_of_editors() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir(&from).expect("a folder");
        // The first time there is no folder among them.
        for name in ["a.md", "b.css", ".a.md.swp", "inner/c.svg"] {
            let file = from.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(&file, name).expect("a file");
            copy_lasting_files(&from, &to).expect("all can be copied");
            assert_eq!(to.join(name).exists(), !name.starts_with('.'), "{name}");
        }
    }
}
