//! What an author saves, and nothing else.
//!
//! Editors save by renaming, and leave files of their own beside the page. So
//! folders are watched, and an event says no more than that it is time to look:
//! what counts is which files differ from those of the last look.

use crate::temporary::is_temporary;
use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, SystemTime};
use walkdir::{DirEntry, WalkDir};

/// The folders that the book is made of.
pub const FOLDERS: [&str; 4] = ["src", "theme", "listings", "figures"];

/// Beside them, these files.
const FILES: [&str; 2] = ["book.toml", "Cargo.toml"];

/// An editor saves in several steps; so long must it be quiet.
const QUIET: Duration = Duration::from_millis(100);

/// The files of the book as they were at the last look.
pub struct Sources {
    root: PathBuf,
    files: BTreeMap<PathBuf, Version>,
}

/// By what a file that was saved differs from the one before.
#[derive(PartialEq, Eq)]
struct Version {
    modified: Option<SystemTime>,
    length: u64,
}

impl Sources {
    /// A first look at the files of the book below `root`.
    pub fn new(root: &Path) -> Sources {
        Sources {
            root: root.to_owned(),
            files: look(root),
        }
    }

    /// The files that were written, made or removed since the last look,
    /// relative to the root and in order.
    pub fn changes(&mut self) -> Vec<PathBuf> {
        let before = std::mem::replace(&mut self.files, look(&self.root));
        let written = self
            .files
            .iter()
            .filter(|(path, now)| before.get(*path) != Some(now));
        let removed = before.keys().filter(|path| !self.files.contains_key(*path));
        let mut changes: Vec<_> = written
            .map(|(path, _)| path)
            .chain(removed)
            .cloned()
            .collect();
        changes.sort();
        changes
    }
}

fn look(root: &Path) -> BTreeMap<PathBuf, Version> {
    let below = FOLDERS.iter().flat_map(|folder| {
        let lasting = |entry: &DirEntry| !is_temporary(entry.path());
        let entries = WalkDir::new(root.join(folder)).follow_links(true);
        // What has gone in between is seen at the next look.
        let entries = entries.into_iter().filter_entry(lasting).flatten();
        entries.map(DirEntry::into_path)
    });
    let beside = FILES.iter().map(|file| root.join(file));
    let files = below.chain(beside).filter_map(|path| {
        let metadata = fs::metadata(&path)
            .ok()
            .filter(|metadata| metadata.is_file())?;
        let version = Version {
            modified: metadata.modified().ok(),
            length: metadata.len(),
        };
        Some((path.strip_prefix(root).ok()?.to_owned(), version))
    });
    files.collect()
}

/// Waits for an author to save.
pub struct Watch {
    sources: Sources,
    watcher: RecommendedWatcher,
    events: Receiver<Event>,
}

impl Watch {
    /// Watches the folders of the book. What is saved from now on is not lost,
    /// however late it is asked for.
    ///
    /// # Errors
    /// When the system does not let them be watched.
    pub fn start(root: &Path) -> Result<Watch> {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let Ok(event) = event else { return };
            // That a file is read is no change.
            if !event.kind.is_access() {
                // The receiver is gone when the server ends.
                let _ = sender.send(event);
            }
        })?;
        let mut watch = Watch {
            sources: Sources::new(root),
            watcher,
            events,
        };
        watch.watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            if folder.exists() {
                watch.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(watch)
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<()> {
        let watched = self.watcher.watch(folder, mode);
        watched.with_context(|| format!("{} cannot be watched", folder.display()))
    }

    /// Waits until something has been saved, and returns what; `None` when
    /// nothing more can be seen.
    pub fn wait(&mut self) -> Option<Vec<PathBuf>> {
        loop {
            let changes = self.sources.changes();
            if !changes.is_empty() {
                return Some(changes);
            }
            let mut event = self.events.recv().ok()?;
            loop {
                self.watch_new_folders(&event);
                match self.events.recv_timeout(QUIET) {
                    Ok(next) => event = next,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
        }
    }

    /// A folder that was replaced is another one to the system.
    fn watch_new_folders(&mut self, event: &Event) {
        for folder in FOLDERS.map(|folder| self.sources.root.join(folder)) {
            if event.paths.contains(&folder) && folder.exists() {
                // If it has gone again, there is nothing to watch.
                let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const PAGE: &str = "src/basics/means.md";

    fn book() -> (TempDir, Sources) {
        let root = tempfile::tempdir().expect("a folder");
        for (file, text) in [(PAGE, "# Means"), ("book.toml", "[book]")] {
            write(root.path(), file, text);
        }
        let sources = Sources::new(root.path());
        (root, sources)
    }

    fn write(root: &Path, file: &str, text: &str) {
        let path = root.join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    #[test]
    fn what_is_saved_is_seen_once_whichever_way() {
        let (root, mut sources) = book();
        let root = root.path();
        assert!(sources.changes().is_empty());
        write(root, PAGE, "# Other means");
        assert_eq!(sources.changes(), [Path::new(PAGE)]);
        assert!(sources.changes().is_empty());
        write(root, "new.toml", "[book] # renamed");
        fs::rename(root.join("new.toml"), root.join("book.toml")).expect("renamed");
        assert_eq!(sources.changes(), [Path::new("book.toml")]);
        fs::remove_file(root.join(PAGE)).expect("removed");
        write(root, "listings/src/means.rs", "fn mean() {}");
        let changes = sources.changes();
        assert_eq!(changes, ["listings/src/means.rs", PAGE].map(Path::new));
    }

    #[test]
    fn what_editors_leave_is_not_seen() {
        let (root, mut sources) = book();
        let root = root.path();
        for name in [
            ".means.md.swp",
            "means.md~",
            "#means.md#",
            "4913",
            "means.md.tmp.1",
        ] {
            write(root, &format!("src/basics/{name}"), "…");
        }
        write(root, "src/.obsidian/workspace.json", "{}");
        write(root, "notes.txt", "not of the book");
        assert_eq!(sources.changes(), [] as [&Path; 0]);
        // Under a name that nobody can know, for a moment.
        write(root, "src/basics/5fqz", "# Other means");
        fs::rename(root.join("src/basics/5fqz"), root.join(PAGE)).expect("renamed");
        assert_eq!(sources.changes(), [Path::new(PAGE)]);
    }
}
