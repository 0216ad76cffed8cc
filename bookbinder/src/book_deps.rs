//! The folder that `mdbook test -L` is pointed at: the libraries of this build
//! and no older ones, between which rustdoc could not decide.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Fills `folder` with the compiled libraries that fences on pages need.
///
/// # Errors
/// When cargo cannot build them, or the folder cannot be written.
pub fn fill(root: &Path, folder: &Path) -> Result<()> {
    let libraries = libraries(root)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for library in libraries {
        let name = library.file_name().context("a library has a name")?;
        let target = folder.join(name);
        fs::hard_link(&library, &target)
            .or_else(|_| fs::copy(&library, &target).map(drop))
            .with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// The libraries that cargo made for the crate `mlmath`.
fn libraries(root: &Path) -> Result<Vec<PathBuf>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["build", "--quiet", "--package", "mlmath", "--lib"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(root)
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("the crate mlmath does not compile");
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let files = messages.flat_map(|message: serde_json::Value| {
        let files = message["filenames"].as_array().cloned().unwrap_or_default();
        files
            .into_iter()
            .filter_map(|file| file.as_str().map(PathBuf::from))
    });
    // An .rmeta is no library to link with, but rustdoc would take it for one.
    let library = |file: &PathBuf| {
        let extension = file.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("rlib" | "so" | "dylib" | "dll"))
    };
    Ok(files.filter(library).collect())
}
