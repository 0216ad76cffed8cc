//! What `mdbook test` does, a chapter at a time, so that the one that fails is
//! named.

use crate::slashed;
use bookbinder::build::load;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The pages of the book below `root` on which a fence fails; rustdoc says on
/// the error stream what is wrong. `libraries` is filled by
/// [`bookbinder::book_deps::fill`].
pub fn fences(root: &Path, libraries: &Path) -> Vec<String> {
    let book = load(root).unwrap_or_else(|error| panic!("{error:#}"));
    let paths = book
        .book
        .chapters()
        .filter_map(|chapter| chapter.path.clone());
    let paths: Vec<PathBuf> = paths.collect();
    let (next, problems) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(message) = fences_of(root, libraries, path) {
                        problems
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(message);
                    }
                }
            });
        }
    });
    let mut problems = problems
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    problems.sort();
    problems
}

fn fences_of(root: &Path, libraries: &Path, path: &Path) -> Result<(), String> {
    let mut book = load(root).map_err(|error| format!("{error:#}"))?;
    let name = slashed(path);
    let tested = book.test_chapter(vec![&libraries.to_string_lossy()], Some(&name));
    tested.map_err(|error| format!("src/{name}: {error:#}"))
}
