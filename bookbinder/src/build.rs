//! Building the book: bound, rendered and swapped in when all is well.

use crate::binder::Binder;
use crate::module::Profile;
use anyhow::{Context, Result, bail};
use figures::Figure;
use mdbook_driver::MDBook;
use std::fs;
use std::path::{Path, PathBuf};

/// What to build, and how.
pub struct Build<'a> {
    /// The folder with book.toml.
    pub root: &'a Path,
    /// Where the book goes.
    pub destination: &'a Path,
    /// The figures that pages can place.
    pub figures: fn() -> Vec<Figure>,
    /// The path under which a page asks whether to reload, when served.
    pub live_reload: Option<&'a str>,
}

impl Build<'_> {
    /// Builds the book. Whatever goes wrong, the book that stands at the
    /// destination stays as it was.
    ///
    /// # Errors
    /// All problems of the book, or what mdBook says.
    pub fn run(&self) -> Result<()> {
        let staging = beside(self.destination, "new");
        remove(&staging)?;
        let result = self.render(&staging);
        if result.is_err() {
            remove(&staging)?;
            return result;
        }
        let old = beside(self.destination, "old");
        remove(&old)?;
        if self.destination.exists() {
            fs::rename(self.destination, &old)?;
        }
        fs::rename(&staging, self.destination)?;
        remove(&old)
    }

    fn render(&self, staging: &Path) -> Result<()> {
        let mut book = load(self.root)?;
        book.config.set("build.build-dir", staging)?;
        if let Some(endpoint) = self.live_reload {
            book.config
                .set("output.html.live-reload-endpoint", endpoint)?;
            // Served here, the book is at the root of its host.
            book.config.set("output.html.site-url", "/")?;
        }
        book.with_preprocessor(Binder::new(self.figures));
        let complaints = crate::complaints::during(|| book.build())?;
        if !complaints.is_empty() {
            bail!("mdBook complains:\n{}", complaints.join("\n"));
        }
        let profile = match self.live_reload {
            Some(_) => Profile::Served,
            None => Profile::Published,
        };
        crate::finish::book(self.root, staging, self.figures, profile)
    }
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

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!("{name}.{suffix}"))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}
