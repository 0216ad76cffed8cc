//! What the programs print is what `listings/outputs/` holds.
//!
//! `UPDATE_OUTPUTS=1` writes the files anew; read the diff afterwards.

use mlmath_testing::{Built, build_examples, difference};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

#[test]
fn every_program_prints_its_recorded_output() {
    let outputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("outputs");
    let mut programs = build_examples(env!("CARGO_MANIFEST_DIR"));
    // The exercises' harness prints what the reader's attempt makes of it.
    programs.remove("exercise");
    if env::var_os("UPDATE_OUTPUTS").is_some() {
        let ci = env::var_os("CI").is_some();
        assert!(
            !ci,
            "UPDATE_OUTPUTS is set where CI is: outputs are recorded by hand only"
        );
        update(&outputs, &programs);
    }
    let problems = problems(&outputs, &programs);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Everything that is wrong with a folder of outputs.
fn problems(outputs: &Path, programs: &Built) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, program) in programs {
        let file = outputs.join(name).with_extension("txt");
        let printed = match run(program) {
            Ok(printed) => printed,
            Err(message) => {
                problems.push(format!("{name}: {message}"));
                continue;
            }
        };
        match fs::read_to_string(&file) {
            Ok(recorded) => {
                if let Some(line) = difference(&recorded.replace("\r\n", "\n"), &printed) {
                    problems.push(format!("{}: {line}", file.display()));
                }
            }
            Err(error) => problems.push(format!("{}: {error}", file.display())),
        }
    }
    let orphans = recorded(outputs)
        .into_iter()
        .filter(|name| !programs.contains_key(name));
    problems.extend(orphans.map(|name| format!("outputs/{name}.txt: no program of this name")));
    problems
}

fn update(outputs: &Path, programs: &Built) {
    for name in recorded(outputs)
        .iter()
        .filter(|name| !programs.contains_key(*name))
    {
        fs::remove_file(outputs.join(name).with_extension("txt")).expect("an output to remove");
    }
    for (name, program) in programs {
        let printed = run(program).unwrap_or_else(|message| panic!("{name}: {message}"));
        let file = outputs.join(name).with_extension("txt");
        fs::write(&file, printed).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

/// The names of the recorded outputs.
fn recorded(outputs: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(outputs).expect("the folder of outputs");
    let files = entries.map(|entry| entry.expect("a readable folder").path());
    let stem = |file: PathBuf| Some(file.file_stem()?.to_str()?.to_owned());
    files.filter_map(stem).collect()
}

/// What a program prints, with one kind of line ending.
fn run(program: &Path) -> Result<String, String> {
    let output = Command::new(program)
        .output()
        .map_err(|error| error.to_string())?;
    let errors = String::from_utf8_lossy(&output.stderr);
    match output.status.success() && errors.is_empty() {
        true => Ok(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n")),
        false => Err(format!("{}; it says: {errors}", output.status)),
    }
}

mod checks_that_fail {
    use super::*;

    /// A folder of its own with one recorded output.
    fn folder(name: &str, file: &str, text: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(file), text).expect("an output");
        folder
    }

    /// A program that surely prints something: cargo, without arguments.
    fn one_program() -> Built {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
        Built::from([("help".to_owned(), PathBuf::from(cargo))])
    }

    #[test]
    fn an_edited_output_is_named_with_its_line() {
        let outputs = folder("outputs-edited", "help.txt", "surely not this\n");
        let problems = problems(&outputs, &one_program());
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains("help.txt: line 1 is "), "{problems:?}");
        assert!(
            problems[0].contains("should be \"surely not this\""),
            "{problems:?}"
        );
    }

    #[test]
    fn a_missing_output_and_one_without_program_are_both_named() {
        let outputs = folder("outputs-orphan", "gone.txt", "");
        let problems = problems(&outputs, &one_program());
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("help.txt"), "{problems:?}");
        assert_eq!(problems[1], "outputs/gone.txt: no program of this name");
    }

    #[test]
    fn a_program_that_cannot_be_run_is_named() {
        let outputs = folder("outputs-broken", "help.txt", "");
        let programs = Built::from([("help".to_owned(), outputs.join("no-such-program"))]);
        let problems = problems(&outputs, &programs);
        assert!(problems[0].starts_with("help: "), "{problems:?}");
    }
}
