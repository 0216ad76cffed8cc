//! The build exercises: each starter fails its check at its `todo!`, and each
//! solution passes it.

use mlmath_testing::build_examples;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

static HARNESS: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut programs = build_examples(env!("CARGO_MANIFEST_DIR"));
    programs.remove("exercise").expect("the example `exercise`")
});

/// What the harness says, and whether it is content.
fn run(arguments: &[&str]) -> (bool, String) {
    let output = Command::new(&*HARNESS).args(arguments).output();
    let Output {
        status,
        stdout,
        stderr,
    } = output.expect("the harness starts");
    let said = [stdout, stderr].concat();
    (
        status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// The names that the harness lists.
fn registered() -> BTreeSet<String> {
    let (_, list) = run(&[]);
    let name = |line: &str| line.split_whitespace().next().map(str::to_owned);
    list.lines().filter_map(name).collect()
}

/// The names of the files in a folder of exercises.
fn files(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path());
    let sources = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let stem = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    sources
        .filter_map(stem)
        .filter(|name| name != "main")
        .collect()
}

#[test]
fn every_starter_and_solution_is_registered() {
    assert!(!registered().is_empty());
    assert_eq!(registered(), files("exercises"));
    assert_eq!(registered(), files("exercises/solutions"));
}

#[test]
fn every_starter_fails_at_its_todo() {
    for name in registered() {
        let (right, said) = run(&[&name]);
        assert!(
            !right,
            "{name}: the starter passes; its file should hold a todo!"
        );
        assert!(said.starts_with(&format!("{name}: not yet\n")), "{said}");
        assert!(
            said.contains("not yet implemented: "),
            "{name} does not fail at a todo!: {said}"
        );
        assert!(
            said.contains(&format!("{name}.rs:")),
            "{name} does not say where: {said}"
        );
    }
}

#[test]
fn every_solution_passes_the_check_of_its_starter() {
    for name in registered() {
        let (right, said) = run(&["--solution", &name]);
        assert!(right, "{said}");
        assert_eq!(said.trim_end(), format!("{name}: right"));
    }
}

#[test]
fn every_exercise_is_listed_with_its_task() {
    let (right, list) = run(&[]);
    assert!(right);
    for line in list.lines() {
        let task = line.split_once(' ').map_or("", |(_, task)| task.trim());
        assert!(
            task.ends_with('.') && task.len() > 10,
            "{line:?} names no task"
        );
    }
}

#[test]
fn a_name_that_is_no_exercise_is_told_so() {
    for arguments in [&["no_such"][..], &["--solution", "no_such"]] {
        let (right, said) = run(arguments);
        assert!(!right);
        assert!(said.contains("there is no exercise \"no_such\""), "{said}");
    }
    let (right, said) = run(&["--solve", "kahan_sum_f32"]);
    assert!(!right && said.starts_with("usage: "), "{said}");
}
