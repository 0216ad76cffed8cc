//! Copying a folder, for the build script of QuickJS.

use std::fs;
use std::io::{Error, Result};
use std::path::Path;

/// Copies the folder `from` with all it holds to `to`, which must not exist.
///
/// # Errors
/// The first one that occurs. The list is empty; it is there for the caller.
pub fn copy_dir(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<Vec<Error>> {
    let (from, to) = (from.as_ref(), to.as_ref());
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(entry.path(), target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(Vec::new())
}
