//! The real program, run in a copy of the small book.

use book_tests::checks::small::SmallBook;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, which is about to start in the folder of this book.
pub fn program(book: &SmallBook) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_small-book"));
    command.current_dir(book.root());
    command
}

/// All that is below a folder: what is in files, and where links lead.
pub fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder);
        for entry in entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            let content = if path.is_symlink() {
                let leads_to = fs::read_link(&path).expect("a link");
                leads_to.to_string_lossy().into_owned().into_bytes()
            } else if path.is_dir() {
                folders.push(path.clone());
                Vec::new()
            } else {
                fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            };
            found.insert(path, content);
        }
    }
    found
}

/// Writes a file, and the folders above it.
#[track_caller]
pub fn write(file: &Path, text: &str) {
    let parent = file.parent().expect("a file stands in a folder");
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(file, text))
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
