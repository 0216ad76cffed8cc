//! Where a built book goes, without harm to what somebody else keeps there.
//!
//! What stands below the project's own `target/` is replaced, except what cargo
//! and this program keep there. Elsewhere only a new folder is taken, an empty
//! one, or one that holds what this program wrote there and nothing else: it
//! leaves a list of its files in it.

use crate::watch;
use anyhow::{Context, Error, Result, anyhow, bail};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

/// The list of what this program wrote into a folder, in the folder itself.
const LIST: &str = ".written-by-bookbinder";

/// The folder below `target/` in which books are built.
const STAGING: &str = "book-staging";

/// What is below `target/` and is no book, by its first name.
const NO_BOOKS: [&str; 9] = [
    STAGING,
    "book-cache",
    "book-deps",
    "debug",
    "doc",
    "package",
    "release",
    "tmp",
    "wasm",
];

/// The folder below `target/` in which each server has its book.
pub const SERVED: &str = "served";

/// What cargo has in each folder that it compiles into, whatever its name.
const CARGO: [&str; 4] = [
    ".cargo-lock",
    ".fingerprint",
    ".rustc_info.json",
    "CACHEDIR.TAG",
];

/// A folder for the book, and one beside it to build the book in.
pub struct Destination {
    /// The project, without links in its path.
    root: PathBuf,
    /// The destination as somebody asked for it.
    asked: PathBuf,
    /// The same, without links in its path.
    folder: PathBuf,
    staging: PathBuf,
    /// Held while the book is built, so that two builds of one book wait for
    /// each other.
    _turn: File,
}

impl Destination {
    /// Takes a folder, relative to the root of the project or absolute.
    ///
    /// # Errors
    /// One sentence when the folder is not this program's to replace. Nothing
    /// has been touched then.
    pub fn take(root: &Path, asked: &Path) -> Result<Destination> {
        let root = root
            .canonicalize()
            .with_context(|| format!("{} cannot be read", root.display()))?;
        let folder = resolve(&root.join(asked)).and_then(|folder| {
            refuse_what_is_not_ours(&root, &folder)?;
            Ok(folder)
        });
        let folder = folder.map_err(|why| left_alone(asked, &why))?;
        let mut hasher = DefaultHasher::new();
        folder.hash(&mut hasher);
        let staging = root.join("target").join(STAGING);
        let staging = staging.join(format!("{:016x}", hasher.finish()));
        let cannot = || format!("{} cannot be written", staging.display());
        fs::create_dir_all(&staging).with_context(cannot)?;
        let turn = File::create(staging.with_extension("lock")).with_context(cannot)?;
        turn.lock().with_context(cannot)?;
        // What is left of a build that was interrupted.
        remove(&staging)?;
        fs::create_dir_all(&staging).with_context(cannot)?;
        Ok(Destination {
            root,
            asked: asked.to_owned(),
            folder,
            staging,
            _turn: turn,
        })
    }

    /// An empty folder for what is needed while the book is built.
    pub fn workshop(&self) -> PathBuf {
        self.staging.join("workshop")
    }

    /// Where to build the book.
    pub fn staging(&self) -> PathBuf {
        self.staging.join("new")
    }

    /// Puts the book that was built into its place.
    ///
    /// # Errors
    /// When somebody else's files have come there meanwhile, or the folder
    /// cannot be written; what was there is there still.
    pub fn replace(self) -> Result<()> {
        let checked = refuse_what_is_not_ours(&self.root, &self.folder);
        checked.map_err(|why| left_alone(&self.asked, &why))?;
        let cannot = || format!("{} cannot be replaced", self.asked.display());
        let (mut new, mut old) = (self.staging(), self.staging.join("old"));
        let parent = self.folder.parent().with_context(cannot)?;
        fs::create_dir_all(parent).with_context(cannot)?;
        // Dropped at the end, with the old book in it.
        let _beside: TempDir;
        if !self.folder.starts_with(self.root.join("target")) {
            write_list(&new)?;
            let beside = tempfile::Builder::new().prefix(".book-").tempdir_in(parent);
            let beside = beside.with_context(cannot)?;
            let moved = beside.path().join("new");
            move_folder(&new, &moved).with_context(cannot)?;
            (new, old) = (moved, beside.path().join("old"));
            _beside = beside;
        }
        if self.folder.exists() {
            match fs::rename(&self.folder, &old) {
                // A layer of a container's file system cannot be moved.
                Err(error) if error.kind() == ErrorKind::CrossesDevices => remove(&self.folder)?,
                moved => moved.with_context(cannot)?,
            }
        }
        if let Err(error) = fs::rename(&new, &self.folder) {
            if old.exists() {
                fs::rename(&old, &self.folder).with_context(cannot)?;
            }
            return Err(error).with_context(cannot);
        }
        Ok(())
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // The next build removes what cannot be removed now.
        let _ = fs::remove_dir_all(&self.staging);
    }
}

