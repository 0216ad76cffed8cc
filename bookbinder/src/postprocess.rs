//! What mdBook's page template gets wrong, and no theme file can mend without
//! copying the template; and the controls of the figures that move.
//!
//! Each change is one to mdBook 0.5.4's template; a piece that is not there any
//! more is an error, so that an update of mdBook cannot undo a change unnoticed.
//! The stock `mdbook build` leaves these faults in.

mod contents;
mod controls;
mod page;
mod sheets;

use crate::module::{self, Profile};
use anyhow::{Context, Result, ensure};
use controls::Controls;
use drawing::Figure;
use sheets::Sheets;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Mends every page of the book below `root`, as mdBook built it in `folder`, and
/// lets those of its figures move that can.
///
/// # Errors
/// When a page cannot be read or written, or is not what mdBook 0.5.4 makes; what
/// the compiler says of the figures.
pub fn book(
    root: &Path,
    folder: &Path,
    figures: fn() -> Vec<Figure>,
    profile: Profile,
) -> Result<()> {
    let mut sheets = None;
    let mut controls = None;
    for file in files(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_page = name.ends_with(".html");
        let is_contents = name.starts_with("toc-") && name.ends_with(".js") || name == "toc.html";
        if !is_page && !is_contents {
            continue;
        }
        let place = || file.display().to_string();
        let text = fs::read_to_string(&file).with_context(place)?;
        let mended = if is_contents {
            contents::mend(&text)
        } else if text.contains("id=\"mdbook-body-container\"") {
            let sheets = match &mut sheets {
                Some(sheets) => sheets,
                none => none.insert(Sheets::join(folder, &text).with_context(place)?),
            };
            let depth = file.strip_prefix(folder)?.components().count() - 1;
            let form = |id: &str| {
                let controls = match &mut controls {
                    Some(controls) => controls,
                    none => none.insert(moving(root, folder, figures(), profile)?),
                };
                match controls {
                    Some(controls) => controls.form_of(id, depth).map(Some),
                    None => Ok(None),
                }
            };
            page::mend(&text, sheets, form).with_context(place)?
        } else {
            // A page that only redirects does not come from the template.
            continue;
        };
        fs::write(&file, mended).with_context(place)?;
    }
    ensure!(
        sheets.is_some(),
        "mdBook's template has no id mdbook-body-container any more"
    );
    Ok(())
}

/// The controls of the figures that move, where they can be compiled.
fn moving(
    root: &Path,
    folder: &Path,
    figures: Vec<Figure>,
    profile: Profile,
) -> Result<Option<Controls>> {
    let Some(modules) = module::compile(root, &figures, profile)? else {
        eprintln!("{}", module::MISSING);
        return Ok(None);
    };
    Controls::new(root, folder, figures, modules).map(Some)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
