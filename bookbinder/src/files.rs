//! The author's files: which there are, and what stands in them.

use crate::problems::Problems;
use crate::temporary::is_temporary;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// All files with this extension below a folder of the book, in order, relative
/// to its root, without those that editors leave. A folder that is missing has none;
/// one that cannot be read is a problem.
pub fn files_below(
    root: &Path,
    folder: &Path,
    extension: &str,
    problems: &mut Problems,
) -> Vec<PathBuf> {
    let relative = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    let wanted = |path: &Path| path.extension().is_some_and(|found| found == extension);
    let lasting = |entry: &DirEntry| entry.depth() == 0 || !is_temporary(entry.path());
    let walk = WalkDir::new(root.join(folder)).follow_links(true);
    let mut files = Vec::new();
    for entry in walk.into_iter().filter_entry(lasting) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => files.extend(wanted(entry.path()).then(|| relative(entry.path()))),
            Err(error) => {
                let path = error.path().unwrap_or(folder);
                let missing = error
                    .io_error()
                    .is_some_and(|why| why.kind() == ErrorKind::NotFound);
                // A link that leads nowhere is a file that cannot be read.
                let link = error.depth() > 0 && wanted(path) && !is_temporary(path);
                if !missing || link {
                    let why = error.io_error().map(ToString::to_string);
                    let why = why.unwrap_or_else(|| error.to_string());
                    problems.add(&relative(path), 0, unreadable(&why));
                }
            }
        }
    }
    files.sort();
    files
}

/// The text of a file of the book; none, and a problem, if it cannot be read.
pub fn read(root: &Path, file: &Path, problems: &mut Problems) -> Option<String> {
    let text = std::fs::read_to_string(root.join(file));
    text.map_err(|error| problems.add(file, 0, unreadable(&error.to_string())))
        .ok()
}

fn unreadable(why: &str) -> String {
    format!("cannot be read: {why}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn files_are_found_in_order_and_what_cannot_be_read_is_named() {
        let root = std::env::temp_dir().join(format!("bookbinder-files-{}", std::process::id()));
        fs::create_dir_all(root.join("code/inner/deep")).expect("folders");
        for name in ["b.rs", "a.rs", "inner/deep/c.rs", "inner/d.md", ".#b.rs"] {
            fs::write(root.join("code").join(name), "//").expect("a file");
        }
        fs::write(root.join("code/a.rs"), [0xff, 0xfe]).expect("a file");
        fs::create_dir(root.join("code/e.rs")).expect("a folder with the name of a file");
        let mut problems = Problems::default();
        let files = files_below(&root, Path::new("code"), "rs", &mut problems);
        let expected = ["code/a.rs", "code/b.rs", "code/inner/deep/c.rs"];
        assert_eq!(files, expected.map(PathBuf::from));
        assert!(files_below(&root, Path::new("none"), "rs", &mut problems).is_empty());
        assert!(problems.is_empty(), "{problems}");
        assert_eq!(read(&root, &files[1], &mut problems).as_deref(), Some("//"));
        assert_eq!(read(&root, &files[0], &mut problems), None);
        let said = problems.to_string();
        assert!(said.contains("code/a.rs: cannot be read: "), "{said}");
        fs::remove_dir_all(root).expect("the folder can be removed");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_named() {
        let root = std::env::temp_dir().join(format!("bookbinder-links-{}", std::process::id()));
        fs::create_dir_all(root.join("code")).expect("folders");
        for name in ["a.rs", "a.txt", ".#b.rs"] {
            let link = root.join("code").join(name);
            std::os::unix::fs::symlink("nowhere", link).expect("a link");
        }
        let mut problems = Problems::default();
        let files = files_below(&root, Path::new("code"), "rs", &mut problems);
        fs::remove_dir_all(root).expect("the folder can be removed");
        assert!(files.is_empty(), "{files:?}");
        let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].starts_with("code/a.rs: cannot be read: "),
            "{said:?}"
        );
    }
}