fn left_alone(asked: &Path, why: &Error) -> Error {
    anyhow!(
        "the book cannot go to {asked:?}: {why:#}; name a new folder, an empty one or one below target/"
    )
}

/// The path without links and dots. What is not there yet has neither.
fn resolve(path: &Path) -> Result<PathBuf> {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(resolved.pop()),
            Component::Prefix(_) | Component::RootDir => resolved.push(part),
            Component::Normal(name) => {
                resolved.push(name);
                match resolved.symlink_metadata() {
                    Err(error) if error.kind() == ErrorKind::NotFound => continue,
                    Err(error) => bail!("{}: {error}", resolved.display()),
                    Ok(_) => {}
                }
                let found = resolved.canonicalize();
                let found =
                    found.with_context(|| format!("{} leads nowhere", resolved.display()))?;
                if !found.is_dir() {
                    bail!("{} is a file", resolved.display());
                }
                resolved = found;
            }
        }
    }
    Ok(resolved)
}

/// Fails with the reason why a folder is not this program's to replace.
fn refuse_what_is_not_ours(root: &Path, folder: &Path) -> Result<()> {
    if root.starts_with(folder) {
        bail!("the project is in it");
    }
    let target = root.join("target");
    if folder == target {
        bail!("cargo keeps what it compiles there");
    }
    // Not if target/ is a link: what it leads to may be anybody's.
    if let Ok(inner) = folder.strip_prefix(&target) {
        return refuse_no_books(folder, inner);
    }
    // A book that is built into them would be part of the next.
    let mut sources = watch::FOLDERS.into_iter().chain([".git"]);
    if let Some(source) = sources.find(|name| folder.starts_with(root.join(name))) {
        bail!("the project is made of what is in {source}");
    }
    refuse_files_of_others(folder)
}

/// Of what is below `target/`.
fn refuse_no_books(folder: &Path, inner: &Path) -> Result<()> {
    let first = inner.iter().next().and_then(|name| name.to_str());
    let mut above = folder.ancestors().take(inner.iter().count());
    let mut below = WalkDir::new(folder).into_iter().flatten();
    let is_cargos = |entry: &DirEntry| CARGO.iter().any(|name| entry.file_name() == *name);
    if above.any(|folder| CARGO.iter().any(|name| folder.join(name).exists()))
        || below.any(|entry| is_cargos(&entry))
    {
        bail!("cargo keeps what it compiles there");
    }
    if let Some(first) = first.filter(|first| NO_BOOKS.contains(first)) {
        bail!("target/{first} is no place for books");
    }
    if inner == Path::new(SERVED) {
        bail!("the books that are served are in it");
    }
    Ok(())
}

/// Of what is anywhere else.
fn refuse_files_of_others(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let list = match fs::read_to_string(folder.join(LIST)) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        list => list.with_context(|| format!("{LIST} cannot be read"))?,
    };
    let ours: BTreeSet<&str> = list.lines().chain([LIST]).collect();
    for name in names(folder)? {
        if !ours.contains(name.as_str()) {
            bail!("{name:?} in it was not written by this program");
        }
    }
    Ok(())
}

fn write_list(folder: &Path) -> Result<()> {
    let list = names(folder)?.join("\n");
    fs::write(folder.join(LIST), list).with_context(|| format!("{LIST} cannot be written"))
}

/// Everything below a folder, with slashes.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry?;
        let parts = entry.path().strip_prefix(folder)?.iter();
        let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        names.push(parts.join("/"));
    }
    Ok(names)
}

/// Renames a folder, or copies it to another file system.
fn move_folder(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => copy_folder(from, to),
        moved => Ok(moved?),
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir(&target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Not tried from outside: what if it were not so?
    #[test]
    fn the_folders_above_the_project_are_refused() {
        let root = Path::new("/home/somebody/books/ours");
        for above in root.ancestors() {
            let refused = refuse_what_is_not_ours(root, above).expect_err("the project");
            assert_eq!(refused.to_string(), "the project is in it");
        }
    }

    #[test]
    fn a_book_comes_whole_to_another_file_system() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir_all(from.join("css")).expect("a folder");
        for file in ["index.html", "css/all.css", ".nojekyll"] {
            fs::write(from.join(file), file).expect("a file");
        }
        copy_folder(&from, &to).expect("the folder can be written");
        assert_eq!(names(&to).ok(), names(&from).ok());
        assert_eq!(
            fs::read(to.join("css/all.css")).expect("a file"),
            b"css/all.css"
        );
    }
}
