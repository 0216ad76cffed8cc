//! What pages place from files: programs, recorded measurements, exercises.

use crate::problems::Problems;
use crate::temporary;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// An example program and what it printed.
#[derive(Debug)]
pub struct Program {
    /// Its source, relative to the root of the book.
    pub file: PathBuf,
    /// The source without its leading doc comment.
    pub code: String,
    /// The recorded output.
    pub output: String,
}

/// The programs of `listings/examples`, by name, with what they print from
/// `listings/outputs`. A program without an output, and an output without a
/// program, are problems.
pub fn programs(root: &Path, problems: &mut Problems) -> BTreeMap<String, Program> {
    let mut programs = BTreeMap::new();
    let outputs = files(root, "listings/outputs", "txt", problems);
    for (name, file) in files(root, "listings/examples", "rs", problems) {
        let output = match outputs.get(&name) {
            Some(output) => read(root, output, problems),
            // Said once; the page that shows it is sound.
            None => {
                let message = format!(
                    "listings/outputs/{name}.txt is missing; record it with UPDATE_OUTPUTS=1 cargo test -p mlmath --test outputs"
                );
                problems.add(&file, 0, message);
                Some(String::new())
            }
        };
        let (Some(code), Some(output)) = (read(root, &file, problems), output) else {
            continue;
        };
        let code = code
            .lines()
            .skip_while(|line| line.starts_with("//!") || line.is_empty());
        let program = Program {
            code: code.collect::<Vec<_>>().join("\n"),
            output,
            file,
        };
        programs.insert(name, program);
    }
    for (name, file) in outputs {
        if !root.join(format!("listings/examples/{name}.rs")).exists() {
            problems.add(
                &file,
                0,
                format!("there is no program listings/examples/{name}.rs"),
            );
        }
    }
    programs
}

/// A recorded measurement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// What was measured.
    pub title: String,
    /// The command that repeats it.
    pub command: String,
    /// The machine.
    pub machine: String,
    /// The day.
    pub date: String,
    /// The versions that matter.
    pub versions: String,
    /// The heads of the table.
    pub columns: Vec<String>,
    /// The table.
    pub rows: Vec<Vec<String>>,
}

/// The measurements recorded in `listings/benches/measured`, by name. One
/// that is not whole is a problem.
pub fn measurements(
    root: &Path,
    problems: &mut Problems,
) -> BTreeMap<String, (PathBuf, Measurement)> {
    let mut measurements = BTreeMap::new();
    for (name, file) in files(root, "listings/benches/measured", "toml", problems) {
        let Some(text) = read(root, &file, problems) else {
            continue;
        };
        let measurement: Measurement = match toml::from_str(&text) {
            Ok(measurement) => measurement,
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let line = text[..start].matches('\n').count() + 1;
                problems.add(&file, line, error.message());
                continue;
            }
        };
        let width = measurement.columns.len();
        if measurement.rows.is_empty() || measurement.rows.iter().any(|row| row.len() != width) {
            let message = format!("each row needs {width} values, one a column");
            problems.add(&file, 0, message);
        }
        measurements.insert(name, (file, measurement));
    }
    measurements
}

/// The starters of the build exercises, by name. A starter without a solution,
/// and a solution without a starter, are problems.
pub fn starters(root: &Path, problems: &mut Problems) -> BTreeMap<String, PathBuf> {
    let mut starters = files(root, "listings/exercises", "rs", problems);
    starters.remove("main");
    let solutions = files(root, "listings/exercises/solutions", "rs", problems);
    for (name, file) in &starters {
        if !solutions.contains_key(name) {
            let message = format!("listings/exercises/solutions/{name}.rs is missing");
            problems.add(file, 0, message);
        }
    }
    for (name, file) in &solutions {
        if !starters.contains_key(name) && name != "mod" {
            problems.add(
                file,
                0,
                format!("there is no starter listings/exercises/{name}.rs"),
            );
        }
    }
    starters
}

/// The files of a folder with this ending, by stem; none where the book has no
/// such folder.
fn files(
    root: &Path,
    folder: &str,
    extension: &str,
    problems: &mut Problems,
) -> BTreeMap<String, PathBuf> {
    let folder = Path::new(folder);
    let entries = match root.join(folder).read_dir() {
        Err(error) if error.kind() == ErrorKind::NotFound => return BTreeMap::new(),
        entries => entries.and_then(Iterator::collect::<Result<Vec<_>, _>>),
    };
    let entries = entries.unwrap_or_else(|error| {
        problems.add(folder, 0, format!("cannot be read: {error}"));
        Vec::new()
    });
    entries
        .iter()
        .map(|entry| folder.join(entry.file_name()))
        .filter(|file| file.extension().is_some_and(|found| found == extension))
        .filter(|file| !temporary::is_temporary(file))
        .filter_map(|file| Some((file.file_stem()?.to_str()?.to_owned(), file)))
        .collect()
}

fn read(root: &Path, file: &Path, problems: &mut Problems) -> Option<String> {
    match std::fs::read_to_string(root.join(file)) {
        Ok(text) => Some(text),
        Err(error) => {
            problems.add(file, 0, format!("cannot be read: {error}"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named_and_what_an_editor_leaves_is_no_program() {
        let root = tempfile::tempdir().expect("a folder");
        let write = |file: &str, bytes: &[u8]| {
            let file = root.path().join(file);
            std::fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            std::fs::write(file, bytes).expect("a file");
        };
        write("listings/examples/rain.rs", b"fn main() {}");
        write("listings/outputs/rain.txt", &[0xff, b'\n']);
        write("listings/examples/.#rain.rs", b"");
        let mut problems = Problems::default();
        assert!(programs(root.path(), &mut problems).is_empty());
        let problems = problems.to_string();
        assert!(problems.starts_with("listings/outputs/rain.txt: cannot be read: "));
        assert!(
            problems.ends_with("1 problem; the book was not bound"),
            "{problems}"
        );
    }
}
